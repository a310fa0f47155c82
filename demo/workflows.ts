import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A workflow that the demo runs or shows by itself. */
export interface Example {
	id: string;
	name: string;
	/** The manual trigger to start from. */
	trigger: string;
}

export const SHIFT_WORKFLOW: Example = {
	id: 'agentStateShift01',
	name: 'Anna Kowalska starts her shift',
	trigger: 'Start',
};
export const BREAK_WORKFLOW: Example = {
	id: 'agentStateSkillBreak01',
	name: 'English speakers get a skill and a break',
	trigger: 'Start',
};
/** One whose locators are chosen from lists. */
export const LIST_WORKFLOW: Example = {
	id: 'agentStateTaskRouter01',
	name: 'TaskRouter: a worker takes a break',
	trigger: 'Start',
};

const credentials = z.record(z.string(), z.object({ id: z.string().nullable(), name: z.string() }));
const node = z.object({ name: z.string(), type: z.string(), credentials: credentials.optional() }).passthrough();
const workflow = z.object({ id: z.string(), name: z.string(), nodes: z.array(node) }).passthrough();
export type Workflow = z.infer<typeof workflow>;

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
