import { isRecord } from '../values/record';

/** The code of errors of n8n's own client for OAuth 2 when a service refuses a token. */
export const TOKEN_REFUSED = 'EAUTH';

/** Thrown where a credential fetches a token by itself and the service refuses it. */
class TokenRefusedError extends Error {
	readonly code = TOKEN_REFUSED;

	/** @param body of the service's answer */
	constructor(
		message: string,
		readonly body: unknown,
	) {
		super(message);
	}
}

/** Whether a token request that was answered with such a status may be sent again: nobody looked at the keys. */
export const mayAskAgain = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/**
 * Tells a token that was refused apart from a request for one that failed on its way. An error with a response of 401
 * would make n8n ask a second time.
 *
 * @param error what n8n's helper rejected with
 */
export function throwTokenFailure(error: unknown): never {
	const response = isRecord(error) && isRecord(error.response) ? error.response : {};
	const { status, data } = response;
	if (typeof status !== 'number' || mayAskAgain(status)) throw error;
	throw new TokenRefusedError(`HTTP status ${status}`, data);
}
