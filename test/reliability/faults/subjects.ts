import type { INodeParameters } from 'n8n-workflow';
import { TWILIO_OAUTH_CLIENT_ID, TWILIO_OAUTH_CLIENT_SECRET, vendorSimulators } from '../../../simulators';
import type { Credentials, Replying, StateSamples } from '../../../simulators/samples';
import type { Simulator } from '../../../simulators/server';
import { adapters } from '../../../nodes/AgentState/adapters';
import type { NodeDefinition, Operation } from '../../../nodes/shared/operation/operation';
import type { Bench, Job } from '../../support/bench/bench';
import { pages } from '../../support/documents/reference';
import { parametersOf, subjectOf } from '../../support/pack/vendors';

export const KINDS = ['list', 'read', 'update', 'merge', 'create, delete', 'set state', 'restore previous'] as const;

export type Kind = (typeof KINDS)[number];

/** An operation that things go wrong with. */
export interface Subject {
	/** Such as `twilioTaskRouter worker.create`. */
	name: string;
	kind: Kind;
	open: (bench: Bench) => Promise<OpenSubject>;
}

export interface OpenSubject {
	/** The address of the service, or what answers in its place. */
	service: string | Replying;
	/** @param url at which the service is reached */
	job: (url: string) => Pick<Job, 'node' | 'parameters' | 'items' | 'credentials' | 'staticData'>;
	/** Whether the agent is in the state that was asked for, where that can be seen. */
	isDone?: () => boolean;
	close: () => Promise<void>;
}

/** Makes the credential with which a subject runs of the one in its samples; without one there is no such subject. */
type Sign = (credentials: Credentials) => Credentials | undefined;

/** Every operation of every vendor's node, and those of Agent State at every service that has them. */
export const subjects = (sign: Sign = (credentials) => credentials): Subject[] => [
	...pages.flatMap(([, definition]) => ofNode(definition, sign)),
	...ofAgentState(sign),
];

/** A token that n8n still has and the service no longer takes, and the one that the service gives in its place. */
export const OLD_TOKEN = 'a-token-that-has-expired';
export const NEW_TOKEN = 'a-token-of-the-service';

/** The same operations at the services that give tokens, with the old token in the credential. */
export const tokenSubjects = (): Subject[] =>
	subjects(({ voipNowOAuth2Api, twilioContactCenterApi }): Credentials | undefined => {
		const old = { accessToken: OLD_TOKEN, accessExpiresAt: '9999999999999' };
		if (voipNowOAuth2Api) return { voipNowOAuth2Api: { ...voipNowOAuth2Api, ...old } };
		if (!twilioContactCenterApi) return undefined;
		const client = { oAuthClientId: TWILIO_OAUTH_CLIENT_ID, oAuthClientSecret: TWILIO_OAUTH_CLIENT_SECRET };
		return { twilioContactCenterApi: { ...twilioContactCenterApi, authentication: 'oAuth2', ...client, ...old } };
	});

/** The same for all operations of a node but custom ones, such as *Set State*, which is Agent State's. */
function ofNode(definition: NodeDefinition, sign: Sign): Subject[] {
	const node = vendorSimulators()
		.flatMap(({ samples }) => Object.keys(samples))
		.find((name) => name.toLowerCase() === nodeNameOf(definition));
	if (node === undefined) throw new Error(`No samples are those of ${definition.vendor.name}`);
	const credentials = signedFor(node, sign);
	if (!credentials) return [];
	return definition.resources.flatMap(({ option, operations }) =>
		operations.flatMap((operation): Subject[] => {
			const kind = kindOf(operation);
			if (!kind) return [];
			const name = `${String(option.value)}.${operation.option.value}`;
			return [{ name: `${node} ${name}`, kind, open: async () => openOperation(node, name, credentials) }];
		}),
	);
}

/** The credential at an address. */
type Credential = (url: string) => Credentials;

function signedFor(node: string, sign: Sign): Credential | undefined {
	const { credentials } = subjectOf(node);
	return sign(credentials('')) && ((url) => ({ ...sign(credentials(url)) }));
}

const nodeNameOf = ({ vendor }: NodeDefinition): string => vendor.name.replaceAll(' ', '').toLowerCase();

function kindOf(operation: Operation): Kind | undefined {
	if (operation.kind === 'custom') return undefined;
	if (operation.kind === 'list') return 'list';
	if (operation.request.method === 'GET') return 'read';
	if (!operation.request.idempotent) return 'create, delete';
	return operation.kind === 'edit' && !operation.edit.applies ? 'merge' : 'update';
}

function openOperation(node: string, name: string, credentials: Credential): OpenSubject {
	const { reply } = subjectOf(node);
	return {
		service(request) {
			if (request.path.startsWith('/oauth/'))
				return { body: { access_token: NEW_TOKEN, token_type: 'Bearer', expires_in: 7200 } };
			return request.headers.authorization === `Bearer ${OLD_TOKEN}` ? { status: 401 } : reply(request);
		},
		job: (url) => ({ node, parameters: parametersOf(node, name), credentials: credentials(url) }),
		close: async () => {},
	};
}

function ofAgentState(sign: Sign): Subject[] {
	return vendorSimulators().flatMap(({ start, samples }) =>
		Object.entries(samples).flatMap(([node, { states }]): Subject[] => {
			const credentials = signedFor(node, sign);
			if (!states || !credentials) return [];
			const place: Place = { vendor: node, states, credentials };
			const subject = (operation: string, kind: Kind, open: OpenStates = openStates): Subject => ({
				name: `agentState ${operation} (${node})`,
				kind,
				open: async (bench) => await open({ ...place, simulator: await start() }, operation, bench),
			});
			const tellsPast = adapters.some(({ id, history }) => id === node && history !== undefined);
			return [
				subject('setState', 'set state'),
				subject('restorePrevious', 'restore previous', openRestore),
				...(states.tells ? [subject('getState', 'read'), subject('compare', 'read')] : []),
				...(tellsPast ? [subject('getHistory', 'read')] : []),
			];
		}),
	);
}

/** Where Agent State runs. */
interface Place {
	vendor: string;
	states: StateSamples;
	credentials: Credential;
}

type OpenPlace = Place & { simulator: Simulator };

type OpenStates = (place: OpenPlace, operation: string, bench: Bench) => Promise<OpenSubject>;

async function openStates(place: OpenPlace, operation: string): Promise<OpenSubject> {
	const { simulator, states } = place;
	states.prepare?.(simulator);
	return {
		service: simulator.url,
		job: (url) => statesJob(place, url, operation, [wishOf(place, 'available')]),
		...(operation === 'setState' && { isDone: () => isSame(states.stateOf(simulator), states.available) }),
		close: async () => await simulator.close(),
	};
}

/** Takes back that an agent was made available, who was offline before. */
async function openRestore(place: OpenPlace, operation: string, bench: Bench): Promise<OpenSubject> {
	const { simulator, states, vendor } = place;
	states.prepare?.(simulator);
	const staticData = {};
	const setState = async (state: string) => {
		const job = statesJob(place, simulator.url, 'setState', [wishOf(place, state)]);
		const { credentials } = subjectOf(vendor);
		const { out } = await bench.run({ ...job, credentials: credentials(simulator.url), staticData });
		return out.map(({ json }) => json);
	};
	await setState('offline');
	const before = structuredClone(states.stateOf(simulator));
	const items = await setState('available');
	return {
		service: simulator.url,
		job: (url) => ({ ...statesJob(place, url, operation, items), staticData }),
		isDone: () => isSame(states.stateOf(simulator), before),
		close: async () => await simulator.close(),
	};
}

function statesJob({ vendor, states, credentials }: Place, url: string, operation: string, items: Job['items']) {
	const parameters: INodeParameters = { operation, source: 'items', vendor, ...states.scopeFields };
	return { node: 'agentState', parameters, items, credentials: credentials(url) };
}

const wishOf = ({ states }: Place, state: string) => ({ agentId: states.agents[0]?.id, desiredState: state });

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
