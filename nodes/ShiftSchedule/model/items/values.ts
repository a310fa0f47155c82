import { isRecord } from '../../../shared/values/record';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes, textOf } from '../../../shared/values/text';
import { dayOf, MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import { MS_A_MINUTE, type Instant, type ZoneClock } from '../calendar/zone';
import type { Entry, Person, Span } from './found';

/** An object inside an entry; an empty one where there is none. */
export const recordIn = (entry: Entry, name: string): Entry => {
	const inner = entry[name];
	return isRecord(inner) ? inner : {};
};

/** The objects of a list inside an entry. */
export const recordsIn = (entry: Entry, name: string): Entry[] => {
	const inner = entry[name];
	return Array.isArray(inner) ? inner.filter(isRecord) : [];
};

/** What stands behind a path such as `data.shifts`. */
export const valueAt = (entry: Entry, path: string): unknown =>
	path.split('.').reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), entry);

export const fieldText = (entry: Entry, name: string): string => textOf(entry[name]);

/** A person as far as a service tells; `0` is not an id of anyone. */
export const personOf = (id: unknown, email: unknown = '', name: unknown = ''): Person => ({
	id: textOf(id) === '0' ? '' : textOf(id),
	email: textOf(email),
	name: textOf(name),
});

export const isSomebody = ({ id, email, name }: Person): boolean => id !== '' || email !== '' || name !== '';

const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

/** As in e-mails: `Mon, 08 May 2023 08:30:00 -0600`. */
const RFC_2822 = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC|Z)$/i;

/** Below it a number counts seconds, above it milliseconds: 1973 in the one, the year 5138 in the other. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** Reads a moment: ISO with an offset, RFC 2822, or Unix time in seconds or milliseconds. To the nearest minute. */
export function exactMoment(given: unknown): Result<Instant> {
	const text = textOf(given);
	if (/^\d{9,13}$/.test(text)) {
		const number = Number(text);
		return value(toMinute(number < FIRST_MILLISECONDS ? number * 1000 : number));
	}
	const plain = text.replace(/([+-]\d\d)$/, '$1:00');
	const found = ISO.test(text) || RFC_2822.test(text) ? Date.parse(plain) : NaN;
	return Number.isNaN(found)
		? problem(text === '' ? 'is missing' : `${inQuotes(text)} is not a date and time`)
		: value(toMinute(found));
}

const toMinute = (instant: Instant): Instant => Math.round(instant / MS_A_MINUTE) * MS_A_MINUTE;

/** Reads `2026-11-03T09:00:00.0000000` by the clock of the zone that stands beside it. */
export function localMoment(given: unknown, clock: ZoneClock): Result<Instant> {
	const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/.exec(textOf(given));
	const day = found === null ? undefined : dateNamed(found[1]);
	if (found === null || day === undefined) return exactMoment(given);
	const minutes = Math.round(Number(found[2]) * 60 + Number(found[3]) + Number(found[4] ?? 0) / 60);
	return value(clock.instantOf(day * MINUTES_A_DAY + minutes));
}

/** Reads the day of `2026-11-03` or of a time on it. */
export function dateNamed(given: unknown): EpochDay | undefined {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(textOf(given)) ?? [];
	return year === undefined ? undefined : dayOf({ year: Number(year), month: Number(month), day: Number(day) });
}

/** A span between two moments, or why there is none. */
export function spanBetween(start: Result<Instant>, end: Result<Instant>): Result<Span> {
	if (start.kind === 'problem') return problem(`its start ${start.problem}`);
	if (end.kind === 'problem') return problem(`its end ${end.problem}`);
	if (end.value <= start.value) return problem('it ends when it starts, or before');
	return value({ kind: 'timed', start: start.value, end: end.value });
}

/** Whole days: the end is the day after the last one, as calendars have it. */
export function spanOfDays(first: EpochDay | undefined, end: EpochDay | undefined): Result<Span> {
	if (first === undefined) return problem('its start is not a date');
	if (end === undefined) return problem('its end is not a date');
	if (end < first) return problem('it ends before it starts');
	return value({ kind: 'days', first, count: Math.max(1, end - first) });
}
