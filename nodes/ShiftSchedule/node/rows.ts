import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Finding } from '../model/answers/check';
import type { What, Who } from '../model/answers/row';
import type { StateRow } from '../model/answers/stateAt';
import type { ChangeRow, TimelineRow } from '../model/answers/timeline';
import type { Interval } from '../model/calendar/interval';
import { isoOf, MS_A_MINUTE, type ZoneClock } from '../model/calendar/zone';
import type { Source } from '../model/schedule/types';
import { dayAndTimeText } from '../picture/layout/dateText';
import type { Picture } from '../picture/picture';
import type { LoadedRoster } from './source/loadedRoster';

/** What the rows of one run need besides the answers of the model. */
export interface RowContext {
	/** How people find a row of the roster: "row 3", "Shift 2". */
	placeOf: (row: number) => string;
	/** Short dates of another year say which. */
	thisYear: number;
}

/** An agent's state, as a row of *Get State Now*. */
export function stateRow(context: RowContext, row: StateRow): IDataObject {
	const { since, until, nextState, nextChangeAt, nextChangeInMinutes } = row;
	return {
		...agentColumns(row),
		from: shortDate(context, since),
		to: shortDate(context, until),
		nextState,
		...reasonColumns(context, row),
		...{ nextChangeInMinutes, zone: row.zone, since, until, nextChangeAt },
	};
}

/** A change of an agent's state, as a row of *Get Changes*. */
export function changeRow(context: RowContext, row: ChangeRow): IDataObject {
	const { at, previousState, previousReason } = row;
	return {
		...agentColumns(row),
		when: shortDate(context, at),
		previousState,
		...reasonColumns(context, row),
		...{ previousReason, zone: row.zone, at },
	};
}

/** A stretch of an agent's time, as a row of *Preview Timeline*. */
export function timelineRow(context: RowContext, row: TimelineRow): IDataObject {
	const { start, end, minutes } = row;
	return {
		...agentColumns(row),
		from: shortDate(context, start),
		to: shortDate(context, end),
		minutes,
		...reasonColumns(context, row),
		...{ zone: row.zone, start, end },
	};
}

/** A finding of *Check Schedule*. */
export function findingRow(context: RowContext, finding: Finding): IDataObject {
	const { kind, message, agentId, state, start, end, minutes, rule, row } = finding;
	return {
		...{ kind, message, agentId, state },
		from: shortDate(context, start),
		to: shortDate(context, end),
		...{ minutes, rule, row, start, end },
	};
}

/** A picture of the timeline, whose file stands beside this row. */
export function pictureRow(
	context: RowContext,
	{ page, pages, agents }: Picture,
	clock: ZoneClock,
	window: Interval,
): IDataObject {
	const [start, end] = [isoOf(clock, window.start), isoOf(clock, window.end)];
	return {
		...{ page, pages, agents: agents.length },
		from: shortDate(context, start),
		to: shortDate(context, end),
		...{ start, end },
	};
}

/** An item about an agent, linked to the input item that decides about the agent. */
export const agentItem = (
	{ itemOf }: LoadedRoster,
	{ agentId, source }: Who & What,
	json: IDataObject,
): INodeExecutionData => ({ json, pairedItem: { item: itemOf(agentId, source.row) } });

/**
 * The local date and time of an ISO text, such as `Mon 26 Oct 09:00`.
 *
 * @param iso empty or `null` where there is no such moment
 */
export function shortDate({ thisYear }: Pick<RowContext, 'thisYear'>, iso: string | null): string | null {
	if (iso === null || iso === '') return null;
	const withoutOffset = `${iso.slice(0, 16)}Z`;
	return dayAndTimeText(Date.parse(withoutOffset) / MS_A_MINUTE, thisYear);
}

/** Agent State reads `agentId` and `desiredState`, and below `reason` and `service`. */
const agentColumns = ({ name, agentId, desiredState }: Who & What): IDataObject => ({
	...{ agent: name, agentId, desiredState },
});

const reasonColumns = ({ placeOf }: RowContext, { reason, vendor, source, dstNote }: Who & What): IDataObject => ({
	...{ reason, service: vendor, source: sourceText(source, placeOf), layer: source.layer, dstNote },
});

/** Which row of the roster decides, such as `break "Lunch", row 3`. */
function sourceText({ layer, rule, row, swappedWith }: Source, placeOf: RowContext['placeOf']): string {
	const parts = [
		rule === '' ? 'nothing planned' : `${layer}${rule === layer ? '' : ` "${rule}"`}`,
		row > 0 ? placeOf(row) : '',
		swappedWith === undefined ? '' : `swapped with ${swappedWith}`,
	];
	return parts.filter(Boolean).join(', ');
}

/**
 * Leaves out each column that is empty or null in every row: n8n's table would show a red *empty* in each of them.
 *
 * @param items the rows of one output, all with the same columns
 */
export function withoutEmptyColumns(items: INodeExecutionData[]): INodeExecutionData[] {
	const empty = Object.keys(items[0]?.json ?? {}).filter((column) =>
		items.every(({ json }) => isEmpty(json[column])),
	);
	if (empty.length === 0) return items;
	return items.map((item) => ({
		...item,
		json: Object.fromEntries(Object.entries(item.json).filter(([column]) => !empty.includes(column))),
	}));
}

const isEmpty = (value: unknown): boolean => value === '' || value === null || value === undefined;
