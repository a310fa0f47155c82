import 'reflect-metadata';
import path from 'node:path';
import { ExecutionLifecycleHooks, LoadOptionsContext, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import {
	Expression,
	Workflow,
	createRunExecutionData,
	type ICredentialDataDecryptedObject,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodePropertyOptions,
	type INodeType,
	type INodeParameters,
	type IRun,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { CredentialStore } from './credentialStore';
import { checkExpressionTest } from './expressionGuard';
import { BenchNodeTypes, PROBE, sourceOf } from './nodeTypes';
import { scriptedAgent, type SeenTool } from './toolTypes';

export interface Job {
	/** The node's internal name, such as `twilioTaskRouter`. */
	node: string;
	parameters: INodeParameters;
	/** A test's own node, called `bench.probe`. */
	probe?: INodeType;
	/** One run of the node gets all of them. */
	items?: IDataObject[];
	/** The items of each further input, for a node that has several. */
	moreInputs?: IDataObject[][];
	/** The files of the items, item by item. */
	binary?: Array<INodeExecutionData['binary']>;
	/** Whether the items are pinned to the node before, as in the editor. */
	arePinned?: boolean;
	/** How the run was started; by a trigger, unless told otherwise. */
	mode?: 'trigger' | 'manual';
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	/** The time zone in the workflow's settings. */
	timezone?: string;
	/** n8n's setting On Error; stop is n8n's default. */
	onError?: INode['onError'];
	/** n8n's setting Retry On Fail. */
	retryOnFail?: boolean;
	/** The id of its workflow; the nodes of tests that give none are one node, which has run before. */
	workflowId?: string;
	/** The workflow's static data as n8n has it stored; the run leaves there what n8n would store after it. */
	staticData?: IDataObject;
	/** Called once the execution has begun, with a function that cancels it as n8n's stop button does. */
	whenStarted?: (cancel: () => void) => void;
}

/** A node as a tool of an AI agent whose model sends what the test says. */
export interface ToolJob extends Pick<Job, 'node' | 'parameters' | 'credentials' | 'onError' | 'retryOnFail'> {
	/** What the node is called on the canvas. */
	name?: string;
	/** What the model sends, round by round: one call for each. */
	rounds?: IDataObject[][];
	/** Whether the agent calls its tools itself, as n8n's MCP trigger and its older agents do. */
	isDirect?: boolean;
}

export interface ToolOutcome {
	/** What the model sees of the tool. */
	tool: SeenTool;
	/** What each call answered the model, in the order of the calls. */
	answers: IDataObject[][];
	error: Outcome['error'];
}

/** What the editor asks for when a dropdown is opened, typed into or scrolled. */
export interface SearchJob extends Pick<Job, 'node' | 'parameters' | 'credentials'> {
	/** The name of the node's search method. */
	method: string;
	filter?: string;
	/** As the search before it answered, for what comes after. */
	paginationToken?: string;
}

export interface Outcome {
	/** What left the node by its main output and by its error output, linked to the input items. */
	out: INodeExecutionData[];
	failed: INodeExecutionData[];
	/** By all outputs, where a node has several of its own. */
	outputs: INodeExecutionData[][];
	/** Set when the workflow stopped. */
	error: (Error & { description?: string | null; context?: IDataObject; httpCode?: string | null }) | undefined;
	hints: NodeExecutionHint[];
	credentialReads: number;
	run: IRun;
}

/**
 * Runs one node of the built pack in n8n's own engine: Source -> node -> Ok (output 0) and Failed (output 1).
 * Credentials, expressions, error routing and item links are n8n's; only its database and its editor are absent.
 */
export class Bench {
	private constructor(readonly loader: PackageDirectoryLoader) {}

	/** @param folder of the package */
	static async open(folder = path.resolve(__dirname, '../../..')): Promise<Bench> {
		const loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();
		if (process.env.AGENT_STATE_EXPRESSION_ENGINE === 'vm') await useSandboxedExpressions();
		return new Bench(loader);
	}

	async close(): Promise<void> {
		if (process.env.AGENT_STATE_EXPRESSION_ENGINE === 'vm') await Expression.disposeExpressionEngine();
	}

	async run(job: Job): Promise<Outcome> {
		checkExpressionTest(job.parameters);
		const credentials = new CredentialStore(this.loader);
		const references = Object.entries(job.credentials ?? {}).map(([type, data]) => [
			type,
			credentials.keep(type, data),
		]);
		const items = (job.items ?? [{}]).map((json, item) => {
			const binary = job.binary?.[item];
			return { json, ...(binary && { binary }) };
		});
		const moreInputs = (job.moreInputs ?? []).map((input) => input.map((json) => ({ json })));
		const workflow = new Workflow({
			id: job.workflowId ?? 'bench',
			nodes: [
				node('Source', 'bench.source'),
				{
					...node('Node', job.node),
					parameters: job.parameters,
					credentials: Object.fromEntries(references) as INode['credentials'],
					...(job.onError && { onError: job.onError }),
					...(job.retryOnFail && { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 }),
				},
				node('Ok', 'bench.sink'),
				node('Failed', 'bench.sink'),
			],
			connections: connectionsOf(1 + moreInputs.length),
			nodeTypes: new BenchNodeTypes(this.loader, sourceOf([items, ...moreInputs]), {
				...(job.probe && { [PROBE]: job.probe }),
			}),
			active: false,
			settings: { executionOrder: 'v1', ...(job.timezone !== undefined && { timezone: job.timezone }) },
			staticData: structuredClone(job.staticData ?? {}),
			...(job.arePinned === true && { pinData: { Source: items } }),
		});
		const execution = new WorkflowExecute(
			additionalData(credentials),
			job.mode ?? 'trigger',
			createRunExecutionData({
				...(job.arePinned === true && { resultData: { pinData: { Source: items } } }),
				executionData: {
					nodeExecutionStack: [
						{
							node: workflow.getStartNode() ?? node('Source', 'bench.source'),
							data: { main: [[{ json: {} }]] },
							source: null,
						},
					],
				},
			}),
		);
		const running = execution.processRunExecutionData(workflow);
		job.whenStarted?.(() => {
			running.cancel();
		});
		const run = await running;
		if (job.staticData) Object.assign(job.staticData, JSON.parse(JSON.stringify(workflow.staticData)));
		const done = run.data.resultData.runData;
		return {
			out: done.Node?.[0]?.data?.main?.[0] ?? [],
			failed: done.Node?.[0]?.data?.main?.[1] ?? [],
			outputs: (done.Node?.[0]?.data?.main ?? []).map((items) => items ?? []),
			error: run.data.resultData.error as Outcome['error'],
			hints: done.Node?.[0]?.hints ?? [],
			credentialReads: credentials.reads,
			run,
		};
	}

	/** Runs a node as a tool: Source -> Agent, with the node as its tool. */
	async callTool(job: ToolJob): Promise<ToolOutcome> {
		checkExpressionTest(job.parameters);
		const credentials = new CredentialStore(this.loader);
		const references = Object.entries(job.credentials ?? {}).map(([type, data]) => [
			type,
			credentials.keep(type, data),
		]);
		const seen: SeenTool[] = [];
		const name = job.name ?? 'Node';
		const workflow = new Workflow({
			id: 'bench',
			nodes: [
				node('Source', 'bench.source'),
				node('Agent', 'bench.agent'),
				{
					...node(name, `${job.node}Tool`),
					parameters: job.parameters,
					credentials: Object.fromEntries(references) as INode['credentials'],
					...(job.onError && { onError: job.onError }),
					...(job.retryOnFail && { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 }),
				},
			],
			connections: {
				Source: { main: [to('Agent')] },
				[name]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
			},
			nodeTypes: new BenchNodeTypes(this.loader, sourceOf([[{ json: { chatInput: 'Please' } }]]), {
				'bench.agent': scriptedAgent(name, job.rounds ?? [], seen, job.isDirect),
			}),
			active: false,
			settings: { executionOrder: 'v1' },
		});
		const run = await new WorkflowExecute(
			additionalData(credentials),
			'trigger',
			createRunExecutionData({
				executionData: {
					nodeExecutionStack: [
						{
							node: workflow.getStartNode() ?? node('Source', 'bench.source'),
							data: { main: [[{ json: {} }]] },
							source: null,
						},
					],
				},
			}),
		).processRunExecutionData(workflow);
		const { runData, error } = run.data.resultData;
		const [tool] = seen;
		if (!tool) throw new Error(`The agent got no tool: ${error?.message ?? 'nothing failed'}`);
		return {
			tool,
			answers: (runData[name] ?? []).map(({ data, error: failure }) =>
				failure ? [{ error: failure.message }] : (data?.ai_tool?.[0] ?? []).map(({ json }) => json),
			),
			error: error as Outcome['error'],
		};
	}

	/** Fills a dropdown as n8n's editor does: the node's own search method in n8n's own context. */
	async search(job: SearchJob): Promise<INodeListSearchResult> {
		const { methods, context } = this.editorOf(job);
		const search = methods?.listSearch?.[job.method];
		if (!search) throw new Error(`${job.node} has no search method ${job.method}`);
		return await search.call(context, job.filter, job.paginationToken);
	}

	/** The same for a dropdown without a search. */
	async options(job: SearchJob): Promise<INodePropertyOptions[]> {
		const { methods, context } = this.editorOf(job);
		const load = methods?.loadOptions?.[job.method];
		if (!load) throw new Error(`${job.node} has no method ${job.method} for options`);
		return await load.call(context);
	}

	private editorOf(job: SearchJob) {
		checkExpressionTest(job.parameters);
		const credentials = new CredentialStore(this.loader);
		const references = Object.entries(job.credentials ?? {}).map(([type, data]) => [
			type,
			credentials.keep(type, data),
		]);
		const nodeTypes = new BenchNodeTypes(this.loader, sourceOf([[]]));
		const asked: INode = {
			...node('Node', job.node),
			parameters: job.parameters,
			credentials: Object.fromEntries(references) as INode['credentials'],
		};
		const workflow = new Workflow({ id: 'bench', nodes: [asked], connections: {}, nodeTypes, active: false });
		const data = { ...additionalData(credentials), currentNodeParameters: job.parameters };
		const { methods } = nodeTypes.getByName(job.node);
		return { methods, context: new LoadOptionsContext(workflow, asked, data, 'parameters') };
	}
}

/** Production n8n evaluates expressions in an isolate of its own; it needs Node 24. */
async function useSandboxedExpressions(): Promise<void> {
	await Expression.initExpressionEngine({
		engine: 'vm',
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
		poolSize: 1,
		maxCodeCacheSize: 1024,
		lazyAcquire: true,
	});
}

const node = (name: string, type: string): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
});

const to = (name: string, index = 0) => [{ node: name, type: 'main' as const, index }];
const connectionsOf = (inputs: number): IConnections => ({
	Source: { main: Array.from({ length: inputs }, (_, index) => to('Node', index)) },
	Node: { main: [to('Ok'), to('Failed')] },
});

/** n8n insists on absolute addresses here, though nothing is ever sent to them. */
export function additionalData(credentialsHelper: CredentialStore): IWorkflowExecuteAdditionalData {
	const saved: IWorkflowBase = {
		id: 'bench',
		name: 'bench',
		active: false,
		isArchived: false,
		nodes: [],
		connections: {},
		createdAt: new Date(0),
		updatedAt: new Date(0),
		activeVersionId: null,
	};
	const address = 'http://localhost/';
	return {
		hooks: new ExecutionLifecycleHooks('trigger', '1', saved),
		credentialsHelper,
		executionId: '1',
		workflowId: 'bench',
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: address,
		instanceBaseUrl: address,
		webhookBaseUrl: address,
		webhookTestBaseUrl: address,
		webhookWaitingBaseUrl: address,
		formBaseUrl: address,
		formTestBaseUrl: address,
		formWaitingBaseUrl: address,
		mcpBaseUrl: address,
		mcpTestBaseUrl: address,
		setExecutionStatus() {},
		sendDataToUI() {},
		logAiEvent() {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
