import { inQuotes } from '../../../shared/values/text';
import type { Interval } from '../calendar/interval';
import { timeText } from '../calendar/timeText';
import { dayAt, type LocalMinutes } from '../calendar/zone';
import type { Evaluation } from '../schedule/evaluation';
import type { ScheduleRule } from '../schedule/types';
import { isWork } from '../schedule/work';
import type { CheckOptions } from './checkOptions';
import { blank, type Finding } from './finding';

/** In minutes. A longer shift is rare, and often a morning that was written for an evening: 9:00 to 5:00. */
const USUAL_MOST = 14 * 60;

/** A shift that is longer than most, by the local clock. */
interface LongShift {
	rule: ScheduleRule;
	/** Since midnight. */
	start: LocalMinutes;
	minutes: number;
}

/** The shifts of a schedule that are longer than 14 hours, in the order of the roster, without those that are over. */
function longShifts(evaluation: Evaluation, window: Interval): LongShift[] {
	const { schedule } = evaluation;
	const today = dayAt(evaluation.clock(schedule.zone), window.start);
	return schedule.rules.flatMap((rule): LongShift[] => {
		// Leave, holidays and a state set by hand are not work, and who is offline is in no shift.
		if (!isWork(rule) || rule.state === 'offline') return [];
		const { time } = rule;
		const isOver = (time.days.until ?? today) < today;
		return time.minutes > USUAL_MOST && !isOver ? [{ rule, start: time.start, minutes: time.minutes }] : [];
	});
}

/** A finding for each of them. */
export function longShiftFindings(
	evaluation: Evaluation,
	window: Interval,
	{ placeOf }: Pick<CheckOptions, 'placeOf'>,
): Finding[] {
	return longShifts(evaluation, window).map(({ rule, start, minutes }): Finding => {
		const hours = Math.round(minutes / 6) / 10;
		const times = `from ${timeText(start)} to ${timeText(start + minutes)}`;
		return {
			...{ ...blank, kind: 'longShift', minutes, rule: rule.name, row: rule.row, state: rule.state },
			...(rule.agents !== 'all' && rule.agents.length === 1 && { agentId: rule.agents[0] }),
			message: `${inQuotes(rule.name)} (${placeOf(rule.row)}) lasts ${hours} hours, ${times}. If it should not, look at its start and end`,
		};
	});
}
