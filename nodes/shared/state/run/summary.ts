import { tallyOf } from '../../n8n/tally';
import type { Outcome } from '../input/row';
import { settable } from '../state';
import type { AgentResults } from './output';
import type { Task } from './task';

const words: Record<Outcome, string> = {
	changed: 'changed',
	unchanged: 'right already',
	pending: 'pending',
	unconfirmed: 'not confirmed',
	preview: 'would change',
	deferred: 'deferred',
	skipped: 'skipped',
	failed: 'failed',
};

/** How far the run came, for the one who has to decide what to do next. */
export const progressOf = (results: readonly AgentResults[]): string =>
	`${tally(results.flatMap(outcomesOf))}. Run it again when the cause is gone: only what differs is written.`;

/** Such as "400 agents: 380 changed, 20 right already". */
function tally(all: ReadonlyArray<Outcome | undefined>): string {
	const counts = Object.entries(words).map(([outcome, word]): [number, string] => [
		all.filter((one) => one === outcome).length,
		word,
	]);
	return tallyOf('agent', [...counts, [all.filter((one) => one === undefined).length, 'not begun']]);
}

/**
 * What happened, in one line: it is easily overlooked among thousands of rows.
 *
 * @param isChange whether the operation writes; of one that reads only failures are worth a line
 */
export function summaryOf(
	results: readonly AgentResults[],
	isChange: boolean,
): { message: string; type: 'info' | 'warning' } | undefined {
	const all = results.flatMap(outcomesOf);
	const isTroubled = all.some((one) => one === 'failed' || one === 'unconfirmed');
	if (isChange) return { message: `${tally(all)}.`, type: isTroubled ? 'warning' : 'info' };
	const failed = all.filter((one) => one === 'failed');
	return failed.length > 0 ? { message: `${tally(failed)}.`, type: 'warning' } : undefined;
}

/** States that were asked for and found by a name that only resembles theirs: the user should look at it once. */
export function guessesOf(tasks: readonly Task[]): string[] {
	const asked = new Set(tasks.flatMap(({ desired }) => (desired.want.kind === 'state' ? [desired.want.state] : [])));
	const mappings = [...new Set(tasks.map(({ scope }) => scope.mapping))];
	return mappings
		.flatMap(({ guesses }) => settable.flatMap((state) => (asked.has(state) ? (guesses.get(state) ?? []) : [])))
		.map((guess) => `Found by name: ${guess}. Set it under 'State Mapping' if that is wrong.`);
}

/** `undefined` where an agent was not begun. */
const outcomesOf = (result: AgentResults): Array<Outcome | undefined> =>
	result.kind === 'refused'
		? [result.refused.isSkip ? 'skipped' : 'failed']
		: result.tasks.map((task) => (task.phase === 'done' ? task.row.outcome : undefined));
