import type { Field, Values } from '../shared/operation/operation';
import type { Pagination } from '../shared/http/pagination';
import type { VendorRequest } from '../shared/http/request';
import { isRecord } from '../shared/values/record';
import { agentIdOf, agentsIn, hasNextPage } from './agents';

/**
 * VoipNow's lists, read by a count and a start index. A page may hold fewer entries than were asked for although there
 * are more, and then says so.
 *
 * @param furthestStart VoipNow refuses a start index beyond this
 */
export const offsetPages = (pageSize: number, furthestStart: number): Pagination => ({
	pageSize,
	goesByLink: false,
	idOf: (entry) => (isRecord(entry) ? (agentIdOf(entry) ?? entry.extension) : undefined),
	first: (request, size) => pageOf(request, size, 0),
	// An empty list is a 204; an empty body under any other status lost its list on the way.
	entriesIn: ({ status, body }) => (typeof body === 'object' || status === 204 ? agentsIn(body) : undefined),
	next({ request, response, entries, wanted }) {
		const start = Number(request.query.startIndex) + entries.length;
		const isBeyond = start > furthestStart;
		const isShort = entries.length < Number(request.query.count) || isBeyond;
		if (entries.length === 0 || (isShort && !hasNextPage(response.body))) return { kind: 'none' };
		if (isBeyond) return { kind: 'unreachable' };
		return { kind: 'request', request: pageOf(request, Math.min(pageSize, wanted), start) };
	},
});

const pageOf = (request: VendorRequest, count: number, startIndex: number): VendorRequest => ({
	...request,
	query: { ...request.query, count, startIndex },
});

/** VoipNow's page names 5,000 as the largest count and start; its own client stops at 4,999. */
export const paging = offsetPages(500, 4_500);

/** How VoipNow compares the value of a filter. */
export const filterComparison: Field = {
	displayName: 'Comparison',
	name: 'filterOp',
	type: 'options',
	options: [
		{ name: 'Contains', value: 'contains', description: 'The field contains the value' },
		{ name: 'Equals', value: 'equals', description: 'The field is exactly the value' },
		{ name: 'Is Present', value: 'present', description: 'The field is not empty. The value is ignored.' },
		{ name: 'Starts With', value: 'startsWith', description: 'The field begins with the value' },
	],
	default: 'equals',
	description: 'How to compare the field with the value. The default is Equals.',
	routing: { send: { type: 'query', property: 'filterOp' } },
};

export const filterValue: Field = {
	displayName: 'Value',
	name: 'filterValue',
	type: 'string',
	default: '',
	description: 'The value to compare the field with',
	routing: { send: { type: 'query', property: 'filterValue' } },
};

export const sortOrder: Field = {
	displayName: 'Sort Order',
	name: 'sortOrder',
	type: 'options',
	options: [
		{ name: 'Ascending', value: 'asc', description: 'Lowest first' },
		{ name: 'Descending', value: 'desc', description: 'Highest first' },
	],
	default: 'asc',
	description: 'The order of the list, by status',
	routing: { send: { type: 'query', property: 'sortOrder' } },
};

/** A value or a comparison without a field would filter nothing, and the list would contain every agent. */
export function filterMismatch({ filterBy, filterOp, filterValue: value }: Values): string | undefined {
	if (filterBy === undefined) {
		const lacking = value !== undefined || filterOp !== undefined;
		return lacking ? "'Value' and 'Comparison' filter nothing without 'Field': add it under 'Filters'" : undefined;
	}
	return value === undefined && filterOp !== 'present' ? "'Field' filters nothing without 'Value'" : undefined;
}
