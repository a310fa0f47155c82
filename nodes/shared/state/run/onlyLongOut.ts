import type { Episodes } from '../read/episodes';
import { agentKey, isAsDesired, type ObservedTask, type Task } from './task';

/**
 * Leaves, of the agents that *Compare* has looked at, those who have been out of the desired state for long and of whom
 * no earlier run told. An agent who could not be read stays, and what is remembered of that agent does, too.
 *
 * @param outMs for longer than this
 */
export function onlyLongOut(tasks: readonly Task[], episodes: Episodes, outMs: number): Task[] {
	const left = tasks.flatMap((task): Task[] => (task.phase === 'observed' ? longOut(task, episodes, outMs) : [task]));
	episodes.store();
	return left;
}

function longOut(task: ObservedTask, episodes: Episodes, outMs: number): ObservedTask[] {
	const key = agentKey(task, task.observed);
	if (isAsDesired(task)) {
		episodes.end(key);
		return [];
	}
	const { forMs, isTold } = episodes.out(key);
	if (isTold || forMs <= outMs) return [];
	episodes.tell(key);
	return [{ ...task, outMs: forMs }];
}

/** What the user should know about the memory of a run. */
export function episodesText({ isContinued }: Episodes, isManual: boolean): string[] {
	if (isManual) {
		return [
			'Manual runs are not remembered: this one shows only who has been out for long in runs of the published workflow.',
		];
	}
	if (isContinued) return [];
	return [
		'This run remembers no earlier one, so agents count as out from now on. If the next run shows this again, n8n keeps no memory for its workers (queue mode of 2.40 and 2.41), and no one will be reported.',
	];
}
