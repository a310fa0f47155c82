import type { Client } from '../../../shared/http/client';
import { plainFailure, type Failure } from '../../../shared/http/failure';
import { getRequest } from '../../../shared/http/request';
import { readList } from '../../../shared/http/pagination';
import { fillPath } from '../../../shared/operation/input/path';
import { createNameResolver, resolveNames } from '../../../shared/operation/run/names';
import { mappingOf, type Mapping } from '../../../shared/state/mapping';
import { isRecord } from '../../../shared/values/record';
import { textIn } from '../../twilio';
import { adapter, toOption } from '../adapter';
import { activities } from '../resources/lookups';
import { vendor } from '../vendor';
import type { ListenSettings } from './settings';

/** What the user's choice means at Twilio: ids in place of names, and what the activities stand for. */
export interface Watched {
	workspace: string;
	/** Of the account that the workspace belongs to. */
	account: string;
	/** Absent where the user set no such filter. */
	worker: string | undefined;
	fromActivity: string | undefined;
	toActivity: string | undefined;
	leastMs: number | undefined;
	mapping: Mapping;
	/** The names of the activities by SID, as they were when the mapping was made. */
	labels: ReadonlyMap<string, string>;
	/** Where the service is. */
	baseUrl: string;
}

export type WatchedAnswer = { kind: 'watched'; watched: Watched } | { kind: 'failed'; failure: Failure };

/** Looks up what the settings name. */
export async function watch(
	{ client, baseUrl }: { client: Client; baseUrl: string },
	{ fields, rules }: ListenSettings,
): Promise<WatchedAnswer> {
	const failed = (failure: Failure): WatchedAnswer => ({ kind: 'failed', failure });
	const resolver = createNameResolver(vendor, client, () => 1);
	const known = await resolveNames(resolver, fields.values, fields.names);
	if (known.kind === 'problem') return failed(plainFailure(known.problem));
	if (known.kind === 'failed')
		return failed({ ...known.failure, message: `${known.label}: ${known.failure.message}` });
	if (known.kind === 'unsent') return failed(plainFailure('Twilio was not asked in time'));
	const { value: values } = known;
	const path = fillPath('/v1/Workspaces/{workspace}', values);
	const listPath = fillPath(activities.path, values);
	if (path.kind === 'problem') return failed(plainFailure(`'Workspace' ${path.problem}`));
	if (listPath.kind === 'problem') return failed(plainFailure(`'Workspace' ${listPath.problem}`));
	const workspace = await resolver.record(path.value);
	if (workspace.kind !== 'answered')
		return workspace.kind === 'failed' ? workspace : failed(plainFailure('Twilio was not asked in time'));
	const listed = await readList(client, getRequest(vendor.encoding, listPath.value), activities.paging, Infinity);
	if (listed.kind !== 'listed')
		return listed.kind === 'failed' ? listed : failed(plainFailure('Twilio was not asked in time'));
	const options = listed.entries.filter(isRecord).map(toOption);
	const { body } = workspace.response;
	const text = (name: string) => textIn(values[name]) || undefined;
	return {
		kind: 'watched',
		watched: {
			workspace: `${values.workspace ?? ''}`,
			account: isRecord(body) ? textIn(body.account_sid) : '',
			worker: text('worker'),
			fromActivity: text('fromActivity'),
			toActivity: text('toActivity'),
			leastMs: typeof values.leastSeconds === 'number' ? values.leastSeconds * 1000 : undefined,
			mapping: mappingOf(adapter.noun, { kind: 'listed', options }, rules),
			labels: new Map(options.map(({ key, label }) => [key, label])),
			baseUrl,
		},
	};
}
