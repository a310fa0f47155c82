import { agentIn, evaluationOf, stateOf, week, workOf, type Row } from '../make';
import { assignmentsOf, TooManyAssignments } from '../../../../../nodes/ShiftSchedule/model/schedule/assignments';

const early: Row = { agent: 'anna', days: 'Mon-Fri', start: '9:00', end: '17:00' };

describe('days off', () => {
	const night: Row = { agent: 'anna', days: 'daily', start: '22:00', end: '06:00' };

	it('by day: the shifts of those days', () => {
		const rows = [early, { agent: 'anna', kind: 'leave', from: '2026-01-06', until: '2026-01-08' }];
		expect(week(rows)).toEqual(['available 01-05T09:00 01-05T17:00', 'available 01-09T09:00 01-09T17:00']);
	});

	it('by night: whole nights, from the evening of the first day to the morning after the last', () => {
		const rows = [night, { agent: 'anna', kind: 'leave', from: '2026-01-06', until: '2026-01-07' }];
		expect(week(rows).slice(1, 4)).toEqual([
			'available 01-05T22:00 01-06T06:00', // began before the leave: worked to its end
			'available 01-08T22:00 01-09T06:00',
			'available 01-09T22:00 01-10T06:00',
		]);
	});

	it.each(['holiday', 'leave'])('%s on picked days of the week leaves the other nights whole', (kind) => {
		const rows = [night, { agent: 'anna', kind, days: 'Tue, Wed', from: '2026-01-01', until: '2026-01-31' }];
		expect(week(rows).slice(1, 3)).toEqual([
			'available 01-05T22:00 01-06T06:00',
			'available 01-08T22:00 01-09T06:00',
		]);
	});

	it('give way to an extra shift in the morning after a night off', () => {
		const rows = [
			night,
			{ agent: 'anna', kind: 'leave', days: 'Tue, Wed', from: '2026-01-01', until: '2026-01-31' },
			{ agent: 'anna', kind: 'extra', from: '2026-01-07', start: '02:00', end: '10:00' },
		];
		expect(week(rows)[2]).toBe('available 01-07T02:00 01-07T10:00');
	});

	it('with times are just those times', () => {
		const rows = [
			early,
			{ agent: 'anna', kind: 'leave', from: '2026-01-06', start: '12:00', end: '14:00' },
			{ agent: 'anna', kind: 'holiday', from: '2026-01-07 15:00', until: '2026-01-08 10:00' },
			{ agent: 'anna', kind: 'leave', from: '2026-01-09', until: '2026-01-09 12:00' },
		];
		expect(week(rows).slice(1)).toEqual([
			'available 01-06T09:00 01-06T12:00',
			'available 01-06T14:00 01-06T17:00',
			'available 01-07T09:00 01-07T15:00',
			'available 01-08T10:00 01-08T17:00',
			'available 01-09T12:00 01-09T17:00',
		]);
	});

	it('may follow a rotation', () => {
		const rotation = '1 on 2 off from 2026-01-05';
		const rows = [early, { agent: 'anna', kind: 'leave', rotation, from: '2026-01-05', until: '2026-01-09' }];
		expect(week(rows).map((line) => line.slice(10, 15))).toEqual(['01-06', '01-07', '01-09']);
	});

	it('until further notice end when the row goes', () => {
		const rows = [early, { agent: 'anna', kind: 'leave', from: '2026-01-07', until: 'open', reason: 'ill' }];
		expect(week(rows)).toHaveLength(2);
		const state = stateOf(evaluationOf(rows), 'anna', '2026-02-02T12:00+01:00');
		expect(state).toMatchObject({
			desiredState: 'offline',
			reason: 'ill',
			since: '2026-01-07T00:00:00+01:00',
			until: undefined,
			dstNote: '',
		});
	});

	it('for all close the place, and end where an extra shift begins', () => {
		const rows = [
			early,
			{ agent: '*', kind: 'holiday', shift: 'Epiphany', from: '2026-01-06', reason: 'closed' },
			{ agent: 'anna', kind: 'extra', from: '2026-01-06', start: '10:00', end: '12:00' },
		];
		expect(week(rows).slice(0, 3)).toEqual([
			'available 01-05T09:00 01-05T17:00',
			'available 01-06T10:00 01-06T12:00',
			'available 01-07T09:00 01-07T17:00',
		]);
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-06T09:30+01:00')).toMatchObject({
			reason: 'closed',
			source: { layer: 'holiday', rule: 'Epiphany', row: 2 },
		});
	});
});

describe('a temporary schedule', () => {
	it('replaces the shifts that start on its days, and lets the night before go on', () => {
		const rows = [
			{ agent: 'anna', days: 'daily', start: '22:00', end: '06:00' },
			{ agent: 'anna', kind: 'temporary', from: '2026-01-07', until: '2026-01-08', start: '20:00', end: '23:00' },
			{ agent: 'anna', kind: 'temporary', from: '2026-01-08', until: '2026-01-08', start: '10:00', end: '11:00' },
		];
		expect(week(rows).slice(1, 7)).toEqual([
			'available 01-05T22:00 01-06T06:00',
			'available 01-06T22:00 01-07T06:00',
			'available 01-07T20:00 01-07T23:00',
			'available 01-08T10:00 01-08T11:00',
			'available 01-08T20:00 01-08T23:00',
			'available 01-09T22:00 01-10T06:00',
		]);
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-08T15:00+01:00')).toMatchObject({
			...{ desiredState: 'offline', reason: '', source: { layer: 'temporary', rule: 'temporary', row: 3 } },
		});
	});

	it('without times puts all its days into one state', () => {
		const rows = [
			early,
			{ agent: 'anna', kind: 'temporary', from: '2026-01-06', until: '2026-01-06', state: 'busy' },
		];
		expect(week(rows).slice(0, 3)).toEqual([
			'available 01-05T09:00 01-05T17:00',
			'busy 01-06T00:00 01-07T00:00',
			'available 01-07T09:00 01-07T17:00',
		]);
	});
});

describe('the manual switch', () => {
	it('holds for good, or from and until', () => {
		const at = (row: Row, now: string): string =>
			stateOf(evaluationOf([early, { agent: '*', kind: 'manual', state: 'busy', ...row }]), 'anna', now)
				.desiredState;
		expect(at({}, '2027-01-05T12:00+01:00')).toBe('busy');
		expect(at({ from: '2026-01-06' }, '2027-01-05T12:00+01:00')).toBe('busy');
		expect(at({ start: '9:00', end: '10:00' }, '2026-01-06T09:30+01:00')).toBe('busy');
		const dates = { from: '2026-01-06 10:00', until: '2026-01-06 11:00' };
		expect(at(dates, '2026-01-06T09:59+01:00')).toBe('available');
		expect(at(dates, '2026-01-06T10:00+01:00')).toBe('busy');
		expect(at(dates, '2026-01-06T11:00+01:00')).toBe('available');
		expect(at({ until: '2026-01-06' }, '2026-01-06T23:59+01:00')).toBe('busy');
		expect(at({ until: '2026-01-06' }, '2026-01-07T00:00+01:00')).toBe('offline');
		expect(at({ days: 'Wed', from: '2026-01-05', until: '2026-01-11' }, '2026-01-07T12:00+01:00')).toBe('busy');
		expect(at({ days: 'Wed', from: '2026-01-05', until: '2026-01-11' }, '2026-01-08T12:00+01:00')).toBe(
			'available',
		);
	});
});

it('leaves out leave in the hour that the clocks skip', () => {
	const leave = (from: string): Row => ({ agent: 'anna', kind: 'leave', from, start: '02:00', end: '03:00' });
	const night = { agent: 'anna', days: 'daily', start: '00:00', end: '06:00' };
	const evaluation = evaluationOf([night, leave('2026-03-28'), leave('2026-03-29')]);
	expect(workOf(evaluation, 'anna', '2026-03-28T00:00+01:00', '2026-03-30T00:00+02:00')).toEqual([
		'available 2026-03-28T00:00:00+01:00 2026-03-28T02:00:00+01:00',
		'available 2026-03-28T03:00:00+01:00 2026-03-28T06:00:00+01:00',
		'available 2026-03-29T00:00:00+01:00 2026-03-29T06:00:00+02:00',
	]);
});

it('lets an extra night shift before a day of leave end, as any other', () => {
	const evaluation = evaluationOf([
		{ agent: 'anna', kind: 'extra', from: '2026-01-05', start: '22:00', end: '06:00' },
		{ agent: 'anna', kind: 'leave', from: '2026-01-06' },
	]);

	expect(workOf(evaluation, 'anna', '2026-01-05T00:00+01:00', '2026-01-08T00:00+01:00')).toEqual([
		'available 2026-01-05T22:00:00+01:00 2026-01-06T06:00:00+01:00',
	]);
});
describe('a window with more than 10,000 shifts of one agent', () => {
	const evaluation = evaluationOf([{ agent: 'anna', days: 'daily', start: '09:00', end: '10:00' }]);
	const count = (days: number): number =>
		assignmentsOf(evaluation, agentIn(evaluation, 'anna'), { start: 0, end: days * 86_400_000 }).length;

	it('is refused with an error of its own, which names the agent', () => {
		expect(count(9999)).toBe(10_000); // with one that says: offline
		expect(() => count(10_000)).toThrow(TooManyAssignments);
		expect(() => count(10_000)).toThrow(
			'agent anna has more than 10000 shifts and breaks in this time: ask for a shorter one',
		);
	});
});
