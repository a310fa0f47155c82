import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { showHints } from '../../n8n/hints';
import { unmarkedText } from '../../values/formula';
import { isRecord } from '../../values/record';
import { foldHeading, listedNames, textOf } from '../../values/text';
import { parseMemoryText, writeMemoryText, type AgentMemory, type MemoryEntry } from '../input/memoryText';
import { isIdentified, type MemoryOf, type RunMemory } from './runMemory';
import { MEMORY_COLUMN } from './table';
import { agentKey, type Task } from './task';

/**
 * In a column of the items, which a table keeps between two runs. What was changed on the way counts as lost, for its agent
 * alone.
 *
 * @param now milliseconds since the epoch
 */
export function memoryInColumns(context: IExecuteFunctions, now: number): RunMemory {
	const cells = context.getInputData().map(({ json }) => memoryCell(json));
	const isMissing = cells.every((cell) => cell === undefined);
	const texts = cells.map((cell) => unmarkedText(textOf(cell)));
	const unread = new Set<number>();
	const known = new Map<string, MemoryEntry & Pick<AgentMemory, 'at'>>();
	for (const [item, text] of texts.entries()) {
		if (text === '') continue;
		const parsed = parseMemoryText(text);
		if (!parsed) unread.add(item);
		const { at = 0, entries = [] } = parsed ?? {};
		// Of two rows about one agent, the later one knows more.
		for (const entry of entries) if (at >= (known.get(entry.key)?.at ?? 0)) known.set(entry.key, { ...entry, at });
	}
	const data = dataOf(known.values());
	const lostAgents: string[] = [];
	return {
		data,
		isRemembered: true,
		isWhole: (task) => known.has(agentKey(task, task.observed)),
		isLost: ({ desired: { item, agent } }) => {
			if (unread.has(item)) lostAgents.push(agent);
			return isMissing || unread.has(item);
		},
		leaveTrace: () => undefined,
		tellLost(effects) {
			if (isMissing) showHints(context, 'warning', effects.map(missingText));
			if (lostAgents.length > 0) showHints(context, 'warning', [unreadText(lostAgents)]);
		},
		column: (tasks, isPreview) => columnFrom(tasks, isPreview, { texts, data, keys: [...known.keys()], now }),
	};
}

const missingText = (effect: string): string =>
	`No item has a column '${MEMORY_COLUMN}', so ${effect}. Only in the first run is that as it should be.`;

const unreadText = (agents: readonly string[]): string =>
	`The memory of ${listedNames(agents)} was changed or cut since this node put it out, so nothing of earlier runs is known there: Grace Time does not hold, and who is in the state already is set again where the service does not tell states.`;

/** `undefined`: the item has no such column. */
function memoryCell(json: IDataObject): unknown {
	if (Object.hasOwn(json, MEMORY_COLUMN)) return json[MEMORY_COLUMN];
	const name = Object.keys(json).find((key) => key.length < 20 && foldHeading(key) === MEMORY_COLUMN);
	return name === undefined ? undefined : json[name];
}

/** As n8n's static data would hold it. */
function dataOf(entries: Iterable<MemoryEntry>): IDataObject {
	const lastSet: IDataObject = {};
	const deferred: IDataObject = {};
	for (const { key, set, left } of entries) {
		if (isRecord(set)) lastSet[key] = set;
		if (isRecord(left)) deferred[key] = left;
	}
	return { lastSet, deferred };
}

/** What is known at the end of a run. */
interface Left {
	/** As they came in, by item. */
	texts: readonly string[];
	data: IDataObject;
	/** Of the agents of whom something came in. */
	keys: readonly string[];
	now: number;
}

/** All rows of an agent carry the same: a table that keeps one row for each agent keeps all of it. */
function columnFrom(
	tasks: readonly Task[],
	isPreview: (item: number) => boolean,
	{ texts, data, keys, now }: Left,
): MemoryOf {
	const [sets, lefts] = [data.lastSet, data.deferred].map((part) => (isRecord(part) ? part : {})) as [
		Record<string, unknown>,
		Record<string, unknown>,
	];
	const entryOf = (key: string): MemoryEntry => ({ key, set: sets[key] ?? null, left: lefts[key] ?? null });
	const earlier = new Map<string, string[]>();
	for (const key of keys.filter((one) => sets[one] !== undefined || lefts[one] !== undefined))
		add(earlier, agentIn(key), key);
	const keysOf = new Map<string, string[]>();
	const agentAt = new Map<number, string>();
	for (const task of tasks) {
		if (!isIdentified(task) || isPreview(task.desired.item)) continue;
		const key = agentKey(task, { id: task.row.agentId ?? '' });
		const agent = agentIn(key);
		agentAt.set(task.desired.item, agent);
		add(keysOf, agent, key);
	}
	return (item) => {
		const agent = agentAt.get(item);
		if (agent === undefined) return texts[item] ?? '';
		const all = new Set([...(keysOf.get(agent) ?? []), ...(earlier.get(agent) ?? [])]);
		return writeMemoryText({ at: now, entries: [...all].map(entryOf) });
	};
}

function add(map: Map<string, string[]>, name: string, one: string): void {
	const known = map.get(name);
	if (known) known.push(one);
	else map.set(name, [one]);
}

/** The service and the agent of a key, without the scope. */
function agentIn(key: string): string {
	const [service, , agent] = JSON.parse(key) as unknown[];
	return JSON.stringify([service, agent]);
}
