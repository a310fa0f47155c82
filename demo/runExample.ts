import type { Demo } from './demo';
import { formatTable } from './formatTable';
import type { N8nClient } from './n8nClient';
import type { Example } from './workflows';

/** A line of the table: whose states these are, and the states, each with a column for before and one for after. */
export interface Row {
	names: string[];
	states: string[];
}

export interface Compared {
	before: Row;
	after: Row;
}

/**
 * Runs an example and prints what the services themselves say before and after; fails when the workflow does.
 * @param headings of all columns
 * @param read the rows as they are at the moment, always in the same order
 */
export async function runExample(
	{ progress }: Demo,
	client: N8nClient,
	{ id, name, trigger }: Example,
	headings: string[],
	read: () => Promise<Row[]>,
): Promise<Compared[]> {
	const rows = await read();
	const { status, problem } = await progress.step(
		`Run "${name}"`,
		async () => await client.runWorkflow(id, trigger),
		(execution) => execution.status,
	);
	const rowsAfter = await read();
	const compared = rows.map((before, index) => ({ before, after: rowsAfter[index] ?? { names: [], states: [] } }));
	const lines = compared.map(({ before, after }) => [
		...before.names,
		...before.states.flatMap((state, index) => [state, after.states[index] ?? '?']),
	]);
	progress.print(`\n${formatTable([headings, ...lines])}\n`);
	if (status !== 'success') throw new Error(`The workflow ended with ${status}: ${problem ?? 'no reason given'}`);
	return compared;
}
