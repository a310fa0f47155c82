import { AxiosError, AxiosHeaders } from 'axios';
import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';

import {
	isSuccess,
	mayBeAskedAgain,
	mayHaveBeenDone,
	outcomeOf,
	readRejection,
	readResponse,
} from '../../../../nodes/shared/http/response';
import { acme } from '../../../support/acme';
import { throwTokenFailure, TokenError } from '../../../../nodes/shared/http/tokenRefused';

const node: INode = { id: '1', name: 'Node', type: 'acme', typeVersion: 1, position: [0, 0], parameters: {} };

describe('what comes back', () => {
	it('is a response of any status, with header names in lower case', () => {
		const response = {
			statusCode: 404,
			headers: { 'Retry-After': 5, 'Twilio-Request-Id': 'RQ1' },
			body: { code: 20404 },
		};
		expect(readResponse(response)).toEqual({
			kind: 'response',
			response: {
				status: 404,
				headers: { 'retry-after': '5', 'twilio-request-id': 'RQ1' },
				body: { code: 20404 },
			},
		});
	});

	it.each([[''], [null], [undefined]])('%j is not a body', (body) => {
		expect(readResponse({ statusCode: 204, headers: {}, body })).toEqual({
			kind: 'response',
			response: { status: 204, headers: {}, body: undefined },
		});
	});

	it.each([[0], [false], [[]], [{}], ['<html>']])('%j is a body', (body) => {
		expect(readResponse({ statusCode: 200, headers: {}, body })).toMatchObject({ response: { body } });
	});

	it.each([[undefined], [null], ['text'], [{}], [{ statusCode: '200' }]])(
		'%j is not a response at all',
		(response) => {
			expect(readResponse(response)).toEqual({
				kind: 'lost',
				code: undefined,
				message: 'The HTTP answer could not be read',
			});
		},
	);
});

describe('what n8n throws', () => {
	const config = { headers: new AxiosHeaders() };
	const wrapped = (error: AxiosError) => new NodeApiError(node, error as unknown as JsonObject);

	it('is a response when it wraps one', () => {
		const response = {
			status: 401,
			statusText: '',
			headers: { 'WWW-Authenticate': 'Basic' },
			data: { code: 20003 },
			config,
		};
		expect(readRejection(wrapped(new AxiosError('refused', 'ERR_BAD_REQUEST', config, {}, response)))).toEqual({
			kind: 'response',
			response: { status: 401, headers: { 'www-authenticate': 'Basic' }, body: { code: 20003 } },
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

	const keys = acme().keys({});
	const caused = (cause: object) => new NodeApiError(node, Object.assign(new Error('outside'), { cause }) as never);

	it('is a refused token when the request for one was refused', () => {
		const body = { error: 'invalid_client' };
		const cause = new TokenError({ kind: 'refused', status: 401, body }, keys);
		const refused = { kind: 'tokenRefused', response: { status: 401, body } };
		expect(readRejection(caused(cause))).toEqual(refused);
		expect(readRejection(new NodeApiError(node, cause as never))).toEqual(refused);
	});

	/** What the request for a token is rejected with. */
	function tokenErrorOf(reason: Error): Error {
		try {
			return throwTokenFailure(reason, keys);
		} catch (error) {
			return error as Error;
		}
	}

	const answeredBy = (message: string, status: number) =>
		new AxiosError(
			message,
			'ERR_BAD_RESPONSE',
			config,
			{},
			{
				status,
				statusText: '',
				headers: { 'Retry-After': '3' },
				data: '{"sid":',
				config,
			},
		);

	it('is a token that failed, to be asked for again, when the request for one says so', () => {
		const cause = new TokenError({ kind: 'failed', status: 503, headers: { 'Retry-After': 3 } }, keys);
		expect(readRejection(caused(cause))).toEqual({
			kind: 'tokenFailed',
			status: 503,
			headers: { 'retry-after': '3' },
		});
	});

	it('is a lost request when the answer broke off, whatever its status', () => {
		for (const status of [200, 201, 503]) {
			expect(readRejection(wrapped(answeredBy('stream has been aborted', status)))).toMatchObject({
				kind: 'lost',
				code: 'ECONNRESET',
			});
		}
	});

	it('is a lost request when the one for a token was lost', () => {
		expect(readRejection(caused(new AxiosError('socket hang up', 'ECONNRESET', config)))).toMatchObject({
			kind: 'lost',
			code: 'ECONNRESET',
		});
	});

	it('is a lost request that was not sent when the connection of the one for a token failed', () => {
		for (const [code, told] of [
			['ECONNRESET', 'ECONNRESET'],
			['ERR_BAD_RESPONSE', 'ECONNRESET'],
		]) {
			const error = tokenErrorOf(new AxiosError('socket hang up', code, config));
			const result = { kind: 'lost', code: told, message: 'socket hang up', isToken: true };
			expect(readRejection(caused(error))).toEqual(result);
			expect(readRejection(new NodeApiError(node, error as never))).toEqual(result);
			expect(JSON.stringify(error)).not.toContain('headers');
		}
	});

	it.each([
		'Proxy connection ended before receiving CONNECT response',
		'No header received from proxy CONNECT response',
		'Invalid header from proxy CONNECT response: "x"',
	])('is a tunnel that a proxy did not make, by the words of its agent: %s', (words) => {
		expect(readRejection(wrapped(new AxiosError(words, undefined, config)))).toMatchObject({
			kind: 'lost',
			code: 'EPROXY',
		});
		expect(readRejection(caused(tokenErrorOf(new Error(words))))).toMatchObject({ code: 'EPROXY', isToken: true });
	});

	it.each([[undefined], [null], ['text'], [new Error('')]])('%j still reads as a lost request', (error) => {
		expect(readRejection(error)).toEqual({ kind: 'lost', code: undefined, message: 'The connection failed' });
	});
});

describe('what limiting and retrying look at', () => {
	const responseWith = (headers: Record<string, string>) => ({
		kind: 'response' as const,
		response: { status: 429, headers, body: undefined },
	});

	it('is the status and the wait asked for', () => {
		expect(outcomeOf(responseWith({ 'retry-after': '2' }), 0)).toEqual({
			kind: 'status',
			status: 429,
			retryAfterMs: 2_000,
		});
		expect(outcomeOf(responseWith({}), 0)).toEqual({ kind: 'status', status: 429, retryAfterMs: undefined });
		expect(outcomeOf(responseWith({ 'retry-after': 'Thu, 01 Jan 1970 00:00:09 GMT' }), 4_000)).toMatchObject({
			retryAfterMs: 5_000,
		});
	});

	it('is whether the vendor says that its allowance is used up', () => {
		const isFull = (headers: Record<string, string>) => headers['x-left'] === '0';
		expect(outcomeOf(responseWith({ 'x-left': '0' }), 0, isFull)).toMatchObject({ isFull: true });
		expect(outcomeOf(responseWith({ 'x-left': '1' }), 0, isFull)).not.toHaveProperty('isFull');
	});

	it('is nothing to be tried again when a token was refused', () => {
		const refused = { kind: 'tokenRefused', response: { status: 401, body: {} } } as const;
		expect(outcomeOf(refused, 0)).toEqual({ kind: 'lost', code: undefined });
	});

	it('is the code of a lost connection', () => {
		expect(outcomeOf({ kind: 'lost', code: 'ECONNRESET', message: 'x' }, 0)).toMatchObject({
			kind: 'lost',
			code: 'ECONNRESET',
		});
	});
});

describe('a request', () => {
	it.each<[boolean, number, Record<string, string>]>([
		[true, 408, {}],
		[true, 500, {}],
		[true, 503, {}],
		[false, 503, { 'retry-after': '1' }],
		[false, 429, {}],
		[false, 400, {}],
		[true, 599, {}],
		[true, 500, { 'retry-after': '1' }],
		[false, 499, {}],
		[false, 200, {}],
		[false, 412, {}],
		[false, 307, {}],
	])('may have been done: %s after status %i with %j', (expected, status, headers) => {
		expect(mayHaveBeenDone({ kind: 'response', response: { status, headers, body: undefined } })).toBe(expected);
	});

	it.each<[boolean, string | undefined]>([
		[true, 'ECONNRESET'],
		[true, 'ETIMEDOUT'],
		[false, 'ECONNREFUSED'],
		[false, 'ENOTFOUND'],
		[false, 'CERT_HAS_EXPIRED'],
		[false, 'EPROXY'],
		[false, undefined],
	])('may have been done: %s without an answer (%s)', (expected, code) => {
		expect(mayHaveBeenDone({ kind: 'lost', code, message: 'x' })).toBe(expected);
	});

	it('was not sent without a token', () => {
		expect(mayHaveBeenDone({ kind: 'tokenFailed', status: 500, headers: {} })).toBe(false);
	});
});

describe('something that must not be done twice', () => {
	const lost = (code: string, isToken?: true) =>
		({ kind: 'lost', code, message: 'x', ...(isToken && { isToken }) }) as const;

	it.each([
		['no token was had', { kind: 'tokenFailed', status: 503, headers: {} } as const, true],
		['the connection for a token failed', lost('ECONNRESET', true), true],
		['a proxy let nothing through', lost('EPROXY'), true],
		['the connection failed', lost('ECONNRESET'), false],
		['nobody listened', lost('ECONNREFUSED'), false],
	])('may be asked for again or not: %s', (_what, result, expected) => {
		expect(mayBeAskedAgain(result)).toBe(expected);
		if (expected) expect(mayHaveBeenDone(result)).toBe(false);
	});
});

it.each([
	[199, false],
	[200, true],
	[299, true],
	[300, false],
])('status %i is a success: %s', (status, expected) => {
	expect(isSuccess({ status, headers: {}, body: undefined })).toBe(expected);
});

describe('the causes of a rejection', () => {
	const lost = (code: string | undefined, message: string) => ({ kind: 'lost', code, message });
	const within = (levels: number, innermost: object): object =>
		levels === 0 ? innermost : { message: `level ${levels}`, cause: within(levels - 1, innermost) };
	const answer = { response: { status: 401, headers: {}, data: 'x' } };

	it('are looked at before the error around them, the outermost first', () => {
		const inner = { code: 'ECONNRESET', message: 'inner', cause: { code: 'EPIPE', message: 'innermost' } };
		expect(readRejection({ code: 'ENOTFOUND', message: 'outer', cause: inner })).toEqual(
			lost('ECONNRESET', 'inner'),
		);
	});

	it.each<[string, unknown, ReturnType<typeof lost>]>([
		['its own code', { httpCode: 'ETIMEDOUT', message: 'outer' }, lost('ETIMEDOUT', 'outer')],
		[
			'the code around a cause without one',
			{ httpCode: 'ETIMEDOUT', message: 'outer', cause: { message: 'inner' } },
			lost('ETIMEDOUT', 'inner'),
		],
		[
			'the words around a cause without any',
			{ message: 'outer', cause: { message: '' } },
			lost(undefined, 'outer'),
		],
		['no code that is none', { httpCode: 5, code: '', message: 'outer' }, lost(undefined, 'outer')],
		['a text as a cause', { message: 'outer', code: 'EPIPE', cause: 'inner' }, lost('EPIPE', 'outer')],
		['no words', { code: 'EPIPE' }, lost('EPIPE', 'The connection failed')],
	])('may say little: %s', (_what, error, result) => {
		expect(readRejection(error)).toEqual(result);
	});

	it('may hold the answer, five deep and no deeper: more would be a circle', () => {
		const response = { kind: 'response', response: { status: 401, headers: {}, body: 'x' } };
		expect(readRejection(within(5, answer))).toEqual(response);
		expect(readRejection(within(6, answer))).toEqual(lost(undefined, 'level 5'));
		const circle: { message: string; cause?: object } = { message: 'round' };
		circle.cause = circle;
		expect(readRejection(circle)).toMatchObject({ kind: 'lost' });
	});

	it.each([
		[{ response: { status: 403, headers: {}, data: 'x' } }],
		[{ response: 'x' }],
		[{ response: { status: '401' } }],
	])('hold no answer of the service: %j', (error) => {
		expect(readRejection(error)).toEqual(lost(undefined, 'The connection failed'));
	});

	it('may hold headers that are none', () => {
		expect(readRejection({ response: { status: 401, headers: 'x', data: null } })).toEqual({
			kind: 'response',
			response: { status: 401, headers: {}, body: undefined },
		});
	});
});

it.each([
	[200, { kind: 'damaged' }],
	[399, { kind: 'damaged' }],
	[400, { kind: 'status', status: 400, retryAfterMs: 2_000 }],
	[503, { kind: 'status', status: 503, retryAfterMs: 2_000 }],
])('a request for a token that failed with %i is limited and repeated as %j', (status, outcome) => {
	expect(outcomeOf({ kind: 'tokenFailed', status, headers: { 'retry-after': '2' } }, 0)).toEqual(outcome);
});

it('a connection for a token that failed may not have been a change', () => {
	expect(mayHaveBeenDone({ kind: 'lost', code: 'ECONNRESET', message: 'x', isToken: true })).toBe(false);
	expect(mayHaveBeenDone({ kind: 'tokenRefused', response: { status: 500, body: {} } })).toBe(false);
});
