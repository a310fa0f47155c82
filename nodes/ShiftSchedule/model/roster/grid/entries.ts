import { isoDate, MINUTES_A_DAY, type Weekday } from '../../calendar/day';
import type { TimeRange } from '../timeRanges';
import { clockText } from '../times';
import { stateMeant } from '../usualWords';
import { isAbsence, type CellPart } from './cell';
import type { GridDays } from './dayHeadings';

/** Where in a grid a row of the roster comes from. */
export interface GridPlace {
	/** The row of the grid, as people count it; 0 for what stands in the legend, which the column names. */
	row: number;
	/** The heading of the column; empty where the whole row is meant. */
	column: string;
	/** The index of the input item. */
	item: number;
}

/** What a row made of a cell says: an entry of the roster, nothing known about that time, or that it cannot be read. */
export type CellSays = 'entry' | 'nothing' | 'refused';

/** A row of a roster, made of a cell of a grid. */
export interface GridEntry {
	json: Record<string, unknown>;
	place: GridPlace;
	says: CellSays;
}

/** The columns about the agent, as the grid has them. */
export type AgentCells = Record<string, unknown>;

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whole days that repeat need dates: these hold for every roster. */
const ALWAYS = { from: '1970-01-01', until: '2199-12-31' };

const weekdayText = (weekdays: Weekday[]): string => weekdays.map((day) => weekdayNames[day - 1]).join(', ');

/** The columns that say on which days a shift starts: a row for each date, or one for all weekdays. */
function startingDays(days: GridDays, shift: number): Array<Record<string, string>> {
	if (days.kind === 'dates') return days.dates.map((day) => ({ from: isoDate(day + shift) }));
	return [{ days: weekdayText(days.weekdays.map((day) => (((day - 1 + shift) % 7) + 1) as Weekday)) }];
}

/** The columns that say which days something takes as a whole. */
function onWholeDays(days: GridDays): Array<Record<string, string>> {
	if (days.kind === 'weekdays') return [{ ...ALWAYS, days: weekdayText(days.weekdays) }];
	return days.dates.map((day) => ({ from: isoDate(day), until: isoDate(day) }));
}

/** The rows that a part of a cell makes. */
export function partRows(part: CellPart, days: GridDays): Array<Record<string, unknown>> {
	const { name, shift, reason } = part;
	const named = { shift, reason, state: stateMeant(name) };
	if (!isAbsence(part)) {
		return part.ranges.flatMap((range) =>
			startingDays(days, Math.floor(range.start / MINUTES_A_DAY)).map((on) => ({
				...named,
				...on,
				...times(range),
			})),
		);
	}
	// A day off is what holds where nothing else does: the night shift before it is worked to its end.
	const kind = name === 'off' ? 'default' : name;
	if (part.ranges.length === 0) return onWholeDays(days).map((on) => ({ ...named, ...on, kind }));
	return part.ranges.flatMap((range) =>
		onWholeDays(days).map((on) => ({ ...named, ...on, kind: name === 'off' ? 'leave' : name, ...times(range) })),
	);
}

/** Days about which a grid says nothing, as rows that mark them. */
export const openRows = (days: GridDays): Array<Record<string, unknown>> =>
	onWholeDays(days).map((on) => ({ ...on, kind: 'default', state: 'offline', shift: 'nothing known' }));

const times = ({ start, minutes }: TimeRange): { start: string; end: string } => ({
	start: clockText({ minutes: start }),
	end: `${minutes} min`,
});

/**
 * A row that the reader of rows refuses, so that it leaves out the agents of a cell that cannot be read. What is told is
 * the complaint about the cell.
 */
export const refusedRow = (agent: AgentCells): Record<string, unknown> => ({ ...agent, state: 'unreadable' });
