import { z } from 'zod';

const run = z.object({ data: z.object({ main: z.array(z.array(z.object({ json: z.unknown() })).nullable()) }) });
const shape = z.object({ resultData: z.object({ runData: z.record(z.string(), z.array(run)) }) });

/**
 * The items of a node's first output in its last run.
 *
 * @param data of an execution as n8n's API sends it
 */
export function itemsOf(data: string | undefined, node: string): unknown[] {
	return itemsByRun(data, node).at(-1) ?? [];
}

/** The same for each run: a node with two nodes before it runs once for each. */
export function itemsByRun(data: string | undefined, node: string): unknown[][] {
	const { runData } = shape.parse(unflatten(data)).resultData;
	return (runData[node] ?? []).map(({ data: { main } }) => (main[0] ?? []).map(({ json }) => json));
}

/**
 * n8n sends execution data "flatted": one JSON array in which every string or object inside another is the index of its
 * own cell.
 */
export function unflatten(data: string | undefined): unknown {
	if (data === undefined) return undefined;
	const cells = JSON.parse(data) as unknown[];
	const built = new Map<unknown, unknown>();
	const follow = (index: unknown): unknown => {
		if (typeof index !== 'string') return index;
		const cell = cells[Number(index)];
		if (typeof cell !== 'object' || cell === null) return cell;
		if (built.has(index)) return built.get(index);
		// Stored before it is filled, since its contents may refer back to it.
		const whole: unknown[] | Record<string, unknown> = Array.isArray(cell) ? [] : {};
		built.set(index, whole);
		const contents = Object.entries(cell).map(([key, at]) => [key, follow(at)]);
		return Object.assign(whole, Object.fromEntries(contents));
	};
	return follow('0');
}
