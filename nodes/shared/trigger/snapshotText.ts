import { isRecord } from '../values/record';
import type { Snapshot } from './poll';

/** The snapshots of all scopes, and what the texts in them stand for. */
export interface KeptSnapshots {
	/** By the key of the scope. */
	scopes: ReadonlyMap<string, Snapshot>;
	/** By the text of a state: what the trigger needs of it later. */
	states: ReadonlyMap<string, unknown>;
}

const SNAPSHOT_VERSION = 1;

/**
 * Snapshots as one text for n8n's static data: n8n wraps every object in it, a text not. Agents are grouped by state, so
 * that each takes little more than its ID. When the scopes were read stands beside the text, since that alone changes in
 * most polls.
 */
export function writeSnapshots({ scopes, states }: KeptSnapshots): string {
	const used = new Set([...scopes.values()].flatMap((snapshot) => [...snapshot.states.values()]));
	return JSON.stringify({
		version: SNAPSHOT_VERSION,
		states: Object.fromEntries([...states].filter(([state]) => used.has(state))),
		scopes: Object.fromEntries([...scopes].map(([key, snapshot]) => [key, groupsIn(snapshot)])),
	});
}

/** @returns nothing for a text that is missing, damaged or of another version: the next poll is then a first one */
export function parseSnapshots(text: unknown, readAt: number): KeptSnapshots {
	const kept = jsonIn(text);
	if (!isRecord(kept) || kept.version !== SNAPSHOT_VERSION || !isRecord(kept.scopes) || !isRecord(kept.states)) {
		return { scopes: new Map(), states: new Map() };
	}
	const scopes = Object.entries(kept.scopes).map(([key, groups]): [string, Snapshot] => [
		key,
		snapshotOf(isRecord(groups) ? groups : {}, readAt),
	]);
	return { scopes: new Map(scopes), states: new Map(Object.entries(kept.states)) };
}

function groupsIn({ states, missing }: Snapshot) {
	const agents: Record<string, string[]> = {};
	for (const [agentId, state] of states) (agents[state] ??= []).push(agentId);
	return { agents, missing: [...missing] };
}

function snapshotOf({ agents, missing }: Record<string, unknown>, readAt: number): Snapshot {
	const states = new Map<string, string>();
	for (const [state, ids] of Object.entries(isRecord(agents) ? agents : {})) {
		for (const id of textsIn(ids)) states.set(id, state);
	}
	return { readAt, states, missing: new Set(textsIn(missing)) };
}

const textsIn = (given: unknown): string[] =>
	Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : [];

function jsonIn(text: unknown): unknown {
	if (typeof text !== 'string') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
