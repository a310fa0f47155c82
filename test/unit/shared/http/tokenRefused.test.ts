import { connectionCode, NO_TUNNEL } from '../../../../nodes/shared/http/lostConnection';
import { throwTokenFailure, tokenIn } from '../../../../nodes/shared/http/tokenRefused';

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
