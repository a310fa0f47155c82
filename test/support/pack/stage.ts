import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
	vendorSimulators,
	type ConpeekSimulator,
	type Seen,
	type Simulator,
	type TwilioSimulator,
	type TwilioState,
	type VoipNowSimulator,
	type VoipNowState,
} from '../../../simulators';
import type { StateSamples } from '../../../simulators/samples';
import { WORKSPACE_SID } from '../../../simulators/twilio/cast';
import { Bench, type Job, type Outcome } from '../bench/bench';
import { bySid } from './vendors';

/** What a test has to know about a service to run Agent State for it. */
interface Cast extends Pick<StateSamples, 'scope' | 'agents' | 'tells' | 'available'> {
	/** The name of the service's node. */
	id: string;
	/** The fields that say where its agents are. */
	place: INodeParameters;
	/** Brings the first two agents out of the states that `desiredStates` asks for. */
	prepare?: (stage: Stage) => void;
	simulator: (stage: Stage) => Simulator;
	/** The state of the first agent as the service has it. */
	stateOf: (stage: Stage) => unknown;
	/** The vendor's own node. */
	own: { resource: string; agent: (id: string) => INodeParameters };
}

const vendors = vendorSimulators();

/** Every service on disk whose states can be set. */
export const CASTS: Cast[] = vendors.flatMap((vendor) =>
	Object.entries(vendor.samples).flatMap(([id, { states }]) => (states ? [castFor(vendor.id, id, states)] : [])),
);

function castFor(vendor: string, id: string, states: StateSamples): Cast {
	const simulator = (stage: Stage): Simulator => {
		const found = stage.services[vendor];
		if (!found) throw new Error(`The simulator ${vendor} was not started`);
		return found;
	};
	return {
		...states,
		id,
		place: states.scopeFields,
		simulator,
		prepare: (stage) => states.prepare?.(simulator(stage)),
		stateOf: (stage) => states.stateOf(simulator(stage)),
		own: { resource: states.resource, agent: (one) => states.agentField(one) },
	};
}

export function castOf(id: string): Cast {
	const cast = CASTS.find((one) => one.id === id);
	if (!cast) throw new Error(`No samples in simulators/ say how states are set with ${id}`);
	return cast;
}

/** Agent 1 to available, agent 2 to offline. */
export const desiredStates = ({ agents }: Cast): IDataObject[] =>
	agents.map(({ id }, at) => ({ agentId: id, desiredState: at === 0 ? 'available' : 'offline' }));

/** The vendors' simulators and n8n's engine, for tests that set states. */
export interface Stage {
	bench: Bench;
	/** By the name of the vendor's folder: all that are on disk. */
	services: Record<string, Simulator>;
	/** Three of them, for the tests that are about these. */
	twilio: TwilioSimulator;
	voipNow: VoipNowSimulator;
	conpeek: ConpeekSimulator;
	credentials: NonNullable<Job['credentials']>;
	/** Runs Agent State; by default it sets the states that the items ask for. */
	run: (parameters: INodeParameters, items?: IDataObject[], more?: Partial<Job>) => Promise<Outcome>;
	/** Puts fresh simulators in place of the old ones. */
	reset: (seed?: Seeds) => Promise<void>;
}

/** By the name of a vendor's folder: what replaces parts of its first state. */
interface Seeds extends Record<string, object | undefined> {
	twilio?: Partial<TwilioState>;
	voipNow?: Partial<VoipNowState>;
}

const credentialsFor = (services: Stage['services']): Stage['credentials'] =>
	Object.assign(
		{},
		...vendors.flatMap(({ id, samples }) =>
			Object.values(samples).map(({ credentials }) => credentials(services[id]?.url ?? '')),
		),
	) as Stage['credentials'];

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
			for (const { id, start } of vendors) {
				stage.services[id] = await start({ ...(seed[id] && { seed: seed[id] }) });
			}
			stage.credentials = credentialsFor(stage.services);
		},
		services: {},
		get twilio() {
			return stage.services.twilio as TwilioSimulator;
		},
		set twilio(simulator) {
			stage.services.twilio = simulator;
		},
		get voipNow() {
			return stage.services.voipNow as VoipNowSimulator;
		},
		get conpeek() {
			return stage.services.conpeek as ConpeekSimulator;
		},
	} as Stage;
	const close = async () => await Promise.all(Object.values(stage.services).map((one) => one.close()));
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

/** What a preview and the run after it say alike: not what became of the agent, nor the state now. */
export const announced = ({
	current: _current,
	outcome: _outcome,
	reason: _reason,
	at: _at,
	restore: _restore,
	...row
}: IDataObject): IDataObject => row;

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
