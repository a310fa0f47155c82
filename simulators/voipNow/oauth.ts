import { randomUUID } from 'node:crypto';

import { own } from '../own';
import type { VoipNowState } from './state';

export interface TokenAnswer {
	status: number;
	body: { access_token: string; token_type: 'Bearer'; expires_in: number } | { error: string };
}

/**
 * The token endpoint for a trusted App. All five parameters that every vendor sample sends are demanded, in the form
 * body. Its `error` is a string, as the vendor's own client reads it; codes and statuses beyond `invalid_client` are
 * those of RFC 6749 section 5.2.
 */
export function issueToken(
	contentType: string | undefined,
	body: string,
	state: VoipNowState,
	now: number,
): TokenAnswer {
	if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')) return refused(400, 'invalid_request');
	const form = new URLSearchParams(body);
	if (form.get('grant_type') !== 'client_credentials') return refused(400, 'unsupported_grant_type');
	if (form.get('type') !== 'unifiedapi' || !form.get('redirect_uri')) return refused(400, 'invalid_request');
	if (form.get('client_id') !== state.clientId || form.get('client_secret') !== state.clientSecret) {
		return refused(401, 'invalid_client');
	}
	const token = randomUUID().replaceAll('-', '');
	state.tokens[token] = now + state.tokenSeconds * 1000;
	return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: state.tokenSeconds } };
}

/** Whether the header carries a token that was issued and has not ended. */
export function isAuthorized(header: string | undefined, state: VoipNowState, now: number): boolean {
	const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
	return now < (own(state.tokens, token) ?? 0);
}

function refused(status: number, error: string): TokenAnswer {
	return { status, body: { error } };
}
