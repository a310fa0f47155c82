import { isoDate, MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import { dayAt, type Instant } from '../calendar/zone';
import type { Evaluation } from '../schedule/evaluation';
import type { Time } from '../schedule/types';
import type { CheckOptions } from './checkOptions';
import { blank, type Finding } from './finding';

/** Rows of the last weeks are looked up now and then. */
const LONG_AGO_DAYS = 31;

/** How many rows the finding names. */
const MOST_NAMED = 5;

/** Rows whose last day was long ago, in one finding: a sheet may have years of them. */
export function endedFinding(
	evaluation: Evaluation,
	from: Instant,
	{ placeOf }: Pick<CheckOptions, 'placeOf'>,
): Finding[] {
	const { schedule } = evaluation;
	const before = dayAt(evaluation.clock(schedule.zone), from) - LONG_AGO_DAYS;
	const ended = [...lastDays(schedule)].filter(([, day]) => day < before).sort(([a], [b]) => a - b);
	const [first] = ended;
	if (first === undefined) return [];
	const named = ended.slice(0, MOST_NAMED).map(([row, day]) => `${placeOf(row)} (${isoDate(day)})`);
	const more = ended.length > MOST_NAMED ? ` and ${ended.length - MOST_NAMED} more` : '';
	const [who, what] = ended.length === 1 ? ['one row', 'It has'] : [`${ended.length} rows`, 'They have'];
	const message = `${who} ended more than ${LONG_AGO_DAYS} days ago: ${named.join(', ')}${more}. ${what} no effect any more. Delete what is over, or correct the dates`;
	return [{ ...blank, kind: 'endedRow', message, row: ended.length === 1 ? first[0] : null }];
}

/** By row the last day on which something of it starts; infinite where it has no end. */
function lastDays({ rules, breaks, swaps, requirements }: Evaluation['schedule']): Map<number, EpochDay> {
	const found = new Map<number, EpochDay>();
	const note = (row: number, day: EpochDay = Infinity): unknown =>
		found.set(row, Math.max(found.get(row) ?? -Infinity, day));
	for (const { row, time } of [...rules, ...requirements]) note(row, lastDayOf(time));
	for (const { row, days } of [...breaks, ...swaps]) note(row, days.until);
	return found;
}

function lastDayOf(time: Time): EpochDay | undefined {
	if (time.kind !== 'interval') return time.days.until;
	return time.until === undefined ? undefined : Math.floor((time.until - 1) / MINUTES_A_DAY);
}
