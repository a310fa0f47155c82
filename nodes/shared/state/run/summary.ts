import { tallyOf } from '../../n8n/tally';
import type { Outcome } from '../input/row';
import { settable } from '../state';
import type { AgentResults } from './output';
import { isAsDesired, isChangeSent, type Task } from './task';

const words: Record<Outcome, string> = {
	changed: 'changed',
	unchanged: 'already right',
	pending: 'pending',
	unconfirmed: 'not confirmed',
	preview: 'would change',
	deferred: 'deferred',
	skipped: 'skipped',
	failed: 'failed',
};

/** How far the run came, for the one who has to decide what to do next. */
export function progressOf(results: readonly AgentResults[]): string {
	const isAnyChanged = results.some((result) => result.kind === 'tasks' && result.tasks.some(isChangeSent));
	return [
		`${tally(results.flatMap(outcomesOf))}. Run it again when the cause is gone: only what differs is written.`,
		...(isAnyChanged ? [HOW_TO_UNDO] : []),
	].join(' ');
}

const HOW_TO_UNDO = "To undo it instead, give the 'changedRows' of this error to 'Restore Previous'.";

/** Such as "400 agents: 380 changed, 20 already right". */
function tally(all: ReadonlyArray<Outcome | undefined>): string {
	const counts = Object.entries(words).map(([outcome, word]): [number, string] => [
		all.filter((one) => one === outcome).length,
		word,
	]);
	return tallyOf('agent', [...counts, [all.filter((one) => one === undefined).length, 'not attempted']]);
}

interface RunSummary {
	message: string;
	type: 'info' | 'warning';
}

/** What a run has changed, in one line: it is easily overlooked among thousands of rows. */
export function changesSummary(results: readonly AgentResults[]): RunSummary {
	const all = results.flatMap(outcomesOf);
	const has = (...outcomes: Array<Outcome | undefined>) => all.some((one) => outcomes.includes(one));
	const isPreview = has('preview') && !has('changed', 'pending', 'unconfirmed');
	const areAllRight = all.length > 0 && all.every((one) => one === 'unchanged');
	const message = areAllRight ? allRight(all.length) : `${tally(all)}.`;
	return {
		message: isPreview ? `Preview: nothing was changed. ${message}` : message,
		type: has('failed', 'unconfirmed') ? 'warning' : 'info',
	};
}

const allRight = (agents: number): string =>
	agents === 1
		? 'The agent was already in the right state.'
		: `All ${agents} agents were already in the right state.`;

/** What a run has read: how many agents *Compare* found in their desired states, and of each operation how many failed. */
export function readSummary(results: readonly AgentResults[], isComparison: boolean): RunSummary | undefined {
	const failed = results.flatMap(outcomesOf).filter((one) => one === 'failed').length;
	const compared = results.flatMap((result) =>
		result.kind === 'tasks' ? result.tasks.filter((task) => task.phase === 'observed') : [],
	);
	const matching = isComparison ? compared.filter(isAsDesired).length : 0;
	const different = isComparison ? compared.length - matching : 0;
	const parts = [[matching, 'matching'] as const, [different, 'different'] as const, [failed, 'failed'] as const];
	if (parts.every(([count]) => count === 0)) return undefined;
	return { message: `${tallyOf('agent', parts)}.`, type: failed > 0 ? 'warning' : 'info' };
}

/** States that were asked for and found by a name that only resembles theirs: the user should look at it once. */
export function guessesOf(tasks: readonly Task[]): string[] {
	const asked = new Set(tasks.flatMap(({ desired }) => (desired.want.kind === 'state' ? [desired.want.state] : [])));
	const mappings = [...new Set(tasks.map(({ scope }) => scope.mapping))];
	return mappings
		.flatMap(({ guesses }) => settable.flatMap((state) => (asked.has(state) ? (guesses.get(state) ?? []) : [])))
		.map((guess) => `Found by name: ${guess}. Set it under 'State Mapping' if that is wrong.`);
}

/** `undefined` where an agent was not attempted. */
const outcomesOf = (result: AgentResults): Array<Outcome | undefined> =>
	result.kind === 'refused'
		? [result.refused.isSkip ? 'skipped' : 'failed']
		: result.tasks.map((task) => (task.phase === 'done' ? task.row.outcome : undefined));
