import type { Bench, Outcome } from '../../support/bench/bench';
import { startSpoiler, type Spoiler } from '../../support/pack/spoiler';
import { textAt } from '../../support/pack/stage';
import { OTHER_REQUEST, TOKEN_REQUEST, type Fault } from './faults';
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
	/** How many tokens were asked for. */
	tokens: number;
	/** Where it can be seen: whether the agent is in the new state. */
	isDone: boolean | undefined;
	/** The words that the user reads. */
	told: string;
}

const WRITES = ['POST', 'PUT', 'DELETE'];

/** Runs an operation while requests of it go wrong. */
export async function runCell(bench: Bench, subject: Subject, fault: Fault, isLasting: boolean): Promise<Cell> {
	const opened = await subject.open(bench);
	const spoiler = await startSpoiler(opened.service);
	const methods = isRead(subject) ? ['GET'] : WRITES;
	const meant = fault.path ? [{ path: fault.path }] : methods.map((method) => ({ method, path: OTHER_REQUEST }));
	try {
		const address = fault.address ?? spoiler.url;
		if (fault.spoiling) {
			for (const which of meant) spoiler.spoil(fault.spoiling, which, isLasting ? Infinity : 1);
		} else await spoiler.close();
		const outcome = await bench.run({ ...opened.job(address), onError: 'continueErrorOutput' });
		const count = (...args: Parameters<typeof isMeant>) => spoiler.seen.filter(isMeant(...args)).length;
		return {
			...{ subject, fault, isLasting },
			outcome: outcomeOf(outcome),
			requests: fault.spoiling ? count(meant) : attemptsIn(outcome),
			tokens: count([{ path: TOKEN_REQUEST }]),
			isDone: opened.isDone?.(),
			told: toldIn(outcome),
		};
	} finally {
		if (fault.spoiling) await spoiler.close();
		await opened.close();
	}
}

export const isRead = ({ kind }: Subject): boolean => ['list', 'read'].includes(kind);

const isMeant =
	(meant: Array<{ method?: string; path: RegExp }>) =>
	({ method, path }: Spoiler['seen'][number]): boolean =>
		meant.some((which) => (which.method ?? method) === method && which.path.test(path));

const detailsIn = ({ failed: [bad] }: Outcome) =>
	(bad?.json.details ?? {}) as { outcome?: string; description?: string; attempts?: number };

/** Where nobody counts the requests that come. */
export const attemptsIn = (outcome: Outcome): number =>
	detailsIn(outcome).attempts ?? Number(/(\d+) attempts/.exec(toldIn(outcome))?.[1] ?? 1);

export function outcomeOf(outcome: Outcome): string {
	const { out, failed, error } = outcome;
	if (error) return `stopped: ${error.message}`;
	if (failed.length > 0) return detailsIn(outcome).outcome ?? 'failed';
	const [item] = out;
	if (!item) return 'nothing';
	if (typeof item.json.outcome === 'string') return item.json.outcome === 'changed' ? 'done' : item.json.outcome;
	return item.json.confirmed === false ? 'unconfirmed' : 'done';
}

export function toldIn(outcome: Outcome): string {
	const { out, failed } = outcome;
	const { description = '' } = detailsIn(outcome);
	return (failed.length > 0 ? `${textAt(failed, 0, 'error')}. ${description}` : textAt(out, 0)).trim();
}

export const cellText = ({ outcome, requests }: Pick<Cell, 'outcome' | 'requests'>): string => `${outcome} ${requests}`;

/**
 * The table of the documentation: what most operations of a kind do, and those that do something else.
 *
 * @param example the operation whose messages are shown
 */
export function tableOf(cells: readonly Cell[], faults: readonly Fault[], example: string): string {
	const kinds = KINDS.filter((kind) => cells.some(({ subject }) => subject.kind === kind));
	const rows = faults.map(({ name }) => {
		const own = cells.filter(({ fault }) => fault.name === name);
		return `| ${name} | ${kinds.map((kind) => usualOf(own, name, kind)).join(' | ')} |`;
	});
	return [
		`${HEADING}${kinds.join(' | ')} |`,
		`| --- |${' --- |'.repeat(kinds.length)}`,
		...rows,
		'',
		...exceptionsIn(cells, faults),
		'',
		`What the user reads if the fault persists, for example in \`${example}\`:`,
		'',
		'| what goes wrong | message |',
		'| --- | --- |',
		...cells
			.filter(({ isLasting, subject }) => isLasting && subject.name === example)
			.map(({ fault, told }) => `| ${fault.name} | ${told === '' ? 'nothing: the change is made' : told} |`),
	].join('\n');
}

const HEADING = '| what goes wrong | ';

/** What the documentation says of an operation under a fault: of its own, or of its kind. */
export function documentedOf(page: string, { subject, fault }: Pick<Cell, 'subject' | 'fault'>): string | undefined {
	const lines = page.split('\n');
	const own = lines.find((line) => line.startsWith(`- \`${subject.name}\`: `));
	const told = own?.split(/: (.*)/)[1]?.split('; ') ?? [];
	const exception = told.find((text) => text.startsWith(`${fault.name}: `));
	if (exception !== undefined) return exception.slice(fault.name.length + 2);
	const cellsOf = (start: string) => lines.find((line) => line.startsWith(start))?.split(/ \| | \|$/) ?? [];
	return cellsOf(`| ${fault.name} | `)[cellsOf(HEADING).indexOf(subject.kind)];
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

function exceptionsIn(cells: readonly Cell[], faults: readonly Fault[]): string[] {
	const found = new Map<string, string[]>();
	for (const { name } of faults) {
		const own = cells.filter(({ fault }) => fault.name === name);
		const usual = Object.fromEntries(KINDS.map((kind) => [kind, usualOf(own, name, kind)]));
		for (const { subject } of own.filter(({ isLasting }) => isLasting)) {
			const text = textsOf(own, name, subject.name);
			if (text !== usual[subject.kind]) {
				found.set(subject.name, [...(found.get(subject.name) ?? []), `${name}: ${text}`]);
			}
		}
	}
	return [...found].map(([name, texts]) => `- \`${name}\`: ${texts.join('; ')}`);
}
