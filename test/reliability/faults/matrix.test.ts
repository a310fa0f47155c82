import dns from 'node:dns';
import { Bench } from '../../support/bench/bench';
import { useVirtualTime } from '../../support/pack/fastTime';
import { startRecorder, type Recorder } from '../../support/pack/recorder';
import { section } from '../section';
import { faultsWith, UNKNOWN_HOST, type Fault } from './faults';
import { documentedOf, runCell, tableOf, textsOf, type Cell } from './matrix';
import { KINDS, subjects, type Subject } from './subjects';

/** `npm run test:reliability` tries every operation; otherwise one of each kind stands for all. */
const isWhole = process.env.AGENT_STATE_RELIABILITY === 'whole';
const all = subjects();
const tried = isWhole
	? all
	: KINDS.flatMap((kind) => all.filter((one) => one.kind === kind && !one.name.endsWith('.delete')).slice(-1));

const time = useVirtualTime();
let bench: Bench;
let elsewhere: Recorder;
let faults: Fault[];
const cells: Cell[] = [];

beforeAll(async () => {
	bench = await Bench.open();
	elsewhere = await startRecorder(() => ({}));
	faults = faultsWith(elsewhere.url, time.pass);
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

/** Where time passes, it passes for all runs. */
const AT_ONCE = 8;

async function runAll(fault: Fault): Promise<Cell[]> {
	const open = tried.flatMap((subject): Array<[Subject, boolean]> =>
		(fault.spoiling ? [false, true] : [true]).map((isLasting) => [subject, isLasting]),
	);
	const found: Cell[] = [];
	while (open.length > 0) {
		const group = open.splice(0, fault.isSlow ? 1 : AT_ONCE);
		found.push(...(await Promise.all(group.map(([subject, lasting]) => runCell(bench, subject, fault, lasting)))));
	}
	return found;
}

const shown = ({ subject, isLasting, outcome, requests, told }: Cell) => [
	subject.name,
	isLasting,
	outcome,
	requests,
	told,
];
const isWrite = ({ subject }: Cell) => !['list', 'read'].includes(subject.kind);

/** After these the service may have done what it was asked for. */
const DOUBTFUL = /^(408|500|502|503$|connection reset|the same|no answer|an answer|truncated|empty|a page)/;
/** These are refusals of a service that has too much to do: nothing was done. */
const NOT_TAKEN = /^(429|503, Retry-After)/;

it.each(faultsWith('').map(({ name }, index) => [name, index] as const))('%s', async (name, index) => {
	const fault = faults[index];
	if (!fault) throw new Error('No such fault');
	const found = await runAll(fault);
	cells.push(...found);

	// Whatever happens, the item says what came of it, and nothing goes elsewhere.
	expect(found.filter(({ outcome }) => outcome.startsWith('stopped')).map(shown)).toEqual([]);
	expect(elsewhere.seen).toEqual([]);
	// What cannot be sent twice is sent once, unless it was surely not taken.
	const once = found.filter(({ subject }) => subject.kind === 'create, delete');
	if (!NOT_TAKEN.test(name) && !name.startsWith('401')) {
		expect(once.filter(({ requests }) => requests > 1).map(shown)).toEqual([]);
	}
	// A change that may have been made is never told as one that failed.
	if (DOUBTFUL.test(name)) {
		expect(found.filter((cell) => isWrite(cell) && cell.outcome === 'failed').map(shown)).toEqual([]);
	} else if (name !== '204') {
		expect(found.filter(({ outcome }) => outcome === 'unconfirmed').map(shown)).toEqual([]);
	}
	// What is told of an agent's state is so.
	const states = found.filter(({ isDone }) => isDone !== undefined);
	expect(states.filter(({ outcome, isDone }) => outcome === 'done' && isDone === false).map(shown)).toEqual([]);
	expect(states.filter(({ outcome, isDone }) => outcome === 'failed' && isDone === true).map(shown)).toEqual([]);
	// What passes is survived, but for what must not be sent twice.
	if (DOUBTFUL.test(name) || NOT_TAKEN.test(name)) {
		const passing = found.filter(({ isLasting, subject }) => !isLasting && subject.kind !== 'create, delete');
		expect(passing.filter(({ outcome }) => !['done', 'unconfirmed'].includes(outcome)).map(shown)).toEqual([]);
	}
});

it('is in the documentation as it is', () => {
	if (isWhole) {
		section('faults').hold(tableOf(cells, faults));
		return;
	}
	const page = section('faults').text();
	const found = faults.flatMap((fault) => tried.map((subject) => ({ fault, subject })));
	const lines = (told: (fault: Fault, subject: Subject) => string | undefined) =>
		found.map(({ fault, subject }) => `${subject.name}, ${fault.name}: ${told(fault, subject)}`);
	expect(lines((fault, subject) => textsOf(cells, fault.name, subject.name))).toEqual(
		lines((fault, subject) => documentedOf(page, { fault, subject })),
	);
});
