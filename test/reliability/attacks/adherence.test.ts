import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { useAdherence } from '../../support/pack/useAdherence';
import { figures, holdFigures } from './figures';
import { mutatedSides } from './mutate';
import { ReaderThread, type BothSides, type Reading } from './readerThread';
import { isWhole } from './traps';

type Sides = BothSides['input'];

const thread = new ReaderThread();
afterAll(async () => await thread.close());
const compare = useAdherence({ zone: 'Europe/Warsaw', evaluateAt: '2026-11-03T12:00' });

/** In milliseconds of the processors. */
const LONGEST_READING = 2_000;

const LONGEST_MESSAGE = 2_000;

/** `npm test` takes a tenth of everything. */
const share = isWhole ? 1 : 0.1;
const make = <T>(count: number, one: (index: number) => T): T[] =>
	Array.from({ length: count * share }, (_, index) => one(index));
const long = (text: string, count: number): string => text.repeat(count * share);

const shift = {
	...{ agent: 'Anna Kowalska', agentId: 'anna', desiredState: 'available', reason: 'Early', zone: 'Europe/Warsaw' },
	...{ start: '2026-11-02T09:00:00+01:00', end: '2026-11-02T17:00:00+01:00', team: 'A' },
};
const was = {
	...{ agent: 'Anna Kowalska', agentId: 'anna', state: 'available', native: 'Available', reason: '' },
	...{ from: '2026-11-02T09:20:00+01:00', until: '2026-11-02T17:00:00+01:00' },
};
const outage = { who: '*', from: '2026-11-02 10:00', until: '2026-11-02 11:00', why: 'no telephone' };

/** A day of three agents, as Preview Timeline, Get History, a trigger and people write it. */
const real: Sides = {
	scheduled: [
		shift,
		{
			...shift,
			agent: 'Ben',
			agentId: 'ben',
			start: '2026-11-02T22:00:00+01:00',
			end: '2026-11-03T06:00:00+01:00',
		},
		{
			...shift,
			agent: 'Carla (carla@example.com)',
			agentId: 'carla',
			zone: 'America/New_York',
			reason: 'training',
		},
		{ ...shift, start: '2026-11-03T09:00:00+01:00', end: '2026-11-03T17:00:00+01:00', desiredState: 'busy' },
	],
	actual: [
		was,
		{ agent: 'Ben', state: 'available', at: '2026-11-02T21:58:00Z' },
		{ agent: 'Ben', state: 'break', at: 1793660400, native: 'Lunch' },
		{ agent: 'Ben', state: 'offline', at: '2026-11-03T05:00:00Z' },
		{
			...was,
			agent: 'carla@example.com',
			agentId: '',
			state: 'On Break',
			from: '2026-11-02 10:00',
			until: '2026-11-02 12:00',
		},
		{ agent: 'Dawid', agentId: 'dawid', outcome: 'failed' },
	],
	excused: [outage, { who: 'ben', from: '2026-11-02', until: '2026-11-02', why: 'ill' }],
};

function faultsOf({ thrown, messages, milliseconds, polluted, lost }: Reading): string[] {
	figures.readings++;
	return [
		...(thrown === undefined ? [] : [thrown]),
		...(milliseconds > LONGEST_READING ? [`takes ${milliseconds} ms`] : []),
		...polluted.map((key) => `changes all objects: ${key}`),
		...messages
			.filter((one) => one.length > LONGEST_MESSAGE)
			.map((one) => `a message of ${one.length}: ${one.slice(0, 200)}`),
		...messages.filter((one) => /Invalid Date/.test(one)).map((one) => `tells nonsense: ${one.slice(0, 300)}`),
		...(lost ?? []),
	];
}

it('compares a real day, of which nothing is lost', async () => {
	const reading = await thread.read({ kind: 'adherence', input: real });
	expect([faultsOf(reading), reading.agents]).toEqual([[], 4]);
});

let compared = 0;

it('a changed history or roster is compared or refused, within two seconds, and no row is lost in silence', async () => {
	await fc.assert(
		fc.asyncProperty(mutatedSides(real), async (input) => {
			const reading = await thread.read({ kind: 'adherence', input });
			compared += (reading.agents ?? 0) > 0 ? 1 : 0;
			expect(faultsOf(reading)).toEqual([]);
		}),
		{ numRuns: isWhole ? 4_000 : 100, endOnFailure: true },
	);
	expect(compared).toBeGreaterThan(figures.readings / 10);
});

const hours = (index: number): string => new Date(Date.UTC(2026, 9, 1) + index * 3_600_000).toISOString();
const only = (sides: Partial<Sides>): Sides => ({ scheduled: [shift], actual: [was], excused: [], ...sides });

/** Small inputs that ask for a lot, and inputs of several megabytes. */
const sizes: Array<[name: string, input: () => Sides]> = [
	[
		'a shift of 9,000 years',
		() => only({ scheduled: [{ ...shift, start: '0001-01-01 00:00', end: '9999-12-31 00:00' }] }),
	],
	['a shift until the year 9999', () => only({ scheduled: [{ ...shift, end: '9999-12-31 00:00' }] })],
	['a shift since the year 1', () => only({ scheduled: [{ ...shift, start: '0001-01-01 00:00' }] })],
	[
		'a state of 9,000 years',
		() => only({ actual: [{ ...was, from: '0001-01-01 00:00', until: '9999-12-31 00:00' }] }),
	],
	['an excuse of 9,000 years', () => only({ excused: [{ ...outage, from: '0001-01-01', until: '9999-12-31' }] })],
	[
		'10,000 states of one agent at the same time',
		() => only({ actual: make(10_000, (at) => ({ ...was, native: `n${at}`, from: hours(at % 700) })) }),
	],
	[
		'10,000 states of one agent, each longer than the one before',
		() => only({ actual: make(10_000, (at) => ({ ...was, until: hours(800 + at) })) }),
	],
	[
		'10,000 shifts of one agent at the same time',
		() => only({ scheduled: make(10_000, (at) => ({ ...shift, reason: `r${at}` })) }),
	],
	[
		'10,000 changes of one agent',
		() =>
			only({
				actual: make(10_000, (at) => ({
					agent: 'anna',
					state: at % 2 ? 'busy' : 'break',
					at: 1790000000 + at * 60,
				})),
			}),
	],
	[
		'3,000 outages of 300 agents',
		() => ({
			scheduled: make(300, (at) => ({ ...shift, agentId: `a${at}`, agent: `A ${at}` })),
			actual: make(300, (at) => ({ ...was, agentId: `a${at}`, agent: `A ${at}`, state: 'offline' })),
			excused: make(3_000, (at) => ({ ...outage, from: hours(770 + at / 100), until: hours(771 + at / 100) })),
		}),
	],
	[
		'3,000 agents of one name',
		() =>
			only({
				scheduled: make(3_000, (at) => ({ ...shift, agentId: `a${at}` })),
				actual: make(3_000, (at) => ({ ...was, agentId: `b${at}` })),
			}),
	],
	[
		'10,000 agents',
		() => only({ scheduled: make(10_000, (at) => ({ ...shift, agentId: `a${at}`, agent: `A ${at}` })) }),
	],
	['10,000 rows that name nobody', () => only({ actual: make(10_000, () => ({ state: 'busy' })) })],
	[
		'10,000 columns',
		() =>
			only({
				actual: [{ ...was, ...(Object.fromEntries(make(10_000, (at) => [`Column ${at}`, 'x'])) as object) }],
			}),
	],
	[
		'a row without a time of 10,000 long columns',
		() =>
			only({
				actual: [
					{
						agent: 'anna',
						state: 'busy',
						...(Object.fromEntries(make(10_000, (at) => [`Column ${at}`.repeat(20), 'x'])) as object),
					},
				],
			}),
	],
	['a heading of 10 MB', () => only({ actual: [{ agent: 'anna', [long('h', 10_000_000)]: 'x' }] })],
	[
		'an agent of 10 MB whose row cannot be read',
		() => only({ actual: [{ ...was, agent: long('a', 10_000_000), agentId: '', from: 'soon' }] }),
	],
	[
		'texts of 10 MB',
		() => only({ scheduled: [{ ...shift, desiredState: long('s', 10_000_000), start: long('9', 10_000_000) }] }),
	],
	['a zone of 10 MB', () => only({ scheduled: [{ ...shift, zone: long('z/', 5_000_000) }] })],
	[
		'an excuse for a name of 10 MB',
		() => only({ excused: [{ ...outage, who: long('w', 10_000_000) }, { who: long('w', 10_000_000) }] }),
	],
];

it.each(sizes)('%s: within two seconds and 200 MB', async (_, make) => {
	expect(faultsOf(await thread.read({ kind: 'adherence', input: make() }))).toEqual([]);
});

const operations = ['getAdherence', 'getExceptions', 'getNow'];

it('the node itself goes on after a changed input, and tells no time that is none', async () => {
	await fc.assert(
		fc.asyncProperty(
			mutatedSides(real),
			fc.constantFrom(...operations),
			fc.constantFrom('none', 'lanes'),
			async (input, operation, pictureShows) => {
				const before = process.cpuUsage();
				const { outputs, error, hints } = await compare(
					input as Record<keyof Sides, IDataObject[]>,
					{ operation, pictureShows },
					{ onError: 'continueRegularOutput' },
				);
				const { user, system } = process.cpuUsage(before);
				const told = JSON.stringify([outputs.map((items) => items.map(({ json }) => json)), hints]);
				expect([error, (user + system) / 1000 < LONGEST_READING, /Invalid Date/.test(told)]).toEqual([
					undefined,
					true,
					false,
				]);
			},
		),
		{ numRuns: isWhole ? 200 : 6, endOnFailure: true },
	);
});

holdFigures(
	'adherence inputs',
	() =>
		`4,000 inputs made of a real day, ${sizes.length} that are large, or small but expensive to read, and 200 runs of the node.`,
);
