import { dateOf, dayOf, daysInMonth, type EpochDay } from './day';
import { recursOn, type Recurrence } from './recurrence';

/** How far to look for an occurrence, in days: a hundred years. */
const MAX_DAYS = 36_525;

/** How many days may still be looked at. Thousands of rules of one file share them. */
export interface CountSteps {
	left: number;
}

/** About two seconds of looking. */
export const countSteps = (): CountSteps => ({ left: 2_000_000 });

/**
 * The day of the n-th occurrence of a rule.
 *
 * @param n from 1
 * @param steps fewer of them are left afterwards
 * @returns `tooFar` where it is not reached within a hundred years, `tooLong` where the steps are used up
 */
export function dayOfOccurrence(
	recurrence: Recurrence,
	n: number,
	steps: CountSteps = countSteps(),
): EpochDay | 'tooFar' | 'tooLong' {
	const { start, frequency, weekdays, positions } = recurrence;
	const isByMonth = frequency === 'monthly' || frequency === 'yearly';
	if (isByMonth && weekdays.length === 0 && positions.length === 0) return dayByMonths(recurrence, n);
	const period = repetitionOf(recurrence);
	const cost = costOf(recurrence);
	let found = 0;
	for (let day = start; day - start <= MAX_DAYS; day++) {
		steps.left -= cost;
		if (steps.left < 0) return 'tooLong';
		if (recursOn(recurrence, day) && ++found === n) return day;
		if (period !== undefined && day === start + period - 1) {
			if (found === 0) return 'tooFar';
			// All further periods are as this one: on to the one that has the n-th.
			const periods = Math.ceil((n - found) / found) - 1;
			day += periods * period;
			found += periods * found;
		}
	}
	return 'tooFar';
}

/** After how many days the rule repeats itself exactly; `undefined` where that depends on months. */
function repetitionOf({ frequency, interval, months, monthDays, weekdays }: Recurrence): number | undefined {
	if ((frequency !== 'daily' && frequency !== 'weekly') || months.length > 0 || monthDays.length > 0)
		return undefined;
	return frequency === 'daily' && weekdays.length === 0 ? interval : interval * 7;
}

/** A day of a rule with positions is looked at together with other days of its period. */
function costOf({ positions, frequency }: Recurrence): number {
	const furthest = Math.max(0, ...positions.map(Math.abs));
	return Math.max(1, Math.min(7 * furthest, { daily: 1, weekly: 7, monthly: 31, yearly: 366 }[frequency]));
}

/** Of a rule that names days of months: month by month, for a 31st comes seven times a year. */
function dayByMonths(recurrence: Recurrence, n: number): EpochDay | 'tooFar' {
	const { frequency, interval, months, monthDays, start } = recurrence;
	const first = dateOf(start);
	const daysByLength = new Map([28, 29, 30, 31].map((length) => [length, daysOfMonth(length)]));
	let left = n;
	for (let index = 0; index <= MAX_DAYS / 30; index++) {
		const year = first.year + Math.floor((first.month - 1 + index) / 12);
		const month = ((first.month - 1 + index) % 12) + 1;
		const isInInterval = (frequency === 'monthly' ? index : year - first.year) % interval === 0;
		const isNamed =
			months.length > 0
				? months.includes(month)
				: frequency === 'monthly' || monthDays.length > 0 || index % 12 === 0;
		if (!isInInterval || !isNamed) continue;
		const all = daysByLength.get(daysInMonth({ year, month, day: 1 })) ?? [];
		const days = index === 0 ? all.filter((day) => day >= first.day) : all;
		const day = days[left - 1];
		if (day !== undefined) {
			const found = dayOf({ year, month, day });
			return found === undefined || found - start > MAX_DAYS ? 'tooFar' : found;
		}
		left -= days.length;
	}
	return 'tooFar';

	function daysOfMonth(length: number): number[] {
		const named = monthDays.length > 0 ? monthDays : [first.day];
		const days = named.map((day) => (day > 0 ? day : length + 1 + day));
		return [...new Set(days)].filter((day) => day >= 1 && day <= length).sort((a, b) => a - b);
	}
}
