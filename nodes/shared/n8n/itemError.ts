import { NodeApiError, NodeOperationError, type INode, type INodeExecutionData } from 'n8n-workflow';
import { cutTo } from '../values/text';

/** What the user is told about one item that failed. */
export interface ItemError {
	/** What happened, and to whom. */
	message: string;
	/** How to get on. */
	description: string | undefined;
	/** For workflows that look further: the agent, and what the service said. Without `attempts` nothing was sent. */
	details: Record<string, string | number>;
	/** Whether it is about all items alike, such as about the credential. */
	isOfAll?: boolean;
	/** Whether the run ended while the item waited to be tried again: it is not what the run ended for. */
	isInterrupted?: boolean;
}

/** An item that was found wrong before anything was sent for it. */
export const refusedItem = (subject: string, problem: string): ItemError => ({
	message: `${subject}: ${problem}`,
	description: undefined,
	details: { agent: subject },
});

/** So many failures are listed above the output, and each in so many letters. */
const MOST_LISTED_FAILURES = 3;
const LONGEST_FAILURE = 200;

/**
 * The first failures, for the line above the output. In the error branch n8n puts the columns of the input first, so that
 * the message itself is often beyond the edge of the screen.
 */
export function failuresText(errors: readonly ItemError[]): string {
	const messages = [...new Set(errors.map(({ message }) => message))];
	const listed = messages
		.slice(0, MOST_LISTED_FAILURES)
		.map((text) => cutTo(LONGEST_FAILURE, text))
		.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`));
	const more = messages.length - listed.length;
	return [...listed, ...(more > 0 ? [`The error items show ${more} more.`] : [])].join(' ');
}

/** The error that stops a workflow: the service's if it was asked, the node's own if nothing was sent for the item. */
export function toNodeError(
	node: INode,
	{ message, description, details }: ItemError,
	itemIndex: number,
): NodeApiError | NodeOperationError {
	const { httpCode, attempts } = details;
	const options = { message, itemIndex, ...(description !== undefined && { description }) };
	const error =
		attempts === undefined
			? new NodeOperationError(node, message, options)
			: new NodeApiError(node, {}, { ...options, ...(typeof httpCode === 'string' && { httpCode }) });
	// n8n swaps a message for its own when it holds an error code anywhere ("EPERM" in a name) or has a network code.
	error.message = message;
	return error;
}

/**
 * The item of an agent that failed while the others go on. Without an `error` property beside `json`, so that n8n
 * keeps the details, the input's fields and the link (an item with one has its json replaced by the bare message).
 */
export function toErrorItem({ message, description, details }: ItemError, item: number): INodeExecutionData {
	return {
		json: { error: message, ...(description !== undefined && { message: description }), details },
		pairedItem: { item },
	};
}
