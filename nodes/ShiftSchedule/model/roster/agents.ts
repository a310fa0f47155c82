import type { Cells } from './cells';
import type { Agent } from '../schedule/types';
import { stepIn } from './dates';
import type { zoneReader } from '../calendar/zoneName';

/** How everybody is called. */
export const isAll = (text: string): boolean => /^(\*|all|everyone)$/i.test(text.trim());

/** The ids in the cell of agents. */
export const idsIn = (cells: Cells): string[] => idsOf(cells.text('agent'));

export function idsOf(text: string): string[] {
	const ids = text.split(/[,;\n]/);
	return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))];
}

export type ZoneReader = ReturnType<typeof zoneReader>;

/**
 * The zone that all shifts of an agent name, where they agree: a row of leave beside them is in it, too. One shift without
 * a zone is in the schedule's, and so is the agent then.
 */
export function zonesNamed(tables: Cells[], zoneNamed: ZoneReader): Map<string, string | undefined> {
	const found = new Map<string, string | undefined>();
	for (const cells of tables) {
		const text = cells.text('zone');
		const read = text === '' ? undefined : zoneNamed(text);
		const zone = read?.kind === 'value' ? read.value : undefined;
		for (const id of idsIn(cells)) found.set(id, !found.has(id) || found.get(id) === zone ? zone : undefined);
	}
	return found;
}

/** A row of kind agent. */
export function listAgent(cells: Cells, id: string, agents: Map<string, Agent>, zoneNamed: ZoneReader): void {
	if (agents.has(id)) cells.complain('agent', `"${id}" has a row of kind agent already`);
	const step = stepIn(cells);
	const zone = cells.text('zone') === '' ? undefined : zoneNamed(cells.text('zone'));
	if (cells.problems.length > 0) return;
	agents.set(id, {
		...{ id, name: cells.text('name') || id, vendor: cells.text('service'), isListed: true },
		...(zone?.kind === 'value' && { zone: zone.value }),
		...(step !== undefined && { step }),
	});
}

/** The same id at two services would be one agent with the shifts of both. */
export function checkService(cells: Cells, ids: string[], agents: Map<string, Agent>): void {
	const vendor = cells.text('service').toLowerCase();
	for (const id of ids) {
		const before = agents.get(id)?.vendor ?? '';
		if (vendor === '' || before === '' || vendor === before.toLowerCase()) continue;
		cells.complain(
			'service',
			`is ${before} for "${id}" in another row: read the rows of each service in a step of its own`,
		);
	}
}

/** A sheet without agent rows names the agents in passing; the first name and service of each hold. */
export function mention(cells: Cells, id: string, agents: Map<string, Agent>, zone: string | undefined): void {
	if (id === '') return;
	const before = agents.get(id);
	const isSingle = cells.text('agent') === id;
	const [name, vendor] = [isSingle ? cells.text('name') : '', cells.text('service')];
	if (before?.isListed) return;
	agents.set(id, {
		id,
		name: before && before.name !== id ? before.name : name || id,
		vendor: before?.vendor || vendor,
		isListed: false,
		...(zone !== undefined && { zone }),
	});
}
