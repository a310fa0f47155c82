import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { refusedItem, toErrorItem } from './itemError';

/** What is told of an item with which something went wrong that nobody foresaw, as the end of a sentence. */
export const breakdownOf = (error: unknown): string => {
	// Of the engine, such as in a pattern that is tried on a text of megabytes where n8n has much code loaded.
	if (error instanceof RangeError && /call stack/.test(error.message)) {
		return 'could not be processed: a text or a record in it is too long or too deep';
	}
	return `could not be processed: ${error instanceof Error && error.message !== '' ? error.message : String(error)}`;
};

/** The result of a task; where it throws, what stands for it instead. */
export function guarded<Outcome>(task: () => Outcome, instead: (problem: string) => Outcome): Outcome {
	try {
		return task();
	} catch (error) {
		return instead(breakdownOf(error));
	}
}

/** The same for a task that takes its time. */
export async function guardedAsync<Outcome>(
	task: () => Promise<Outcome>,
	instead: (problem: string) => Outcome,
): Promise<Outcome> {
	try {
		return await task();
	} catch (error) {
		return instead(breakdownOf(error));
	}
}

/**
 * Runs the body of a node's `execute`. If a node that is set to continue throws, n8n hands its input on as if all had
 * gone well, so then the output is made of what is known.
 *
 * @param salvage makes that output; should it throw as well, every item becomes an error item
 */
export async function guardRun(
	context: IExecuteFunctions,
	body: () => Promise<INodeExecutionData[][]>,
	salvage: (problem: string) => INodeExecutionData[][],
): Promise<INodeExecutionData[][]> {
	if (!context.continueOnFail()) return await body();
	try {
		return await body();
	} catch (error) {
		if (context.getExecutionCancelSignal()?.aborted === true) {
			throw new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error));
		}
		const problem = breakdownOf(error);
		return guarded(
			() => salvage(problem),
			() => [context.getInputData().map((_, item) => toErrorItem(refusedItem(`Row ${item + 1}`, problem), item))],
		);
	}
}
