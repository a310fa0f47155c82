import * as fc from 'fast-check';

import { assignmentsOf, segmentsOf } from '../../../../nodes/ShiftSchedule/model/schedule/claims';
import { compareRanks, flatten, merged } from '../../../../nodes/ShiftSchedule/model/schedule/layers';
import { importIcs } from '../../../../nodes/ShiftSchedule/model/ics/import';
import { openEvaluation, type Evaluation } from '../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { HORIZON_DAYS, stateAt, statesAt } from '../../../../nodes/ShiftSchedule/model/answers/stateAt';
import { changes, changesIn, timeline } from '../../../../nodes/ShiftSchedule/model/answers/timeline';
import { agentIn, policies, runOf, seeded, type Row } from './make';

const DAY = 86_400_000;
const zones = Intl.supportedValuesOf('timeZone');
const zone = fc.constantFrom(...zones);

const time = fc.integer({ min: 0, max: 95 }).map((quarter) => new Date(quarter * 900_000).toISOString().slice(11, 16));
const times = fc.tuple(time, time).filter(([start, end]) => start !== end);
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

const both = (run: Evaluation) => ['anna', 'ben'].map((id) => agentIn(run, id));

describe('of any roster in any zone', () => {
	it('segments are half-open, disjoint, without gaps, and hold the highest claim of every moment', () => {
		fc.assert(
			fc.property(rosters, instant, ({ rows, options }, start) => {
				const run = runOf(rows, options);
				const window = { start, end: start + 6 * DAY };
				for (const one of both(run)) {
					const claims = assignmentsOf(run, one, window);
					const segments = flatten(claims);
					expect(segments[0]?.start).toBe(window.start);
					expect(segments.at(-1)?.end).toBe(window.end);
					for (const [index, segment] of segments.entries()) {
						expect(segment.start).toBeLessThan(segment.end);
						expect(segments[index + 1]?.start ?? window.end).toBe(segment.end);
						for (const moment of [segment.start, segment.end - 1]) {
							const there = claims.filter((claim) => claim.start <= moment && moment < claim.end);
							expect(there).toContain(segment.assignment);
							expect(there.every(({ rank }) => compareRanks(rank, segment.assignment.rank) <= 0)).toBe(
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
					const run = runOf(
						[
							{ agent: 'anna', kind: 'agent' },
							{ ...row, agent: 'anna' },
						],
						{ dst, zone: place },
					);
					const claims = assignmentsOf(run, agentIn(run, 'anna'), { start, end: start + 20 * DAY });
					const spans = claims
						.filter(({ source }) => source.layer === 'shift')
						.sort((a, b) => a.start - b.start);
					const minutes = spans
						.slice(1)
						.map(({ start: next }, index) => (next - (spans[index]?.end ?? 0)) / 60_000);
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
				const run = runOf(rows, options);
				for (const one of both(run)) {
					const row = stateAt(run, one, now);
					const states = merged(segmentsOf(run, one, { start: now - 9 * DAY, end: now + 9 * DAY }));
					const here = states.find(({ start, end }) => start <= now && now < end);
					expect(here?.assignment.state).toBe(row.desiredState);
					const until = row.until === null ? Infinity : Date.parse(row.until);
					const since = row.since === null ? -Infinity : Date.parse(row.since);
					expect(until).toBeGreaterThan(now);
					expect(since).toBeLessThanOrEqual(now);
					expect(row.nextChangeInMinutes).toBe(row.until === null ? null : Math.ceil((until - now) / 60_000));
					if (until < now + 9 * DAY) expect(here?.end).toBe(until);
					if (since > now - 9 * DAY) expect(here?.start).toBe(since);
					// One moment before the change, and at it: asked anew, by a run that remembers nothing.
					if (row.until === null) continue;
					const fresh = openEvaluation(run.schedule);
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
					const run = runOf(rows, options);
					const [middle, end] = [start + minutes * 60_000, start + 10 * DAY];
					for (const one of both(run)) {
						const found = (from: number, until: number): string[] =>
							changesIn(run, one, { start: from, end: until }).map(
								(row) => `${row.at} ${row.previousState} ${row.desiredState}`,
							);
						expect([...found(start, middle), ...found(middle, end)]).toEqual(found(start, end));
						const next = stateAt(run, one, start - 1).until;
						if (next !== null && Date.parse(next) < end) expect(found(start, end)[0]).toContain(next);
					}
				},
			),
			seeded(200),
		);
	});

	it('a later day gives the same answer: nothing depends on when it is worked out', () => {
		fc.assert(
			fc.property(rosters, instant, fc.integer({ min: -2000, max: 2000 }), ({ rows, options }, now, shift) => {
				const run = runOf(rows, options);
				const answer = statesAt(run, now);
				const clock = jest.spyOn(Date, 'now').mockReturnValue(now + shift * DAY);
				try {
					expect(statesAt(runOf(rows, options), now)).toEqual(answer);
				} finally {
					clock.mockRestore();
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
					// Without changes of clocks, so that equal walls are equally far apart.
					const rotation = `${work} on ${rest} off from ${from}`;
					const run = runOf([{ agent: 'anna', start, end, rotation, step }], { zone: 'Asia/Tokyo' });
					const at = (moment: number): string => stateAt(run, agentIn(run, 'anna'), moment).desiredState;
					for (const rounds of [-3, 1, 7]) expect(at(now + rounds * (work + rest) * DAY)).toBe(at(now));
				},
			),
			seeded(100),
		);
	});
});

describe('limits', () => {
	it('the next change is looked for over 400 days, and no further', () => {
		const run = runOf([{ agent: 'anna', kind: 'extra', from: '2027-06-01', start: '09:00', end: '10:00' }]);
		const at = Date.parse('2027-06-01T07:00:00Z');
		const before = (days: number): string | null => stateAt(run, agentIn(run, 'anna'), at - days * DAY).until;
		expect(HORIZON_DAYS).toBe(400);
		expect(before(399)).toBe('2027-06-01T09:00:00+02:00');
		expect(before(401)).toBeNull();
		const after = (days: number): string | null =>
			stateAt(run, agentIn(run, 'anna'), at + 3_600_000 + days * DAY).since;
		expect(after(399)).toBe('2027-06-01T10:00:00+02:00');
		expect(after(401)).toBeNull();
	});

	it('a change far off on one side is found, though that on the other is near', () => {
		const run = runOf([{ agent: 'anna', kind: 'leave', state: 'busy', from: '2026-01-05', until: '2026-01-31' }]);
		for (const now of ['2026-01-05T12:00+01:00', '2026-01-31T12:00+01:00']) {
			expect(stateAt(run, agentIn(run, 'anna'), Date.parse(now))).toMatchObject({
				...{ since: '2026-01-05T00:00:00+01:00', until: '2026-02-01T00:00:00+01:00' },
			});
		}
	});

	it('a window with more than 10,000 shifts of one agent is refused by name', () => {
		const run = runOf([{ agent: 'anna', days: 'daily', start: '09:00', end: '10:00' }]);
		const claims = (days: number) => assignmentsOf(run, agentIn(run, 'anna'), { start: 0, end: days * DAY });
		expect(claims(9999)).toHaveLength(10_000); // with one that says: offline
		expect(() => claims(10_000)).toThrow(
			'agent anna has more than 10000 shifts and breaks in this time: ask for a shorter one',
		);
	});

	it('the earliest change is that of all agents', () => {
		const run = runOf([
			{ agent: 'anna', days: 'Mon', start: '09:00', end: '17:00' },
			{ agent: 'ben', days: 'Mon', start: '09:00', end: '12:00', zone: 'Asia/Tokyo' },
			{ agent: 'cleo', kind: 'agent' },
		]);
		const { rows, ...next } = statesAt(run, Date.parse('2026-01-05T02:59:30Z'));
		expect(rows.map(({ nextChangeAt }) => nextChangeAt)).toEqual([
			...[null, '2026-01-05T09:00:00+01:00', '2026-01-05T12:00:00+09:00'], // rows of kind agent come first
		]);
		expect(next).toEqual({ nextChangeAt: '2026-01-05T03:00:00.000Z', nextChangeInMinutes: 1 });
		expect(statesAt(runOf([{ agent: 'cleo', kind: 'agent' }]), 0)).toMatchObject({
			...{ nextChangeAt: null, nextChangeInMinutes: null },
		});
	});

	it('changes of all agents come in order of time', () => {
		const run = runOf([
			{
				agent: 'anna',
				name: 'Anna',
				service: 'twilioTaskRouter',
				days: 'Mon',
				start: '09:00',
				end: '11:00',
				reason: 'phones',
			},
			{ agent: 'ben', days: 'Mon', start: '10:00', end: '12:00' },
		]);
		const rows = changes(run, { start: Date.parse('2026-01-05T00:00Z'), end: Date.parse('2026-01-06T00:00Z') });
		expect(rows.map(({ agentId, at, desiredState }) => `${agentId} ${at.slice(11, 16)} ${desiredState}`)).toEqual([
			...['anna 09:00 available', 'ben 10:00 available', 'anna 11:00 offline', 'ben 12:00 offline'],
		]);
		expect(rows[0]).toEqual({
			...{ agentId: 'anna', name: 'Anna', vendor: 'twilioTaskRouter', zone: 'Europe/Warsaw' },
			...{ at: '2026-01-05T09:00:00+01:00', desiredState: 'available', reason: 'phones' },
			...{ previousState: 'offline', previousReason: '', dstNote: '' },
			source: { layer: 'shift', rule: 'shift', row: 1 },
		});
		expect(rows[2]).toMatchObject({ previousState: 'available', previousReason: 'phones' });
	});

	it('a change at the start of a window is in it, one at its end is not', () => {
		const run = runOf([{ agent: 'anna', days: 'Mon', start: '09:00', end: '11:00' }]);
		const window = { start: Date.parse('2026-01-05T08:00Z'), end: Date.parse('2026-01-05T10:00Z') };
		expect(changes(run, window).map(({ at }) => at)).toEqual(['2026-01-05T09:00:00+01:00']);
	});

	it('a timeline has every stretch of every agent, cut to the window', () => {
		const run = runOf([
			{ agent: 'anna', days: 'Mon', start: '09:00', end: '11:00' },
			{ agent: 'ben', kind: 'default', state: 'busy', zone: 'Asia/Tokyo' },
		]);
		const window = { start: Date.parse('2026-01-05T09:00Z'), end: Date.parse('2026-01-05T11:00Z') };
		expect(
			timeline(run, window).map(({ agentId, start, end, minutes, desiredState }) =>
				[agentId, start.slice(11, 16), end.slice(11, 16), minutes, desiredState].join(' '),
			),
		).toEqual(['anna 10:00 11:00 60 available', 'anna 11:00 12:00 60 offline', 'ben 10:00 12:00 120 busy']);
	});

	it('a change of the reason alone is a change', () => {
		const run = runOf([
			{ agent: 'anna', days: 'Mon', start: '09:00', end: '10:00', reason: 'phones' },
			{ agent: 'anna', days: 'Mon', start: '10:00', end: '11:00', reason: 'chat' },
			{ agent: 'anna', days: 'Mon', start: '11:00', end: '12:00', reason: 'chat' },
		]);
		const row = stateAt(run, agentIn(run, 'anna'), Date.parse('2026-01-05T09:30+01:00'));
		expect(row).toMatchObject({ until: '2026-01-05T10:00:00+01:00', nextState: 'available' });
		expect(stateAt(run, agentIn(run, 'anna'), Date.parse('2026-01-05T10:30+01:00')).until).toContain('T12:00');
	});
});

it('a calendar expands to the same in every run', () => {
	const text = [
		...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;TZID=Europe/Warsaw:20260105T220000', 'DURATION:PT8H'],
		...['RRULE:FREQ=WEEKLY;BYDAY=MO,TU', 'END:VEVENT', 'END:VCALENDAR'],
	].join('\n');
	const { schedule } = importIcs(text, {
		...{
			zone: 'UTC',
			dst: 'keepEnd',
			agent: { kind: 'fixed', id: 'anna' },
			state: { kind: 'fixed', state: 'busy' },
			as: 'shift',
		},
	});
	const answers = [openEvaluation(schedule), openEvaluation(schedule)].map((run) =>
		statesAt(run, Date.parse('2026-03-03T23:00Z')),
	);
	expect(answers[0]).toEqual(answers[1]);
	expect(answers[0]?.rows[0]).toMatchObject({ desiredState: 'busy', since: '2026-03-03T21:00:00+00:00' });
});
