import type { NodeSamples, Reply, Two, Wired } from '../samples';
import { CONPEEK_API_KEY, CONPEEK_BREAK, CONPEEK_MODE, PEOPLE } from './cast';
import type { ConpeekSimulator } from './server';

const { anna, bob, dawid } = PEOPLE;
const causes: Two = [CONPEEK_BREAK.lunch, CONPEEK_BREAK.training];
const notes: Two = ['Lorem ipsum..', ''];
const modes: Two = [CONPEEK_MODE.calls, CONPEEK_MODE.chats];

export const conpeekCredential = (baseUrl: string, apiKey = CONPEEK_API_KEY) => ({ conpeekApi: { baseUrl, apiKey } });

/** A reason and a note belong to a break. */
const onLunch = () => ({ wish: { state: 'break', reason: CONPEEK_BREAK.lunch } });

/** Any update is taken. */
function reply({ body }: Wired): Reply {
	const { work_state } = JSON.parse(body) as { work_state: string };
	return { body: { data: { id: 74, work_state, break_type: null, break_cause: null, break_note: null } } };
}

const conpeek: NodeSamples<ConpeekSimulator> = {
	credentials: conpeekCredential,
	paths: /^\/tenant_user\//,
	reply,
	operations: {
		'user.setState': { user: anna.login, reason: CONPEEK_BREAK.lunch },
		'user.update': {
			user: anna.login,
			workState: 'ONLINE',
			breakType: 'COFFEE',
			breakCause: CONPEEK_BREAK.lunch,
		},
	},
	firstColumns: {
		'user.update': ['user', 'confirmed', 'work_state'],
	},
	optional: {},
	fields: {
		user: [anna.login, String(bob.conpeekId)],
		onlineModeId: modes,
		reason: causes,
		note: notes,
		'stateMapping reason': ['Lunch', 'Tea'],
		'stateOptions.trustMinutes': [0, 60],
		breakCause: causes,
		'additionalFields.breakNote': notes,
		'additionalFields.onlineModeId': modes,
	},
	numbered: { user: { prefix: 'user', digits: 3 } },
	situations: { reason: onLunch, note: onLunch },
	states: {
		resource: 'user',
		scopeFields: {},
		scope: null,
		parameters: ['onlineModeId'],
		agents: [anna, dawid].map(({ login }) => ({ id: login, alias: login, name: login })),
		named: [anna.login, String(bob.conpeekId)],
		agentField: (id) => ({ user: id }),
		tells: false,
		stateOf: ({ state }) => state.users[anna.conpeekId]?.work_state,
		available: 'ONLINE',
		now: { work_state: 'ONBREAK', break_type: 'COFFEE', break_cause: CONPEEK_BREAK.lunch },
		before: {
			available: { work_state: 'ONLINE', online_mode_id: CONPEEK_MODE.calls },
			offline: { work_state: 'OFFLINE' },
		},
		otherState: 'available',
		mapping: { elsewhere: { native: 'ONLINE' }, asItIs: { native: 'OFFLINE' } },
	},
};

export const samples = { conpeek };
