import fc from 'fast-check';
import { rosterOf, type RosterOptions } from '../../../../../nodes/ShiftSchedule/model/roster/roster';
import { seeded, type Row } from '../make';

const read = (rows: Row[], options: Partial<RosterOptions> = {}) =>
	rosterOf(rows, { zone: 'Europe/Warsaw', dst: 'keepEnd', ...options });
const idsOf = (rows: Row[], options: Partial<RosterOptions> = {}): string[] =>
	read(rows, options).schedule.agents.map(({ id }) => id);

const shift = { days: 'Mon-Fri', start: '09:00', end: '17:00' };
const leave = { kind: 'leave', from: '2026-11-03' };

describe('one agent under several spellings', () => {
	it.each([
		['upper and lower case', 'Anna.Nowak@Example.com', 'anna.nowak@example.com'],
		['a non-breaking blank', 'Anna Kowalska', 'Anna\u00a0Kowalska'],
		['two blanks', 'Anna Kowalska', 'Anna  Kowalska'],
		['a zero-width blank', 'Anna Kowalska', 'Anna Kowalska\u200b'],
		['a mark of the writing direction', 'Anna Kowalska', '\u200eAnna Kowalska'],
		['an accent that is a letter of its own', 'Zoë', 'Zoe\u0308'],
	])('is one agent, by the first of them: %s', (_, one, other) => {
		const { schedule, doubted, mentions } = read([
			{ agent: one, ...shift },
			{ agent: other, ...leave },
		]);

		expect(schedule.agents.map(({ id }) => id)).toEqual([one]);
		expect(schedule.rules.map(({ agents }) => agents)).toEqual([[one], [one]]);
		expect([doubted, [...mentions]]).toEqual([new Set(), [[one, 0]]]);
	});

	it('is one agent in swaps, rows of kind agent and rows that cannot be read, too', () => {
		const swap = { agent: 'ANNA', kind: 'swap', with: 'Ben ', from: '2026-11-03' };
		const { schedule, doubted, problems } = read([
			{ agent: 'anna', ...shift },
			{ agent: 'ben', ...shift },
			{ agent: 'Anna', kind: 'agent', zone: 'Asia/Tokyo' },
			swap,
			{ agent: 'BEN', ...shift, start: 'x' },
		]);

		expect(schedule.agents).toMatchObject([{ id: 'anna', zone: 'Asia/Tokyo', isListed: true }, { id: 'ben' }]);
		expect(schedule.swaps).toMatchObject([{ pair: ['anna', 'ben'] }]);
		expect([problems.length, doubted]).toEqual([1, new Set(['ben'])]);
	});

	it('is one agent by how the column with writes it, where that is first', () => {
		const { schedule } = read([
			{ agent: 'ben', kind: 'swap', with: 'ANNA', from: '2026-11-03' },
			{ agent: 'anna', ...shift },
			{ agent: 'ben', ...shift },
		]);

		expect(schedule.agents.map(({ id }) => id)).toEqual(['ben', 'ANNA']);
		expect(schedule.swaps).toMatchObject([{ pair: ['ben', 'ANNA'] }]);
	});

	it('is told, where people see the difference', () => {
		const rows = ['Anna', 'anna', 'ANNA', 'Ben', 'Ben\u200b'].map((agent) => ({ agent, ...shift }));

		expect(read(rows).notes).toEqual([
			{
				kind: 'similarAgents',
				level: 'info',
				message:
					'One agent is written in several ways. Upper and lower case make no difference, so each is one agent: Anna (also anna, ANNA).',
			},
		]);
	});

	it('is told of five agents, and others are counted', () => {
		const rows = 'a b c d e f'
			.split(' ')
			.flatMap((agent) => [agent, agent.toUpperCase()])
			.map((agent) => ({ agent, ...shift }));

		expect(read(rows).notes[0]?.message).toMatch(
			/^6 agents are written in several ways\. .*: a \(also A\); b \(also B\); c \(also C\); d \(also D\); e \(also E\) and 1 more\.$/,
		);
	});
});

describe('a comma in a cell of agents', () => {
	const alone = (...names: string[]): Row[] => names.map((agent) => ({ agent, ...shift }));
	const cell = (agent: unknown, more: Row = {}): Row => ({ agent, ...shift, ...more });

	it.each<[string, Row[], string[]]>([
		['separates agents with rows of their own', [...alone('Anna', 'Ben'), cell('Anna, Ben')], ['Anna', 'Ben']],
		['separates addresses', [cell('anna@example.com, ben@example.com')], ['anna@example.com', 'ben@example.com']],
		['separates ids with digits', [cell('a1, a2')], ['a1', 'a2']],
		['separates extensions', [cell('0003*101, 0003*102')], ['0003*101', '0003*102']],
		['separates three names, which are not a pair', [cell('Anna, Ben, Carla')], ['Anna', 'Ben', 'Carla']],
		[
			'separates a pair whose names a longer list has',
			[cell('Anna, Ben, Carla'), cell('Carla, Ben')],
			['Anna', 'Ben', 'Carla'],
		],
		['separates logins of which one stands alone', [...alone('anna'), cell('anna, ben')], ['anna', 'ben']],
		['separates, once, what stands there', [...alone('anna', 'ben'), cell('anna,, ben;')], ['anna', 'ben']],
		[
			'separates logins, one of which another list makes known',
			[cell('anna, ben'), cell('ben, carla'), ...alone('anna')],
			['anna', 'ben', 'carla'],
		],
		['separates a login from a name that stands alone', [...alone('Anna'), cell('Anna, ben')], ['Anna', 'ben']],
		[
			'separates four names of which one stands alone',
			[...alone('Anna'), cell('Anna, Ben, Carla, Dora')],
			['Anna', 'Ben', 'Carla', 'Dora'],
		],
		[
			'separates three names, whatever the column name says',
			[cell('Kowalska, Anna, Ben', { name: 'Anna Kowalska' })],
			['Kowalska', 'Anna', 'Ben'],
		],
		['separates what an expression gives as a list', [cell(['Anna', 'Ben'])], ['Anna', 'Ben']],
		['belongs to a name in such a list', [cell(['Kowalska, Anna', 'Ben'])], ['Kowalska, Anna', 'Ben']],
		['stands in no such list for nobody', [cell(['Anna', '', ' ', '\u200b', 'Ben'])], ['Anna', 'Ben']],
		[
			'belongs to a name that a row of kind agent lists',
			[cell('Kowalska,  Anna'), { agent: 'kowalska, anna', kind: 'agent' }],
			['Kowalska, Anna'],
		],
		[
			'belongs to a name that the other agent of a swap has',
			[
				cell('Kowalska, Anna'),
				...alone('Ben'),
				{ agent: 'Ben', kind: 'swap', with: 'Kowalska, Anna', from: '2026-11-03' },
			],
			['Kowalska, Anna', 'Ben'],
		],
		[
			'belongs to a name that the column name turns round',
			[cell('Kowalska, Anna', { name: 'Anna Kowalska' })],
			['Kowalska, Anna'],
		],
		[
			'belongs to names between semicolons',
			[
				cell('Kowalska, Anna; Nowak, Ben'),
				...['Kowalska, Anna', 'Nowak, Ben'].map((agent) => ({ agent, kind: 'agent' })),
			],
			['Kowalska, Anna', 'Nowak, Ben'],
		],
	])('%s', (_, rows, expected) => {
		const { problems } = read(rows);
		expect(problems).toEqual([]);
		expect(idsOf(rows).sort()).toEqual([...expected].sort());
	});

	it.each<[string, Row[], string[]]>([
		['a pair about which nothing is said', [cell('Kowalska, Anna')], ['Kowalska, Anna']],
		['a pair of which one has a digit', [cell('Kowalska, a1')], ['Kowalska, a1']],
		['a name with a word in small letters', [...alone('Anna'), cell('Anna, van Dyk')], ['Anna, van Dyk', 'Anna']],
		['a pair in small letters', [cell('kowalska, anna')], ['kowalska, anna']],
		['a pair with an initial', [cell('Müller, A.')], ['Müller, A.']],
		['a pair of which one stands alone', [...alone('Anna'), cell('Kowalska, Anna')], ['Kowalska, Anna', 'Anna']],
		['a name with a title', [cell('Smith, John, Jr.')], ['Smith, John, Jr.']],
		['two pairs', [cell('Kowalska, Anna, Nowak, Ben')], ['Kowalska, Anna, Nowak, Ben']],
		[
			'a name of which the whole and the parts are agents',
			[...alone('Anna', 'Kowalska'), cell('Kowalska, Anna', { name: 'Anna Kowalska' })],
			['Kowalska, Anna', 'Kowalska', 'Anna'],
		],
	])('is refused in %s, and nobody new comes of it', (_, rows, doubtedIds) => {
		const { schedule, problems, doubted, notes } = read(rows);

		expect(problems).toMatchObject([{ row: rows.length, column: 'agent' }]);
		expect(problems[0]?.problem).toContain("Choose Only One or Several in 'Agents in One Cell'");
		expect(doubted).toEqual(new Set(doubtedIds));
		expect(schedule.agents).toHaveLength(rows.length - 1);
		expect(notes).toMatchObject([{ kind: 'agentUnclear', level: 'warning', row: rows.length }]);
	});

	it.each(['Jr', 'SR.', 'ii', 'III', 'IV', 'Dr', 'MD', 'MBA', 'PhD.'])('is refused before the title %s', (title) => {
		expect(read([cell(`Smith, John, ${title}`)]).problems).toHaveLength(1);
		expect(read([cell(`Smith, John, ${title}x`)]).problems).toEqual([]);
		expect(read([cell(`Smith, John, x${title}`)]).problems).toEqual([]);
	});

	it.each<[Row[], string]>([
		[
			[cell('Kowalska, Anna')],
			'"Kowalska, Anna" can be one agent or 2: "Kowalska" and "Anna" are in no other row.',
		],
		[[...alone('Anna'), cell('Kowalska, Anna')], 'or 2: "Kowalska" is in no other row.'],
		[
			[...alone('Anna', 'Kowalska'), { agent: 'Kowalska, Anna', name: 'Anna Kowalska', ...shift }],
			'or 2: the roster has an agent of the whole name and agents of its parts.',
		],
		[
			[cell('Aa, Bb, Cc, Dd, Ee, Ff')],
			'or 6: "Aa" and "Bb" and "Cc" and "Dd" and "Ee" and 1 more are in no other row.',
		],
	])('is told with what is unclear: %j', (rows, expected) => {
		const { problems, notes } = read(rows);
		expect(problems[0]?.problem).toContain(expected);
		expect(notes[0]?.message).toBe(`Row ${rows.length}: the agent cell ${problems[0]?.problem}.`);
	});

	it('is refused in a row of kind agent where a part stands alone, or there are two pairs', () => {
		const agent = (name: string): Row => ({ agent: name, kind: 'agent' });
		expect(read([agent('Kowalska, Anna'), ...alone('Anna')]).problems).toHaveLength(1);
		expect(read([agent('Kowalska, Anna, Nowak, Ben')]).problems).toHaveLength(1);
	});

	it('is told once for each cell, and never of a list', () => {
		expect(read([cell('Kowalska, Anna'), cell('Kowalska, Anna')]).notes).toHaveLength(1);
		expect(read([cell(['Kowalska, Anna'])]).notes).toEqual([]);
		expect(read([cell(['Anna', '', ' ', '\u200b'])]).schedule.rules).toMatchObject([{ agents: ['Anna'] }]);
	});

	it('is as the form says', () => {
		const rows = [cell('Kowalska, Anna'), cell('Kowalska, Anna')];

		expect(idsOf(rows, { agentsInCell: 'one' })).toEqual(['Kowalska, Anna']);
		expect(idsOf(rows, { agentsInCell: 'several' })).toEqual(['Kowalska', 'Anna']);
		expect(idsOf(rows, { knownAgents: ['Kowalska, Anna'] })).toEqual(['Kowalska, Anna']);
		expect(idsOf(rows, { knownAgents: ['anna', 'kowalska'] })).toEqual(['Kowalska', 'Anna']);
	});

	it('never makes agents of the parts of a name that stand nowhere else', () => {
		const name = fc.stringMatching(/^[A-ZŁŻ][a-zéół]{1,8}( [A-Z][a-z]{1,5})?$/);
		const settings = seeded(200);
		fc.assert(
			fc.property(fc.uniqueArray(fc.tuple(name, name), { minLength: 1, maxLength: 5 }), (people) => {
				const rows = people.map(([surname, given]) => cell(`${surname}, ${given}`));
				const ids = idsOf(rows);
				expect(ids).toEqual([]);
			}),
			settings,
		);
	});
});

describe('a long number', () => {
	it.each([
		[12345678901234567890],
		[-12345678901234567890],
		['1.23457E+15'],
		['1,5e+20'],
		['1e+20'],
		[[12345678901234567890, 'ben']],
	])('that has lost digits is refused: %j', (agent) => {
		const { problems, schedule } = read([{ agent, ...shift }]);

		expect(problems).toMatchObject([{ column: 'agent' }]);
		expect(problems[0]?.problem).toContain('Format the column as text');
		expect(schedule.rules).toEqual([]);
	});

	it('leaves out whom it may mean', () => {
		const { doubted } = read([
			{ agent: '12345678901234567890', ...shift },
			{ agent: '12346000000000000000', ...shift },
			{ agent: '12365678901234567890', ...shift },
			{ agent: '99345678901234567890', ...shift },
			{ agent: 12345678901234567890, ...leave },
		]);
		expect(doubted).toEqual(new Set(['12345678901234567000', '12345678901234567890', '12346000000000000000']));
	});

	it.each([[42], ['42.0'], ['0003*101'], [4815162342108], [9007199254740991], ['12e+20'], ['x1e+20'], ['1e+20x']])(
		'is kept where it has all its digits: %j',
		(agent) => {
			expect(idsOf([{ agent, ...shift }])).toEqual([String(agent)]);
			expect(read([{ agent, ...shift }]).problems).toEqual([]);
		},
	);
});
