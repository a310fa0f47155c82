import { columnFinder, isEmptyRow } from '../../../../../nodes/ScheduleAdherence/model/rows/columnFinder';
import { namesOfPerson, namedAgentOf, personKey } from '../../../../../nodes/ScheduleAdherence/model/rows/person';
import { readActualRows } from '../../../../../nodes/ScheduleAdherence/model/rows/actualRows';
import { readExcusedRows } from '../../../../../nodes/ScheduleAdherence/model/rows/excusedRows';
import { readScheduledRows } from '../../../../../nodes/ScheduleAdherence/model/rows/scheduledRows';
import { readRecords } from '../../../../../nodes/ScheduleAdherence/model/rows/records';
import { namesList } from '../../../../../nodes/ScheduleAdherence/model/record/notes';
import { at, utc } from '../make';

const iso = (time: string): string => new Date(at(time)).toISOString();
const now = at('18:00');
const actualOptions = { clock: utc, now, columns: {} };
const scheduleOptions = { clock: utc, teamColumn: '' };
const readOptions = { ...actualOptions, teamColumn: '' };

describe('columns', () => {
	const find = (row: Record<string, unknown>, given = {}) =>
		columnFinder<'agent' | 'at'>({ agent: ['agent', 'name'], at: ['since', 'at'] }, given)(row);

	it.each([
		[{ Agent: 'anna' }, 'anna'],
		[{ ' AGENT_': 'anna' }, 'anna'],
		[{ name: 'Anna', agent: '' }, 'Anna'],
		[{ name: 'Anna', agent: '  ' }, 'Anna'],
		[{ name: 'Anna', agent: null }, 'Anna'],
		[{ name: 'Anna', agent: 'anna' }, 'anna'],
		[{ agent: 0 }, 0],
		[{ other: 'anna' }, undefined],
	])('%j has the agent %j', (row, agent) => {
		expect(find(row).agent).toBe(agent);
	});

	it('are those that the form names, and no others then', () => {
		expect(find({ Who: 'anna', agent: 'x' }, { agent: 'who' }).agent).toBe('anna');
		expect(find({ agent: 'x' }, { agent: 'who' }).agent).toBeUndefined();
		expect(find({ agent: 'x' }, { agent: '' }).agent).toBe('x');
	});

	it('are looked up anew for a row with other columns', () => {
		const cellsOf = columnFinder<'agent'>({ agent: ['agent', 'name'] });
		expect([{ agent: 'a' }, { name: 'b' }, { agent: 'c' }].map((row) => cellsOf(row).agent)).toEqual([
			'a',
			'b',
			'c',
		]);
	});

	it('are looked up anew where one of two columns is another one', () => {
		const cellsOf = columnFinder<'agent'>({ agent: ['agent', 'name'] });
		const rows = [
			{ x: 1, agent: 'a' },
			{ x: 1, name: 'b' },
			{ x: 1, name: 'c', agent: '' },
		];
		expect(rows.map((row) => cellsOf(row).agent)).toEqual(['a', 'b', 'c']);
	});

	it('an item without columns is not a row', () => {
		expect([isEmptyRow({}), isEmptyRow({ agent: '' })]).toEqual([true, false]);
	});
});

describe('people', () => {
	it.each([
		[
			{ agent: 'Anna', agentId: 'WK1' },
			{ id: 'WK1', name: 'Anna' },
		],
		[
			{ agent: 'Anna', agentId: undefined },
			{ id: 'Anna', name: 'Anna' },
		],
		[
			{ agent: undefined, agentId: 17 },
			{ id: '17', name: '17' },
		],
		[{ agent: '', agentId: '' }, undefined],
	])('%j is %j', (cells, person) => {
		expect(namedAgentOf(cells)).toEqual(person);
	});

	it('have the name inside and outside of brackets', () => {
		expect(namesOfPerson({ id: 'WK1', name: 'Anna Kowalska (Anna@example.com)' })).toEqual([
			...['wk1', 'anna kowalska (anna@example.com)', 'anna kowalska', 'anna@example.com'],
		]);
		expect(namesOfPerson({ id: 'Anna', name: 'anna' })).toEqual(['anna']);
		expect(namesOfPerson({ id: 'Anna(A)', name: 'Anna(A)' })).toEqual(['anna(a)', 'anna', 'a']);
		expect(namesOfPerson({ id: 'Anna (A) Kowalska', name: 'Anna (A) Kowalska' })).toEqual(['anna (a) kowalska']);
		expect(namesOfPerson({ id: 'Anna (night', name: 'Anna (night' })).toEqual(['anna (night']);
		expect(namesOfPerson({ id: 'anna)', name: '(anna)' })).toEqual(['anna)', '(anna)']);
		expect(namesOfPerson({ id: 'Anna ()', name: 'Anna ()' })).toEqual(['anna ()', 'anna']);
		expect(personKey({ id: ' ANNA', name: '' })).toBe('anna');
	});

	it('are listed up to five', () => {
		expect(namesList(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d, e');
		expect(namesList(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g']))).toBe('a, b, c, d, e and 2 more');
	});
});

describe('rows of Scheduled', () => {
	const row = (agentId: string, from: string, until: string, desiredState = 'available', more = {}) => ({
		...{ agentId, desiredState, start: iso(from), end: iso(until), ...more },
	});

	it('are put together by agent, in order of time, without those in which nothing is scheduled', () => {
		const { agents, problems } = readScheduledRows(
			[
				row('Anna', '12:00', '13:00', 'On Break', { reason: 'Lunch', service: 'conpeek' }),
				row('ben', '09:00', '10:00', 'offline'),
				{},
				row('anna', '09:00', '12:00', 'AVAILABLE'),
				row('anna', '14:00', '14:00'),
			],
			scheduleOptions,
		);
		expect(problems).toEqual([]);
		expect(agents).toEqual([
			{
				...{ id: 'Anna', name: 'Anna', team: '', service: 'conpeek', clock: utc, row: 1 },
				stretches: [
					{ start: at('09:00'), end: at('12:00'), state: 'available', reason: '' },
					{ start: at('12:00'), end: at('13:00'), state: 'break', reason: 'Lunch' },
				],
			},
			{ id: 'ben', name: 'ben', team: '', service: '', clock: utc, row: 2, stretches: [] },
		]);
	});

	it('that overlap in the same state and reason are one time', () => {
		const { agents, problems } = readScheduledRows(
			[row('anna', '09:00', '12:00'), row('anna', '10:00', '11:00'), row('anna', '11:30', '13:00')],
			scheduleOptions,
		);
		expect(problems).toEqual([]);
		expect(agents[0]?.stretches).toMatchObject([{ start: at('09:00'), end: at('13:00') }]);
	});

	it('that overlap with another state or reason are a problem', () => {
		const problemsOf = (second: object) =>
			readScheduledRows([row('anna', '09:00', '12:00'), second as never], scheduleOptions).problems.map(
				({ message }) => message,
			);
		expect(problemsOf(row('anna', '11:00', '13:00', 'busy'))).toEqual([
			'Scheduled, row 2 (anna): it overlaps row 1, which wants another state at the same time. Connect one timeline, in which an agent is once',
		]);
		expect(problemsOf(row('anna', '11:00', '13:00', 'available', { reason: 'Chat' }))).toHaveLength(1);
		expect(problemsOf(row('anna', '12:00', '13:00', 'busy'))).toEqual([]);
	});

	it('have the first team that a row names, by the column of the form', () => {
		const rows = [
			row('anna', '09:00', '10:00', 'available', { Team: '' }),
			row('anna', '10:00', '11:00', 'available', { Team: 'North' }),
		];
		expect(readScheduledRows(rows, { ...scheduleOptions, teamColumn: 'team' }).agents[0]?.team).toBe('North');
		expect(readScheduledRows(rows, scheduleOptions).agents[0]?.team).toBe('');
	});

	it('have the zone of the agent', () => {
		const rows = [
			row('anna', '09:00', '10:00', 'available', { zone: 'Europe/Warsaw' }),
			row('ben', '09:00', '10:00', 'available', { zone: 'Europe/Warsaw' }),
			row('carl', '09:00', '10:00'),
		];
		const clocks = readScheduledRows(rows, scheduleOptions).agents.map(({ clock }) => clock);
		expect(clocks.map(({ zone }) => zone)).toEqual(['Europe/Warsaw', 'Europe/Warsaw', 'UTC']);
		expect(clocks[0]).toBe(clocks[1]);
		expect(clocks[2]).toBe(utc);
	});

	it.each([
		[
			{ desiredState: 'available', reason: '' },
			'Scheduled, row 1: no agent is named. The columns "agentId" or "agent" must have one; the columns are: desiredState, reason',
		],
		[
			row('anna', '09:00', '10:00', ''),
			'Scheduled, row 1 (anna): the column "desiredState" is empty. Connect the output Timeline of Shift Schedule here',
		],
		[
			row('anna', '09:00', '10:00', 'lunch'),
			'Scheduled, row 1 (anna): "desiredState": "lunch" is not one of available, busy, break and offline',
		],
		[row('anna', '10:00', '09:00'), 'Scheduled, row 1 (anna): "end" is before "start"'],
		[
			{ agent: 'anna', state: 'busy', start: '2026-11-24', end: iso('10:00') },
			'Scheduled, row 1 (anna): "start" and "end" need a time of day, such as 2026-11-24 09:00',
		],
		[
			{ agent: 'anna', state: 'busy', start: iso('10:00'), end: '2026-11-24' },
			'Scheduled, row 1 (anna): "start" and "end" need a time of day, such as 2026-11-24 09:00',
		],
		[
			{ agent: 'anna', state: 'busy', start: iso('10:00') },
			'Scheduled, row 1 (anna): "end": "" is not a date and time: write it as',
		],
		[
			{ agent: 'anna', state: 'busy', end: iso('10:00') },
			'Scheduled, row 1 (anna): "start": "" is not a date and time: write it as',
		],
		[
			row('anna', '09:00', '10:00', 'busy', { zone: 'Nowhere' }),
			'Scheduled, row 1 (anna): "zone": "Nowhere" is not a time zone',
		],
	])('%j is a problem', (given, message) => {
		const { problems } = readScheduledRows([given], scheduleOptions);
		expect(problems.map((one) => one.message.slice(0, message.length))).toEqual([message]);
	});
});

describe('rows of Actual', () => {
	const read = (...rows: Array<Record<string, unknown>>) => readActualRows(rows, actualOptions);
	const entriesOf = (...rows: Array<Record<string, unknown>>) => read(...rows).agents[0]?.entries;

	it.each([
		[{ from: iso('09:00'), until: iso('10:00') }, at('09:00'), at('10:00')],
		[{ start: iso('09:00'), end: iso('10:00') }, at('09:00'), at('10:00')],
		[{ from: iso('09:00') }, at('09:00'), undefined],
		[{ at: iso('09:00') }, at('09:00'), undefined],
		[{ since: iso('08:00'), at: iso('09:00') }, at('08:00'), undefined],
		[{ timestamp: at('09:00') }, at('09:00'), undefined],
		// Without a beginning, an end says nothing.
		[{ at: iso('09:00'), until: iso('10:00') }, at('09:00'), undefined],
	])('%j is from %s until %s', (times, start, end) => {
		expect(entriesOf({ agent: 'anna', state: 'busy', ...times })).toEqual([
			{ start, end, state: { state: 'busy', native: '', reason: '' } },
		]);
	});

	it.each([
		[{ state: 'On Break' }, { state: 'break', native: '', reason: '' }],
		[{ status: 'Available' }, { state: 'available', native: '', reason: '' }],
		[
			{ state: 'unknown', native: 'Coaching', reason: ' Weekly ' },
			{ state: 'unknown', native: 'Coaching', reason: 'Weekly' },
		],
		[{ native: 'Coaching' }, { state: '', native: 'Coaching', reason: '' }],
		[{ state: null, native: '' }, undefined],
		[{ state: 'Only' }, { state: 'only', native: '', reason: '' }],
	])('%j is the state %j', (cells, state) => {
		expect(entriesOf({ agent: 'anna', at: iso('09:00'), ...cells })?.[0]?.state).toEqual(state);
	});

	it('tell when the last interval ends, also one to come', () => {
		const rows = [
			{ agent: 'anna', state: 'busy', from: iso('09:00'), until: iso('12:00') },
			{ agent: 'ben', state: 'busy', from: iso('09:00'), until: iso('11:00') },
			{ agent: 'carl', state: 'busy', at: iso('13:00') },
		];
		expect(read(...rows).toldUntil).toBe(at('12:00'));
		expect(read(...rows.slice(2)).toldUntil).toBeUndefined();
	});

	it('about the future are left out, and told; those of this very moment are not', () => {
		const { agents, notes } = read(
			{ agent: 'anna', state: 'busy', at: iso('18:00') },
			{ agent: 'ben', state: 'busy', at: iso('18:01') },
			{},
		);
		expect(agents.map(({ entries }) => entries.length)).toEqual([1, 0]);
		expect(notes).toEqual([
			{
				level: 'warning',
				message:
					'Rows of ben are about the future. They were left out; check the time zone of the input Actual.',
			},
		]);
	});

	it.each(['failed', 'skipped'])('about an agent who was %s are told, and no problem', (outcome) => {
		const { agents, notes, problems } = read({ agent: 'anna', outcome });
		expect([agents[0]?.entries, problems]).toEqual([[], []]);
		expect(notes).toEqual([
			{ level: 'warning', message: 'Rows of anna say that the agent could not be read. That time is unknown.' },
		]);
	});

	it.each([{ at: iso('09:00') }, { from: iso('09:00'), until: iso('10:00') }])(
		'about an agent who was not read at a time make that time unknown: %j',
		(times) => {
			const { agents, notes } = read({ agent: 'anna', outcome: 'failed', ...times });
			expect([agents[0]?.entries, notes]).toMatchObject([[{ start: at('09:00'), state: undefined }], []]);
		},
	);

	it.each([
		[
			{ agent: 'anna', outcome: 'changed' },
			"Actual, row 1 (anna): the row has no time. Give the column in 'Columns of Actual'. The columns are: agent, outcome",
		],
		[{ agent: 'anna', from: 'x', until: iso('10:00') }, 'Actual, row 1 (anna): "from": "x" is not a date and time'],
		[
			{ agent: 'anna', from: iso('10:00'), until: 'x' },
			'Actual, row 1 (anna): "until": "x" is not a date and time',
		],
		[{ agent: 'anna', at: '2026-11-24' }, 'Actual, row 1 (anna): "at": "2026-11-24" has no time of day'],
		[{ agent: 'anna', from: iso('10:00'), until: iso('09:59') }, 'Actual, row 1 (anna): "until" is before "from"'],
		[
			{ state: 'busy', wer: 'anna' },
			"Actual, row 1: no agent is named. If the column has a name of its own, give it in 'Columns of Actual'. The columns are: state, wer",
		],
	])('%j is a problem', (given, message) => {
		expect(read(given).problems.map((one) => one.message.slice(0, message.length))).toEqual([message]);
	});

	it('of a data table that a trigger fills are changes, and one without a state says that it is not known', () => {
		const change = (state: string | null, native: string | null, time: string, id: number) => ({
			...{ id, agent: '0003*210', agentId: '0003*210', state, native, at: iso(time) },
			...{ createdAt: iso('17:59'), updatedAt: iso('17:59') },
		});
		const entries = entriesOf(
			change('available', 'Online', '09:20', 1),
			change('break', 'Paused', '12:00', 2),
			change(null, null, '13:00', 3),
		);
		expect(entries).toEqual([
			{ start: at('09:20'), end: undefined, state: { state: 'available', native: 'Online', reason: '' } },
			{ start: at('12:00'), end: undefined, state: { state: 'break', native: 'Paused', reason: '' } },
			{ start: at('13:00'), end: undefined, state: undefined },
		]);
	});

	it('may last no time at all', () => {
		expect(entriesOf({ agent: 'anna', state: 'busy', from: iso('10:00'), until: iso('10:00') })).toHaveLength(1);
	});
});

describe('rows of Excused', () => {
	it('are times, and whole days where no time is written', () => {
		const { excused, problems } = readExcusedRows(
			[
				{ who: 'Anna', from: iso('09:00'), until: iso('10:00'), why: 'train' },
				{ agent: 'ben', start: '2026-11-24', end: '2026-11-25' },
				{},
				{ who: '*', from: '2026-11-24 23:00', until: '2026-11-24' },
			],
			utc,
		);
		expect(problems).toEqual([]);
		expect(excused).toEqual([
			{ who: 'anna', start: at('09:00'), end: at('10:00'), row: 1 },
			{ who: 'ben', start: at('00:00'), end: at('+2 00:00'), row: 2 },
			{ who: '*', start: at('23:00'), end: at('+1 00:00'), row: 4 },
		]);
	});

	it.each([
		[{ from: iso('09:00'), until: iso('10:00') }, 'Excused, row 1: "who" is empty; write * for all agents', ''],
		[{ who: 'anna', until: iso('10:00') }, 'Excused, row 1 (anna): "from": "" is not a date and time', 'anna'],
		[{ who: 'anna', from: iso('10:00') }, 'Excused, row 1 (anna): "until": "" is not a date and time', 'anna'],
		[{ who: '*', from: iso('10:00'), until: iso('10:00') }, 'Excused, row 1: "until" is not after "from"', ''],
	])('%j is a problem', (given, message, agent) => {
		const [problem] = readExcusedRows([given], utc).problems;
		expect(problem?.message.slice(0, message.length)).toBe(message);
		expect(problem).toMatchObject({ side: 'Excused', row: 1, agent });
	});
});

describe('who is who', () => {
	const plan = (agentId: string, agent = agentId) => ({
		agent,
		agentId,
		desiredState: 'busy',
		start: iso('09:00'),
		end: iso('10:00'),
	});
	const told = (agentId: string, agent = agentId) => ({
		agent,
		agentId,
		state: 'busy',
		from: iso('09:00'),
		until: iso('10:00'),
	});
	const match = (scheduled: object[], actual: object[], excused: object[] = []) =>
		readRecords({ scheduled: scheduled as never, actual: actual as never, excused: excused as never }, readOptions);
	const inShort = (read: ReturnType<typeof match>) =>
		read.records.map(({ record, isScheduled, isTold }) => [
			record.id,
			record.name,
			isScheduled,
			isTold,
			record.actual.length,
		]);

	it.each<[what: string, scheduled: object[], actual: object[], expected: unknown[]]>([
		[
			'the same ID, whatever its case',
			[plan('wk1', 'Anna')],
			[told('WK1', 'A. Kowalska')],
			[['wk1', 'Anna', true, true, 1]],
		],
		[
			'the name of the other side as ID',
			[plan('Anna Kowalska')],
			[told('WK1', 'Anna Kowalska')],
			[['Anna Kowalska', 'Anna Kowalska', true, true, 1]],
		],
		[
			'the login in brackets',
			[plan('anna@example.com')],
			[told('WK1', 'Anna (anna@example.com)')],
			[['anna@example.com', 'Anna (anna@example.com)', true, true, 1]],
		],
		['names on both sides', [plan('17', 'Anna')], [told('WK1', 'anna')], [['17', 'Anna', true, true, 1]]],
		[
			'an ID before a name: who only has the name is someone else',
			[plan('WK1', 'Anna')],
			[told('WK2', 'Anna'), told('WK1', 'Anna')],
			[
				['WK1', 'Anna', true, true, 1],
				['WK2', 'Anna', false, true, 1],
			],
		],
		[
			'nobody in common',
			[plan('anna')],
			[told('ben')],
			[
				['anna', 'anna', true, false, 0],
				['ben', 'ben', false, true, 1],
			],
		],
	])('%s', (_, scheduled, actual, expected) => {
		const read = match(scheduled, actual);
		expect(read.problems).toEqual([]);
		expect(inShort(read)).toEqual(expected);
	});

	it('two who may be one are a problem, on either side, and have no record', () => {
		const one = match([plan('Anna'), plan('ben')], [told('WK1', 'Anna'), told('WK2', 'Anna'), told('ben')]);
		expect(one.problems.map(({ message }) => message)).toEqual([
			"Scheduled, row 1 (Anna): several agents of the input Actual have this name: WK1, WK2. Use the agents' IDs in the roster",
		]);
		expect(inShort(one).map(([id]) => id)).toEqual(['ben']);

		const other = match([plan('WK1', 'Anna'), plan('WK2', 'Anna'), plan('ben')], [told('X', 'Anna'), told('ben')]);
		expect(other.problems.map(({ message }) => message)).toEqual([
			"Actual, row 1 (Anna): several agents of the roster have this name: WK1, WK2. Use the agents' IDs in the roster",
		]);
		expect(inShort(other).map(([id]) => id)).toEqual(['ben']);
	});

	it('accents may be left out where only one can be meant, and whoever is called so comes first', () => {
		const one = match([plan('Dawid Wojcik'), plan('ben')], [told('WK1', 'Dawid Wójcik'), told('ben')]);
		expect(one.problems).toEqual([]);
		expect(inShort(one).map(([id, , isScheduled, isActual]) => [id, isScheduled, isActual])).toEqual([
			['Dawid Wojcik', true, true],
			['ben', true, true],
		]);

		const both = match([plan('Wojcik')], [told('WK1', 'Wójcik'), told('WK2', 'Wojcik')]);
		expect(both.problems).toEqual([]);
		expect(inShort(both)).toHaveLength(2);

		const two = match([plan('Wojcik')], [told('WK1', 'Wójcik'), told('WK2', 'Wojčik')]);
		expect(two.problems.map(({ message }) => message)).toEqual([
			"Scheduled, row 1 (Wojcik): several agents of the input Actual have this name: WK1, WK2. Use the agents' IDs in the roster",
		]);

		const other = match([plan('Hưng')], [told('WK1', 'Hùng')]);
		expect(inShort(other)).toHaveLength(2);
	});

	it('a row that cannot be read leaves out its agent, and one without an agent all', () => {
		const wrong = { ...told('WK1', 'Anna'), until: 'x' };
		expect(inShort(match([plan('anna'), plan('ben')], [wrong, told('ben')])).map(([id]) => id)).toEqual(['ben']);
		expect(match([plan('anna')], [{ state: 'busy' }]).records).toEqual([]);
	});

	it('a record has its first row, on the side that has it', () => {
		const { records } = match([{}, plan('anna')], [{}, {}, told('ben')]);
		expect(records.map(({ row }) => row)).toEqual([2, 3]);
	});

	it('a record has what its side says, and nothing of what no side says', () => {
		const warsaw = { ...plan('anna'), service: 'conpeek', Team: 'North', zone: 'Europe/Warsaw' };
		const inputs = { scheduled: [warsaw], actual: [told('ben')], excused: [] };
		const { records } = readRecords(inputs, { ...readOptions, teamColumn: 'team' });
		expect(records.map(({ record }) => record)).toMatchObject([
			{
				id: 'anna',
				team: 'North',
				service: 'conpeek',
				clock: { zone: 'Europe/Warsaw' },
				actual: [],
				excused: [],
			},
			{ id: 'ben', team: '', service: '', clock: { zone: 'UTC' }, scheduled: [], excused: [] },
		]);
		expect(records[0]?.record.scheduled).toEqual([
			{ start: at('09:00'), end: at('10:00'), state: 'busy', reason: '' },
		]);
		expect(readRecords(inputs, readOptions).notes).toEqual([]);
	});

	it('excused times are those of the agent and of all; one of nobody is told', () => {
		const time = { from: iso('09:00'), until: iso('10:00') };
		const { records, notes } = match(
			[plan('anna'), plan('ben')],
			[told('WK1', 'Anna'), told('ben')],
			[
				{ who: 'wk1', ...time },
				{ who: '*', ...time },
				{ who: 'Carl', ...time },
			],
		);
		expect(records.map(({ record }) => record.excused.length)).toEqual([2, 1]);
		expect(notes).toEqual([
			{ level: 'warning', message: 'Excused: no agent is called "carl". These rows have no effect.' },
		]);
	});

	it('rows that contradict each other are told', () => {
		const other = { ...told('anna'), state: 'break', from: iso('09:30') };
		const { records, notes } = match([plan('anna')], [told('anna'), other]);
		expect(records[0]?.record.actual).toMatchObject([{ start: at('09:00'), end: at('09:30'), state: 'busy' }]);
		expect(notes).toEqual([
			{
				level: 'warning',
				message:
					'Rows of Actual contradict each other for anna: two states at the same time. That time is unknown.',
			},
		]);
	});
});
