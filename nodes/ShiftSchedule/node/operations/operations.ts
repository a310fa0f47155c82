import type { OperationName } from '../form';
import { checkSchedule } from './checkSchedule';
import { getChanges } from './getChanges';
import { getStateNow } from './getStateNow';
import { importIcs } from './importIcs';
import { previewTimeline } from './previewTimeline';
import type { Outputs, OperationTask } from './task';

export const operations: Record<OperationName, (task: OperationTask) => Promise<Outputs>> = {
	getStateNow,
	getChanges,
	previewTimeline,
	checkSchedule,
	importIcs,
};
