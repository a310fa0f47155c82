import type { Call } from './call';
import { invalid } from './refusal';

export interface Page<R> {
	records: R[];
	meta: Record<string, string | number | null>;
}

/**
 * Gives every record a number when it is first listed. Records are listed in order of creation, so the numbers rise,
 * and a page token that names one stays good when records change, leave the filter or are deleted between two pages.
 */
export class Positions {
	private readonly known = new WeakMap<object, number>();
	private last = 0;

	of(record: object): number {
		const position = this.known.get(record) ?? ++this.last;
		this.known.set(record, position);
		return position;
	}
}

/** What records are ordered by: `key` where a list has an order of its own, then the order of creation. */
interface Rank {
	key: number;
	position: number;
}

/**
 * One page in the envelope of all lists. The way to the next page is `next_page_url` alone: `Page` "isn't supported"
 * (docs, worker): it is only handed back as client state, and a later page without its token is refused (twilio-php#507).
 */
export function paginate<R extends object>(
	all: R[],
	keep: (record: R) => boolean,
	key: string,
	maxPageSize: number,
	call: Call,
	positions: Positions,
	keyOf: (record: R) => number = () => 0,
): Page<R> {
	const size = wholeNumber(call.query.get('PageSize') ?? '50', 'PageSize', 1, maxPageSize);
	const page = wholeNumber(call.query.get('Page') ?? '0', 'Page', 0, Number.MAX_SAFE_INTEGER);
	const after = readToken(call.query.get('PageToken'));
	if (page > 0 && !after) throw invalid('Paged requests must include a PageToken');
	const numbered: Array<Rank & { record: R }> = [];
	for (const record of all) {
		// Records that are filtered out get their numbers, too.
		const position = positions.of(record);
		if (keep(record)) numbered.push({ record, key: keyOf(record), position });
	}
	numbered.sort(compareRanks);
	const found = after ? numbered.findIndex((rank) => compareRanks(rank, after) > 0) : 0;
	const start = found === -1 ? numbered.length : found;
	const end = start + size;

	const address = (number: number, from: number) => {
		const query = new URLSearchParams([...call.query].filter(([name]) => !/^Page(Size|Token)?$/.test(name)));
		query.set('PageSize', String(size));
		query.set('Page', String(number));
		const before = numbered[from - 1];
		if (before) query.set('PageToken', `PA${before.key}_${before.position}`);
		return `${call.base}${call.path}?${query.toString()}`;
	};
	return {
		records: numbered.slice(start, end).map(({ record }) => record),
		meta: {
			page,
			page_size: size,
			first_page_url: address(0, 0),
			previous_page_url: start > 0 ? address(start > size ? page - 1 : 0, Math.max(0, start - size)) : null,
			url: address(page, start),
			next_page_url: end < numbered.length ? address(page + 1, end) : null,
			key,
		},
	};
}

function compareRanks(one: Rank, other: Rank): number {
	return one.key - other.key || one.position - other.position;
}

function readToken(token: string | null): Rank | undefined {
	if (token === null || token === '') return undefined;
	const [, key, position] = /^PA(-?\d{1,15})_(\d{1,15})$/.exec(token) ?? [];
	if (position === undefined) throw invalid('PageToken is invalid');
	return { key: Number(key), position: Number(position) };
}

function wholeNumber(raw: string, name: string, min: number, max: number): number {
	const value = /^\d{1,16}$/.test(raw) ? Number(raw) : NaN;
	if (!(value >= min && value <= max))
		throw invalid(`Invalid ${name} '${raw}': it must be between ${min} and ${max}`);
	return value;
}
