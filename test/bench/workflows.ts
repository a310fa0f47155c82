import { agentStateParameters } from './agentState';
import { WORKSPACE } from './workforce';

/** One way to update all agents: a workflow that differs from the others in its last node alone. */
export interface Side {
	/** also of the workflow */
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	/** how the pack's manifest ends for this node; n8n's own nodes are always there */
	file?: string;
	credential: 'twilioContactCenterApi' | 'httpBasicAuth';
	parameters: (url: string) => Record<string, unknown>;
	/** where the items come from; by default a row for each agent */
	rowsPath?: string;
}

export const UPDATE = 'Update';
const KEYS = { twilioContactCenterApi: 'benchTwilio', httpBasicAuth: 'benchBasic' };
const USER = `AC${'b'.repeat(32)}`;
// Unlike any SID: what equals the key is taken out of answers.
const PASSWORD = 'f'.repeat(32);

export const taskRouter: Side = {
	id: 'benchTaskRouter',
	name: 'Twilio TaskRouter',
	type: 'n8n-nodes-agent-state.twilioTaskRouter',
	typeVersion: 1,
	file: 'TwilioTaskRouter.node.js',
	credential: 'twilioContactCenterApi',
	parameters: () => ({
		resource: 'worker',
		operation: 'setActivity',
		workspace: { __rl: true, mode: 'id', value: WORKSPACE },
		worker: { __rl: true, mode: 'id', value: '={{ $json.agentId }}' },
		activity: { __rl: true, mode: 'id', value: '={{ $json.activitySid }}' },
	}),
};

export const agentState: Side = {
	id: 'benchAgentState',
	name: 'Agent State',
	type: 'n8n-nodes-agent-state.agentState',
	typeVersion: 1,
	file: 'AgentState.node.js',
	credential: 'twilioContactCenterApi',
	parameters: () => agentStateParameters(),
};

/** The same with so many requests at once and no more, whatever the service takes. */
export const agentStateWithin = (parallelLimit: number): Side => ({
	...agentState,
	id: `benchAgentState${parallelLimit}`,
	name: `Agent State with exactly ${parallelLimit} at once`,
	parameters: () => agentStateParameters({ parallelLimit }),
});

/** Agent State in executions of its own: one for all workspaces, by a column with the workspace of each, or one for each. */
const agentStateIn = (id: string, name: string, rowsPath: string): Side => ({
	...agentState,
	id,
	name,
	type: 'n8n-nodes-base.executeWorkflow',
	typeVersion: 1.2,
	rowsPath,
	parameters: () => ({
		source: 'database',
		workflowId: { __rl: true, mode: 'id', value: CALLED },
		mode: 'each',
		options: {},
	}),
});

/** The workflow that those call. */
export const CALLED = 'benchWorkspaces';

export const oneRun = agentStateIn('benchOneRun', 'one run for all workspaces', '/everything');
export const manyRuns = agentStateIn('benchManyRuns', 'a run for each workspace', '/scopes');

/** @param url of the vendor */
export const calledWorkflow = (url: string): object => ({
	...{ id: CALLED, name: CALLED, active: false },
	nodes: [
		{
			...{ id: 'called', name: 'Called', type: 'n8n-nodes-base.executeWorkflowTrigger', typeVersion: 1.1 },
			...{ position: [0, 0], parameters: { inputSource: 'passthrough' } },
		},
		{
			...{ id: 'rows', name: 'Rows', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5, position: [200, 0] },
			parameters: { url: `=${url}/rows?workspace={{ $json.workspace }}`, options: {} },
		},
		{
			...{ id: 'set', name: 'Set', type: agentState.type, typeVersion: 1, position: [400, 0] },
			parameters: agentStateParameters({ output: 'changed' }),
			credentials: { twilioContactCenterApi: { id: KEYS.twilioContactCenterApi, name: '' } },
			onError: 'continueRegularOutput',
		},
	],
	connections: { Called: to('Rows'), Rows: to('Set') },
	settings: { executionOrder: 'v1' },
});

/** What a user would take instead, as the editor saves it; in batches when asked. */
export function httpRequest(batch?: { batchSize: number; batchInterval: number }): Side {
	const batching = batch && { batching: { batch } };
	const words = batch && `${batch.batchSize} every ${batch.batchInterval} ms`;
	return {
		id: `benchHttp${batch ? `${batch.batchSize}x${batch.batchInterval}` : ''}`,
		name: `HTTP Request${words ? `, ${words}` : ''}`,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		credential: 'httpBasicAuth',
		parameters: (url) => ({
			method: 'POST',
			url: `=${url}/taskrouter/v1/Workspaces/${WORKSPACE}/Workers/{{ $json.agentId }}`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpBasicAuth',
			sendBody: true,
			contentType: 'form-urlencoded',
			bodyParameters: { parameters: [{ name: 'ActivitySid', value: '={{ $json.activitySid }}' }] },
			options: { ...batching },
		}),
	};
}

/** @param url of the vendor */
export const credentials = (url: string): object[] => [
	{
		id: KEYS.twilioContactCenterApi,
		name: 'Twilio',
		type: 'twilioContactCenterApi',
		data: {
			authentication: 'authToken',
			accountSid: USER,
			authToken: PASSWORD,
			region: '',
			apiRootOverride: `${url}/{product}`,
		},
	},
	{ id: KEYS.httpBasicAuth, name: 'Basic', type: 'httpBasicAuth', data: { user: USER, password: PASSWORD } },
];

/**
 * A trigger, the rows and the measured node. The rows come from the server in one request, which n8n splits into
 * items: cheap, the same on every side and within n8n's process, as a Code node's work is not.
 */
export function workflow(side: Side, url: string): object {
	const rows = { url: `${url}${side.rowsPath ?? '/rows'}`, options: {} };
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{ name: 'Rows', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5, parameters: rows },
		{
			name: UPDATE,
			type: side.type,
			typeVersion: side.typeVersion,
			parameters: side.parameters(url),
			credentials: { [side.credential]: { id: KEYS[side.credential], name: '' } },
			// Every agent counts, those that fail too.
			onError: 'continueRegularOutput',
		},
	];
	return {
		id: side.id,
		name: side.name,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: nodes.map((node, index) => ({ ...node, id: `node${index}`, position: [index * 200, 0] })),
		connections: { Start: to('Rows'), Rows: to(UPDATE) },
	};
}

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
