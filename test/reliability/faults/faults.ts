import { spoilings, type OwnSpoiling, type Spoil } from '../../support/pack/spoiler';

/** Something that goes wrong at a service or on the way to it. */
export interface Fault {
	name: string;
	/** What comes instead of the answer; `undefined` where the service is not even reached. */
	spoiling: OwnSpoiling | undefined;
	/** Where it is not reached: its address. By default nobody listens at the address that there was. */
	address?: string;
	/** Nothing comes for so long that it is given up. */
	isSlow?: true;
	/** The requests that go wrong; by default what an operation writes or, where it only reads, what it reads. */
	path?: RegExp;
}

const refused = (status: number, headers: Record<string, string> = {}, body = '{}'): OwnSpoiling => ({
	unsent: true,
	answer: answering(status, headers, body),
});
const done = (status: number): OwnSpoiling => ({ answer: answering(status, {}, '{}') });

function answering(status: number, headers: Record<string, string>, body: string): Spoil {
	return (_request, response) =>
		void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

const PAGE = '<html><body><h1>It does not work</h1></body></html>';
const asPage = { 'content-type': 'text/html' };

/** Requests for a token, and all others. */
export const TOKEN_REQUEST = /^\/oauth\//;
export const OTHER_REQUEST = /^\/(?!oauth\/)/;

/** A name that no name server knows. */
export const UNKNOWN_HOST = 'service.invalid';

/** Longer than anyone waits for an answer, in milliseconds. */
const TOO_LONG = 31_000;

/**
 * @param elsewhere where a redirect leads to; nobody may ask there
 * @param pass lets time pass
 */
export const faultsWith = (elsewhere: string, pass: (ms: number) => void = () => undefined): Fault[] => [
	{ name: '429', spoiling: refused(429) },
	{ name: '429, Retry-After in seconds', spoiling: refused(429, { 'retry-after': '2' }) },
	{
		name: '429, Retry-After as a date',
		spoiling: {
			unsent: true,
			answer: (request, response, text) => {
				const date = new Date(Date.now() + 2_000).toUTCString();
				answering(429, { 'retry-after': date }, '{}')(request, response, text);
			},
		},
	},
	{ name: '408', spoiling: done(408) },
	{ name: '500', spoiling: done(500) },
	{ name: '502 with a page', spoiling: { answer: answering(502, asPage, PAGE) } },
	{ name: '503', spoiling: done(503) },
	{ name: '503, Retry-After', spoiling: refused(503, { 'retry-after': '2' }) },
	{ name: 'connection reset before the answer', spoiling: { answer: spoilings.reset } },
	{ name: 'connection reset in the body', spoiling: { answer: spoilings.cut } },
	{ name: 'the same, body in chunks', spoiling: { answer: spoilings.cutInChunks } },
	{
		name: 'connection reset after the body',
		spoiling: {
			answer: ({ socket }, response, text) => {
				response.writeHead(200, {
					'content-type': 'application/json',
					'content-length': Buffer.byteLength(text),
				});
				response.write(text, () => socket.destroy());
			},
		},
	},
	{ name: 'no answer', spoiling: { answer: () => pass(TOO_LONG) }, isSlow: true },
	{
		name: 'an answer that drips',
		spoiling: {
			answer: (request, response) => {
				spoilings.drip(request, response);
				pass(TOO_LONG);
			},
		},
		isSlow: true,
	},
	{ name: 'truncated JSON', spoiling: { answer: spoilings.truncated } },
	{ name: 'empty 200', spoiling: { answer: spoilings.empty } },
	{ name: '204', spoiling: { answer: spoilings.noContent } },
	{ name: 'a page under 200', spoiling: { answer: spoilings.page } },
	{ name: 'redirect to another host', spoiling: refused(307, { location: elsewhere }) },
	{ name: '401 (an expired token)', spoiling: refused(401) },
	{ name: '403', spoiling: refused(403) },
	{ name: '407 of a proxy', spoiling: { unsent: true, answer: answering(407, asPage, PAGE) } },
	{ name: '412', spoiling: refused(412) },
	{ name: 'connection refused', spoiling: undefined },
	{ name: 'host name not found', spoiling: undefined, address: `https://${UNKNOWN_HOST}` },
];

/** What goes wrong where a token has expired: the service takes no new one either, or all that may happen to the request for it. */
export const tokenFaultsWith: typeof faultsWith = (elsewhere, pass) => [
	{ name: 'every token is refused', spoiling: refused(401), path: OTHER_REQUEST },
	{ name: 'invalid_client', spoiling: refused(400, {}, '{"error":"invalid_client"}'), path: TOKEN_REQUEST },
	...faultsWith(elsewhere, pass).flatMap((fault) => (fault.spoiling ? [{ ...fault, path: TOKEN_REQUEST }] : [])),
];
