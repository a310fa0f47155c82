import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A workflow that the demo runs or shows by itself. */
export interface Example {
	id: string;
	name: string;
	/** The trigger to start from. */
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
export const SHEET_WORKFLOW: Example = {
	id: 'agentStateSheet01',
	name: 'A sheet says who is to be in which state',
	trigger: 'Every 5 minutes',
};
export const MEETING_WORKFLOW: Example = {
	id: 'agentStateMeeting01',
	name: 'Into the team meeting, and back as before',
	trigger: 'Start',
};
export const START_WORKFLOW: Example = {
	id: 'agentStateStart01',
	name: 'Shifts from a sheet: everybody starts on time',
	trigger: 'Every 5 minutes',
};
/** One whose locators are chosen from lists. */
export const LIST_WORKFLOW: Example = {
	id: 'agentStateTaskRouter01',
	name: 'TaskRouter: a worker takes a break',
	trigger: 'Start',
};

const credentials = z.record(z.string(), z.object({ id: z.string().nullable(), name: z.string() }));
const node = z
	.object({
		name: z.string(),
		type: z.string(),
		parameters: z.custom<object>((given) => typeof given === 'object' && given !== null),
		credentials: credentials.optional(),
	})
	.passthrough();
const workflow = z.object({ id: z.string(), name: z.string(), nodes: z.array(node) }).passthrough();
export type Workflow = z.infer<typeof workflow>;

/** Of what n8n says about a workflow, that which it takes back. */
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

/** What stands in the files in place of the office, whose address is another one at every start. */
const OFFICE = /^https:\/\/(calendar|chat)\.example\.com(?=\/)/;

/** The workflow with its calendars and its chat at an address that answers. */
export function bindAddresses(from: Workflow, office: string): Workflow {
	const nodes = from.nodes.map(({ parameters, ...rest }) => {
		const { url }: { url?: unknown } = parameters;
		const bound = typeof url === 'string' ? { ...parameters, url: url.replace(OFFICE, office) } : parameters;
		return { ...rest, parameters: bound };
	});
	return { ...from, nodes };
}
