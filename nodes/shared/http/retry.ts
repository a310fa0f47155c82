/** What came of one attempt, as far as repeating it is concerned. Times in milliseconds. */
export type AttemptOutcome =
	| {
			kind: 'status';
			status: number;
			retryAfterMs: number | undefined;
			/** The vendor says that for now its allowance is used up. */
			isFull?: boolean;
	  }
	| { kind: 'lost'; code: string | undefined };

export interface Attempt {
	outcome: AttemptOutcome;
	/** Whether the vendor may process the request twice without harm. */
	idempotent: boolean;
	/** 1 for the first attempt. */
	number: number;
	/** Since the first attempt began. */
	elapsedMs: number;
	/** In [0, 1), so that this stays a pure function. */
	random: number;
}

export interface RetryPolicy {
	/** For troubles after which nobody knows what was done. A refusal is repeated until the deadline. */
	attempts: number;
	deadlineMs: number;
	firstWaitMs: number;
	longestWaitMs: number;
}

/** n8n's own Retry On Fail ends after 5 x 5 s and repeats finished items; a busy vendor needs longer than that. */
export const standardRetryPolicy: RetryPolicy = {
	attempts: 8,
	deadlineMs: 180_000,
	firstWaitMs: 500,
	longestWaitMs: 30_000,
};

/** A wrong host name or a refused certificate stays wrong; these pass. */
const transientErrors = new Set([
	'EAI_AGAIN',
	'ECONNABORTED',
	'ECONNREFUSED',
	'ECONNRESET',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EPIPE',
	'ERR_NETWORK',
	'ETIMEDOUT',
]);

/**
 * Whether to send a request again, and after which wait.
 *
 * A refusal was never processed, so any request may be repeated, until the deadline: its number says how busy the
 * service is and nothing about the request. After a lost connection, 408 or another 5xx nobody knows what was done, so
 * only a idempotent request is sent again, and not often.
 *
 * @returns the wait in milliseconds, or `undefined` to give up
 */
export function retryDelay(policy: RetryPolicy, attempt: Attempt): number | undefined {
	const { outcome, number, elapsedMs, random } = attempt;
	const isRefused = isThrottled(outcome);
	if (!isRefused && (number >= policy.attempts || !mayRepeat(attempt))) return undefined;
	const asked = outcome.kind === 'status' ? outcome.retryAfterMs : undefined;
	// Full jitter spreads a crowd of refused requests. A wait that the vendor named is kept and spread a little behind
	// it; who kept it and is refused again and again waits longer than the vendor says, or would never stop asking.
	const backOff = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** (number - 1));
	const spread = asked === undefined || isRefused ? backOff : policy.firstWaitMs;
	const wait = (asked ?? 0) + random * spread;
	return elapsedMs + wait > policy.deadlineMs ? undefined : Math.round(wait);
}

/** 429, and 503 with Retry-After: never processed (twilio.com/docs/api/errors/20429). */
export function isThrottled(outcome: AttemptOutcome): boolean {
	if (outcome.kind === 'lost') return false;
	return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfterMs !== undefined);
}

function mayRepeat({ outcome, idempotent }: Attempt): boolean {
	if (outcome.kind === 'lost') return idempotent && transientErrors.has(outcome.code ?? '');
	return idempotent && (outcome.status === 408 || outcome.status >= 500);
}
