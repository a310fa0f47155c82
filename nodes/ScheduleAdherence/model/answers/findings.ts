import type { EpochDay } from '../../../ShiftSchedule/model/calendar/day';
import type { Instant } from '../../../ShiftSchedule/model/calendar/zone';
import { exceptionsOf, type AdherenceException } from '../comparison/exceptions';
import type { Tolerances } from '../comparison/kinds';
import { piecesOf, type TimePiece } from '../comparison/pieces';
import type { StateComparer } from '../comparison/stateRules';
import { totalsByDay, type Totals } from '../comparison/totals';
import { startOfDay } from '../record/shifts';
import type { AgentRecord } from '../record/types';
import { isInRange, type DayRange } from './period';

/** What came of comparing both sides of an agent, for the days of a period. */
export interface Findings {
	record: AgentRecord;
	range: DayRange;
	/** All of the agent's time, with the days around the period. */
	pieces: TimePiece[];
	/** Of the period, however short they are; those outside of shifts are cut at its ends. */
	exceptions: AdherenceException[];
	/** Those on which something was scheduled or worked, in order of time. */
	days: Map<EpochDay, Totals>;
}

export interface CompareOptions {
	comparer: StateComparer;
	tolerances: Tolerances;
	/** Nothing after it counts. */
	until: Instant;
}

/** @param range the days of the period by the agent's clock */
export function findingsOf(record: AgentRecord, range: DayRange, options: CompareOptions): Findings {
	const { comparer, tolerances, until } = options;
	const { clock } = record;
	const period = { start: startOfDay(clock, range.first), end: startOfDay(clock, range.last + 1) };
	const pieces = piecesOf(record, comparer, until);
	const within = pieces.flatMap((piece): TimePiece[] => {
		if (piece.shift) return isInRange(range, piece.shift.day) ? [piece] : [];
		const cut = { start: Math.max(piece.start, period.start), end: Math.min(piece.end, period.end) };
		return cut.start < cut.end ? [{ ...piece, ...cut }] : [];
	});
	const exceptions = exceptionsOf(within, clock, until);
	const days = totalsByDay({ pieces: within, exceptions, clock }, comparer, tolerances);
	return { record, range, pieces, exceptions, days };
}

/** The scheduled time of the period that is still to come, in milliseconds. */
export function stillToCome({ scheduled, clock }: AgentRecord, range: DayRange, until: Instant): number {
	const last = startOfDay(clock, range.last + 1);
	return scheduled.reduce(
		(sum, { start, end }) => sum + Math.max(0, Math.min(end, last) - Math.max(start, until)),
		0,
	);
}
