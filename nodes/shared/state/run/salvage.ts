import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { plainFailure } from '../../http/failure';
import type { Form, Refused } from '../input/form';
import { fail } from './finish';
import { hasErrorOutput, itemsOf, resultsOf } from './output';
import type { MemoryOf } from './runMemory';
import type { Task } from './task';

/** What is known of the items while a run goes on. */
export interface Known {
	refused: Refused[];
	tasks: Task[];
	/** Set where the rows carry the memory. */
	memoryOf?: MemoryOf | undefined;
}

/** What comes out where a run broke: the rows of those who were done by then, and a failure for everyone else. */
export function salvage(
	context: IExecuteFunctions,
	form: Form,
	{ refused, tasks, memoryOf }: Known,
	problem: string,
): INodeExecutionData[][] {
	const ended = tasks.map((task) =>
		task.phase === 'done' || task.phase === 'traced' ? task : fail(task, plainFailure(problem)),
	);
	const items = context.getInputData().map((_, item) => item);
	const told = new Set([...refused.map(({ item }) => item), ...ended.map(({ desired }) => desired.item)]);
	const untold = items.flatMap((item): Refused[] =>
		told.has(item) ? [] : [{ kind: 'refused', item, service: '', agent: '', problem }],
	);
	const results = resultsOf(items.length, [...refused, ...untold], ended);
	const shown = { technicalDetails: false, changedOnly: false, ...(memoryOf && { memoryOf }) };
	return [itemsOf(form, results, hasErrorOutput(context), shown)];
}
