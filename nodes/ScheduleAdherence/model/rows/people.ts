import { leavesOutAccents, withoutAccents } from '../../../shared/values/accents';
import { fold } from '../../../shared/values/text';
import type { ActualAgent } from './actualRows';
import { namesOfPerson, type NamedAgent } from './person';
import { namesList } from '../record/notes';
import { rowProblem, type AdherenceProblem } from './problems';
import type { ScheduledAgent } from './scheduledRows';

/** An agent of either side, or of both. */
export interface Matched {
	scheduled: ScheduledAgent | undefined;
	actual: ActualAgent | undefined;
}

export interface Matches {
	/** Those of the roster come first, in its order. */
	people: Matched[];
	/** Agents who may be two people; they are in no match. */
	problems: AdherenceProblem[];
}

/**
 * Finds out who is who. IDs count before names: an agent of the one side is the agent of the other side with the same ID,
 * or else the only one with that name, or else the only one of those left over whose name differs in accents alone that
 * one of both leaves out.
 */
export function matchPeople(scheduled: readonly ScheduledAgent[], actual: readonly ActualAgent[]): Matches {
	const ids = new Map(scheduled.map((agent) => [fold(agent.id), agent]));
	const names = new Map<string, Set<ScheduledAgent>>();
	for (const agent of scheduled) {
		for (const name of namesOfPerson(agent)) names.set(name, (names.get(name) ?? new Set()).add(agent));
	}
	const found = new Map<ScheduledAgent, { byId: ActualAgent[]; byName: ActualAgent[] }>();
	const problems: AdherenceProblem[] = [];
	const alone: ActualAgent[] = [];
	const alike = new Map<ScheduledAgent, ActualAgent[]>();
	for (const agent of actual) {
		const byId = ids.get(fold(agent.id));
		const candidates = byId
			? [byId]
			: [...new Set(namesOfPerson(agent).flatMap((name) => [...(names.get(name) ?? [])]))];
		const [only, ...others] = candidates;
		if (!only) alone.push(agent);
		else if (others.length > 0) problems.push(ambiguous('Actual', agent, candidates, 'the roster'));
		else {
			const before = found.get(only) ?? { byId: [], byName: [] };
			before[byId ? 'byId' : 'byName'].push(agent);
			found.set(only, before);
		}
	}
	const strangers = alone.splice(0);
	const plainNames = byPlainName(strangers.length > 0 ? scheduled.filter((one) => !found.has(one)) : []);
	for (const agent of strangers) {
		const near = namesOfPerson(agent).flatMap((name) => plainNames.get(withoutAccents(name)) ?? []);
		const candidates = [...new Set(near)].filter((one) => isCalledAlike(one, agent));
		const [only, ...others] = candidates;
		if (!only) alone.push(agent);
		else if (others.length > 0) problems.push(ambiguous('Actual', agent, candidates, 'the roster'));
		else alike.set(only, [...(alike.get(only) ?? []), agent]);
	}
	for (const [agent, byName] of alike) found.set(agent, { byId: [], byName });
	const people = scheduled.flatMap((agent): Matched[] => {
		const { byId = [], byName = [] } = found.get(agent) ?? {};
		if (byId.length > 0) alone.push(...byName);
		const [one, ...others] = byId.length > 0 ? byId : byName;
		if (others.length === 0) return [{ scheduled: agent, actual: one }];
		problems.push(ambiguous('Scheduled', agent, byName, 'the input Actual'));
		return [];
	});
	return { people: [...people, ...alone.map((agent) => ({ scheduled: undefined, actual: agent }))], problems };
}

function byPlainName(agents: readonly ScheduledAgent[]): Map<string, ScheduledAgent[]> {
	const found = new Map<string, ScheduledAgent[]>();
	for (const agent of agents) {
		for (const name of new Set(namesOfPerson(agent).map(withoutAccents))) {
			found.set(name, [...(found.get(name) ?? []), agent]);
		}
	}
	return found;
}

/** Whether two names differ in nothing but accents that one of them leaves out. */
const isCalledAlike = (one: NamedAgent, other: NamedAgent): boolean =>
	namesOfPerson(one).some((name) => namesOfPerson(other).some((same) => leavesOutAccents(name, same)));

function ambiguous(
	side: 'Scheduled' | 'Actual',
	agent: NamedAgent & { row: number },
	candidates: readonly NamedAgent[],
	where: string,
): AdherenceProblem {
	const ids = namesList(candidates.map(({ id }) => id));
	return rowProblem(
		side,
		agent.row,
		agent.name,
		`several agents of ${where} have this name: ${ids}. Use the agents' IDs in the roster`,
	);
}
