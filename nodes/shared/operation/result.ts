import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { toErrorItem, type Complaint } from '../http/failure';

/** What became of one item; `undefined` in a list of results means that it was not begun. */
export type Result = { kind: 'done'; items: INodeExecutionData[] } | { kind: 'failed'; complaint: Complaint };

export function done(records: object[], item: number): Result {
	return {
		kind: 'done',
		items: records.map((record) => ({ json: record as INodeExecutionData['json'], pairedItem: { item } })),
	};
}

export function failed(subject: string, problem: string): Result {
	return {
		kind: 'failed',
		complaint: { message: `${subject}: ${problem}`, description: undefined, details: { agent: subject } },
	};
}

/** How far a run came, for the one who has to decide what to do next. */
export function tally(results: Array<Result | undefined>): string {
	const finished = results.filter((result) => result?.kind === 'done').length;
	const notStarted = results.filter((result) => result === undefined).length;
	const between = results.length - finished - notStarted;
	return `Of ${results.length} items ${finished} were done, ${between} failed or were interrupted, ${notStarted} were not started.`;
}

/** A line above the output, since failures are easily overlooked among thousands of rows. */
export function hintOf(results: Array<Result | undefined>): NodeExecutionHint | undefined {
	const failures = results.filter((result) => result?.kind === 'failed').length;
	if (failures === 0) return undefined;
	return {
		message: `${failures} of ${results.length} items failed. Their rows say why.`,
		type: 'warning',
		location: 'outputPane',
	};
}

/** In input order: an item's own items, or one error item. */
export function outputOf(results: Array<Result | undefined>): INodeExecutionData[] {
	return results.flatMap((result, item) => {
		if (!result) return [];
		return result.kind === 'done' ? result.items : [toErrorItem(result.complaint, item)];
	});
}
