import { tidyText } from '../../../shared/values/text';
import { firstSpelling } from './spelling';
import type { Agent, Schedule, Swap } from './types';

/**
 * Puts several schedules into one, such as a roster and a calendar of holidays. The zone and the policy of the first one
 * hold; of an agent that is in several, the first that has a row of its own. An agent who is written in several ways is one
 * agent, by the first of them.
 */
export function merge(first: Schedule, ...others: Schedule[]): Schedule {
	const schedules = [first, ...others];
	const spell = firstSpelling(tidyText);
	const agents = new Map<string, Agent>();
	for (const agent of schedules.flatMap((schedule) => schedule.agents)) {
		const id = spell(agent.id);
		const before = agents.get(id);
		const name = agent.name === agent.id ? id : agent.name;
		if (before === undefined || (agent.isListed && !before.isListed)) agents.set(id, { ...agent, id, name });
	}
	const spelled = <T extends { agents: 'all' | string[] }>(entry: T): T =>
		entry.agents === 'all' ? entry : { ...entry, agents: [...new Set(entry.agents.map(spell))] };
	return {
		...first,
		agents: [...agents.values()],
		rules: schedules.flatMap(({ rules }) => rules.map(spelled)),
		breaks: schedules.flatMap(({ breaks }) => breaks.map(spelled)),
		swaps: schedules.flatMap(({ swaps }) =>
			swaps.map(({ pair: [one, other], ...swap }): Swap => ({ ...swap, pair: [spell(one), spell(other)] })),
		),
		requirements: schedules.flatMap(({ requirements }) => requirements),
	};
}
