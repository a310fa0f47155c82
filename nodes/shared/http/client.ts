import {
	getCredentialAllowedDomains,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';
import { createRateLimits } from './limit/rateLimit';
import type { Clock } from '../n8n/clock';
import type { RunControl } from '../n8n/runControl';
import {
	outcomeOf,
	readRejection,
	readResponse,
	toHttpOptions,
	type VendorResponse,
	type AttemptResult,
	type VendorRequest,
} from './request';
import { failureOf, plainFailure, type Failure } from './failure';
import type { Limiter } from './limit/limiter';
import { retryDelay, standardRetryPolicy } from './retry';
import type { Vendor } from './vendor';

/** `unsent`: the run was over before the first attempt could start. */
export type Sent =
	/** `attempts` above 1: an earlier one may have been processed too, its answer lost. */
	| { kind: 'answered'; response: VendorResponse; attempts: number }
	| { kind: 'failed'; failure: Failure }
	| { kind: 'unsent' };

/** Sends requests to one vendor for one node run: paced, retried, authenticated by n8n, never to another host. */
export interface Client {
	/** @param problemIn what makes a 2xx answer useless, if anything */
	send: (request: VendorRequest, problemIn?: (answer: VendorResponse) => string | undefined) => Promise<Sent>;
	/** The path and query of an address below the vendor's root; `undefined` for any other address. */
	pathOf: (address: string) => string | undefined;
}

/** The n8n contexts in which a vendor is asked: a run, and the editor's lists. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions;

/**
 * @param root as `checkRoot` returns it
 * @param credential decrypted once for the whole run: left to itself, n8n reads and decrypts it for every request
 */
export function openClient(
	context: Caller,
	vendor: Vendor,
	root: string,
	credential: ICredentialDataDecryptedObject,
	pacer: Limiter,
	clock: Clock,
	run: Pick<RunControl, 'signal' | 'noteFailure'>,
): Client {
	const node = context.getNode();
	const allowedDomains = getCredentialAllowedDomains({
		node,
		credentialData: credential,
		credentialOwnedSurface: true,
	});
	const settings = { allowedDomains, ignoreCertificate: credential.ignoreSSLIssues === true };
	const handle = node.credentials?.[vendor.credential];
	// An OAuth2 credential is always reloaded by n8n: its token changes during the run.
	const known = vendor.usesOAuth2
		? undefined
		: {
				credentialsDecrypted: {
					id: handle?.id ?? '',
					name: handle?.name ?? '',
					type: vendor.credential,
					data: credential,
				},
			};
	const rateLimits = createRateLimits(clock);
	let admitted = false;
	// The key was refused before any other request went out: the same key need not be refused for every agent.
	let locked: Failure | undefined;

	async function attempt(request: VendorRequest): Promise<AttemptResult> {
		const options = toHttpOptions(root, request, settings);
		return await context.helpers.httpRequestWithAuthentication
			.call(context, vendor.credential, options, known)
			.then(readResponse, readRejection);
	}

	return {
		pathOf(address) {
			// Parsed first: "/../" and a user name before an @ are settled then.
			const { href } = URL.canParse(address) ? new URL(address) : { href: '' };
			return href.startsWith(`${root}/`) ? href.slice(root.length) : undefined;
		},
		async send(request, problemIn) {
			let began: number | undefined;
			let failure: Failure | undefined;
			for (let number = 1; ; number++) {
				await rateLimits.acquire(vendor.rateLimitOf?.(request));
				const start = await pacer.acquire(number > 1);
				// A request that has waited for its turn has not used up any of its time.
				began ??= start.sentAt;
				if (locked) {
					pacer.release(start, undefined);
					return { kind: 'failed', failure: locked };
				}
				if (run.signal.aborted) {
					pacer.release(start, undefined);
					return failure ? { kind: 'failed', failure: { ...failure, isInterrupted: true } } : { kind: 'unsent' };
				}
				const exchanged = await attempt(request);
				const now = clock.now();
				const outcome = outcomeOf(exchanged, now, vendor.isFull);
				failure = await failureIn(request, exchanged, number, problemIn);
				const wait = retryDelay(standardRetryPolicy, {
					outcome,
					idempotent: request.idempotent,
					number,
					elapsedMs: now - began,
					random: Math.random(),
				});
				if (failure && wait === undefined) run.noteFailure();
				if (failure?.httpCode === '401' && !admitted) locked = failure;
				admitted ||= !failure;
				pacer.release(start, outcome);
				if (!failure && exchanged.kind === 'answer') {
					return { kind: 'answered', response: exchanged.answer, attempts: number };
				}
				if (failure && wait === undefined) return { kind: 'failed', failure };
				await clock.wait(wait ?? 0);
			}
		},
	};

	async function failureIn(
		request: VendorRequest,
		exchanged: AttemptResult,
		attempts: number,
		problemIn: ((answer: VendorResponse) => string | undefined) | undefined,
	): Promise<Failure | undefined> {
		const status = exchanged.kind === 'answer' ? exchanged.answer.status : 0;
		const isExpected = exchanged.kind === 'answer' && request.expected?.(exchanged.answer);
		const isGood = (status >= 200 && status < 300) || isExpected;
		if (exchanged.kind === 'lost' || !isGood) {
			// n8n fetched the token behind our back: to take it out of the service's words it must be read now.
			const now = vendor.usesOAuth2
				? await context.getCredentials(vendor.credential).catch(() => credential)
				: credential;
			return failureOf(vendor, exchanged, attempts, secretValues(vendor, now), request);
		}
		const problem = status < 300 ? problemIn?.(exchanged.answer) : undefined;
		return problem === undefined ? undefined : { ...plainFailure(problem), attempts };
	}
}

function secretValues(vendor: Vendor, credential: ICredentialDataDecryptedObject): string[] {
	const token = credential.oauthTokenData;
	const tokens = typeof token === 'object' && token !== null ? Object.values(token) : [];
	return [...vendor.secrets.map((name) => credential[name]), ...tokens].filter(
		(value): value is string => typeof value === 'string' && value.length >= 6,
	);
}
