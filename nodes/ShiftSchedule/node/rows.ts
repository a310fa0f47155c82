import { inQuotes } from '../../shared/values/text';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Finding } from '../model/answers/finding';
import type { AgentColumns, StateColumns } from '../model/answers/row';
import type { RosterNote } from '../model/roster/problem';
import type { StateRow } from '../model/answers/stateAt';
import type { ChangeRow, TimelineRow } from '../model/answers/timeline';
import type { Interval } from '../model/calendar/interval';
import { isoOf, MS_A_MINUTE, type Instant, type ZoneClock } from '../model/calendar/zone';
import type { Source } from '../model/schedule/types';
import type { HeatPicture } from '../picture/heatPicture';
import { dayAndTimeText, type Picture } from '../picture/picture';
import type { LoadedRoster, RosterFault } from './source/loadedRoster';

/** What the rows of one run need besides the answers of the model. */
export interface RowContext {
	/** How people find a row of the roster: "row 3", "Shift 2". */
	placeOf: (row: number) => string;
	/** Short dates of another year say which. */
	thisYear: number;
	/** The clock of an agent's time zone. */
	clockIn: (zone: string) => ZoneClock;
	/** The moment that the run works from. */
	now: Instant;
}

/** An agent's state, as a row of *Get State Now*. */
export function stateRow(context: RowContext, row: StateRow): IDataObject {
	const { zone, nextState = null } = row;
	const [since, until] = [localTime(context, zone, row.since), localTime(context, zone, row.until)];
	const nextChangeInMinutes = row.until === undefined ? null : minutesUntil(row.until, context.now);
	return {
		...whoseState(row),
		to: shortDate(context, until),
		nextState,
		reason: row.reason,
		from: shortDate(context, since),
		...whyState(context, row),
		...{ nextChangeInMinutes, zone, agentId: row.agentId, since, until, nextChangeAt: until },
	};
}

/** A change of an agent's state, as a row of *Get Changes*. */
export function changeRow(context: RowContext, row: ChangeRow): IDataObject {
	const { zone, previousState, previousReason } = row;
	const at = localTime(context, zone, row.at);
	return {
		...whoseState(row),
		when: shortDate(context, at),
		previousState,
		reason: row.reason,
		...whyState(context, row),
		...{ previousReason, zone, agentId: row.agentId, at },
	};
}

/** A stretch of an agent's time, as a row of *Preview Timeline*. */
export function timelineRow(context: RowContext, row: TimelineRow): IDataObject {
	const { zone, minutes } = row;
	const [start, end] = [localTime(context, zone, row.start), localTime(context, zone, row.end)];
	return {
		...whoseState(row),
		from: shortDate(context, start),
		to: shortDate(context, end),
		reason: row.reason,
		minutes,
		...whyState(context, row),
		...{ zone, agentId: row.agentId, start, end },
	};
}

/** A finding of *Check Schedule*. */
export function findingRow(context: RowContext, finding: Finding): IDataObject {
	const { kind, message, agentId, state, needed, scheduled, start, end, minutes, rule, row } = finding;
	return {
		...{ message, kind, agentId, state, needed, scheduled },
		from: shortDate(context, start),
		to: shortDate(context, end),
		...{ minutes, rule, row, start, end },
	};
}

/** What the reader of the roster noticed, as a finding of *Check Schedule*. */
export const noteRow = ({ kind, message, agentId = '', row }: RosterNote): IDataObject => ({
	...{ message, kind, agentId, state: '', needed: null, scheduled: null, from: null, to: null },
	...{ minutes: 0, rule: '', row: row ?? null, start: '', end: '' },
});

/** What cannot be read of the roster, as a finding of *Check Schedule*. */
export const unreadRow = ({ message, row }: RosterFault): IDataObject => ({
	...{ message, kind: 'unreadRow', agentId: '', state: '', needed: null, scheduled: null, from: null, to: null },
	...{ minutes: 0, rule: '', row: row ?? null, start: '', end: '' },
});

/** A picture of the timeline. Its file is in the item's binary data. */
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

/** A picture of the coverage. Its file is in the item's binary data. */
export function heatRow(
	context: RowContext,
	{ state, page, pages, window }: HeatPicture,
	clock: ZoneClock,
): IDataObject {
	const [start, end] = [isoOf(clock, window.start), isoOf(clock, window.end)];
	return {
		...{ state, page, pages },
		from: shortDate(context, start),
		to: shortDate(context, end),
		...{ start, end },
	};
}

/** An item about an agent, linked to the input item that decides about the agent. */
export const agentItem = (
	{ itemOf }: LoadedRoster,
	{ agentId, source }: AgentColumns & StateColumns,
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
	// Blanks that do not break: in a narrow column n8n's table would put each word on a line of its own.
	return dayAndTimeText(Date.parse(withoutOffset) / MS_A_MINUTE, thisYear).replaceAll(' ', '\u00a0');
}

/** An instant by the clock of an agent's time zone, as ISO text; `null` where there is none. */
const localTime = ({ clockIn }: RowContext, zone: string, instant: Instant | undefined): string | null =>
	instant === undefined ? null : isoOf(clockIn(zone), instant);

/** Rounded up: who waits so long finds the change done. */
export const minutesUntil = (instant: Instant, now: Instant): number => Math.ceil((instant - now) / MS_A_MINUTE);

/** Agent State reads `desiredState`, and further on `reason`, `service` and `agentId`. */
const whoseState = ({ name, desiredState }: AgentColumns & StateColumns): IDataObject => ({
	...{ agent: name, desiredState },
});

const whyState = ({ placeOf }: RowContext, { service, source, dstNote }: AgentColumns & StateColumns): IDataObject => ({
	...{ source: sourceText(source, placeOf), service, layer: source.layer, dstNote },
});

/** Which row of the roster decides, such as `break "Lunch", row 3`. */
function sourceText({ layer, rule, row, swappedWith }: Source, placeOf: RowContext['placeOf']): string {
	const parts = [
		rule === '' ? 'nothing planned' : `${layer}${rule === layer ? '' : ` ${inQuotes(rule)}`}`,
		row > 0 ? placeOf(row) : '',
		swappedWith === undefined ? '' : `swapped with ${swappedWith}`,
	];
	return parts.filter(Boolean).join(', ');
}
