import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { toErrorItem } from './itemError';

/** Something in a row of the input that cannot be read. */
export interface ItemProblem {
	/** A sentence that names the row, the column and what to write instead. */
	message: string;
	/** The index of the input item with the problem. */
	item: number;
}

/** How many problems are listed; more are counted. */
const MOST_LISTED_PROBLEMS = 10;

/** What stands below the first problem: the others, one a line. */
export function linesBelow(others: readonly string[]): string {
	const rest = others.length - MOST_LISTED_PROBLEMS + 2;
	const listed = rest > 1 ? others.slice(0, MOST_LISTED_PROBLEMS - 2) : others;
	return [...listed, ...(rest > 1 ? [`… and ${rest} more`] : [])].join('<br>');
}

/** Ends the workflow if there is a problem, unless the node is set to continue. */
export function stopOnProblems(context: IExecuteFunctions, problems: readonly ItemProblem[]): void {
	const [first, ...others] = problems;
	if (first === undefined || context.continueOnFail()) return;
	const description = linesBelow(others.map(({ message }) => message));
	throw new NodeOperationError(context.getNode(), first.message, {
		itemIndex: first.item,
		description: description || 'There is no output. Correct the input and run the workflow again.',
	});
}

/** One error item for each problem. */
export const toErrorItems = (problems: readonly ItemProblem[]): INodeExecutionData[] =>
	problems.map(({ message, item }) => toErrorItem({ message, description: undefined, details: { item } }, item));

/** Whatever was thrown, as an error that names the node. */
export const toOperationError = (context: IExecuteFunctions, error: unknown): NodeOperationError =>
	new NodeOperationError(context.getNode(), error instanceof Error ? error : String(error));

/**
 * An error item for every input item, when the whole run fails. If a node that is set to continue throws, n8n passes the
 * input on as if all had gone well.
 *
 * @throws NodeOperationError unless the node is set to continue
 */
export function failedItems(context: IExecuteFunctions, error: unknown): INodeExecutionData[] {
	const failure = toOperationError(context, error);
	if (!context.continueOnFail()) throw failure;
	const { message } = failure;
	return toErrorItems(context.getInputData().map((_, item) => ({ message, item })));
}
