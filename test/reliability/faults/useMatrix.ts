import dns from 'node:dns';
import { Bench } from '../../support/bench/bench';
import { useVirtualTime } from '../../support/pack/fastTime';
import { startRecorder, type Recorder } from '../../support/pack/recorder';
import { section } from '../section';
import { UNKNOWN_HOST, type Fault, type faultsWith } from './faults';
import { documentedOf, runCell, tableOf, textsOf, type Cell } from './matrix';
import type { Subject } from './subjects';

/** `npm run test:reliability` tries every operation; otherwise some stand for all. */
export const isWhole = process.env.AGENT_STATE_RELIABILITY === 'whole';

interface Matrix {
	/** All operations under one fault, once and when it goes on. */
	run: (at: number) => Promise<Cell[]>;
	/** Holds the documentation to all that was found. */
	holdPage: () => void;
}

/** Where time passes, it passes for all runs. */
const AT_ONCE = 8;

/**
 * For the tests of one file: operations under faults.
 *
 * @param part of the documentation
 * @param example the operation whose messages are shown there
 */
export function useMatrix(part: string, example: string, tried: Subject[], faultsOf: typeof faultsWith): Matrix {
	const time = useVirtualTime();
	let bench: Bench;
	let elsewhere: Recorder;
	let faults: Fault[];
	const cells: Cell[] = [];

	beforeAll(async () => {
		bench = await Bench.open();
		elsewhere = await startRecorder(() => ({}));
		faults = faultsOf(elsewhere.url, time.pass);
	});
	afterAll(async () => {
		await elsewhere.close();
		await bench.close();
	});
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0.5);
		const { lookup } = dns;
		jest.spyOn(dns, 'lookup').mockImplementation(((
			name: string,
			options: object,
			done: (error: Error | null) => void,
		) =>
			name === UNKNOWN_HOST
				? done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }))
				: lookup(name, options, done)) as typeof lookup);
	});

	return {
		async run(at) {
			const fault = faults[at];
			if (!fault) throw new Error('No such fault');
			const open = tried.flatMap((subject): Array<[Subject, boolean]> =>
				(fault.spoiling ? [false, true] : [true]).map((isLasting) => [subject, isLasting]),
			);
			const found: Cell[] = [];
			while (open.length > 0) {
				const group = open.splice(0, fault.isSlow ? 1 : AT_ONCE);
				found.push(
					...(await Promise.all(group.map(([subject, lasting]) => runCell(bench, subject, fault, lasting)))),
				);
			}
			cells.push(...found);
			checkTold(found);
			// Nothing goes elsewhere.
			expect(elsewhere.seen).toEqual([]);
			return found;
		},
		holdPage: () => holdTo(part, example, cells, faults),
	};
}

/** The whole form writes the part or compares it; otherwise what was tried is looked up there. */
export function holdTo(part: string, example: string, cells: readonly Cell[], faults: readonly Fault[]): void {
	if (isWhole) {
		section(part).hold(tableOf(cells, faults, example));
		return;
	}
	const page = section(part).text();
	const lines = (told: (cell: Cell) => string | undefined) =>
		cells.map((cell) => `${cell.subject.name}, ${cell.fault.name}: ${told(cell)}`);
	expect(lines(({ fault, subject }) => textsOf(cells, fault.name, subject.name))).toEqual(
		lines((cell) => documentedOf(page, cell)),
	);
}

/** What a cell is shown as where a test fails. */
export const shown = ({ subject, isLasting, outcome, requests, tokens, told }: Cell) => [
	subject.name,
	...[isLasting, outcome, requests, tokens, told],
];

/** No page, no code, nothing that a program left out. */
const UNREADABLE = /[<>{}\n]|undefined|\bnull\b|\[object|\bat \w+\.js/;

/** Whatever happens, the item says what came of it in words, and what is told of an agent's state is so. */
export function checkTold(found: readonly Cell[]): void {
	expect(found.filter(({ outcome }) => outcome.startsWith('stopped')).map(shown)).toEqual([]);
	expect(found.filter(({ told }) => UNREADABLE.test(told) || told.length > 500).map(shown)).toEqual([]);
	expect(found.filter(({ outcome, told }) => outcome === 'failed' && told === '').map(shown)).toEqual([]);
	const states = found.filter(({ isDone }) => isDone !== undefined);
	expect(states.filter(({ outcome, isDone }) => outcome === 'done' && isDone === false).map(shown)).toEqual([]);
	expect(states.filter(({ outcome, isDone }) => outcome === 'failed' && isDone === true).map(shown)).toEqual([]);
}
