import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { domainProblem } from './allowedDomains';
import { checkBaseUrl } from './baseUrl';
import type { Keys } from './serviceText';
import { throwTokenFailure, tokenIn } from './tokenRefused';

/** Where and how a token is asked for. */
interface TokenRequest {
	/** The name of the field with the address. */
	field: string;
	/** What is in that field. */
	address: string;
	/** Below the address. */
	path: string;
	/** What the request is signed with. */
	keys: Keys;
	/** What the service wants besides the kind of the grant and the client's id and secret. */
	form?: (url: string) => Record<string, string>;
	clientId: string;
	clientSecret: string;
}

/**
 * Fetches a token with the credentials of a client (RFC 6749, 4.4). The secret is in the request: it follows no redirect,
 * keeps to the credential's allowed domains, and is never sent in clear. n8n's own client for OAuth 2 does none of that.
 *
 * @returns the fields `accessToken` and `accessExpiresAt` of the credential, which n8n keeps
 */
export async function fetchToken(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
	{ field, address, path, keys, form, clientId, clientSecret }: TokenRequest,
): Promise<{ accessToken: string; accessExpiresAt: string }> {
	const root = checkBaseUrl(address);
	if (root.kind === 'problem') throw new Error(`'${field}': ${root.problem}`);
	const url = `${root.value}${path}`;
	const refusal = domainProblem(credentials, url);
	if (refusal !== undefined) throw new Error(refusal);
	const request = helpers.httpRequest({
		method: 'POST',
		url,
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			...form?.(url),
			client_id: clientId,
			client_secret: clientSecret,
		}),
		disableFollowRedirect: true,
		timeout: 15_000,
		skipSslCertificateValidation: credentials.ignoreSSLIssues === true,
	});
	const token = tokenIn(await request.catch((error: unknown) => throwTokenFailure(error, keys)), keys);
	return {
		accessToken: token.access_token,
		accessExpiresAt: String(Date.now() + Number(token.expires_in) * 1000),
	};
}

/** The credential without a token that ends within a minute: n8n fetches one only if there is none, or after a refusal. */
export function withFreshToken(
	credential: ICredentialDataDecryptedObject,
	now: number,
): ICredentialDataDecryptedObject {
	return Number(credential.accessExpiresAt) - now < 60_000 ? { ...credential, accessToken: '' } : credential;
}

/** Signs a request with the token. */
export const withBearer = <Options extends { headers?: object }>(
	credentials: ICredentialDataDecryptedObject,
	options: Options,
): Options => ({
	...options,
	headers: { ...options.headers, Authorization: `Bearer ${credentials.accessToken as string}` },
});
