import { inQuotes } from '../../values/text';
import type { Client, Sent } from '../../http/client';
import { getRequest, type VendorRequest } from '../../http/request';
import type { VendorResponse } from '../../http/response';
import { isRecord } from '../../values/record';
import type { Failure } from '../../http/failure';
import { readList, type Listed } from '../../http/pagination';
import type { Vendor } from '../../http/vendor';
import {
	chooseAmong,
	chooseByName,
	entriesByName,
	entriesOf,
	isCalled,
	noSuchEntry,
	type Lookup,
	type LookupEntry,
} from '../lookup';
import type { Values } from '../operation';
import { fillPath } from '../input/path';
import { problem, value, type Result } from '../../values/result';
import type { ParsedFields } from '../input/item';

/** An id, or why there is none. */
export type FoundId = Result<string> | Exclude<Sent, { kind: 'answered' }>;

/** What one run has looked up: each list and each record is read once, however many items ask for it. */
export interface NameResolver {
	idOf: (lookup: Lookup, values: Values, name: string) => Promise<FoundId>;
	/** @param path below the vendor's root, filled */
	record: (path: string) => Promise<Sent>;
	/** The same after a failure that ended the run, to explain it. */
	recordAfterFailure: (path: string) => Promise<Record<string, unknown> | undefined>;
}

export type ResolvedNames =
	| Result<Values>
	/** `label`: the field and the name that was given for it. */
	| { kind: 'failed'; failure: Failure; label: string }
	| { kind: 'unsent' };

/** Puts the ids in place of names. */
export async function resolveNames(
	resolver: NameResolver,
	values: Values,
	names: ParsedFields['names'],
): Promise<ResolvedNames> {
	let known = values;
	// One after the other: a worker's name means something only once the workspace is known.
	for (const { field, lookup, name } of names) {
		const label = `'${field.displayName}' ${inQuotes(name)}`;
		const found = await resolver.idOf(lookup, known, name);
		if (found.kind === 'problem') return problem(`${label} ${found.problem}`);
		if (found.kind === 'failed') return { ...found, label };
		if (found.kind === 'unsent') return found;
		known = { ...known, [field.name]: found.value };
	}
	return value(known);
}

/** From this many names in one run on, reading the whole list costs fewer requests than asking for each. */
const MANY = 10;

const noRecord = ({ status, body }: VendorResponse) =>
	isRecord(body) ? undefined : `the service answered with status ${status} but without the record`;

/** Asks a list for a name. A text that the vendor cannot search for finds nobody: it answers 400. */
export const findRequest = (
	encoding: VendorRequest['encoding'],
	path: string,
	query: VendorRequest['query'],
): VendorRequest => ({ ...getRequest(encoding, path, query), expected: ({ status }) => status === 400 });

/** Messages list what is there for so many wrong names; ordering thousands of entries for each takes seconds. */
const MOST_NAMES_EXPLAINED = 10;

interface KnownEntries {
	entries: LookupEntry[];
	called: (name: string) => LookupEntry[];
}

/** @param distinct how many different names the run's items give for a lookup */
export function createNameResolver(vendor: Vendor, client: Client, distinct: (lookup: Lookup) => number): NameResolver {
	const lists = new Map<string, Promise<Listed>>();
	const records = new Map<string, Promise<Sent>>();
	const explanations = new Map<string, Promise<VendorResponse | undefined>>();

	async function list({ paging }: Lookup, path: string, query?: VendorRequest['query']): Promise<Listed> {
		const key = JSON.stringify([path, query]);
		const request = query ? findRequest(vendor.encoding, path, query) : getRequest(vendor.encoding, path);
		const known = lists.get(key) ?? readList(client, request, paging, Infinity);
		lists.set(key, known);
		return await known;
	}

	/** What a list that was read whole holds, worked out once. */
	const wholeLists = new Map<Listed, Map<Lookup, KnownEntries>>();
	let explained = 0;

	function knownIn(lookup: Lookup, whole: Listed & { kind: 'listed' }): KnownEntries {
		const entries = entriesOf(lookup, whole.entries.filter(isRecord));
		const known = { entries, called: entriesByName(entries) };
		wholeLists.set(whole, (wholeLists.get(whole) ?? new Map<Lookup, KnownEntries>()).set(lookup, known));
		return known;
	}

	return {
		async idOf(lookup, values, name) {
			const filled = fillPath(lookup.path, values);
			if (filled.kind === 'problem') return problem(filled.problem);
			if (lookup.find && distinct(lookup) < MANY) {
				const narrow = await list(lookup, filled.value, lookup.find(name.trim()));
				if (narrow.kind !== 'listed') return narrow;
				const entries = entriesOf(lookup, narrow.entries.filter(isRecord));
				if (entries.some(isCalled(name))) return chooseByName(lookup, entries, name);
			}
			const whole = await list(lookup, filled.value);
			if (whole.kind !== 'listed') return whole;
			const known = wholeLists.get(whole)?.get(lookup) ?? knownIn(lookup, whole);
			const chosen = chooseAmong(lookup, known.called(name));
			if (chosen) return chosen;
			explained += 1;
			return explained > MOST_NAMES_EXPLAINED
				? problem(`matches no ${lookup.singular}`)
				: noSuchEntry(lookup, known.entries, name);
		},
		async record(path) {
			const known = records.get(path) ?? client.send(getRequest(vendor.encoding, path), noRecord);
			records.set(path, known);
			return await known;
		},
		async recordAfterFailure(path) {
			const known = explanations.get(path) ?? client.lookInto(getRequest(vendor.encoding, path));
			explanations.set(path, known);
			const body = (await known)?.body;
			return isRecord(body) ? body : undefined;
		},
	};
}
