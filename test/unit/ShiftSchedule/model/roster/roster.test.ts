import { rosterOf } from '../../../../../nodes/ShiftSchedule/model/roster/roster';
import { scheduledStates } from '../../../../../nodes/ShiftSchedule/model/schedule/types';
import { createZoneClock, isoOf } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { settable } from '../../../../../nodes/shared/state/state';
import { problemsOf, evaluationOf, stateOf, workOf, type Row } from '../make';

const shift: Row = { agent: 'anna', days: 'Mon-Fri', start: '9:00', end: '17:00' };

describe('a roster', () => {
	it('knows the states that the Agent State node can set', () => {
		expect(scheduledStates).toEqual(settable);
	});

	it('is read by headings in any case, by the names that the user gave', () => {
		const rows = [{ ' Who ': 'anna', DAYS: ' Mon ', 'Start Time': '9:00', end: '10:00', Reason: 'phones' }];
		const evaluation = evaluationOf(rows, { columns: { agent: 'who', start: 'start_time' } });
		expect(stateOf(evaluation, 'anna', '2026-01-05T09:30+01:00')).toMatchObject({
			desiredState: 'available',
			reason: 'phones',
		});
	});

	it('names column and row as the user does: row_number, or the place in the list', () => {
		const rows = [{ ...shift }, { Who: 'anna', row_number: 12, days: 'Mon', start: '9:00', end: '25:00' }];
		expect(
			problemsOf([{ row_number: 12, agent: 'anna', days: 'Mon', start: '9:00', Ende: '25:00' }], {
				columns: { end: 'Ende' },
			}),
		).toEqual(['row 12, Ende: "25:00" is not a time of day: write it as 09:00, 9:00 or 9am']);
		expect(problemsOf(rows)).toEqual([
			'row 12, agent: is empty: write the agent, or * for all',
			'row 12, end: "25:00" is not a time of day: write it as 09:00, 9:00 or 9am',
		]);
		expect(problemsOf([shift, { ...shift, end: '' }])).toEqual([
			'row 2, end: is empty: write when it ends, such as 17:00, or how long it is, such as 8h',
		]);
	});

	it.each([
		[7, '7'],
		[true, 'true'],
		[['a', 7], 'a, 7'],
		[[' a', '7 '], 'a, 7'],
	])('takes %j in a cell of text for %j', (reason, expected) => {
		expect(evaluationOf([{ ...shift, reason }]).schedule.rules[0]?.reason).toBe(expected);
	});

	it.each<[Row, string]>([
		[{ reason: 'x'.repeat(1001) }, 'reason: is 1001 characters long, and at most 1000 are read: shorten it'],
		[{ ' Reason ': 'x'.repeat(1001) }, 'Reason: is 1001 characters long, and at most 1000 are read: shorten it'],
		[{ start: 'x'.repeat(1001) }, 'start: is 1001 characters long, and at most 1000 are read: shorten it'],
		[{ agent: 'x'.repeat(100_001) }, 'agent: is 100001 characters long, and at most 100000 are read: shorten it'],
	])('refuses a cell that is too long, once', (more, expected) => {
		const { problems, doubted } = rosterOf([{ ...shift, ...more }], { zone: 'Europe/Warsaw', dst: 'keepEnd' });
		expect(problems.map(({ column, problem }) => `${column}: ${problem}`)).toEqual([expected]);
		expect(doubted).toEqual('agent' in more ? 'all' : new Set(['anna']));
	});

	it('reads cells that are not too long', () => {
		expect(
			problemsOf([
				{ ...shift, reason: 'x'.repeat(1000) },
				{ ...shift, agent: 'x'.repeat(100_000) },
			]),
		).toEqual([]);
	});

	it('skips blank rows and leaves bad ones out', () => {
		const { schedule, problems } = rosterOf(
			[
				{},
				{ agent: '  ', days: null, end: undefined },
				{ agent: '', note: 'x' },
				shift,
				{ ...shift, agent: 'ben', end: 'late' },
			],
			{ zone: 'Europe/Warsaw', dst: 'keepEnd' },
		);
		expect(schedule.rules).toHaveLength(1);
		// Whose row is bad is there all the same, so that turns of breaks do not move.
		expect(schedule.agents.map(({ id }) => id)).toEqual(['anna', 'ben']);
		expect(problems).toHaveLength(1);
		expect(problems[0]?.row).toBe(5);
	});

	it('tells all problems, in order of the rows', () => {
		const rows = [
			{ ...shift, end: 'x' },
			{ agent: 'ben', kind: 'agent', zone: 'Nowhere' },
			{ ...shift, state: 'away' },
		];
		expect(problemsOf(rows).map((text) => text.slice(0, 5))).toEqual(['row 1', 'row 2', 'row 3']);
	});

	it('collects agents: those with a row of their own first, with name, service, zone and step', () => {
		const rows = [
			{ ...shift, agent: 'cleo, 7', name: 'Both', service: 'conpeek' },
			{ ...shift, agent: 'ben' },
			{ ...shift, agent: 'ben', name: 'Ben', service: 'twilioFrontline' },
			{ ...shift, agent: 'ben', name: 'Benjamin', service: '' },
			{ agent: 'anna', kind: 'agent', name: 'Anna', service: 'twilioTaskRouter', zone: 'asia/tokyo', step: 'B' },
			{ ...shift, agent: 'anna', name: 'Other', service: 'TwilioTaskRouter' },
			{ ...shift, agent: 7 },
			{ ...shift, agent: '*' },
			{ ...shift, agent: 'allan; marshall', with: 'nobody' },
			{ agent: 'anna', kind: 'swap', with: 'dora', from: '2026-01-05' },
			{ ...shift, agent: 'dora' },
		];
		expect(evaluationOf(rows).schedule.agents).toStrictEqual([
			{ id: 'anna', name: 'Anna', service: 'twilioTaskRouter', zone: 'Asia/Tokyo', step: 1, isListed: true },
			{ id: 'cleo', name: 'cleo', service: 'conpeek', isListed: false },
			{ id: '7', name: '7', service: 'conpeek', isListed: false },
			{ id: 'ben', name: 'Ben', service: 'twilioFrontline', isListed: false },
			...['allan', 'marshall', 'dora'].map((id) => ({ id, name: id, service: '', isListed: false })),
		]);
	});

	it('has no agent without a name', () => {
		const rows = [shift, { agent: 'anna', kind: 'swap', with: '', from: '2026-01-05' }];
		const { schedule } = rosterOf(rows, { zone: 'Europe/Warsaw', dst: 'keepEnd' });
		expect(schedule.agents.map(({ id }) => id)).toEqual(['anna']);
	});

	it('takes the first name and the first service that rows say of an agent', () => {
		const rows = [shift, { ...shift, name: 'Anna' }, { ...shift, name: 'Other', service: 'conpeek' }];
		expect(evaluationOf(rows).schedule.agents).toEqual([
			{ id: 'anna', name: 'Anna', service: 'conpeek', isListed: false },
		]);
	});

	it('goes by the row of kind agent, whatever other rows call the agent', () => {
		const rows = [
			{ agent: 'anna', kind: 'agent' },
			{ ...shift, name: 'Other', service: 'conpeek' },
		];
		expect(evaluationOf(rows).schedule.agents).toEqual([{ id: 'anna', name: 'anna', service: '', isListed: true }]);
	});

	it('puts an agent into the zone that its rows agree on', () => {
		const tokyo = { ...shift, zone: 'Asia/Tokyo' };
		const zones = (rows: Row[]): unknown[] => evaluationOf(rows).schedule.agents.map(({ zone }) => zone);
		expect(zones([{ agent: 'anna', kind: 'leave', from: '2026-01-05' }, tokyo, tokyo])).toEqual(['Asia/Tokyo']);
		expect(zones([tokyo, { ...shift, zone: 'Europe/Paris' }, tokyo])).toEqual([undefined]);
		const evaluation = evaluationOf([
			tokyo,
			{ agent: 'anna', kind: 'leave', from: '2026-01-06', start: '10:00', end: '11:00' },
		]);
		expect(stateOf(evaluation, 'anna', '2026-01-06T10:30+09:00').source.rule).toBe('leave');
	});

	it('takes a moment with a zone by the clock of the row', () => {
		const rows = [
			{
				agent: 'anna',
				kind: 'leave',
				state: 'busy',
				from: '2026-01-05T13:00:00Z',
				until: '2026-01-05T15:00:00Z',
				zone: 'Asia/Tokyo',
			},
		];
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-05T14:00Z')).toMatchObject({
			...{ since: '2026-01-05T14:00:00+01:00', source: { rule: 'leave' } },
		});
	});

	it.each([
		['the one agent, by its own row', 'anna', 'anna', 'Asia/Tokyo'],
		['the one agent, by its shifts', 'ben', 'ben', 'Asia/Kolkata'],
		['agents in several zones', 'anna, cleo', 'cleo', 'Europe/Warsaw'],
		['everyone', '*', 'cleo', 'Europe/Warsaw'],
	])('takes a moment in a row without a zone by the clock of %s', (_, agent, id, zone) => {
		const rows = [
			{ agent: 'anna', kind: 'agent', zone: 'Asia/Tokyo' },
			{ ...shift, agent: 'anna', zone: 'Europe/Paris' },
			{ ...shift, agent: 'ben', zone: 'Asia/Kolkata' },
			{ ...shift, agent: 'cleo' },
			{ agent, kind: 'manual', state: 'busy', from: '2026-01-05T22:00:00Z', until: '2026-01-05T23:00:00Z' },
		];
		const { since, until } = stateOf(evaluationOf(rows), id, '2026-01-05T22:30Z');
		const clock = createZoneClock(zone);
		expect([since, until]).toEqual(['T22:00Z', 'T23:00Z'].map((at) => isoOf(clock, Date.parse(`2026-01-05${at}`))));
	});

	it('takes a midnight for a date by the clock of its agents, where they have one', () => {
		const agents = [
			{ agent: 'anna', kind: 'agent', zone: 'Asia/Tokyo' },
			{ agent: 'ben', kind: 'agent' },
		];
		// Midnight in Tokyo.
		const row = { from: '2026-01-04T15:00:00Z', start: '9:00', end: '17:00' };
		expect(problemsOf([...agents, { agent: 'anna', ...row }])).toEqual([]);
		for (const agent of ['ben', 'anna; ben', '*']) {
			expect(problemsOf([...agents, { agent, ...row }])).toContain(
				'row 3, from: has a time, and so has start: write the time in one place',
			);
		}
	});

	it('keeps the zone of a row for its times', () => {
		expect(evaluationOf([{ ...shift, zone: 'asia/tokyo' }]).schedule.rules[0]?.zone).toBe('Asia/Tokyo');
		expect(evaluationOf([shift]).schedule.rules[0]).not.toHaveProperty('zone');
	});

	it('finds what is of all and of one, each once, for agents of any name', () => {
		const evaluation = evaluationOf([{ agent: 'a', kind: 'agent' }, { ...shift, agent: '*' }, shift]);
		expect(
			[evaluation.rules('a'), evaluation.rules('anna'), evaluation.rules('ben')].map((rules) => rules.length),
		).toEqual([1, 2, 1]);
		expect(evaluation.agent('ben')).toBeUndefined();
	});

	it('keeps the step of a row that has no rotation', () => {
		expect(evaluationOf([{ ...shift, step: 'B' }]).schedule.rules[0]?.step).toBe(1);
	});

	it('hands a sheet of a whole pattern to every agent', () => {
		const rows = [
			{ agent: 'anna; ben', kind: 'agent' },
			{ agent: 'Everyone', days: 'daily', start: '0:00', end: '24:00', state: 'On Break' },
		];
		expect(stateOf(evaluationOf(rows), 'ben', '2026-01-05T10:00Z').desiredState).toBe('break');
	});
});

describe('a bad row', () => {
	it.each<[Row, string]>([
		[{ ...shift, agent: '' }, 'agent: is empty: write the agent, or * for all'],
		[{ ...shift, agent: ' , ' }, 'agent: is empty: write the agent, or * for all'],
		[
			{ ...shift, kind: 'shfit' },
			'kind: "shfit" is not a kind of row: there are agent, break, swap, default, shift, holiday, temporary, leave, extra, manual, needed. A word of your own needs an entry under \'Words Stand For\'',
		],
		[{ ...shift, kind: 'toString' }, 'kind: "toString" is not a kind of row'],
		[{ ...shift, zone: 'UTC+1' }, 'zone: "UTC+1" is a fixed offset, not a time zone'],
		[{ ...shift, zone: 'Europe/Warsow' }, 'zone: "Europe/Warsow" is not a time zone. Closest names: Europe/Warsaw'],
		[{ ...shift, state: 'away' }, 'state: "away" is not a state: there are available, busy, break, offline'],
		[{ ...shift, end: '9:00' }, 'end: ends when it starts: for 24 hours from 09:00 write 24h as the end'],
		[{ ...shift, end: '25h' }, 'end: is more than 24 hours after the start: write two rows'],
		[{ ...shift, end: '0 min' }, 'end: lasts no time at all'],
		[{ ...shift, start: '' }, 'start: is empty: write when it starts, such as 09:00'],
		[{ ...shift, start: '', end: '' }, 'start: is empty: write when it starts, such as 09:00'],
		[{ ...shift, start: '24:00' }, 'start: 24:00 is the end of a day: write 00:00 for its start'],
		[{ ...shift, start: 'nine' }, 'start: "nine" is not a time'],
		[{ ...shift, start: '9', end: '5' }, 'end: can be read in two ways'],
		[{ ...shift, days: '' }, 'days: is empty: write days such as Mon-Fri, or daily'],
		[{ ...shift, days: 'Mo-Fx' }, 'days: "fx" is not a day'],
		[{ ...shift, from: '01/05/2026' }, 'from: "01/05/2026" can be 1 May 2026 or 5 January 2026'],
		[{ ...shift, from: '2026-01-05', until: '2026-01-04' }, 'until: must be after from'],
		[{ ...shift, from: '2026-01-05 10:00' }, 'from: has a time, and so has start: write the time in one place'],
		[{ ...shift, rotation: 'A/B from 2026-01-05' }, 'rotation: "A/B from 2026-01-05" is not a rotation'],
		[{ ...shift, rotation: 'A of A/B from 2026-01-05 10:00' }, 'rotation: counts from a date, without a time'],
		[
			{ ...shift, rotation: 'A of A/B from 2026-01-05', step: 'C' },
			'step: must be one of the 2 steps of the rotation',
		],
		[{ ...shift, rotation: 'A of A/B from someday' }, 'rotation: "someday" is not a date'],
		[{ ...shift, step: 'first' }, 'step: "first" is not a step: write 1 or A for the first'],
		[{ agent: 'anna', kind: 'agent', step: 'first' }, 'step: "first" is not a step'],
		[{ ...shift, priority: 'high' }, 'priority: "high" is not a whole number'],
		[{ agent: 'anna', kind: 'holiday' }, 'from: is empty: write a date, such as 2026-01-05'],
		[
			{ agent: 'anna', kind: 'leave', from: '2026-01-05 10:00' },
			'until: is empty: from has a time, so until needs one',
		],
		[
			{ agent: 'anna', kind: 'leave', from: '2026-01-05 10:00', until: '2026-01-05 10:00' },
			'until: must be after from',
		],
		[
			{ agent: 'anna', kind: 'leave', from: '2026-01-05', until: 'open', days: 'Mon' },
			'days: needs dates without times in from and until',
		],
		[
			{
				...{ agent: 'anna', kind: 'leave', from: '2026-01-05', until: 'open' },
				rotation: '4 on 4 off from 2026-01-05',
			},
			'days: needs dates without times in from and until',
		],
		[{ agent: 'anna', from: '2026-01-05 10:00' }, 'until: is empty: from has a time, so until needs one'],
		[{ agent: 'anna', from: '2026-01-05', until: '2026-01-05' }, 'start: is empty'],
		[
			{ ...shift, start: { dateTime: '2026-01-05T09:00:00Z', timeZone: 'UTC' } },
			"start: holds several values (dateTime, timeZone): name the one to read under 'Columns With Other Names', such as start.dateTime",
		],
		[{ agent: 'anna', kind: 'leave', from: '2026-01-05', end: '12:00' }, 'start: is empty'],
		[{ agent: 'anna', kind: 'leave', from: '2026-01-05', until: 'open end' }, 'until: "open end" is not a date'],
		[{ agent: 'anna', kind: 'leave', from: '2026-01-05', until: 'wide open' }, 'until: "wide open" is not a date'],
		[{ agent: 'anna', kind: 'extra' }, 'from: is empty'],
		[{ agent: 'anna', kind: 'extra', from: '2026-01-05' }, 'start: is empty'],
		[
			{ agent: 'anna', kind: 'extra', from: '2026-01-05', until: '2026-01-05 14:00' },
			'from: needs a time, such as 2026-01-05 09:00',
		],
		[
			{ agent: 'anna', kind: 'extra', from: '2026-01-05 10:00', until: 'open' },
			'until: needs a time, such as 2026-01-05 14:00',
		],
		[
			{ agent: 'anna', kind: 'extra', from: '2026-01-05 10:00', until: '2026-01-06' },
			'until: needs a time, such as 2026-01-06 14:00',
		],
		[
			{ agent: 'anna', kind: 'temporary', from: '2026-01-05', state: 'busy' },
			'until: is empty: write the last day of it',
		],
		[
			{ agent: 'anna', kind: 'temporary', from: '2026-01-05', until: 'open', state: 'busy' },
			'until: must be a date',
		],
		[
			{ agent: 'anna', kind: 'temporary', from: '2026-01-05', until: '2026-01-06' },
			'state: is empty: there are available',
		],
		[{ agent: 'anna', kind: 'manual' }, 'state: is empty: there are available'],
		[
			{ agent: 'anna', kind: 'default', state: 'busy', start: '9:00', end: '10:00' },
			'start: a row of kind default has no times',
		],
		[{ agent: '*', kind: 'agent' }, 'agent: must be one agent or several, by id'],
		[{ agent: 'anna', kind: 'break' }, 'start: is empty: write 12:00, or "4h after start"'],
		[{ agent: 'anna', kind: 'break', start: '12:00' }, 'end: is empty: write how long it is, such as 30 min'],
		[{ agent: 'anna', kind: 'break', start: 'lunch', end: '30 min' }, 'start: "lunch" is not a time'],
		[
			{ agent: 'anna', kind: 'break', start: 'x after start', end: '30 min' },
			'start: "x after start" is not a time in a shift',
		],
		...['1h after start of it', 'about +1h'].map((start): [Row, string] => [
			{ agent: 'anna', kind: 'break', start, end: '30 min' },
			`start: "${start}" is not a time`,
		]),
		...['+x4:30', '+4:300'].map((start): [Row, string] => [
			{ agent: 'anna', kind: 'break', start, end: '30 min' },
			`start: "${start}" is not a time in a shift`,
		]),
		[{ agent: 'anna', kind: 'break', start: '12:00', end: 'later' }, 'end: "later" is not a time'],
		[{ agent: 'anna', kind: 'break', start: '12:00', end: '0 min' }, 'end: lasts no time at all'],
		[
			{ agent: 'anna', kind: 'break', start: '12:00', end: '12:00' },
			'end: ends when it starts: write how long it is, such as 30 min',
		],
		[
			{ agent: 'anna', kind: 'break', start: '12:00', end: '30 min', stagger: 'some' },
			'stagger: "some" is not a stagger: write 15 min, or 15 min x 4',
		],
		[
			{ agent: 'anna', kind: 'break', start: '12:00', end: '30 min', stagger: '5 min x 0' },
			'stagger: "5 min x 0" is not a stagger',
		],
		[
			{ agent: 'anna', kind: 'break', start: '12:00', end: '30 min', stagger: '5 min x 2 turns' },
			'stagger: "5 min x 2 turns" is not a stagger',
		],
		[
			{
				agent: 'anna',
				kind: 'break',
				start: '12:00',
				end: '30 min',
				from: '2026-01-05 10:00',
				until: '2026-01-06',
			},
			'from: is a date of shifts, without a time',
		],
		[{ agent: 'anna', kind: 'swap', from: '2026-01-05' }, 'with: is empty: write the agent to swap shifts with'],
		[{ agent: 'anna', kind: 'swap', with: 'anna', from: '2026-01-05' }, 'with: is the same agent'],
		[
			{ agent: 'anna; ben', kind: 'swap', with: 'cleo', from: '2026-01-05' },
			'agent: must be one agent: a swap is between two',
		],
		[{ agent: '*', kind: 'swap', with: 'cleo', from: '2026-01-05' }, 'agent: must be one agent'],
		[{ agent: 'anna', kind: 'swap', with: 'cleo' }, 'from: is empty'],
		[
			{ agent: 'anna', kind: 'swap', with: 'cleo', from: '2026-01-05 10:00', until: '2026-01-06' },
			'from: is a date of shifts, without a time',
		],
	])('%j: %s', (row, expected) => {
		const found = problemsOf([row]);
		expect(found[0]).toContain(`row 1, ${expected}`);
		const { schedule } = rosterOf([row], { zone: 'Europe/Warsaw', dst: 'keepEnd' });
		expect([schedule.rules, schedule.breaks, schedule.swaps]).toStrictEqual([[], [], []]);
	});

	it('is told of once', () => {
		expect(problemsOf([{ agent: 'anna', kind: 'extra', from: '2026-01-05' }])).toHaveLength(1);
		const backwards = { agent: 'anna', kind: 'extra', from: '2026-01-05 10:00', until: '2026-01-05 09:00' };
		expect(problemsOf([backwards])).toEqual(['row 1, until: must be after from']);
	});

	it.each<[string, Row]>([
		['shift', shift],
		['leave', { agent: 'anna', kind: 'leave', from: '2026-01-05' }],
		['extra', { agent: 'anna', kind: 'extra', from: '2026-01-05', start: '9:00', end: '10:00' }],
		['break', { agent: 'anna', kind: 'break', start: '12:00', end: '30 min' }],
		['swap', { agent: 'anna', kind: 'swap', with: 'ben', from: '2026-01-05' }],
		['agent, of several', { agent: 'anna, ben', kind: 'agent' }],
	])('is told of once where it is a step, in a row of kind %s', (_, row) => {
		expect(problemsOf([{ ...row, step: 'first' }])).toEqual([
			'row 1, step: "first" is not a step: write 1 or A for the first',
		]);
	});

	it('an agent has one row of kind agent', () => {
		const row = { agent: 'anna', kind: 'agent' };
		expect(problemsOf([row, row])).toEqual(['row 2, agent: "anna" has a row of kind agent already']);
		const both = { agent: 'anna; ben', kind: 'agent' };
		expect(problemsOf([both, both])).toEqual([
			'row 2, agent: "anna" has a row of kind agent already',
			'row 2, agent: "ben" has a row of kind agent already',
		]);
	});
});

describe('a row of kind', () => {
	const day = { from: '2026-01-05' };
	const days = { ...day, until: '2026-01-06' };
	const times = { start: '9:00', end: '10:00' };

	it.each<[string, Row, string[]]>([
		['default', { state: 'busy' }, ['default busy interval']],
		['shift', { days: 'Mon', ...times }, ['shift available clock work']],
		['shift', { days: 'Mon', ...times, state: 'busy' }, ['shift busy clock work']],
		['holiday', day, ['holiday offline days']],
		['holiday', { ...day, ...times }, ['holiday offline clock']],
		['temporary', { ...days, state: 'busy' }, ['temporary busy days']],
		['temporary', { ...days, ...times }, ['temporary offline days cleared', 'temporary available clock work']],
		['leave', day, ['override offline days']],
		['leave', { ...day, ...times }, ['override offline clock']],
		['extra', { ...day, ...times }, ['override available clock work']],
		['manual', { state: 'busy' }, ['manual busy interval']],
		['manual', { state: 'busy', days: 'Mon', ...times }, ['manual busy clock']],
		['manual', { state: 'busy', ...times }, ['manual busy clock']],
	])('%s says what it does, in its layer: %j', (kind, more, expected) => {
		const { rules } = evaluationOf([{ agent: 'anna', kind, ...more }]).schedule;
		expect(
			rules.map(({ layer, state, time, isWork, isCleared }) =>
				[layer, state, time.kind, ...(isWork ? ['work'] : []), ...(isCleared ? ['cleared'] : [])].join(' '),
			),
		).toEqual(expected);
		for (const rule of rules) {
			expect(rule).not.toHaveProperty('zone');
			expect(rule).not.toHaveProperty('step');
		}
	});

	it('leave may be on some days alone, or from a time to the end of a day', () => {
		const timeOf = (more: Row) => evaluationOf([{ agent: 'anna', kind: 'leave', ...more }]).schedule.rules[0]?.time;
		const monday = Date.parse('2026-01-05') / 86_400_000;
		expect(timeOf({ from: '2026-01-05', until: '2026-01-09', days: 'Mon, Wed' })).toEqual({
			...{ kind: 'days', days: { from: monday, until: monday + 4, weekdays: [1, 3] }, count: 1 },
		});
		expect(timeOf({ from: '2026-01-05 12:00', until: '2026-01-06' })).toEqual({
			...{ kind: 'interval', from: monday * 1440 + 720, until: (monday + 2) * 1440 },
		});
	});

	it('may have a priority of several digits', () => {
		expect(evaluationOf([{ ...shift, priority: -12 }]).schedule.rules[0]?.priority).toBe(-12);
		expect(problemsOf([{ ...shift, priority: 1234567 }])).toEqual([
			'row 1, priority: "1234567" is not a whole number',
		]);
	});

	it('temporary has its zone for all that it says', () => {
		const row = { agent: 'anna', kind: 'temporary', ...days, ...times, zone: 'Asia/Tokyo' };
		expect(evaluationOf([row]).schedule.rules.map(({ zone }) => zone)).toEqual(['Asia/Tokyo', 'Asia/Tokyo']);
	});
});

describe('an extra shift', () => {
	it('may be given by two moments, up to a day apart', () => {
		const work = (until: string): string[] => {
			const evaluation = evaluationOf([{ agent: 'anna', kind: 'extra', from: '2026-01-05 22:00', until }]);
			return workOf(evaluation, 'anna', '2026-01-01T00:00+01:00', '2026-01-20T00:00+01:00');
		};
		expect(work('2026-01-06 02:00')).toEqual(['available 2026-01-05T22:00:00+01:00 2026-01-06T02:00:00+01:00']);
		expect(work('2026-01-06 22:00')).toEqual(['available 2026-01-05T22:00:00+01:00 2026-01-06T22:00:00+01:00']);
	});
});

describe('what a slip could do to people', () => {
	const shift = { agent: 'anna', days: 'Mon-Fri', start: '09:00', end: '17:00' };
	const at = (rows: Row[], now: string, id = 'anna') => stateOf(evaluationOf(rows), id, now).desiredState;

	it('a shift with a date alone is on that day, one with days holds from then on', () => {
		const dated = { agent: 'anna', from: '2026-01-05', start: '09:00', end: '17:00' };

		expect(at([dated], '2026-01-05T12:00+01:00')).toBe('available');
		expect(at([dated], '2026-01-06T12:00+01:00')).toBe('offline');
		expect(at([{ ...dated, until: 'open' }], '2026-01-06T12:00+01:00')).toBe('available');
		expect(at([{ ...dated, days: 'daily' }], '2026-01-06T12:00+01:00')).toBe('available');
		expect(at([{ ...dated, rotation: '4 on 4 off from 2026-01-05' }], '2026-01-06T12:00+01:00')).toBe('available');
	});

	it('one shift in another zone moves no other shift', () => {
		const rows = [shift, { ...shift, days: '', from: '2026-02-01', zone: 'America/New_York' }];

		expect(at(rows, '2026-01-05T10:00+01:00')).toBe('available');
	});

	it.each(['00:00:00', '0:00:00', '00:00:00.000', '00:00:00,0'])(
		'dates written as midnights with seconds, %s, are dates: the last one is in',
		(time) => {
			const rows = [
				shift,
				{ agent: 'anna', kind: 'leave', from: `2026-01-05 ${time}`, until: `2026-01-07 ${time}` },
			];

			expect(at(rows, '2026-01-07T12:00+01:00')).toBe('offline');
			expect(at(rows, '2026-01-08T12:00+01:00')).toBe('available');
		},
	);

	it.each(['00:00', '00:00:01', '00:00:00.5', '10:00:00'])('a date with the time %s has that time', (time) => {
		const rows = [shift, { agent: 'anna', kind: 'leave', from: `2026-01-05 ${time}`, until: `2026-01-07 ${time}` }];

		expect(at(rows, '2026-01-06T12:00+01:00')).toBe('offline');
		expect(at(rows, '2026-01-07T12:00+01:00')).toBe('available');
	});

	it.each([
		['by the clock of the zone', '2026-01-05T00:00:00.000+01:00', '2026-01-07T00:00:00.000+01:00'],
		['in UTC', '2026-01-05T00:00:00.000Z', '2026-01-07T00:00:00.000Z'],
		['after a date', '2026-01-05', '2026-01-07T00:00:00+01:00'],
	])('a midnight with an offset, %s, is a moment: the day after it is not in', (_, from, until) => {
		const rows = [shift, { agent: 'anna', kind: 'leave', from, until }];

		expect(at(rows, '2026-01-06T12:00+01:00')).toBe('offline');
		expect(at(rows, '2026-01-07T12:00+01:00')).toBe('available');
	});

	it('midnight beside another time is a time', () => {
		const rows = [
			{ ...shift, days: 'daily' },
			{ agent: 'anna', kind: 'leave', from: '2026-01-05T08:00:00+01:00', until: '2026-01-06T00:00:00+01:00' },
		];

		expect(at(rows, '2026-01-05T12:00+01:00')).toBe('offline');
		expect(at(rows, '2026-01-06T12:00+01:00')).toBe('available');
	});

	it('takes a list of agents that an expression gives', () => {
		expect(at([{ ...shift, agent: ['anna', 'ben'] }], '2026-01-05T12:00+01:00', 'ben')).toBe('available');
	});

	it.each<[string, Row[], string]>([
		[
			'a row of another table',
			[shift, { error: 'The service is unavailable', code: 503 }],
			"row 2, agent: is missing, and so are all columns of a roster: there are error, code. Name yours under 'Columns With Other Names'",
		],
		[
			'a swap with someone unknown',
			[shift, { agent: 'anna', kind: 'swap', with: 'Bob', from: '2026-01-05' }],
			'row 2, with: "Bob" is in no other row: an agent who swaps needs shifts',
		],
		[
			'a swap of someone unknown',
			[shift, { agent: 'Bob', kind: 'swap', with: 'anna', from: '2026-01-05' }],
			'row 2, agent: "Bob" is in no other row: an agent who swaps needs shifts',
		],
		[
			'an agent at two services',
			[
				{ ...shift, service: 'voipNow' },
				{ ...shift, service: 'conpeek' },
			],
			'row 2, service: is voipNow for "anna" in another row: read the rows of each service in a step of its own',
		],
		[
			'a star among agents',
			[{ ...shift, agent: 'anna, *' }],
			'row 1, agent: names single agents and all agents (*): write one or the other',
		],
		[
			'a break to half past midnight',
			[shift, { agent: 'anna', kind: 'break', start: '12:00', end: '0:30' }],
			'row 2, end: is more than 12 hours after the start: write how long it is, such as 30 min',
		],
		['a priority of a dash', [{ ...shift, priority: '-' }], 'row 1, priority: "-" is not a whole number'],
		[
			'a word that objects have',
			[{ ...shift, days: 'constructor' }],
			'row 1, days: "constructor" is not a day: write days as Mon-Fri or Mon, Wed, Fri',
		],
	])('refuses %s', (_, rows, expected) => {
		expect(problemsOf(rows)).toEqual([expected]);
	});

	it.each([
		['1 on  1 off  '.repeat(30), 'x from 2026-01-05'],
		['A of ', `${Array.from({ length: 40 }, (_, at) => `w${at}`).join('/')} week from 2026-01-05`],
	])('is not kept busy by a rotation such as %j…', (first, last) => {
		expect(problemsOf([{ ...shift, rotation: first + last }])).toHaveLength(1);
	});

	it('skips rows without anything, notes among them', () => {
		expect(
			problemsOf([
				shift,
				{ agent: '', days: null, Notes: 'printed on Monday', id: 7 },
				{ id: 8, createdAt: 'x', updatedAt: 'y', row_number: 4 },
			]),
		).toEqual([]);
	});
});

describe('what is said about agents', () => {
	const shift = { days: 'Mon-Fri', start: '09:00', end: '17:00' };
	const read = (rows: Row[]) => rosterOf(rows, { zone: 'Europe/Warsaw', dst: 'keepEnd' });

	it('leaves a swap out whose partner has no shifts', () => {
		const swap = { agent: 'anna', kind: 'swap', with: 'bob', from: '2026-01-05' };

		expect(read([{ agent: 'anna', ...shift }, swap]).schedule.swaps).toEqual([]);
		expect(
			read([{ agent: 'anna', ...shift }, { agent: 'bob', ...shift }, swap]).schedule.swaps.map(
				({ pair }) => pair,
			),
		).toEqual([['anna', 'bob']]);
	});

	it('tells where each is named first, whatever kind of row that is', () => {
		const { mentions } = read([
			{},
			{ agent: 'ben, carla', kind: 'break', start: '12:00', end: '30m' },
			{ agent: 'anna', ...shift },
			{ agent: 'anna, ben', kind: 'agent' },
			{ agent: 'anna', kind: 'swap', with: 'dora', from: '2026-01-05' },
			{ agent: '*', ...shift },
		]);

		expect([...mentions].sort()).toEqual([
			['anna', 2],
			['ben', 1],
			['carla', 1],
			['dora', 4],
		]);
	});

	it.each<[string, Row[], unknown]>([
		['nobody, where all can be read', [{ agent: 'anna', ...shift }], new Set()],
		[
			'those of a row that cannot',
			[
				{ agent: 'anna; ben', ...shift, start: 'x' },
				{ agent: 'carla', ...shift },
			],
			new Set(['anna', 'ben']),
		],
		['both of a swap', [{ agent: 'anna', kind: 'swap', with: 'ben', from: 'x' }], new Set(['anna', 'ben'])],
		['nobody, where none is named', [{ ...shift }], new Set()],
		[
			'whoever is named above a row that names nobody, as merged cells do',
			[{ agent: 'anna', ...shift }, { agent: 'ben; carla', ...shift }, { ...shift }, { ...shift }],
			new Set(['ben', 'carla']),
		],
		[
			'nobody above a row that cannot be read itself',
			[
				{ agent: 'anna', ...shift },
				{ agent: 'ben', ...shift, start: 'x' },
			],
			new Set(['ben']),
		],
		[
			'both of a swap with someone who has no shifts',
			[
				{ agent: 'anna', ...shift },
				{ agent: 'anna', kind: 'swap', with: 'bob', from: '2026-01-05' },
			],
			new Set(['anna', 'bob']),
		],
		[
			'everyone, where a row is of another table',
			[
				{ agent: 'anna', ...shift },
				{ Ticket: 7, Owner: 'x' },
			],
			'all',
		],
		[
			'everyone',
			[
				{ agent: '*', ...shift, end: 'x' },
				{ agent: 'anna', ...shift, end: 'x' },
			],
			'all',
		],
	])('doubts %s', (_, rows, doubted) => {
		expect(read(rows).doubted).toEqual(doubted);
	});
});
