import type { Workflow } from '../../demo/n8n/workflows';
import { ACTIVITY, CHAT_SERVICE_SID, PEOPLE, VOIPNOW_QUEUE, WORKSPACE_SID } from '../../simulators';
import { bySid } from '../../simulators/locator';
import type { SignIn } from './canaries';
import type { EchoMode } from './echo';

export const START = 'Start';

interface Step {
	type: string;
	parameters: object;
}

const { anna } = PEOPLE;
const workspace = { workspace: bySid(WORKSPACE_SID) };
const worker = { ...workspace, worker: bySid(anna.worker) };
const simplify = false;

const step = (type: string, resource: string, operation: string, parameters: object): Step => ({
	type,
	parameters: { resource, operation, ...parameters },
});
const agentState = (vendor: string, operation: string, parameters: object): Step => ({
	type: 'agentState',
	parameters: { operation, vendor, source: 'fields', ...parameters },
});

const create = step('twilioTaskRouter', 'worker', 'create', {
	...workspace,
	friendlyName: '={{ $execution.id }}',
	simplify,
});
const twilio: Step[] = [
	create,
	step('twilioTaskRouter', 'worker', 'getAll', { ...workspace, simplify }),
	step('twilioTaskRouter', 'worker', 'setActivity', { ...worker, activity: bySid(ACTIVITY.break), simplify }),
	step('twilioTaskRouter', 'worker', 'mergeAttributes', { ...worker, attributes: '{"a":1}', simplify }),
	step('twilioFrontline', 'user', 'get', { user: bySid(anna.frontlineUser), simplify }),
	step('twilioConversations', 'user', 'get', {
		service: bySid(CHAT_SERVICE_SID),
		user: bySid(anna.conversationUser),
		simplify,
	}),
	agentState('twilioTaskRouter', 'setState', { ...worker, agent: bySid(anna.worker), state: 'available' }),
	agentState('twilioTaskRouter', 'getState', { ...workspace, agent: bySid(anna.worker) }),
];

/** What is run with each credential. The first step changes something. */
const steps: Record<SignIn, Step[]> = {
	twilioAuthToken: twilio,
	twilioApiKey: twilio,
	twilioOAuth: twilio,
	voipNow: [
		step('voipNow', 'queueAgent', 'update', {
			user: '@me',
			queue: VOIPNOW_QUEUE,
			agent: bySid(anna.extension),
			status: '2',
			simplify,
		}),
		step('voipNow', 'queueAgent', 'getAll', { user: '@me', queue: VOIPNOW_QUEUE, simplify }),
		agentState('voipNow', 'setState', { queues: VOIPNOW_QUEUE, agent: bySid(anna.extension), state: 'available' }),
	],
	conpeek: [
		step('conpeek', 'user', 'update', { user: anna.login, workState: 'ONLINE', simplify }),
		agentState('conpeek', 'setState', { agent: anna.login, state: 'offline' }),
	],
};

/** A service that fails for good is asked again and again, for half a minute: one request is enough. */
const stepsIn = (signIn: SignIn, mode: EchoMode): Step[] =>
	steps[signIn].slice(0, mode === 'refuse-500' ? 1 : undefined);

const typeOf = (signIn: SignIn) =>
	({ voipNow: 'voipNowOAuth2Api', conpeek: 'conpeekApi' })[signIn as string] ?? 'twilioContactCenterApi';

const nodeOf = (id: string, { type, parameters }: Step, index: number, credentials: object, onError?: string) => ({
	id: `${id}-${index}`,
	name: `Step ${index}`,
	type: `n8n-nodes-agent-state.${type}`,
	typeVersion: 1,
	position: [200, index * 100],
	parameters,
	credentials,
	...(onError !== undefined && { onError }),
});

/**
 * Each step of a credential right after the start: all in one workflow that goes on after errors, and where a
 * service fails also the first of them in one that stops.
 *
 * @param credential its id and name in n8n
 */
export function secretWorkflows(
	id: string,
	signIn: SignIn,
	mode: EchoMode,
	credential: { id: string; name: string },
): Workflow[] {
	const credentials = { [typeOf(signIn)]: credential };
	const all = stepsIn(signIn, mode);
	const goesOn = startedByHand(
		`${id}a`,
		all.map((one, index) => nodeOf(id, one, index, credentials, 'continueRegularOutput')),
	);
	const stops = startedByHand(
		`${id}b`,
		all.slice(0, 1).map((one, index) => nodeOf(id, one, index, credentials)),
	);
	return STOPPING.includes(mode) ? [goesOn, stops] : [goesOn];
}

/** Where a run that stops tells something else than one that goes on. */
const STOPPING: EchoMode[] = ['record', 'refuse-400', 'refuse-401', 'refuse-500', 'redirect', 'token-400'];

/** A node that puts out these values, which n8n therefore keeps. */
export const plantingWorkflow = (id: string, values: Record<string, string>): Workflow =>
	startedByHand(id, [
		{
			id: `${id}-0`,
			name: 'Planted',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [200, 0],
			parameters: {
				assignments: {
					assignments: Object.entries(values).map(([name, value], index) => ({
						id: `${index}`,
						name,
						value,
						type: 'string',
					})),
				},
				options: {},
			},
		},
	]);

/** @param nodes all of them right after the start */
const startedByHand = (
	id: string,
	nodes: Array<{ name: string; type: string; parameters: object } & Record<string, unknown>>,
): Workflow => ({
	id,
	name: id,
	active: false,
	nodes: [
		{
			id: `${id}-start`,
			name: START,
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
		...nodes,
	],
	connections: {
		[START]: { main: [nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
	},
	settings: { executionOrder: 'v1' },
});
