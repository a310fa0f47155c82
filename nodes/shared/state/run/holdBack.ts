import { timeOfDay } from '../../n8n/dateTime';
import type { Settings } from '../input/settings';
import type { Deferrals } from '../read/deferrals';
import type { Scope } from '../read/scope';
import { readWork, type FoundWork } from '../read/work';
import type { OpenWork } from '../workload';
import { fail, finish } from './finish';
import { agentKey, getsNoWork, type DecidedTask, type DoneTask } from './task';

/** What leaving agents to their work goes by, besides the settings. */
export interface Patience {
	deferrals: Deferrals;
	/** Whether n8n keeps what this run remembers. */
	isRemembered: boolean;
	/** Whether an item is only to be previewed. */
	isPreview: (item: number) => boolean;
	/** Of the workflow, for the times in the rows. */
	zone: string;
	/** Milliseconds since the epoch. */
	now: number;
}

/**
 * Leaves agents who have work in hand, where the new state gets none.
 *
 * @param tasks all of the same scope
 * @returns in the same order; a task stays as it was where the run ended before the work could be read
 */
export async function holdBack(
	scope: Scope,
	tasks: readonly DecidedTask[],
	settings: Settings,
	patience: Patience,
): Promise<Array<DecidedTask | DoneTask>> {
	const { workload } = scope.session.adapter;
	if (!workload || settings.openWorkMs === 0) return [...tasks];
	const concerned = tasks.filter(getsNoWork).flatMap(({ observed }) => observed ?? []);
	const found = await readWork(scope, workload, concerned);
	return tasks.map((task) => {
		const work = getsNoWork(task) ? found.get(task.observed?.id ?? '') : undefined;
		return work ? heldBack(task, work, settings.openWorkMs, patience) : task;
	});
}

function heldBack(task: DecidedTask, found: FoundWork, limitMs: number, patience: Patience): DecidedTask | DoneTask {
	switch (found.kind) {
		case 'free':
		case 'unsent':
			return task;
		case 'failed':
			return fail(task, found.failure);
		case 'untold': {
			const { vendor } = task.scope.session.adapter;
			const why = `${vendor.name} does not show whether the agent has open work`;
			if (limitMs < Infinity) return leaveInTime(task, { why, next: '' }, limitMs, patience);
			return leave(task, 'skipped', `${why}. Choose 'Change Now' to change the agent in any case`);
		}
		case 'working': {
			const why = workText(found.work, patience);
			if (limitMs < Infinity)
				return leaveInTime(task, { why, next: 'the next run after that' }, limitMs, patience);
			return leave(task, 'deferred', `${why}; the next run after that changes the state`);
		}
	}
}

/** @param next the run that changes the agent before the time is over; empty where nobody can tell */
function leaveInTime(
	task: DecidedTask,
	{ why, next }: { why: string; next: string },
	limitMs: number,
	{ deferrals, isRemembered, isPreview, zone, now }: Patience,
): DecidedTask | DoneTask {
	const key = agentKey(task, task.observed);
	const known = deferrals.since(key);
	const first = known ?? now;
	if (now - first >= limitMs) {
		const minutes = Math.floor((now - first) / 60_000);
		return { ...task, remark: `${why}; was left for ${minutes} minutes, which is the limit` };
	}
	const end = timeOfDay(first + limitMs, zone, now);
	const isTimed = known !== undefined || isRemembered;
	const runs = [next, isTimed ? `a run after ${end}` : ''].filter(Boolean).join(', or ');
	const changes = runs === '' ? '' : `; ${runs} changes the state`;
	const untimed = isTimed ? '' : '. A manual run does not remember how long the agent has been left alone';
	if (!isPreview(task.desired.item)) deferrals.keep(key);
	return leave(task, 'deferred', `${why}${changes}${untimed}`);
}

/** The change was not sent, so the task ends as one that was never decided. */
const leave = (task: DecidedTask, outcome: 'deferred' | 'skipped', reason: string): DoneTask =>
	finish({ ...task, phase: 'observed' }, { outcome, current: task.previous, reason });

function workText({ what, since }: OpenWork, { zone, now }: Patience): string {
	const at = Date.parse(since ?? '');
	return Number.isNaN(at) ? what : `${what} since ${timeOfDay(at, zone, now)}`;
}
