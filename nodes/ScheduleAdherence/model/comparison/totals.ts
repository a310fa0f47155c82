import type { EpochDay } from '../../../ShiftSchedule/model/calendar/day';
import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import { dayAt, type ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import { cutAtMidnights } from '../record/shifts';
import type { AdherenceException } from './exceptions';
import type { Tolerances } from './kinds';
import type { Piece } from './pieces';
import { commonStates, type StateComparer } from './stateRules';

/**
 * What formulas are made of, in milliseconds. The scheduled time is the sum of the six parts below it.
 */
export interface Totals {
	scheduled: number;
	inAdherence: number;
	/** Deviations within shifts that last longer than is tolerated. */
	exceptions: number;
	/** Deviations within shifts that are tolerated. */
	tolerated: number;
	excused: number;
	neutral: number;
	unknown: number;
	/** Scheduled work of which the actual state is known. */
	knownWork: number;
	/** Time in states that are work, in shifts and outside of them. */
	worked: number;
	/** Work for which nothing is scheduled. */
	outside: number;
	/** The part of it that lasts longer than is tolerated. */
	outsideExceptions: number;
	/** How many deviations within shifts count, and how many outside of them. */
	exceptionCount: number;
	outsideCount: number;
}

export const noTotals = (): Totals => ({
	...{ scheduled: 0, inAdherence: 0, exceptions: 0, tolerated: 0, excused: 0, neutral: 0, unknown: 0 },
	...{ knownWork: 0, worked: 0, outside: 0, outsideExceptions: 0, exceptionCount: 0, outsideCount: 0 },
});

export function addTotals(sum: Totals, more: Totals): void {
	for (const key of Object.keys(sum) as Array<keyof Totals>) sum[key] += more[key];
}

/** Whether a deviation is longer than is tolerated. */
export const isBeyond = ({ start, end, kind }: AdherenceException, tolerances: Tolerances): boolean =>
	end - start > tolerances[kind];

interface Found {
	pieces: readonly Piece[];
	exceptions: readonly AdherenceException[];
	clock: ZoneClock;
}

/**
 * The totals of an agent by local day. What is in a shift counts for the day that the shift starts on, all other time for
 * the day that it is on.
 */
export function totalsByDay(
	{ pieces, exceptions, clock }: Found,
	comparer: StateComparer,
	tolerances: Tolerances,
): Map<EpochDay, Totals> {
	const days = new Map<EpochDay, Totals>();
	const on = (day: EpochDay): Totals => {
		const totals = days.get(day) ?? noTotals();
		days.set(day, totals);
		return totals;
	};
	for (const piece of pieces) {
		if (piece.shift) addShiftPiece(on(piece.shift.day), piece, comparer);
		else if (piece.works) {
			for (const part of cutAtMidnights(piece, clock))
				addOutside(on(dayAt(clock, part.start)), piece, lengthOf(part));
		}
	}
	for (const exception of exceptions) {
		const isCounted = isBeyond(exception, tolerances);
		if (exception.shift) {
			const totals = on(exception.day);
			totals[isCounted ? 'exceptions' : 'tolerated'] += lengthOf(exception);
			if (isCounted) totals.exceptionCount++;
		} else if (isCounted) {
			on(exception.day).outsideCount++;
			for (const part of cutAtMidnights(exception, clock)) {
				on(dayAt(clock, part.start)).outsideExceptions += lengthOf(part);
			}
		}
	}
	return days;
}

const parts = { in: 'inAdherence', excused: 'excused', neutral: 'neutral', unknown: 'unknown' } as const;

function addShiftPiece(totals: Totals, piece: Piece, comparer: StateComparer): void {
	const length = lengthOf(piece);
	const { standing, scheduled, actual, works } = piece;
	totals.scheduled += length;
	if (works) totals.worked += length;
	if (actual && comparer.isWork(commonStates.find((state) => state === scheduled?.state))) totals.knownWork += length;
	if (standing !== 'out' && standing !== 'outside' && standing !== 'off') totals[parts[standing]] += length;
}

function addOutside(totals: Totals, { standing }: Piece, length: number): void {
	totals.worked += length;
	if (standing === 'outside') totals.outside += length;
}

const lengthOf = ({ start, end }: Interval): number => end - start;
