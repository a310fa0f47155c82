import {
	isExpression,
	isResourceLocatorValue,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import type { Client } from '../../http/client';
import { createBacklog } from '../../n8n/runControl';
import { createClient } from '../../http/createClient';
import { getRequest, type VendorRequest } from '../../http/request';
import { isRecord } from '../../values/record';
import type { Vendor } from '../../http/vendor';
import { readList, readPage, requestOfNext, type ListPage } from '../../http/pagination';
import { parseField } from '../input/parse';
import { createNameResolver } from '../run/names';
import { withoutAccents } from '../../values/accents';
import { inQuotes } from '../../values/text';
import { entriesOf, type LookupEntry, type Lookup } from '../lookup';
import type { Field, Values } from '../operation';
import { fillPath, namesIn } from '../input/path';
import { isVisible } from '../input/visible';
import { problem, value, type Result } from '../../values/result';

/** What a dropdown of the editor shows: a page of a list, or what a text finds in it. */
export async function searchList(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	fields: Field[],
	lookup: Lookup,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	function refuse(problem: string, description?: string): NodeOperationError {
		const options = { ...(description !== undefined && { description }) };
		const error = new NodeOperationError(context.getNode(), problem, options);
		// n8n swaps a message with the code of a connection in it for its own.
		error.message = problem;
		return error;
	}
	// n8n never cancels a search, and nothing comes after a request that failed.
	const connection = await createClient(context, vendor, {
		signal: new AbortController().signal,
		backlog: createBacklog(),
		noteFailure: () => undefined,
	});
	if (connection.kind === 'problem') throw refuse(`The '${vendor.name}' credential: ${connection.problem}`);
	const { client } = connection;
	const values = await valuesAround(context, vendor, fields, lookup, client);
	if (values.kind === 'problem') throw refuse(values.problem);
	const filled = fillPath(lookup.path, values.value);
	if (filled.kind === 'problem')
		throw refuse(`Choose '${labelOf(fields, filled.field)}' first: it ${filled.problem}`);
	if (paginationToken !== undefined && !paginationToken.startsWith('/'))
		throw refuse('The list goes on at another address, and keys are never sent there');
	const request = getRequest(vendor.encoding, paginationToken ?? filled.value);
	// The link to a next page holds the search that it goes on with.
	const page =
		paginationToken === undefined
			? await find(client, lookup, request, (filter ?? '').trim().normalize('NFC'))
			: await readSome(client, lookup, request);
	if (page.kind === 'failed') throw refuse(page.failure.message, page.failure.advice);
	if (page.kind !== 'page') return { results: [] };
	const next = page.next.kind === 'none' ? undefined : requestOfNext(client, request, page.next, page.entries.length);
	if (next?.kind === 'failed') throw refuse(next.failure.message);
	return {
		results: toResults(entriesOf(lookup, page.entries.filter(isRecord))),
		...(next && { paginationToken: next.request.path }),
	};
}

/**
 * The first page of what a text finds: what the vendor's own search gives, as it is. Where that is nothing, the list
 * is read and searched here, in all that the dropdown shows, whatever the case and with or without accents.
 *
 * @param text empty for the list itself
 */
async function find(client: Client, lookup: Lookup, request: VendorRequest, text: string): Promise<ListPage> {
	const first = (query: VendorRequest['query']) => firstPageOf(lookup, { ...request, query });
	if (text === '') return await readSome(client, lookup, first({}));
	if (lookup.search) {
		const page = await readSome(client, lookup, first(lookup.search(text)));
		if (!isInVain(page)) return page;
	}
	const listed = await readList(client, request, lookup.paging, Infinity);
	if (listed.kind !== 'listed') return listed;
	const wanted = withoutAccents(text);
	const entries = listed.entries.filter((record) =>
		entriesOf(lookup, [record].filter(isRecord)).some(({ names, label, id, remark = '' }) =>
			[...names, `${label} ${remark} ${id}`].some((text) => withoutAccents(text).includes(wanted)),
		),
	);
	return { kind: 'page', entries, next: { kind: 'none' } };
}

/** The request for as many entries as the dropdown shows, where it can go on from there; else for the list. */
const firstPageOf = ({ paging }: Lookup, request: VendorRequest): VendorRequest =>
	paging.goesByLink ? paging.first(request, SHOWN_AT_ONCE) : request;

/** One page where the dropdown can go on from there, else the whole list. */
async function readSome(client: Client, { paging }: Lookup, request: VendorRequest): Promise<ListPage> {
	if (paging.goesByLink) return await readPage(client, request, paging, Infinity);
	const listed = await readList(client, request, paging, Infinity);
	return listed.kind === 'listed' ? { kind: 'page', entries: listed.entries, next: { kind: 'none' } } : listed;
}

/** A vendor may also refuse a text that its search cannot read. */
const isInVain = (page: ListPage): boolean =>
	page.kind === 'page' ? page.entries.length === 0 : page.kind === 'failed' && page.failure.httpCode === '400';

/** What fits comfortably into a dropdown; more comes as the user scrolls. */
const SHOWN_AT_ONCE = 50;

/** The name and what else is known: a remark alone, such as a status, would fit many entries. */
const toResults = (entries: LookupEntry[]): INodeListSearchResult['results'] =>
	entries.map(({ id, label, remark }) => ({
		name: remark === undefined || remark === label ? label : `${label} (${remark})`,
		value: id,
	}));

/** The values of the fields that stand in the list's path, as they are typed in the editor now. */
async function valuesAround(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	fields: Field[],
	lookup: Lookup,
	client: Client,
): Promise<Result<Values>> {
	const values: Record<string, string | number | boolean> = {};
	for (const name of namesIn(lookup.path)) {
		const field = fields.find((one) => one.name === name);
		const given = context.getCurrentNodeParameter(name);
		if (!field || !isVisible(field, (other) => context.getCurrentNodeParameter(other))) continue;
		if (isUnresolved(given)) {
			return problem(
				`'${field.displayName}' is an expression that has no value in the editor: choose it from the list, or give this one by ID`,
			);
		}
		const parsed = parseField(field, given);
		if (parsed.kind === 'problem') return problem(`Choose '${field.displayName}' first: it ${parsed.problem}`);
		if (parsed.kind === 'value') values[name] = parsed.value;
		if (parsed.kind === 'name' && field.lookup) {
			const found = await createNameResolver(vendor, client, () => 1).idOf(field.lookup, values, parsed.name);
			if (found.kind === 'problem')
				return problem(`'${field.displayName}' ${inQuotes(parsed.name)} ${found.problem}`);
			if (found.kind === 'failed') {
				const { message, isOfCredential } = found.failure;
				return problem(
					isOfCredential ? message : `'${field.displayName}' ${inQuotes(parsed.name)}: ${message}`,
				);
			}
			if (found.kind === 'unsent') continue;
			values[name] = found.value;
		}
	}
	return value(values);
}

/** The editor hands expressions over as they are typed. */
const isUnresolved = (given: unknown): boolean => isExpression(isResourceLocatorValue(given) ? given.value : given);

const labelOf = (fields: Field[], name: string) => fields.find((field) => field.name === name)?.displayName ?? name;
