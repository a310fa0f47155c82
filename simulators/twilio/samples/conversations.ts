import { byIdentity, bySid } from '../../locator';
import { locatorSamples, type NodeSamples, type Two } from '../../samples';
import { CHAT_SERVICE_SID, OTHER_CHAT_SERVICE_SID, PEOPLE, ROLE } from '../cast';
import type { TwilioSimulator } from '../server';
import { twilioCredential } from './account';
import { reply, withState } from './reply';

const { anna, bob, dawid } = PEOPLE;
const service = { serviceScope: 'specific', service: bySid(CHAT_SERVICE_SID) };
const user = { ...service, user: byIdentity(anna.identity) };

const roles: [string, string] = [ROLE.agent, ROLE.supervisor];
const roleNames: [string, string] = ['service user', 'Service Admin'];
const attributes: Two = ['{"skills":["billing"]}', '{}'];
const names: Two = ['Anna', ''];
const reasons: Two = ['Lunch', 'Tea'];

/** Nothing but a mapping says which role a state is. */
const mapsRoles = (operation: string) => ({
	goesOn: operation === 'restorePrevious',
	parameters: Object.fromEntries(
		['stateMapping', 'twilioConversationsMapping'].map((mapping) => [
			mapping,
			{ rule: [{ state: 'available', reason: '', native: 'service admin' }] },
		]),
	),
});

export const conversations: NodeSamples<TwilioSimulator> = {
	credentials: twilioCredential,
	paths: /^\/conversations\//,
	reply,
	ownOperations: ['mergeAttributes'],
	operations: {
		'role.get': { ...service, role: bySid(ROLE.agent) },
		'role.getAll': service,
		'service.getAll': {},
		'user.create': { ...service, identity: 'grace@example.com' },
		'user.delete': user,
		'user.get': user,
		'user.getAll': service,
		'user.setState': user,
		'user.mergeAttributes': { ...user, attributes: '{"skills":["billing","vip"]}' },
		'user.update': user,
	},
	firstColumns: {
		'role.get': ['friendly_name', 'type', 'permissions'],
		'role.getAll': ['friendly_name', 'type', 'permissions'],
		'service.getAll': ['friendly_name', 'sid', 'date_updated'],
		'user.create': ['friendly_name', 'identity', 'role_sid'],
		'user.delete': [],
		'user.get': ['friendly_name', 'identity', 'attributes'],
		'user.getAll': ['friendly_name', 'identity', 'attributes'],
		'user.mergeAttributes': ['friendly_name', 'changed', 'identity'],
		'user.update': ['friendly_name', 'identity', 'role_sid'],
	},
	optional: { 'user.update': { updateFields: { role: bySid(ROLE.agent) } } },
	fields: {
		...locatorSamples('service', [CHAT_SERVICE_SID, OTHER_CHAT_SERVICE_SID], ['Support', 'back office']),
		...locatorSamples('user', [anna.conversationUser, bob.conversationUser]),
		'user identity': [byIdentity('anna@example.com'), byIdentity('bob@example.com')],
		...locatorSamples('role', roles, roleNames),
		...locatorSamples('updateFields.role', roles, roleNames),
		...locatorSamples('additionalFields.role', roles, roleNames),
		attributeName: ['agentState', 'presence'],
		reason: reasons,
		'stateMapping reason': reasons,
		'stateMapping native': ['lunch', 'break'],
		'stateOptions.confirmAfter': [0, 1],
		'stateOptions.outMinutes': [0, 60],
		'stateOptions.protectedStates': ['break', 'Busy'],
		identity: ['grace@example.com', 'Grace Hopper'],
		limit: [2, 3],
		attributes: ['{"skills":["billing","vip"]}', '{"team":"a"}'],
		'updateFields.attributes': attributes,
		'updateFields.friendlyName': names,
		'additionalFields.attributes': attributes,
		'additionalFields.friendlyName': names,
	},
	numbered: { user: { prefix: 'US', digits: 32 } },
	situations: { keptIn: mapsRoles, attributeName: mapsRoles },
	states: {
		resource: 'user',
		scopeFields: { serviceScope: 'default', keptIn: 'attribute', attributeName: 'agentState' },
		scope: null,
		scopes: [CHAT_SERVICE_SID, OTHER_CHAT_SERVICE_SID],
		parameters: ['serviceScope', 'service', 'keptIn', 'attributeName'],
		agents: [anna, dawid].map(({ conversationUser, identity, name }) => ({
			id: conversationUser,
			alias: identity,
			name,
		})),
		named: [anna.identity, bob.identity],
		agentField: (id) => ({ user: byIdentity(id) }),
		tells: true,
		stateOf: ({ state }) => state.conversationUsers[anna.conversationUser]?.attributes,
		available: '{"agentState":"available"}',
		now: { agentState: 'break' },
		before: { available: { agentState: 'available' } },
		otherState: 'available',
		mapping: { elsewhere: { native: 'lunch' }, asItIs: { native: 'break' } },
		withState,
	},
};
