import { dayOf, MINUTES_A_DAY, MS_A_DAY, type EpochDay } from '../calendar/day';
import type { Interval } from '../calendar/interval';
import { propertiesNamed } from './options';
import type { Component } from './text';
import { parseDuration } from './time';

/** Any zone is less than a day from UTC, and an end may be the end of its day. */
const EXTENT_MARGIN_IN_DAYS = 2;

/**
 * When an event can hold at all, judged by the dates in it, whatever else is wrong with it. It is never too short.
 *
 * @returns `start` -Infinity where no date is found, `end` Infinity where no end can be seen
 */
export function extentOf(event: Component): Interval {
	const days = (name: string): EpochDay[] =>
		propertiesNamed(event, name).flatMap(({ value }) => datesWrittenIn(value));
	const started = days('DTSTART');
	if (started.length === 0) return { start: -Infinity, end: Infinity };
	const all = [...started, ...days('RDATE'), ...days('RECURRENCE-ID')];
	const lasts = lengthInDays(event, least(started), greatest([...started, ...days('DTEND')]));
	const isFollowing = propertiesNamed(event, 'RECURRENCE-ID').some(({ params }) => params.RANGE !== undefined);
	const ends = propertiesNamed(event, 'RRULE').map(({ value }) => {
		const until = /UNTIL=(\d{8})/i.exec(value)?.[1];
		return until === undefined ? Infinity : (datesWrittenIn(until)[0] ?? Infinity);
	});
	const last = greatest([...all, ...ends, ...(isFollowing ? [Infinity] : [])]) + lasts;
	return {
		start: (least(all) - EXTENT_MARGIN_IN_DAYS) * MS_A_DAY,
		end: (last + EXTENT_MARGIN_IN_DAYS) * MS_A_DAY,
	};
}

// Not as arguments: a hundred thousand dates are more than a call can have.
const least = (days: number[]): number => days.reduce((one, other) => Math.min(one, other), Infinity);
const greatest = (days: number[]): number => days.reduce((one, other) => Math.max(one, other), -Infinity);

function lengthInDays(event: Component, first: EpochDay, last: EpochDay): number {
	const lengths = propertiesNamed(event, 'DURATION').map(({ value }) => {
		if (value.trim().startsWith('-')) return 0;
		const read = parseDuration(value);
		return read.kind === 'value' ? Math.ceil(read.value / 60 / MINUTES_A_DAY) : Infinity;
	});
	return greatest([last - first, ...lengths, 1]);
}

/** Every date that stands in a value, and no other eight digits. */
const datesWrittenIn = (value: string): EpochDay[] =>
	[...value.matchAll(/(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)/g)]
		.map(([, year, month, day]) => dayOf({ year: Number(year), month: Number(month), day: Number(day) }))
		.filter((day) => day !== undefined);
