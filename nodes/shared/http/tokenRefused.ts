import { isRecord } from '../values/record';
import { sentences } from '../values/text';
import { connectionCode } from './lostConnection';
import { lostAdvice, lostText, refusedText, statusAdvice, statusText, type Keys } from './serviceText';

/** What became of a request for a token that brought none. */
export type TokenProblem =
	/** The service refuses it. */
	| { kind: 'refused'; status: number; body: unknown }
	/** It failed in a way that passes. A status below 300: the answer could not be read. */
	| { kind: 'failed'; status: number; headers: unknown }
	/** The connection failed. Without the error itself, which holds the keys. */
	| { kind: 'lost'; connection: string | undefined; message: string };

/**
 * Such a request as an error, in the words of the runs: n8n's test of a credential shows them. Without a response in it,
 * for n8n asks a second time by itself after one of 401, and without `code` and `status`, which n8n would show instead.
 */
export class TokenError extends Error {
	constructor(
		readonly token: TokenProblem,
		keys: Keys,
	) {
		super(textOfProblem(token, keys));
	}
}

function textOfProblem(token: TokenProblem, keys: Keys): string {
	const { service } = keys;
	switch (token.kind) {
		case 'refused':
			return refusesClient(token.status)
				? sentences([refusedText(keys), keys.advice])
				: sentences([statusText(service, token.status), statusAdvice(token.status)]);
		case 'failed':
			return token.status < 300
				? `The answer of ${service} could not be read. Check the address in the credential.`
				: sentences([statusText(service, token.status), statusAdvice(token.status)]);
		case 'lost':
			return sentences([lostText(service, token.connection ?? ''), lostAdvice(service, token.connection ?? '')]);
	}
}

/** The statuses under which a client is refused (RFC 6749, 5.2), and that of services that go their own way. */
export const refusesClient = (status: number): boolean => [400, 401, 403].includes(status);

/** The answer to a request for a token, which must hold one. */
export function tokenIn(answer: unknown, keys: Keys): { access_token: string; expires_in: unknown } {
	const { access_token: token, expires_in: seconds } = isRecord(answer) ? answer : {};
	if (typeof token !== 'string' || token === '') {
		throw new TokenError({ kind: 'failed', status: 200, headers: {} }, keys);
	}
	return { access_token: token, expires_in: seconds };
}

/**
 * Whether a token request that was answered with such a status and without a token may be sent again: nobody refused the
 * keys.
 */
const mayAskAgain = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/**
 * Tells a token that was refused apart from a request for one that failed on its way.
 *
 * @param error what n8n's helper rejected with
 */
export function throwTokenFailure(error: unknown, keys: Keys): never {
	const response = isRecord(error) && isRecord(error.response) ? error.response : {};
	const { status, headers, data } = response;
	// Without a status the connection failed; with one below 300 the answer broke off.
	if (typeof status !== 'number' || status < 300) {
		if (!isRecord(error)) throw error;
		throw new TokenError({ kind: 'lost', connection: connectionCode(error), message: String(error.message) }, keys);
	}
	if (mayAskAgain(status)) throw new TokenError({ kind: 'failed', status, headers }, keys);
	throw new TokenError({ kind: 'refused', status, body: data }, keys);
}

/** What became of such a request, where an error tells of one. */
export function tokenProblemIn({ token }: Record<string, unknown>): TokenProblem | undefined {
	if (!isRecord(token) || !['refused', 'failed', 'lost'].includes(String(token.kind))) return undefined;
	return token as TokenProblem;
}
