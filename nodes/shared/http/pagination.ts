import type { Client, Sent } from './client';
import { plainFailure, type Failure } from './failure';
import type { VendorRequest } from './request';
import type { VendorResponse } from './response';

/** How a vendor pages a list. Fits links, offsets and cursors alike. */
export interface Pagination {
	/** The most entries to ask for at a time. */
	pageSize: number;
	/** Whether a later page can be asked for by its path alone, as the editor's dropdown does when it is scrolled. */
	goesByLink: boolean;
	/** By which an entry that stands on two pages, because the list moved in between, is known to be the same. */
	idOf?(entry: unknown): unknown;
	/** The request for the first page, of at most `size` entries. */
	first(request: VendorRequest, size: number): VendorRequest;
	/** The entries of a page; `undefined` when the response is not a list. */
	entriesIn(response: VendorResponse): unknown[] | undefined;
	next(page: ReadPage): NextPage;
}

/** A page that has come. */
export interface ReadPage {
	/** The request that it answers. */
	request: VendorRequest;
	response: VendorResponse;
	entries: unknown[];
	/** How many entries are still wanted after it; Infinity when all are. */
	wanted: number;
}

/** Where a list goes on. */
export type NextPage =
	| { kind: 'none' }
	/** At an address that the vendor gave: it is asked for only below the vendor's base URL, where the keys may go. */
	| { kind: 'link'; address: string }
	| { kind: 'request'; request: VendorRequest }
	/** There is more, and the vendor gives no more. */
	| { kind: 'unreachable' };

/** The list could not be read, or the run was over before. */
export type Unlisted = Exclude<Sent, { kind: 'answered' }>;

export type Listed = { kind: 'listed'; entries: unknown[] } | Unlisted;

export type ListPage = { kind: 'page'; entries: unknown[]; next: NextPage } | Unlisted;

/**
 * Reads a list page by page until it ends, `limit` is reached or `isEnough` says so.
 *
 * @param limit the most entries to return
 * @param isEnough looks at a page when it has come, and at whether it is the last; true ends the reading
 */
export async function readList(
	client: Client,
	request: VendorRequest,
	pagination: Pagination,
	limit: number,
	isEnough: (page: unknown[], isLast: boolean) => boolean = () => false,
): Promise<Listed> {
	const entries: unknown[] = [];
	const visited = new Set<string>();
	const known = new Set<unknown>();
	const pageOf = ({ path, query }: VendorRequest) => JSON.stringify([path, query]);
	let current = pagination.first(request, Math.min(pagination.pageSize, limit));
	let repeats = 0;
	visited.add(pageOf(current));
	for (let pages = 1; ; pages++) {
		const page = await readPage(client, current, pagination, limit - entries.length);
		if (page.kind !== 'page') return page;
		const fresh = page.entries.filter((entry) => !known.has(pagination.idOf?.(entry)));
		entries.push(...fresh);
		for (const entry of fresh) known.add(pagination.idOf?.(entry));
		known.delete(undefined);
		const hasEnough = isEnough(page.entries, page.next.kind === 'none') || entries.length >= limit;
		if (hasEnough || page.next.kind === 'none') {
			return { kind: 'listed', entries: entries.slice(0, limit) };
		}
		const next = requestOfNext(client, request, page.next, entries.length);
		if (next.kind === 'failed') return next;
		repeats = fresh.length === 0 ? repeats + 1 : 0;
		// A list that leads back to where it was would never end.
		if (visited.has(pageOf(next.request))) return endless('The list leads back to a page that was read already');
		if (repeats > MAX_REPEATS) return endless(`The list has no end: ${repeats} pages in a row gave nothing new`);
		if (pages >= MAX_PAGES) return endless(`The list has no end: ${pages} pages gave ${entries.length} entries`);
		visited.add(pageOf(next.request));
		current = next.request;
	}
}

/** Entries that move while a list is read may fill a page with known ones, but not one page after the other. */
const MAX_REPEATS = 2;
/** Of 50 entries, which is Twilio's smallest page, these are 100,000; 15,000 workers are 15 pages. */
const MAX_PAGES = 2_000;

const endless = (message: string): Listed => ({
	kind: 'failed',
	failure: plainFailure(message, 'Set a limit, or narrow the list by a filter or a shorter time.'),
});

/**
 * Reads one page.
 *
 * @param request as `first` or `requestOfNext` gives it
 * @param wanted the most entries that are wanted from it and from the pages after it
 */
export async function readPage(
	client: Client,
	request: VendorRequest,
	pagination: Pagination,
	wanted: number,
): Promise<ListPage> {
	const sent = await client.send(request, (response) =>
		pagination.entriesIn(response)
			? undefined
			: `the service answered with status ${response.status} but without a list`,
	);
	if (sent.kind !== 'answered') return sent;
	const { response } = sent;
	const entries = pagination.entriesIn(response) ?? [];
	const next = pagination.next({ request, response, entries, wanted: wanted - entries.length });
	return { kind: 'page', entries, next };
}

/**
 * The request for the next page, or why there is none: an address at another host is never asked, since the
 * credential would be sent there.
 *
 * @param request for the list
 * @param read how many entries were read so far
 */
export function requestOfNext(
	client: Client,
	request: VendorRequest,
	next: Exclude<NextPage, { kind: 'none' }>,
	read: number,
): { kind: 'request'; request: VendorRequest } | { kind: 'failed'; failure: Failure } {
	if (next.kind === 'request') return next;
	if (next.kind === 'unreachable') {
		// A list cut short in silence would make a missing agent look like one who does not exist.
		const message = `The list goes on after ${read} entries, and the service gives no more`;
		return { kind: 'failed', failure: plainFailure(message, 'Set a lower limit.') };
	}
	const path = client.pathOf(next.address);
	if (path !== undefined) return { kind: 'request', request: { ...request, path, query: {} } };
	const host = URL.canParse(next.address) ? new URL(next.address).host : 'no address';
	const message = `The list goes on at another address (${host}), and keys are never sent there`;
	return {
		kind: 'failed',
		failure: plainFailure(message, 'Check the address and the region in the credential.'),
	};
}
