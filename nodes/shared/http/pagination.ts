import type { VendorResponse, VendorRequest } from './request';
import { isRecord } from '../values/record';
import { plainFailure } from './failure';
import type { Client, Sent } from './client';

/** A list that is read by a start index and a count. */
export interface OffsetPaging {
	kind: 'offset';
	countParameter: string;
	startParameter: string;
	pageSize: number;
	/** The vendor refuses a start index beyond this. */
	furthestStart: number;
	/** `undefined` when the answer is no list. */
	entries(answer: VendorResponse): unknown[] | undefined;
	/** Whether the vendor says that there is more after this page. */
	goesOn(answer: VendorResponse): boolean;
}

/** A list whose every page names the next one: `{meta: {next_page_url}, <key>: []}`. */
export interface LinkPaging {
	kind: 'link';
	sizeParameter: string;
	pageSize: number;
	/** The name of the array. */
	key: string;
}

export type Paging = OffsetPaging | LinkPaging;

export type Listed = { kind: 'listed'; entries: unknown[] } | Exclude<Sent, { kind: 'answered' }>;

/** Looks at a page when it has come, and at whether it is the last; true ends the reading. */
type Enough = (page: unknown[], isLast: boolean) => boolean;

/**
 * Reads a list page by page until it ends, `limit` is reached or `enough` says so.
 *
 * @param limit the most entries to return
 */
export async function readList(
	client: Client,
	request: VendorRequest,
	paging: Paging,
	limit: number,
	enough: Enough = () => false,
): Promise<Listed> {
	return paging.kind === 'offset'
		? await readByOffset(client, request, paging, limit, enough)
		: await readByLink(client, request, paging, limit, enough);
}

async function readByOffset(
	client: Client,
	request: VendorRequest,
	paging: OffsetPaging,
	limit: number,
	enough: Enough,
): Promise<Listed> {
	const entries: unknown[] = [];
	for (let start = 0; start <= paging.furthestStart;) {
		const count = Math.min(paging.pageSize, limit - entries.length);
		const query = { ...request.query, [paging.countParameter]: count, [paging.startParameter]: start };
		const sent = await client.send({ ...request, query }, (answer) => noList(answer, paging.entries(answer)));
		if (sent.kind !== 'answered') return sent;
		const page = paging.entries(sent.response) ?? [];
		entries.push(...page);
		start += page.length;
		// A service may give fewer than were asked for and still say that there are more.
		const goesOn = paging.goesOn(sent.response);
		const isLast = page.length === 0 || ((page.length < count || start > paging.furthestStart) && !goesOn);
		if (enough(page, isLast) || entries.length >= limit || isLast) {
			return { kind: 'listed', entries: entries.slice(0, limit) };
		}
	}
	// A list cut short in silence would make a missing agent look like one who does not exist.
	return {
		kind: 'failed',
		failure: plainFailure(
			`The list goes on after ${entries.length} entries, and the service gives no more`,
			'Set a lower limit.',
		),
	};
}

async function readByLink(
	client: Client,
	request: VendorRequest,
	paging: LinkPaging,
	limit: number,
	enough: Enough,
): Promise<Listed> {
	const entries: unknown[] = [];
	const size = { [paging.sizeParameter]: Math.min(paging.pageSize, limit) };
	let next: VendorRequest | undefined = { ...request, query: { ...request.query, ...size } };
	const visited = new Set<string>();
	while (next) {
		const page = await readPage(client, next, paging);
		if (page.kind !== 'page') return page;
		entries.push(...page.entries);
		const isEnough = enough(page.entries, page.link === undefined);
		if (isEnough || entries.length >= limit || page.link === undefined) break;
		const path = client.pathOf(page.link);
		if (path === undefined) return { kind: 'failed', failure: leadsAway(page.link) };
		// A list that leads back to where it was would never end.
		if (visited.has(path)) {
			return { kind: 'failed', failure: plainFailure('The list leads back to a page that was read already') };
		}
		visited.add(path);
		next = { ...request, path, query: {} };
	}
	return { kind: 'listed', entries: entries.slice(0, limit) };
}

export type Page = { kind: 'page'; entries: unknown[]; link: string | undefined } | Exclude<Sent, { kind: 'answered' }>;

/** Reads one page. Its link to the next is only to be followed on the host of the credential (`client.pathOf`). */
export async function readPage(client: Client, request: VendorRequest, paging: LinkPaging): Promise<Page> {
	const sent = await client.send(request, (answer) => noList(answer, entriesOf(answer, paging)));
	if (sent.kind !== 'answered') return sent;
	const meta = isRecord(sent.response.body) ? sent.response.body.meta : undefined;
	const link = isRecord(meta) ? meta.next_page_url : undefined;
	return {
		kind: 'page',
		entries: entriesOf(sent.response, paging) ?? [],
		link: typeof link === 'string' && link !== '' ? link : undefined,
	};
}

/** For a next page at another host: the credential stops here. */
export const leadsAway = (link: string) =>
	plainFailure(
		`The list goes on at another address (${hostOf(link)}), and keys are never sent there`,
		'Check the address and the region in the credential.',
	);

const entriesOf = ({ body }: VendorResponse, { key }: LinkPaging): unknown[] | undefined =>
	isRecord(body) && Array.isArray(body[key]) ? body[key] : undefined;

const noList = (answer: VendorResponse, entries: unknown[] | undefined): string | undefined =>
	entries ? undefined : `the service answered with status ${answer.status} but without a list`;

const hostOf = (link: string): string => (URL.canParse(link) ? new URL(link).host : 'no address');
