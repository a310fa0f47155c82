import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const credentials = z.record(z.string(), z.object({ id: z.string().nullable(), name: z.string() }));
const node = z
	.object({
		name: z.string(),
		type: z.string(),
		parameters: z.custom<object>((given) => typeof given === 'object' && given !== null),
		credentials: credentials.optional(),
	})
	.passthrough();
export const nodesShape = z.array(node);
const workflow = z.object({ id: z.string(), name: z.string(), nodes: nodesShape }).passthrough();
export type Workflow = z.infer<typeof workflow>;

/** The parts of a workflow in n8n's response that n8n accepts again. */
export function readWorkflow(given: unknown): Workflow {
	const { id, name, nodes, connections, settings } = workflow.parse(given);
	return { id, name, nodes, connections, settings };
}

export async function readWorkflows(folder: string): Promise<Workflow[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	return await Promise.all(
		names.map(async (name) => workflow.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
	);
}

/**
 * The workflow with its credentials' ids filled in. The files carry names only, since every n8n chooses ids of its own.
 * @param ids by credential type
 */
export function bindCredentials(from: Workflow, ids: ReadonlyMap<string, string>): Workflow {
	const nodes = from.nodes.map(({ credentials = {}, ...rest }) => {
		const bound = Object.entries(credentials).map(([type, { name }]) => [
			type,
			{ id: ids.get(type) ?? null, name },
		]);
		return bound.length === 0 ? rest : { ...rest, credentials: Object.fromEntries(bound) as typeof credentials };
	});
	return { ...from, nodes };
}

/** Addresses in the workflow files that stand for the office simulator, whose port changes with every start. */
const OFFICE = /^https:\/\/((calendar|chat|mail)\.example|www\.googleapis|graph\.microsoft)\.com(?=\/)/;

/** The workflow with its calendars, its mailbox and its chat at the office simulator. @param office its URL */
export function bindAddresses(from: Workflow, office: string): Workflow {
	const nodes = from.nodes.map(({ parameters, ...rest }) => {
		const { url }: { url?: unknown } = parameters;
		const bound = typeof url === 'string' ? { ...parameters, url: url.replace(OFFICE, office) } : parameters;
		return { ...rest, parameters: bound };
	});
	return { ...from, nodes };
}

/** The nodes of this pack in a workflow; `type` is the internal name, without the package's. */
export const packNodesIn = ({ nodes }: Workflow): Array<{ name: string; type: string }> =>
	nodes.flatMap(({ name, type }) => {
		const [, own] = /^n8n-nodes-agent-state\.(.+)$/.exec(type) ?? [];
		return own === undefined ? [] : [{ name, type: own }];
	});
