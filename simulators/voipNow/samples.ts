import { bySid } from '../locator';
import {
	FIRST_OTHER,
	LISTED,
	locatorSamples,
	type NodeSamples,
	type Reply,
	type Replying,
	type Two,
	type Wired,
} from '../samples';
import { PEOPLE, VOIPNOW_CLIENT_ID, VOIPNOW_CLIENT_SECRET, VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE } from './cast';
import type { VoipNowSimulator } from './server';

const { anna, bob, dawid, frank } = PEOPLE;
const queue = { user: '@me', queue: VOIPNOW_QUEUE };
const queues = { user: '@me', queues: VOIPNOW_QUEUE };
const agent = { agent: bySid(anna.extension) };
const reasons: Two = ['Lunch', 'Tea'];

/** With a secret, a token that was fetched with it is kept too. */
export const voipNowCredential = (host: string, secret?: string) => ({
	voipNowOAuth2Api: {
		host,
		clientId: VOIPNOW_CLIENT_ID,
		clientSecret: secret ?? VOIPNOW_CLIENT_SECRET,
		...(secret !== undefined && { accessToken: `tok-${secret}`, accessExpiresAt: '9999999999999' }),
	},
});

/** Everyone is online, and in the new state when an update asks for it. */
function reply({ method, path, body }: Wired): Reply {
	const { pathname, searchParams } = new URL(path, 'http://localhost');
	const last = pathname.split('/').at(-1) ?? '';
	if (method === 'PUT') {
		const { status } = JSON.parse(body) as { status: string };
		return { body: [{ agentNumber: last, status, queue: VOIPNOW_QUEUE, links: {} }] };
	}
	const isOne = pathname.includes('/queue/agents/') && last !== '';
	if (isOne) return { body: { entry: [{ agentNumber: last, status: '1', queue: VOIPNOW_QUEUE, links: {} }] } };
	const [start, count] = [Number(searchParams.get('startIndex')), Number(searchParams.get('count'))];
	const number = pathname.endsWith('/presence/') ? 'extension' : 'agentNumber';
	const entry = Array.from({ length: LISTED }, (_, index) => ({
		[number]: `0003*${FIRST_OTHER + index}`,
		status: '1',
		links: {},
	}));
	return { body: { entry: entry.slice(start, start + count) } };
}

/** Everyone is on a call. */
const withCall =
	(usual: Replying): Replying =>
	(request) => {
		const [, extension] = /extensions\/[^/]+\/([^/]+)\/presence/.exec(request.path) ?? [];
		return extension === undefined ? usual(request) : { body: { entry: [{ extension, status: '3' }] } };
	};

const voipNow: NodeSamples<VoipNowSimulator> = {
	credentials: voipNowCredential,
	paths: /^\/uapi\//,
	reply,
	ownOperations: ['updateInQueues'],
	operations: {
		'presence.getAll': { user: '@me', extension: '@self' },
		'queueAgent.get': { ...queue, ...agent },
		'queueAgent.getAll': queue,
		'queueAgent.setState': { ...queues, ...agent, state: 'break' },
		'queueAgent.update': { ...queue, ...agent, status: '1' },
		'queueAgent.updateInQueues': { ...queues, ...agent, status: '1' },
	},
	firstColumns: {
		'presence.getAll': ['extension', 'status', 'registration'],
		'queueAgent.get': ['agentNumber', 'status', 'queue'],
		'queueAgent.getAll': ['agentNumber', 'identifier', 'status'],
		'queueAgent.update': ['agentNumber', 'confirmed', 'status'],
		'queueAgent.updateInQueues': ['agentNumber', 'confirmed', 'status'],
	},
	optional: {},
	fields: {
		user: ['@me', '7'],
		queue: [VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE],
		queues: [VOIPNOW_QUEUE, `${VOIPNOW_QUEUE}, ${VOIPNOW_SALES_QUEUE}`],
		extension: ['@self', anna.extension],
		...locatorSamples('agent', [anna.extension, frank.extension]),
		reason: reasons,
		'stateMapping reason': reasons,
		'stateOptions.confirmAfter': [0, 1],
		'stateOptions.outMinutes': [0, 60],
		'stateOptions.openWorkMinutes': [20, 40],
		'stateOptions.protectedStates': ['Online', 'Paused'],
		limit: [2, 3],
		'filters.filterValue': ['2', '0'],
	},
	together: {
		paths: ['filters.filterBy', 'filters.filterOp', 'filters.filterValue'],
		values: (operation) => ({
			filterBy: operation.startsWith('presence') ? 'extension' : 'status',
			filterValue: '1',
		}),
	},
	numbered: { agent: { prefix: '0003*', digits: 3 } },
	situations: {
		openWork: () => ({ reply: withCall, wish: { state: 'offline' } }),
		openWorkMinutes: () => ({ reply: withCall, wish: { state: 'offline' } }),
	},
	states: {
		resource: 'queueAgent',
		scopeFields: queues,
		scope: VOIPNOW_QUEUE,
		scopes: [VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE],
		parameters: ['user', 'queues'],
		agents: [anna, dawid].map(({ extension }) => ({ id: extension, alias: extension, name: extension })),
		named: [anna.extension, bob.extension],
		agentField: (id) => ({ agent: bySid(id) }),
		tells: true,
		stateOf: ({ state }) => state.queues[VOIPNOW_QUEUE]?.agents[anna.extension],
		available: '1',
		now: { status: '1' },
		before: { available: { status: '2' }, break: { status: '2' } },
		otherState: 'break',
		mapping: { elsewhere: { native: '1' }, asItIs: { native: '2' } },
	},
};

export const samples = { voipNow };
