import type { Example } from '../n8n/examples';
import { formatTable } from '../observe/formatTable';
import { assertSuccess } from '../observe/problems';
import type { Scenario } from './scenario';

/** A line of the table. Each state gets two columns, one for before and one for after the run. */
export interface Row {
	names: string[];
	states: string[];
}

export interface Compared {
	before: Row;
	after: Row;
}

/**
 * Runs an example and prints the states that the vendors have on record before and after; fails when the workflow does.
 * @param headings of all columns
 * @param read the rows as they are now, always in the same order
 */
export async function runExample(
	{ progress, client }: Scenario,
	{ id, name, trigger }: Example,
	headings: string[],
	read: () => Promise<Row[]>,
): Promise<Compared[]> {
	const rows = await read();
	const execution = await progress.step(
		`Run "${name}"`,
		async () => await client.runWorkflow(id, trigger),
		({ status }) => status,
	);
	const rowsAfter = await read();
	const compared = rows.map((before, index) => ({ before, after: rowsAfter[index] ?? { names: [], states: [] } }));
	const lines = compared.map(({ before, after }) => [
		...before.names,
		...before.states.flatMap((state, index) => [state, after.states[index] ?? '?']),
	]);
	progress.print(`\n${formatTable([headings, ...lines])}\n`);
	assertSuccess(`"${name}"`, execution);
	return compared;
}
