import { inQuotes } from '../../../shared/values/text';
import type { AgentNames } from './agentNames';
import type { Cells } from './cells';
import { isAll } from './commas';
import { NO_AGENT } from './problem';
import type { Agent } from '../schedule/types';
import { stepOfRow } from './dates';
import type { zoneReader } from '../calendar/zoneName';

/** For a row without an agent: the agents of the last row above that names some, as in a sheet with merged cells. */
export function idsOfRowsAbove(filled: Cells[], names: AgentNames): Map<Cells, string[]> {
	let last: string[] = [];
	const above = new Map<Cells, string[]>();
	for (const cells of filled) {
		const { ids, mayBe } = names.of(cells);
		if (ids.length + mayBe.length > 0) last = [...ids, ...mayBe];
		else above.set(cells, last);
	}
	return above;
}

/** Reads the cell of agents, and complains of what is wrong with it. */
export function agentsNamed(cells: Cells, names: AgentNames): 'all' | string[] {
	if (isAll(cells.text('agent'))) return 'all';
	const { ids, problem } = names.of(cells);
	if (problem !== undefined) {
		cells.complain('agent', problem);
		return ids;
	}
	if (ids.some(isAll)) cells.complain('agent', 'names single agents and all agents (*): write one or the other');
	if (ids.length === 0) cells.complain('agent', NO_AGENT);
	return ids;
}

export type ZoneReader = ReturnType<typeof zoneReader>;

/**
 * For each agent the zone that all its shifts name: its other rows, such as leave, are in that zone, too. Where the shifts
 * disagree, or one names no zone, it is `undefined`, and the agent is in the schedule's zone.
 */
export function zonesNamed(
	shiftRows: Cells[],
	names: AgentNames,
	zoneNamed: ZoneReader,
): Map<string, string | undefined> {
	const found = new Map<string, string | undefined>();
	for (const cells of shiftRows) {
		const read = zoneNamed(cells.text('zone'));
		const zone = read.kind === 'value' ? read.value : undefined;
		for (const id of names.of(cells).ids)
			found.set(id, !found.has(id) || found.get(id) === zone ? zone : undefined);
	}
	return found;
}

/** Reads a row of kind agent. What is wrong with its zone has been told with the row's clock. */
export function listAgents(cells: Cells, ids: string[], agents: Map<string, Agent>, zoneNamed: ZoneReader): void {
	const step = stepOfRow(cells);
	const zone = zoneNamed(cells.text('zone'));
	for (const id of ids) {
		if (agents.has(id)) cells.complain('agent', `${inQuotes(id)} has a row of kind agent already`);
		if (cells.problems.length > 0) continue;
		agents.set(id, {
			...{ id, name: cells.text('name') || id, service: cells.text('service'), isListed: true },
			...(zone.kind === 'value' && { zone: zone.value }),
			...(step !== undefined && { step }),
		});
	}
}

/** Complains of an id that stands at two services: it would be one agent with the shifts of both. */
export function checkService(cells: Cells, ids: string[], agents: Map<string, Agent>): void {
	const service = cells.text('service').toLowerCase();
	for (const id of ids) {
		const before = agents.get(id)?.service ?? '';
		if (service === '' || before === '' || service === before.toLowerCase()) continue;
		cells.complain(
			'service',
			`is ${before} for ${inQuotes(id)} in another row: read the rows of each service in a step of its own`,
		);
	}
}

/**
 * Notes an agent that a row of another kind names. The first name and the first service of each agent hold.
 *
 * @param isSingle whether the row is about this agent alone, so that its name is the agent's
 */
export function mentionAgent(
	cells: Cells,
	{ id, isSingle }: { id: string; isSingle: boolean },
	agents: Map<string, Agent>,
	zone: string | undefined,
): void {
	if (id === '') return;
	const before = agents.get(id);
	if (before?.isListed) return;
	const [name, service] = [isSingle ? cells.text('name') : '', cells.text('service')];
	agents.set(id, {
		id,
		name: before && before.name !== id ? before.name : name || id,
		service: before?.service || service,
		isListed: false,
		...(zone !== undefined && { zone }),
	});
}
