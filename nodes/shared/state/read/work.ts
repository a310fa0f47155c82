import { readList, type Unlisted } from '../../http/pagination';
import { getRequest } from '../../http/request';
import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import { fillPath } from '../../operation/input/path';
import type { Values } from '../../operation/operation';
import { isRecord } from '../../values/record';
import type { OpenWork, WorkingAgent, WorkList, Workload } from '../workload';
import { READ_ONE_BY_ONE } from './agents';
import type { Scope } from './scope';

type Entries = { kind: 'entries'; entries: Array<Record<string, unknown>> } | Unlisted;

export type FoundWork =
	| { kind: 'free' }
	| { kind: 'working'; work: OpenWork }
	/** The service cannot tell. */
	| { kind: 'untold' }
	| Unlisted;

/**
 * Reads what agents of one scope have in hand: from the lists of all, unless asking about each agent takes fewer
 * requests.
 *
 * @returns by the ID of the agent
 */
export async function readWork(
	scope: Scope,
	workload: Workload,
	agents: readonly WorkingAgent[],
): Promise<Map<string, FoundWork>> {
	const { run, maxConcurrency } = scope.session;
	const { wordsOf = (agent) => [agent.id] } = workload;
	const found = new Map<string, FoundWork>();
	const asked = agents.map((agent) => ({ id: agent.id, words: wordsOf(agent) }));
	for (const { id, words } of asked) if (words.length === 0) found.set(id, { kind: 'untold' });
	const all = agents.length > READ_ONE_BY_ONE ? await readAll(scope, workload, agents.length) : undefined;
	if (all && all.kind !== 'entries') {
		for (const { id } of asked) found.set(id, all);
		return found;
	}
	if (all) {
		const told = toldIn(workload, all.entries);
		for (const { id, words } of asked.filter((agent) => !found.has(agent.id))) {
			const word = words.find((one) => told.has(one));
			const isTold = word !== undefined || workload.isSilenceNone;
			if (isTold) found.set(id, toFound(told.get(word ?? '') ?? null));
		}
	}
	const missing = asked.filter(({ id }) => !found.has(id));
	await forEachConcurrent(maxConcurrency, missing.length, run.signal, async (at) => {
		const agent = missing[at];
		if (agent) found.set(agent.id, await readOne(scope, workload, agent.words[0] ?? agent.id));
	});
	return found;
}

const toFound = (work: OpenWork | null): FoundWork => (work ? { kind: 'working', work } : { kind: 'free' });

/** @returns `undefined` where asking about each agent takes fewer requests */
async function readAll(scope: Scope, { all, one, behind }: Workload, agents: number): Promise<Entries | undefined> {
	const entries: Array<Record<string, unknown>> = [];
	for (const [at, list] of all.entries()) {
		// Behind each entry stands one more request.
		const affordable = behind ? agents * one.length - (all.length - at) - entries.length : Infinity;
		if (affordable <= 0) return undefined;
		const listed = await readEntries(scope, list, scope.values, affordable);
		if (listed.kind !== 'entries') return listed;
		if (listed.entries.length >= affordable) return undefined;
		entries.push(...listed.entries);
	}
	if (!behind) return { kind: 'entries', entries };
	const works = [...new Set(entries.map(behind.idOf))];
	return await readEach(
		scope,
		works.map((work) => ({ list: behind, values: { ...scope.values, work } })),
	);
}

async function readOne(scope: Scope, { one, observe, isSilenceNone, isUntold }: Workload, agent: string) {
	const values = { ...scope.values, agent };
	const listed = await readEach(
		scope,
		one.map((list) => ({ list, values })),
		isUntold,
	);
	if (listed.kind !== 'entries') return listed;
	const works = listed.entries.flatMap((entry) => observe(entry) ?? []);
	if (works.length === 0 && !isSilenceNone) return { kind: 'untold' } as const;
	// Who is asked about is known: the list may name the agent otherwise.
	return toFound(works.map(({ work }) => work).reduce(longest, null));
}

/** By the ID of the agent. */
function toldIn({ observe }: Workload, entries: ReadonlyArray<Record<string, unknown>>): Map<string, OpenWork | null> {
	const told = new Map<string, OpenWork | null>();
	for (const entry of entries) {
		const one = observe(entry);
		if (one) told.set(one.agent, longest(told.get(one.agent) ?? null, one.work));
	}
	return told;
}

/** Of several pieces of work, the one that has taken longest. */
function longest(one: OpenWork | null, other: OpenWork | null): OpenWork | null {
	if (!one || !other) return one ?? other;
	return (other.since ?? '') < (one.since ?? '') ? other : one;
}

async function readEach(
	scope: Scope,
	lists: ReadonlyArray<{ list: WorkList; values: Values }>,
	expected?: Workload['isUntold'],
): Promise<Entries> {
	const { run, maxConcurrency } = scope.session;
	const read: Entries[] = [];
	await forEachConcurrent(maxConcurrency, lists.length, run.signal, async (at) => {
		const one = lists[at];
		if (one) read.push(await readEntries(scope, one.list, one.values, Infinity, expected));
	});
	const unread = read.find((one) => one.kind !== 'entries');
	if (unread) return unread;
	// What is missing was not begun: the run is over.
	if (read.length < lists.length) return { kind: 'unsent' };
	return { kind: 'entries', entries: read.flatMap((one) => (one.kind === 'entries' ? one.entries : [])) };
}

/** @param limit the most entries that are wanted */
async function readEntries(
	{ session: { client, adapter } }: Scope,
	{ path, query, paging }: WorkList,
	values: Values,
	limit: number,
	expected?: Workload['isUntold'],
): Promise<Entries> {
	const filled = fillPath(path, values);
	// The service has no address for such an ID, and so nothing to tell.
	if (filled.kind === 'problem') return { kind: 'entries', entries: [] };
	const request = { ...getRequest(adapter.vendor.encoding, filled.value, query), ...(expected && { expected }) };
	const listed = await readList(client, request, paging, limit);
	return listed.kind === 'listed' ? { kind: 'entries', entries: listed.entries.filter(isRecord) } : listed;
}
