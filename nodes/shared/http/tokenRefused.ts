import { isRecord } from '../values/record';
import { connectionCode } from './lostConnection';

/** The code of the error when a service refuses a token. */
export const TOKEN_REFUSED = 'EAUTH';

/** The code where the request for a token failed in a way that passes. */
export const TOKEN_FAILED = 'ETOKEN';

/** The code where the connection of that request failed. */
export const TOKEN_LOST = 'ETOKENLOST';

/** Such a failure; without a response in it, for n8n asks a second time by itself after a response of 401. */
class TokenFailedError extends Error {
	readonly code = TOKEN_FAILED;

	constructor(
		readonly status: number,
		readonly headers: unknown,
	) {
		super(`HTTP status ${status}`);
	}
}

/** The connection failed; without the error itself, which holds the keys. */
class TokenLostError extends Error {
	readonly code = TOKEN_LOST;
	readonly connection: string | undefined;

	constructor(error: Record<string, unknown>) {
		super(String(error.message));
		this.connection = connectionCode(error);
	}
}

/** The answer to a request for a token, which must hold one. */
export function tokenIn(answer: unknown): { access_token: string; expires_in: unknown } {
	const { access_token: token, expires_in: seconds } = isRecord(answer) ? answer : {};
	if (typeof token !== 'string' || token === '') throw new TokenFailedError(200, {});
	return { access_token: token, expires_in: seconds };
}

/** The service refuses a token. */
class TokenRefusedError extends Error {
	readonly code = TOKEN_REFUSED;

	/** @param body of the service's answer */
	constructor(
		readonly status: number,
		readonly body: unknown,
	) {
		super(`HTTP status ${status}`);
	}
}

/**
 * Whether a token request that was answered with such a status and without a token may be sent again: nobody refused the
 * keys.
 */
const mayAskAgain = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/**
 * Tells a token that was refused apart from a request for one that failed on its way. An error with a response of 401
 * would make n8n ask a second time.
 *
 * @param error what n8n's helper rejected with
 */
export function throwTokenFailure(error: unknown): never {
	const response = isRecord(error) && isRecord(error.response) ? error.response : {};
	const { status, headers, data } = response;
	// Without a status the connection failed; with one below 300 the answer broke off.
	if (typeof status !== 'number' || status < 300) throw isRecord(error) ? new TokenLostError(error) : error;
	if (mayAskAgain(status)) throw new TokenFailedError(status, headers);
	throw new TokenRefusedError(status, data);
}
