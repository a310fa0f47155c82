import type { EpochDay } from '../../../ShiftSchedule/model/calendar/day';
import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import { dayAt, type Instant, type ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import type { WorkedShift } from '../record/shifts';
import { awayKind, type Absence } from './awayKind';
import type { ExceptionKind } from './kinds';
import type { TimePiece } from './pieces';

/** A time that an agent spent in another state than the scheduled one, or worked while nothing was scheduled. */
export interface AdherenceException extends Interval {
	kind: ExceptionKind;
	/** The local day that it counts for: of the shift, or else the day that it starts on. */
	day: EpochDay;
	/** `undefined` outside of shifts. */
	shift: WorkedShift | undefined;
	pieces: readonly TimePiece[];
	/** Whether it still goes on at the moment up to which times count. */
	isOngoing: boolean;
}

/**
 * All deviations of an agent, however short, in order of time. Each is as long as it can be: within one shift, without a
 * gap, and of one sort.
 *
 * @param pieces as `piecesOf` gives them
 * @param until up to when the pieces reach
 */
export function exceptionsOf(pieces: readonly TimePiece[], clock: ZoneClock, until: Instant): AdherenceException[] {
	return runsOf(pieces).map((run) => {
		const { sort, first, count, start, end, shift } = run;
		const kind = sort === 'away' ? awayKind(absenceIn(pieces, run), until) : sort;
		const day = shift?.day ?? dayAt(clock, start);
		const own = pieces.slice(first, first + count);
		return { kind, start, end, day, shift, pieces: own, isOngoing: end === until };
	});
}

/** Deviations of one sort, one after the other. What an absence is called depends on the rest of the shift. */
type Sort = 'away' | 'missedBreak' | 'otherState' | 'unscheduledWork';

interface Run extends Pick<TimePiece, 'start' | 'end' | 'shift'> {
	sort: Sort;
	/** Its place among the pieces. */
	first: number;
	count: number;
}

function runsOf(pieces: readonly TimePiece[]): Run[] {
	const runs: Run[] = [];
	for (const [index, piece] of pieces.entries()) {
		const sort = sortOf(piece);
		if (sort === undefined) continue;
		const last = runs.at(-1);
		const before = pieces[index - 1];
		const goesOn = last?.sort === sort && last.first + last.count === index && before?.shift === piece.shift;
		if (goesOn) {
			last.count++;
			last.end = piece.end;
		} else {
			const { start, end, shift } = piece;
			runs.push({ sort, first: index, count: 1, start, end, shift });
		}
	}
	return runs;
}

function sortOf({ standing, works, scheduled }: TimePiece): Sort | undefined {
	if (standing === 'outside') return 'unscheduledWork';
	if (standing !== 'out') return undefined;
	if (!works) return 'away';
	return scheduled?.state === 'break' ? 'missedBreak' : 'otherState';
}

/** An absence and the rest of its shift; there is none outside of shifts. */
function absenceIn(pieces: readonly TimePiece[], { first, count, shift }: Run): Absence {
	const end = first + count;
	let [from, until] = [first, end];
	while (pieces[from - 1]?.shift === shift) from--;
	while (pieces[until]?.shift === shift) until++;
	return { before: pieces.slice(from, first), own: pieces.slice(first, end), after: pieces.slice(end, until) };
}
