import {
	getCredentialAllowedDomains,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';
import { waitFor } from '../n8n/clock';
import { toHttpOptions, type VendorRequest } from './request';
import { readRejection, readResponse, type AttemptResult } from './response';
import type { Vendor } from './vendor';

/** The n8n contexts in which a vendor is asked: a run, and the editor's lists. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions;

/**
 * All that one attempt may take, the request for a token included. n8n's timeout counts from the last byte, so that an
 * answer that drips would never end.
 */
export const MAX_ATTEMPT_MS = 30_000;

/** Sends a request once, through n8n's helper, which authenticates it. */
export function senderOf(
	context: Caller,
	vendor: Vendor,
	baseUrl: string,
	credential: ICredentialDataDecryptedObject,
): (request: VendorRequest) => Promise<AttemptResult> {
	const node = context.getNode();
	const allowedDomains = getCredentialAllowedDomains({
		node,
		credentialData: credential,
		credentialOwnedSurface: true,
	});
	const settings = { allowedDomains, ignoreCertificate: credential.ignoreSSLIssues === true };
	const { id, name } = { id: '', name: '', ...node.credentials?.[vendor.credential] };
	// An OAuth2 credential is always reloaded by n8n: its token changes during the run.
	const known = vendor.usesOAuth2
		? undefined
		: { credentialsDecrypted: { id: id ?? '', name, type: vendor.credential, data: credential } };
	return async (request) =>
		await within(
			MAX_ATTEMPT_MS,
			context,
			async (caller) =>
				await caller.helpers.httpRequestWithAuthentication
					.call(caller, vendor.credential, toHttpOptions(baseUrl, request, settings), known)
					.then(readResponse, readRejection),
		);
}

/**
 * Ends an attempt after so many milliseconds, or when the execution is cancelled. Whatever n8n does for it afterwards,
 * such as sending the request once a late token has come, is aborted.
 */
async function within(
	ms: number,
	context: Caller,
	attempt: (caller: Caller) => Promise<AttemptResult>,
): Promise<AttemptResult> {
	const [settled, expired] = [new AbortController(), new AbortController()];
	const cancelled = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const signals = cancelled ? [cancelled, settled.signal] : [settled.signal];
	const expiry = async (): Promise<AttemptResult> => {
		await waitFor(ms, AbortSignal.any(signals));
		expired.abort();
		return { kind: 'lost', code: cancelled?.aborted ? 'ERR_CANCELED' : 'ETIMEDOUT', message: 'No answer in time' };
	};
	// n8n hands the signal that it finds here to the request (n8n-core, request-helpers/authentication.js).
	const caller = Object.create(context, { getExecutionCancelSignal: { value: () => expired.signal } }) as Caller;
	try {
		return await Promise.race([attempt(caller), expiry()]);
	} finally {
		settled.abort();
	}
}
