import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { toErrorItem, type ItemError } from './itemError';

/** What became of one request of one item. An item without results was not begun. */
export type Result =
	| { kind: 'done'; items: INodeExecutionData[]; warning: string | undefined }
	| { kind: 'failed'; complaint: ItemError };

/** @param warning what the user should know although it went well */
export function done(records: object[], item: number, warning?: string): Result {
	return {
		kind: 'done',
		warning,
		items: records.map((record) => ({ json: record as INodeExecutionData['json'], pairedItem: { item } })),
	};
}

export function failed(subject: string, problem: string): Result {
	return {
		kind: 'failed',
		complaint: { message: `${subject}: ${problem}`, description: undefined, details: { agent: subject } },
	};
}

export const failureAmong = (results: Result[]) => results.find((result) => result.kind === 'failed');

/** How far a run came, for the one who has to decide what to do next. */
export function tally(results: Result[][]): string {
	const notStarted = results.filter((one) => one.length === 0).length;
	const between = results.filter(failureAmong).length;
	const finished = results.length - between - notStarted;
	return `Of ${results.length} items ${finished} were done, ${between} failed or were interrupted, ${notStarted} were not started.`;
}

/** A line above the output, since failures are easily overlooked among thousands of rows. */
export function hintOf(results: Result[][]): NodeExecutionHint | undefined {
	const failures = results.filter(failureAmong).length;
	return failures === 0 ? undefined : warning(`${failures} of ${results.length} items failed. Their rows say why.`);
}

export const warning = (message: string): NodeExecutionHint => ({ message, type: 'warning', location: 'outputPane' });

/** In input order: an item's own items, or one error item. */
export function outputOf(results: Result[][]): INodeExecutionData[] {
	return results.flatMap((one, item) =>
		one.flatMap((result) => (result.kind === 'done' ? result.items : [toErrorItem(result.complaint, item)])),
	);
}
