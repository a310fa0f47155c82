import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { Bench, type Job } from '../../support/bench/bench';
import { each, rowsOf } from '../../support/pack/stage';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());

const calendar = (...events: string[][]): string =>
	[
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN'],
		...events.flatMap((lines, at) => ['BEGIN:VEVENT', `UID:${at}`, ...lines, 'END:VEVENT']),
		...['END:VCALENDAR', ''],
	].join('\r\n');

const early = [
	...['SUMMARY:Early', 'ATTENDEE:mailto:anna@example.com', 'DTSTART;TZID=Europe/Warsaw:20261019T090000'],
	...['DTEND;TZID=Europe/Warsaw:20261019T170000', 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
	'EXDATE;TZID=Europe/Warsaw:20261028T090000',
];
const night = [
	...['SUMMARY:Night', 'ATTENDEE:mailto:bob@example.com', 'DTSTART;TZID=Europe/Warsaw:20261023T220000'],
	...['DURATION:PT8H', 'RRULE:FREQ=DAILY;COUNT=3'],
];
const holiday = ['SUMMARY:All Saints', 'DTSTART;VALUE=DATE:20261101', 'DTEND;VALUE=DATE:20261103'];
const team = calendar(early, night);

const file = (text: string): NonNullable<INodeExecutionData['binary']> => ({
	data: { data: Buffer.from(text).toString('base64'), mimeType: 'text/calendar', fileName: 'team.ics' },
});

const run = async (parameters: INodeParameters, texts: string[] = [team], more: Partial<Job> = {}) =>
	await bench.run({
		node: 'shiftSchedule',
		parameters: {
			...{ operation: 'getStateNow', rosterFrom: 'calendar', calendarIn: 'file', zone: 'Europe/Warsaw' },
			...{ agentFrom: 'property', agentProperty: 'ATTENDEE', evaluateAt: '2026-10-26T12:00', ...parameters },
		},
		items: texts.map(() => ({})),
		binary: texts.map(file),
		...more,
	});

const states = (out: INodeExecutionData[]) => out.map(({ json }) => [json.agentId, json.desiredState, json.source]);

describe('a roster in a calendar', () => {
	it('is read from a file', async () => {
		const { out } = await run({});

		expect(states(out)).toEqual([
			['anna@example.com', 'available', 'shift "Early", line 4'],
			['bob@example.com', 'offline', 'nothing planned'],
		]);
	});

	it('is read from a column of text', async () => {
		const { out } = await run({ calendarIn: 'column', calendarColumn: 'text' }, [], { items: [{ text: team }] });

		expect(each(out, 'desiredState')).toEqual(['available', 'offline']);
	});

	it('is one of several, each of an agent of its own', async () => {
		const { out } = await run(
			{ calendarIn: 'column', agentFrom: 'fixed', calendarAgent: '={{ $json.agent }}' },
			[],
			{
				items: [
					{ agent: 'anna', data: calendar(early) },
					{ agent: 'bob', data: calendar(night) },
				],
			},
		);

		expect(each(out, 'agentId')).toEqual(['anna', 'bob']);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('gives states by words', async () => {
		const words = { word: [{ word: 'early', state: 'busy' }] };
		const { out } = await run({ stateFrom: 'words', stateProperty: 'SUMMARY', words, otherwise: 'available' });

		expect(each(out, 'desiredState')).toEqual(['busy', 'offline']);
	});

	it('is of leave, holidays or extra shifts as well', async () => {
		const kinds = ['holiday', 'leave', 'extra', 'shift'];
		const layers: unknown[] = [];
		for (const eventsAre of kinds) {
			const { out } = await run({ eventsAre, eventState: 'busy' });
			layers.push(out[0]?.json.layer);
		}

		expect(layers).toEqual(['holiday', 'override', 'override', 'shift']);
	});

	it.each([
		['no calendar at all', 'Hello', 'Line 1 of the calendar'],
		[
			'a rule that is not supported',
			calendar(['DTSTART:20261019T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY']),
			'RRULE',
		],
		['an unknown zone', calendar(['DTSTART;TZID=Mars:20261026T090000', 'DURATION:PT1H']), 'DTSTART'],
	])('with %s is a named error, and the other calendars go on', async (_, text, words) => {
		const parameters = { agentFrom: 'fixed', calendarAgent: '={{ "agent" + $itemIndex }}' };
		const { error } = await run(parameters, [team, text]);
		const { outputs } = await run(parameters, [team, text], { onError: 'continueErrorOutput' });

		expect(error?.message).toContain(words);
		expect(each(outputs[0] ?? [], 'agentId')).toEqual(['agent0']);
		expect(outputs[2]?.[0]?.json.error).toContain(words);
		expect(outputs[2]?.[0]?.pairedItem).toEqual({ item: 1 });
	});

	it('says where it looked when there is none', async () => {
		const inFile = await run({ calendarFile: 'attachment' });
		const inText = await run({ calendarIn: 'column', calendarColumn: 'ics' }, [], { items: [{ body: '' }] });

		expect(inFile.error?.message).toContain('no file in field "attachment"');
		expect(inFile.error?.message).toContain('the item has: data');
		expect(inText.error?.message).toContain('no text in column "ics"');
		expect(inText.error?.message).toContain('the item has: body');
	});
});

describe('the agents of a calendar', () => {
	const titled = (...titles: string[]) =>
		calendar(...titles.map((title) => [`SUMMARY:${title}`, 'DTSTART:20261026T080000Z', 'DURATION:PT8H']));

	it.each([
		['whole', {}, ['Anna - Early', 'On Call - Ben - IT'], ['Anna - Early', 'On Call - Ben - IT']],
		['before', {}, ['Anna - Early'], ['Anna']],
		['before', { agentSeparator: ':' }, ['Anna: Early'], ['Anna']],
		['known', { agentsToFind: 'Anna, Ben' }, ['Early (anna)', 'Party', 'Ben'], ['Anna', 'Ben']],
		['known', { agentsToFind: '={{ ["Anna", "Ben"] }}' }, ['Early (anna)', 'Party', 'Ben'], ['Anna', 'Ben']],
		['pattern', { agentPattern: 'On Call - (*) - *' }, ['On Call - Ben - IT'], ['Ben']],
	])('are %s of the title, with %j', async (agentPart, parameters, titles, agents) => {
		const { out } = await run({ agentProperty: 'SUMMARY', agentPart, ...parameters }, [titled(...titles)]);

		expect(each(out, 'agentId')).toEqual(agents);
	});

	it.each([
		['before', { agentSeparator: '' }, "'Separator' is empty"],
		['known', { agentsToFind: '' }, "'Agents to Find' is empty"],
		['pattern', { agentPattern: 'On Call' }, '\'Pattern\' is "On Call". It must have (*) once'],
		['={{ "some" }}', {}, '\'Agent Is\' is "some"'],
	])('cannot be %s of the title with %j', async (agentPart, parameters, words) => {
		const { error } = await run({ agentProperty: 'SUMMARY', agentPart, ...parameters }, [titled('Anna - Early')]);

		expect(error?.message).toContain(words);
	});

	it('are read as a workflow of an earlier version has them', async () => {
		const { out } = await run({ agentProperty: 'SUMMARY', agentPart: '' }, [titled('Anna - Early')]);

		expect(each(out, 'agentId')).toEqual(['Anna - Early']);
	});

	it('are one in all calendars, whatever their case', async () => {
		const { out } = await run({ agentProperty: 'SUMMARY' }, [titled('Anna'), titled('ANNA')]);

		expect(each(out, 'agentId')).toEqual(['Anna']);
	});
});

describe('a calendar that nobody here can mend', () => {
	const old = ['SUMMARY:Old', 'DTSTART;TZID=Mars:20190103T080000', 'DURATION:PT1H'];

	it.each(['getStateNow', 'getChanges', 'previewTimeline', 'checkSchedule', 'importIcs'])(
		'goes on with what it says in %s, and tells the rest',
		async (operation) => {
			const { error, hints } = await run({ operation, agentFrom: 'fixed', calendarAgent: 'anna' }, [
				calendar(early, old),
			]);

			expect(error).toBeUndefined();
			expect(hints.map(({ message }) => message).join()).toContain('The event "Old" was skipped');
		},
	);

	it.each([
		['getStateNow', {}, '20261027T080000', true],
		['getStateNow', {}, '20261103T080000', false],
		['getChanges', { minutes: 60 * 24 * 7 }, '20261103T080000', true],
		['getChanges', { minutes: 60 }, '20261103T080000', false],
		['previewTimeline', { days: 14 }, '20261103T080000', true],
		['previewTimeline', { days: 3 }, '20261103T080000', false],
	])('is a problem in %s with %j where it cannot be read at %s: %s', async (operation, more, time, isProblem) => {
		const parameters = { operation, agentFrom: 'fixed', calendarAgent: 'anna', ...more };
		const { error } = await run(parameters, [calendar(early, [`DTSTART;TZID=Mars:${time}`, 'DURATION:PT1H'])]);

		expect(error !== undefined).toBe(isProblem);
	});
});

describe('a file of a calendar', () => {
	it.each([
		['UTF-16', Buffer.from(`\uFEFF${calendar(['SUMMARY:Zoë', ...early.slice(2)])}`, 'utf16le')],
		[
			'UTF-8 with a line folded within a letter',
			Buffer.concat([
				Buffer.from(calendar(['SUMMARY:Zo?', ...early.slice(2)]).split('?')[0] ?? ''),
				...[Buffer.from([0xc3]), Buffer.from('\r\n '), Buffer.from([0xab])],
				Buffer.from(calendar(['SUMMARY:Zo?', ...early.slice(2)]).split('?')[1] ?? ''),
			]),
		],
	])('is read from %s', async (_, bytes) => {
		const binary = { data: { data: bytes.toString('base64'), mimeType: 'text/calendar', fileName: 'a.ics' } };
		const { out } = await run({ agentProperty: 'SUMMARY' }, [], { items: [{}], binary: [binary] });

		expect(each(out, 'agentId')).toEqual(['Zoë']);
	});
});

describe('events as usual', () => {
	it.each([
		['shift', 'available'],
		['extra', 'available'],
		['leave', 'offline'],
		['holiday', 'offline'],
	])('of %s are %s, without a word about the state', async (eventsAre, state) => {
		const { out } = await run({ eventsAre });

		expect(out[0]?.json).toMatchObject({ agentId: 'anna@example.com', desiredState: state });
		expect(out[0]?.json.layer).not.toBe('default');
	});

	it("are nobody's where the agent is empty", async () => {
		const { error } = await run({ agentFrom: 'fixed', calendarAgent: '={{ $json.agent }}' });

		expect(error?.message).toContain("'Agent' is empty");
	});
});

describe('Import ICS', () => {
	const imported = async (parameters: INodeParameters = {}, texts = [team]) =>
		await run({ operation: 'importIcs', evaluateAt: '2026-10-19', days: 14, ...parameters }, texts);

	it('puts out the dates as rows of a roster', async () => {
		const { out } = await imported();

		expect(out).toHaveLength(9 + 3);
		expect(out[0]?.json).toEqual({
			...{ kind: 'shift', agent: 'anna@example.com', shift: 'Early', state: 'available', zone: 'Europe/Warsaw' },
			...{ from: '2026-10-19', until: '2026-10-19', start: '09:00', end: '17:00' },
		});
		expect(
			rowsOf(out)
				.filter(({ shift }) => shift === 'Night')
				.map(({ from, end }) => [from, end]),
		).toEqual([
			['2026-10-23', '06:00'],
			['2026-10-24', '06:00'],
			['2026-10-25', '06:00'],
		]);
		expect(each(out, 'from')).not.toContain('2026-10-28');
	});

	it('puts out whole days without times', async () => {
		const { out } = await imported(
			{ agentFrom: 'fixed', calendarAgent: '*', eventsAre: 'holiday', eventState: 'offline' },
			[calendar(holiday)],
		);

		expect(rowsOf(out)).toEqual([
			{
				...{ kind: 'holiday', agent: '*', shift: 'All Saints', state: 'offline' },
				...{ from: '2026-11-01', until: '2026-11-02' },
			},
		]);
	});

	it('cuts a shift of several days into days', async () => {
		const { out } = await imported({ agentFrom: 'fixed', calendarAgent: 'anna' }, [
			calendar(['SUMMARY:Standby', 'DTSTART;VALUE=DATE:20261020', 'DTEND;VALUE=DATE:20261022']),
		]);

		expect(rowsOf(out).map(({ from, start, end }) => [from, start, end])).toEqual([
			['2026-10-20', '00:00', '24h'],
			['2026-10-21', '00:00', '24h'],
		]);
	});

	it('makes rows that mean what the calendar means, also on the night the clocks change', async () => {
		const { out } = await imported();
		const rows = rowsOf(out);
		for (const evaluateAt of [
			'2026-10-24T23:00:00Z',
			'2026-10-25T01:30:00Z',
			'2026-10-25T05:30:00Z',
			'2026-10-28T12:00:00Z',
		]) {
			const direct = await run({ evaluateAt });
			const again = await run({ rosterFrom: 'items', evaluateAt }, [], { items: rows });
			const plain = ({ json }: INodeExecutionData) => [json.agentId, json.desiredState, json.since];

			const byId = (found: INodeExecutionData[]) => found.map(plain).sort();
			expect(byId(again.out)).toEqual(byId(direct.out));
		}
	});

	it('names the line of what cannot be read, and puts out the rest when set to go on', async () => {
		const broken = calendar(early, [
			'SUMMARY:Odd',
			'ATTENDEE:mailto:eve@example.com',
			'DTSTART:20261019T090000Z',
			'DURATION:PT1H',
			'RRULE:FREQ=HOURLY',
		]);
		const { error } = await imported({}, [broken]);
		const { out, failed } = await run({ operation: 'importIcs', evaluateAt: '2026-10-19', days: 14 }, [broken], {
			onError: 'continueErrorOutput',
		});

		expect(error?.message).toMatch(/Line \d+ of the calendar, RRULE/);
		expect(new Set(each(out, 'agent'))).toEqual(new Set(['anna@example.com']));
		expect(failed).toHaveLength(1);
	});
});
