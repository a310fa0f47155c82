import type { Client } from '../../http/client';
import type { ClientRun } from '../../http/createClient';
import { getRequest } from '../../http/request';
import { isRecord } from '../../values/record';
import { problem, type Problem } from '../../values/result';
import type { Failure } from '../../http/failure';
import { readList } from '../../http/pagination';
import { createNameResolver, resolveNames } from '../../operation/run/names';
import type { Values } from '../../operation/operation';
import { fillPath } from '../../operation/input/path';
import type { ParsedFields } from '../../operation/input/item';
import type { WriteLog } from '../../operation/run/keyedQueue';
import { ownKey } from '../../trigger/ownChanges';
import type { Adapter } from '../adapter';
import { mappingOf, resolved, type Mapping, type MappingRule } from '../mapping';

/** One service in one run. */
export interface Session {
	run: ClientRun;
	adapter: Adapter;
	client: Client;
	/** The service's address. */
	baseUrl: string;
	/** How many requests may be begun at once. */
	maxConcurrency: number;
	rules: MappingRule[];
	writes: WriteLog;
}

/** The service as a whole, a workspace, or one queue: all that holds for every agent there. */
export interface Scope {
	session: Session;
	values: Values;
	/** As a row tells it; `null` where the service has no such thing. */
	name: string | null;
	/** The same for the same scope, and for no other. */
	key: string;
	mapping: Mapping;
}

/** By which who sets an agent's state and who hears of it know it for the same one. */
export const ownKeyOf = ({ session: { adapter, baseUrl }, name }: Scope, agentId: string): string =>
	ownKey(adapter.id, baseUrl, adapter.fanOut ? name : null, agentId);

export type Opened =
	{ kind: 'scopes'; scopes: Scope[] } | Problem | { kind: 'failed'; failure: Failure } | { kind: 'unsent' };

/** Finds the ids behind the names of a scope, and what the four states are called there. */
export async function openScopes(session: Session, { values: given, names }: ParsedFields): Promise<Opened> {
	const { adapter, client } = session;
	const resolver = createNameResolver(adapter.vendor, client, () => 1);
	const known = await resolveNames(resolver, given, names);
	if (known.kind !== 'value') return known;
	const scopes: Scope[] = [];
	for (const values of adapter.fanOut?.(known.value) ?? [known.value]) {
		const mapped = await mappingAt(session, values);
		if (mapped.kind !== 'mapping') return mapped;
		const name = adapter.scopeColumn?.of(values) ?? null;
		const key = JSON.stringify([adapter.id, name, values]);
		scopes.push({ session, values, name, key, mapping: mapped.mapping });
	}
	return { kind: 'scopes', scopes };
}

type Mapped = { kind: 'mapping'; mapping: Mapping } | Exclude<Opened, { kind: 'scopes' }>;

async function mappingAt({ adapter, client, rules }: Session, values: Values): Promise<Mapped> {
	const options = adapter.stateOptions(values);
	if (options.kind === 'fixed') {
		return { kind: 'mapping', mapping: mappingOf(adapter.noun, resolved(options), rules) };
	}
	const filled = fillPath(options.lookup.path, values);
	if (filled.kind === 'problem') return problem(`'${filled.field}' ${filled.problem}`);
	const request = getRequest(adapter.vendor.encoding, filled.value);
	const listed = await readList(client, request, options.lookup.paging, Infinity);
	if (listed.kind !== 'listed') return listed;
	const found = listed.entries.filter(isRecord).map(options.toOption);
	return { kind: 'mapping', mapping: mappingOf(adapter.noun, { kind: 'listed', options: found }, rules) };
}
