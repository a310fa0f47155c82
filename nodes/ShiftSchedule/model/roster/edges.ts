import { MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import { MS_A_MINUTE, type LocalMinutes, type ZoneClock } from '../calendar/zone';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { isAwayWord } from './awayWords';
import { dateOfCell, type Dated } from './date';
import type { DateOrder } from './dateText';
import { timeRangesOf, type TimeRange } from './timeRanges';
import { clockText, timeOf, type TimeOfDay } from './times';

/** What stands in a cell for a start or an end. */
export type Edge =
	| { kind: 'time'; time: TimeOfDay }
	/** A whole shift, or several, in one cell. */
	| { kind: 'ranges'; ranges: TimeRange[] }
	| { kind: 'dated'; dated: Dated };

/** Reads a start or an end: a time, times from and to, or a date, with a time or without. */
export function edgeOf(cell: unknown, clock: ZoneClock, order?: DateOrder): Result<Edge> {
	const time = timeOf(cell);
	if (time.kind === 'value') return value({ kind: 'time', time: time.value });
	const ranges = timeRangesOf(cell);
	if (ranges.kind === 'value') return value({ kind: 'ranges', ranges: ranges.value });
	const dated = dateOfCell(cell, clock, order);
	if (dated.kind === 'value') return edgeOfDate(cell, dated.value);
	if (isAwayWord(cell)) {
		return problem(
			`${inQuotes(String(cell))} is not a time: for a day off write leave in the column kind, or leave the row out`,
		);
	}
	if (typeof cell !== 'string') return time;
	if (looksDated.test(cell)) return dated;
	return looksRanged(cell) ? ranges : time;
}

const looksDated = /\d{4}[-/.]\d|\d[-/.]\d{1,2}[-/.]\d{2}|\p{L}{3}\.?,? \d{1,2},? \d{4}|\d[ -]\p{L}{3}/u;

/** Whether a sign or a word for "to" stands between two digits. */
const looksRanged = (text: string): boolean =>
	text
		.split(/\d/)
		.slice(1, -1)
		.some((between) => /[-–—−~/]|\bto\b/i.test(between));

/** Databases and sheets without a type for times of day hand them over as times on one of these days. */
const daysOfTimes: EpochDay[] = ['1899-12-30', '1899-12-31', '1900-01-01', '1970-01-01'].map(
	(day) => Date.parse(day) / (MINUTES_A_DAY * MS_A_MINUTE),
);

function edgeOfDate(cell: unknown, dated: Dated): Result<Edge> {
	const utc = dated.moment === undefined ? undefined : dated.moment / MS_A_MINUTE;
	const utcDay = utc === undefined ? dated.day : Math.floor(utc / MINUTES_A_DAY);
	if (!daysOfTimes.includes(utcDay) || dated.minutes === undefined) return value({ kind: 'dated', dated });
	const readings = new Set([dated.minutes, utc === undefined ? dated.minutes : utc - utcDay * MINUTES_A_DAY]);
	// By the clocks of 1899, which went by the sun, one of the two readings is mostly no time that anyone writes.
	const likely = [...readings].filter((minutes) => minutes % 5 === 0);
	const [only, another] = likely;
	if (only === undefined || another !== undefined) {
		const said = [...readings].map((minutes) => clockText({ minutes })).join(' or ');
		return problem(
			`${inQuotes(String(cell))} can be ${said}, by the clock in UTC or in the time zone: write the time alone`,
		);
	}
	return value({ kind: 'time', time: { minutes: only, style: 'clock' } });
}

/** Two edges as local times, in the zone that `zone` names; without it, in that of each agent. */
export interface LocalTimes {
	start?: LocalMinutes;
	end?: LocalMinutes;
	zone?: string;
}

/**
 * Moments are the same for all agents of a row, so their zone is named. In the hour that the clocks repeat, and where they
 * change in between, UTC alone says which moments they are.
 */
export function localTimes(clock: ZoneClock, from: Dated | undefined, until: Dated | undefined): LocalTimes {
	const edges = [from, until].filter((edge) => edge !== undefined);
	const moments = edges.flatMap(({ moment }) => (moment === undefined ? [] : [moment]));
	const isExact = moments.length === edges.length && !isSafe(clock, moments);
	const localOf = (edge: Dated): LocalMinutes =>
		isExact ? (edge.moment ?? 0) / MS_A_MINUTE : edge.day * MINUTES_A_DAY + (edge.minutes ?? 0);
	return {
		...(from && { start: localOf(from) }),
		...(until && { end: localOf(until) }),
		...(moments.length > 0 && { zone: isExact ? 'UTC' : clock.zone }),
	};
}

/** Whether the zone's clock says all there is to say about moments: no change between them, each of them once. */
const isSafe = (clock: ZoneClock, moments: number[]): boolean =>
	new Set(moments.map((moment) => clock.offsetAt(moment))).size <= 1 &&
	moments.every((moment) => clock.instantOf(clock.localMinutesAt(moment)) === moment);
