import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { leaveTrace, openMemory, tellLost } from '../../n8n/memory';
import type { DoneTask, ObservedTask, Task } from './task';

/** What a run that changes states knows of earlier ones, and leaves for the next. */
export interface RunMemory {
	/** As n8n's static data. */
	data: IDataObject;
	/** Whether the next run will know of this one. */
	isRemembered: boolean;
	/** Whether an earlier run has left something of this agent, so that what is not there was not done. */
	isWhole: (task: ObservedTask) => boolean;
	/** Whether it should have, and nothing of it has come back. */
	isLost: (task: ObservedTask) => boolean;
	/** After a run that changes states and is no preview. */
	leaveTrace: () => void;
	/** @param effects of a memory that is lost, each in words that follow "so …" */
	tellLost: (effects: readonly string[]) => void;
	/**
	 * What the rows of each item carry for the next run; `undefined` where n8n keeps it.
	 *
	 * @param tasks as they ended
	 * @param isPreview whether an item was only previewed: what was remembered stays
	 */
	column: ((tasks: readonly Task[], isPreview: (item: number) => boolean) => MemoryOf) | undefined;
}

/** The memory for the rows of an item. */
export type MemoryOf = (item: number) => string;

/** In the workflow's static data. */
export function memoryInN8n(context: IExecuteFunctions): RunMemory {
	const memory = openMemory(context);
	return {
		data: memory.data,
		isRemembered: context.getMode() !== 'manual',
		isWhole: () => !memory.isBlank,
		isLost: () => memory.isLost,
		leaveTrace: () => leaveTrace(context, memory),
		tellLost: (effects) => tellLost(context, memory, effects),
		column: undefined,
	};
}

/** Of whom a row knows the ID, so that the next run finds the memory again. */
export const isIdentified = (task: Task): task is DoneTask => task.phase === 'done' && task.row.agentId !== null;
