type Cell = string | Record<string, unknown> | unknown[];

/**
 * Why an execution failed, in the failed node's words. n8n sends execution data "flatted": one JSON array in which
 * every string or object inside another is the index of its own cell.
 */
export function problemIn(data: string | undefined): string {
	if (data === undefined) return 'n8n kept no data of the execution';
	const cells = JSON.parse(data) as Cell[];
	const error = follow(cells, cells[0], ['resultData', 'error']);
	const read = (key: string) => follow(cells, error, [key]);
	const words = [follow(cells, error, ['node', 'name']), read('message'), read('description')];
	return words.filter((word) => typeof word === 'string').join(': ') || 'n8n gave no reason';
}

function follow(cells: Cell[], from: unknown, path: string[]): unknown {
	return path.reduce<unknown>((cell, key) => {
		if (typeof cell !== 'object' || cell === null) return undefined;
		const index = (cell as Record<string, unknown>)[key];
		return typeof index === 'string' ? cells[Number(index)] : index;
	}, from);
}
