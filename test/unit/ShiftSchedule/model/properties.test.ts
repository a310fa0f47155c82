import * as fc from 'fast-check';

import { assignmentsOf, segmentsOf } from '../../../../nodes/ShiftSchedule/model/schedule/assignments';
import { flatten, mergeSegments } from '../../../../nodes/ShiftSchedule/model/schedule/layers';
import { comparePrecedence } from '../../../../nodes/ShiftSchedule/model/schedule/precedence';
import { importCalendar } from '../../../../nodes/ShiftSchedule/model/ics/import';
import { openEvaluation, type Evaluation } from '../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { stateAt } from '../../../../nodes/ShiftSchedule/model/answers/stateAt';
import { changesIn } from '../../../../nodes/ShiftSchedule/model/answers/timeline';
import { agentIn, evaluationOf, policies, seeded, stateOf, type Row } from './make';

const DAY = 86_400_000;
const zones = Intl.supportedValuesOf('timeZone');
const zone = fc.constantFrom(...zones);

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => new Date(quarter * 900_000).toISOString().slice(11, 16));
// A long night is told from a slip in the 12-hour clock by its (+1).
const times = fc
	.tuple(time, time)
	.filter(([start, end]) => start !== end)
	.map(([start, end]): [string, string] => [start, end < start ? `${end} (+1)` : end]);
const days = fc.uniqueArray(fc.constantFrom('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'), { minLength: 1 });
const date = fc
	.integer({ min: 0, max: 364 })
	.map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const agent = fc.constantFrom('anna', 'ben', 'anna, ben', '*');

const weekly = fc
	.record({ agent, days, times, zone: fc.option(zone), priority: fc.nat({ max: 2 }) })
	.map(({ times: [start, end], days: on, zone: place, ...row }): Row => ({
		...row,
		days: on.join(),
		start,
		end,
		zone: place ?? '',
	}));
const rotating = fc
	.record({ agent, times, date, step: fc.integer({ min: 1, max: 6 }) })
	.map(({ times: [start, end], date: from, ...row }): Row => ({
		...row,
		start,
		end,
		rotation: `4 on 2 off from ${from}`,
	}));
const pause = fc
	.record({
		agent,
		start: time,
		minutes: fc.integer({ min: 1, max: 90 }),
		stagger: fc.constantFrom('', '15', '10 min x 2'),
	})
	.map(({ minutes, ...row }): Row => ({ ...row, kind: 'break', end: `${minutes} min` }));
const off = fc
	.record({ agent, kind: fc.constantFrom('holiday', 'leave', 'extra'), from: date, times: fc.option(times) })
	.map(({ times: given, ...row }): Row => {
		const [start, end] = given ?? (row.kind === 'extra' ? ['08:00', '12:00'] : ['', '']);
		return { ...row, start, end };
	});
const temporary = fc
	.record({ agent, from: date, length: fc.nat({ max: 9 }), times })
	.map(({ times: [start, end], from, length, ...row }): Row => {
		const until = new Date(Date.parse(from) + length * DAY).toISOString().slice(0, 10);
		return { ...row, kind: 'temporary', from, until, start, end };
	});
const swap = fc.record({ from: date }).map(({ from }): Row => ({ agent: 'anna', with: 'ben', kind: 'swap', from }));

const rosters = fc
	.record({
		...{ zoneOfBen: zone, zone, dst: fc.constantFrom(...policies) },
		rows: fc.array(fc.oneof(weekly, rotating, pause, off, temporary, swap), { maxLength: 8 }),
	})
	.map(({ zoneOfBen, rows, ...options }) => {
		const agents: Row[] = [
			{ agent: 'anna', kind: 'agent' },
			{ agent: 'ben', kind: 'agent', zone: zoneOfBen },
		];
		return { rows: [...agents, ...rows], options };
	});
const instant = fc
	.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 31) / 60_000 })
	.map((minute) => minute * 60_000);

const both = (evaluation: Evaluation) => ['anna', 'ben'].map((id) => agentIn(evaluation, id));

describe('of any roster in any zone', () => {
	it('segments are half-open, disjoint, without gaps, and hold the highest assignment of every instant', () => {
		fc.assert(
			fc.property(rosters, instant, ({ rows, options }, start) => {
				const evaluation = evaluationOf(rows, options);
				const window = { start, end: start + 6 * DAY };
				for (const one of both(evaluation)) {
					const assignments = assignmentsOf(evaluation, one, window);
					const segments = flatten(assignments);
					expect(segments[0]?.start).toBe(window.start);
					expect(segments.at(-1)?.end).toBe(window.end);
					for (const [index, segment] of segments.entries()) {
						expect(segment.start).toBeLessThan(segment.end);
						expect(segments[index + 1]?.start ?? window.end).toBe(segment.end);
						for (const moment of [segment.start, segment.end - 1]) {
							const there = assignments.filter(
								(assignment) => assignment.start <= moment && moment < assignment.end,
							);
							expect(there).toContain(segment.assignment);
							const { precedence } = segment.assignment;
							expect(there.every((other) => comparePrecedence(other.precedence, precedence) <= 0)).toBe(
								true,
							);
						}
					}
				}
			}),
			seeded(300),
		);
	});

	it('the shifts of one row are disjoint', () => {
		fc.assert(
			fc.property(
				fc.oneof(weekly, rotating),
				instant,
				fc.constantFrom(...policies),
				zone,
				(row, start, dst, place) => {
					const evaluation = evaluationOf(
						[
							{ agent: 'anna', kind: 'agent' },
							{ ...row, agent: 'anna' },
						],
						{ dst, zone: place },
					);
					const assignments = assignmentsOf(evaluation, agentIn(evaluation, 'anna'), {
						start,
						end: start + 20 * DAY,
					});
					const intervals = assignments
						.filter(({ source }) => source.layer === 'shift')
						.sort((a, b) => a.start - b.start);
					const minutes = intervals
						.slice(1)
						.map(({ start: next }, index) => (next - (intervals[index]?.end ?? 0)) / 60_000);
					// Where a night of nearly 24 hours is kept whole, or a start is moved, a change of clocks makes the next one meet it.
					expect(minutes.filter((gap) => gap < 0).length).toBeLessThanOrEqual(1);
					expect(Math.min(0, ...minutes)).toBeGreaterThanOrEqual(-1440);
				},
			),
			seeded(200),
		);
	});

	it('a state is the same wherever the window begins, and does not change between two changes', () => {
		fc.assert(
			fc.property(rosters, instant, ({ rows, options }, now) => {
				const evaluation = evaluationOf(rows, options);
				for (const one of both(evaluation)) {
					const row = stateAt(evaluation, one, now);
					const states = mergeSegments(
						segmentsOf(evaluation, one, { start: now - 9 * DAY, end: now + 9 * DAY }),
					);
					const here = states.find(({ start, end }) => start <= now && now < end);
					expect(here?.assignment.state).toBe(row.desiredState);
					const { until = Infinity, since = -Infinity } = row;
					expect(until).toBeGreaterThan(now);
					expect(since).toBeLessThanOrEqual(now);
					if (until < now + 9 * DAY) expect(here?.end).toBe(until);
					if (since > now - 9 * DAY) expect(here?.start).toBe(since);
					// One moment before the change, and at it: asked anew, of an evaluation that remembers nothing.
					if (row.until === undefined) continue;
					const fresh = openEvaluation(evaluation.schedule);
					const last = stateAt(fresh, one, until - 1);
					expect([last.desiredState, last.reason, last.until, last.since]).toEqual([
						...[row.desiredState, row.reason, row.until, row.since],
					]);
					const next = stateAt(fresh, one, until);
					expect([next.desiredState, next.since]).toEqual([row.nextState, row.until]);
				}
			}),
			seeded(200),
		);
	});

	it('the changes of two windows that meet are those of the whole', () => {
		fc.assert(
			fc.property(
				rosters,
				instant,
				fc.integer({ min: 1, max: 9 * 1440 }),
				({ rows, options }, start, minutes) => {
					const evaluation = evaluationOf(rows, options);
					const [middle, end] = [start + minutes * 60_000, start + 10 * DAY];
					for (const one of both(evaluation)) {
						const found = (from: number, until: number): string[] =>
							changesIn(evaluation, one, { start: from, end: until }).map(
								(row) => `${row.at} ${row.previousState} ${row.desiredState}`,
							);
						expect([...found(start, middle), ...found(middle, end)]).toEqual(found(start, end));
						const next = stateAt(evaluation, one, start - 1).until;
						if (next !== undefined && next < end) expect(found(start, end)[0]).toContain(String(next));
					}
				},
			),
			seeded(200),
		);
	});

	it('a later day gives the same answer: nothing depends on when it is worked out', () => {
		fc.assert(
			fc.property(rosters, instant, fc.integer({ min: -2000, max: 2000 }), ({ rows, options }, now, shift) => {
				const evaluation = evaluationOf(rows, options);
				const answer = both(evaluation).map((one) => stateAt(evaluation, one, now));
				const { now: realNow } = Date;
				Date.now = () => now + shift * DAY;
				try {
					const fresh = evaluationOf(rows, options);
					expect(both(fresh).map((one) => stateAt(fresh, one, now))).toEqual(answer);
				} finally {
					Date.now = realNow;
				}
			}),
			seeded(100),
		);
	});
});

describe('a rotation', () => {
	it('gives the same state after the whole of it, by the clock of its zone', () => {
		const on = fc.integer({ min: 1, max: 5 });
		fc.assert(
			fc.property(
				on,
				on,
				times,
				date,
				fc.integer({ min: 1, max: 10 }),
				instant,
				(work, rest, [start, end], from, step, now) => {
					fc.pre(step <= work + rest);
					// Without changes of clocks, so that equal local times are equally far apart.
					const rotation = `${work} on ${rest} off from ${from}`;
					const evaluation = evaluationOf([{ agent: 'anna', start, end, rotation, step }], {
						zone: 'Asia/Tokyo',
					});
					const at = (moment: number): string =>
						stateAt(evaluation, agentIn(evaluation, 'anna'), moment).desiredState;
					for (const rounds of [-3, 1, 7]) expect(at(now + rounds * (work + rest) * DAY)).toBe(at(now));
				},
			),
			seeded(100),
		);
	});
});

it('a calendar expands to the same in every run', () => {
	const text = [
		...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;TZID=Europe/Warsaw:20260105T220000', 'DURATION:PT8H'],
		...['RRULE:FREQ=WEEKLY;BYDAY=MO,TU', 'END:VEVENT', 'END:VCALENDAR'],
	].join('\n');
	const { schedule } = importCalendar(text, {
		...{
			zone: 'UTC',
			dst: 'keepEnd',
			asked: { start: 0, end: 0 },
			agent: { kind: 'fixed', id: 'anna' },
			state: { kind: 'fixed', state: 'busy' },
			as: 'shift',
		},
	});
	const answers = [openEvaluation(schedule), openEvaluation(schedule)].map((evaluation) =>
		stateOf(evaluation, 'anna', '2026-03-03T23:00Z'),
	);
	expect(answers[0]).toEqual(answers[1]);
	expect(answers[0]).toMatchObject({ desiredState: 'busy', since: '2026-03-03T21:00:00+00:00' });
});
