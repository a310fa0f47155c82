import { type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../../values/record';
import { waitFor } from '../../n8n/clock';
import { controlRun } from '../../n8n/runControl';
import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import { endLike, endWith, groupsOf, type Task } from './task';
import { openSessions } from '../read/session';
import { resolveTarget, plan, observe, mergeDuplicates } from './plan';
import { openLastSet } from '../read/lastSet';
import { openOutput, type Ended } from './output';
import { isOn, settingsOf } from '../input/settings';
import { isByItem, desiredStatesOf, type Form, type DesiredState } from '../input/desired';
import { confirm, remember, apply } from './apply';

/** Places are looked at side by side; each service paces its requests for all of them together. */
const PLACES_AT_ONCE = 8;

/**
 * Brings agents into the states that the items ask for, or tells their states: the body of `execute` of Agent State
 * and of every vendor node's *Set State*.
 *
 * Everything is checked, found and compared before the first change. With On Error set to stop, whatever is wrong with
 * one agent therefore stops the run with nobody changed, and after a change that failed no further one begins.
 * Otherwise every item yields one row for each of its places, paired, in input order.
 */
export async function runStates(context: IExecuteFunctions, form: Form): Promise<INodeExecutionData[][]> {
	const collections = ['options', form.optionsName].map((name): unknown => context.getNodeParameter(name, 0, {}));
	const settings = settingsOf(Object.assign({}, ...collections.filter(isRecord)));
	const memory = openLastSet(context.getWorkflowStaticData('node'), Date.now());
	const ended: Ended[] = context.getInputData().map(() => ({ cases: [] }));
	const output = openOutput(context, form, ended, settings.technicalDetails);
	const wishes: DesiredState[] = [];
	for (const asked of desiredStatesOf(context, form)) {
		if (asked.kind === 'wish') wishes.push(asked);
		else ended[asked.item] = { cases: [], refused: asked };
	}
	output.stopOver('Nothing was sent: all items are checked before the first request.');

	const run = controlRun(context);
	run.backlog.expect(wishes.length);
	const open = openSessions(context, form, run, settings.parallelLimit);
	for (const wish of wishes) ended[wish.item] = await casesOf(wish, open);
	output.throwIfCancelled();
	output.stopOver('Nothing was changed.');

	const cases = ended.flatMap((one) => one.cases);
	for (const one of cases) resolveTarget(one);
	await atEachPlace(run.signal, cases, async (there) => await observe(there, settings, memory));
	mergeDuplicates(cases.filter(({ row }) => !row));
	output.throwIfCancelled();
	output.stopOver('Nothing was changed.');
	if (form.operation === 'setState' || form.operation === 'restorePrevious') await change();
	output.throwIfCancelled();
	output.stopOver(output.tally());
	return [output.items()];

	async function change(): Promise<void> {
		for (const one of cases) if (!one.row && !one.sameAs) plan(one, settings, memory, Date.now());
		const due = cases.filter(({ row, sameAs }) => !row && !sameAs);
		const isPreview = previewIn(context);
		for (const one of due) {
			if (isPreview(one.desired.item)) endWith(one, { outcome: 'preview', current: one.wanted ?? null });
		}
		await writeAll(due.filter(({ row }) => !row));
		for (const one of cases) if (one.sameAs) endLike(one, one.sameAs);
	}

	async function writeAll(due: Task[]): Promise<void> {
		run.backlog.expect(due.length);
		const perService = groupsOf(due, ({ scope }) => scope.session.adapter.id);
		await Promise.all(
			perService.map(async (group) => {
				await forEachConcurrent(
					group[0]?.scope.session.maxConcurrency ?? 1,
					group.length,
					run.signal,
					async (at) => {
						run.backlog.begin();
						const one = group[at];
						if (!one?.wanted || run.signal.aborted) return;
						await apply(one, one.wanted, settings);
						// Not every failure comes from a request, and none may be followed by another change.
						if (one.failure) run.noteFailure();
					},
				);
			}),
		);
		await confirmAll(due);
		for (const one of due) remember(one, settings, memory);
		memory.store();
	}

	async function confirmAll(due: Task[]): Promise<void> {
		const { confirmAfterMs } = settings;
		const sent = due.filter(({ row, scope }) => row && row.outcome !== 'failed' && scope.session.adapter.reading);
		if (confirmAfterMs === undefined || run.signal.aborted || sent.length === 0) return;
		await waitFor(confirmAfterMs, run.signal);
		await atEachPlace(run.signal, sent, async (there) => await confirm(there, confirmAfterMs / 1000));
	}
}

/** Whether an item is only to be previewed: a switch that is an expression is each item's own. */
function previewIn(context: IExecuteFunctions): (item: number) => boolean {
	// In doubt nothing is written.
	const at = (item: number) => isOn(context.getNodeParameter('previewOnly', item, false));
	const forAll = at(0);
	return isByItem(context.getNode().parameters, 'previewOnly') ? at : () => forAll;
}

/** The cases of one item: one for each place that it names. */
async function casesOf(wish: DesiredState, open: ReturnType<typeof openSessions>): Promise<Ended> {
	const opened = await open(wish);
	if (opened.kind === 'places')
		return { cases: opened.places.map((place) => ({ desired: wish, scope: place, previous: null })) };
	if (opened.kind === 'unsent') return { cases: [] };
	const { item, agent, adapter } = wish;
	const told = opened.kind === 'problem' ? opened : { problem: opened.failure.message, failure: opened.failure };
	return { cases: [], refused: { ...told, kind: 'refused', item, service: adapter.id, agent } };
}

async function atEachPlace(signal: AbortSignal, cases: Task[], task: (there: Task[]) => Promise<void>): Promise<void> {
	const groups = groupsOf(cases, ({ scope }) => scope.key);
	await forEachConcurrent(PLACES_AT_ONCE, groups.length, signal, async (at) => await task(groups[at] ?? []));
}
