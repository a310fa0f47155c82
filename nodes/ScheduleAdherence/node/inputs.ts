import type { IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import type { ItemProblem } from '../../shared/n8n/itemProblem';
import type { Interval } from '../../ShiftSchedule/model/calendar/interval';
import { sides, type AdherenceProblem, type Side } from '../model/rows/problems';
import type { PlacedRecord } from '../model/record/types';
import { readRecords, type ReadRecords } from '../model/rows/records';
import type { AdherenceSettings } from './adherenceSettings';

/** The rows of all inputs, put together by agent. */
export function readInputs(context: IExecuteFunctions, settings: AdherenceSettings): ReadRecords {
	const rowsOf = (side: Side) => itemsOfSide(context, side).map(({ json }) => json);
	return readRecords(
		{
			...{ scheduled: rowsOf('Scheduled'), actual: rowsOf('Actual') },
			excused: settings.hasExcused ? rowsOf('Excused') : [],
		},
		settings,
	);
}

function itemsOfSide(context: IExecuteFunctions, side: Side): INodeExecutionData[] {
	try {
		return context.getInputData(sides.indexOf(side));
	} catch {
		// n8n throws where nothing is connected to an input, or where nothing came through it. It has no other reason.
		return [];
	}
}

export const itemProblemOf = ({ message, row }: AdherenceProblem): ItemProblem => ({ message, item: row - 1 });

/** When the first and the last scheduled time of all begin; `undefined` where nothing is scheduled. */
export function startsOf(placed: readonly PlacedRecord[]): Interval | undefined {
	let [start, end] = [Infinity, -Infinity];
	for (const { record } of placed) {
		for (const stretch of record.scheduled) {
			start = Math.min(start, stretch.start);
			end = Math.max(end, stretch.start);
		}
	}
	return start > end ? undefined : { start, end };
}

/** Where an output item comes from. */
export type Link = IPairedItemData;

/** Links an output item to the agent's first row, in the input that has it. */
export const linkTo = ({ row, isScheduled }: PlacedRecord): Link => ({
	item: row - 1,
	input: isScheduled ? 0 : 1,
});
