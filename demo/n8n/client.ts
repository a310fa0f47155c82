import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import type { DemoCredential } from '../../simulators/vendorDemo';
import { signIn } from './api';
import type { N8nApi } from './api';
import type { Owner } from './owner';
import { readWorkflow } from './workflows';
import type { Workflow } from './workflows';

export interface Execution {
	status: string;
	/** What every node put out, flatted; see `itemsOf`. */
	data?: string;
}

const idShape = z.object({ id: z.string() });
const credentialsShape = z.array(z.object({ id: z.string(), name: z.string(), type: z.string() }));
const runShape = z.object({ executionId: z.string() });
const testShape = z.object({ status: z.string(), message: z.string().optional() });
const existsShape = z.object({ exists: z.boolean() });
const archivedShape = z.object({ isArchived: z.boolean().optional() });
const versionShape = z.object({ versionId: z.string() });
const executionsShape = z.object({
	results: z.array(z.object({ id: z.string(), status: z.string() })),
});
const countShape = z.object({ count: z.number() });
const publicationShape = z.object({ status: z.string() });
const tablesShape = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const executionShape = z.object({ status: z.string(), stoppedAt: z.string().nullish(), data: z.string().optional() });

const PUBLICATION_LIMIT_MS = 60_000;
const SHORTEST_PAUSE_MS = 100;
const EXECUTIONS_PER_PAGE = 100;

/** A filter for a workflow's executions. Only with a status n8n pages by their ids, so that none is left out or comes twice. */
const endedOf = (workflowId: string): string =>
	encodeURIComponent(JSON.stringify({ workflowId, status: ['success', 'error', 'crashed', 'canceled'] }));

/** How long to wait before asking n8n again: it reads a whole execution to answer, so the pause is a tenth of the time so far. */
export const pauseSince = (begun: number): number => Math.max(SHORTEST_PAUSE_MS, (Date.now() - begun) / 10);

/** What the demo does in n8n, by the REST API that n8n's editor uses. */
export class N8nClient {
	/** The ids that older n8n has chosen in place of the workflows' own. */
	private readonly ids = new Map<string, string>();

	private constructor(private readonly call: N8nApi) {}

	/** @param url of the editor */
	static async signIn(url: string, owner: Owner): Promise<N8nClient> {
		return new N8nClient(await signIn(url, owner));
	}

	/** Creates the credential, or updates the one of that name and type. @returns the id, which n8n chooses */
	async putCredential({ name, type, data }: DemoCredential): Promise<string> {
		const known = credentialsShape
			.parse(await this.call('GET', '/credentials'))
			.find((each) => each.name === name && each.type === type);
		if (!known) return idShape.parse(await this.call('POST', '/credentials', { name, type, data })).id;
		await this.call('PATCH', `/credentials/${known.id}`, { name, type, data });
		return known.id;
	}

	async removeCredential(id: string): Promise<void> {
		await this.call('DELETE', `/credentials/${id}`);
	}

	/** Presses n8n's Test button. @returns what is wrong, undefined when the test passes */
	async testCredential(id: string, credential: DemoCredential): Promise<string | undefined> {
		const result = testShape.parse(
			await this.call('POST', '/credentials/test', { credentials: { id, ...credential } }),
		);
		return result.status === 'OK' ? undefined : (result.message ?? result.status);
	}

	/** Creates the workflow under its own id, or replaces the one that has it. */
	async putWorkflow({ id, ...workflow }: Workflow): Promise<void> {
		if (await this.hasWorkflow(id)) await this.call('PATCH', this.pathOf(id), workflow);
		else
			this.ids.set(
				id,
				idShape.parse(await this.call('POST', '/workflows', { active: false, id, ...workflow })).id,
			);
	}

	/** The workflow as n8n has it, with all that `putWorkflow` takes. */
	async workflow(id: string): Promise<Workflow> {
		return readWorkflow(await this.call('GET', this.pathOf(id)));
	}

	/** Deletes the workflow and its executions, if it exists. */
	async removeWorkflow(id: string): Promise<void> {
		if (!(await this.hasWorkflow(id))) return;
		const { isArchived } = archivedShape.parse(await this.call('GET', this.pathOf(id)));
		if (!isArchived) await this.call('POST', `${this.pathOf(id)}/archive`, {});
		await this.waitForPublication(id, 'not_published');
		await this.call('DELETE', this.pathOf(id));
		this.ids.delete(id);
	}

	/** Lets the workflow's triggers run it from now on. */
	async publishWorkflow(id: string): Promise<void> {
		await this.beginToPublish(id);
		await this.waitForPublication(id, 'published');
	}

	/** Asks for it; n8n sets the triggers up afterwards. */
	async beginToPublish(id: string): Promise<void> {
		const { versionId } = versionShape.parse(await this.call('GET', this.pathOf(id)));
		await this.call('POST', `${this.pathOf(id)}/activate`, { versionId });
	}

	async unpublishWorkflow(id: string): Promise<void> {
		await this.call('POST', `${this.pathOf(id)}/deactivate`, {});
		await this.waitForPublication(id, 'not_published');
	}

	/** The executions of a workflow that have ended, oldest first. */
	async endedExecutions(id: string): Promise<Array<{ id: string; status: string }>> {
		const filter = endedOf(this.idOf(id));
		const found: Array<{ id: string; status: string }> = [];
		for (let page = ''; ;) {
			const { results } = executionsShape.parse(
				await this.call('GET', `/executions?filter=${filter}&limit=${EXECUTIONS_PER_PAGE}${page}`),
			);
			found.push(...results);
			const last = results.at(-1)?.id;
			if (last === undefined || results.length < EXECUTIONS_PER_PAGE) break;
			page = `&lastId=${last}`;
		}
		return found.sort((a, b) => Number(a.id) - Number(b.id));
	}

	/** How many executions of a workflow have ended. */
	async countEndedExecutions(id: string): Promise<number> {
		return countShape.parse(await this.call('GET', `/executions?filter=${endedOf(this.idOf(id))}&limit=1`)).count;
	}

	/** Stops an execution that is going on, as the editor's button does. */
	async stopExecution(id: string): Promise<void> {
		await this.call('POST', `/executions/${id}/stop`, {});
	}

	/** The execution of a workflow that is going on, if there is one. */
	async runningExecution(workflowId: string): Promise<string | undefined> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['running'] }));
		const { results } = executionsShape.parse(await this.call('GET', `/executions?filter=${filter}&limit=1`));
		return results[0]?.id;
	}

	/** An execution as far as it has come. */
	async execution(id: string): Promise<Execution & { hasEnded: boolean }> {
		const answer = await this.call('GET', `/executions/${id}`);
		// Older n8n has nothing to tell between the end of an execution and the moment when its data is saved.
		if (answer === undefined) return { status: 'running', hasEnded: false };
		const { status, stoppedAt, data } = executionShape.parse(answer);
		return { status, data, hasEnded: Boolean(stoppedAt) };
	}

	/** Deletes the data table of that name, if there is one. */
	async removeDataTable(name: string): Promise<void> {
		const project = idShape.parse(await this.call('GET', '/projects/personal')).id;
		const found = tablesShape.parse(await this.call('GET', `/projects/${project}/data-tables?take=100`));
		for (const table of found.data.filter((each) => each.name === name))
			await this.call('DELETE', `/projects/${project}/data-tables/${table.id}`);
	}

	/** Runs a workflow from one of its triggers, as the editor's button does, and waits until it ends. */
	async runWorkflow(id: string, trigger: string): Promise<Execution> {
		const started = runShape.parse(
			await this.call('POST', `${this.pathOf(id)}/run`, {
				workflowData: await this.call('GET', this.pathOf(id)),
				triggerToStartFrom: { name: trigger },
			}),
		);
		const begun = Date.now();
		for (;;) {
			const { hasEnded, ...execution } = await this.execution(started.executionId);
			if (hasEnded) return execution;
			await sleep(pauseSince(begun));
		}
	}

	private async hasWorkflow(id: string): Promise<boolean> {
		if (this.ids.has(id)) return true;
		const answer = await this.unlessAbsent(`${this.pathOf(id)}/exists`);
		return answer !== undefined && existsShape.parse(answer).exists;
	}

	private idOf(id: string): string {
		return this.ids.get(id) ?? id;
	}

	private pathOf(id: string): string {
		return `/workflows/${this.idOf(id)}`;
	}

	/** @returns nothing where n8n has no such address, as older ones may */
	private async unlessAbsent(path: string): Promise<unknown> {
		return await this.call('GET', path).catch((reason: unknown) => {
			if (String(reason).includes('status code 404')) return undefined;
			throw reason;
		});
	}

	/** n8n responds before it has published or unpublished a workflow. Older n8n does not, and has no such status. */
	private async waitForPublication(id: string, wanted: string): Promise<void> {
		const begun = Date.now();
		for (;;) {
			const answer = await this.unlessAbsent(`${this.pathOf(id)}/publication-status`);
			if (answer === undefined) return;
			const { status } = publicationShape.parse(answer);
			if (status === wanted) return;
			if (Date.now() > begun + PUBLICATION_LIMIT_MS)
				throw new Error(`The workflow ${id} should be ${wanted}, but is ${status}.`);
			await sleep(pauseSince(begun));
		}
	}
}
