import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Bench, type Job } from '../../support/bench/bench';
import { each, rowsOf, textAt } from '../../support/pack/stage';

/** A short date as rows have it: n8n's table would break it at blanks. */
const nbsp = (text: string): string => text.replaceAll(' ', '\u00a0');

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());

/** A Monday. */
const NOON = '2026-10-26T12:10:00';

const team: IDataObject[] = [
	{
		agent: 'anna',
		name: 'Anna Kowalska',
		service: 'twilioTaskRouter',
		shift: 'Early',
		days: 'Mon-Fri',
		start: '09:00',
		end: '17:00',
	},
	{ agent: 'bob', service: 'voipNow', shift: 'Night', days: 'daily', start: '22-06' },
	{ agent: '*', kind: 'break', shift: 'Early', start: '12:00', end: '30m', reason: 'Lunch' },
];

const schedule = async (parameters: INodeParameters, items: IDataObject[] = team, more: Partial<Job> = {}) =>
	await bench.run({
		node: 'shiftSchedule',
		parameters: { operation: 'getStateNow', zone: 'Europe/Warsaw', evaluateAt: NOON, ...parameters },
		items,
		...more,
	});

describe('Get State Now', () => {
	it('puts out a row for each agent, with what holds, why, and until when', async () => {
		const { out } = await schedule({});

		expect(rowsOf(out)).toEqual([
			{
				...{ agent: 'Anna Kowalska', agentId: 'anna', desiredState: 'break' },
				...{ from: nbsp('Mon 26 Oct 12:00'), to: nbsp('Mon 26 Oct 12:30'), nextState: 'available' },
				...{ reason: 'Lunch', service: 'twilioTaskRouter', source: 'break "Lunch", row 3', layer: 'break' },
				...{ nextChangeInMinutes: 20, zone: 'Europe/Warsaw' },
				...{ since: '2026-10-26T12:00:00+01:00', until: '2026-10-26T12:30:00+01:00' },
				nextChangeAt: '2026-10-26T12:30:00+01:00',
			},
			{
				...{ agent: 'bob', agentId: 'bob', desiredState: 'offline' },
				...{ from: nbsp('Mon 26 Oct 06:00'), to: nbsp('Mon 26 Oct 22:00'), nextState: 'available' },
				...{ reason: '', service: 'voipNow', source: 'nothing planned', layer: 'default' },
				...{ nextChangeInMinutes: 590, zone: 'Europe/Warsaw' },
				...{ since: '2026-10-26T06:00:00+01:00', until: '2026-10-26T22:00:00+01:00' },
				nextChangeAt: '2026-10-26T22:00:00+01:00',
			},
		]);
	});

	it('has its columns in the order in which a supervisor reads them', async () => {
		const { out } = await schedule({});

		expect(Object.keys(out[0]?.json ?? {})).toEqual([
			...['agent', 'desiredState', 'to', 'nextState', 'reason', 'from', 'source', 'service', 'layer'],
			...['nextChangeInMinutes', 'zone', 'agentId', 'since', 'until', 'nextChangeAt'],
		]);
	});

	it('leaves out the columns that are empty in every row', async () => {
		const { outputs } = await schedule({}, [
			{ agent: 'anna', kind: 'manual', state: 'busy' },
			{ agent: 'bob', kind: 'agent' },
		]);

		expect(Object.keys(outputs[0]?.[0]?.json ?? {})).toEqual([
			...['agent', 'desiredState', 'source', 'layer', 'zone', 'agentId'],
		]);
		expect(outputs[1]?.[0]?.json).not.toHaveProperty('nextChangeAt');
	});

	it('names the year of a short date where it is another year', async () => {
		const { out } = await schedule({ evaluateAt: '2026-12-31T23:00' }, [
			{ agent: 'bob', days: 'daily', start: '22-06' },
		]);

		expect(rowsOf(out)[0]).toMatchObject({ from: nbsp('Thu 31 Dec 22:00'), to: nbsp('Fri 1 Jan 2027 06:00') });
	});

	it("shows short dates by the agent's own clock", async () => {
		const { out } = await schedule({ evaluateAt: '2026-10-25T12:00Z' }, [
			{ agent: 'bob', kind: 'agent', zone: 'America/New_York' },
			{ agent: 'bob', days: 'daily', start: '07:30', end: '15:00' },
		]);

		expect(rowsOf(out)[0]).toMatchObject({ from: nbsp('Sun 25 Oct 07:30'), since: '2026-10-25T07:30:00-04:00' });
	});

	it('tells the earliest next change over all on its second output', async () => {
		const { outputs } = await schedule({});

		expect(rowsOf(outputs[1] ?? [])).toEqual([
			{
				...{ nextChange: nbsp('Mon 26 Oct 12:30'), nextChangeInMinutes: 20, agentsChanging: 1, agents: 2 },
				...{ available: 0, busy: 0, break: 1, offline: 1 },
				...{ nextChangeAt: '2026-10-26T12:30:00+01:00', evaluatedAt: '2026-10-26T12:10:00+01:00' },
			},
		]);
	});

	it('links each row to the row of the roster that holds, or to the first that names the agent', async () => {
		const { out } = await schedule({});

		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 2 }, { item: 1 }]);
	});

	it.each([
		['the clock of the schedule', '2026-10-26T12:10:00'],
		['an offset', '2026-10-26T06:10:00-05:00'],
		['UTC', '2026-10-26T11:10:00.000Z'],
		['a date and a time', '2026-10-26 12:10'],
		['what an expression makes', '={{ DateTime.fromISO("2026-10-26T11:10:00Z") }}'],
	])('takes the moment by %s', async (_, evaluateAt) => {
		const { outputs } = await schedule({ evaluateAt });

		expect(textAt(outputs[1] ?? [], 0, 'evaluatedAt')).toBe('2026-10-26T12:10:00+01:00');
	});

	it('takes now when no moment is named', async () => {
		jest.useFakeTimers({
			now: Date.parse('2026-10-26T11:10:00Z'),
			doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
		});
		try {
			const { out } = await schedule({ evaluateAt: '' });
			expect(each(out, 'desiredState')).toEqual(['break', 'offline']);
		} finally {
			jest.useRealTimers();
		}
	});

	it('takes the zone of the workflow when none is chosen', async () => {
		const { out } = await schedule({ zone: '', evaluateAt: '2026-10-26T11:10:00Z' });

		// The bench's workflow has none of its own, which makes it n8n's own default.
		expect(each(out, 'zone')).toEqual(['America/New_York', 'America/New_York']);
	});

	it('names the columns as the table does', async () => {
		const rows = [{ Who: 'anna', Tage: 'Mon-Fri', Von: '9', Bis: '17', row_number: 12 }];
		const { out } = await schedule({ columns: { agent: 'Who', days: 'tage', start: 'von', end: 'bis' } }, rows);

		expect(each(out, 'desiredState')).toEqual(['available']);
		expect(textAt(out, 0, 'source')).toBe('shift, row 12');
	});

	it('numbers rows by their place where two sheets came together', async () => {
		const rows = [
			{ agent: 'anna', days: 'daily', start: '9-17', row_number: 2 },
			{ agent: 'bob', days: 'daily', start: '9-17', row_number: 2 },
		];
		const { out } = await schedule({}, rows);

		expect(each(out, 'source')).toEqual(['shift, row 1', 'shift, row 2']);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('says so when the rows name nobody', async () => {
		const { out, hints } = await schedule({}, [{ agent: '*', days: 'daily', start: '9-17' }]);

		expect(out).toEqual([]);
		expect(hints.map(({ message }) => message).join()).toContain('The roster names no agent');
	});

	it.each([
		['keepEnd', '2026-10-25T06:00:00+01:00', 'stretched by 60 min: the clocks change'],
		['keepDuration', '2026-10-25T05:00:00+01:00', 'ends 60 min earlier by the clock, which changes'],
	])('keeps its word on the night the clocks change: %s', async (dst, until, dstNote) => {
		const { out } = await schedule({ dst, evaluateAt: '2026-10-25T01:30:00Z' }, [
			{ agent: 'bob', days: 'daily', start: '22-06' },
		]);

		expect(rowsOf(out)[0]).toMatchObject({ until, dstNote });
	});
});

describe('a roster in the fields', () => {
	const roster = {
		shift: [
			{
				agent: 'anna, bob',
				shift: 'Early',
				days: 'Mon-Fri',
				start: '9',
				end: '17',
				state: '',
				more: { rotation: 'A of A/B from 2026-10-19' },
			},
			{
				agent: 'anna, bob',
				shift: 'Late',
				days: 'Mon-Fri',
				start: '13',
				end: '21',
				state: 'busy',
				more: { rotation: 'B of A/B from 2026-10-19' },
			},
		],
		pause: [{ agent: 'bob', shift: 'Late', start: '1h after start', end: '15m', state: '', reason: 'Coffee' }],
		exception: [
			{ kind: 'leave', agent: 'anna', shift: 'Sick', from: '2026-10-28', until: '2026-10-29', state: '' },
		],
		person: [
			{ agent: 'anna', name: 'Anna', service: 'conpeek', zone: '' },
			{ agent: 'bob', name: 'Bob', service: '', zone: 'Europe/London' },
		],
	};
	const inFields = async (evaluateAt: string) => {
		const { out } = await schedule({ rosterFrom: 'fields', roster, evaluateAt }, [{}, {}]);
		return out.map(({ json }) => [json.agentId, json.desiredState, json.source]);
	};

	it.each([
		['the first week', '2026-10-19T10:00', 'Early', 'offline'],
		['the second week', '2026-10-26T13:30', 'Late', 'offline'],
	])('says who works in %s', async (_, at, shift) => {
		const states = await inFields(at);

		expect(states[0]?.[2]).toBe(`shift "${shift}", Shift ${shift === 'Early' ? 1 : 2}`);
		expect(states).toHaveLength(2);
	});

	it('has breaks, exceptions and agents of other zones', async () => {
		// Late by Bob's clock is from 13:00 in London, 14:00 in Warsaw; the break an hour later.
		expect(await inFields('2026-10-26T15:05')).toEqual([
			['anna', 'busy', 'shift "Late", Shift 2'],
			['bob', 'break', 'break "Coffee", Break 1'],
		]);
		expect((await inFields('2026-10-28T15:30'))[0]).toEqual(['anna', 'offline', 'override "Sick", Exception 1']);
	});

	it('names the entry and its field in a complaint', async () => {
		const { error } = await schedule(
			{
				rosterFrom: 'fields',
				roster: { shift: [...roster.shift, { agent: 'eve', days: 'Mon-Fri', start: '9', end: '9' }] },
			},
			[{}],
		);

		expect(error?.message).toContain('Shift 3, "end"');
	});
});

describe('Get Changes', () => {
	const changes = async (parameters: INodeParameters, more: Partial<Job> = {}) =>
		await schedule({ operation: 'getChanges', ...parameters }, team, more);

	it('tells the latest change of each agent in the last minutes, in order of time', async () => {
		const { out } = await changes({ period: 'last', minutes: 600, evaluateAt: '2026-10-26T12:30' });

		expect(out.map(({ json }) => [json.at, json.agentId, json.previousState, json.desiredState])).toEqual([
			['2026-10-26T06:00:00+01:00', 'bob', 'available', 'offline'],
			['2026-10-26T12:30:00+01:00', 'anna', 'break', 'available'],
		]);
		expect(Object.keys(out[0]?.json ?? {})).toEqual([
			...['agent', 'desiredState', 'when', 'previousState', 'source', 'service', 'layer'],
			...['previousReason', 'zone', 'agentId', 'at'],
		]);
		expect(each(out, 'when')).toEqual([nbsp('Mon 26 Oct 06:00'), nbsp('Mon 26 Oct 12:30')]);
	});

	it('tells every change when asked', async () => {
		const { out } = await changes({
			period: 'last',
			minutes: 600,
			everyChange: true,
			evaluateAt: '2026-10-26T12:30',
		});

		expect(each(out, 'desiredState')).toEqual(['offline', 'available', 'break', 'available']);
	});

	it('tells all changes to come', async () => {
		const { out } = await changes({ period: 'next', minutes: 330 });

		expect(out.map(({ json }) => [json.agentId, json.desiredState])).toEqual([
			['anna', 'available'],
			['anna', 'offline'],
		]);
	});

	describe('since the last run', () => {
		const memory = (): { 'node:Node'?: { lastRun?: number } } & IDataObject => ({});
		const at = async (time: string, staticData: IDataObject, more: Partial<Job> = {}) => {
			jest.useFakeTimers({ now: Date.parse(time), doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
			try {
				return await changes({ period: 'sinceLastRun', minutes: 15, evaluateAt: '' }, { staticData, ...more });
			} finally {
				jest.useRealTimers();
			}
		};

		it('tells each change once, however late the trigger comes', async () => {
			const kept = memory();
			const told: unknown[] = [];
			for (const time of ['11:05', '11:29:59.999', '11:30', '11:30', '16:00:00.001', '16:10'])
				told.push(each((await at(`2026-10-26T${time}${time.length > 5 ? '' : ':00'}Z`, kept)).out, 'at'));

			expect(told).toEqual([
				['2026-10-26T12:00:00+01:00'],
				[],
				['2026-10-26T12:30:00+01:00'],
				[],
				['2026-10-26T17:00:00+01:00'],
				[],
			]);
		});

		it('does not count a run that went wrong', async () => {
			const kept = memory();
			await at('2026-10-26T11:05:00Z', kept);
			await schedule({ operation: 'getChanges', period: 'sinceLastRun', evaluateAt: '' }, [{ agent: 'x' }], {
				staticData: kept,
			});
			const { out } = await at('2026-10-26T11:35:00Z', kept);

			expect(each(out, 'at')).toEqual(['2026-10-26T12:30:00+01:00']);
		});

		it('says so when n8n has lost what the run before has left', async () => {
			const own = { workflowId: 'just published' };
			const first = await at('2026-10-26T11:05:00Z', memory(), own);
			const { out, hints } = await at('2026-10-26T11:10:00Z', memory(), own);

			expect(first.hints.map(({ message }) => message).join()).not.toContain('kept nothing');
			expect(each(out, 'at')).toEqual(['2026-10-26T12:00:00+01:00']);
			expect(hints).toContainEqual(
				expect.objectContaining({
					type: 'warning',
					message: expect.stringMatching(
						/^n8n has kept nothing from earlier runs of this node, so these are the changes of the last 15 minutes, and an earlier run may have put them out already\. /,
					) as string,
				}),
			);
		});

		it('keeps the last run in columns, where it is told to, and so tells each change once', async () => {
			const parameters = { period: 'sinceLastRun', minutes: 15, memory: 'columns' };
			let lastRun = '';
			const told: unknown[] = [];
			const hints: string[] = [];
			for (const time of ['12:05', '12:29', '12:30', '12:30', '16:59', '17:01']) {
				const evaluateAt = `2026-10-26T${time}:00`;
				const run = await changes({ ...parameters, lastRun, evaluateAt }, { mode: 'manual' });
				told.push(each(run.out, 'at'));
				lastRun = run.out.length > 0 ? textAt(run.out, 0, 'lastRun') : lastRun;
				hints.push(
					...run.hints.map(({ message }) => message).filter((message) => message.includes('Last Run')),
				);
			}

			expect(told).toEqual([
				['2026-10-26T12:00:00+01:00'],
				[],
				['2026-10-26T12:30:00+01:00'],
				[],
				[],
				['2026-10-26T17:00:00+01:00'],
			]);
			expect(hints).toEqual([
				"'Last Run' is empty, so these are the changes of the last 15 minutes. Only in the first run is that as it should be.",
			]);
		});

		it.each([
			['a word', 'yesterday evening'],
			['a number', '5'],
		])('refuses a last run that is %s', async (_what, lastRun) => {
			const { error } = await changes({ period: 'sinceLastRun', memory: 'columns', lastRun });

			expect(error?.message).toContain('Last Run: ');
		});

		it('takes a last run that is still to come for now', async () => {
			const { out } = await changes({
				period: 'sinceLastRun',
				memory: 'columns',
				lastRun: '2030-01-01T00:00:00Z',
			});

			expect(out).toEqual([]);
		});

		it('says that runs by hand are not remembered', async () => {
			const { hints } = await at('2026-10-26T11:05:00Z', memory(), { mode: 'manual' });

			expect(hints[0]?.message).toContain('changes of the last 15 minutes');
		});

		it('leaves its memory alone when another moment is tried out', async () => {
			const kept = memory();
			await at('2026-10-26T11:05:00Z', kept);
			const before = JSON.stringify(kept);
			await changes({ period: 'sinceLastRun' }, { staticData: kept });

			expect(JSON.stringify(kept)).toBe(before);
		});
	});
});

describe('Preview Timeline', () => {
	const preview = async (parameters: INodeParameters = {}, items = team) =>
		await schedule({ operation: 'previewTimeline', days: 1, ...parameters }, items);

	it('puts out what is planned, agent after agent', async () => {
		const { out } = await preview();

		expect(out.map(({ json }) => [json.agentId, json.desiredState, json.start, json.minutes])).toEqual([
			['anna', 'available', '2026-10-26T09:00:00+01:00', 180],
			['anna', 'break', '2026-10-26T12:00:00+01:00', 30],
			['anna', 'available', '2026-10-26T12:30:00+01:00', 270],
			['bob', 'available', '2026-10-26T00:00:00+01:00', 360],
			['bob', 'available', '2026-10-26T22:00:00+01:00', 120],
		]);
		expect(Object.keys(out[0]?.json ?? {})).toEqual([
			...['agent', 'desiredState', 'from', 'to', 'reason', 'minutes', 'source', 'service'],
			...['layer', 'zone', 'agentId', 'start', 'end'],
		]);
		expect(out.map(({ json }) => [json.from, json.to])).toEqual([
			[nbsp('Mon 26 Oct 09:00'), nbsp('Mon 26 Oct 12:00')],
			[nbsp('Mon 26 Oct 12:00'), nbsp('Mon 26 Oct 12:30')],
			[nbsp('Mon 26 Oct 12:30'), nbsp('Mon 26 Oct 17:00')],
			[nbsp('Mon 26 Oct 00:00'), nbsp('Mon 26 Oct 06:00')],
			[nbsp('Mon 26 Oct 22:00'), nbsp('Tue 27 Oct 00:00')],
		]);
	});

	it('puts out the time without a plan when asked, so that every minute has a row', async () => {
		const { out } = await preview({ includeOffline: true, days: 7 });
		const minutes = rowsOf(out).reduce((sum, row) => sum + Number(row.minutes), 0);

		expect(minutes).toBe(2 * 7 * 1440);
	});

	it('keeps leave and holidays in the plan', async () => {
		const { out } = await preview({}, [
			...team,
			{ agent: 'anna', kind: 'leave', from: '2026-10-26', reason: 'Sick' },
		]);

		expect(rowsOf(out)[0]).toMatchObject({
			agentId: 'anna',
			desiredState: 'offline',
			reason: 'Sick',
			minutes: 1440,
		});
	});

	it('puts a picture on its second output', async () => {
		const { outputs } = await preview({ pictureField: 'plan', days: 14 });
		const [picture] = outputs[1] ?? [];
		const file = picture?.binary?.plan;

		expect(picture?.json).toEqual({
			...{ page: 1, pages: 1, agents: 2 },
			...{ from: nbsp('Mon 26 Oct 00:00'), to: nbsp('Mon 9 Nov 00:00') },
			...{ start: '2026-10-26T00:00:00+01:00', end: '2026-11-09T00:00:00+01:00' },
		});
		expect(file).toMatchObject({ mimeType: 'image/png', fileName: 'shift-schedule.png' });
		expect(
			Buffer.from(file?.data ?? '', 'base64')
				.subarray(1, 4)
				.toString(),
		).toBe('PNG');
	});

	it('draws many agents on several pictures', async () => {
		const rows = Array.from({ length: 130 }, (_, at) => ({ agent: `agent${at}`, days: 'daily', start: '9-17' }));
		const { outputs } = await preview({}, rows);
		const pictures = rowsOf(outputs[1] ?? []);

		expect(pictures.length).toBeGreaterThan(1);
		expect(pictures.reduce((sum, { agents }) => sum + Number(agents), 0)).toBe(130);
	});
});

describe('Check Schedule', () => {
	const check = async (parameters: INodeParameters = {}) =>
		await schedule({ operation: 'checkSchedule', days: 7, covered: ['available'], ...parameters });

	it('tells gaps as rows, hours as rows, and a summary', async () => {
		const { outputs } = await check();
		const [findings = [], hours = [], summary = []] = outputs;

		expect(rowsOf(findings)[0]).toEqual({
			...{ kind: 'gap', message: 'nobody is available from Mon 26 Oct 06:00 to Mon 26 Oct 09:00' },
			...{ state: 'available', needed: 1, scheduled: 0 },
			...{ from: nbsp('Mon 26 Oct 06:00'), to: nbsp('Mon 26 Oct 09:00'), minutes: 180 },
			...{ start: '2026-10-26T06:00:00+01:00', end: '2026-10-26T09:00:00+01:00' },
		});
		expect(hours).toHaveLength(168);
		expect(rowsOf(hours).find(({ weekday, hour }) => weekday === 1 && hour === 12)).toMatchObject({
			coveredPercent: 50,
		});
		expect(rowsOf(summary)).toMatchObject([{ agents: 2, isFine: false, gaps: findings.length }]);
	});

	it.each([
		['text', 'anna, carla'],
		['a list', '={{ ["anna", "carla"] }}'],
	])('names agents whom the service does not know, from %s', async (_, knownAgents) => {
		const { out } = await check({ knownAgents });

		expect(rowsOf(out).filter(({ kind }) => kind === 'unknownAgent')).toMatchObject([{ agentId: 'bob' }]);
	});

	it('counts how many are needed', async () => {
		const { outputs } = await check({ minimum: 2 });

		expect(rowsOf(outputs[2] ?? [])).toMatchObject([{ coveredPercent: { available: 0 } }]);
	});

	const peak = { days: 'Mon', from: '09:00', until: '12:00', state: 'available', needed: 2 };
	const tooFew = (from: string, to: string) =>
		`only 1 of 2 needed agents is available from Mon 26 Oct ${from} to Mon 26 Oct ${to}`;

	it('counts how many are needed per interval, from the form', async () => {
		const { outputs } = await check({ neededPerInterval: { interval: [{ ...peak, needed: 1 }, peak] } });
		const [findings = [], hours = [], summary = []] = outputs;

		expect(each(findings, 'message')).toEqual([
			'interval 1 (1) and interval 2 (2) both say how many agents must be available from Mon 26 Oct 09:00 to Mon 26 Oct 12:00. Only the later one counts. If both are meant, write their sum in one of them',
			`${tooFew('09:00', '12:00')} (interval 2)`,
		]);
		expect(rowsOf(findings)[1]).toMatchObject({ kind: 'shortfall', needed: 2, scheduled: 1, rule: 'needed' });
		expect(rowsOf(findings)[1]).not.toHaveProperty('row');
		expect(rowsOf(hours).filter(({ averageNeeded }) => averageNeeded === 2)).toHaveLength(3);
		expect(rowsOf(summary)).toMatchObject([{ isFine: false, gaps: 0, shortfalls: 1, shortfallMinutes: 180 }]);
	});

	it('counts them from rows of the roster, which put nobody anywhere', async () => {
		const rows = [...team, { kind: 'needed', days: 'Mon', start: '09:00', end: '11:00', needed: 2, shift: 'Peak' }];
		const { outputs } = await schedule({ operation: 'checkSchedule', days: 7, covered: ['available'] }, rows);
		const [findings = []] = outputs;

		expect(each(findings, 'message')).toEqual([`${tooFew('09:00', '11:00')} ("Peak", row 4)`]);
		expect(rowsOf(findings)[0]).toMatchObject({ rule: 'Peak', row: 4 });
		expect(findings[0]?.pairedItem).toEqual({ item: 3 });
		const { out } = await schedule({}, rows);
		expect(each(out, 'agentId')).toEqual(['anna', 'bob']);
	});

	it('refuses them from both, since either may be the old one', async () => {
		const rows = [...team, { kind: 'needed', days: 'Mon', start: '09:00', end: '11:00', needed: 2 }];
		const parameters = { operation: 'checkSchedule', neededPerInterval: { interval: [peak] } };
		const { error } = await schedule(parameters, rows);

		expect(error?.message).toContain('(row 4)');
		expect(error?.message).toContain("'Agents Needed per Interval'");
	});

	it.each([
		[{ from: '' }, 'interval 1, "From": is empty: write when it starts, such as 09:00'],
		[{ until: '25:00' }, 'interval 1, "Until": "25:00" is not a time of day'],
		[{ days: 'someday' }, 'interval 1, "Days": "someday" is not a day'],
		[{ needed: -1 }, 'interval 1, "Agents Needed": "-1" is not a number of agents'],
	])('refuses an interval that cannot be read: %j', async (wrong, words) => {
		const { error } = await check({ neededPerInterval: { interval: [{ ...peak, ...wrong }] } });

		expect(error?.message).toContain(`'Agents Needed per Interval', ${words}`);
	});

	it('draws a picture of each week and each state', async () => {
		const { outputs } = await check({ days: 10, covered: ['available', 'busy'], pictureField: 'week' });
		const pictures = outputs[3] ?? [];

		expect(rowsOf(pictures).map(({ state, page, pages, from, to }) => [state, page, pages, from, to])).toEqual([
			['available', 1, 4, nbsp('Mon 26 Oct 00:00'), nbsp('Mon 2 Nov 00:00')],
			['available', 2, 4, nbsp('Mon 2 Nov 00:00'), nbsp('Thu 5 Nov 00:00')],
			['busy', 3, 4, nbsp('Mon 26 Oct 00:00'), nbsp('Mon 2 Nov 00:00')],
			['busy', 4, 4, nbsp('Mon 2 Nov 00:00'), nbsp('Thu 5 Nov 00:00')],
		]);
		expect(pictures[1]?.binary?.week).toMatchObject({ mimeType: 'image/png', fileName: 'coverage-2.png' });
	});

	const nine = { agent: 'anna', days: 'Mon-Fri', start: '09:00', end: '17:00' };
	const checkRows = async (rows: IDataObject[], parameters: INodeParameters = {}, more = {}) =>
		await schedule({ operation: 'checkSchedule', days: 7, covered: ['available'], ...parameters }, rows, more);

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'lists every row that cannot be read, and stops at none: %s',
		async (onError) => {
			const wrong = Array.from({ length: 9 }, (_, at) => ({ ...nine, agent: `agent${at}`, start: 'x' }));
			const { outputs, error, hints } = await checkRows([nine, ...wrong], { covered: [] }, { onError });
			const [findings = [], , summary = []] = outputs;

			expect(error).toBeUndefined();
			expect(rowsOf(findings).map(({ kind, row }) => [kind, row])).toEqual(
				wrong.map((_, at) => ['unreadRow', at + 2]),
			);
			expect(rowsOf(findings)[0]).toMatchObject({
				message: 'Row 2, column "start": "x" is not a time: write it as 09:00, 9:00 or 9am',
			});
			expect(findings[3]?.pairedItem).toEqual({ item: 4 });
			expect(rowsOf(summary)).toMatchObject([{ isFine: false, unreadRows: 9, agents: 1 }]);
			expect(hints.map(({ message }) => message).join()).toContain('See the findings. Left out');
		},
	);

	it('tells no figures where what cannot be read may be about anyone', async () => {
		const { outputs } = await checkRows([nine, { kind: 'holiday', agent: '*', from: 'someday' }]);
		const [findings = [], hours, summary = [], pictures] = outputs;

		expect(each(findings, 'kind')).toEqual(['unreadRow']);
		expect([hours, pictures]).toEqual([[], []]);
		expect(rowsOf(summary)).toEqual([{ isFine: false, unreadRows: 1, notes: 0 }]);
	});

	it.each([
		['Mon-Fri 09:00-17:00', 5],
		['Mon, Wed 09:00-17:00; Fri 10-12', 3],
		['Mon-Fri 09:00-12:00\nMon-Fri 11:00-17:00', 5],
	])('finds a team fine that is there at the hours to cover: %s', async (hoursToCover, days) => {
		const { outputs } = await checkRows([nine], { hoursToCover });
		const [findings = [], hours = [], summary = []] = outputs;

		expect(findings).toEqual([]);
		expect(rowsOf(summary)).toMatchObject([{ isFine: true, coveredPercent: { available: 100 } }]);
		const needed = rowsOf(hours).filter(({ averageNeeded }) => averageNeeded === 1);
		expect(new Set(needed.map(({ weekday }) => weekday)).size).toBe(days);
	});

	it('tells what is missing at the hours to cover', async () => {
		const { outputs } = await checkRows([nine], { hoursToCover: 'daily 08:00-17:00', days: 1 });

		expect(rowsOf(outputs[0] ?? [])).toMatchObject([
			{
				message: "nobody is available from Mon 26 Oct 08:00 to Mon 26 Oct 09:00 ('Hours to Cover')",
				kind: 'shortfall',
				needed: 1,
			},
		]);
		expect(rowsOf(outputs[0] ?? [])[0]).not.toHaveProperty('row');
	});

	it('lets intervals say more about a state than the hours to cover', async () => {
		const interval = [{ ...peak, days: 'Mon-Fri', from: '09:00', until: '17:00', needed: 1 }];
		const parameters = { hoursToCover: 'daily', neededPerInterval: { interval } };
		const refused = await checkRows([nine], { hoursToCover: 'daily' });
		expect(refused.error?.message).toContain('\'Hours to Cover\', "daily": is empty: write when it starts');
		const { outputs } = await checkRows([nine], { ...parameters, hoursToCover: 'daily 0:00-24:00' });
		expect(rowsOf(outputs[2] ?? [])).toMatchObject([{ isFine: true }]);
	});

	it.each(['Mon-Fri', '1-5 09:00-17:00', 'someday 9:00-17:00', 'Mon-Fri 9-5', 'Mon-Fri 09:00'])(
		'refuses hours that cannot be read: %s',
		async (hoursToCover) => {
			const { error } = await checkRows([nine], { hoursToCover });
			expect(error?.message).toContain(`'Hours to Cover', "${hoursToCover}": `);
		},
	);

	it('tells rows that ended long ago, which are not mistakes', async () => {
		const old = { ...nine, from: '2025-01-01', until: '2025-03-31' };
		const late = { ...nine, agent: 'ben', from: '2026-09-28', until: '2026-10-02' };
		const { outputs } = await checkRows([nine, old, late], { covered: [] });

		expect(rowsOf(outputs[0] ?? [])).toMatchObject([
			{
				kind: 'endedRow',
				row: 2,
				message:
					'one row ended more than 31 days ago: row 2 (2025-03-31). It has no effect any more. Delete what is over, or correct the dates',
			},
		]);
		expect(rowsOf(outputs[2] ?? [])).toMatchObject([{ isFine: true }]);
	});

	it('tells many of them in one line', async () => {
		const days = Array.from({ length: 8 }, (_, at) => ({ ...nine, days: '', from: `2025-01-0${at + 1}` }));
		const { outputs } = await checkRows([nine, ...days], { covered: [] });

		expect(each(outputs[0] ?? [], 'message')).toEqual([
			expect.stringMatching(/^8 rows ended .* row 2 \(2025-01-01\), .* row 6 \(2025-01-05\) and 3 more\. /),
		]);
	});

	it('tells shifts of more than 14 hours', async () => {
		const { out } = await schedule({ operation: 'checkSchedule', days: 7, covered: [] }, [
			{ agent: 'anna', days: 'Mon-Fri', start: '09:00', end: '15h' },
		]);

		expect(rowsOf(out)).toMatchObject([{ kind: 'longShift', agentId: 'anna', minutes: 900, row: 1 }]);
	});
});

it.each([
	['getStateNow', {}],
	['getChanges', { period: 'last', minutes: 600 }],
	['previewTimeline', { days: 7 }],
	['checkSchedule', { days: 7, covered: ['available', 'busy'], knownAgents: 'anna' }],
])('docs/shift-schedule.md says what each column of %s means', async (operation, parameters) => {
	const page = readFileSync(path.join(__dirname, '../../../docs/shift-schedule.md'), 'utf8');
	const [, table = ''] = /## What comes out\n(.*?)\n## /s.exec(page) ?? [];
	const explained = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, names = '']) => names.match(/\w+/g) ?? []);
	const { outputs } = await schedule({ operation, evaluateAt: '2026-10-25T01:30:00Z', ...parameters });
	const columns = new Set(outputs.flatMap((items) => items.flatMap(({ json }) => Object.keys(json))));

	expect(columns.size).toBeGreaterThan(0);
	expect([...columns].filter((column) => !explained.includes(column))).toEqual([]);
});
