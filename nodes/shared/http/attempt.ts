import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { waitFor, type Clock } from '../n8n/clock';
import { isRecord } from '../values/record';
import { allowedDomainsOf, domainProblem } from './allowedDomains';
import { concealAnswers } from './concealedAnswer';
import { skipAccessCheck } from './credentialFields';
import { toHttpOptions, type VendorRequest } from './request';
import { readRejection, readResponse, type AttemptResult } from './response';
import type { Vendor } from './vendor';

/** The n8n contexts in which a vendor is asked: a run, the editor's lists, and a trigger. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IPollFunctions | IWebhookFunctions;

/**
 * All that one attempt may take, the request for a token included. n8n's timeout counts from the last byte, so that an
 * answer that drips would never end.
 */
export const MAX_ATTEMPT_MS = 30_000;

/** How often it is looked for attempts that take longer. */
const WATCH_MS = 1_000;

/** Sends a request once, through n8n's helper, which authenticates it. */
export function senderOf(
	context: Caller,
	vendor: Vendor,
	baseUrl: string,
	credential: ICredentialDataDecryptedObject,
	clock: Clock,
): (request: VendorRequest) => Promise<AttemptResult> {
	const conceal = concealAnswers(vendor, credential);
	const within = createExpiry(context, clock);
	const node = context.getNode();
	const refusal = domainProblem(credential, baseUrl);
	if (refusal !== undefined)
		return async () => await Promise.resolve({ kind: 'lost', code: undefined, message: refusal });
	const settings = {
		allowedDomains: allowedDomainsOf(credential),
		ignoreCertificate: credential.ignoreSSLIssues === true,
	};
	const { id, name } = { id: '', name: '', ...node.credentials?.[vendor.credential] };
	// n8n puts a token that it had to fetch into this same object.
	skipAccessCheck(credential);
	const known = { credentialsDecrypted: { id: id ?? '', name, type: vendor.credential, data: credential } };

	const ask = async (caller: Caller, request: VendorRequest): Promise<unknown> =>
		await caller.helpers.httpRequestWithAuthentication.call(
			caller,
			vendor.credential,
			toHttpOptions(baseUrl, request, settings),
			known,
		);

	/**
	 * Before 2.14 n8n takes a 401 for an answer like any other, and renews no token. It fetches one where there is none, so
	 * the refused one is dropped.
	 */
	async function askWithToken(caller: Caller, request: VendorRequest): Promise<unknown> {
		const { accessToken: used } = credential;
		const answer = await ask(caller, request);
		const isRefused = isRecord(answer) && answer.statusCode === 401;
		if (!isRefused || typeof used !== 'string' || used === '') return answer;
		if (credential.accessToken === used) credential.accessToken = '';
		return await ask(caller, request);
	}

	return async (request) =>
		conceal(await within(async (caller) => await askWithToken(caller, request).then(readResponse, readRejection)));
}

interface OpenAttempt {
	endsAt: number;
	end: (result: AttemptResult) => void;
}

type Within = (attempt: (caller: Caller) => Promise<AttemptResult>) => Promise<AttemptResult>;

/**
 * Ends attempts that take too long, and all of them when the execution is cancelled. Whatever n8n does for such an
 * attempt afterwards, such as sending the request once a late token has come, is aborted.
 *
 * One watch for all: a timer for each would cost as much as a tenth of a request.
 */
function createExpiry(context: Caller, clock: Clock): Within {
	const cancelled = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const open = new Map<AbortController, OpenAttempt>();
	let idle = new AbortController();

	async function watch(): Promise<void> {
		idle = new AbortController();
		const { signal } = idle;
		const either = cancelled ? AbortSignal.any([cancelled, signal]) : signal;
		do {
			await waitFor(WATCH_MS, either);
			const now = clock.now();
			for (const [expired, { endsAt, end }] of open) {
				if (!cancelled?.aborted && now < endsAt) continue;
				expired.abort();
				end({
					kind: 'lost',
					code: cancelled?.aborted ? 'ERR_CANCELED' : 'ETIMEDOUT',
					message: 'No answer in time',
				});
			}
		} while (!either.aborted);
	}

	return async (attempt) => {
		const expired = new AbortController();
		// n8n hands the signal that it finds here to the request (n8n-core, request-helpers/authentication.js).
		const caller = Object.create(context, { getExecutionCancelSignal: { value: () => expired.signal } }) as Caller;
		const ended = new Promise<AttemptResult>((end) => {
			open.set(expired, { endsAt: clock.now() + MAX_ATTEMPT_MS, end });
		});
		if (open.size === 1) void watch().catch(() => undefined);
		try {
			return await Promise.race([attempt(caller), ended]);
		} finally {
			open.delete(expired);
			if (open.size === 0) idle.abort();
		}
	};
}
