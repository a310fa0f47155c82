import type { Settings } from '../input/settings';
import type { Task } from './task';

/** What a run that changes states does when the memory of earlier runs is lost, in words that follow "so …". */
export function memoryEffects(tasks: readonly Task[], { protection, openWorkMs, trustMs }: Settings): string[] {
	const adapters = new Set(tasks.map(({ scope }) => scope.session.adapter));
	return [...adapters].flatMap(({ vendor, reading, workload }) => [
		...(reading?.tellsSince && protection.graceMs > 0
			? ['Grace Time has no effect: the node cannot tell which changes are its own']
			: []),
		...(workload && openWorkMs > 0 && openWorkMs < Infinity
			? ['the time given to agents to finish their work starts again']
			: []),
		...(!reading && trustMs > 0
			? [`all agents of ${vendor.name} are set, even those who are already in the state`]
			: []),
	]);
}

/** Without a memory nobody knows whose a change was, so none is taken for someone else's. */
export const withoutGrace = (settings: Settings): Settings => ({
	...settings,
	protection: { ...settings.protection, graceMs: 0 },
});
