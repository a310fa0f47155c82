import fc from 'fast-check';
import { bombs, jsonOf } from './bombs';
import { figures, holdFigures } from './figures';
import { mutated } from './mutate';
import { ReaderThread, type Input, type Reading } from './readerThread';
import { samples } from './samples';
import { isWhole } from './traps';

const thread = new ReaderThread();
afterAll(async () => await thread.close());

/** In milliseconds of the processors. */
const LONGEST_READING = 2_000;

const LONGEST_MESSAGE = 4_000;

/** What is left of a text where all signs are taken out by which people write the same in different ways. */
const letters = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** Every text in an input; of a calendar, its lines unfolded and unescaped. */
function textsOf(value: unknown): string[] {
	// As it stands, and as a calendar means it.
	if (typeof value === 'string')
		return [
			value,
			value
				.replace(/\r?\n[ \t]/g, '')
				.replace(/\\[nN]/g, ' ')
				.replace(/\\/g, ''),
		];
	if (typeof value !== 'object' || value === null) return [String(value)];
	return Object.entries(value).flatMap(([key, one]) => [key, ...textsOf(one)]);
}

/** What is wrong with what was read. */
function faultsIn(input: Input, { states, messages, thrown, milliseconds, polluted }: Reading): string[] {
	const faults = thrown === undefined ? [] : [thrown];
	if (milliseconds > LONGEST_READING) faults.push(`takes ${milliseconds} ms`);
	if (polluted.length > 0) faults.push(`changes all objects: ${polluted.join()}`);
	faults.push(
		...messages
			.filter((one) => one.length > LONGEST_MESSAGE)
			.map((one) => `a message of ${one.length}: ${one.slice(0, 200)}`),
	);
	const shown = JSON.stringify([states, messages]);
	if (
		/Invalid Date|Invalid DateTime|\bundefined\b|\[object Object\]/.test(shown) &&
		!/Invalid|undefined|object Object/.test(JSON.stringify(input))
	)
		faults.push('tells nonsense');
	const named = letters(textsOf(input.input).join(' '));
	for (const { agent, rows } of states) {
		if (!named.includes(letters(agent))) faults.push(`a state for ${agent}`);
		const times = rows.flatMap((row) => row.times);
		if (times.some((time) => time !== null && Number.isNaN(Date.parse(time))))
			faults.push(`no time: ${times.join()}`);
		if (rows.some(({ minutes }) => minutes === null || !(minutes >= 0))) faults.push('no length');
	}
	figures.readings++;
	figures.withStates += states.length > 0 ? 1 : 0;
	return faults;
}

it.each(samples.map((one) => [one.kind === 'items' ? one.input.service : one.kind, one] as const))(
	'reads a real input: %s',
	async (_, input) => {
		const reading = await thread.read(input);
		expect(faultsIn(input, reading)).toEqual([]);
		expect(reading.states.length).toBeGreaterThan(0);
	},
);

const KINDS = ['rows', 'grid', 'calendar', 'items'] as const;

it.each(KINDS)(
	'a changed input of the kind %s is read or refused, within two seconds, for nobody else',
	async (kind) => {
		await fc.assert(
			fc.asyncProperty(mutated(samples.filter((one) => one.kind === kind)), async (input) => {
				expect(faultsIn(input, await thread.read(input))).toEqual([]);
			}),
			{ numRuns: isWhole ? 2_000 : 50, endOnFailure: true },
		);
	},
);

describe('within two seconds and 200 MB', () => {
	it.each(bombs)('%s', async (_, make) => {
		const input = make();
		expect(faultsIn(input, await thread.read(input, jsonOf(input)))).toEqual([]);
	});
});

holdFigures(
	'schedule inputs',
	() =>
		`${KINDS.length * 2_000} inputs made of ${samples.length} real ones, and ${bombs.length} that are large, or small but expensive to read.`,
);

it('reads much of what was changed, and does not refuse it all', () => {
	expect(figures.withStates).toBeGreaterThan(figures.readings / 10);
});
