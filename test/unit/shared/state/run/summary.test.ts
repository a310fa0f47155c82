import type { Outcome } from '../../../../../nodes/shared/state/input/row';
import type { AgentResults } from '../../../../../nodes/shared/state/run/output';
import { changesSummary, guessesOf, progressOf, readSummary } from '../../../../../nodes/shared/state/run/summary';
import { observedTask, scopeOf, targetedTask, toState } from '../../../../support/stateOffice';

/** The results of an item whose agents ended so; `undefined` for one who was not attempted. */
const ended = (...outcomes: Array<Outcome | undefined>): AgentResults =>
	({
		kind: 'tasks',
		tasks: outcomes.map((outcome) =>
			outcome === undefined ? { phase: 'observed', previous: null } : { phase: 'done', row: { outcome } },
		),
	}) as unknown as AgentResults;
const refused = (isSkip: boolean): AgentResults =>
	({ kind: 'refused', refused: { isSkip } }) as unknown as AgentResults;

it.each<[AgentResults[], string, string]>([
	[[ended('unchanged')], 'The agent was already in the right state.', 'info'],
	[[ended('unchanged', 'unchanged')], 'All 2 agents were already in the right state.', 'info'],
	[[ended('unchanged', 'changed')], '2 agents: 1 changed, 1 already right.', 'info'],
	[[], '0 agents: none.', 'info'],
	[[ended('preview')], 'Preview: nothing was changed. 1 agent: 1 would change.', 'info'],
	[[ended('preview', 'pending')], '2 agents: 1 pending, 1 would change.', 'info'],
	[[ended('preview', 'changed')], '2 agents: 1 changed, 1 would change.', 'info'],
	[[ended('unconfirmed', 'preview')], '2 agents: 1 not confirmed, 1 would change.', 'warning'],
	[[ended('failed', 'deferred', undefined)], '3 agents: 1 deferred, 1 failed, 1 not attempted.', 'warning'],
	[[refused(true), ended('skipped')], '2 agents: 2 skipped.', 'info'],
	[[refused(false)], '1 agent: 1 failed.', 'warning'],
])('a run that changes is told of in a line', (results, message, type) => {
	expect(changesSummary(results)).toEqual({ message, type });
});

it('a run that ended early is told of, too, and how to undo what it has changed', () => {
	const again = 'Run it again when the cause is gone: only what differs is written.';
	expect(progressOf([ended('unchanged', undefined)])).toBe(`2 agents: 1 already right, 1 not attempted. ${again}`);
	expect(progressOf([ended('changed', undefined)])).toBe(
		`2 agents: 1 changed, 1 not attempted. ${again} To undo it instead, give the 'changedRows' of this error to 'Restore Previous'.`,
	);
});

it('a run that reads tells of what failed, and of what differs where that was asked', () => {
	expect(readSummary([ended(undefined)], false)).toBeUndefined();
	expect(readSummary([ended(undefined, 'failed')], false)).toEqual({
		message: '1 agent: 1 failed.',
		type: 'warning',
	});
	expect(readSummary([ended(undefined)], true)).toEqual({ message: '1 agent: 1 different.', type: 'info' });
});

it('a comparison tells how many are in their desired states', () => {
	const scope = scopeOf();
	const seen = (state: string) => observedTask(scope, { id: 'A1', state }, 'rest');
	const results: AgentResults[] = [
		{ kind: 'tasks', tasks: [seen('rest'), seen('on'), seen('off'), targetedTask(scope, 'A2', 'rest')] },
		refused(false),
		refused(true),
	];
	expect(readSummary(results, true)).toEqual({
		message: '4 agents: 1 matching, 2 different, 1 failed.',
		type: 'warning',
	});
	expect(readSummary(results.slice(0, 1), true)?.type).toBe('info');
	expect(readSummary(results, false)).toEqual({ message: '1 agent: 1 failed.', type: 'warning' });
});

it('a state that was asked for and found by a similar name is told of, once', () => {
	const scope = scopeOf();
	const guesses = new Map([
		['busy', 'busy is the status "Away"'],
		['break', 'break is the status "Lunch"'],
	] as const);
	const guessing = { ...scope, mapping: { ...scope.mapping, guesses } };
	const asked = (state: 'break' | 'available') => targetedTask(guessing, 'A1', 'rest', { want: toState(state) });
	const read = targetedTask(guessing, 'A1', 'rest', { want: { kind: 'none' } });
	expect(guessesOf([asked('break'), asked('break'), asked('available')])).toEqual([
		'Found by name: break is the status "Lunch". Set it under \'State Mapping\' if that is wrong.',
	]);
	expect(guessesOf([read])).toEqual([]);
});
