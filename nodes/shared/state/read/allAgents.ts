import { plainFailure } from '../../http/failure';
import { readList, type Unlisted } from '../../http/pagination';
import { getRequest } from '../../http/request';
import { fillPath } from '../../operation/input/path';
import type { Lookup } from '../../operation/lookup';
import { isRecord } from '../../values/record';
import type { Observed } from '../adapter';
import type { Scope } from './scope';

export type AllAgents = { kind: 'agents'; agents: Observed[] } | Unlisted;

/**
 * Reads all agents of a scope: all of them, or none where the list could not be read to its end.
 *
 * @param list of the agents, with the fields of the scope in its path
 */
export async function readAllAgents({ session, values }: Scope, list: Lookup): Promise<AllAgents> {
	const { client, adapter } = session;
	const { reading, vendor } = adapter;
	const filled = fillPath(list.path, values);
	if (filled.kind === 'problem')
		return { kind: 'failed', failure: plainFailure(`'${filled.field}' ${filled.problem}`) };
	const listed = await readList(client, getRequest(vendor.encoding, filled.value), list.paging, Infinity);
	if (listed.kind !== 'listed') return listed;
	const agents = listed.entries.flatMap((record) =>
		isRecord(record) ? (reading?.observe(record, values) ?? []) : [],
	);
	return { kind: 'agents', agents };
}
