import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	PEOPLE,
	startConpeek,
	startTwilio,
	startVoipNow,
	VOIPNOW_QUEUE,
	WORKSPACE_SID,
	type ConpeekSimulator,
	type Seen,
	type TwilioSimulator,
	type TwilioState,
	type VoipNowSimulator,
	type VoipNowState,
} from '../../../simulators';
import { Bench, type Job, type Outcome } from '../bench/bench';
import { byIdentity, bySid, conpeekCredential, twilioCredential, voipNowCredential } from './vendors';

const { anna, dawid } = PEOPLE;

/** What a test has to know about a service to run Agent State for it. */
interface Cast {
	id: string;
	/** The fields that say where its agents are. */
	place: INodeParameters;
	/** What a row calls the place. */
	scope: string | null;
	/** Two agents, by id and by another word: neither is in the state that `wishes` asks for, once `prepare` was called. */
	agents: Array<{ id: string; alias: string; name: string }>;
	prepare?: (stage: Stage) => void;
	/** Whether the service tells states; Conpeek does not. */
	tells: boolean;
	simulator: (stage: Stage) => { seen: Seen[] };
	/** The state of the first agent as the service has it. */
	stateOf: (stage: Stage) => unknown;
	available: unknown;
	/** The vendor's own node. */
	own: { resource: string; agent: (id: string) => INodeParameters };
}

export const CASTS: Cast[] = [
	{
		id: 'twilioTaskRouter',
		place: { workspace: bySid(WORKSPACE_SID) },
		scope: WORKSPACE_SID,
		agents: [anna, dawid].map(({ worker, name }) => ({ id: worker, alias: name, name })),
		tells: true,
		simulator: ({ twilio }) => twilio,
		stateOf: ({ twilio }) => twilio.state.workers[anna.worker]?.activity_sid,
		available: ACTIVITY.available,
		own: { resource: 'worker', agent: (id) => ({ worker: bySid(id) }) },
	},
	{
		id: 'twilioFrontline',
		place: {},
		scope: null,
		agents: [anna, dawid].map(({ frontlineUser, identity, name }) => ({
			id: frontlineUser,
			alias: identity,
			name,
		})),
		prepare({ twilio }) {
			const user = twilio.state.frontlineUsers[dawid.frontlineUser];
			if (user) user.is_available = true;
		},
		tells: true,
		simulator: ({ twilio }) => twilio,
		stateOf: ({ twilio }) => twilio.state.frontlineUsers[anna.frontlineUser]?.is_available,
		available: true,
		own: { resource: 'user', agent: (id) => ({ user: byIdentity(id) }) },
	},
	{
		id: 'twilioConversations',
		place: { serviceScope: 'default', keptIn: 'attribute', attributeName: 'agentState' },
		scope: null,
		agents: [anna, dawid].map(({ conversationUser, identity, name }) => ({
			id: conversationUser,
			alias: identity,
			name,
		})),
		tells: true,
		simulator: ({ twilio }) => twilio,
		stateOf: ({ twilio }) => twilio.state.conversationUsers[anna.conversationUser]?.attributes,
		available: '{"agentState":"available"}',
		own: { resource: 'user', agent: (id) => ({ user: byIdentity(id) }) },
	},
	{
		id: 'voipNow',
		place: { user: '@me', queues: VOIPNOW_QUEUE },
		scope: VOIPNOW_QUEUE,
		agents: [anna, dawid].map(({ extension }) => ({ id: extension, alias: extension, name: extension })),
		tells: true,
		simulator: ({ voipNow }) => voipNow,
		stateOf: ({ voipNow }) => voipNow.state.queues[VOIPNOW_QUEUE]?.agents[anna.extension],
		available: '1',
		own: { resource: 'queueAgent', agent: (id) => ({ agent: bySid(id) }) },
	},
	{
		id: 'conpeek',
		place: {},
		scope: null,
		agents: [anna, dawid].map(({ login }) => ({ id: login, alias: login, name: login })),
		tells: false,
		simulator: ({ conpeek }) => conpeek,
		stateOf: ({ conpeek }) => conpeek.state.users[anna.conpeekId]?.work_state,
		available: 'ONLINE',
		own: { resource: 'user', agent: (id) => ({ user: id }) },
	},
];

export function castOf(id: string): Cast {
	const cast = CASTS.find((one) => one.id === id);
	if (!cast) throw new Error(`test/support/pack/stage.ts does not know ${id}`);
	return cast;
}

/** Agent 1 to available, agent 2 to offline. */
export const wishes = ({ agents }: Cast): IDataObject[] =>
	agents.map(({ id }, at) => ({ agentId: id, desiredState: at === 0 ? 'available' : 'offline' }));

/** All three simulators and n8n's engine, for tests that set states. */
export interface Stage {
	bench: Bench;
	twilio: TwilioSimulator;
	voipNow: VoipNowSimulator;
	conpeek: ConpeekSimulator;
	credentials: NonNullable<Job['credentials']>;
	/** Runs Agent State; by default it sets the states that the items ask for. */
	run: (parameters: INodeParameters, items?: IDataObject[], more?: Partial<Job>) => Promise<Outcome>;
	/** Puts fresh simulators in place of the old ones. */
	reset: (seed?: { twilio?: Partial<TwilioState>; voipNow?: Partial<VoipNowState> }) => Promise<void>;
}

/** For the tests of one file: n8n's engine opened once, fresh simulators for each test. */
export function useStage(): Stage {
	const stage = {
		async run(parameters, items = [{}], more = {}) {
			return await stage.bench.run({
				node: 'agentState',
				parameters: { operation: 'setState', source: 'items', ...parameters },
				items,
				credentials: stage.credentials,
				...more,
			});
		},
		async reset(seed = {}) {
			await close();
			stage.twilio = await startTwilio({ ...(seed.twilio && { seed: seed.twilio }) });
			stage.voipNow = await startVoipNow({ ...(seed.voipNow && { seed: seed.voipNow }) });
			stage.conpeek = await startConpeek();
			stage.credentials = {
				...twilioCredential(stage.twilio.url),
				...voipNowCredential(stage.voipNow.url),
				...conpeekCredential(stage.conpeek.url),
			};
		},
	} as Stage;
	const close = async () => {
		if ('twilio' in stage)
			await Promise.all([stage.twilio, stage.voipNow, stage.conpeek].map((one) => one.close()));
	};
	beforeAll(async () => {
		stage.bench = await Bench.open();
	});
	beforeEach(async () => await stage.reset());
	afterEach(() => jest.restoreAllMocks());
	afterAll(async () => {
		await close();
		await stage.bench.close();
	});
	return stage;
}

/** The requests that change something; the one for a token does not. */
export const writesIn = (seen: Seen[]): Seen[] =>
	seen.filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth/'));

export const readsIn = (seen: Seen[]): string[] =>
	seen.filter(({ method }) => method === 'GET').map(({ path }) => path);

export const rowsOf = (items: INodeExecutionData[]): IDataObject[] => items.map(({ json }) => json);

/** Of each row one value. */
export const each = (items: INodeExecutionData[], name: string): unknown[] => items.map(({ json }) => json[name]);

/** A text of one row; anything else is none. */
export function textAt(items: INodeExecutionData[], at: number, name = 'reason'): string {
	const value = items[at]?.json[name];
	return typeof value === 'string' ? value : '';
}

/** A row without what differs from run to run. */
export const lasting = ({ outcome: _outcome, at: _at, restore: _restore, ...row }: IDataObject): IDataObject => row;

/** The parameters of a run at TaskRouter's workspace, and others. */
export const taskRouter = (more: INodeParameters = {}): INodeParameters => ({
	vendor: 'twilioTaskRouter',
	workspace: bySid(WORKSPACE_SID),
	...more,
});

/** One item. */
export const wish = (agentId: string | undefined, desiredState: string, more: IDataObject = {}): IDataObject => ({
	agentId,
	desiredState,
	...more,
});
