import { MINUTES_A_DAY } from '../../calendar/day';
import { problem, value, type Result } from '../../../../shared/values/result';
import { inQuotes } from '../../../../shared/values/text';
import { timeRangesOf, type TimeRange } from '../timeRanges';
import { timeOf } from '../times';

/** Fewer columns with a time in their heading are something else, such as `Break 12:00`. */
const FEWEST_SLOTS = 3;

/**
 * Finds the headings that are times of a day: `08:00`, `8:30 am`, `0830`, each up to the next one, or `08:00-08:30`. Those
 * after midnight may follow: `23:30`, `00:00`, `00:30` are one night.
 *
 * @returns each with its time, from 1440 on for the next day; none where there are fewer than three
 */
export function timeHeadings(names: string[]): Result<Map<string, TimeRange>> {
	const ranges = new Map<string, TimeRange>();
	const starts = new Map<string, number>();
	for (const name of names) {
		const text = name.trim();
		if (!/\d/.test(text)) continue;
		const range = timeRangesOf(text);
		if (range.kind === 'value' && range.value.length === 1 && range.value[0]) ranges.set(name, range.value[0]);
		else if (/^(\d{1,2}[:.h]\d{2}(:00)?\s*([ap]\.?m?\.?)?|\d{4}|\d{1,2}\s*[ap]\.?m\.?)$/i.test(text)) {
			const time = timeOf(text);
			if (time.kind === 'value') starts.set(name, time.value.minutes);
		}
	}
	if (ranges.size >= FEWEST_SLOTS) return value(ranges);
	return starts.size >= FEWEST_SLOTS ? slotsFrom(starts) : value(new Map());
}

function slotsFrom(starts: Map<string, number>): Result<Map<string, TimeRange>> {
	const names = [...starts.keys()];
	const times = [...starts.values()];
	for (let index = 1; index < times.length; index++) {
		while ((times[index] ?? 0) <= (times[index - 1] ?? 0)) times[index] = (times[index] ?? 0) + MINUTES_A_DAY;
	}
	const [first = 0, second = 0] = times;
	const length = second - first;
	const uneven = times.findIndex((time, index) => index > 0 && time - (times[index - 1] ?? time) !== length);
	if (uneven > 0) {
		return problem(
			`The columns with times must follow each other at the same distance: ${inQuotes(names[uneven - 1] ?? '')} and ${inQuotes(names[uneven] ?? '')} do not. Write each as a range, such as 08:00-08:30`,
		);
	}
	if ((times.at(-1) ?? 0) + length - first > MINUTES_A_DAY)
		return problem('The columns with times cover more than one day');
	return value(new Map(names.map((name, index) => [name, { start: times[index] ?? 0, minutes: length }])));
}
