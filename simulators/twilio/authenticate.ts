import { hasToken } from './oauth';
import type { TwilioState } from './state';

/**
 * HTTP Basic with the account's SID and token, or an API key and its secret (an AuthToken does not go with a key); or
 * an OAuth access token that has not ended.
 */
export function isAuthentic(header: string | undefined, state: TwilioState, now: number): boolean {
	if (hasToken(header, state, now)) return true;
	const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
	if (!encoded) return false;
	const given = Buffer.from(encoded, 'base64').toString('utf8');
	return [`${state.accountSid}:${state.authToken}`, `${state.apiKeySid}:${state.apiKeySecret}`].includes(given);
}
