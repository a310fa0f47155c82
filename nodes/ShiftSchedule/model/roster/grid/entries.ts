import { MINUTES_A_DAY, type Weekday } from '../../calendar/day';
import type { Days, Layer, ScheduleRule } from '../../schedule/types';
import { stateMeant } from '../usualWords';
import { isAbsence, type CellPart } from './cell';
import type { GridDays } from './dayHeadings';

/** Where in a grid an entry of the roster comes from. */
export interface GridPlace {
	/** The row of the grid, as people count it; 0 for what stands in the legend, which the column names. */
	row: number;
	/** The heading of the column; empty where the whole row is meant. */
	column: string;
	/** The index of the input item. */
	item: number;
}

/** The columns about the agent, as the grid has them: one record for each line, or for each cell with names. */
export type AgentCells = Readonly<Record<string, unknown>>;

/** What a cell makes of a rule: the rest is the same for all. */
export type CellRule = Pick<ScheduleRule, 'name' | 'layer' | 'state' | 'reason' | 'time' | 'isWork'>;

/** An entry of the roster, or days about which a cell says nothing. */
export interface GridEntry {
	agent: AgentCells;
	place: GridPlace;
	says: 'entry' | 'nothing';
	rule: CellRule;
}

/** A day off is what holds where nothing else does: the night shift before it is worked to its end. */
const layerOfAbsence = { off: 'default', leave: 'override', holiday: 'holiday' } as const;

/** The days on which something starts; each of several dates is a rule of its own. */
function startingDays(days: GridDays, later: number): Days[] {
	if (days.kind === 'dates') return days.dates.map((day) => ({ from: day + later, until: day + later }));
	if (days.weekdays.length === 0) return [];
	return [{ weekdays: days.weekdays.map((day) => (((day - 1 + later) % 7) + 1) as Weekday) }];
}

/** The rules that a part of a cell makes. */
export function rulesOfPart(part: CellPart, days: GridDays): CellRule[] {
	const { name, reason } = part;
	const state = stateMeant(name);
	const isOff = isAbsence(part);
	const named = { state, reason, name: part.shift || (isOff ? name : 'shift'), isWork: !isOff };
	if (isOff && part.ranges.length === 0) {
		const layer = layerOfAbsence[name as keyof typeof layerOfAbsence];
		return startingDays(days, 0).map((on) => ({ ...named, layer, time: { kind: 'days', days: on, count: 1 } }));
	}
	const layer: Layer = !isOff ? 'shift' : name === 'holiday' ? 'holiday' : 'override';
	return part.ranges.flatMap(({ start, minutes }) =>
		startingDays(days, Math.floor(start / MINUTES_A_DAY)).map((on): CellRule => ({
			...{ ...named, layer },
			time: { kind: 'clock', days: on, start: start % MINUTES_A_DAY, minutes },
		})),
	);
}

/** Days without an entry. */
export const rulesOfEmpty = (days: GridDays, name: string): CellRule[] =>
	startingDays(days, 0).map((on) => ({
		...{ name, layer: 'default', state: 'offline', reason: '', isWork: false },
		time: { kind: 'days', days: on, count: 1 },
	}));
