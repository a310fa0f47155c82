import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';

import { importCalendar } from '../../../../nodes/ShiftSchedule/model/ics/import';
import type { IcsOptions } from '../../../../nodes/ShiftSchedule/model/ics/options';
import type { DstPolicy } from '../../../../nodes/ShiftSchedule/model/schedule/types';
import { openEvaluation } from '../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { workOf } from '../../../../nodes/ShiftSchedule/model/schedule/work';
import { createZoneClock } from '../../../../nodes/ShiftSchedule/model/calendar/zone';
import { agentIn, expectMany, seeded } from './make';

const options: IcsOptions = {
	zone: 'UTC',
	dst: 'keepEnd',
	asked: { start: Date.UTC(2026, 0), end: Date.UTC(2027, 11) },
	agent: { kind: 'fixed', id: 'anna' },
	state: { kind: 'fixed', state: 'available' },
	as: 'shift',
};

const zones = ['Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Sao_Paulo', 'UTC'];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekday = fc.constantFrom(...WEEKDAYS);

/** Local times near the nights when clocks change as often as others; 2026 and the winter after. */
const local = fc.record({
	day: fc.oneof(
		fc.integer({ min: 0, max: 400 }),
		fc.integer({ min: 80, max: 90 }),
		fc.integer({ min: 290, max: 300 }),
	),
	minute: fc.oneof(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 14 })).map((quarter) => quarter * 15),
});

const localMinutesAt = (day: number, minute: number): number => Date.UTC(2026, 0, 1 + day, 0, minute) / 60_000;

const stamp = (day: number, minute: number): string =>
	new Date(Date.UTC(2026, 0, 1 + day, 0, minute)).toISOString().replace(/[-:]/g, '').slice(0, 15);

const monthList = fc
	.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 })
	.map((months) => months.join());

const ruleParts = fc.oneof(
	fc.record({
		freq: fc.constant('DAILY'),
		by: fc.oneof(
			fc.constant(''),
			fc.uniqueArray(weekday, { minLength: 1 }).map((days) => `;BYDAY=${days.join()}`),
		),
	}),
	fc.record({
		freq: fc.constant('WEEKLY'),
		by: fc.oneof(
			fc.constant(''),
			fc.uniqueArray(weekday, { minLength: 1 }).map((days) => `;BYDAY=${days.join()}`),
		),
	}),
	fc.record({
		freq: fc.constant('MONTHLY'),
		by: fc.oneof(
			fc.constant(''),
			fc
				.uniqueArray(
					fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0),
					{ minLength: 1, maxLength: 6 },
				)
				.map((days) => `;BYMONTHDAY=${days.join()}`),
			fc
				.uniqueArray(
					fc
						.tuple(fc.constantFrom('', '1', '2', '3', '4', '5', '-1', '-2', '-5'), weekday)
						.map((parts) => parts.join('')),
					{ minLength: 1, maxLength: 4 },
				)
				.map((days) => `;BYDAY=${days.join()}`),
		),
	}),
	fc.record({
		freq: fc.constant('YEARLY'),
		by: fc.oneof(
			fc.constant(''),
			fc
				.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 })
				.map((days) => `;BYMONTHDAY=${days.join()}`),
			fc
				.uniqueArray(
					fc
						.tuple(fc.constantFrom('1', '2', '-1', '20', '-40', '52'), weekday)
						.map((parts) => parts.join('')),
					{ minLength: 1, maxLength: 3 },
				)
				.map((days) => `;BYDAY=${days.join()}`),
		),
	}),
	fc.record({
		freq: fc.constantFrom('MONTHLY', 'YEARLY'),
		by: fc
			.record({ nth: fc.constantFrom('1', '3', '-1'), day: weekday, months: monthList })
			.map(({ nth, day, months }) => `;BYDAY=${nth}${day};BYMONTH=${months}`),
	}),
	fc.record({
		freq: fc.constantFrom('DAILY', 'WEEKLY'),
		by: monthList.map((months) => `;BYMONTH=${months}`),
	}),
	fc.record({
		freq: fc.constantFrom('WEEKLY', 'MONTHLY', 'YEARLY'),
		by: fc
			.record({
				days: fc.uniqueArray(weekday, { minLength: 2 }),
				positions: fc.uniqueArray(fc.constantFrom(1, 2, 4, -1, -2), { minLength: 1, maxLength: 2 }),
			})
			.map(({ days, positions }) => `;BYDAY=${days.join()};BYSETPOS=${positions.join()}`),
	}),
);

const ends = fc.oneof(
	fc.constant(''),
	fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
	local.map(({ day, minute }) => `;UNTIL=${stamp(day, minute)}Z`),
);

const rules = fc
	.record({ parts: ruleParts, interval: fc.integer({ min: 1, max: 5 }), wkst: fc.option(weekday), end: ends })
	.map(
		({ parts, interval, wkst, end }) =>
			`FREQ=${parts.freq};INTERVAL=${interval}${parts.by}${wkst ? `;WKST=${wkst}` : ''}${end}`,
	);

const calendar = (...lines: string[]): string =>
	['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

/** Our instants of two years, or `undefined` where the event is refused. */
function ours(text: string, dst: DstPolicy): Array<{ start: number; end: number }> | undefined {
	const { schedule, problems } = importCalendar(text, { ...options, dst });
	if (problems.length > 0) {
		// The only reason for which these rules can be refused.
		expect(problems[0]?.problem).toMatch(/is not reached within/);
		return undefined;
	}
	const evaluation = openEvaluation(schedule);
	return workOf(evaluation, agentIn(evaluation, 'anna'), 20_400, 21_400)
		.map(({ start, end }) => ({ start, end }))
		.sort((a, b) => a.start - b.start);
}

describe('what a rule means', () => {
	it('is what rrule-temporal says, across clock changes', () => {
		let compared = 0;
		const settings = seeded(300);
		fc.assert(
			fc.property(local, rules, fc.constantFrom(...zones), ({ day, minute }, rule, zone) => {
				const lines = [`DTSTART;TZID=${zone}:${stamp(day, minute)}`, `RRULE:${rule}`];
				// A quarter of an hour that has to end by the clock may vanish in a gap, which is another test's matter.
				const found = ours(calendar(...lines, 'DURATION:PT15M'), 'keepDuration');
				fc.pre(found !== undefined);
				const until = Date.UTC(2027, 2);
				const oracle = new RRuleTemporal({ rruleString: lines.join('\n') });
				const clock = createZoneClock(zone);
				// On the night of a gap rrule-temporal drops some of the missing times and moves others; RFC 5545 contradicts
				// itself (3.3.5: moved, 3.3.10: dropped). We move all of them, which zone.test.ts proves; here they are left out.
				const isMoved = (start: number): boolean => (clock.localMinutesAt(start) - minute) % 1440 !== 0;
				const starts = found.map(({ start }) => start);
				const isMissing = (at: number): boolean => isMoved(clock.instantOf(localMinutesAt(at, minute)));
				// Gaps are in the small hours.
				const isCounted = minute < 240 && /COUNT|BYSETPOS/.test(rule);
				fc.pre(!isCounted || !Array.from({ length: 800 }, (_, after) => day + after).some(isMissing));
				// Where DTSTART itself is in a gap, rrule-temporal may find nothing at all.
				fc.pre(!isMoved(clock.instantOf(localMinutesAt(day, minute))));
				// It leaves DTSTART out where the rule does not name its day. We count it: see rule.ts.
				fc.pre(oracle.between(new Date(starts[0] ?? 0), new Date(starts[0] ?? 0), true).length > 0);
				const all = oracle.between(new Date(0), new Date(until), true).map((one) => one.epochMilliseconds);
				const expected = all.filter((start) => !isMoved(start));
				compared += expected.length;
				expect(starts.filter((start) => start <= until && !isMoved(start))).toEqual(expected);
			}),
			settings,
		);
		expectMany(compared, settings);
	});
});

/**
 * ical.js takes a TZID without a VTIMEZONE for floating, so that its instants follow the process's zone (measured with
 * 2.2.1). Its local times are right, so these are compared, and made instants by our clock, which other tests prove.
 */
/** Where the comparison ends: the dates drawn above all lie before it. */
const FAR = Date.UTC(2027, 2) / 60_000;

const localMinutesOf = (time: ICAL.Time): number =>
	Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute) / 60_000;

/**
 * ical.js has BYSETPOS for monthly rules alone, and loses or adds dates of BYMONTH and of the days of a year (2.2.1): those
 * are left to rrule-temporal.
 */
describe('what a calendar says', () => {
	it('is what ical.js reads: rules, dates out, dates more, changed and cancelled dates', () => {
		let compared = 0;
		const settings = seeded(300);
		// ical.js stumbles over a date that EXDATE names twice.
		const picks = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 4 });
		const cases = fc.record({
			...{
				start: local,
				rule: rules.filter((rule) => !/UNTIL|BYSETPOS|BYMONTH=|YEARLY.*BY/.test(rule)),
				zone: fc.constantFrom(...zones),
			},
			...{
				isDate: fc.boolean(),
				length: fc.integer({ min: 1, max: 95 }),
				out: picks,
				more: fc.array(local, { maxLength: 3 }),
			},
			...{ moved: fc.option(fc.record({ pick: fc.nat({ max: 5 }), to: local })), isFolded: fc.boolean() },
		});
		fc.assert(
			fc.property(cases, ({ start, rule, zone, isDate, length, out, more, moved, isFolded }) => {
				const write = (day: number, minute: number): string =>
					isDate ? stamp(day, 0).slice(0, 8) : stamp(day, minute);
				const param = isDate ? ';VALUE=DATE' : `;TZID=${zone}`;
				const first = `DTSTART${param}:${write(start.day, start.minute)}`;
				const lasts = isDate ? `DURATION:P${(length % 5) + 1}D` : `DURATION:PT${length * 15}M`;
				// Days out are picked among those that are in: others would prove nothing.
				const plain = new ICAL.Component(ICAL.parse(calendar(first, lasts, `RRULE:${rule}`)) as never[]);
				fc.pre(!isBeyondIcal(plain));
				const starts = icalStarts(plain, 40);
				// Like rrule-temporal, it leaves out a DTSTART that the rule does not name.
				fc.pre(starts[0] === localMinutesAt(start.day, isDate ? 0 : start.minute));
				const dayOf = (local: number): number => Math.floor((local - Date.UTC(2026, 0) / 60_000) / 1440);
				const outs = out
					.flatMap((pick) => starts[pick] ?? [])
					.map((local) => `EXDATE${param}:${write(dayOf(local), start.minute)}`);
				// ical.js takes one of two equal dates out, RFC 5545 both: a set has no equals.
				const isOut = (text: string): boolean => outs.some((line) => line.endsWith(`:${text}`));
				fc.pre(!more.some(({ day, minute }) => isOut(write(day, minute))));
				const mores = more.map(({ day, minute }) => `RDATE${param}:${write(day, minute)}`);
				const picked = moved === null ? undefined : starts[moved.pick];
				const changed = picked !== undefined && picked < FAR ? picked : undefined;
				const lines = [first, lasts, `RRULE:${rule}`, ...outs, ...mores];
				const change =
					changed === undefined || moved === null
						? []
						: [
								...[
									'END:VEVENT',
									'BEGIN:VEVENT',
									'UID:1',
									lasts,
									`RECURRENCE-ID${param}:${write(dayOf(changed), start.minute)}`,
								],
								`DTSTART${param}:${write(moved.to.day, moved.to.minute)}`,
							];
				fc.pre(!outs.some((line) => change.some((other) => other.split(':')[1] === line.split(':')[1])));
				const written = calendar(...lines, ...change);
				const text = isFolded ? written.replace(/^(.{20})(.+)$/gm, '$1\r\n $2') : written;
				const found = ours(text, 'keepEnd');
				fc.pre(found !== undefined);
				const clock = createZoneClock(isDate ? 'UTC' : zone);
				const expected = icalIntervals(new ICAL.Component(ICAL.parse(text) as never[]))
					.map(([from, to]) => ({ start: clock.instantOf(from), end: clock.instantOf(to) }))
					.filter((interval) => interval.start < interval.end)
					.sort((a, b) => a.start - b.start || a.end - b.end);
				compared += expected.length;
				expect(found.filter((interval) => interval.start < clock.instantOf(FAR))).toEqual(expected);
			}),
			settings,
		);
		expectMany(compared, settings);
	});
});

const eventIn = (calendarRoot: ICAL.Component): ICAL.Event => {
	const events = calendarRoot.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
	const main = events.find((event) => !event.isRecurrenceException()) as ICAL.Event;
	for (const event of events) if (event !== main) main.relateException(event);
	return main;
};

/** ical.js refuses a rule whose first month lacks the day, such as `BYDAY=-5MO` in a month of four Mondays. */
function isBeyondIcal(root: ICAL.Component): boolean {
	try {
		eventIn(root).iterator();
		return false;
	} catch (error) {
		if (error instanceof Error && error.message === 'Malformed values in BYDAY part') return true;
		throw error;
	}
}

function icalStarts(root: ICAL.Component, most: number): number[] {
	const iterator = eventIn(root).iterator();
	const starts: number[] = [];
	for (let next = iterator.next() as ICAL.Time | undefined; next && starts.length < most; next = iterator.next())
		starts.push(localMinutesOf(next));
	return starts;
}

/** A date that RDATE repeats, or a moved one that falls on another, counts once per start in a set: by RFC 5545, 3.8.5.2. */
function icalIntervals(root: ICAL.Component): Array<[number, number]> {
	const event = eventIn(root);
	const iterator = event.iterator();
	const intervals: Array<[number, number]> = [];
	const seen = new Set<number>();
	for (
		let next = iterator.next() as ICAL.Time | undefined;
		next && localMinutesOf(next) < FAR;
		next = iterator.next()
	) {
		if (seen.has(localMinutesOf(next))) continue;
		seen.add(localMinutesOf(next));
		const { startDate, endDate } = event.getOccurrenceDetails(next) as unknown as Record<
			'startDate' | 'endDate',
			ICAL.Time
		>;
		if (localMinutesOf(startDate) < FAR) intervals.push([localMinutesOf(startDate), localMinutesOf(endDate)]);
	}
	return intervals;
}
