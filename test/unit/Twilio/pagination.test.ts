import { readList } from '../../../nodes/shared/http/pagination';
import type { Client, Sent } from '../../../nodes/shared/http/client';
import { getRequest } from '../../../nodes/shared/http/request';
import { pages } from '../../../nodes/Twilio/pagination';

const request = getRequest('form', '/agents', { fields: 'status' });
const ROOT = 'https://acme.example/root';
const clientOf = (send: Client['send']): Client => ({
	send,
	lookInto: async () => undefined,
	pathOf: (address) => (address.startsWith(`${ROOT}/`) ? address.slice(ROOT.length) : undefined),
});
const answered = (body: unknown): Sent => ({
	kind: 'answered',
	response: { status: 200, headers: {}, body },
	attempts: 1,
});

describe("a list in Twilio's form", () => {
	it('is asked for with a page size, and goes on at the address in meta', async () => {
		const asked: unknown[] = [];
		const send: Client['send'] = async ({ path, query }) => {
			asked.push({ path, query });
			const next = asked.length < 2 ? `${ROOT}/agents?Page=1&PageToken=PAx` : null;
			return answered({ agents: [asked.length], meta: { key: 'agents', next_page_url: next } });
		};
		expect(await readList(clientOf(send), request, pages('agents', 50), Infinity)).toEqual({
			kind: 'listed',
			entries: [1, 2],
		});
		expect(asked).toEqual([
			{ path: '/agents', query: { fields: 'status', PageSize: 50 } },
			{ path: '/agents?Page=1&PageToken=PAx', query: {} },
		]);
	});

	it('gives a record once that stands on two pages because the list moved in between', async () => {
		const all = [
			{ sid: 'WK1' },
			{ sid: 'WK2', seen: 1 },
			{ sid: 'WK2', seen: 2 },
			{ sid: 'WK3' },
			{ name: 'no sid' },
		];
		let at = 0;
		const send: Client['send'] = async () => {
			const agents = all.slice(at, at + 2);
			at += 2;
			return answered({ agents, meta: { next_page_url: at < all.length ? `${ROOT}/agents?from=${at}` : null } });
		};

		expect(await readList(clientOf(send), request, pages('agents', 2), 4)).toEqual({
			kind: 'listed',
			entries: [{ sid: 'WK1' }, { sid: 'WK2', seen: 1 }, { sid: 'WK3' }, { name: 'no sid' }],
		});
	});

	it.each([
		['no meta', { agents: [1] }],
		['a meta that is null', { agents: [1], meta: null }],
		['a meta that is text', { agents: [1], meta: 'next' }],
		['a meta without a link', { agents: [1], meta: {} }],
		['a link that is null', { agents: [1], meta: { next_page_url: null } }],
		['an empty link', { agents: [1], meta: { next_page_url: '' } }],
		['a link that is not text', { agents: [1], meta: { next_page_url: 7 } }],
	])('ends after a page with %s', async (_what, body) => {
		let requests = 0;
		const send: Client['send'] = async () => {
			requests++;
			return answered(body);
		};

		expect(await readList(clientOf(send), request, pages('agents', 4), Infinity)).toEqual({
			kind: 'listed',
			entries: [1],
		});
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

		await readList(clientOf(send), request, pages('agents', 4), 5);

		expect(problems).toEqual(['the service answered with status 200 but without a list']);
	});
});
