/** What came of one attempt, as far as repeating it is concerned. Times in milliseconds. */
export type Outcome =
	{ kind: 'status'; status: number; retryAfterMs: number | undefined } | { kind: 'lost'; code: string | undefined };

export interface Attempt {
	outcome: Outcome;
	/** Whether the vendor may process the request twice without harm. */
	repeatable: boolean;
	/** 1 for the first attempt. */
	number: number;
	/** Since the first attempt began. */
	elapsedMs: number;
	/** In [0, 1), so that this stays a pure function. */
	random: number;
}

export interface Policy {
	attempts: number;
	deadlineMs: number;
	firstWaitMs: number;
	longestWaitMs: number;
}

/** n8n's own Retry On Fail ends after 5 x 5 s and repeats finished items; a busy vendor needs longer than that. */
export const standardPolicy: Policy = {
	attempts: 8,
	deadlineMs: 180_000,
	firstWaitMs: 500,
	longestWaitMs: 30_000,
};

/** A wrong host name or a refused certificate stays wrong; these pass. */
const passingTroubles = new Set([
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
 * 429 and 503 with Retry-After were never processed, so any request may be repeated (twilio.com/docs/api/errors/20429).
 * After a lost connection, 408 or another 5xx nobody knows, so only a repeatable request is.
 *
 * @returns the wait in milliseconds, or `undefined` to give up
 */
export function retryDelay(policy: Policy, attempt: Attempt): number | undefined {
	if (attempt.number >= policy.attempts || !mayRepeat(attempt)) return undefined;
	const asked = attempt.outcome.kind === 'status' ? attempt.outcome.retryAfterMs : undefined;
	const ceiling = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** (attempt.number - 1));
	// Full jitter spreads a crowd of refused requests; a wait the vendor named is kept and spread a little behind it.
	const wait = asked === undefined ? attempt.random * ceiling : asked + attempt.random * policy.firstWaitMs;
	return attempt.elapsedMs + wait > policy.deadlineMs ? undefined : Math.round(wait);
}

function mayRepeat({ outcome, repeatable }: Attempt): boolean {
	if (outcome.kind === 'lost') return repeatable && passingTroubles.has(outcome.code ?? '');
	if (outcome.status === 429) return true;
	if (outcome.status === 503 && outcome.retryAfterMs !== undefined) return true;
	return repeatable && (outcome.status === 408 || outcome.status >= 500);
}
