/** What came of one attempt, as far as limiting and retrying are concerned. */
export type AttemptOutcome =
	| {
			kind: 'status';
			status: number;
			/** The wait that the vendor asks for (Retry-After), in milliseconds. */
			retryAfterMs: number | undefined;
			/** The vendor says that for now its allowance is used up. */
			isFull?: boolean;
	  }
	| { kind: 'lost'; code: string | undefined }
	/** A 2xx whose body cannot be read: cut, empty, or a page. */
	| { kind: 'damaged' };

export interface Attempt {
	outcome: AttemptOutcome;
	/** Whether the vendor may process the request twice without harm. */
	idempotent: boolean;
	/** 1 for the first attempt. */
	number: number;
	/** Since the first attempt began. */
	elapsedMs: number;
	/** Whether the vendor has answered anything in this run. */
	hasAnswered: boolean;
	/** In [0, 1), so that this stays a pure function. */
	random: number;
}

export interface RetryPolicy {
	/** For errors after which nobody knows what was done. A throttled request is sent again until the deadline. */
	maxAttempts: number;
	/** For answers that cannot be read: what so many readings do not mend is not an accident. */
	maxDamaged: number;
	deadlineMs: number;
	/** The deadline while a vendor is silent that has not answered anything yet: people watch, and see nothing. */
	firstAnswerMs: number;
	firstDelayMs: number;
	maxDelayMs: number;
}

/** n8n's own Retry On Fail ends after 5 x 5 s and repeats finished items; a busy vendor needs longer than that. */
export const standardRetryPolicy: RetryPolicy = {
	maxAttempts: 8,
	maxDamaged: 4,
	deadlineMs: 180_000,
	firstAnswerMs: 60_000,
	firstDelayMs: 500,
	maxDelayMs: 30_000,
};

/** These pass by themselves; a wrong host name or a refused certificate stays wrong. */
const transientErrors = new Set([
	'EAI_AGAIN',
	'ECONNABORTED',
	'ECONNREFUSED',
	'ECONNRESET',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EPIPE',
	'EPROXY',
	'ERR_NETWORK',
	'ETIMEDOUT',
	// An answer in gzip that broke off.
	'Z_BUF_ERROR',
]);

/** Whether a connection was lost because no answer came in time; n8n's own limit has the second code. */
export const isSilence = (code: string): boolean => code === 'ETIMEDOUT' || code === 'ECONNABORTED';

/**
 * Whether to send a request again, and after which delay.
 *
 * A throttled request was never processed, so any request may be sent again, until the deadline: how often it was
 * throttled says how busy the service is and nothing about the request. After a lost connection, 408 or another 5xx
 * nobody knows what was done, so only an idempotent request is sent again, and not often.
 *
 * @returns the delay in milliseconds, or `undefined` to give up
 */
export function retryDelay(policy: RetryPolicy, attempt: Attempt): number | undefined {
	const { outcome, number, elapsedMs, random } = attempt;
	const isRefused = isThrottled(outcome);
	const most = outcome.kind === 'damaged' ? Math.min(policy.maxDamaged, policy.maxAttempts) : policy.maxAttempts;
	if (!isRefused && (number >= most || !mayRepeat(attempt))) return undefined;
	const asked = outcome.kind === 'status' ? outcome.retryAfterMs : undefined;
	// Full jitter spreads a crowd of refused requests. A delay that the vendor named is kept and spread a little behind
	// it; a request that kept it and is refused again and again waits longer than the vendor says, or it would never end.
	const backoff = Math.min(policy.maxDelayMs, policy.firstDelayMs * 2 ** (number - 1));
	const spread = asked === undefined || isRefused ? backoff : policy.firstDelayMs;
	const delay = (asked ?? 0) + random * spread;
	return elapsedMs + delay > deadlineOf(policy, attempt) ? undefined : Math.round(delay);
}

/** After how many milliseconds without an answer the request is given up. */
export const deadlineOf = (policy: RetryPolicy, { outcome, hasAnswered }: Attempt): number =>
	!hasAnswered && outcome.kind === 'lost' && isSilence(outcome.code ?? '') ? policy.firstAnswerMs : policy.deadlineMs;

/** 429, and 503 with Retry-After: never processed (twilio.com/docs/api/errors/20429). */
export function isThrottled(outcome: AttemptOutcome): boolean {
	if (outcome.kind !== 'status') return false;
	return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfterMs !== undefined);
}

/** Whether an outcome speaks of the service or of the way there, and not of what was asked for. */
export function isTrouble(outcome: AttemptOutcome): boolean {
	if (outcome.kind !== 'status') return true;
	return outcome.status === 408 || outcome.status === 429 || outcome.status >= 500;
}

function mayRepeat({ outcome, idempotent }: Attempt): boolean {
	if (outcome.kind === 'damaged') return idempotent;
	if (outcome.kind === 'lost') return idempotent && transientErrors.has(outcome.code ?? '');
	return idempotent && (outcome.status === 408 || outcome.status >= 500);
}
