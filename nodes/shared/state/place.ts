import type { Client } from '../http/client';
import { getRequest, isRecord } from '../http/exchange';
import type { Failure } from '../http/failure';
import { readList } from '../http/pages';
import { openDirectory, withIds } from '../operation/directory';
import type { Values } from '../operation/operation';
import { fillPath } from '../operation/path';
import type { Checks } from '../operation/request';
import type { Writes } from '../operation/turns';
import type { Adapter } from './adapter';
import { mappingOf, resolved, type Mapping, type MappingRule } from './mapping';

/** One service in one run. */
export interface Desk {
	adapter: Adapter;
	client: Client;
	/** How many requests may be begun at once. */
	lanes: number;
	rules: MappingRule[];
	writes: Writes;
}

/** Where agents are: all that holds for every one of them there. */
export interface Place {
	desk: Desk;
	values: Values;
	scope: string | null;
	/** The same for the same place, and for no other. */
	key: string;
	mapping: Mapping;
}

export type Opened =
	| { kind: 'places'; places: Place[] }
	| { kind: 'problem'; problem: string }
	| { kind: 'failed'; failure: Failure }
	| { kind: 'unsent' };

/** Finds the ids behind the names that say where, and what the four states are called there. */
export async function openPlaces(desk: Desk, where: Checks): Promise<Opened> {
	const { adapter, client } = desk;
	const directory = openDirectory(adapter.vendor, client, () => 1);
	const known = await withIds(directory, where.values, where.names);
	if (known.kind !== 'values') return known;
	const { values } = known;
	const places: Place[] = [];
	for (const one of adapter.spread?.(values) ?? [values]) {
		const mapping = await mappingAt(desk, one);
		if (mapping.kind !== 'mapping') return mapping;
		const scope = adapter.scope?.of(one) ?? null;
		const key = JSON.stringify([adapter.id, scope, one]);
		places.push({ desk, values: one, scope, key, mapping: mapping.mapping });
	}
	return { kind: 'places', places };
}

type Mapped = { kind: 'mapping'; mapping: Mapping } | Exclude<Opened, { kind: 'places' }>;

async function mappingAt({ adapter, client, rules }: Desk, values: Values): Promise<Mapped> {
	const offers = adapter.offers(values);
	if (offers.kind === 'fixed') {
		return { kind: 'mapping', mapping: mappingOf(adapter.noun, resolved(offers), rules) };
	}
	const filled = fillPath(offers.lookup.path, values);
	if (filled.kind === 'problem') return { kind: 'problem', problem: `'${filled.field}' ${filled.problem}` };
	const request = getRequest(adapter.vendor.encoding, filled.path);
	const listed = await readList(client, request, offers.lookup.paging, Infinity);
	if (listed.kind !== 'listed') return listed;
	const found = listed.entries.filter(isRecord).map(offers.offerOf);
	return { kind: 'mapping', mapping: mappingOf(adapter.noun, { kind: 'listed', offers: found }, rules) };
}
