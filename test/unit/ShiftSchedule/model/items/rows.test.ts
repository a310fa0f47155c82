import type { Pause, PlannedTime } from '../../../../../nodes/ShiftSchedule/model/items/found';
import { rowsOfPlannedTime } from '../../../../../nodes/ShiftSchedule/model/items/rows';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import type { DstPolicy } from '../../../../../nodes/ShiftSchedule/model/schedule/types';

/** In Warsaw, an hour ahead of UTC in November. */
const timed = (start: string, end: string): PlannedTime['span'] => ({
	...{ kind: 'timed', start: Date.parse(`${start}Z`), end: Date.parse(`${end}Z`) },
});
const work: PlannedTime = {
	...{ kind: 'work', people: [], title: 'Early', state: 'available', pauses: [], hasBreakSomewhere: false },
	span: timed('2026-11-03T08:00', '2026-11-03T16:00'),
};

function rowsOf(stretch: Partial<PlannedTime>, taken = new Set<string>(), dst: DstPolicy = 'keepEnd') {
	const place = { agent: 'anna', row: 3, clock: createZoneClock('Europe/Warsaw'), dst, taken };
	return rowsOfPlannedTime({ ...work, ...stretch }, place);
}

const common = { agent: 'anna', row_number: 3 };
const shift = { ...common, kind: 'shift', state: 'available', reason: '', shift: 'Early', priority: 0 };

describe('a shift as rows', () => {
	it('is by the clock of its agent', () => {
		expect(rowsOf({})).toEqual([{ ...shift, from: '2026-11-03', start: '09:00', end: '480 min' }]);
	});

	it('without a title is called shift, and one of another state has its title as the reason', () => {
		expect(rowsOf({ title: '' })).toMatchObject([{ shift: 'shift', reason: '' }]);
		// It says more than the shift that it is in.
		expect(rowsOf({ title: 'Lunch', state: 'break' })).toMatchObject([
			{ shift: 'Lunch', state: 'break', reason: 'Lunch', priority: 1 },
		]);
	});

	it('that is always, or on whole days', () => {
		const whole = {
			...common,
			kind: 'shift',
			state: 'available',
			reason: '',
			start: '00:00',
			end: '24:00',
			days: 'daily',
		};
		expect(rowsOf({ span: { kind: 'always' } })).toEqual([{ ...whole, shift: 'Early' }]);
		expect(rowsOf({ span: { kind: 'days', first: 20760, count: 2 }, title: '' })).toEqual([
			{ ...whole, shift: 'shift', from: '2026-11-03', until: '2026-11-04' },
		]);
	});

	it('of a day is one row, and a longer one is cut at midnights', () => {
		expect(rowsOf({ span: timed('2026-11-03T08:00', '2026-11-04T08:00') })).toEqual([
			{ ...shift, from: '2026-11-03', start: '09:00', end: '1440 min' },
		]);
		expect(rowsOf({ span: timed('2026-11-03T08:00', '2026-11-04T08:01') })).toEqual([
			{ ...shift, from: '2026-11-03', start: '09:00', end: '900 min' },
			{ ...shift, from: '2026-11-04', start: '00:00', end: '541 min' },
		]);
		expect(rowsOf({ span: timed('2026-11-03T08:00', '2026-11-05T23:00') })).toEqual([
			{ ...shift, from: '2026-11-03', start: '09:00', end: '900 min' },
			{ ...shift, from: '2026-11-04', start: '00:00', end: '1440 min' },
			{ ...shift, from: '2026-11-05', start: '00:00', end: '1440 min' },
		]);
		// 23 hours and a half from the midnight before the clocks go forward: another midnight is in them.
		expect(rowsOf({ span: timed('2026-03-28T08:00', '2026-03-29T22:30') })).toEqual([
			{ ...shift, from: '2026-03-28', start: '09:00', end: '900 min' },
			{ ...shift, from: '2026-03-29', start: '00:00', end: '1440 min' },
			{ ...shift, from: '2026-03-30', start: '00:00', end: '30 min' },
		]);
	});

	it.each<[string, string, string, DstPolicy, object]>([
		// 01:00 to 04:00 on the clock is two hours.
		[
			'over the change forward, to an end',
			'2026-03-29T00:00',
			'2026-03-29T02:00',
			'keepEnd',
			{ from: '2026-03-29', start: '01:00', end: '180 min' },
		],
		[
			'over the change forward, for a time',
			'2026-03-29T00:00',
			'2026-03-29T02:00',
			'keepDuration',
			{ from: '2026-03-29', start: '01:00', end: '120 min' },
		],
		// The clock shows 02:30 twice, and means the first.
		[
			'that starts in the hour that is there twice',
			'2026-10-25T01:30',
			'2026-10-25T09:00',
			'keepEnd',
			{ from: '2026-10-25', start: '01:30', end: '450 min', zone: 'UTC' },
		],
		[
			'that ends in the hour that is there twice',
			'2026-10-24T20:00',
			'2026-10-25T01:30',
			'keepEnd',
			{ from: '2026-10-24', start: '20:00', end: '330 min', zone: 'UTC' },
		],
		[
			'over the change back, to an end',
			'2026-10-24T20:00',
			'2026-10-25T05:00',
			'keepEnd',
			{ from: '2026-10-24', start: '22:00', end: '480 min' },
		],
	])('%s', (_, start, end, dst, expected) => {
		expect(rowsOf({ span: timed(start, end) }, undefined, dst)).toEqual([{ ...shift, ...expected }]);
	});

	it('has a name of its own on each day', () => {
		const taken = new Set<string>();
		const names = (title: string, start = '2026-11-03T08:00', end = '2026-11-03T16:00') =>
			rowsOf({ title, span: timed(start, end) }, taken).map(({ shift: name }) => name);
		expect(names('Early')).toEqual(['Early']);
		expect(names('EARLY')).toEqual(['EARLY 09:00']);
		expect(names('Early')).toEqual(['Early 09:00 (2)']);
		expect(names('Early')).toEqual(['Early 09:00 (3)']);
		expect(names('Early', '2026-11-03T11:30')).toEqual(['Early 12:30']);
		expect(names('Early', '2026-11-04T08:00', '2026-11-04T16:00')).toEqual(['Early']);
	});
});

describe('a time away as rows', () => {
	const leave = { ...common, kind: 'leave', shift: 'PTO', reason: 'PTO' };
	const away = { kind: 'away', title: 'PTO', state: 'offline' } as const;

	it.each<[PlannedTime['span'], object]>([
		[{ kind: 'always' }, { from: '2000-01-01', until: 'open' }],
		[
			{ kind: 'days', first: 20760, count: 3 },
			{ from: '2026-11-03', until: '2026-11-05' },
		],
		[
			timed('2026-11-03T08:05', '2026-11-05T16:00'),
			{ zone: 'UTC', from: '2026-11-03 08:05', until: '2026-11-05 16:00' },
		],
	])('%j', (span, expected) => {
		expect(rowsOf({ ...away, span })).toEqual([{ ...leave, ...expected }]);
	});

	it('without a title is called away, and has no reason', () => {
		expect(rowsOf({ ...away, title: '' })).toMatchObject([{ shift: 'away', reason: '' }]);
	});
});

describe('breaks as rows', () => {
	const pause = (start: string, end: string): Pause => ({
		...{ start: Date.parse(`${start}Z`), end: Date.parse(`${end}Z`), state: 'break', name: 'Lunch' },
	});
	const row = {
		...common,
		kind: 'break',
		shift: 'Early',
		from: '2026-11-03',
		until: '2026-11-03',
		state: 'break',
		reason: 'Lunch',
	};
	const breaksIn = (stretch: Partial<PlannedTime>) => rowsOf(stretch).filter(({ kind }) => kind === 'break');

	it.each<[string, Pause, object[]]>([
		[
			'in the shift',
			pause('2026-11-03T12:00', '2026-11-03T12:30'),
			[{ start: '240 min after start', end: '30 min' }],
		],
		[
			'at its start',
			pause('2026-11-03T07:00', '2026-11-03T08:30'),
			[{ start: '0 min after start', end: '30 min' }],
		],
		[
			'at its end',
			pause('2026-11-03T15:30', '2026-11-03T17:00'),
			[{ start: '450 min after start', end: '30 min' }],
		],
		['before it', pause('2026-11-03T07:00', '2026-11-03T08:00'), []],
		['after it', pause('2026-11-03T16:00', '2026-11-03T17:00'), []],
	])('%s', (_, one, expected) => {
		expect(breaksIn({ pauses: [one] })).toEqual(expected.map((times) => ({ ...row, ...times })));
	});

	it('over midnight are in both days of a long shift', () => {
		const span = timed('2026-11-03T08:00', '2026-11-05T08:00');
		expect(breaksIn({ span, pauses: [pause('2026-11-03T22:30', '2026-11-03T23:30')] })).toEqual([
			{ ...row, start: '870 min after start', end: '30 min' },
			{ ...row, from: '2026-11-04', until: '2026-11-04', start: '0 min after start', end: '30 min' },
		]);
	});
});
