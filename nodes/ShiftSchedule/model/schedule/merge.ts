import type { Agent, Schedule } from './types';

/**
 * Puts several schedules into one, such as a roster and a calendar of holidays. The zone and the policy of the first one
 * hold; of an agent that is in several, the first that has a row of its own.
 */
export function merge(first: Schedule, ...others: Schedule[]): Schedule {
	const agents = new Map<string, Agent>();
	for (const agent of [first, ...others].flatMap((schedule) => schedule.agents)) {
		const before = agents.get(agent.id);
		if (before === undefined || (agent.isListed && !before.isListed)) agents.set(agent.id, agent);
	}
	const schedules = [first, ...others];
	return {
		...first,
		agents: [...agents.values()],
		rules: schedules.flatMap(({ rules }) => rules),
		breaks: schedules.flatMap(({ breaks }) => breaks),
		swaps: schedules.flatMap(({ swaps }) => swaps),
		requirements: schedules.flatMap(({ requirements }) => requirements),
	};
}
