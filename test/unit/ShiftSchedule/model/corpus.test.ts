import * as fc from 'fast-check';

import { timelineOf } from '../../../../nodes/ShiftSchedule/model/answers/timeline';
import { createZoneClock, dayAt, isoOf, type ZoneClock } from '../../../../nodes/ShiftSchedule/model/calendar/zone';
import { importCalendar } from '../../../../nodes/ShiftSchedule/model/ics/import';
import { readGrid } from '../../../../nodes/ShiftSchedule/model/roster/grid/grid';
import { rosterOf } from '../../../../nodes/ShiftSchedule/model/roster/roster';
import { openEvaluation } from '../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import type { Schedule } from '../../../../nodes/ShiftSchedule/model/schedule/types';
import { seeded, type Row } from './make';

const AGENTS = ['anna', 'ben'];
const DAYS = 5;
const MOMENTS = 50;
const MINUTES_A_DAY = 1440;
const zones = ['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'UTC'];

/** Weeks with and without a change of the clocks. */
const firstDay = fc.constantFrom(
	'2026-03-06',
	'2026-03-26',
	'2026-06-01',
	'2026-10-02',
	'2026-10-22',
	'2026-10-30',
	'2026-12-28',
);
const start = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
const minutes = fc.integer({ min: 2, max: 62 }).map((quarters) => quarters * 15);
const shift = fc.record({ start, minutes });
type Shift = { start: number; minutes: number };
type Cell = Shift | 'OFF' | 'AL' | '';
const cell: fc.Arbitrary<Cell> = fc.oneof(
	{ weight: 4, arbitrary: shift },
	{ weight: 1, arbitrary: fc.constantFrom('OFF' as const, 'AL' as const, '' as const) },
);
const week = <T>(of: fc.Arbitrary<T>) =>
	fc.array(fc.array(of, { minLength: DAYS, maxLength: DAYS }), { minLength: 2, maxLength: 2 });
const setting = {
	zone: fc.constantFrom(...zones),
	first: firstDay,
	moments: fc.array(fc.integer({ min: 0, max: (DAYS + 2) * MINUTES_A_DAY }), {
		minLength: MOMENTS,
		maxLength: MOMENTS,
	}),
};

const two = (part: number): string => String(part).padStart(2, '0');
const timeText = (of: number): string => `${two(Math.floor(of / 60) % 24)}:${two(of % 60)}`;
const dateText = (first: string, day: number): string =>
	new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10);
const options = (zone: string) => ({ zone, dst: 'keepEnd' as const });

/** Every cell with its agent and the date on which it starts. */
const eachCell = <T, R>(cells: T[][], first: string, make: (cell: T, agent: string, date: string) => R[]): R[] =>
	cells.flatMap((line, at) => line.flatMap((one, day) => make(one, AGENTS[at] ?? '', dateText(first, day))));

const rowOfCell = (one: Cell, agent: string, from: string): Row[] => {
	if (one === 'AL') return [{ agent, from, kind: 'leave' }];
	if (typeof one === 'string') return [];
	return [{ agent, from, start: timeText(one.start), end: `${one.minutes} min` }];
};

function scheduleOf(rows: Row[], zone: string): Schedule {
	const listed = AGENTS.map((agent): Row => ({ agent, kind: 'agent' }));
	const { schedule, problems } = rosterOf([...listed, ...rows], options(zone));
	expect(problems).toEqual([]);
	return schedule;
}

/** The states of both agents at all moments, as minutes after the first day's midnight UTC. */
function statesAt(schedule: Schedule, first: string, moments: number[]): string[] {
	const evaluation = openEvaluation(schedule);
	const begins = Date.parse(first);
	const window = { start: begins, end: begins + (DAYS + 2) * 86_400_000 };
	return AGENTS.flatMap((id) => {
		const agent = evaluation.agent(id);
		const rows = agent === undefined ? [] : timelineOf(evaluation, agent, window);
		return moments.map((minute) => {
			const now = begins + minute * 60_000;
			return rows.find(({ start: from, end }) => from <= now && now < end)?.desiredState ?? 'offline';
		});
	});
}

const settings = seeded(670);

it('a roster in rows and as a grid is the same roster', () => {
	fc.assert(
		fc.property(fc.record({ ...setting, cells: week(cell) }), ({ zone, first, moments, cells }) => {
			const clock = createZoneClock(zone);
			const text = (one: Cell): string =>
				typeof one === 'string'
					? one
					: `${timeText(one.start)}-${timeText(one.start + one.minutes)}${one.start + one.minutes > MINUTES_A_DAY ? ' (+1)' : ''}`;
			const items = cells.map((line, at) => ({
				Employee: AGENTS[at],
				...Object.fromEntries(line.map((one, day) => [dateText(first, day), text(one)])),
			}));
			const grid = readGrid(items, {
				...{ clock, today: dayAt(clock, Date.parse(first)), columns: {}, leaveOut: [], legend: [] },
				...{ emptyCells: 'unknown', cellsHold: 'any', roster: options(zone) },
			});
			if (grid.kind === 'problem') throw new Error(grid.problem);
			expect(grid.value.problems).toEqual([]);
			const rows = scheduleOf(eachCell(cells, first, rowOfCell), zone);
			expect(statesAt(grid.value.schedule, first, moments)).toEqual(statesAt(rows, first, moments));
		}),
		settings,
	);
});

it('a roster in rows and as a calendar is the same roster', () => {
	fc.assert(
		fc.property(fc.record({ ...setting, cells: week(fc.option(shift)) }), ({ zone, first, moments, cells }) => {
			const local = (date: string, of: number): string =>
				`${dateText(date, Math.floor(of / MINUTES_A_DAY)).replaceAll('-', '')}T${timeText(of).replace(':', '')}00`;
			const events = eachCell(cells, first, (one, agent, date) =>
				one === null
					? []
					: [
							...['BEGIN:VEVENT', `UID:${agent}${date}`, `ATTENDEE:mailto:${agent}`],
							`DTSTART;TZID=${zone}:${local(date, one.start)}`,
							...[`DTEND;TZID=${zone}:${local(date, one.start + one.minutes)}`, 'END:VEVENT'],
						],
			);
			const calendar = importCalendar(['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n'), {
				...options(zone),
				...{
					agent: { kind: 'property', name: 'ATTENDEE' },
					state: { kind: 'fixed', state: 'available' },
					as: 'shift',
					asked: { start: Date.parse(first), end: Date.parse(first) + 14 * 86_400_000 },
				},
			});
			expect(calendar.problems).toEqual([]);
			const rows = scheduleOf(
				eachCell(cells, first, (one, ...at) => (one === null ? [] : rowOfCell(one, ...at))),
				zone,
			);
			expect(statesAt(calendar.schedule, first, moments)).toEqual(statesAt(rows, first, moments));
		}),
		settings,
	);
});

it('a roster in local times and in moments of UTC is the same roster', () => {
	fc.assert(
		fc.property(fc.record({ ...setting, cells: week(fc.option(shift)) }), ({ zone, first, moments, cells }) => {
			const clock = createZoneClock(zone);
			const utc = createZoneClock('UTC');
			const stretch = (one: Shift | null, agent: string, date: string, text: (of: number) => string): Row[] => {
				if (one === null) return [];
				const begins = (Date.parse(date) / 86_400_000) * MINUTES_A_DAY + one.start;
				const ends = begins + one.minutes;
				// The clocks may leave nothing of it.
				if (clock.instantOf(begins) >= clock.instantOf(ends)) return [];
				return [{ agent, kind: 'extra', from: text(begins), until: text(ends) }];
			};
			const inZone = (of: number): string => new Date(of * 60_000).toISOString().slice(0, 16).replace('T', ' ');
			const inUtc = (of: number): string => momentText(clock, utc, of);
			const [local, moment] = [inZone, inUtc].map((text) =>
				scheduleOf(
					eachCell(cells, first, (one, ...at) => stretch(one, ...at, text)),
					zone,
				),
			);
			if (!local || !moment) return;
			expect(statesAt(moment, first, moments)).toEqual(statesAt(local, first, moments));
		}),
		settings,
	);
});

/** As `2026-10-25T00:30:00Z`. */
const momentText = (clock: ZoneClock, utc: ZoneClock, local: number): string =>
	isoOf(utc, clock.instantOf(local)).replace('+00:00', 'Z');
