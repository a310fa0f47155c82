import { byIdentity, bySid } from '../../locator';
import type { NodeSamples, Two } from '../../samples';
import { PEOPLE } from '../cast';
import type { TwilioSimulator } from '../server';
import { twilioKeyCredential } from './account';
import { reply } from './reply';

const { anna, bob, dawid } = PEOPLE;
const user = { user: byIdentity(anna.identity) };
const reasons: Two = ['Lunch', 'Tea'];

export const frontline: NodeSamples<TwilioSimulator> = {
	credentials: twilioKeyCredential,
	paths: /^\/frontline-api\//,
	reply,
	ownOperations: ['setAvailability'],
	operations: {
		'user.get': user,
		'user.setState': user,
		'user.setAvailability': { ...user, isAvailable: true },
		'user.update': user,
	},
	firstColumns: {
		'user.get': ['friendly_name', 'identity', 'is_available'],
		'user.setAvailability': ['friendly_name', 'identity', 'is_available'],
		'user.update': ['friendly_name', 'identity', 'is_available'],
	},
	optional: { 'user.update': { updateFields: { isAvailable: true } } },
	fields: {
		'user identity': [byIdentity('anna@example.com'), byIdentity('bob@example.com')],
		'user id': [bySid(anna.frontlineUser), bySid(bob.frontlineUser)],
		reason: reasons,
		'stateMapping reason': reasons,
		'stateOptions.confirmAfter': [0, 1],
		'stateOptions.outMinutes': [0, 60],
		'stateOptions.protectedStates': ['Not Available', 'Busy'],
		'updateFields.avatar': ['https://example.com/anna.png', ''],
		'updateFields.friendlyName': ['Anna', ''],
	},
	numbered: { user: { prefix: 'US', digits: 32 } },
	states: {
		resource: 'user',
		scopeFields: {},
		scope: null,
		parameters: [],
		agents: [anna, dawid].map(({ frontlineUser, identity, name }) => ({
			id: frontlineUser,
			alias: identity,
			name,
		})),
		named: [anna.identity, bob.identity],
		agentField: (id) => ({ user: byIdentity(id) }),
		prepare({ state }) {
			const second = state.frontlineUsers[dawid.frontlineUser];
			if (second) second.is_available = true;
		},
		tells: true,
		stateOf: ({ state }) => state.frontlineUsers[anna.frontlineUser]?.is_available,
		available: true,
		now: { IsAvailable: false },
		before: { available: { IsAvailable: true } },
		otherState: 'available',
		mapping: { elsewhere: { native: 'true' }, asItIs: { native: 'false' } },
	},
};
