import { PollContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalData, type Bench, type Job } from './bench';
import { CredentialStore } from './credentialStore';
import { BenchNodeTypes, sourceOf } from './nodeTypes';

type PollJob = Pick<Job, 'node' | 'parameters' | 'credentials' | 'staticData'>;

/**
 * A polling trigger as n8n 2.40 has it while its workflow is published: one Workflow object from activation to restart,
 * whose static data n8n stores as a whole after activation and whenever the trigger starts the workflow
 * (`triggers/trigger-execution-context.factory.js`).
 */
export class Poller {
	/** What n8n has in its database: `staticData` of the job. */
	readonly stored: IDataObject;
	private workflow: Workflow;

	constructor(
		private readonly bench: Bench,
		private readonly job: PollJob,
	) {
		this.stored = job.staticData ?? {};
		this.workflow = this.load();
	}

	/** The first poll of a published workflow: an error keeps it from being published. */
	async activate(): Promise<INodeExecutionData[] | null> {
		this.workflow = this.load();
		const items = await this.call('trigger');
		this.store();
		return items;
	}

	/** @returns the items of the execution that n8n starts, or nothing where it starts none */
	async poll(): Promise<INodeExecutionData[] | null> {
		const items = await this.call('trigger');
		if (items) this.store();
		return items;
	}

	/** As *Fetch Test Event* does in the editor. */
	async test(): Promise<INodeExecutionData[] | null> {
		this.workflow = this.load();
		return await this.call('manual');
	}

	private load(): Workflow {
		const { node, parameters, credentials = {} } = this.job;
		const references = Object.keys(credentials).map((type) => [type, { id: type, name: type }] as const);
		const trigger: INode = {
			id: 'Trigger',
			name: 'Trigger',
			type: node,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: Object.fromEntries(references),
		};
		return new Workflow({
			id: 'bench',
			nodes: [trigger],
			connections: {},
			nodeTypes: new BenchNodeTypes(this.bench.loader, sourceOf([])),
			active: true,
			settings: {},
			staticData: structuredClone(this.stored),
		});
	}

	private async call(mode: WorkflowExecuteMode): Promise<INodeExecutionData[] | null> {
		const { workflow } = this;
		const credentials = new CredentialStore(this.bench.loader);
		for (const [type, data] of Object.entries(this.job.credentials ?? {})) credentials.keep(type, data);
		const node = workflow.getNode('Trigger');
		const poll = node && workflow.nodeTypes.getByNameAndVersion(node.type).poll;
		if (!node || !poll) throw new Error(`${this.job.node} is not a polling trigger`);
		const activation = mode === 'manual' ? 'manual' : 'activate';
		const context = new PollContext(workflow, node, additionalData(credentials), mode, activation);
		await workflow.expression.acquireIsolate();
		try {
			return (await poll.call(context))?.[0] ?? null;
		} finally {
			await workflow.expression.releaseIsolate();
		}
	}

	private store(): void {
		for (const key of Object.keys(this.stored)) delete this.stored[key];
		Object.assign(this.stored, JSON.parse(JSON.stringify(this.workflow.staticData)));
	}
}
