import { segmentsOf } from '../schedule/assignments';
import { mergeSegments, type Segment } from '../schedule/layers';
import { agentColumns, stateColumns, type AgentColumns, type StateColumns } from './row';
import type { Evaluation } from '../schedule/evaluation';
import type { Agent, ScheduledState } from '../schedule/types';
import { MS_A_DAY } from '../calendar/day';
import { contains } from '../calendar/interval';
import type { Instant } from '../calendar/zone';

/** Search horizon in days, to either side of an instant. */
export const HORIZON_DAYS = 400;

/** The state of one agent at an instant, and the changes before and after it. */
export interface StateRow extends AgentColumns, StateColumns {
	/** `undefined`: no change within {@link HORIZON_DAYS} days before. */
	since: Instant | undefined;
	/** `undefined`: no change within {@link HORIZON_DAYS} days after. */
	until: Instant | undefined;
	/** The state from `until` on. */
	nextState: ScheduledState | undefined;
}

/**
 * What holds for an agent at an instant. `now` may be any instant: that is how one simulates.
 *
 * @throws {TooManyAssignments} as `segmentsOf`
 */
export function stateAt(evaluation: Evaluation, agent: Agent, now: Instant): StateRow {
	const { segment, ...around } = changesAround(evaluation, agent, now);
	return { ...agentColumns(evaluation, agent), ...stateColumns(segment), ...around };
}

/** Looks a few days to either side, which is enough for most agents, and further only where nothing was found. */
function changesAround(
	evaluation: Evaluation,
	agent: Agent,
	now: Instant,
): Pick<StateRow, 'since' | 'until' | 'nextState'> & { segment: Segment } {
	let [back, ahead] = [4, 4];
	for (;;) {
		const window = { start: now - back * MS_A_DAY, end: now + ahead * MS_A_DAY };
		const segments = segmentsOf(evaluation, agent, window);
		const states = mergeSegments(segments);
		const index = states.findIndex((state) => contains(state, now));
		const [state, segment] = [states[index], segments.find((one) => contains(one, now))];
		if (state === undefined || segment === undefined) throw new Error(`${now} is not an instant`);
		const isFirst = state.start === window.start && back < HORIZON_DAYS;
		const isLast = state.end === window.end && ahead < HORIZON_DAYS;
		if (!isFirst && !isLast) {
			return {
				segment,
				since: state.start === window.start ? undefined : state.start,
				until: state.end === window.end ? undefined : state.end,
				nextState: states[index + 1]?.assignment.state,
			};
		}
		if (isFirst) back = Math.min(back * 5, HORIZON_DAYS);
		if (isLast) ahead = Math.min(ahead * 5, HORIZON_DAYS);
	}
}
