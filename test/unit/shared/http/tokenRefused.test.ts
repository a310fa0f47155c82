import { connectionCode, NO_TUNNEL } from '../../../../nodes/shared/http/lostConnection';
import {
	refusesClient,
	throwTokenFailure,
	TokenError,
	tokenIn,
	tokenProblemIn,
	type TokenProblem,
} from '../../../../nodes/shared/http/tokenRefused';

function thrownBy(act: () => unknown): unknown {
	try {
		return act();
	} catch (thrown) {
		return thrown;
	}
}

const keys = { service: 'Acme', names: 'Client ID and Client Secret', advice: 'Copy both again.' };
const thrownFor = (error: unknown): unknown => thrownBy(() => throwTokenFailure(error, keys));

describe('a request for a token', () => {
	it.each([400, 401, 403, 404, 302, 300])('answered with %d was refused', (status) => {
		const response = { status, headers: { a: '1' }, data: { error: 'invalid_client' } };
		expect(thrownFor({ response, message: 'secret' })).toMatchObject({
			token: { kind: 'refused', status, body: { error: 'invalid_client' } },
		});
	});

	it.each([408, 429, 500, 503, 599])('answered with %d may be sent again', (status) => {
		const headers = { 'retry-after': '5' };
		expect(thrownFor({ response: { status, headers }, message: 'secret' })).toMatchObject({
			token: { kind: 'failed', status, headers },
		});
	});

	it.each([{}, { response: null }, { response: { status: '401' } }, { response: { status: 299 } }])(
		'was lost without an answer that is whole: %j',
		(more) => {
			const error = thrownFor({ code: 'ECONNRESET', message: 'gone', config: 'secret', ...more });
			expect(error).toMatchObject({ token: { kind: 'lost', connection: 'ECONNRESET', message: 'gone' } });
			expect(JSON.stringify(error)).not.toContain('secret');
		},
	);

	it('throws what is not a record as it is', () => expect(thrownFor('odd')).toBe('odd'));

	it('is answered with a token', () => {
		expect(tokenIn({ access_token: 't', expires_in: 60, more: 1 }, keys)).toEqual({
			access_token: 't',
			expires_in: 60,
		});
		expect(tokenIn({ access_token: 't' }, keys)).toEqual({ access_token: 't', expires_in: undefined });
	});

	it.each([undefined, 't', {}, { access_token: '' }, { access_token: 5 }, []])('%j holds no token', (answer) => {
		expect(thrownBy(() => tokenIn(answer, keys))).toMatchObject({
			token: { kind: 'failed', status: 200, headers: {} },
		});
	});
});

it.each([
	[{ code: 'ECONNRESET' }, 'ECONNRESET'],
	[{ code: 'ERR_BAD_RESPONSE', message: 'aborted' }, 'ECONNRESET'],
	[{ code: 'EPIPE', message: 'Invalid header from proxy CONNECT response' }, 'EPIPE'],
	[{ code: '', message: 'Invalid header from proxy CONNECT response' }, NO_TUNNEL],
	[{ message: 'No header received from proxy CONNECT response' }, NO_TUNNEL],
	[{ message: 'Proxy connection ended before receiving CONNECT response' }, NO_TUNNEL],
	[{ message: 'It said: Invalid header from proxy CONNECT response' }, undefined],
	[{ message: 'Invalid header from proxy' }, undefined],
	[{ code: 5, message: ['No header received from proxy CONNECT response'] }, undefined],
	[{}, undefined],
])('the code of the lost connection %j is %s', (error, code) => expect(connectionCode(error)).toBe(code));

const refused = (status: number): TokenProblem => ({ kind: 'refused', status, body: {} });
const failed = (status: number): TokenProblem => ({ kind: 'failed', status, headers: {} });
const lost = (connection: string | undefined): TokenProblem => ({ kind: 'lost', connection, message: 'x' });
const KEYS = 'Acme did not accept the Client ID and Client Secret. Copy both again.';
const ADDRESS = "Check the address in the 'Acme' credential and whether this n8n can reach it.";

it.each<[TokenProblem, string]>([
	[refused(400), KEYS],
	[refused(401), KEYS],
	[refused(403), KEYS],
	[refused(404), 'Acme answered with HTTP status 404. Check the ID: nothing with it exists for this credential.'],
	[failed(200), 'The answer of Acme could not be read. Check the address in the credential.'],
	[failed(299), 'The answer of Acme could not be read. Check the address in the credential.'],
	[
		failed(300),
		'Acme answered with HTTP status 300. The service points to another address, and keys are never sent there. Check the address in the credential.',
	],
	[failed(503), 'Acme answered with HTTP status 503. The fault lies with the service. Run the workflow again later.'],
	[lost('ENOTFOUND'), `Acme could not be reached. ${ADDRESS}`],
	[lost(undefined), `No answer from Acme. ${ADDRESS}`],
])('the test of a credential shows what became of the request for a token: %j', (token, told) => {
	const error = new TokenError(token, keys);
	expect(error.message).toBe(told);
	expect(tokenProblemIn({ message: error.message, token: error.token })).toBe(token);
	expect(error).not.toHaveProperty('code');
});

it.each([undefined, 'refused', {}, { kind: 'other' }, { kind: 5 }])('%j tells of no request for a token', (token) => {
	expect(tokenProblemIn({ token })).toBeUndefined();
});

it('the keys are refused under three statuses', () => {
	expect([399, 400, 401, 402, 403, 404, 500].filter(refusesClient)).toEqual([400, 401, 403]);
});
