import type { NodeParameterValueType } from 'n8n-workflow';
import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	CONPEEK_MODE,
	OTHER_CHAT_SERVICE_SID,
	OTHER_WORKSPACE_SID,
	PEOPLE,
	RESERVATION,
	ROLE,
	TASK_CHANNEL,
	VOIPNOW_QUEUE,
	VOIPNOW_SALES_QUEUE,
	workerChannelSid,
	WORKSPACE_SID,
} from '../../../simulators';
import { byIdentity, byName, bySid, fromList } from './vendors';

type Two = [NodeParameterValueType, NodeParameterValueType];

const identities: Two = [byIdentity('anna@example.com'), byIdentity('bob@example.com')];
const attributes: Two = ['{"skills":["billing"]}', '{}'];
const reasons: Two = ['Lunch', 'Tea'];
const names: Two = ['Anna', ''];

/** A locator's ways in: by id and from the list, and by name where two names are given. */
const locator = (field: string, ids: [string, string], named?: [string, string]): Record<string, Two> => ({
	[`${field} id`]: [bySid(ids[0]), bySid(ids[1])],
	[`${field} list`]: [fromList(ids[0]), fromList(ids[1])],
	...(named && { [`${field} name`]: [byName(named[0]), byName(named[1])] }),
});

const taskRouter = 'twilioTaskRouter';
const workspaces: [string, string] = [WORKSPACE_SID, OTHER_WORKSPACE_SID];
const workers: [string, string] = [PEOPLE.anna.worker, PEOPLE.bob.worker];
const workerNames: [string, string] = [PEOPLE.anna.name, PEOPLE.bob.name.toLowerCase()];
const activities: [string, string] = [ACTIVITY.available, ACTIVITY.break];
const activityNames: [string, string] = ['available', 'Break'];
const channels: [string, string] = [
	workerChannelSid(PEOPLE.anna.worker, TASK_CHANNEL.voice),
	workerChannelSid(PEOPLE.anna.worker, TASK_CHANNEL.chat),
];
const roles: [string, string] = [ROLE.agent, ROLE.supervisor];
const roleNames: [string, string] = ['service user', 'Service Admin'];
const versions: Two = ['"3"', '4'];
const sids = (prefix: string): Two => [`${prefix}${'a'.repeat(32)}`, `${prefix}${'B'.repeat(32)}`];

/**
 * Two valid values for every field that cannot say its own: by node and path of the field, a resource locator's by the
 * mode too. Switches and lists of choices need none: all they allow is tried.
 */
export const SAMPLES: Record<string, Two> = {
	...locator(`${taskRouter} workspace`, workspaces, ['Support', 'back office']),
	...locator(`${taskRouter} worker`, workers, workerNames),
	...locator(`${taskRouter} activity`, activities, activityNames),
	...locator(`${taskRouter} channel`, channels, ['voice', 'Chat']),
	...locator(`${taskRouter} reservation`, [RESERVATION.bob, RESERVATION.carla]),
	...locator(`${taskRouter} filters.activity`, activities, activityNames),
	...locator(`${taskRouter} filters.worker`, workers, workerNames),
	...locator(`${taskRouter} updateFields.activity`, activities, activityNames),
	...locator(`${taskRouter} additionalFields.activity`, activities, activityNames),
	...locator(`${taskRouter} additionalFields.dequeuePostWorkActivity`, activities, activityNames),
	...locator(`${taskRouter} additionalFields.postWorkActivity`, activities, activityNames),
	...locator(`${taskRouter} additionalFields.workerActivity`, activities, activityNames),
	...locator(`${taskRouter} stateMapping native`, activities, activityNames),
	'twilioTaskRouter reason': reasons,
	'twilioTaskRouter stateMapping reason': reasons,
	'twilioTaskRouter stateOptions.confirmAfter': [0, 1],
	'twilioTaskRouter stateOptions.graceMinutes': [0, 10],
	'twilioTaskRouter stateOptions.protectedStates': ['On Call, break', 'Busy'],
	'twilioTaskRouter friendlyName': ['Lunch', 'Tea'],
	'twilioTaskRouter limit': [2, 3],
	'twilioTaskRouter attributes': ['{"skills":["billing","vip"]}', '{"team":"a"}'],
	'twilioTaskRouter skills': ['billing', 'english'],
	'twilioTaskRouter filters.activityName': ['Break', 'Offline'],
	'twilioTaskRouter filters.conditions attribute': ['skills', 'routing.skills'],
	'twilioTaskRouter filters.conditions value': ['billing', `O'Neil "the" \\ boss`],
	'twilioTaskRouter filters.friendlyName': ['Anna', 'Bob'],
	'twilioTaskRouter filters.taskQueueName': ['Support', 'Sales'],
	'twilioTaskRouter filters.taskQueueSid': sids('WQ'),
	'twilioTaskRouter filters.startDate': ['2026-03-29T08:00:00Z', '2026-03-30T08:00:00Z'],
	'twilioTaskRouter filters.endDate': ['2026-03-29T08:00:00Z', '2026-03-30T08:00:00Z'],
	'twilioTaskRouter filters.minutes': [5, 1],
	'twilioTaskRouter filters.taskChannel': ['voice', 'chat'],
	'twilioTaskRouter filters.workerName': ['Anna Kowalska', 'Bob Stone'],
	'twilioTaskRouter filters.eventSid': sids('EV'),
	'twilioTaskRouter filters.eventType': ['worker.activity.update', 'worker.created'],
	'twilioTaskRouter filters.reservationSid': sids('WR'),
	'twilioTaskRouter filters.taskSid': sids('WT'),
	'twilioTaskRouter filters.workflowSid': sids('WW'),
	'twilioTaskRouter updateFields.attributes': attributes,
	'twilioTaskRouter updateFields.concurrency': [5, 0],
	'twilioTaskRouter updateFields.capacity': [5, 0],
	'twilioTaskRouter updateFields.friendlyName': names,
	'twilioTaskRouter updateFields.ifMatch': versions,
	'twilioTaskRouter updateFields.operatingUnitSid': [`OU${'a'.repeat(32)}`, `OU${'b'.repeat(32)}`],
	'twilioTaskRouter additionalFields.attributes': attributes,
	'twilioTaskRouter additionalFields.ifMatch': versions,
	'twilioTaskRouter additionalFields.level': [3, 0],
	'twilioTaskRouter skillsAttribute': ['skills', 'routing.skills'],

	'twilioFrontline user identity': identities,
	'twilioFrontline user id': [bySid(PEOPLE.anna.frontlineUser), bySid(PEOPLE.bob.frontlineUser)],
	'twilioFrontline reason': reasons,
	'twilioFrontline stateMapping reason': reasons,
	'twilioFrontline stateOptions.confirmAfter': [0, 1],
	'twilioFrontline stateOptions.protectedStates': ['Not Available', 'Busy'],
	'twilioFrontline updateFields.avatar': ['https://example.com/anna.png', ''],
	'twilioFrontline updateFields.friendlyName': names,

	...locator('twilioConversations service', [CHAT_SERVICE_SID, OTHER_CHAT_SERVICE_SID], ['Support', 'back office']),
	...locator('twilioConversations user', [PEOPLE.anna.conversationUser, PEOPLE.bob.conversationUser]),
	'twilioConversations user identity': identities,
	...locator('twilioConversations role', roles, roleNames),
	...locator('twilioConversations updateFields.role', roles, roleNames),
	...locator('twilioConversations additionalFields.role', roles, roleNames),
	'twilioConversations attributeName': ['agentState', 'presence'],
	'twilioConversations reason': reasons,
	'twilioConversations stateMapping reason': reasons,
	'twilioConversations stateMapping native': ['lunch', 'break'],
	'twilioConversations stateOptions.confirmAfter': [0, 1],
	'twilioConversations stateOptions.protectedStates': ['break', 'Busy'],
	'twilioConversations identity': ['grace@example.com', 'Grace Hopper'],
	'twilioConversations limit': [2, 3],
	'twilioConversations attributes': ['{"skills":["billing","vip"]}', '{"team":"a"}'],
	'twilioConversations updateFields.attributes': attributes,
	'twilioConversations updateFields.friendlyName': names,
	'twilioConversations additionalFields.attributes': attributes,
	'twilioConversations additionalFields.friendlyName': names,

	'voipNow user': ['@me', '7'],
	'voipNow queue': [VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE],
	'voipNow queues': [VOIPNOW_QUEUE, `${VOIPNOW_QUEUE}, ${VOIPNOW_SALES_QUEUE}`],
	'voipNow extension': ['@self', PEOPLE.anna.extension],
	...locator('voipNow agent', [PEOPLE.anna.extension, PEOPLE.frank.extension]),
	'voipNow reason': reasons,
	'voipNow stateMapping reason': reasons,
	'voipNow stateOptions.confirmAfter': [0, 1],
	'voipNow stateOptions.protectedStates': ['Online', 'Paused'],
	'voipNow limit': [2, 3],
	'voipNow filters.filterValue': ['2', '0'],

	'conpeek user': [PEOPLE.anna.login, String(PEOPLE.bob.conpeekId)],
	'conpeek onlineModeId': [CONPEEK_MODE.calls, CONPEEK_MODE.chats],
	'conpeek reason': ['Obiad', 'Szkolenie'],
	'conpeek note': ['Lorem ipsum..', ''],
	'conpeek stateMapping reason': reasons,
	'conpeek stateOptions.trustMinutes': [0, 60],
	'conpeek breakCause': ['Obiad', 'Szkolenie'],
	'conpeek additionalFields.breakNote': ['Lorem ipsum..', ''],
	'conpeek additionalFields.onlineModeId': [CONPEEK_MODE.calls, CONPEEK_MODE.chats],

	'agentState agentColumn': ['agentId', 'other.who'],
	'agentState stateColumn': ['desiredState', 'should'],
	'agentState moreColumns.noteColumn': ['note', 'remark'],
	'agentState moreColumns.reasonColumn': ['reason', 'why'],
	'agentState moreColumns.scopeColumn': ['scope', 'place'],
	'agentState moreColumns.vendorColumn': ['service', 'vendor'],
};
