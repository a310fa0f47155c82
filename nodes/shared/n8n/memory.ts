import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { showHints } from './hints';

/**
 * What a node keeps from one run to the next: its part of the workflow's static data, which n8n saves after an execution
 * that a trigger started, and not after one from the editor.
 */
export interface Memory {
	data: IDataObject;
	/** Whether n8n keeps what this run leaves there, and there is nothing of an earlier run. */
	isBlank: boolean;
	/**
	 * Whether it is blank although an earlier run left something: n8n 2.40 and 2.41 hand a worker of queue mode empty
	 * static data, and overwrite with it what was saved. Of the first run in a process that cannot be told.
	 */
	isLost: boolean;
}

/** The nodes that have left something in the course of this process. */
const leftBy = new Set<string>();

/** More nodes than this are not told apart from new ones. */
const MOST_NODES = 10_000;

const nodeKeyOf = (context: IExecuteFunctions): string => `${context.getWorkflow().id} ${context.getNode().id}`;

export function openMemory(context: IExecuteFunctions): Memory {
	const data = context.getWorkflowStaticData('node');
	const isBlank = context.getMode() !== 'manual' && Object.keys(data).length === 0;
	return { data, isBlank, isLost: isBlank && leftBy.has(nodeKeyOf(context)) };
}

/** Leaves a trace, so that the next run can tell a lost memory from none; what is remembered of agents may be nothing. */
export function leaveTrace(context: IExecuteFunctions, { data }: Memory): void {
	if (context.getMode() === 'manual') return;
	if (Object.keys(data).length === 0) data.hasRun = true;
	if (leftBy.size < MOST_NODES) leftBy.add(nodeKeyOf(context));
}

/** @param effects of a memory that is lost, each in words that follow "so …" */
export function tellLost(context: IExecuteFunctions, { isLost }: Memory, effects: readonly string[]): void {
	if (!isLost) return;
	showHints(
		context,
		'warning',
		effects.map(
			(effect) =>
				`n8n has kept nothing from earlier runs of this node, so ${effect}. Queue mode of n8n 2.40 and 2.41 does that: set 'Memory' to 'Kept in Columns' there.`,
		),
	);
}
