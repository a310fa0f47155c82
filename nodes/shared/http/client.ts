import {
	getCredentialAllowedDomains,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type IPollFunctions,
} from 'n8n-workflow';
import type { Clock } from '../n8n/clock';
import type { RunControl } from '../n8n/runControl';
import { pathBelow } from './baseUrl';
import { failureOf, plainFailure, type Failure } from './failure';
import type { Limiter } from './limit/limiter';
import { createRateLimits } from './limit/rateLimit';
import { toHttpOptions, type VendorRequest } from './request';
import { outcomeOf, readRejection, readResponse, type AttemptResult, type VendorResponse } from './response';
import { retryDelay, standardRetryPolicy } from './retry';
import type { Vendor } from './vendor';

/** What came of a request, after all retries. */
export type Sent =
	/** `attempts` above 1: an earlier one may have been processed too, its response lost. */
	| { kind: 'answered'; response: VendorResponse; attempts: number }
	| { kind: 'failed'; failure: Failure }
	/** The run was over before the first attempt could start. */
	| { kind: 'unsent' };

/** Sends requests to one vendor for one node run: limited, retried, authenticated by n8n, never to another host. */
export interface Client {
	/** @param problemIn what makes a 2xx response useless, if anything */
	send: (request: VendorRequest, problemIn?: ProblemIn) => Promise<Sent>;
	/**
	 * One more read, once, to explain a failure after which no request starts any more.
	 *
	 * @returns nothing where it fails too
	 */
	lookInto: (request: VendorRequest) => Promise<VendorResponse | undefined>;
	/** The path and query of an address below the vendor's base URL; `undefined` for any other address. */
	pathOf: (address: string) => string | undefined;
}

type ProblemIn = (response: VendorResponse) => string | undefined;

/** The n8n contexts in which a vendor is asked: a run, a poll, and the editor's lists. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** What one client is made of. */
export interface ClientParts {
	context: Caller;
	vendor: Vendor;
	/** As `checkBaseUrl` returns it. */
	baseUrl: string;
	/** Decrypted once for the whole run: left to itself, n8n reads and decrypts it for every request. */
	credential: ICredentialDataDecryptedObject;
	limiter: Limiter;
	clock: Clock;
	run: Pick<RunControl, 'signal' | 'noteFailure'>;
}

export function openClient({ context, vendor, baseUrl, credential, limiter, clock, run }: ClientParts): Client {
	const sendOnce = senderOf(context, vendor, baseUrl, credential);
	const rateLimits = createRateLimits(clock);
	let hasSucceeded = false;
	// The key was refused before anything succeeded, or a token was: the same key need not be refused for every agent.
	// A service may lock out whoever keeps trying.
	let refusedKey: Failure | undefined;

	const addresses = [baseUrl, ...(vendor.otherAddresses?.(baseUrl) ?? [])];

	return {
		pathOf: (address) => pathBelow(addresses, address),
		async lookInto(request) {
			const result = await sendOnce(request);
			return result.kind === 'response' && isSuccess(result.response) ? result.response : undefined;
		},
		async send(request, problemIn) {
			let beganAt: number | undefined;
			let failure: Failure | undefined;
			for (let attempt = 1; ; attempt++) {
				await rateLimits.acquire(vendor.rateLimitOf?.(request));
				const permit = await limiter.acquire(attempt > 1);
				// Waiting for the first permit uses up none of the request's own time.
				beganAt ??= permit.sentAt;
				if (refusedKey) {
					limiter.release(permit, undefined);
					return { kind: 'failed', failure: refusedKey };
				}
				if (run.signal.aborted) {
					limiter.release(permit, undefined);
					return failure
						? { kind: 'failed', failure: { ...failure, isInterrupted: true } }
						: { kind: 'unsent' };
				}
				const result = await sendOnce(request);
				const now = clock.now();
				const outcome = outcomeOf(result, now, vendor.isFull);
				failure = await failureIn(request, result, attempt, problemIn);
				const delay = retryDelay(standardRetryPolicy, {
					outcome,
					idempotent: request.idempotent,
					number: attempt,
					elapsedMs: now - beganAt,
					random: Math.random(),
				});
				// Noted before the permit is given back, or one more request would start.
				if (failure && delay === undefined) run.noteFailure();
				const isKeyRefused = failure?.httpCode === '401' && !hasSucceeded;
				if (isKeyRefused || result.kind === 'tokenRefused') refusedKey ??= failure;
				hasSucceeded ||= !failure;
				limiter.release(permit, outcome);
				if (!failure && result.kind === 'response') {
					return { kind: 'answered', response: result.response, attempts: attempt };
				}
				if (failure && delay === undefined) return { kind: 'failed', failure };
				await clock.wait(delay ?? 0);
			}
		},
	};

	async function failureIn(
		request: VendorRequest,
		result: AttemptResult,
		attempts: number,
		problemIn: ProblemIn | undefined,
	): Promise<Failure | undefined> {
		const isGood =
			result.kind === 'response' &&
			((isSuccess(result.response) && !vendor.isRefusal?.(result.response)) ||
				request.expected?.(result.response));
		if (!isGood) {
			// n8n fetched the token behind our back: to take it out of the service's words it must be read now.
			const now = vendor.usesOAuth2
				? await context.getCredentials(vendor.credential).catch(() => credential)
				: credential;
			return failureOf(vendor, result, attempts, secretValues(vendor, now), request);
		}
		const problem = isSuccess(result.response) ? problemIn?.(result.response) : undefined;
		return problem === undefined ? undefined : { ...plainFailure(problem), attempts };
	}
}

const isSuccess = ({ status }: VendorResponse): boolean => status >= 200 && status < 300;

/** Sends a request once, through n8n's helper, which authenticates it. */
function senderOf(
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
		await context.helpers.httpRequestWithAuthentication
			.call(context, vendor.credential, toHttpOptions(baseUrl, request, settings), known)
			.then(readResponse, readRejection);
}

function secretValues(vendor: Vendor, credential: ICredentialDataDecryptedObject): string[] {
	const token = credential.oauthTokenData;
	const tokens = typeof token === 'object' && token !== null ? Object.values(token) : [];
	return [...vendor.secrets.map((name) => credential[name]), ...tokens].filter(
		(value): value is string => typeof value === 'string' && value.length >= 6,
	);
}
