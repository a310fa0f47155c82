import { readList, type Unlisted } from '../../http/pagination';
import { getRequest } from '../../http/request';
import { plainFailure } from '../../http/failure';
import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import { fillPath } from '../../operation/input/path';
import { isRecord } from '../../values/record';
import type { Observed } from '../adapter';
import { DAY_MS, type History, type StateChange, type TimeWindow } from '../history';
import { READ_ONE_BY_ONE } from './agents';
import type { Scope } from './scope';
import { beginningOf, changesWithin, ROUNDED_MS, stateStretches, type StateStretch } from './stretches';

type Changes = { kind: 'changes'; changes: StateChange[] } | Unlisted;

export type FoundHistory = { kind: 'stretches'; stretches: StateStretch[] } | Unlisted;

/**
 * Reads which states agents of one scope were in: from the changes of all, unless asking about each agent is likely
 * to take fewer requests. The state at the start is that of the last change before, which is looked for agent by agent
 * where the changes within the window do not tell it.
 *
 * @param now milliseconds since the epoch
 * @returns by the ID of the agent
 */
export async function readHistory(
	scope: Scope,
	history: History,
	agents: readonly Observed[],
	window: TimeWindow,
	now: number,
): Promise<Map<string, FoundHistory>> {
	const { run, maxConcurrency } = scope.session;
	const found = new Map<string, FoundHistory>();
	const all = agents.length > READ_ONE_BY_ONE ? await readOfAll(scope, history, agents.length, window) : undefined;
	const byAgent = new Map<string, StateChange[]>();
	for (const change of all?.kind === 'changes' ? all.changes : []) {
		const known = byAgent.get(change.agent);
		if (known) known.push(change);
		else byAgent.set(change.agent, [change]);
	}
	await forEachConcurrent(maxConcurrency, agents.length, run.signal, async (at) => {
		const agent = agents[at];
		if (agent) found.set(agent.id, await historyOf(agent));
	});
	return found;

	async function historyOf(agent: Observed): Promise<FoundHistory> {
		const read: Changes = all
			? all.kind === 'changes'
				? { kind: 'changes', changes: byAgent.get(agent.id) ?? [] }
				: all
			: await readChanges(scope, history, history.query(window, agent.id));
		if (read.kind !== 'changes') return read;
		const within = changesWithin(read.changes, agent, window);
		const beginning = beginningOf(within, agent, window.from);
		if (beginning.kind === 'known') {
			return { kind: 'stretches', stretches: stateStretches(within, beginning.native, window) };
		}
		const earlier = await readEarlier(agent, beginning.at);
		if (earlier.kind !== 'changes') return earlier;
		const last = earlier.changes
			.filter((change) => change.agent === agent.id && change.at <= window.from)
			.reduce<StateChange | undefined>((one, other) => (one && one.at > other.at ? one : other), undefined);
		return { kind: 'stretches', stretches: stateStretches(within, last?.native ?? null, window) };
	}

	/** @param at when the last change before the window was, if the service said so */
	async function readEarlier(agent: Observed, at: number | undefined): Promise<Changes> {
		const first = now - history.keptDays * DAY_MS;
		if (at !== undefined && at < first) return { kind: 'changes', changes: [] };
		const period = { from: at === undefined ? first : at - ROUNDED_MS, until: window.from };
		return await readChanges(scope, history, history.query(period, agent.id));
	}
}

/** @returns `undefined` where asking about each agent is likely to take fewer requests */
async function readOfAll(
	scope: Scope,
	history: History,
	agents: number,
	window: TimeWindow,
): Promise<Changes | undefined> {
	let pages = 0;
	let isCut = false;
	let covered = { first: Infinity, last: -Infinity };
	const read = await readChanges(scope, history, history.query(window), (changes, isLast) => {
		pages++;
		covered = changes.reduce(
			({ first, last }, { at }) => ({ first: Math.min(first, at), last: Math.max(last, at) }),
			covered,
		);
		const likely = (pages * (window.until - window.from)) / (covered.last - covered.first);
		isCut = !isLast && (pages >= agents || !(likely - pages <= agents));
		return isCut;
	});
	return isCut ? undefined : read;
}

async function readChanges(
	{ session: { client, adapter }, values }: Scope,
	{ path, paging, changeIn }: History,
	query: ReturnType<History['query']>,
	isEnough: (changes: StateChange[], isLast: boolean) => boolean = () => false,
): Promise<Changes> {
	const filled = fillPath(path, values);
	if (filled.kind === 'problem') {
		return { kind: 'failed', failure: plainFailure(`'${filled.field}' ${filled.problem}`) };
	}
	const changesOf = (entries: unknown[]) =>
		entries.flatMap((entry) => (isRecord(entry) ? (changeIn(entry) ?? []) : []));
	const request = getRequest(adapter.vendor.encoding, filled.value, query);
	const listed = await readList(client, request, paging, Infinity, (page, isLast) =>
		isEnough(changesOf(page), isLast),
	);
	return listed.kind === 'listed' ? { kind: 'changes', changes: changesOf(listed.entries) } : listed;
}
