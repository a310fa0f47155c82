import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { rowNumbersOf } from '../values/rowNumbers';
import { toNodeError, type ItemError } from './itemError';
import { linesBelow } from './itemProblem';

/** The work of a run that is still to come: a limiter goes faster only while there is enough of it. */
export interface Backlog {
	/** How many tasks are not begun yet. */
	readonly count: number;
	/** Sets the number of tasks to come. */
	expect(count: number): void;
	/** One of them begins. */
	begin(): void;
}

/**
 * What the error that ends a run holds in its `context` besides. n8n hands it to a workflow that starts with Error Trigger,
 * also after a cancelled run, of which it keeps nothing else.
 */
export type MoreOfError = () => IDataObject;

/** Whether the run of a node goes on. One object per run; nothing outlives it. */
export interface RunControl {
	/**
	 * Aborted as soon as the execution is cancelled, or something failed and On Error is set to stop: no request starts
	 * after that, and every wait ends.
	 */
	readonly signal: AbortSignal;
	/** Whether On Error is set to continue: every item then gets a result or an error item of its own. */
	readonly continuesOnError: boolean;
	readonly backlog: Backlog;
	/** Ends the run, unless it continues on errors. */
	noteFailure(): void;
	/**
	 * @param progress how far the run came
	 * @throws {NodeOperationError} when the execution was cancelled
	 */
	throwIfCancelled(progress: () => string, more?: MoreOfError): void;
	/**
	 * Stops the workflow with the error of the first item that failed, unless the run continues on errors. What else is
	 * wrong stands below it, so that all of it is corrected at once. An item that was only interrupted by the failure of
	 * another one comes last.
	 *
	 * @param errors by item; `undefined` where nothing failed
	 * @param remark what to say behind the item's own error, such as how far the run came
	 * @throws {NodeApiError | NodeOperationError}
	 */
	throwIfFailed(errors: ReadonlyArray<ItemError | undefined>, remark: string, more?: MoreOfError): void;
}

export function controlRun(context: IExecuteFunctions): RunControl {
	const continuesOnError = context.continueOnFail();
	const cancelled = context.getExecutionCancelSignal();
	const stopped = new AbortController();
	return {
		signal: cancelled ? AbortSignal.any([cancelled, stopped.signal]) : stopped.signal,
		continuesOnError,
		backlog: createBacklog(),
		noteFailure() {
			if (!continuesOnError) stopped.abort();
		},
		throwIfCancelled(progress, more) {
			if (cancelled?.aborted !== true) return;
			const error = new NodeOperationError(context.getNode(), `The execution was cancelled. ${progress()}`);
			Object.assign(error.context, more?.());
			throw error;
		},
		throwIfFailed(errors, remark, more) {
			if (continuesOnError) return;
			const failed = errors.flatMap((error, item) => (error ? [{ error, item }] : []));
			const causes = failed.filter(({ error }) => !error.isInterrupted);
			const [cause, ...others] = causes.length > 0 ? causes : failed.slice(0, 1);
			if (!cause) return;
			const items = context.getInputData().map(({ json }) => json);
			const rowOf = rowNumbersOf(items);
			const told = ({ error, item }: typeof cause): string =>
				items.length > 1 && !error.isOfAll && !/^Row \d/.test(error.message)
					? `Row ${rowOf(item)}: ${error.message}`
					: error.message;
			const message = told(cause);
			const lines = [...new Set(others.map(told))].filter((line) => line !== message);
			const own = [cause.error.description, remark].filter(Boolean).join(' ');
			const description = lines.length === 0 ? own : [linesBelow(lines), own].filter(Boolean).join('<br>');
			const error = toNodeError(context.getNode(), { ...cause.error, message, description }, cause.item);
			Object.assign(error.context, more?.());
			throw error;
		},
	};
}

export function createBacklog(): Backlog {
	let count = 0;
	return {
		get count() {
			return count;
		},
		expect(expected) {
			count = expected;
		},
		begin() {
			count--;
		},
	};
}
