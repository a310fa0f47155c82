import type { Client } from '../../http/client';
import { getRequest, type VendorRequest } from '../../http/request';
import type { VendorResponse } from '../../http/response';
import { isRecord } from '../../values/record';
import { plainFailure, type Failure } from '../../http/failure';
import { readList } from '../../http/pagination';
import { createNameResolver } from '../../operation/run/names';
import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import { fold } from '../../values/text';
import { chooseByName, entriesOf, type Lookup } from '../../operation/lookup';
import type { Values } from '../../operation/operation';
import { fillPath } from '../../operation/input/path';
import type { Adapter, Observed } from '../adapter';

export type Found =
	| { kind: 'observed'; observed: Observed }
	| { kind: 'unknown'; problem: string }
	| { kind: 'failed'; failure: Failure }
	/** The run was over before the agent could be read. */
	| { kind: 'unsent' };

/** Up to so many agents are read one by one without a look at the list. */
const FEW = 2;

/** So many pages for each agent who is missing are read before the list is given up: it may be in an unlucky order. */
const PATIENCE = 0.1;

/** Messages list the candidates for this many misspelt names; ordering thousands of them takes its time. */
const EXPLAINED = 10;

/**
 * Reads agents at one place with as few requests as can be known beforehand: the list, page by page, as long as the
 * pages that are likely left are fewer than the agents still missing, and then those one by one.
 *
 * @param lanes how many requests may be begun at once
 * @param wanted ids, names or aliases, each once
 * @returns by the texts of `wanted`; nothing for a service that does not tell states
 */
export async function readAgents(
	client: Client,
	signal: AbortSignal,
	lanes: number,
	{ reading, vendor }: Adapter,
	values: Values,
	wanted: readonly string[],
): Promise<Map<string, Found>> {
	const found = new Map<string, Found>();
	if (!reading) return found;
	const { list, observe, recordsIn = theRecord } = reading;
	const search = openSearch(wanted, reading.isId);
	const put = (texts: readonly string[], outcome: Found) => texts.forEach((text) => found.set(text, outcome));
	const get = (path: string, query?: VendorRequest['query']) => getRequest(vendor.encoding, path, query);

	/** Everybody at the place, if the list was read to its end. */
	let everybody: unknown[] | undefined;
	if (list && wanted.length > FEW) {
		const filled = fillPath(list.path, values);
		if (filled.kind === 'problem') throw new Error(`'${filled.field}' ${filled.problem}`);
		let pages = 0;
		let isCut = false;
		const listed = await readList(client, get(filled.value), list.paging, Infinity, (page, isLast) => {
			pages++;
			for (const record of page) {
				const observed = isRecord(record) ? observe(record, values) : undefined;
				if (observed) search.see(observed);
			}
			const left = search.open().length;
			const share = 1 - search.unseen().length / wanted.length;
			const likelyLeft = share > 0 && share < 1 ? pages / share - pages : Infinity;
			isCut = !isLast && (left === 0 || (left < likelyLeft && pages >= left * PATIENCE));
			return isCut;
		});
		if (listed.kind !== 'listed') {
			put(wanted, listed);
			return found;
		}
		if (!isCut) everybody = listed.entries;
	}
	const missing = everybody ? search.unseen() : search.open();
	const isOpen = new Set(missing);
	for (const [text, seen] of search.hits()) {
		const [first] = seen;
		if (first && !isOpen.has(text)) found.set(text, theOnly(first, seen));
	}
	if (everybody && list) {
		missing.forEach((text, at) => found.set(text, unknownAmong(list, everybody, text, at)));
		return found;
	}
	// Nobody of that name was found by asking for it: only the whole list can tell more.
	const directory = createNameResolver(vendor, client, () => Infinity);
	await forEachConcurrent(lanes, missing.length, signal, async (at) => {
		const text = missing[at] ?? '';
		found.set(text, await readOne(text));
	});
	return found;

	async function readOne(text: string): Promise<Found> {
		let id = text;
		if (list && !reading?.isId(text)) {
			const asked = await readNamed(list, text);
			if (asked) return asked;
			const named = await directory.idOf(list, values, text);
			if (named.kind === 'problem') return { kind: 'unknown', problem: named.problem };
			if (named.kind !== 'value') return named;
			id = named.value;
		}
		const filled = fillPath(reading?.one ?? '', { ...values, agent: id });
		if (filled.kind === 'problem') return { kind: 'unknown', problem: filled.problem };
		const expected = (answer: VendorResponse) => answer.status === 404 || (reading?.isUnknown?.(answer) ?? false);
		const sent = await client.send({ ...get(filled.value), expected });
		if (sent.kind !== 'answered') return sent;
		if (expected(sent.response)) return { kind: 'unknown', problem: 'does not exist here' };
		const records = recordsIn(sent.response).flatMap((record) => observe(record, values) ?? []);
		const observed = records.find((one) => one.id === id || one.aliases?.includes(id));
		if (observed) return { kind: 'observed', observed };
		const problem = `the service answered with status ${sent.response.status} but without the agent`;
		return { kind: 'failed', failure: plainFailure(problem) };
	}

	/** Asks the list for the name: the answer holds the whole record. */
	async function readNamed({ path, filter, paging }: Lookup, name: string): Promise<Found | undefined> {
		const filled = fillPath(path, values);
		if (filter === undefined || filled.kind === 'problem') return undefined;
		const query = { [filter]: name.trim() };
		const listed = await readList(client, get(filled.value, query), paging, Infinity);
		if (listed.kind !== 'listed') return listed;
		const seen = listed.entries
			.flatMap((record) => (isRecord(record) ? (observe(record, values) ?? []) : []))
			.filter((one) => fold(one.name) === fold(name));
		const [first] = seen;
		return first && theOnly(first, seen);
	}
}

const theOnly = (first: Observed, seen: Observed[]): Found =>
	seen.length === 1
		? { kind: 'observed', observed: first }
		: {
				kind: 'unknown',
				problem: `means several agents: ${seen.map(({ id }) => id).join(', ')}. Name it by its ID`,
			};

const theRecord = ({ body }: VendorResponse) => (isRecord(body) ? [body] : []);

/** Matches agents that come by against the texts that are wanted. Only a text that is no id can be a name. */
function openSearch(wanted: readonly string[], isId: (text: string) => boolean) {
	const seen = new Map(wanted.map((text) => [text, new Map<string, Observed>()]));
	const named = new Map<string, string[]>();
	for (const text of wanted.filter((one) => !isId(one))) {
		named.set(fold(text), [...(named.get(fold(text)) ?? []), text]);
	}
	const unseen = new Set(wanted);
	const names = new Set([...named.values()].flat());
	return {
		see(observed: Observed) {
			const words = [observed.id, ...(observed.aliases ?? []), ...(named.get(fold(observed.name)) ?? [])];
			for (const word of words) {
				seen.get(word)?.set(observed.id, observed);
				unseen.delete(word);
			}
		},
		unseen: () => [...unseen],
		/** A name is open to the end of the list: somebody else may have it too. */
		open: () => wanted.filter((text) => unseen.has(text) || names.has(text)),
		hits: () => [...seen].map(([text, agents]): [string, Observed[]] => [text, [...agents.values()]]),
	};
}

function unknownAmong(list: Lookup, everybody: unknown[], text: string, at: number): Found {
	const short = { kind: 'unknown', problem: `matches no ${list.singular}` } as const;
	if (at >= EXPLAINED) return short;
	const choice = chooseByName(list, entriesOf(list, everybody.filter(isRecord)), text);
	return choice.kind === 'problem' ? { kind: 'unknown', problem: choice.problem } : short;
}
