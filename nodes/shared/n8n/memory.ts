import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { showHints } from './hints';

/** What a node keeps from one run to the next: its part of the workflow's static data. */
export interface Memory {
	data: IDataObject;
	/** Whether n8n should have kept something of an earlier run, and there is none. */
	isMissing: boolean;
}

/** n8n saves static data after an execution that a trigger started, not after one from the editor. */
export function openMemory(context: IExecuteFunctions): Memory {
	const data = context.getWorkflowStaticData('node');
	return { data, isMissing: context.getMode() !== 'manual' && Object.keys(data).length === 0 };
}

/**
 * Tells what follows from a missing memory.
 *
 * n8n 2.40 and 2.41 hand a worker of queue mode empty static data, and overwrite with it what was saved. A node cannot
 * tell that from the first run, but the line above the output stands in every run there.
 *
 * @param effects each completes "This run remembers no earlier one, so …"
 */
export function tellMissing(context: IExecuteFunctions, { isMissing }: Memory, effects: readonly string[]): void {
	if (isMissing) showHints(context, 'warning', effects.map(missingMemoryText));
}

/** Leaves a trace, so that the next run misses nothing; what is stored for it may be nothing. */
export function leaveTrace({ data, isMissing }: Memory): void {
	if (isMissing) data.hasRun = true;
}

/** @param effect completes "This run remembers no earlier one, so …" */
export const missingMemoryText = (effect: string): string =>
	`This run remembers no earlier one, so ${effect}. That is right for the first run of a published workflow. If you read this again in the next one, n8n keeps no memory for its workers (queue mode of 2.40 and 2.41).`;
