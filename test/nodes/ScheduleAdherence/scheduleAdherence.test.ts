import type { IDataObject } from 'n8n-workflow';
import { each, rowsOf } from '../../support/pack/stage';
import { planned, useAdherence, was } from '../../support/pack/useAdherence';

const nbsp = (text: string): string => text.replaceAll(' ', '\u00a0');

const adherence = useAdherence();
const told = (outcome: { hints: Array<{ message: string }> }): string[] => outcome.hints.map(({ message }) => message);

/** Anna: 20 minutes late, and 10 minutes too long at lunch. Ben: as planned. */
const scheduled = [
	planned('anna', '09:00-12:00 available', { agent: 'Anna Kowalska' }),
	planned('anna', '12:00-12:30 break Lunch', { agent: 'Anna Kowalska' }),
	planned('anna', '12:30-17:00 available', { agent: 'Anna Kowalska' }),
	planned('ben', '08:00-16:00 available'),
];
const actual = [
	was('anna', '00:00-09:20 offline'),
	was('anna', '09:20-12:00 available'),
	was('anna', '12:00-12:40 break'),
	was('anna', '12:40-17:00 available'),
	was('anna', '17:00-+1 00:00 offline'),
	was('ben', '00:00-08:00 offline'),
	was('ben', '08:00-16:00 available'),
	was('ben', '16:00-+1 00:00 offline'),
];
const sides = { scheduled, actual };

describe('Get Adherence', () => {
	it('puts out a row for each agent and day, and says them in a line', async () => {
		const outcome = await adherence(sides);

		expect(outcome.error).toBeUndefined();
		expect(rowsOf(outcome.out)).toEqual([
			{
				...{
					agent: 'Anna Kowalska',
					day: nbsp('Tue 24 Nov'),
					adherencePercent: 93.75,
					conformancePercent: 93.33,
				},
				...{ scheduledMinutes: 480, workedMinutes: 420, inAdherenceMinutes: 450 },
				...{ exceptions: 2, exceptionMinutes: 30, toleratedMinutes: 0, outsideMinutes: 0, unknownMinutes: 0 },
				...{ agentId: 'anna', date: '2026-11-24', zone: 'Europe/Warsaw' },
			},
			{
				...{ agent: 'ben', day: nbsp('Tue 24 Nov'), adherencePercent: 100, conformancePercent: 100 },
				...{ scheduledMinutes: 480, workedMinutes: 480, inAdherenceMinutes: 480 },
				...{ exceptions: 0, exceptionMinutes: 0, toleratedMinutes: 0, outsideMinutes: 0, unknownMinutes: 0 },
				...{ agentId: 'ben', date: '2026-11-24', zone: 'Europe/Warsaw' },
			},
		]);
		expect(told(outcome)[0]).toBe(
			'Tue 24 Nov: 2 agents, adherence 96.9 %, conformance 96.8 %, 2 exceptions (30 min).',
		);
	});

	it('links each row to the first row of the agent, on the input that has it', async () => {
		const { out } = await adherence({ scheduled, actual: [...actual, was('carl', '09:00-10:00 available')] });

		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0, input: 0 },
			{ item: 3, input: 0 },
			{ item: 8, input: 1 },
		]);
	});

	it('puts the time of an agent, or of a team, together', async () => {
		const teams = scheduled.map((row) => ({ ...row, Team: row.agentId === 'ben' ? 'North' : 'South' }));
		const byTeam = await adherence({ scheduled: teams, actual }, { level: 'team', teamColumn: 'team' });
		expect(rowsOf(byTeam.out)).toMatchObject([
			{ team: 'South', agents: 1, adherencePercent: 93.75 },
			{ team: 'North', agents: 1, adherencePercent: 100 },
		]);

		const asOne = await adherence(sides, { level: 'team' });
		expect(rowsOf(asOne.out)).toMatchObject([
			{ team: 'all', agents: 2, adherencePercent: 96.88, scheduledMinutes: 960 },
		]);
		expect(rowsOf(asOne.out)[0]).not.toHaveProperty('day');
	});

	it.each([
		['genesys', 93.75],
		['share', 93.75],
		['neutral', 93.75],
	])('knows the formula %s', async (formula, percent) => {
		const { out } = await adherence(sides, { formula });
		expect(rowsOf(out)[0]).toMatchObject({ adherencePercent: percent });
	});

	it('forgives what is within the tolerance in the Genesys style alone, and says how much that is', async () => {
		const genesys = await adherence(sides, { tolerance: 10 });
		expect(rowsOf(genesys.out)[0]).toMatchObject({ adherencePercent: 95.83, exceptions: 1, toleratedMinutes: 10 });

		const share = await adherence(sides, { tolerance: 10, formula: 'share' });
		expect(rowsOf(share.out)[0]).toMatchObject({ adherencePercent: 93.75, exceptions: 1, toleratedMinutes: 10 });
	});
});

describe('Get Exceptions', () => {
	it('tells each with its kind, its times, and what was scheduled and done', async () => {
		const outcome = await adherence(sides, {
			operation: 'getExceptions',
			tolerance: 10,
			tolerances: { longBreak: 5 },
		});

		expect(rowsOf(outcome.out)).toMatchObject([
			{
				...{
					agent: 'Anna Kowalska',
					kind: 'lateStart',
					minutes: 20,
					scheduled: 'available',
					actual: 'offline',
				},
				...{ from: nbsp('Tue 24 Nov 09:00'), until: nbsp('Tue 24 Nov 09:20'), toleranceMinutes: 10 },
				...{ shiftFrom: nbsp('Tue 24 Nov 09:00'), shiftUntil: nbsp('Tue 24 Nov 17:00') },
				...{ start: '2026-11-24T09:00:00+01:00', end: '2026-11-24T09:20:00+01:00', agentId: 'anna' },
			},
			{ kind: 'longBreak', minutes: 10, actual: 'break', toleranceMinutes: 5 },
		]);
		expect(told(outcome)[0]).toBe('Tue 24 Nov: 2 exceptions of 1 agent: 1 late start, 1 long break.');
	});

	it('tells only the kinds that are asked for', async () => {
		const { out } = await adherence(sides, { operation: 'getExceptions', kinds: ['longBreak'] });
		expect(each(out, 'kind')).toEqual(['longBreak']);
	});

	it('leaves out what is excused, for one agent, for all, and for a whole day', async () => {
		const kinds = async (excused: IDataObject[]) =>
			each((await adherence({ ...sides, excused }, { operation: 'getExceptions' })).out, 'kind');

		expect(await kinds([{}])).toEqual(['lateStart', 'longBreak']);
		const late = { from: '2026-11-24 09:00', until: '2026-11-24 09:20', why: 'train' };
		expect(await kinds([{ who: 'Anna Kowalska', ...late }])).toEqual(['longBreak']);
		expect(await kinds([{ who: 'ben', ...late }])).toEqual(['lateStart', 'longBreak']);
		expect(await kinds([{ who: '*', from: '2026-11-24', until: '2026-11-24', why: 'outage' }])).toEqual([]);
	});
});

describe('Get Now', () => {
	const now = { operation: 'getNow', evaluateAt: '2026-11-24T09:15', tolerance: 5 };
	const changes = [
		{ agent: 'Anna Kowalska', state: 'offline', since: '2026-11-23T17:00:00+01:00' },
		{ agent: 'ben', state: 'available', since: '2026-11-24T08:00:00+01:00' },
	];

	it('tells who is late, and for how long', async () => {
		const outcome = await adherence({ scheduled, actual: changes }, now);

		expect(rowsOf(outcome.out)).toMatchObject([
			{
				...{ agent: 'Anna Kowalska', kind: 'lateStart', minutes: 15, since: nbsp('Tue 24 Nov 09:00') },
				...{ toleranceMinutes: 5, isBeyond: true, scheduled: 'available', actual: 'offline' },
			},
		]);
		expect(told(outcome)[0]).toContain('1 of 2 agents out of adherence beyond the tolerance, 0 within it.');
	});

	it('leaves out who is within the tolerance, unless asked', async () => {
		const early = { ...now, evaluateAt: '2026-11-24T09:05' };
		expect((await adherence({ scheduled, actual: changes }, early)).out).toEqual([]);

		const { out } = await adherence({ scheduled, actual: changes }, { ...early, onlyBeyond: false });
		expect(rowsOf(out)).toMatchObject([{ minutes: 5, isBeyond: false }]);
	});

	it('answers for the moment at which the history was read', async () => {
		const history = [was('anna', '00:00-09:10 offline'), was('ben', '00:00-09:10 available')];
		const outcome = await adherence({ scheduled, actual: history }, now);

		expect(rowsOf(outcome.out)).toMatchObject([{ minutes: 10, evaluatedAt: '2026-11-24T09:10:00+01:00' }]);
		expect(told(outcome).join()).not.toContain('The rows of Actual end');
		const late = await adherence({ scheduled, actual: history }, { ...now, evaluateAt: '2026-11-24T09:30' });
		expect(told(late).join()).toContain(`The rows of Actual end at ${nbsp('Tue 24 Nov 09:10')}, 20 min ago.`);
	});

	it('names those of whom nothing is known', async () => {
		const outcome = await adherence({ scheduled, actual: changes.slice(0, 1) }, now);
		expect(told(outcome).join()).toContain('Nothing is known of ben at this moment');
	});
});

describe('pictures', () => {
	it.each([
		['lanes', 'getAdherence'],
		['table', 'getAdherence'],
		['lanes', 'getExceptions'],
		['table', 'getExceptions'],
	])('%s of %s are PNG files on the second output', async (pictureShows, operation) => {
		const { outputs } = await adherence(sides, { operation, pictureShows, title: 'Team', pictureField: 'picture' });

		expect(outputs[1]).toMatchObject([
			{
				json: { page: 1, pages: 1, agents: 2 },
				binary: { picture: { fileName: 'schedule-adherence.png', mimeType: 'image/png' } },
			},
		]);
	});

	it('are left out where none is wanted', async () => {
		expect((await adherence(sides)).outputs[1] ?? []).toEqual([]);
	});
});
