import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Vendor } from '../../http/vendor';
import { leavesOf } from '../fields';
import type { Field, NodeDefinition } from '../operation';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The editor's search methods of a service, one for each list that a locator chooses from. */
export function searchMethods({ vendor, resources }: NodeDefinition): Record<string, Search> {
	const fields = resources.flatMap(({ operations }) => operations.flatMap((one) => leavesOf(one.fields)));
	return searchMethodsFor(vendor, fields);
}

/** @param fields those that choose from a list, and those that their lists' paths are filled with */
export function searchMethodsFor(vendor: Vendor, fields: Field[]): Record<string, Search> {
	const lookups = new Set(fields.flatMap(({ lookup }) => lookup ?? []));
	return Object.fromEntries(
		[...lookups].map((lookup): [string, Search] => [
			lookup.method,
			async function (filter, paginationToken) {
				const { searchList } = await import('./searchList');
				return await searchList(this, vendor, fields, lookup, filter, paginationToken);
			},
		]),
	);
}
