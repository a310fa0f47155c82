import { randomBytes } from 'node:crypto';

import { own } from '../own';
import { newSid } from './call';
import { invalid, Refusal } from './refusal';
import type { Endpoint } from './resource';
import type { TwilioState } from './state';

/** Reached without credentials in a header: the official client sends an empty Authorization. */
export const TOKEN_ADDRESS = '/oauth/v2/token';

/**
 * Client credentials are all that an account's OAuth app can use. The refusals' codes stand on no page that could be
 * read: a wrong client is refused as any wrong credential is.
 */
export const OAUTH: Endpoint[] = [
	{
		method: 'POST',
		path: '/v2/token',
		answer: ({ form, state }) => {
			if (form.get('grant_type') !== 'client_credentials') throw invalid('Unsupported grant_type');
			if (form.get('client_id') !== state.oauthClientId || form.get('client_secret') !== state.oauthClientSecret)
				throw new Refusal(401, 20003, 'Authenticate');
			return { status: 200, body: issueToken(state, Date.now()) };
		},
	},
];

function issueToken(state: TwilioState, now: number): object {
	const seconds = state.tokenLifetimeSeconds;
	const token = webToken({ sub: state.accountSid, jti: newSid('TK'), exp: Math.floor(now / 1000) + seconds });
	state.tokens[token] = now + seconds * 1000;
	state.tokenFetches += 1;
	return { access_token: token, token_type: 'Bearer', expires_in: seconds, id_token: null, refresh_token: null };
}

/** The official client reads the end of a token from the token itself, so it is a JWT; nobody checks its signature. */
function webToken(claims: object): string {
	const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
	return [encode({ alg: 'RS256', typ: 'JWT' }), encode(claims), randomBytes(32).toString('base64url')].join('.');
}

/** Whether the header carries a token that was issued and has not ended. */
export function hasToken(header: string | undefined, state: TwilioState, now: number): boolean {
	const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
	return now < (own(state.tokens, token) ?? 0);
}

export function expireTokens(state: Pick<TwilioState, 'tokens'>): void {
	for (const token of Object.keys(state.tokens)) state.tokens[token] = 0;
}
