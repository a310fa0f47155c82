import { AxiosError, AxiosHeaders } from 'axios';
import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import {
	outcomeOf,
	readRejection,
	readResponse,
	toHttpOptions,
	type VendorRequest,
} from '../../../../nodes/shared/http/request';

const node: INode = { id: '1', name: 'Node', type: 'acme', typeVersion: 1, position: [0, 0], parameters: {} };
const settings = { allowedDomains: undefined, ignoreCertificate: false };

const request = (fields: Partial<VendorRequest> = {}): VendorRequest => ({
	method: 'POST',
	path: '/v1/Workers/WK1',
	query: {},
	headers: {},
	body: undefined,
	encoding: 'form',
	idempotent: true,
	...fields,
});

describe("a request in n8n's form", () => {
	it('follows no redirect, lets only a 401 throw, and has a timeout', () => {
		expect(toHttpOptions('https://example.com', request(), settings)).toMatchObject({
			method: 'POST',
			url: 'https://example.com/v1/Workers/WK1',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
			returnFullResponse: true,
			timeout: 15_000,
			skipSslCertificateValidation: false,
		});
	});

	it('sends a form with every value, the empty and the false ones too', () => {
		const { body, headers } = toHttpOptions(
			'https://example.com',
			request({ body: { State: 'active', IsAvailable: false, Count: 0, Avatar: '', Name: 'Zoë & Co + 1=2' } }),
			settings,
		);
		expect(body).toBeInstanceOf(URLSearchParams);
		expect((body as URLSearchParams).toString()).toBe(
			'State=active&IsAvailable=false&Count=0&Avatar=&Name=Zo%C3%AB+%26+Co+%2B+1%3D2',
		);
		expect(headers).toEqual({ Accept: 'application/json' });
	});

	it('sends JSON with its types', () => {
		const given = { status: '1', force: false, mode: 0, note: '' };
		const { body, headers } = toHttpOptions(
			'https://example.com',
			request({ encoding: 'json', body: given }),
			settings,
		);
		expect(body).toEqual(given);
		expect(headers).toEqual({ Accept: 'application/json', 'Content-Type': 'application/json' });
	});

	it.each(['form', 'json'] as const)('without a body has neither body nor content type (%s)', (encoding) => {
		const options = toHttpOptions('https://example.com', request({ method: 'GET', encoding }), settings);
		expect(options).not.toHaveProperty('body');
		expect(options.headers).toEqual({ Accept: 'application/json' });
	});

	it('carries query and headers', () => {
		const options = toHttpOptions(
			'https://example.com',
			request({ query: { count: 5 }, headers: { 'If-Match': '3' } }),
			settings,
		);
		expect(options.qs).toEqual({ count: 5 });
		expect(options.headers).toEqual({ Accept: 'application/json', 'If-Match': '3' });
	});

	it("carries the credential's allowed domains and its word on certificates", () => {
		const options = toHttpOptions('https://example.com', request(), {
			allowedDomains: 'example.com',
			ignoreCertificate: true,
		});
		expect(options).toMatchObject({ allowedDomains: 'example.com', skipSslCertificateValidation: true });
		expect(toHttpOptions('https://example.com', request(), settings)).not.toHaveProperty('allowedDomains');
	});
});

describe('what comes back', () => {
	it('is an answer of any status, with header names in lower case', () => {
		const response = {
			statusCode: 404,
			headers: { 'Retry-After': 5, 'Twilio-Request-Id': 'RQ1' },
			body: { code: 20404 },
		};
		expect(readResponse(response)).toEqual({
			kind: 'answer',
			answer: { status: 404, headers: { 'retry-after': '5', 'twilio-request-id': 'RQ1' }, body: { code: 20404 } },
		});
	});

	it.each([[''], [null], [undefined]])('%j is no body', (body) => {
		expect(readResponse({ statusCode: 204, headers: {}, body })).toEqual({
			kind: 'answer',
			answer: { status: 204, headers: {}, body: undefined },
		});
	});

	it.each([[0], [false], [[]], [{}], ['<html>']])('%j is a body', (body) => {
		expect(readResponse({ statusCode: 200, headers: {}, body })).toMatchObject({ answer: { body } });
	});

	it.each([[undefined], [null], ['text'], [{}], [{ statusCode: '200' }]])('%j is no answer at all', (response) => {
		expect(readResponse(response)).toMatchObject({ kind: 'lost', code: undefined });
	});
});

describe('what n8n throws', () => {
	const config = { headers: new AxiosHeaders() };
	const wrapped = (error: AxiosError) => new NodeApiError(node, error as unknown as JsonObject);

	it('is an answer when it wraps one', () => {
		const response = {
			status: 401,
			statusText: '',
			headers: { 'WWW-Authenticate': 'Basic' },
			data: { code: 20003 },
			config,
		};
		expect(readRejection(wrapped(new AxiosError('refused', 'ERR_BAD_REQUEST', config, {}, response)))).toEqual({
			kind: 'answer',
			answer: { status: 401, headers: { 'www-authenticate': 'Basic' }, body: { code: 20003 } },
		});
	});

	it('is a lost request when it wraps a connection that failed', () => {
		expect(readRejection(wrapped(new AxiosError('socket hang up', 'ECONNRESET', config)))).toEqual({
			kind: 'lost',
			code: 'ECONNRESET',
			message: 'socket hang up',
		});
	});

	it('is a lost request in its own words when it says nothing of a connection', () => {
		expect(readRejection(new Error('Domain not allowed'))).toEqual({
			kind: 'lost',
			code: undefined,
			message: 'Domain not allowed',
		});
	});

	it.each([[undefined], [null], ['text'], [new Error('')]])('%j still reads as a lost request', (error) => {
		expect(readRejection(error)).toEqual({ kind: 'lost', code: undefined, message: 'The connection failed' });
	});
});

describe('what retrying looks at', () => {
	const answer = (headers: Record<string, string>) => ({
		kind: 'answer' as const,
		answer: { status: 429, headers, body: undefined },
	});

	it('is the status and the wait asked for', () => {
		expect(outcomeOf(answer({ 'retry-after': '2' }), 0)).toEqual({
			kind: 'status',
			status: 429,
			retryAfterMs: 2_000,
		});
		expect(outcomeOf(answer({}), 0)).toEqual({ kind: 'status', status: 429, retryAfterMs: undefined });
		expect(outcomeOf(answer({ 'retry-after': 'Thu, 01 Jan 1970 00:00:09 GMT' }), 4_000)).toMatchObject({
			retryAfterMs: 5_000,
		});
	});

	it('is whether the vendor says that its allowance is used up', () => {
		const isFull = (headers: Record<string, string>) => headers['x-left'] === '0';
		expect(outcomeOf(answer({ 'x-left': '0' }), 0, isFull)).toMatchObject({ isFull: true });
		expect(outcomeOf(answer({ 'x-left': '1' }), 0, isFull)).not.toHaveProperty('isFull');
	});

	it('is the code of a lost connection', () => {
		expect(outcomeOf({ kind: 'lost', code: 'ECONNRESET', message: 'x' }, 0)).toMatchObject({
			kind: 'lost',
			code: 'ECONNRESET',
		});
	});
});
