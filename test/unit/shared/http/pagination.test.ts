import * as fc from 'fast-check';

import type { Client, Sent } from '../../../../nodes/shared/http/client';
import type { VendorRequest } from '../../../../nodes/shared/http/request';
import type { Failure } from '../../../../nodes/shared/http/failure';
import { readList, readPage, type LinkPaging, type OffsetPaging } from '../../../../nodes/shared/http/pagination';

const request: VendorRequest = {
	method: 'GET',
	path: '/agents',
	query: { fields: 'status' },
	headers: {},
	body: undefined,
	encoding: 'json',
	idempotent: true,
};

const paging = (pageSize: number, furthestStart: number): OffsetPaging => ({
	kind: 'offset',
	countParameter: 'count',
	startParameter: 'startIndex',
	pageSize,
	furthestStart,
	entries: ({ body }) => (Array.isArray(body) ? (body as unknown[]) : undefined),
	goesOn: ({ headers }) => headers.more === 'yes',
});

const ROOT = 'https://acme.example/root';

/** Takes its root as the real client does: the address below it, or nothing. */
const clientOf = (send: Client['send']): Client => ({
	send,
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

const answered = (body: unknown, more = false): Sent => ({
	kind: 'answered',
	response: { status: 200, headers: { more: more ? 'yes' : 'no' }, body },
	attempts: 1,
});

/** A service with entries 0, 1, 2 … `total` - 1 that keeps to count and start. */
function service(total: number) {
	const asked: VendorRequest['query'][] = [];
	const send: Client['send'] = async ({ query }) => {
		asked.push(query);
		const start = Number(query.startIndex);
		const end = Math.min(total, start + Number(query.count));
		return answered(
			Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index),
			end < total,
		);
	};
	return { asked, send };
}

describe('a list read by offset', () => {
	it.each([
		[0, 10, [{ count: 4, startIndex: 0 }]],
		[3, 10, [{ count: 4, startIndex: 0 }]],
		// A full page does not tell whether it is the last.
		[4, 10, [{ count: 4, startIndex: 0 }, { count: 4, startIndex: 4 }]], // prettier-ignore
		[9, 6, [{ count: 4, startIndex: 0 }, { count: 2, startIndex: 4 }]], // prettier-ignore
		[9, 4, [{ count: 4, startIndex: 0 }]],
		[9, 1, [{ count: 1, startIndex: 0 }]],
	])('of %i entries with limit %i asks for %j', async (total, limit, pages) => {
		const { asked, send } = service(total);
		const listed = await readList(clientOf(send), request, paging(4, 100), limit);
		expect(asked).toEqual(pages.map((page) => ({ fields: 'status', ...page })));
		expect(listed).toEqual({
			kind: 'listed',
			entries: Array.from({ length: Math.min(total, limit) }, (_, index) => index),
		});
	});

	it('gives every entry once and in order, up to the limit', async () => {
		const size = fc.integer({ min: 1, max: 9 });
		const limits = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(Infinity));
		await fc.assert(
			fc.asyncProperty(size, fc.nat(50), limits, async (pageSize, total, limit) => {
				const listed = await readList(clientOf(service(total).send), request, paging(pageSize, 1_000), limit);
				expect(listed).toEqual({
					kind: 'listed',
					entries: Array.from({ length: Math.min(total, limit) }, (_, index) => index),
				});
			}),
		);
	});

	it('never gives more than the limit, even when the service ignores count', async () => {
		const body = [1, 2, 3, 4, 5, 6, 7];
		const listed = await readList(
			clientOf(async () => answered(body)),
			request,
			paging(4, 100),
			5,
		);
		expect(listed).toEqual({ kind: 'listed', entries: [1, 2, 3, 4, 5] });
	});

	it('fails rather than ends in silence where the service gives no more', async () => {
		const { asked, send } = service(1_000);
		const listed = await readList(clientOf(send), request, paging(10, 20), Infinity);
		expect(asked.map(({ startIndex }) => startIndex)).toEqual([0, 10, 20]);
		expect(listed).toMatchObject({
			kind: 'failed',
			failure: { message: expect.stringContaining('after 30 entries') as string },
		});
	});

	it('ends well where a full last page within reach is the end', async () => {
		const listed = await readList(clientOf(service(30).send), request, paging(10, 20), Infinity);
		expect(listed).toEqual({ kind: 'listed', entries: Array.from({ length: 30 }, (_, index) => index) });
	});

	it('calls an answer that is no list a problem, while the request is still its own', async () => {
		const problems: (string | undefined)[] = [];
		const bodies = [[1, 2], 'a page'];
		for (const body of bodies) {
			await readList(
				clientOf(async (_request, problemIn) => {
					problems.push(problemIn?.({ status: 200, headers: {}, body }));
					return { kind: 'unsent' };
				}),
				request,
				paging(4, 100),
				5,
			);
		}
		expect(problems).toEqual([undefined, expect.stringContaining('without a list')]);
	});

	it('tells when the run was over before a page could be asked for', async () => {
		const sent: Sent = { kind: 'unsent' };
		expect(
			await readList(
				clientOf(async () => sent),
				request,
				paging(4, 100),
				5,
			),
		).toEqual(sent);
	});

	it('gives what a limit within reach asks for, though the list goes on', async () => {
		const listed = await readList(clientOf(service(1_000).send), request, paging(10, 20), 30);
		expect(listed).toEqual({ kind: 'listed', entries: Array.from({ length: 30 }, (_, index) => index) });
	});

	it('hands on the failure of a page and asks for no further one', async () => {
		const { asked, send } = service(100);
		const listed = await readList(
			clientOf(async (page) => (page.query.startIndex === 4 ? { kind: 'failed', failure } : await send(page))),
			request,
			paging(4, 100),
			Infinity,
		);
		expect(listed).toEqual({ kind: 'failed', failure });
		expect(asked).toHaveLength(1);
	});

	it('leaves the request it was given as it was', async () => {
		await readList(clientOf(service(9).send), request, paging(4, 100), Infinity);
		expect(request.query).toEqual({ fields: 'status' });
	});
});

const linked = (pageSize: number): LinkPaging => ({ kind: 'link', sizeParameter: 'PageSize', pageSize, key: 'agents' });

/** A service that pages as Twilio does: the way on is the address in `meta`, which begins with `root`. */
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
			meta: { next_page_url: next },
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

	it.each([
		['no meta', { agents: [1] }],
		['a meta that is null', { agents: [1], meta: null }],
		['a meta that is text', { agents: [1], meta: 'next' }],
		['a meta without a link', { agents: [1], meta: {} }],
		['a link that is null', { agents: [1], meta: { next_page_url: null } }],
		['an empty link', { agents: [1], meta: { next_page_url: '' } }],
		['a link that is no text', { agents: [1], meta: { next_page_url: 7 } }],
	])('ends after a page with %s', async (_what, body) => {
		let requests = 0;
		const send: Client['send'] = async () => {
			requests++;
			return answered(body);
		};

		expect(await readList(clientOf(send), request, linked(4), Infinity)).toEqual({ kind: 'listed', entries: [1] });
		expect(requests).toBe(1);
	});

	it.each([
		['a page of HTML', '<html></html>'],
		['nothing', undefined],
		['a bare array', [1, 2]],
		['a record', { sid: 'WK1' }],
		['another list', { workers: [1], meta: {} }],
		['text where the list should be', { agents: 'none' }],
	])('calls %s a problem, while the request is still its own', async (_what, body) => {
		const problems: Array<string | undefined> = [];
		const send: Client['send'] = async (_request, problemIn) => {
			problems.push(problemIn?.({ status: 200, headers: {}, body }));
			return { kind: 'unsent' };
		};

		await readList(clientOf(send), request, linked(4), 5);

		expect(problems).toEqual(['the service answered with status 200 but without a list']);
	});

	it('never gives more than the limit, even when the service ignores the page size', async () => {
		const send: Client['send'] = async () => answered({ agents: upTo(7), meta: {} });

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

describe('one page of a list read by links', () => {
	it('comes with the address of the next one', async () => {
		const first = await readPage(
			clientOf(linkedService(9).send),
			{ ...request, query: { PageSize: 4 } },
			linked(4),
		);

		expect(first).toEqual({
			kind: 'page',
			entries: upTo(4),
			link: 'https://acme.example/root/agents?q=a%20b+c&from=4&size=4',
		});
	});

	it('comes alone when it is the last', async () => {
		const only = await readPage(clientOf(linkedService(3).send), { ...request, query: { PageSize: 4 } }, linked(4));

		expect(only).toEqual({ kind: 'page', entries: upTo(3), link: undefined });
	});
});
