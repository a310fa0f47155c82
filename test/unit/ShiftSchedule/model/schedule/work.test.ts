import { evaluationOf, stateOf, week, workOf, type Row } from '../make';

const early: Row = { agent: 'anna', days: 'Mon-Fri', start: '9:00', end: '17:00' };

describe('a weekly shift', () => {
	it('is on its days, from its start up to its end', () => {
		expect(week([early])).toEqual([
			'available 01-05T09:00 01-05T17:00',
			'available 01-06T09:00 01-06T17:00',
			'available 01-07T09:00 01-07T17:00',
			'available 01-08T09:00 01-08T17:00',
			'available 01-09T09:00 01-09T17:00',
		]);
	});

	it.each([
		['2026-01-05T08:59:59+01:00', 'offline'],
		['2026-01-05T09:00:00+01:00', 'available'],
		['2026-01-05T16:59:59+01:00', 'available'],
		['2026-01-05T17:00:00+01:00', 'offline'],
		['2026-01-10T12:00:00+01:00', 'offline'], // Saturday
	])('at %s the agent is %s', (now, state) => {
		expect(stateOf(evaluationOf([early]), 'anna', now).desiredState).toBe(state);
	});

	it('past midnight belongs to the day that it starts on', () => {
		const night = { agent: 'anna', days: 'Fri', start: '22:00', end: '06:00' };
		expect(week([night])).toEqual(['available 01-09T22:00 01-10T06:00']);
		const evaluation = evaluationOf([night]);
		expect(stateOf(evaluation, 'anna', '2026-01-10T05:59+01:00').desiredState).toBe('available'); // Saturday morning
		expect(stateOf(evaluation, 'anna', '2026-01-09T05:59+01:00').desiredState).toBe('offline'); // Friday morning
	});

	it('holds from its first to its last day, the night of the last day included', () => {
		const row = {
			agent: 'anna',
			days: 'daily',
			start: '22:00',
			end: '06:00',
			from: '2026-01-06',
			until: '2026-01-07',
		};
		expect(week([row])).toEqual(['available 01-06T22:00 01-07T06:00', 'available 01-07T22:00 01-08T06:00']);
	});

	it('may be a whole day, and may be given by its length', () => {
		expect(week([{ agent: 'anna', days: 'Tue', start: '00:00', end: '24:00' }])).toEqual([
			'available 01-06T00:00 01-07T00:00',
		]);
		expect(week([{ agent: 'anna', days: 'Tue', start: '20:00', end: '24h' }])).toEqual([
			'available 01-06T20:00 01-07T20:00',
		]);
	});

	it("is by the clock of the row's zone, then the agent's, then the schedule's", () => {
		const rows = [
			{ agent: 'ben', kind: 'agent', zone: 'America/New_York' },
			{ agent: 'ben, anna', days: 'Mon', start: '9:00', end: '10:00' },
			{ agent: 'ben', days: 'Tue', start: '9:00', end: '10:00', zone: 'Asia/Tokyo' },
		];
		expect(week(rows)).toEqual(['available 01-05T09:00 01-05T10:00']);
		expect(workOf(evaluationOf(rows), 'ben', '2026-01-05T00:00Z', '2026-01-12T00:00Z')).toEqual([
			'available 2026-01-05T09:00:00-05:00 2026-01-05T10:00:00-05:00',
			'available 2026-01-05T19:00:00-05:00 2026-01-05T20:00:00-05:00', // Tuesday in Tokyo
		]);
	});

	it.each([
		['Pacific/Pago_Pago', 'Pacific/Kiritimati'],
		['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
	])('is found from %s when it is in %s, a day and more away, and when it was swapped', (here, there) => {
		const dates = { from: '2026-01-01', until: '2026-01-10' };
		const evaluation = evaluationOf([
			...['ann', 'bob', 'cleo'].map((agent) => ({ agent, kind: 'agent', zone: here })),
			...['ben', 'carl'].map((agent) => ({ agent, kind: 'agent', zone: there })),
			{ agent: 'ann, ben, carl', days: 'daily', start: '23:00', end: '24h', zone: there, ...dates },
			{ agent: 'bob', kind: 'swap', with: 'ben', ...dates },
			{ agent: 'carl', kind: 'swap', with: 'cleo', ...dates },
		]);
		const iso = (hour: number): string => new Date(Date.UTC(2026, 0, 5, hour)).toISOString();
		for (let hour = 0; hour < 48; hour++) {
			const [from, until] = [iso(hour), iso(hour + 1)];
			for (const id of ['ann', 'bob', 'cleo']) {
				const states = workOf(evaluation, id, from, until).map((line) => line.split(' ')[0]);
				expect([id, hour, [...new Set(states)]]).toEqual([id, hour, ['available']]);
			}
		}
	});
});

describe('a rotation', () => {
	const weeks = (step: string): Row[] => [
		{ agent: 'anna', days: 'Mon', start: '06:00', end: '14:00', rotation: 'A of A/B from 2026-01-05', step },
		{ agent: 'anna', days: 'Mon', start: '14:00', end: '22:00', rotation: 'B of A/B from 2026-01-05', step },
	];
	const mondays = (step: string, from: string, until: string): string[] => week(weeks(step), 'anna', from, until);

	it('takes weeks in turn, from the starting step', () => {
		expect(mondays('A', '2026-01-05', '2026-01-20')).toEqual([
			'available 01-05T06:00 01-05T14:00',
			'available 01-12T14:00 01-12T22:00',
			'available 01-19T06:00 01-19T14:00',
		]);
		expect(mondays('B', '2026-01-05', '2026-01-20')).toEqual([
			'available 01-05T14:00 01-05T22:00',
			'available 01-12T06:00 01-12T14:00',
			'available 01-19T14:00 01-19T22:00',
		]);
	});

	it('of three weeks goes by weeks, each agent from its step', () => {
		const shift = (step: string): Row => ({
			...{ agent: 'anna', days: 'Tue', start: '06:00', end: '14:00' },
			...{ rotation: 'A of A/B/C from 2026-01-05', step },
		});
		const days = (step: string): string[] =>
			week([shift(step)], 'anna', '2026-01-05', '2026-02-11').map((line) => line.slice(10, 15));
		expect([days('A'), days('B'), days('C')]).toEqual([
			['01-06', '01-27'],
			['01-20', '02-10'],
			['01-13', '02-03'],
		]);
	});

	it('is known before its anchor date, too', () => {
		const evaluation = evaluationOf(weeks('A'));
		expect(stateOf(evaluation, 'anna', '2025-12-29T15:00+01:00').desiredState).toBe('available');
		expect(stateOf(evaluation, 'anna', '2025-12-22T15:00+01:00').desiredState).toBe('offline');
	});

	// Where n8n's own "every 2 weeks" leaves 21 days: it counts week numbers.
	it('is not put out by the new year of 2029', () => {
		const evaluation = evaluationOf(weeks('A'));
		const earlies = ['2028-12-18', '2028-12-25', '2029-01-01', '2029-01-08', '2029-01-15'].map(
			(day) => stateOf(evaluation, 'anna', `${day}T07:00+01:00`).desiredState,
		);
		expect(earlies).toEqual(['available', 'offline', 'available', 'offline', 'available']);
	});

	it('of four days on and four off goes by days, each agent from its step', () => {
		const rows: Row[] = [
			{ agent: 'anna', kind: 'agent' },
			{ agent: 'ben', kind: 'agent', step: '5' },
			{ agent: '*', start: '07:00', end: '19:00', rotation: '4 on 4 off from 2026-03-27' },
		];
		const days = (id: string): string[] =>
			workOf(evaluationOf(rows), id, '2026-03-27T00:00+01:00', '2026-04-08T00:00+02:00').map((line) =>
				line.slice(15, 20),
			);
		// Clocks go forward on the 29th: a count of seconds would be an hour off from then on.
		expect(days('anna')).toEqual(['03-27', '03-28', '03-29', '03-30', '04-04', '04-05', '04-06', '04-07']);
		expect(days('ben')).toEqual(['03-31', '04-01', '04-02', '04-03']);
	});
});

describe('a swap', () => {
	const rows: Row[] = [
		{ agent: 'anna', days: 'Mon-Tue', start: '06:00', end: '14:00', shift: 'Early' },
		{ agent: 'ben', days: 'Mon-Tue', start: '22:00', end: '06:00', shift: 'Night' },
		{ agent: 'ben', kind: 'break', start: '+1h', end: '10 min' },
		{ agent: 'anna', kind: 'swap', with: 'ben', from: '2026-01-06' },
	];

	it('exchanges the shifts that start on its days, breaks included', () => {
		expect(week(rows)).toEqual([
			'available 01-05T06:00 01-05T14:00',
			'available 01-06T22:00 01-06T23:00',
			'break 01-06T23:00 01-06T23:10',
			'available 01-06T23:10 01-07T06:00',
		]);
		expect(week(rows, 'ben')).toEqual([
			'available 01-05T22:00 01-05T23:00',
			'break 01-05T23:00 01-05T23:10',
			'available 01-05T23:10 01-06T06:00',
			'available 01-06T06:00 01-06T14:00',
		]);
	});

	it('leaves extra shifts where they are', () => {
		const extra = { agent: 'anna', kind: 'extra', from: '2026-01-06', start: '18:00', end: '20:00' };
		const lines = (id: string): string[] => week([...rows, extra], id);
		expect(lines('anna')).toContain('available 01-06T18:00 01-06T20:00');
		expect(lines('ben')).toEqual(week(rows, 'ben'));
	});

	it('is named with the state', () => {
		const evaluation = evaluationOf(rows);
		const source = { layer: 'shift', rule: 'Night', row: 2, swappedWith: 'ben' };
		expect(stateOf(evaluation, 'anna', '2026-01-07T01:00+01:00').source).toEqual(source);
		expect(stateOf(evaluation, 'anna', '2026-01-06T23:05+01:00').source).toMatchObject({
			layer: 'break',
			swappedWith: 'ben',
		});
		expect(stateOf(evaluation, 'anna', '2026-01-05T07:00+01:00').source).not.toHaveProperty('swappedWith');
	});
});
