import * as fc from 'fast-check';

import type { Client, Sent } from '../../../nodes/shared/http/client';
import type { VendorRequest } from '../../../nodes/shared/http/request';
import type { Failure } from '../../../nodes/shared/http/failure';
import { readList } from '../../../nodes/shared/http/pagination';
import { offsetPages as paging } from '../../../nodes/VoipNow/listing';

const request: VendorRequest = {
	method: 'GET',
	path: '/agents',
	query: { fields: 'status' },
	headers: {},
	body: undefined,
	encoding: 'json',
	idempotent: true,
};

const clientOf = (send: Client['send']): Client => ({ send, lookInto: async () => undefined, pathOf: () => undefined });

const failure: Failure = {
	message: 'No',
	advice: undefined,
	httpCode: '403',
	vendorCode: undefined,
	requestId: undefined,
	attempts: 1,
};

/** A page as version 3 of VoipNow sends it; whoever has more says so with an address that leads elsewhere. */
const answered = (entry: unknown[], more = false): Sent => ({
	kind: 'answered',
	response: { status: 200, headers: {}, body: { entry, ...(more && { next: 'https://elsewhere.example/next' }) } },
	attempts: 1,
});

const agent = (number: number) => ({ agentNumber: number });

/** A service with entries 0, 1, 2 … `total` - 1 that keeps to count and start. */
function service(total: number) {
	const asked: VendorRequest['query'][] = [];
	const send: Client['send'] = async ({ query }) => {
		asked.push(query);
		const start = Number(query.startIndex);
		const end = Math.min(total, start + Number(query.count));
		return answered(
			Array.from({ length: Math.max(0, end - start) }, (_, index) => agent(start + index)),
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
			entries: Array.from({ length: Math.min(total, limit) }, (_, index) => agent(index)),
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
					entries: Array.from({ length: Math.min(total, limit) }, (_, index) => agent(index)),
				});
			}),
		);
	});

	it('never gives more than the limit, even when the service ignores count', async () => {
		const body = [1, 2, 3, 4, 5, 6, 7].map(agent);
		const listed = await readList(
			clientOf(async () => answered(body)),
			request,
			paging(4, 100),
			5,
		);
		expect(listed).toEqual({ kind: 'listed', entries: [1, 2, 3, 4, 5].map(agent) });
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
		expect(listed).toEqual({ kind: 'listed', entries: Array.from({ length: 30 }, (_, index) => agent(index)) });
	});

	it('calls an answer that is not a list a problem, while the request is still its own', async () => {
		const problems: (string | undefined)[] = [];
		const bodies = [[agent(1), agent(2)], 'a page'];
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
		expect(listed).toEqual({ kind: 'listed', entries: Array.from({ length: 30 }, (_, index) => agent(index)) });
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
