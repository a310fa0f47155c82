import type { EpochDay } from '../../../ShiftSchedule/model/calendar/day';
import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import { dayAt, type ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import { cutAtMidnights } from '../record/shifts';
import type { AdherenceException } from './exceptions';
import type { Tolerances } from './kinds';
import type { Standing, TimePiece } from './pieces';
import type { StateComparer } from './stateRules';

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
	scheduled: 0,
	inAdherence: 0,
	exceptions: 0,
	tolerated: 0,
	excused: 0,
	neutral: 0,
	unknown: 0,
	knownWork: 0,
	worked: 0,
	outside: 0,
	outsideExceptions: 0,
	exceptionCount: 0,
	outsideCount: 0,
});

const totalNames = Object.keys(noTotals()) as Array<keyof Totals>;

export function addTotals(sum: Totals, more: Totals): void {
	for (const name of totalNames) sum[name] += more[name];
}

/** Whether a deviation is longer than is tolerated. */
export const isBeyond = ({ start, end, kind }: AdherenceException, tolerances: Tolerances): boolean =>
	end - start > tolerances[kind];

interface ComparedDays {
	pieces: readonly TimePiece[];
	exceptions: readonly AdherenceException[];
	clock: ZoneClock;
}

/**
 * The totals of an agent by local day. What is in a shift counts for the day that the shift starts on, all other time for
 * the day that it is on.
 */
export function totalsByDay(
	{ pieces, exceptions, clock }: ComparedDays,
	comparer: StateComparer,
	tolerances: Tolerances,
): Map<EpochDay, Totals> {
	const days = new Map<EpochDay, Totals>();
	const on = (day: EpochDay): Totals => {
		const before = days.get(day);
		if (before) return before;
		const totals = noTotals();
		days.set(day, totals);
		return totals;
	};
	for (const piece of pieces) {
		if (piece.shift) addShiftPiece(on(piece.shift.day), piece, comparer);
		else if (piece.works) {
			for (const part of cutAtMidnights(piece, clock))
				addOutside(on(dayAt(clock, part.start)), piece, msOf(part));
		}
	}
	for (const exception of exceptions) {
		const isCounted = isBeyond(exception, tolerances);
		if (exception.shift) {
			const totals = on(exception.day);
			totals[isCounted ? 'exceptions' : 'tolerated'] += msOf(exception);
			if (isCounted) totals.exceptionCount++;
		} else if (isCounted) {
			on(exception.day).outsideCount++;
			for (const part of cutAtMidnights(exception, clock)) {
				on(dayAt(clock, part.start)).outsideExceptions += msOf(part);
			}
		}
	}
	return days;
}

/** Deviations are added as a whole: what counts of them depends on how long they are. */
const totalOfStanding: Partial<Record<Standing, keyof Totals>> = {
	in: 'inAdherence',
	excused: 'excused',
	neutral: 'neutral',
	unknown: 'unknown',
};

function addShiftPiece(totals: Totals, piece: TimePiece, comparer: StateComparer): void {
	const length = msOf(piece);
	const { standing, scheduled, actual, works } = piece;
	totals.scheduled += length;
	if (works) totals.worked += length;
	if (actual && comparer.isWork(scheduled?.state)) totals.knownWork += length;
	const part = totalOfStanding[standing];
	if (part) totals[part] += length;
}

function addOutside(totals: Totals, { standing }: TimePiece, length: number): void {
	totals.worked += length;
	if (standing === 'outside') totals.outside += length;
}

const msOf = ({ start, end }: Interval): number => end - start;
