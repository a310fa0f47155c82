import type { Bench, Outcome } from '../../support/bench/bench';
import { startSpoiler, type Spoiler } from '../../support/pack/spoiler';
import { textAt } from '../../support/pack/stage';
import type { Fault } from './faults';
import { KINDS, type Kind, type Subject } from './subjects';

/** What came of one operation under one fault. */
export interface Cell {
	subject: Subject;
	fault: Fault;
	/** Whether it went on; otherwise it happened once. */
	isLasting: boolean;
	outcome: string;
	/** How many requests of the kind that went wrong were sent. */
	requests: number;
	/** Where it can be seen: whether the agent is in the new state. */
	isDone: boolean | undefined;
	/** The words that the user reads. */
	told: string;
}

const WRITES = ['POST', 'PUT', 'DELETE'];
const PATH = /^\/(?!oauth\/token\.php)/;

/** Runs an operation while its requests go wrong: what it writes or, where it only reads, what it reads. */
export async function runCell(bench: Bench, subject: Subject, fault: Fault, isLasting: boolean): Promise<Cell> {
	const opened = await subject.open();
	const spoiler = await startSpoiler(opened.service);
	const methods = ['list', 'read'].includes(subject.kind) ? ['GET'] : WRITES;
	try {
		const address = fault.address ?? spoiler.url;
		if (fault.spoiling) {
			for (const method of methods)
				spoiler.spoil(fault.spoiling, { method, path: PATH }, isLasting ? Infinity : 1);
		} else await spoiler.close();
		const outcome = await bench.run({ ...opened.job(address), onError: 'continueErrorOutput' });
		return {
			...{ subject, fault, isLasting },
			outcome: outcomeOf(outcome),
			requests: fault.spoiling ? requestsOf(spoiler, methods) : attemptsIn(outcome),
			isDone: opened.isDone?.(),
			told: toldIn(outcome),
		};
	} finally {
		if (fault.spoiling) await spoiler.close();
		await opened.close();
	}
}

const requestsOf = ({ seen }: Spoiler, methods: string[]): number =>
	seen.filter(({ method, path }) => methods.includes(method) && PATH.test(path)).length;

const detailsIn = ({ failed: [bad] }: Outcome) =>
	(bad?.json.details ?? {}) as { outcome?: string; description?: string; attempts?: number };

/** Where nobody counts the requests that come. */
const attemptsIn = (outcome: Outcome): number =>
	detailsIn(outcome).attempts ?? Number(/(\d+) attempts/.exec(toldIn(outcome))?.[1] ?? 1);

function outcomeOf(outcome: Outcome): string {
	const { out, failed, error } = outcome;
	if (error) return `stopped: ${error.message}`;
	if (failed.length > 0) return detailsIn(outcome).outcome ?? 'failed';
	const [item] = out;
	if (!item) return 'nothing';
	if (typeof item.json.outcome === 'string') return item.json.outcome === 'changed' ? 'done' : item.json.outcome;
	return item.json.confirmed === false ? 'unconfirmed' : 'done';
}

function toldIn(outcome: Outcome): string {
	const { out, failed } = outcome;
	const { description = '' } = detailsIn(outcome);
	return (failed.length > 0 ? `${textAt(failed, 0, 'error')}. ${description}` : textAt(out, 0)).trim();
}

export const cellText = ({ outcome, requests }: Pick<Cell, 'outcome' | 'requests'>): string => `${outcome} ${requests}`;

/** The table of the documentation: what most operations of a kind do, and those that do something else. */
export function tableOf(cells: readonly Cell[], faults: readonly Fault[]): string {
	const kinds = KINDS.filter((kind) => cells.some(({ subject }) => subject.kind === kind));
	const rows = faults.map(
		({ name }) => `| ${name} | ${kinds.map((kind) => usualOf(cells, name, kind)).join(' | ')} |`,
	);
	return [
		`| what goes wrong | ${kinds.join(' | ')} |`,
		`| --- |${' --- |'.repeat(kinds.length)}`,
		...rows,
		'',
		...exceptionsIn(cells),
		'',
		`What the user reads when it goes on, by the example of \`${EXAMPLE}\`:`,
		'',
		'| what goes wrong | message |',
		'| --- | --- |',
		...cells
			.filter(({ isLasting, subject }) => isLasting && subject.name === EXAMPLE)
			.map(({ fault, told }) => `| ${fault.name} | ${told === '' ? 'nothing: it is done' : told} |`),
	].join('\n');
}

const EXAMPLE = 'twilioTaskRouter worker.update';

/** What the documentation says of an operation under a fault: of its own, or of its kind. */
export function documentedOf(page: string, { subject, fault }: Pick<Cell, 'subject' | 'fault'>): string | undefined {
	const own = page.split('\n').find((line) => line.startsWith(`- \`${subject.name}\`: `));
	const told = own?.split(/: (.*)/)[1]?.split('; ') ?? [];
	const exception = told.find((text) => text.startsWith(`${fault.name}: `));
	if (exception !== undefined) return exception.slice(fault.name.length + 2);
	const row = page.split('\n').find((line) => line.startsWith(`| ${fault.name} | `));
	return row?.split(' | ')[1 + KINDS.indexOf(subject.kind)]?.replace(/ \|$/, '');
}

export const textsOf = (cells: readonly Cell[], fault: string, subject: string): string =>
	[false, true]
		.flatMap((lasting) =>
			cells.filter(
				(cell) => cell.isLasting === lasting && cell.fault.name === fault && cell.subject.name === subject,
			),
		)
		.map(cellText)
		.join(', ');

function subjectsOf(cells: readonly Cell[], kind: Kind): string[] {
	return [...new Set(cells.flatMap(({ subject }) => (subject.kind === kind ? [subject.name] : [])))];
}

/** What most operations of a kind do. */
export function usualOf(cells: readonly Cell[], fault: string, kind: Kind): string {
	const texts = subjectsOf(cells, kind).map((subject) => textsOf(cells, fault, subject));
	const count = (text: string) => texts.filter((other) => other === text).length;
	return [...texts].sort((one, other) => count(other) - count(one) || one.localeCompare(other))[0] ?? '';
}

function exceptionsIn(cells: readonly Cell[]): string[] {
	const found = new Map<string, string[]>();
	for (const { subject, fault, isLasting } of cells) {
		const text = textsOf(cells, fault.name, subject.name);
		if (isLasting && text !== usualOf(cells, fault.name, subject.kind)) {
			found.set(subject.name, [...(found.get(subject.name) ?? []), `${fault.name}: ${text}`]);
		}
	}
	return [...found].map(([name, texts]) => `- \`${name}\`: ${texts.join('; ')}`);
}
