import type { RunControl } from '../../n8n/runControl';
import type { Client } from '../../http/client';
import { getRequest } from '../../http/request';
import { isRecord } from '../../values/record';
import type { Failure } from '../../http/failure';
import { readList } from '../../http/pagination';
import { createNameResolver, resolveNames } from '../../operation/run/names';
import type { Values } from '../../operation/operation';
import { fillPath } from '../../operation/input/path';
import type { ParsedFields } from '../../operation/input/item';
import type { WriteLog } from '../../operation/run/keyedQueue';
import type { Adapter } from '../adapter';
import { mappingOf, resolved, type Mapping, type MappingRule } from '../mapping';

/** One service in one run. */
export interface Session {
	run: RunControl;
	adapter: Adapter;
	client: Client;
	/** How many requests may be begun at once. */
	maxConcurrency: number;
	rules: MappingRule[];
	writes: WriteLog;
}

/** Where agents are: all that holds for every one of them there. */
export interface Scope {
	session: Session;
	values: Values;
	name: string | null;
	/** The same for the same place, and for no other. */
	key: string;
	mapping: Mapping;
}

export type Opened =
	| { kind: 'places'; places: Scope[] }
	| { kind: 'problem'; problem: string }
	| { kind: 'failed'; failure: Failure }
	| { kind: 'unsent' };

/** Finds the ids behind the names that say where, and what the four states are called there. */
export async function openScopes(desk: Session, where: ParsedFields): Promise<Opened> {
	const { adapter, client } = desk;
	const directory = createNameResolver(adapter.vendor, client, () => 1);
	const known = await resolveNames(directory, where.values, where.names);
	if (known.kind !== 'value') return known;
	const values = known.value;
	const places: Scope[] = [];
	for (const one of adapter.fanOut?.(values) ?? [values]) {
		const mapping = await mappingAt(desk, one);
		if (mapping.kind !== 'mapping') return mapping;
		const scope = adapter.scopeColumn?.of(one) ?? null;
		const key = JSON.stringify([adapter.id, scope, one]);
		places.push({ session: desk, values: one, name: scope, key, mapping: mapping.mapping });
	}
	return { kind: 'places', places };
}

type Mapped = { kind: 'mapping'; mapping: Mapping } | Exclude<Opened, { kind: 'places' }>;

async function mappingAt({ adapter, client, rules }: Session, values: Values): Promise<Mapped> {
	const offers = adapter.stateOptions(values);
	if (offers.kind === 'fixed') {
		return { kind: 'mapping', mapping: mappingOf(adapter.noun, resolved(offers), rules) };
	}
	const filled = fillPath(offers.lookup.path, values);
	if (filled.kind === 'problem') return { kind: 'problem', problem: `'${filled.field}' ${filled.problem}` };
	const request = getRequest(adapter.vendor.encoding, filled.value);
	const listed = await readList(client, request, offers.lookup.paging, Infinity);
	if (listed.kind !== 'listed') return listed;
	const found = listed.entries.filter(isRecord).map(offers.offerOf);
	return { kind: 'mapping', mapping: mappingOf(adapter.noun, { kind: 'listed', offers: found }, rules) };
}
