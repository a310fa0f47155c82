import {
	isExpression,
	isResourceLocatorValue,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import type { Client } from '../http/client';
import { connect } from '../http/connect';
import { isRecord, type VendorRequest } from '../http/exchange';
import { leadsAway, readList, readPage } from '../http/pages';
import { checkField } from './check';
import { openDirectory } from './directory';
import { entriesOf, fold, type Entry, type Lookup } from './lookup';
import type { Field, Service, Values } from './operation';
import { fillPath, namesIn } from './path';
import { leavesOf } from './request';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The editor's search methods of a service, one for each list that a locator chooses from. */
export function searchMethods(service: Service): Record<string, Search> {
	const fields = service.resources.flatMap(({ operations }) => operations.flatMap((one) => leavesOf(one.fields)));
	const lookups = new Set(fields.flatMap(({ lookup }) => lookup ?? []));
	return Object.fromEntries(
		[...lookups].map((lookup): [string, Search] => [
			lookup.method,
			async function (filter, paginationToken) {
				return await search(this, service, fields, lookup, filter, paginationToken);
			},
		]),
	);
}

async function search(
	context: ILoadOptionsFunctions,
	service: Service,
	fields: Field[],
	lookup: Lookup,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	const refuse = (problem: string, description?: string) =>
		new NodeOperationError(context.getNode(), problem, { ...(description !== undefined && { description }) });
	const { vendor } = service;
	const connection = await connect(context, vendor, { isOver: () => false, noteFailure: () => undefined });
	if (connection.kind === 'problem') throw refuse(`The '${vendor.name}' credential: ${connection.problem}`);
	const { client } = connection;
	const values = await valuesAround(context, service, fields, lookup, client);
	if (typeof values === 'string') throw refuse(values);
	const filled = fillPath(lookup.path, values);
	if (filled.kind === 'problem')
		throw refuse(`Choose '${labelOf(fields, filled.field)}' first: it ${filled.problem}`);
	if (paginationToken !== undefined && !paginationToken.startsWith('/'))
		throw refuse('The list goes on at another address, and keys are never sent there');
	const request: VendorRequest = {
		method: 'GET',
		path: paginationToken ?? filled.path,
		query: {},
		headers: {},
		body: undefined,
		encoding: vendor.encoding,
		repeatable: true,
	};
	const wanted = fold(filter ?? '');
	if (wanted === '' && lookup.paging.kind === 'link') {
		const sized = paginationToken === undefined ? { [lookup.paging.sizeParameter]: SHOWN_AT_ONCE } : {};
		const page = await readPage(client, { ...request, query: sized }, lookup.paging);
		if (page.kind === 'page') {
			const next = page.link === undefined ? undefined : client.pathOf(page.link);
			if (page.link !== undefined && next === undefined) throw refuse(leadsAway(page.link).message);
			return {
				results: toResults(entriesOf(lookup, page.entries.filter(isRecord))),
				...(next && { paginationToken: next }),
			};
		}
		throw refuse(
			page.kind === 'failed' ? page.failure.message : '',
			page.kind === 'failed' ? page.failure.advice : '',
		);
	}
	// Vendors filter by the whole name only; for a part of it the list is read and searched here.
	const listed = await readList(client, request, lookup.paging, Infinity);
	if (listed.kind === 'failed') throw refuse(listed.failure.message, listed.failure.advice);
	const entries = listed.kind === 'listed' ? entriesOf(lookup, listed.entries.filter(isRecord)) : [];
	return {
		results: toResults(
			entries.filter(({ label, id, remark = '' }) => fold(`${label} ${remark} ${id}`).includes(wanted)),
		),
	};
}

/** What fits comfortably into a dropdown; more comes as the user scrolls. */
const SHOWN_AT_ONCE = 50;

/** Whoever has no name is shown by what else is known. */
const toResults = (entries: Entry[]): INodeListSearchResult['results'] =>
	entries.map(({ id, label, remark }) => ({
		name: remark === undefined ? label : label === id ? remark : `${label} (${remark})`,
		value: id,
	}));

/** The values of the fields that stand in the list's path, as they are typed in the editor now. */
async function valuesAround(
	context: ILoadOptionsFunctions,
	{ vendor }: Service,
	fields: Field[],
	lookup: Lookup,
	client: Client,
): Promise<Values | string> {
	const values: Record<string, string | number | boolean> = {};
	for (const name of namesIn(lookup.path)) {
		const field = fields.find((one) => one.name === name);
		const given = context.getCurrentNodeParameter(name);
		if (!field || !isShown(context, field)) continue;
		if (isUnresolved(given)) {
			return `'${field.displayName}' is an expression that has no value in the editor: choose it from the list, or give this one by ID`;
		}
		const checked = checkField(field, given);
		if (checked.kind === 'problem') return `Choose '${field.displayName}' first: it ${checked.problem}`;
		if (checked.kind === 'value') values[name] = checked.value;
		if (checked.kind === 'name' && field.lookup) {
			const found = await openDirectory(vendor, client, () => 1).idOf(field.lookup, values, checked.name);
			if (found.kind === 'problem') return `'${field.displayName}' "${checked.name}" ${found.problem}`;
			if (found.kind === 'failed') return `'${field.displayName}' "${checked.name}": ${found.failure.message}`;
			if (found.kind === 'unsent') continue;
			values[name] = found.id;
		}
	}
	return values;
}

/** The editor hands expressions over as they are typed. */
const isUnresolved = (given: unknown): boolean => isExpression(isResourceLocatorValue(given) ? given.value : given);

const isShown = (context: ILoadOptionsFunctions, field: Field): boolean =>
	Object.entries(field.displayOptions?.show ?? {}).every(([name, wanted]) =>
		wanted?.some((one) => one === context.getCurrentNodeParameter(name)),
	);

const labelOf = (fields: Field[], name: string) => fields.find((field) => field.name === name)?.displayName ?? name;
