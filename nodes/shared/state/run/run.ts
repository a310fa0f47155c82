import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { waitFor } from '../../n8n/clock';
import { showHints } from '../../n8n/hints';
import { controlRun, type RunControl } from '../../n8n/runControl';
import { isRecord } from '../../values/record';
import { desiredStatesOf } from '../input/desired';
import type { DesiredState, Form, Refused } from '../input/form';
import { isByItem } from '../input/scopeFields';
import { isOn, settingsOf, type Settings } from '../input/settings';
import { openDeferrals, type Deferrals } from '../read/deferrals';
import { openEpisodes } from '../read/episodes';
import { openLastSet, type LastSet } from '../read/lastSet';
import { openSessions } from '../read/session';
import { apply } from './apply';
import { canBeConfirmed, confirm } from './confirm';
import { finishDuplicates, mergeDuplicates, repeatsText } from './duplicates';
import { observeAgents } from './observe';
import { finish } from './finish';
import { holdBack } from './holdBack';
import { traceAgents } from './trace';
import { episodesText, onlyLongOut } from './onlyLongOut';
import { errorOf, itemsOf, resultsOf } from './output';
import { plan } from './plan';
import { remember } from './remember';
import { resolveTarget } from './resolveTarget';
import { perScope, perService } from './steps';
import { guessesOf, progressOf, summaryOf } from './summary';
import {
	agentKey,
	type DecidedTask,
	type DoneTask,
	type ObservedTask,
	type TargetedTask,
	type Task,
	type TaskSubject,
} from './task';

/**
 * Brings agents into the states that the items ask for, or tells their states: the body of `execute` of Agent State
 * and of every vendor node's *Set State*.
 *
 * Everything is checked, found and compared before the first change. With On Error set to stop, whatever is wrong with
 * one agent therefore stops the run with nobody changed, and after a change that failed no further one begins.
 * Otherwise every item yields one row for each of its scopes, paired, in input order; items that ask for the very same
 * of one agent share the row of the first.
 */
export async function runStates(context: IExecuteFunctions, form: Form): Promise<INodeExecutionData[][]> {
	const run = controlRun(context);
	const settings = settingsIn(context, form);
	const staticData = context.getWorkflowStaticData('node');
	const lastSet = openLastSet(staticData, Date.now());
	const deferrals = openDeferrals(staticData, Date.now());
	const asked = desiredStatesOf(context, form);
	let refused = asked.filter((one) => one.kind === 'refused');
	let tasks: Task[] = [];
	const results = () => resultsOf(asked.length, refused, tasks);
	const endIfOver = (remark: () => string) => {
		run.throwIfCancelled(() => progressOf(results()));
		run.throwIfFailed(results().map(errorOf), remark());
	};
	endIfOver(() => 'Nothing was sent: all items are checked before the first request.');

	const desired = asked.filter((one) => one.kind === 'desired');
	const opened = await openScopesOf(context, form, run, settings, desired);
	refused = [...refused, ...opened.refused];
	tasks = opened.subjects.map(resolveTarget);
	endIfOver(() => 'Nothing was changed.');

	tasks = await perScope(run.signal, tasks, isTargeted, async (scope, group) =>
		observeAgents(scope, group, settings, lastSet),
	);
	const merged = mergeDuplicates(tasks);
	tasks = merged.tasks;
	endIfOver(() => 'Nothing was changed.');

	if (form.operation === 'getHistory') {
		tasks = await perScope(run.signal, tasks, isObserved, traceAgents);
	}
	if (form.operation === 'compare' && settings.outMs !== undefined) {
		const episodes = openEpisodes(staticData, Date.now());
		tasks = onlyLongOut(tasks, episodes, settings.outMs);
		showHints(context, 'info', episodesText(episodes, context.getMode() === 'manual'));
	}
	const isChange = form.operation === 'setState' || form.operation === 'restorePrevious';
	if (isChange) {
		const isPreview = previewIn(context);
		tasks = tasks.map((task) =>
			task.phase === 'observed' && !merged.originals.has(task) ? plan(task, settings, lastSet, Date.now()) : task,
		);
		const patience = {
			deferrals,
			isRemembered: context.getMode() !== 'manual',
			isPreview,
			zone: context.getTimezone(),
			now: Date.now(),
		};
		tasks = await perScope(run.signal, tasks, isDecided, async (scope, group) =>
			holdBack(scope, group, settings, patience),
		);
		endIfOver(() => 'Nothing was changed.');
		tasks = tasks.map((task) => (isDecided(task) && isPreview(task.desired.item) ? preview(task) : task));
		tasks = await applyAll(run, tasks, settings);
		tasks = await confirmAll(run, tasks, settings);
		rememberAll(tasks, settings, lastSet, deferrals);
		tasks = finishDuplicates(merged, tasks);
	}
	endIfOver(() => progressOf(results()));

	const summary = summaryOf(results(), isChange);
	if (summary) showHints(context, summary.type, [summary.message]);
	showHints(context, 'info', repeatsText(merged.repeats));
	showHints(context, 'warning', guessesOf(tasks));
	const toErrorOutput = context.getNode().onError === 'continueErrorOutput';
	return [itemsOf(form, results(), toErrorOutput, settings.technicalDetails)];
}

const isTargeted = (task: Task): task is TargetedTask => task.phase === 'targeted';
const isObserved = (task: Task): task is ObservedTask => task.phase === 'observed';
const isDecided = (task: Task): task is DecidedTask => task.phase === 'decided';
const isConfirmable = (task: Task): task is DoneTask => task.phase === 'done' && canBeConfirmed(task);

/** The options of the node, and on a vendor's node those of *Set State* as well. */
function settingsIn(context: IExecuteFunctions, form: Form): Settings {
	const collections = ['options', form.optionsName].map((name): unknown => context.getNodeParameter(name, 0, {}));
	return settingsOf(Object.assign({}, ...collections.filter(isRecord)));
}

/** Each desired state at each of its scopes, and the items whose scopes cannot be opened. */
async function openScopesOf(
	context: IExecuteFunctions,
	form: Form,
	run: RunControl,
	{ parallelLimit }: Settings,
	desired: readonly DesiredState[],
): Promise<{ subjects: TaskSubject[]; refused: Refused[] }> {
	run.backlog.expect(desired.length);
	const open = openSessions(context, form, run, parallelLimit);
	const subjects: TaskSubject[] = [];
	const refused: Refused[] = [];
	for (const one of desired) {
		const { item, agent, adapter } = one;
		const opened = await open(one);
		const told = { kind: 'refused', item, service: adapter.id, agent } as const;
		if (opened.kind === 'scopes') subjects.push(...opened.scopes.map((scope) => ({ desired: one, scope })));
		if (opened.kind === 'problem') refused.push({ ...told, problem: opened.problem });
		if (opened.kind === 'failed') {
			refused.push({ ...told, problem: opened.failure.message, failure: opened.failure });
		}
	}
	return { subjects, refused };
}

/** Whether an item is only to be previewed: a switch that is an expression is each item's own. */
function previewIn(context: IExecuteFunctions): (item: number) => boolean {
	// In doubt nothing is written.
	const at = (item: number) => isOn(context.getNodeParameter('previewOnly', item, false));
	const forAll = at(0);
	return isByItem(context.getNode().parameters, 'previewOnly') ? at : () => forAll;
}

/** The change is not sent, so the task ends as one that was never decided. */
const preview = (task: DecidedTask): DoneTask =>
	finish({ ...task, phase: 'observed' }, { outcome: 'preview', current: task.target, reason: task.remark });

async function applyAll(run: RunControl, tasks: readonly Task[], settings: Settings): Promise<Task[]> {
	run.backlog.expect(tasks.filter(isDecided).length);
	return await perService(run.signal, tasks, isDecided, async (task) => {
		run.backlog.begin();
		if (run.signal.aborted) return task;
		const after = await apply(task, settings);
		// Not every failure comes from a request, and none may be followed by another change.
		if (after.phase === 'done' && after.error) run.noteFailure();
		return after;
	});
}

async function confirmAll(run: RunControl, tasks: Task[], { confirmAfterMs }: Settings): Promise<Task[]> {
	if (confirmAfterMs === undefined || run.signal.aborted || !tasks.some(isConfirmable)) return tasks;
	await waitFor(confirmAfterMs, run.signal);
	return await perScope(run.signal, tasks, isConfirmable, async (scope, group) =>
		confirm(scope, group, confirmAfterMs / 1000),
	);
}

function rememberAll(tasks: readonly Task[], { protection }: Settings, lastSet: LastSet, deferrals: Deferrals): void {
	for (const task of tasks) {
		if (task.phase !== 'done') continue;
		remember(task, protection.graceMs, lastSet);
		const { agentId, outcome } = task.row;
		const isOpen = ['deferred', 'failed', 'preview'].includes(outcome);
		if (agentId !== null && !isOpen) deferrals.drop(agentKey(task, { id: agentId }));
	}
	lastSet.store();
	deferrals.store();
}
