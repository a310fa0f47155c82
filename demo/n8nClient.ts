import axios, { isAxiosError } from 'axios';
import type { AxiosInstance } from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import type { Owner } from './owner';
import { problemIn } from './problemIn';
import { readWorkflow } from './workflows';
import type { Workflow } from './workflows';

export interface Credential {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface Execution {
	status: string;
	/** the node that failed and why, when one did */
	problem?: string;
	/** What every node put out, flatted; see `itemsOf`. */
	data?: string;
}

const ids = z.object({ id: z.string() });
const listed = z.array(z.object({ id: z.string(), name: z.string(), type: z.string() }));
const ran = z.object({ executionId: z.string() });
const tested = z.object({ status: z.string(), message: z.string().optional() });
const versioned = z.object({ versionId: z.string() });
const executions = z.object({
	results: z.array(z.object({ id: z.string(), status: z.string(), stoppedAt: z.string().nullish() })),
});
const publication = z.object({ status: z.string() });
const tables = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const execution = z.object({ status: z.string(), stoppedAt: z.string().nullish(), data: z.string().optional() });

const PUBLICATION_LIMIT_MS = 60_000;

/** n8n's own REST API, as its editor uses it. */
export class N8nClient {
	private constructor(private readonly http: AxiosInstance) {}

	/** Makes the owner account on n8n's first start, logs in on later ones. */
	static async signIn(url: string, owner: Owner): Promise<N8nClient> {
		const http = axios.create({
			baseURL: `${url}/rest`,
			proxy: false,
			headers: { 'browser-id': 'agent-state-demo' },
			timeout: 60_000,
		});
		const { email, password } = owner;
		const settings = z.object({
			data: z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }) }),
		});
		const fresh = settings.parse((await http.get('/settings')).data).data.userManagement.showSetupOnFirstLoad;
		const answer = fresh
			? await http.post('/owner/setup', owner)
			: await http.post('/login', { emailOrLdapLoginId: email, password });
		const cookies = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]);
		http.defaults.headers.common.cookie = cookies.join('; ');
		return new N8nClient(http);
	}

	/** Creates the credential, or brings the one of that name and type up to date; n8n chooses the id. */
	async putCredential({ name, type, data }: Credential): Promise<string> {
		const known = listed
			.parse(await this.call('GET', '/credentials'))
			.find((each) => each.name === name && each.type === type);
		if (!known) return ids.parse(await this.call('POST', '/credentials', { name, type, data })).id;
		await this.call('PATCH', `/credentials/${known.id}`, { name, type, data });
		return known.id;
	}

	/** n8n's own Test button; returns what is wrong, undefined when all is well. */
	async testCredential(id: string, credential: Credential): Promise<string | undefined> {
		const result = tested.parse(
			await this.call('POST', '/credentials/test', { credentials: { id, ...credential } }),
		);
		return result.status === 'OK' ? undefined : (result.message ?? result.status);
	}

	/** Creates the workflow under its own id, or replaces the one that has it. */
	async putWorkflow({ id, ...workflow }: Workflow): Promise<void> {
		const { exists } = z.object({ exists: z.boolean() }).parse(await this.call('GET', `/workflows/${id}/exists`));
		if (exists) await this.call('PATCH', `/workflows/${id}`, workflow);
		else await this.call('POST', '/workflows', { id, ...workflow });
	}

	/** The workflow as n8n has it, with all that `putWorkflow` takes. */
	async workflow(id: string): Promise<Workflow> {
		return readWorkflow(await this.call('GET', `/workflows/${id}`));
	}

	/** Deletes the workflow and its executions, if it is there. */
	async removeWorkflow(id: string): Promise<void> {
		const { exists } = z.object({ exists: z.boolean() }).parse(await this.call('GET', `/workflows/${id}/exists`));
		if (!exists) return;
		const { isArchived } = z
			.object({ isArchived: z.boolean().optional() })
			.parse(await this.call('GET', `/workflows/${id}`));
		if (!isArchived) await this.call('POST', `/workflows/${id}/archive`, {});
		await this.untilSettled(id, 'not_published');
		await this.call('DELETE', `/workflows/${id}`);
	}

	/** Lets the triggers of a workflow run it from now on. */
	async publishWorkflow(id: string): Promise<void> {
		const { versionId } = versioned.parse(await this.call('GET', `/workflows/${id}`));
		await this.call('POST', `/workflows/${id}/activate`, { versionId });
		await this.untilSettled(id, 'published');
	}

	async unpublishWorkflow(id: string): Promise<void> {
		await this.call('POST', `/workflows/${id}/deactivate`, {});
		await this.untilSettled(id, 'not_published');
	}

	/** n8n publishes and unpublishes after it has answered. */
	private async untilSettled(id: string, wanted: string): Promise<void> {
		const deadline = Date.now() + PUBLICATION_LIMIT_MS;
		for (;;) {
			const { status } = publication.parse(await this.call('GET', `/workflows/${id}/publication-status`));
			if (status === wanted) return;
			if (Date.now() > deadline) throw new Error(`The workflow ${id} should be ${wanted}, and is ${status}.`);
			await sleep(100);
		}
	}

	/** The executions of a workflow that have ended, the first one first. */
	async endedExecutions(id: string): Promise<Array<{ id: string; status: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const { results } = executions.parse(await this.call('GET', `/executions?filter=${filter}&limit=50`));
		return results.filter(({ stoppedAt }) => stoppedAt).sort((a, b) => Number(a.id) - Number(b.id));
	}

	/** Deletes the data table of that name, if there is one. */
	async removeDataTable(name: string): Promise<void> {
		const project = ids.parse(await this.call('GET', '/projects/personal')).id;
		const found = tables.parse(await this.call('GET', `/projects/${project}/data-tables?take=100`));
		for (const table of found.data.filter((each) => each.name === name))
			await this.call('DELETE', `/projects/${project}/data-tables/${table.id}`);
	}

	/** Runs a workflow from one of its triggers, as the editor's button does, and waits for its end. */
	async runWorkflow(id: string, trigger: string): Promise<Execution> {
		const started = ran.parse(
			await this.call('POST', `/workflows/${id}/run`, {
				workflowData: await this.call('GET', `/workflows/${id}`),
				triggerToStartFrom: { name: trigger },
			}),
		);
		for (;;) {
			const { status, stoppedAt, data } = execution.parse(
				await this.call('GET', `/executions/${started.executionId}`),
			);
			if (stoppedAt) return { status, data, ...(status !== 'success' && { problem: problemIn(data) }) };
			await sleep(100);
		}
	}

	private async call(method: string, path: string, body?: unknown): Promise<unknown> {
		const answer = await this.http
			.request<{ data: unknown }>({ method, url: path, data: body })
			.catch((reason: unknown) => {
				if (!isAxiosError(reason)) throw reason;
				throw new Error(
					`n8n refused ${method} ${path}: ${reason.message} ${JSON.stringify(reason.response?.data ?? '').slice(0, 500)}`,
				);
			});
		return answer.data.data;
	}
}
