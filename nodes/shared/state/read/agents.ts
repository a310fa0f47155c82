import { getRequest } from '../../http/request';
import type { VendorResponse } from '../../http/response';
import { fold } from '../../values/text';
import { isRecord } from '../../values/record';
import { plainFailure, type Failure } from '../../http/failure';
import { readList } from '../../http/pagination';
import { createNameResolver, findRequest } from '../../operation/run/names';
import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import { candidates, entriesOf, noSuchEntry, type Lookup } from '../../operation/lookup';
import { fillPath } from '../../operation/input/path';
import type { Observed } from '../adapter';
import { createAgentSearch, agentNames } from './agentSearch';
import type { Scope } from './scope';

export type FoundAgent =
	| { kind: 'observed'; observed: Observed }
	| { kind: 'unknown'; problem: string }
	| { kind: 'failed'; failure: Failure }
	/** The run was over before the agent could be read. */
	| { kind: 'unsent' };

/** Up to so many agents are read one by one, and asked about one by one, without a look at the list of all. */
export const READ_ONE_BY_ONE = 2;

/** So many pages for each agent who is missing are read before the list is given up: it may be in an unlucky order. */
const PAGES_PER_MISSING = 0.1;

/** Messages list the candidates for this many misspelt names; ordering thousands of them takes its time. */
const EXPLAINED_NAMES = 10;

/**
 * Reads agents at one scope with as few requests as can be known beforehand: the list, page by page, as long as the
 * pages that are likely left are fewer than the agents still missing, and then those one by one.
 *
 * @param named ids, names or aliases
 * @returns by the texts of `named`; nothing for a service that does not tell states
 */
export async function readAgents(
	{ session, values }: Scope,
	named: readonly string[],
): Promise<Map<string, FoundAgent>> {
	const { client, run, maxConcurrency, adapter } = session;
	const { reading, vendor } = adapter;
	const wanted = [...new Set(named)];
	const found = new Map<string, FoundAgent>();
	if (!reading) return found;
	const {
		one,
		isId,
		isUnknown,
		list,
		observe,
		recordsIn = theRecord,
		spellingsOf = (text: string) => [text],
	} = reading;
	const isName = (text: string) => list?.find !== undefined && !isId(text);
	/** Whether only the whole list can tell of an agent. */
	const isListed = (text: string) => list !== undefined && !isId(text) && !isName(text);
	const search = createAgentSearch(wanted, isName, spellingsOf);
	const put = (texts: readonly string[], outcome: FoundAgent) => texts.forEach((text) => found.set(text, outcome));
	const get = (path: string) => getRequest(vendor.encoding, path);

	/** All agents of the scope, if the list was read to its end. */
	let listedAgents: unknown[] | undefined;
	if (list && (wanted.length > READ_ONE_BY_ONE || wanted.some(isListed))) {
		const filled = fillPath(list.path, values);
		if (filled.kind === 'problem') {
			put(wanted, { kind: 'failed', failure: plainFailure(`'${filled.field}' ${filled.problem}`) });
			return found;
		}
		let pages = 0;
		let isCut = false;
		const listed = await readList(client, get(filled.value), list.paging, Infinity, (page, isLast) => {
			pages++;
			for (const record of page) {
				const observed = isRecord(record) ? observe(record, values) : undefined;
				if (observed) search.see(observed);
			}
			const left = search.open().length;
			const mustGoOn = search.unseen().some(isListed);
			const share = 1 - search.unseen().length / wanted.length;
			const likelyLeft = share < 1 ? pages / share - pages : Infinity;
			isCut = !isLast && !mustGoOn && left < likelyLeft && pages >= left * PAGES_PER_MISSING;
			return isCut;
		});
		if (listed.kind !== 'listed') {
			put(wanted, listed);
			return found;
		}
		if (!isCut) listedAgents = listed.entries;
	}
	const missing = listedAgents ? search.unseen() : search.open();
	const isOpen = new Set(missing);
	for (const [text, seen] of search.hits()) {
		const [first] = seen;
		if (first && !isOpen.has(text)) found.set(text, theOnly(first, seen));
	}
	if (listedAgents && list) {
		for (const [text, [first, ...others]] of search.alike()) {
			if (first) found.set(text, theOnly(first, [first, ...others]));
		}
		missing
			.filter((text) => !found.has(text))
			.forEach((text, at) => found.set(text, unknownAmong(list, listedAgents, text, at)));
		return found;
	}
	// Nobody of that name was found by asking for it: only the whole list can tell more.
	const resolver = createNameResolver(vendor, client, () => Infinity);
	await forEachConcurrent(maxConcurrency, missing.length, run.signal, async (at) => {
		const text = missing[at] ?? '';
		found.set(text, await readOne(text));
	});
	return found;

	async function readOne(text: string): Promise<FoundAgent> {
		let id = text;
		if (list && isName(text)) {
			const asked = await readNamed(list, text);
			if (asked) return asked;
			const named = await resolver.idOf(list, values, text);
			if (named.kind === 'problem') return { kind: 'unknown', problem: named.problem };
			if (named.kind !== 'value') return named;
			id = named.value;
		}
		const filled = fillPath(one, { ...values, agent: id });
		// The agent may well exist: that its name fits into no address says nothing about it.
		if (filled.kind === 'problem') return { kind: 'failed', failure: plainFailure(filled.problem) };
		const expected = (answer: VendorResponse) => answer.status === 404 || isUnknown?.(answer) === true;
		const sent = await client.send({ ...get(filled.value), expected }, withoutAgent);
		if (sent.kind !== 'answered') return sent;
		if (expected(sent.response)) return { kind: 'unknown', problem: 'does not exist here' };
		const records = recordsIn(sent.response).flatMap((record) => observe(record, values) ?? []);
		const spellings = spellingsOf(id);
		const observed = records.find((record) =>
			[record.id, ...(record.aliases ?? [])].some((word) => spellings.includes(word)),
		);
		if (observed) return { kind: 'observed', observed };
		return { kind: 'failed', failure: plainFailure(noAgentIn(sent.response)) };
	}

	/** Asks the list for the name: the answer holds the whole record. */
	async function readNamed({ path, find, paging }: Lookup, name: string): Promise<FoundAgent | undefined> {
		const filled = fillPath(path, values);
		if (!find || filled.kind === 'problem') return undefined;
		const request = findRequest(vendor.encoding, filled.value, find(name.trim()));
		const listed = await readList(client, request, paging, Infinity);
		if (listed.kind !== 'listed') return listed;
		const seen = listed.entries
			.flatMap((record) => (isRecord(record) ? (observe(record, values) ?? []) : []))
			.filter((agent) => agentNames(agent).some((word) => fold(word) === fold(name)));
		const [first] = seen;
		return first && theOnly(first, seen);
	}
}

const theOnly = (first: Observed, seen: Observed[]): FoundAgent =>
	seen.length === 1
		? { kind: 'observed', observed: first }
		: {
				kind: 'unknown',
				problem: `means several agents: ${candidates(seen.map(({ id, name }) => ({ id, label: name })))}. Name it by its ID`,
			};

const noAgentIn = ({ status }: VendorResponse) => `the service answered with status ${status} but without the agent`;

const withoutAgent = (response: VendorResponse) =>
	typeof response.body === 'object' ? undefined : noAgentIn(response);

const theRecord = ({ body }: VendorResponse) => (isRecord(body) ? [body] : []);

function unknownAmong(list: Lookup, listedAgents: unknown[], text: string, at: number): FoundAgent {
	const short = { kind: 'unknown', problem: `matches no ${list.singular}` } as const;
	if (at >= EXPLAINED_NAMES) return short;
	return {
		kind: 'unknown',
		problem: noSuchEntry(list, entriesOf(list, listedAgents.filter(isRecord)), text).problem,
	};
}
