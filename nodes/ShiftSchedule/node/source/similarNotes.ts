import { fold, inQuotes } from '../../../shared/values/text';
import type { RosterNote } from '../../model/roster/problem';
import { similarAgents } from '../../model/roster/similarAgents';
import type { LoadedRoster } from './loadedRoster';

/**
 * Warns of agents that may be one person under two names: whose leave is under the one would work under the other.
 *
 * @param knownAgents the ids that the form names as different agents
 */
export function similarNotes({ schedule, placeOf }: LoadedRoster, knownAgents: readonly string[]): RosterNote[] {
	const listed = schedule.agents.filter(({ isListed }) => isListed).map(({ id }) => id);
	const pairs = similarAgents(
		schedule.agents.map(({ id }) => id),
		new Set([...knownAgents, ...listed].map(fold)),
	);
	if (pairs.length === 0) return [];
	const rows = firstRows(schedule);
	const placed = (id: string): string => {
		const row = rows.get(id);
		return row === undefined ? inQuotes(id) : `${inQuotes(id)} (${placeOf(row)})`;
	};
	return pairs.map(({ one, other }) => ({
		kind: 'similarAgents',
		level: 'warning',
		agentId: other,
		message: `${placed(one)} and ${placed(other)} are read as two agents. If they are one person, write the name in the same way everywhere. If not, list both in rows of kind agent.`,
	}));
}

/** The row of each agent's first rule or break. */
function firstRows({ rules, breaks }: LoadedRoster['schedule']): Map<string, number> {
	const rows = new Map<string, number>();
	for (const { agents, row } of [...rules, ...breaks]) {
		for (const id of agents === 'all' ? [] : agents) rows.set(id, Math.min(rows.get(id) ?? Infinity, row));
	}
	return rows;
}
