import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { parse } from 'node:querystring';
import { HookContext, WebhookContext } from 'n8n-core';
import {
	isNodeClassInstance,
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IWebhookData,
	type IWebhookResponseData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalData, type Bench, type Job } from './bench';
import { CredentialStore } from './credentialStore';
import { BenchNodeTypes, sourceOf } from './nodeTypes';

type ListenerJob = Pick<Job, 'node' | 'parameters' | 'credentials' | 'staticData'>;

const WEBHOOK_ID = '5f2b7a6e-1f0a-4c55-9a3e-6f1d0c7b8e21';

/** The bytes that n8n takes of one body, unless `N8N_PAYLOAD_SIZE_MAX` says otherwise. */
const PAYLOAD_SIZE_MAX = 16 * 1024 * 1024;

/** Whether the trigger listens for one test in the editor, or as a published workflow. */
type Listening = 'production' | 'test';

/**
 * A webhook trigger as n8n 2.40 has it, with a web server in front: the contexts are n8n's own, and around them stands
 * what its main package does (webhooks/webhook.service.js, live-webhooks.js, test-webhooks.js, webhook-helpers.js,
 * middlewares/body-parser.js). Every delivery loads the workflow anew and stores its static data afterwards.
 */
export class Listener {
	/** What each delivery started: the items of the trigger. */
	readonly executions: INodeExecutionData[][] = [];
	/** What n8n has in its database, and in its cache for a test. */
	readonly stored: Record<Listening, IDataObject>;
	private server: FastifyInstance | undefined;
	private url = '';

	constructor(
		private bench: Bench,
		readonly job: ListenerJob,
	) {
		this.stored = { production: job.staticData ?? {}, test: {} };
	}

	/** Opens the web server; once more, it has another address, as n8n behind a new tunnel. */
	async open(): Promise<void> {
		await this.close();
		const server = fastify({ bodyLimit: PAYLOAD_SIZE_MAX });
		server.removeAllContentTypeParsers();
		server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
			done(null, body);
		});
		for (const [path, listening] of [['webhook', 'production'] as const, ['webhook-test', 'test'] as const]) {
			server.post(`/${path}/*`, async (request, reply) => await this.receive(listening, request, reply));
		}
		this.url = await server.listen({ port: 0, host: '127.0.0.1' });
		this.server = server;
	}

	async close(): Promise<void> {
		this.server?.server.closeAllConnections();
		await this.server?.close();
	}

	/** What n8n's process remembers is gone; what it stored is there. */
	restart(bench: Bench): void {
		this.bench = bench;
	}

	addressOf(listening: Listening): string {
		const { webhookData, node } = this.load(listening, 'trigger');
		const base = `${this.url}/webhook${listening === 'test' ? '-test' : ''}`;
		return NodeHelpers.getNodeWebhookUrl(base, 'bench', node, webhookData.webhookDescription.path, false);
	}

	/** As n8n does when a workflow is published, when it starts, and when *Listen for test event* is clicked. */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		const listening = activation === 'manual' ? 'test' : 'production';
		if (listening === 'test') this.stored.test = {};
		try {
			if ((await this.call('checkExists', listening, activation)) !== true)
				await this.call('create', listening, activation);
		} catch (error) {
			await this.deactivate(listening).catch(() => undefined);
			throw error;
		}
	}

	async deactivate(listening: Listening = 'production'): Promise<void> {
		await this.call('delete', listening, 'update');
	}

	private async call(
		method: 'checkExists' | 'create' | 'delete',
		listening: Listening,
		activation: WorkflowActivateMode,
	): Promise<boolean | undefined> {
		const mode = method === 'delete' ? 'internal' : listening === 'test' ? 'manual' : 'trigger';
		const { workflow, node, data, webhookData } = this.load(listening, mode);
		const hooks = workflow.nodeTypes.getByNameAndVersion(node.type).webhookMethods?.default;
		const context = new HookContext(workflow, node, data, mode, activation, webhookData);
		await workflow.expression.acquireIsolate();
		try {
			return await hooks?.[method].call(context);
		} finally {
			await workflow.expression.releaseIsolate();
			// Neither has n8n a place for what a method that failed has changed.
			this.store(listening, workflow);
		}
	}

	private async receive(listening: Listening, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
		const contentType = (request.headers['content-type'] ?? '').split(';')[0] ?? '';
		// For webhooks of a later version than 1, n8n reads no other bodies.
		const isRead = /^(application\/json|text\/plain|application\/x-www-form-urlencoded)|[/+]xml$/.test(contentType);
		const rawBody = isRead && Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
		const mode = listening === 'test' ? 'manual' : 'webhook';
		const { workflow, node, data, webhookData } = this.load(listening, mode);
		let body: unknown = {};
		try {
			if (rawBody.length === 0) body = {};
			else if (contentType === 'application/json') body = JSON.parse(rawBody.toString());
			else if (contentType === 'application/x-www-form-urlencoded')
				body = parse(rawBody.toString(), undefined, undefined, { maxKeys: 1000 });
		} catch {
			return await reply.status(422).send({ message: 'Failed to parse request body' });
		}
		const httpRequest = Object.assign(request.raw, { originalUrl: request.raw.url, rawBody, contentType, body });
		const withRequest = { ...data, httpRequest, httpResponse: reply } as unknown as IWorkflowExecuteAdditionalData;
		await workflow.expression.acquireIsolate();
		try {
			const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type);
			const context = new WebhookContext(workflow, node, withRequest, mode, webhookData, [], null);
			const answer = await (isNodeClassInstance(nodeType)
				? nodeType.webhook?.(context)
				: nodeType.webhook?.call(context));
			return await this.answer(answer ?? {}, reply);
		} catch (error) {
			// n8n starts an execution that shows the error.
			this.executions.push([{ json: { error: (error as Error).message } }]);
			return await reply.status(500).send({ message: 'Workflow could not be started!' });
		} finally {
			await workflow.expression.releaseIsolate();
			this.store(listening, workflow);
		}
	}

	private async answer(answer: IWebhookResponseData, reply: FastifyReply): Promise<unknown> {
		const { workflowData, noWebhookResponse } = answer;
		const webhookResponse: unknown = answer.webhookResponse;
		if (workflowData?.[0]) this.executions.push(workflowData[0]);
		if (noWebhookResponse === true) return reply;
		return await reply.send(workflowData ? { message: 'Workflow was started' } : webhookResponse);
	}

	private load(listening: Listening, mode: WorkflowExecuteMode) {
		const { node: type, parameters, credentials = {} } = this.job;
		const store = new CredentialStore(this.bench.loader);
		const references = Object.entries(credentials).map(([name, data]) => [name, store.keep(name, data)]);
		const node: INode = {
			id: 'Trigger',
			name: 'Trigger',
			type,
			typeVersion: 2,
			position: [0, 0],
			parameters,
			webhookId: WEBHOOK_ID,
			credentials: Object.fromEntries(references) as INode['credentials'],
		};
		const workflow = new Workflow({
			id: 'bench',
			nodes: [node],
			connections: {},
			nodeTypes: new BenchNodeTypes(this.bench.loader, sourceOf([])),
			active: listening === 'production',
			settings: {},
			staticData: structuredClone(this.stored[listening]),
		});
		const data: IWorkflowExecuteAdditionalData = {
			...additionalData(store),
			webhookBaseUrl: `${this.url}/webhook`,
			webhookTestBaseUrl: `${this.url}/webhook-test`,
		};
		const [description] = workflow.nodeTypes.getByNameAndVersion(type).description.webhooks ?? [];
		if (!description) throw new Error(`${type} is not a webhook trigger`);
		const webhookData: IWebhookData = {
			httpMethod: 'POST',
			node: 'Trigger',
			path: `${WEBHOOK_ID}/${description.path}`,
			webhookDescription: description,
			workflowId: 'bench',
			workflowExecuteAdditionalData: data,
			isTest: listening === 'test',
		};
		return { workflow, node: workflow.getNode('Trigger') ?? node, data, webhookData, mode };
	}

	private store(listening: Listening, workflow: Workflow): void {
		if (workflow.staticData.__dataChanged !== true) return;
		this.stored[listening] = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
	}
}
