import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { plainFailure } from '../../http/failure';
import { waitFor } from '../../n8n/clock';
import { guarded, guardedAsync, guardRun } from '../../n8n/guard';
import { showHints } from '../../n8n/hints';
import { failuresText } from '../../n8n/itemError';
import { itemParameters } from '../../n8n/itemParameters';
import { controlRun, type RunControl } from '../../n8n/runControl';
import { isToolCall, overCap } from '../../n8n/toolCall';
import { PREVIEW_ONLY } from '../../operation/fields';
import { isRecord } from '../../values/record';
import { rowNumbersOf } from '../../values/rowNumbers';
import { desiredStatesOf } from '../input/desired';
import type { DesiredState, Form, Refused } from '../input/form';
import { isByItem } from '../input/scopeFields';
import { isOn, settingsOf, type Settings } from '../input/settings';
import { openDeferrals, type Deferrals } from '../read/deferrals';
import { openEpisodes } from '../read/episodes';
import { openLastSet, type LastSet } from '../read/lastSet';
import type { Opened } from '../read/scope';
import { openSessions } from '../read/session';
import { apply } from './apply';
import { canBeConfirmed, confirm, isUnconfirmed } from './confirm';
import { finishDuplicates, mergeDuplicates, repeatsText } from './duplicates';
import { observeAgents } from './observe';
import { fail } from './finish';
import { holdBack } from './holdBack';
import { traceAgents } from './trace';
import { episodesText, onlyLongOut } from './onlyLongOut';
import { changesOf, errorOf, hasErrorOutput, itemsOf, resultsOf } from './output';
import { memoryEffects, withoutGrace } from './memoryEffects';
import { memoryInColumns } from './memoryInColumns';
import { memoryInN8n } from './runMemory';
import { plan } from './plan';
import { preview } from './preview';
import { remember } from './remember';
import { resolveTarget } from './resolveTarget';
import { salvage, type Known } from './salvage';
import { perScope, perService } from './steps';
import { changesSummary, guessesOf, progressOf, readSummary } from './summary';
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
	const known: Known = { refused: [], tasks: [] };
	return await guardRun(
		context,
		async () => await runForm(context, form, known),
		(problem) => salvage(context, form, known, problem),
	);
}

async function runForm(context: IExecuteFunctions, form: Form, known: Known): Promise<INodeExecutionData[][]> {
	const run = controlRun(context);
	const settings = settingsIn(context, form);
	const isChange = form.operation === 'setState' || form.operation === 'restorePrevious';
	const isInColumns = isChange && settings.memory === 'columns';
	const memory = isInColumns ? memoryInColumns(context, Date.now()) : memoryInN8n(context);
	// Where the run breaks, nobody knows what was done.
	if (isInColumns) known.memoryOf = () => '';
	const lastSet = openLastSet(memory.data, Date.now());
	const deferrals = openDeferrals(memory.data, Date.now());
	const rowOf = rowNumbersOf(context.getInputData().map(({ json }) => json));
	const tooMany = isChange ? overCap(context) : undefined;
	const asked = tooMany === undefined ? desiredStatesOf(context, form, rowOf) : refusedAll(context, tooMany);
	known.refused = asked.filter((one) => one.kind === 'refused');
	const results = () => resultsOf(asked.length, known.refused, known.tasks);
	const endIfOver = (remark: () => string) => {
		const more = () => changesOf(form, results());
		run.throwIfCancelled(() => progressOf(results()), more);
		run.throwIfFailed(results().map(errorOf), remark(), more);
	};
	endIfOver(() => 'Nothing was sent: all items are checked before the first request.');

	const desired = asked.filter((one) => one.kind === 'desired');
	const opened = await openScopesOf(context, form, run, settings, desired);
	known.refused = [...known.refused, ...opened.refused];
	known.tasks = opened.subjects.map(targeted);
	endIfOver(() => 'Nothing was changed.');

	known.tasks = await perScope(run.signal, known.tasks, isTargeted, async (scope, group) =>
		observeAgents(scope, group, settings, lastSet),
	);
	const merged = mergeDuplicates(known.tasks, rowOf);
	known.tasks = merged.tasks;
	endIfOver(() => 'Nothing was changed.');

	if (form.operation === 'getHistory') {
		known.tasks = await perScope(run.signal, known.tasks, isObserved, traceAgents);
	}
	if (form.operation === 'compare' && settings.outMs !== undefined) {
		const episodes = openEpisodes(memory.data, Date.now());
		known.tasks = onlyLongOut(known.tasks, episodes, settings.outMs);
		showHints(context, 'info', episodesText(episodes, context.getMode() === 'manual'));
	}
	let lost: string[] = [];
	if (isChange) {
		const isPreview = previewIn(context);
		const zone = context.getTimezone();
		const settingsFor = (task: ObservedTask) => (memory.isLost(task) ? withoutGrace(settings) : settings);
		lost = memoryEffects(known.tasks, settings);
		known.tasks = known.tasks.map((task) =>
			task.phase === 'observed' && !merged.originals.has(task)
				? guarded<Task>(
						() =>
							plan(task, settingsFor(task), { lastSet, isWhole: memory.isWhole(task) }, zone, Date.now()),
						(problem) => fail(task, plainFailure(problem)),
					)
				: task,
		);
		const patience = {
			deferrals,
			isRemembered: memory.isRemembered,
			isPreview,
			zone,
			now: Date.now(),
		};
		known.tasks = await perScope(run.signal, known.tasks, isDecided, async (scope, group) =>
			holdBack(scope, group, settings, patience),
		);
		endIfOver(() => 'Nothing was changed.');
		known.tasks = known.tasks.map((task) =>
			isDecided(task) && isPreview(task.desired.item) ? preview(task) : task,
		);
		known.tasks = await applyAll(run, known.tasks, settings);
		known.tasks = await confirmAll(run, known.tasks, settings);
		rememberAll(known.tasks, settings, lastSet, deferrals);
		if (lost.length > 0 && known.tasks.some(({ desired }) => !isPreview(desired.item))) memory.leaveTrace();
		known.tasks = finishDuplicates(merged, known.tasks);
		known.memoryOf = memory.column?.(known.tasks, isPreview);
	}
	endIfOver(() => progressOf(results()));

	// Of those who are out, *Compare* has left most aside by now.
	const isWhole = form.operation === 'compare' && settings.outMs === undefined;
	const summary = isChange ? changesSummary(results()) : readSummary(results(), isWhole);
	if (summary) showHints(context, summary.type, [summary.message]);
	const failures = hasErrorOutput(context) ? results().flatMap((one) => errorOf(one) ?? []) : [];
	if (failures.length > 0) showHints(context, 'warning', [failuresText(failures)]);
	memory.tellLost(lost);
	showHints(context, 'info', repeatsText(merged.repeats, rowOf));
	showHints(context, 'warning', guessesOf(known.tasks));
	const { memoryOf } = known;
	// A model reads the one row that it gets as the answer, and a table keeps the memory of those whose rows come out.
	const changedOnly = isChange && settings.changedOnly && !isToolCall(context) && !memoryOf;
	return [
		itemsOf(form, results(), hasErrorOutput(context), { ...settings, changedOnly, ...(memoryOf && { memoryOf }) }),
	];
}

const targeted = (subject: TaskSubject): TargetedTask | DoneTask =>
	guarded(
		() => resolveTarget(subject),
		(problem) => fail({ ...subject, phase: 'targeted', target: undefined }, plainFailure(problem)),
	);

const isTargeted = (task: Task): task is TargetedTask => task.phase === 'targeted';
const isObserved = (task: Task): task is ObservedTask => task.phase === 'observed';
const isDecided = (task: Task): task is DecidedTask => task.phase === 'decided';
const isConfirmable = (task: Task): task is DoneTask => task.phase === 'done' && canBeConfirmed(task);
const isUntold = (task: Task): task is DoneTask => task.phase === 'done' && isUnconfirmed(task);

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
	// All at once: the workspaces of a large team, one after the other, would take seconds.
	const all = await Promise.all(
		desired.map(async (one) => ({
			one,
			opened: await guardedAsync<Opened>(
				async () => await open(one),
				(problem) => ({ kind: 'problem', problem }),
			),
		})),
	);
	const subjects: TaskSubject[] = [];
	const refused: Refused[] = [];
	for (const { one, opened } of all) {
		const { item, agent, adapter } = one;
		const told = { kind: 'refused', item, service: adapter.id, agent } as const;
		if (opened.kind === 'scopes') subjects.push(...opened.scopes.map((scope) => ({ desired: one, scope })));
		if (opened.kind === 'problem') refused.push({ ...told, problem: opened.problem });
		if (opened.kind === 'failed') {
			refused.push({ ...told, problem: opened.failure.message, failure: opened.failure });
		}
	}
	return { subjects, refused };
}

/** For what is wrong with all items alike. */
const refusedAll = (context: IExecuteFunctions, problem: string): Refused[] =>
	context
		.getInputData()
		.map((_, item) => ({ kind: 'refused', item, service: '', agent: '', problem, isOfScope: 'all' }));

/** Whether an item is only to be previewed: a switch that is an expression is each item's own. */
function previewIn(context: IExecuteFunctions): (item: number) => boolean {
	const parameters = itemParameters(context);
	// In doubt nothing is written.
	const at = (item: number) => isOn(parameters.getNodeParameter(PREVIEW_ONLY, item, isToolCall(context)));
	const forAll = at(0);
	return isByItem(context.getNode().parameters, PREVIEW_ONLY) ? at : () => forAll;
}

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

/** Reads back what the user wants to be read back, and otherwise only what no answer tells of. */
async function confirmAll(run: RunControl, tasks: Task[], { confirmAfterMs }: Settings): Promise<Task[]> {
	const isMeant = confirmAfterMs === undefined ? isUntold : isConfirmable;
	if (run.signal.aborted || !tasks.some(isMeant)) return tasks;
	await waitFor(confirmAfterMs ?? 0, run.signal);
	const when = confirmAfterMs === undefined ? 'right after it' : `after ${confirmAfterMs / 1000} seconds`;
	return await perScope(run.signal, tasks, isMeant, async (scope, group) => confirm(scope, group, when));
}

function rememberAll(tasks: readonly Task[], { protection }: Settings, lastSet: LastSet, deferrals: Deferrals): void {
	for (const task of tasks) {
		if (task.phase !== 'done') continue;
		remember(task, protection.graceMs, lastSet);
		const { agentId, outcome } = task.row;
		const isOpen = ['deferred', 'failed', 'preview', 'unconfirmed'].includes(outcome);
		if (agentId !== null && !isOpen) deferrals.drop(agentKey(task, { id: agentId }));
	}
	lastSet.store();
	deferrals.store();
}
