import { inQuotes } from '../../../shared/values/text';
import { MINUTES_A_DAY } from '../calendar/day';
import type { Interval } from '../calendar/interval';
import { timeText } from '../calendar/timeText';
import { dayAt, type LocalMinutes } from '../calendar/zone';
import type { Evaluation } from '../schedule/evaluation';
import type { ScheduleRule } from '../schedule/types';
import type { CheckOptions } from './checkOptions';
import { blank, type Finding } from './finding';

/** In minutes. A longer shift is rare, and often a morning that was written for an evening: 9:00 to 5:00. */
const USUAL_MOST = 14 * 60;

/** A shift that is longer than most, by the local clock. */
interface LongShift {
	rule: ScheduleRule;
	/** In local minutes; of a shift that is repeated, on the day 0. */
	start: LocalMinutes;
	minutes: number;
	/** Whether it is repeated, so that its start is a time of day. */
	isRepeated: boolean;
}

/** The shifts of a schedule that are longer than 14 hours, in the order of the roster, without those that are over. */
function longShifts(evaluation: Evaluation, window: Interval): LongShift[] {
	const { schedule } = evaluation;
	const today = dayAt(evaluation.clock(schedule.zone), window.start);
	return schedule.rules
		.flatMap((rule) => lengthOf(rule) ?? [])
		.filter(({ minutes, rule }) => minutes > USUAL_MOST && lastDayOf(rule) >= today)
		.sort((a, b) => a.rule.row - b.rule.row);
}

/** @returns nothing for what is no shift: leave, holidays, a state until further notice */
function lengthOf(rule: ScheduleRule): LongShift | undefined {
	const { time, layer, state, isWork } = rule;
	if (time.kind === 'clock') {
		return isWork ? { rule, start: time.start, minutes: time.minutes, isRepeated: true } : undefined;
	}
	const isShift = (layer === 'shift' || layer === 'override') && state !== 'offline';
	if (!isShift || time.kind === 'days' || time.from === undefined || time.until === undefined) return undefined;
	return { rule, start: time.from, minutes: time.until - time.from, isRepeated: false };
}

function lastDayOf({ time }: ScheduleRule): number {
	if (time.kind !== 'interval') return time.days.until ?? Infinity;
	return time.until === undefined ? Infinity : Math.floor(time.until / MINUTES_A_DAY);
}

/** A finding for each of them. */
export function longShiftFindings(
	evaluation: Evaluation,
	window: Interval,
	{ placeOf }: Pick<CheckOptions, 'placeOf'>,
): Finding[] {
	return longShifts(evaluation, window).map(({ rule, start, minutes, isRepeated }): Finding => {
		const hours = Math.round(minutes / 6) / 10;
		const times = isRepeated ? `, from ${timeText(start)} to ${timeText(start + minutes)}` : '';
		return {
			...{ ...blank, kind: 'longShift', minutes, rule: rule.name, row: rule.row, state: rule.state },
			...(rule.agents !== 'all' && rule.agents.length === 1 && { agentId: rule.agents[0] }),
			message: `${inQuotes(rule.name)} (${placeOf(rule.row)}) lasts ${hours} hours${times}. If it should not, look at its start and end`,
		};
	});
}
