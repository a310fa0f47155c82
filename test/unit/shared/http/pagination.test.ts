import * as fc from 'fast-check';

import type { Client, Sent } from '../../../../nodes/shared/http/client';
import type { VendorRequest } from '../../../../nodes/shared/http/request';
import type { Failure } from '../../../../nodes/shared/http/failure';
import { readList, readPage, requestOfNext, type Pagination } from '../../../../nodes/shared/http/pagination';
import { isRecord } from '../../../../nodes/shared/values/record';

const request: VendorRequest = {
	method: 'GET',
	path: '/agents',
	query: { fields: 'status' },
	headers: {},
	body: undefined,
	encoding: 'json',
	idempotent: true,
};

const ROOT = 'https://acme.example/root';

/** Takes its root as the real client does: the address below it, or nothing. */
const clientOf = (send: Client['send']): Client => ({
	send,
	lookInto: async () => undefined,
	pathOf: (address) => (address.startsWith(`${ROOT}/`) ? address.slice(ROOT.length) : undefined),
});

const failure: Failure = {
	message: 'No',
	advice: undefined,
	httpCode: '403',
	vendorCode: undefined,
	requestId: undefined,
	attempts: 1,
};

const answered = (body: unknown): Sent => ({
	kind: 'answered',
	response: { status: 200, headers: {}, body },
	attempts: 1,
});

/** A vendor whose pages hold the address of the next one: `{agents: [], next}`. */
const linked = (pageSize: number): Pagination => ({
	pageSize,
	goesByLink: true,
	first: (asked, size) => ({ ...asked, query: { ...asked.query, PageSize: size } }),
	entriesIn: ({ body }) => (isRecord(body) && Array.isArray(body.agents) ? body.agents : undefined),
	next: ({ response: { body } }) =>
		isRecord(body) && typeof body.next === 'string' ? { kind: 'link', address: body.next } : { kind: 'none' },
});

/** A service whose pages hold the address of the next one, which begins with `root`. */
function linkedService(total: number, root = ROOT) {
	const asked: Array<Pick<VendorRequest, 'path' | 'query'>> = [];
	const send: Client['send'] = async ({ path, query }) => {
		asked.push({ path, query });
		const inLink = new URL(path, ROOT).searchParams;
		const size = Number(query.PageSize ?? inLink.get('size'));
		const start = Number(inLink.get('from') ?? 0);
		const end = Math.min(total, start + size);
		const next = end < total ? `${root}/agents?q=a%20b+c&from=${end}&size=${size}` : null;
		return answered({
			agents: Array.from({ length: end - start }, (_, index) => start + index),
			next,
		});
	};
	return { asked, send };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a list read by links', () => {
	it.each([
		[0, 10, 4, 1],
		[3, 10, 4, 1],
		[4, 10, 4, 1],
		[9, 6, 4, 2],
		[9, 4, 4, 1],
		[9, 1, 1, 1],
		[9, Infinity, 4, 3],
	])('of %i entries with limit %d asks for %i at a time, %i times', async (total, limit, size, requests) => {
		const { asked, send } = linkedService(total);

		const listed = await readList(clientOf(send), request, linked(4), limit);

		expect(listed).toEqual({ kind: 'listed', entries: upTo(Math.min(total, limit)) });
		expect(asked).toHaveLength(requests);
		expect(asked[0]).toEqual({ path: '/agents', query: { fields: 'status', PageSize: size } });
	});

	it('gives every entry once and in order, up to the limit', async () => {
		const size = fc.integer({ min: 1, max: 9 });
		const limits = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(Infinity));
		await fc.assert(
			fc.asyncProperty(size, fc.nat(50), limits, async (pageSize, total, limit) => {
				const listed = await readList(clientOf(linkedService(total).send), request, linked(pageSize), limit);
				expect(listed).toEqual({ kind: 'listed', entries: upTo(Math.min(total, limit)) });
			}),
		);
	});

	it('follows the link with its path and query as they stand, and adds nothing', async () => {
		const { asked, send } = linkedService(5);

		await readList(clientOf(send), request, linked(2), Infinity);

		expect(asked.slice(1)).toEqual([
			{ path: '/agents?q=a%20b+c&from=2&size=2', query: {} },
			{ path: '/agents?q=a%20b+c&from=4&size=2', query: {} },
		]);
	});

	it('keeps everything else of the request on the way: method, headers, repeatability', async () => {
		const seen: VendorRequest[] = [];
		const { send } = linkedService(3);
		const asked = { ...request, headers: { 'X-Agent': '1' } };

		await readList(
			clientOf(async (one) => {
				seen.push(one);
				return await send(one);
			}),
			asked,
			linked(2),
			Infinity,
		);

		expect(seen[1]).toEqual({ ...asked, path: '/agents?q=a%20b+c&from=2&size=2', query: {} });
	});

	it.each([
		['https://elsewhere.example/root', 'elsewhere.example'],
		['https://acme.example.evil.example/root', 'acme.example.evil.example'],
		['https://acme.example@evil.example/root', 'evil.example'],
		['http://acme.example/root', 'acme.example'],
		['https://acme.example:8443/root', 'acme.example:8443'],
		['https://acme.example/other', 'acme.example'],
		['https://acme.example/rootless', 'acme.example'],
		['//elsewhere.example/root', 'no address'],
		['', 'no address'],
	])('does not go on at %s, names the place and sends nothing more', async (root, place) => {
		const { asked, send } = linkedService(9, root);

		const listed = await readList(clientOf(send), request, linked(4), Infinity);

		expect(listed).toMatchObject({
			kind: 'failed',
			failure: {
				message: `The list goes on at another address (${place}), and keys are never sent there`,
				advice: 'Check the address and the region in the credential.',
			},
		});
		expect(asked).toHaveLength(1);
	});

	it('never gives more than the limit, even when the service ignores the page size', async () => {
		const send: Client['send'] = async () => answered({ agents: upTo(7) });

		expect(await readList(clientOf(send), request, linked(4), 5)).toEqual({ kind: 'listed', entries: upTo(5) });
	});

	it('ends without half a list when the run is over between two pages', async () => {
		const { asked, send } = linkedService(9);
		const cancelled = clientOf(async (one) => (asked.length === 2 ? { kind: 'unsent' } : await send(one)));

		expect(await readList(cancelled, request, linked(4), Infinity)).toEqual({ kind: 'unsent' });
		expect(asked).toHaveLength(2);
	});

	it('hands on the failure of a page and asks for no further one', async () => {
		const { asked, send } = linkedService(9);
		const failing = clientOf(async (one) => (asked.length === 1 ? { kind: 'failed', failure } : await send(one)));

		expect(await readList(failing, request, linked(4), Infinity)).toEqual({ kind: 'failed', failure });
		expect(asked).toHaveLength(1);
	});

	it('leaves the request it was given as it was', async () => {
		await readList(clientOf(linkedService(9).send), request, linked(4), Infinity);

		expect(request).toMatchObject({ path: '/agents', query: { fields: 'status' } });
	});
});

describe('one page of a list', () => {
	it('comes with the address of the next one', async () => {
		const first = { ...request, query: { PageSize: 4 } };
		expect(await readPage(clientOf(linkedService(9).send), first, linked(4), Infinity)).toEqual({
			kind: 'page',
			entries: upTo(4),
			next: { kind: 'link', address: 'https://acme.example/root/agents?q=a%20b+c&from=4&size=4' },
		});
	});

	it('comes alone when it is the last', async () => {
		const first = { ...request, query: { PageSize: 4 } };
		expect(await readPage(clientOf(linkedService(3).send), first, linked(4), Infinity)).toEqual({
			kind: 'page',
			entries: upTo(3),
			next: { kind: 'none' },
		});
	});
});

describe('a list read by cursors', () => {
	/** `{agents: [], cursor}`; the cursor goes into the query of the next request. */
	const byCursor: Pagination = {
		...linked(4),
		goesByLink: false,
		next: ({ request: asked, response: { body }, wanted }) =>
			isRecord(body) && typeof body.cursor === 'string'
				? {
						kind: 'request',
						request: {
							...asked,
							query: { ...asked.query, PageSize: Math.min(4, wanted), cursor: body.cursor },
						},
					}
				: { kind: 'none' },
	};
	const serve = (cursors: Array<string | undefined>) => {
		const asked: Array<VendorRequest['query']> = [];
		const send: Client['send'] = async ({ query }) => {
			asked.push(query);
			return answered({ agents: upTo(4), cursor: cursors[asked.length - 1] });
		};
		return { asked, send };
	};

	it('hands the cursor of each page to the next request', async () => {
		const { asked, send } = serve(['a', 'b', undefined]);
		expect(await readList(clientOf(send), request, byCursor, 10)).toMatchObject({ kind: 'listed' });
		expect(asked).toEqual([
			{ fields: 'status', PageSize: 4 },
			{ fields: 'status', PageSize: 4, cursor: 'a' },
			{ fields: 'status', PageSize: 2, cursor: 'b' },
		]);
	});

	it.each([
		[
			'entries that are known',
			'The list has no end: 3 pages in a row gave nothing new',
			4,
			{ idOf: (one: unknown) => one },
		],
		['entries that cannot be told apart', 'The list has no end: 2000 pages gave 8000 entries', 2_000, {}],
	])('ends with a failure where it never ends: %s', async (_what, message, requests, more) => {
		const { asked, send } = serve(upTo(3_000).map((at) => `c${at}`));
		const listed = await readList(clientOf(send), request, { ...byCursor, ...more }, Infinity);
		expect(listed).toMatchObject({ kind: 'failed', failure: { message } });
		expect(asked).toHaveLength(requests);
	});

	it('ends with a failure where it leads in a circle', async () => {
		const { asked, send } = serve(['a', 'b', 'a', 'b', 'a', 'b']);
		expect(await readList(clientOf(send), request, byCursor, Infinity)).toMatchObject({
			kind: 'failed',
			failure: { message: 'The list leads back to a page that was read already' },
		});
		expect(asked).toHaveLength(3);
	});
});

describe('a list whose entries are known again', () => {
	/** Pages of entries with ids, one page for each array. */
	const pagesOf = (pages: unknown[][]): { paging: Pagination; send: Client['send']; asked: () => number } => {
		let asked = 0;
		return {
			asked: () => asked,
			send: async () => answered({ agents: pages[asked++] }),
			paging: {
				...linked(4),
				idOf: (entry) => (isRecord(entry) ? entry.id : undefined),
				next: ({ request: at }) =>
					asked < pages.length
						? { kind: 'request', request: { ...at, query: { page: asked } } }
						: { kind: 'none' },
			},
		};
	};
	const ids = (...all: number[]) => all.map((id) => ({ id }));

	it('has each of them once, and all of those that cannot be told apart', async () => {
		const { paging, send } = pagesOf([ids(1, 2), [...ids(2, 3), 'a'], ['a', ...ids(1, 4)]]);
		expect(await readList(clientOf(send), request, paging, Infinity)).toEqual({
			kind: 'listed',
			entries: [...ids(1, 2, 3), 'a', 'a', ...ids(4)],
		});
	});

	it('may have two pages in a row without anything new, and then again', async () => {
		const { paging, send } = pagesOf([ids(1), ids(1), ids(1), ids(2), ids(1), ids(2), ids(3)]);
		expect(await readList(clientOf(send), request, paging, Infinity)).toEqual({
			kind: 'listed',
			entries: ids(1, 2, 3),
		});
	});

	it('is given up at the third such page, with advice', async () => {
		const { paging, send, asked } = pagesOf([ids(1), ids(1), ids(1), ids(1), ids(2)]);
		expect(await readList(clientOf(send), request, paging, Infinity)).toEqual({
			kind: 'failed',
			failure: {
				message: 'The list has no end: 3 pages in a row gave nothing new',
				advice: 'Set a limit, or narrow the list by a filter or a shorter time.',
				httpCode: undefined,
				vendorCode: undefined,
				requestId: undefined,
				attempts: 1,
			},
		});
		expect(asked()).toBe(4);
	});

	it('ends where someone has seen enough, who is told of each page and of the last one', async () => {
		const { paging, send, asked } = pagesOf([ids(1, 2), ids(2, 3), ids(4)]);
		const seen: unknown[] = [];
		const look = (enough: number) => (page: unknown[], isLast: boolean) => {
			seen.push([page, isLast]);
			return seen.length === enough;
		};
		expect(await readList(clientOf(send), request, paging, Infinity, look(2))).toEqual({
			kind: 'listed',
			entries: ids(1, 2, 3),
		});
		expect(seen).toEqual([
			[ids(1, 2), false],
			[ids(2, 3), false],
		]);
		expect(asked()).toBe(2);
		const whole = pagesOf([ids(1), ids(2)]);
		seen.length = 0;
		await readList(clientOf(whole.send), request, whole.paging, Infinity, look(9));
		expect(seen).toEqual([
			[ids(1), false],
			[ids(2), true],
		]);
	});

	it('tells each page how many are still wanted after it', async () => {
		const wanted: number[] = [];
		const { paging, send } = pagesOf([ids(1, 2), ids(3, 4), ids(5, 6)]);
		const next: Pagination['next'] = (page) => {
			wanted.push(page.wanted);
			return paging.next(page);
		};
		await readList(clientOf(send), request, { ...paging, next }, 5);
		expect(wanted).toEqual([3, 1, -1]);
	});
});

it('a response that is no list is told by its status', async () => {
	const send: Client['send'] = async (_request, problemIn) => {
		const wrong = problemIn?.({ status: 203, headers: {}, body: '<html>' });
		const fine = problemIn?.({ status: 200, headers: {}, body: { agents: [] } });
		return { kind: 'failed', failure: { ...failure, message: `${String(wrong)}; ${String(fine)}` } };
	};
	expect(await readPage(clientOf(send), request, linked(4), Infinity)).toMatchObject({
		failure: { message: 'the service answered with status 203 but without a list; undefined' },
	});
});

it('a page that was expected to be no list has no entries', async () => {
	const send: Client['send'] = async () => ({
		kind: 'answered',
		response: { status: 400, headers: {}, body: 'No' },
		attempts: 1,
	});
	expect(await readPage(clientOf(send), request, linked(4), Infinity)).toEqual({
		kind: 'page',
		entries: [],
		next: { kind: 'none' },
	});
});

it('a list that the service cuts short is no whole list', () => {
	expect(
		requestOfNext(
			clientOf(async () => answered({})),
			request,
			{ kind: 'unreachable' },
			9_500,
		),
	).toMatchObject({
		kind: 'failed',
		failure: {
			message: 'The list goes on after 9500 entries, and the service gives no more',
			advice: 'Set a lower limit.',
		},
	});
});
