import type { NodeParameterValueType } from 'n8n-workflow';
import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	CONPEEK_MODE,
	OTHER_CHAT_SERVICE_SID,
	OTHER_WORKSPACE_SID,
	PEOPLE,
	ROLE,
	VOIPNOW_QUEUE,
	VOIPNOW_SALES_QUEUE,
	WORKSPACE_SID,
} from '../../simulators';
import { bySid, byIdentity } from './vendors';

type Two = [NodeParameterValueType, NodeParameterValueType];

const identities: Two = [byIdentity('anna@example.com'), byIdentity('bob@example.com')];
const attributes: Two = ['{"skills":["billing"]}', '{}'];
const names: Two = ['Anna', ''];

/**
 * Two valid values for every field that cannot say its own: by node and path of the field, a resource locator's by the
 * mode too. Switches and lists of choices need none: all they allow is tried.
 */
export const SAMPLES: Record<string, Two> = {
	'twilioTaskRouter workspace id': [bySid(WORKSPACE_SID), bySid(OTHER_WORKSPACE_SID)],
	'twilioTaskRouter worker id': [bySid(PEOPLE.anna.worker), bySid(PEOPLE.bob.worker)],
	'twilioTaskRouter updateFields.activity id': [bySid(ACTIVITY.available), bySid(ACTIVITY.break)],
	'twilioTaskRouter updateFields.attributes': attributes,
	'twilioTaskRouter updateFields.concurrency': [5, 0],
	'twilioTaskRouter updateFields.friendlyName': names,
	'twilioTaskRouter updateFields.ifMatch': ['"3"', '4'],
	'twilioTaskRouter updateFields.operatingUnitSid': [`OU${'a'.repeat(32)}`, `OU${'b'.repeat(32)}`],

	'twilioFrontline user identity': identities,
	'twilioFrontline user id': [bySid(PEOPLE.anna.frontlineUser), bySid(PEOPLE.bob.frontlineUser)],
	'twilioFrontline updateFields.avatar': ['https://example.com/anna.png', ''],
	'twilioFrontline updateFields.friendlyName': names,

	'twilioConversations service id': [bySid(CHAT_SERVICE_SID), bySid(OTHER_CHAT_SERVICE_SID)],
	'twilioConversations user identity': identities,
	'twilioConversations user id': [bySid(PEOPLE.anna.conversationUser), bySid(PEOPLE.bob.conversationUser)],
	'twilioConversations updateFields.attributes': attributes,
	'twilioConversations updateFields.friendlyName': names,
	'twilioConversations updateFields.role id': [bySid(ROLE.agent), bySid(ROLE.supervisor)],

	'voipNow user': ['@me', '7'],
	'voipNow queue': [VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE],
	'voipNow agent id': [bySid(PEOPLE.anna.extension), bySid(PEOPLE.frank.extension)],
	'voipNow limit': [2, 3],

	'conpeek user': [PEOPLE.anna.login, String(PEOPLE.bob.conpeekId)],
	'conpeek breakCause': ['Obiad', 'Szkolenie'],
	'conpeek additionalFields.breakNote': ['Lorem ipsum..', ''],
	'conpeek additionalFields.onlineModeId': [CONPEEK_MODE.calls, CONPEEK_MODE.chats],
};
