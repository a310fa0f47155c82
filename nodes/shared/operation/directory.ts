import type { Client, Sent } from '../http/client';
import { isRecord, type Answer, type VendorRequest } from '../http/exchange';
import { readList, type Listed } from '../http/pages';
import type { Vendor } from '../http/vendor';
import { chooseByName, entriesOf, fold, type Lookup } from './lookup';
import type { Values } from './operation';
import { fillPath } from './path';

export type Found =
	{ kind: 'id'; id: string } | { kind: 'problem'; problem: string } | Exclude<Sent, { kind: 'answered' }>;

/** What one run has looked up: each list and each record is read once, however many items ask for it. */
export interface Directory {
	idOf: (lookup: Lookup, values: Values, name: string) => Promise<Found>;
	/** @param path below the vendor's root, filled */
	record: (path: string) => Promise<Sent>;
}

/** From this many names in one run on, reading the whole list costs fewer requests than asking for each. */
const MANY = 10;

const noRecord = ({ status, body }: Answer) =>
	isRecord(body) ? undefined : `the service answered with status ${status} but without the record`;

/** @param distinct how many different names the run's items give for a lookup */
export function openDirectory(vendor: Vendor, client: Client, distinct: (lookup: Lookup) => number): Directory {
	const lists = new Map<string, Promise<Listed>>();
	const records = new Map<string, Promise<Sent>>();

	const get = (path: string, query: VendorRequest['query'] = {}): VendorRequest => ({
		method: 'GET',
		path,
		query,
		headers: {},
		body: undefined,
		encoding: vendor.encoding,
		repeatable: true,
	});

	async function list({ paging }: Lookup, path: string, query: VendorRequest['query'] = {}): Promise<Listed> {
		const key = JSON.stringify([path, query]);
		const known = lists.get(key) ?? readList(client, get(path, query), paging, Infinity);
		lists.set(key, known);
		return await known;
	}

	return {
		async idOf(lookup, values, name) {
			const filled = fillPath(lookup.path, values);
			if (filled.kind === 'problem') return filled;
			if (lookup.filter !== undefined && distinct(lookup) < MANY) {
				const narrow = await list(lookup, filled.path, { [lookup.filter]: name.trim() });
				if (narrow.kind !== 'listed') return narrow;
				const entries = entriesOf(lookup, narrow.entries.filter(isRecord));
				if (entries.some(({ label }) => fold(label) === fold(name))) return chooseByName(lookup, entries, name);
			}
			const whole = await list(lookup, filled.path);
			if (whole.kind !== 'listed') return whole;
			return chooseByName(lookup, entriesOf(lookup, whole.entries.filter(isRecord)), name);
		},
		async record(path) {
			const known = records.get(path) ?? client.send(get(path), noRecord);
			records.set(path, known);
			return await known;
		},
	};
}
