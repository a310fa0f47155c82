import type { Instant } from '../../../ShiftSchedule/model/calendar/zone';
import type { ExceptionKind } from './kinds';
import type { TimePiece } from './pieces';

/** An absence, and the rest of its shift around it, as far as it is past. */
export interface Absence {
	before: readonly TimePiece[];
	own: readonly TimePiece[];
	after: readonly TimePiece[];
}

/**
 * What an absence within a shift is called. Late and early are said only where all of the shift before or after it is
 * known: who was absent for the last hour that is known may have worked before that.
 *
 * @param until up to when times are past: while the shift goes on, nobody has left early
 */
export function awayKind({ before, own, after }: Absence, until: Instant): ExceptionKind {
	const isOver = (own[0]?.shift?.end ?? until) <= until;
	if (!before.some(({ works }) => works)) {
		const isFirst = before.every(isKnown);
		return isFirst && (!isOver || after.some(({ works }) => works)) ? 'lateStart' : 'unscheduledAbsence';
	}
	if (isOver && !after.some(({ works }) => works) && after.every(isKnown)) return 'earlyLeave';
	if (isOnScheduledBreak(before.at(-1)) && !isOnScheduledBreak(own[0])) return 'longBreak';
	if ((isOnScheduledBreak(after[0]) && !isOnScheduledBreak(own.at(-1))) || isMoved(own, after)) return 'earlyBreak';
	return 'unscheduledAbsence';
}

const isKnown = ({ standing }: TimePiece): boolean => standing !== 'unknown';

const isOnScheduledBreak = (piece: TimePiece | undefined): boolean => piece?.scheduled?.state === 'break';

/** Whether it is a break instead of the next scheduled one, during which the agent worked. */
function isMoved(own: readonly TimePiece[], after: readonly TimePiece[]): boolean {
	const next = after.find(isOnScheduledBreak)?.scheduled;
	const isBreak = next !== undefined && own.some(({ actual }) => actual?.state === 'break');
	return isBreak && after.filter(({ scheduled }) => scheduled === next).every(({ works }) => works);
}
