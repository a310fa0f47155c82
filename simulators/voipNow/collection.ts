import { own } from '../own';
import { Refusal } from './refusal';

/** One resource; the fields that can be filtered and sorted by are text. */
export type Entry = Record<string, string | object | undefined>;

export interface Listing {
	filterBy: string[];
	fields: string[];
	/** The one field that sortOrder orders by. */
	sortBy: string;
}

const FILTER_OPS: Record<string, (actual: string, wanted: string) => boolean> = {
	equals: (actual, wanted) => actual === wanted,
	contains: (actual, wanted) => actual.includes(wanted),
	startsWith: (actual, wanted) => actual.startsWith(wanted),
	present: (actual) => actual !== '',
};

/**
 * Filters, sorts and pages a collection by UnifiedAPI's query parameters; undefined means 204, "no resources to be returned".
 *
 * @param address the list's address without a query; `next` and `prev` are built on it
 */
export function listEntries(
	entries: Entry[],
	query: URLSearchParams,
	listing: Listing,
	address: string,
): Entry | undefined {
	const count = wholeNumber(query.get('count') ?? '20', 'count', 1);
	// The code for a bad startIndex is on no page that could be read; it is formed as its neighbours are.
	const startIndex = wholeNumber(query.get('startIndex') ?? '0', 'startIndex', 0);
	const selected = select(entries, query, listing);
	const order = query.get('sortOrder');
	if (order !== null) {
		// One revision of the pages says asc and desc, the vendor's client ascending and descending.
		if (!/^(asc|desc)(ending)?$/.test(order))
			throw new Refusal(400, 'sortorder_invalid', 'Value supplied in sortOrder parameter is invalid.');
		const direction = order.startsWith('asc') ? 1 : -1;
		selected.sort((a, b) => direction * textOf(a, listing.sortBy).localeCompare(textOf(b, listing.sortBy)));
	}
	const page = selected.slice(startIndex, startIndex + count);
	if (page.length === 0) return undefined;
	const fields = fieldsOf(query, listing);
	const at = (index: number) => {
		const copy = new URLSearchParams(query);
		copy.set('startIndex', String(index));
		return `${address}?${copy.toString()}`;
	};
	return {
		entry: page.map((entry) => Object.fromEntries(Object.entries(entry).filter(([name]) => fields.includes(name)))),
		...(startIndex + count < selected.length && { next: at(startIndex + count) }),
		...(startIndex > 0 && { prev: at(Math.max(0, startIndex - count)) }),
	};
}

function select(entries: Entry[], query: URLSearchParams, { filterBy }: Listing): Entry[] {
	const by = query.get('filterBy');
	if (by === null) return [...entries];
	if (!filterBy.includes(by))
		throw new Refusal(400, 'filterby_invalid', 'Value supplied in filterBy parameter is invalid.');
	const name = query.get('filterOp') ?? 'equals';
	const passes = own(FILTER_OPS, name);
	if (!passes) throw new Refusal(400, 'filterop_invalid', 'Value supplied in filterOp parameter is invalid.');
	const wanted = query.get('filterValue');
	if (wanted === null && name !== 'present')
		throw new Refusal(400, 'filtervalue_invalid', 'Value supplied in filterValue parameter is missing.');
	return entries.filter((entry) => passes(textOf(entry, by), wanted ?? ''));
}

function fieldsOf(query: URLSearchParams, listing: Listing): string[] {
	const raw = query.get('fields');
	if (raw === null) return [...listing.fields, 'links'];
	const fields = raw.split(',');
	if (fields.some((field) => !listing.fields.includes(field)))
		throw new Refusal(400, 'fields_invalid', 'Value supplied in fields parameter is invalid.');
	return fields;
}

function wholeNumber(raw: string, name: string, min: number): number {
	const value = /^\d{1,4}$/.test(raw) ? Number(raw) : NaN;
	if (!(value >= min && value <= 5000))
		throw new Refusal(400, `${name.toLowerCase()}_invalid`, `Value supplied in ${name} parameter is invalid.`);
	return value;
}

function textOf(entry: Entry, field: string): string {
	const value = entry[field];
	return typeof value === 'string' ? value : '';
}
