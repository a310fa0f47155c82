import type { Instant } from '../../../ShiftSchedule/model/calendar/zone';
import type { ExceptionKind } from './kinds';
import type { Piece } from './pieces';

/** An absence, and the rest of its shift around it, as far as it is past. */
export interface Absence {
	before: readonly Piece[];
	own: readonly Piece[];
	after: readonly Piece[];
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
	if (isBreak(before.at(-1)) && !isBreak(own[0])) return 'longBreak';
	if ((isBreak(after[0]) && !isBreak(own.at(-1))) || isMoved(own, after)) return 'earlyBreak';
	return 'unscheduledAbsence';
}

const isKnown = ({ standing }: Piece): boolean => standing !== 'unknown';

const isBreak = (piece: Piece | undefined): boolean => piece?.scheduled?.state === 'break';

/** Whether it is a break instead of the next scheduled one, during which the agent worked. */
function isMoved(own: readonly Piece[], after: readonly Piece[]): boolean {
	const first = after.findIndex(isBreak);
	if (first < 0 || !own.some(({ actual }) => actual?.state === 'break')) return false;
	const rest = after.slice(first);
	const end = rest.findIndex((piece) => !isBreak(piece));
	return rest.slice(0, end < 0 ? undefined : end).every(({ works }) => works);
}
