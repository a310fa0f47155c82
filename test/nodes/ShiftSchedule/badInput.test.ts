import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Bench, type Job } from '../../support/bench/bench';
import { each } from '../../support/pack/stage';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());

const bob: IDataObject = { agent: 'bob', days: 'daily', start: '9-17' };

const schedule = async (items: IDataObject[], parameters: INodeParameters = {}, more: Partial<Job> = {}) =>
	await bench.run({
		node: 'shiftSchedule',
		parameters: { operation: 'getStateNow', zone: 'Europe/Warsaw', evaluateAt: '2026-10-26T12:00', ...parameters },
		items,
		...more,
	});
const going: Partial<Job> = { onError: 'continueErrorOutput' };

const shift = { agent: 'anna', days: 'Mon-Fri', start: '09:00', end: '17:00' };

describe.each<[string, IDataObject, string[]]>([
	['an unknown zone', { ...shift, zone: 'Europe/Warsow' }, ['column "zone"', 'Closest names: Europe/Warsaw']],
	['an offset for a zone', { ...shift, zone: 'UTC+1' }, ['column "zone"', 'fixed offset', 'Europe/Warsaw']],
	['an end that is the start', { ...shift, end: '09:00' }, ['column "end"', 'ends when it starts']],
	['a shift longer than a day', { ...shift, end: '25h' }, ['column "end"', 'more than 24 hours']],
	['an unknown state', { ...shift, state: 'lunchtime' }, ['column "state"', 'available, busy, break, offline']],
	['a row without an agent', { ...shift, agent: '' }, ['has no agent', '* for all']],
	['a kind that is none', { ...shift, kind: 'overtime' }, ['column "kind"', 'leave']],
	['an unreadable time', { ...shift, start: 'nine' }, ['column "start"', 'nine']],
	['a day that is none', { ...shift, days: 'Mon-Funday' }, ['column "days"', '"funday" is not a day']],
	['a date of two meanings', { agent: 'anna', kind: 'leave', from: '05/01/2026' }, ['column "from"', '2026-01-05']],
])('%s', (_, row, words) => {
	it('stops the workflow with the row, the column and the way out, and nothing is put out', async () => {
		const { error, out } = await schedule([bob, row]);

		for (const word of ['Row 2', ...words]) expect(error?.message).toContain(word);
		expect(error?.context?.itemIndex).toBe(1);
		expect(out).toEqual([]);
	});

	it('stops nobody else when the node is set to go on, and nobody is sent home by it', async () => {
		const carla = { ...bob, agent: 'carla' };
		const { outputs, error, hints } = await schedule([bob, carla, row], {}, going);
		const [out = [], next = [], failed = []] = outputs;

		expect(error).toBeUndefined();
		// In a sheet with merged cells a row without an agent is of the one above.
		expect(each(out, 'agentId')).toEqual(row.agent === '' ? ['bob'] : ['bob', 'carla']);
		expect(next).toHaveLength(1);
		expect(failed).toHaveLength(1);
		expect(failed[0]?.json.error).toContain('Row 3');
		expect(failed[0]?.pairedItem).toEqual({ item: 2 });
		expect(hints.map(({ message }) => message).join()).toContain(row.agent === '' ? 'carla' : 'anna');
	});
});

it('tells several problems at once', async () => {
	const { error } = await schedule(Array.from({ length: 14 }, () => ({ ...shift, days: 'Someday' })));

	expect(error?.message).toContain('Row 1');
	expect(error?.description).toMatch(/Row 2.*Row 9.*and 5 more/s);
});

it('leaves everyone out over a row that is about everyone', async () => {
	const { outputs } = await schedule([bob, { ...shift, agent: '*', start: 'late' }], {}, going);

	expect(outputs[0]).toEqual([]);
	expect(outputs[2]).toHaveLength(1);
});

it('leaves out who swapped with someone of whom a row cannot be read', async () => {
	const rows = [
		bob,
		{ ...shift, agent: 'carla' },
		{ ...shift, start: 'late' },
		{ agent: 'anna', kind: 'swap', with: 'bob', from: '2026-10-26' },
	];
	const { out } = await schedule(rows, {}, going);

	expect(each(out, 'agentId')).toEqual(['carla']);
});

it('leaves out an agent with more shifts than can be worked out, and nobody else', async () => {
	// Far more than anyone works: 40 rows of every quarter of an hour, over 400 days.
	const rows = Array.from({ length: 40 }, (_, at) => ({
		agent: 'anna',
		days: 'daily',
		start: `${at % 24}:00`,
		end: '15m',
	}));
	const { outputs, hints } = await schedule([bob, ...rows], { operation: 'previewTimeline', days: 400 }, going);

	expect([...new Set(each(outputs[0] ?? [], 'agentId'))]).toEqual(['bob']);
	expect(outputs[2]?.[0]?.json.error).toContain('anna has more than 10000');
	expect(hints.map(({ message }) => message)).toContainEqual(
		expect.stringContaining('Left out until this is corrected: anna.'),
	);
});

describe.each<[string, INodeParameters, string]>([
	['a zone', { zone: 'Mars/Olympus' }, 'Time zone: "Mars/Olympus" is not a time zone'],
	['an offset', { zone: 'UTC+2' }, 'fixed offset'],
	['a moment', { evaluateAt: 'tomorrow' }, 'Evaluate At: "tomorrow" is not a date'],
	[
		'a day that no calendar has',
		{ evaluateAt: '2026-02-30T10:00' },
		'Evaluate At: "2026-02-30T10:00" is not a possible date',
	],
])('%s that is none', (_, parameters, words) => {
	it('stops the workflow', async () => {
		const { error } = await schedule([bob], parameters);
		expect(error?.message).toContain(words);
	});

	it('is told for every item when the node is set to go on', async () => {
		const { outputs } = await schedule([bob, bob], parameters, going);

		expect(outputs[0]).toEqual([]);
		expect(each(outputs[2] ?? [], 'error')).toEqual([
			expect.stringContaining(words),
			expect.stringContaining(words),
		]);
	});
});

it('takes no column from the prototype of an object', async () => {
	const { error } = await schedule([{ days: 'daily', start: '9-17' }], { columns: { agent: 'constructor' } });

	expect(error?.message).toContain('No row has the column "constructor"');
});

it('tells of a column that no row has, before anyone gets a state without it', async () => {
	const columns = { until: 'Last day' };
	const leave = { agent: 'bob', kind: 'leave', from: '2026-10-24', until: '2026-10-28' };
	const { error } = await schedule([bob, leave], { columns });
	const { outputs } = await schedule([bob, leave], { columns }, going);

	expect(error?.message).toContain(
		'No row has the column "Last day", which \'Columns With Other Names\' asks for. The columns are: agent, days',
	);
	expect(outputs[0]).toEqual([]);
});

it.each([
	['Minutes', { operation: 'getChanges', period: 'last', minutes: '={{ "many" }}' }],
	['Days', { operation: 'checkSchedule', covered: ['available'], days: '={{ "all" }}' }],
])('refuses %s that is not a number, and says so in every item when set to go on', async (name, parameters) => {
	const { error } = await schedule([bob], parameters);
	const { out, outputs } = await schedule([bob, bob], parameters, { onError: 'continueRegularOutput' });

	expect(error?.message).toContain(`'${name}' is not a number`);
	expect(each(out, 'error')).toEqual([`'${name}' is not a number`, `'${name}' is not a number`]);
	expect(outputs[0]).toHaveLength(2);
});

it.each([
	[
		'a period',
		{ operation: 'getChanges', period: '={{ "never" }}' },
		`'Period' is "never". It must be one of: last,`,
	],
	['what the clocks do', { dst: '={{ "guess" }}' }, `'When the Clocks Change' is "guess"`],
	[
		'the kind of events',
		{ rosterFrom: 'calendar', calendarAgent: 'anna', eventsAre: '={{ "party" }}' },
		`'Events Are' is "party". It must be one of: shift, extra, holiday, leave`,
	],
])('refuses %s that the list does not offer, where an expression gave it', async (_, parameters, words) => {
	const { error } = await schedule([bob], parameters);
	const { outputs } = await schedule([bob, bob], parameters, { onError: 'continueRegularOutput' });

	expect(error?.message).toContain(words);
	expect(each(outputs[0] ?? [], 'error')).toEqual([expect.stringContaining(words), expect.stringContaining(words)]);
});

it('says that a moment is set, and warns where it would hold for ever', async () => {
	const byHand = await schedule([bob], {}, { mode: 'manual' });
	const byTrigger = await schedule([bob], {});

	expect(byHand.hints).toMatchObject([
		{
			type: 'info',
			message: "The output is for 2026-10-26T12:00:00+01:00, not for now, because 'Evaluate At' is set.",
		},
	]);
	expect(byTrigger.hints).toMatchObject([{ type: 'warning' }]);
});

it.each([
	['seconds, as the picker of n8n writes them', '2026-10-26T12:00:42', '2026-10-26T12:00:00+01:00'],
	['milliseconds', '2026-10-26 12:00:42.123', '2026-10-26T12:00:00+01:00'],
])('takes a moment with %s', async (_, evaluateAt, at) => {
	const { outputs } = await schedule([bob], { evaluateAt });

	expect(outputs[1]?.[0]?.json.evaluatedAt).toBe(at);
});

it('refuses a moment that an expression did not get right', async () => {
	const { error } = await schedule([bob], { evaluateAt: '={{ DateTime.fromISO("nonsense") }}' });

	expect(error?.message).toMatch(/Evaluate At: .*(invalid date|is not a date)/);
});
