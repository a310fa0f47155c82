import * as fc from 'fast-check';

import {
	deadlineOf,
	isThrottled,
	isTrouble,
	retryDelay,
	standardRetryPolicy,
	type Attempt,
	type AttemptOutcome,
	type RetryPolicy,
} from '../../../../nodes/shared/http/retry';

const decide = (outcome: AttemptOutcome, attempt: Partial<Attempt> = {}, policy: RetryPolicy = standardRetryPolicy) =>
	retryDelay(policy, {
		outcome,
		idempotent: true,
		number: 1,
		elapsedMs: 0,
		hasAnswered: true,
		random: 0.5,
		...attempt,
	});

const status = (code: number, retryAfterMs?: number): AttemptOutcome => ({
	kind: 'status',
	status: code,
	retryAfterMs,
});
const lost = (code: string | undefined): AttemptOutcome => ({ kind: 'lost', code });

describe('an answer', () => {
	it.each([
		[429, 'again', 'again'],
		[408, 'again', 'never'],
		[500, 'again', 'never'],
		[502, 'again', 'never'],
		[503, 'again', 'never'],
		[504, 'again', 'never'],
		[599, 'again', 'never'],
		[301, 'never', 'never'],
		[302, 'never', 'never'],
		[307, 'never', 'never'],
		[400, 'never', 'never'],
		[401, 'never', 'never'],
		[403, 'never', 'never'],
		[404, 'never', 'never'],
		[409, 'never', 'never'],
		[412, 'never', 'never'],
		[422, 'never', 'never'],
	])('of status %i: a idempotent request is sent %s, another one %s', (code, idempotent, other) => {
		const verdict = (may: boolean) => (decide(status(code), { idempotent: may }) === undefined ? 'never' : 'again');
		expect([verdict(true), verdict(false)]).toEqual([idempotent, other]);
	});

	it.each([
		[429, 'again'],
		[503, 'again'], // it says that nothing was processed
		[500, 'never'],
		[502, 'never'],
		[400, 'never'],
	])('of status %i with Retry-After: a request that must not run twice is sent %s', (code, expected) => {
		expect(decide(status(code, 2_000), { idempotent: false }) === undefined ? 'never' : 'again').toBe(expected);
	});

	it.each([400, 401, 403, 404, 302])('of status %i stays final even with Retry-After', (code) => {
		expect(decide(status(code, 0))).toBeUndefined();
	});
});

describe('a lost request', () => {
	it.each([
		'ECONNRESET',
		'ECONNREFUSED',
		'ECONNABORTED',
		'ETIMEDOUT',
		'EPIPE',
		'EAI_AGAIN',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'EPROXY',
		'ERR_NETWORK',
		'Z_BUF_ERROR',
	])('with %s is repeated only where twice does no harm', (code) => {
		expect(decide(lost(code))).toBeDefined();
		expect(decide(lost(code), { idempotent: false })).toBeUndefined();
	});

	it.each(['ENOTFOUND', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_CANCELED', undefined])(
		'with %s is not repeated: it stays wrong',
		(code) => {
			expect(decide(lost(code))).toBeUndefined();
		},
	);
});

describe('a service that is silent from the beginning', () => {
	it.each<[AttemptOutcome, boolean, number]>([
		[lost('ETIMEDOUT'), false, 60_000],
		[lost('ECONNABORTED'), false, 60_000],
		[lost('ETIMEDOUT'), true, 180_000],
		[lost('ECONNABORTED'), true, 180_000],
		// Others tell at once that something is wrong, or may be.
		[lost('ECONNREFUSED'), false, 180_000],
		[lost(undefined), false, 180_000],
		[status(429), false, 180_000],
		[status(500), false, 180_000],
		[{ kind: 'damaged' }, false, 180_000],
	])(
		'after %j, something answered before: %s, a request is given up after %i ms',
		(outcome, hasAnswered, expected) => {
			const attempt = { outcome, idempotent: true, number: 1, elapsedMs: 0, hasAnswered, random: 0 };
			expect(deadlineOf(standardRetryPolicy, attempt)).toBe(expected);
		},
	);

	it('is given up after a minute', () => {
		const tried = { hasAnswered: false, random: 0 };
		expect(decide(lost('ETIMEDOUT'), { ...tried, elapsedMs: 60_000 })).toBe(0);
		expect(decide(lost('ETIMEDOUT'), { ...tried, elapsedMs: 60_001 })).toBeUndefined();
	});
});

it('an answer that cannot be read is asked for four times, where twice does no harm', () => {
	const damaged: AttemptOutcome = { kind: 'damaged' };
	expect([1, 2, 3, 4].map((number) => decide(damaged, { number }) !== undefined)).toEqual([true, true, true, false]);
	expect(decide(damaged, { idempotent: false })).toBeUndefined();
	expect(isThrottled(damaged)).toBe(false);
});

it.each<[AttemptOutcome, boolean]>([
	[status(200), false],
	[status(404), false],
	[status(412), false],
	[status(408), true],
	[status(429), true],
	[status(500), true],
	[lost('ECONNREFUSED'), true],
	[{ kind: 'damaged' }, true],
])('%j is trouble with the service: %s', (outcome, expected) => {
	expect(isTrouble(outcome)).toBe(expected);
});

describe('the wait', () => {
	it.each([
		[1, 500],
		[2, 1_000],
		[3, 2_000],
		[6, 16_000],
		[7, 30_000], // capped
	])('after attempt %i lies between 0 and %i ms', (number, most) => {
		expect(decide(status(500), { number, random: 0 })).toBe(0);
		expect(decide(status(500), { number, random: 0.5 })).toBe(most / 2);
		expect(decide(status(500), { number, random: 1 - Number.EPSILON })).toBe(most);
	});

	it('is the one that the vendor names, spread a little behind it', () => {
		expect(decide(status(429, 3_000), { random: 0 })).toBe(3_000);
		expect(decide(status(429, 3_000), { random: 0.5 })).toBe(3_250);
		expect(decide(status(500, 0), { number: 5, random: 0.5 })).toBe(250);
		// Who kept the wait and is refused again backs off behind it.
		expect(decide(status(429, 1_000), { number: 5, random: 0.5 })).toBe(5_000);
	});

	it('is refused when it would end after the deadline', () => {
		expect(decide(status(429, 60_000), { elapsedMs: 100_000, random: 0 })).toBe(60_000);
		expect(decide(status(429, 60_000), { elapsedMs: 130_000, random: 0 })).toBeUndefined();
		expect(decide(status(429, 3_600_000))).toBeUndefined();
		expect(decide(status(500), { elapsedMs: 180_001 })).toBeUndefined();
	});

	it('is refused after the last attempt', () => {
		expect(decide(status(500, 0), { number: standardRetryPolicy.maxAttempts - 1 })).toBeDefined();
		expect(decide(status(500, 0), { number: standardRetryPolicy.maxAttempts })).toBeUndefined();
	});

	it.each([status(429), status(429, 1_000), status(503, 1_000)])(
		'of the refusal %j knows no last attempt, only the deadline',
		(refusal) => {
			expect(decide(refusal, { number: 20, elapsedMs: 100_000 })).toBeDefined();
			expect(decide(refusal, { number: 20, elapsedMs: standardRetryPolicy.deadlineMs })).toBeUndefined();
		},
	);

	it('grows from refusal to refusal: asking until the deadline is some fifteen attempts, not hundreds', () => {
		let elapsedMs = 0;
		let number = 1;
		for (;;) {
			const wait = decide(status(429, 0), { number, elapsedMs });
			if (wait === undefined) break;
			elapsedMs += wait;
			number++;
		}
		expect(number).toBeGreaterThan(12);
		expect(number).toBeLessThan(20);
	});
});

describe('whatever comes', () => {
	const outcome: fc.Arbitrary<AttemptOutcome> = fc.oneof(
		fc.record({
			kind: fc.constant('status' as const),
			status: fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constantFrom(408, 429, 500, 503)),
			retryAfterMs: fc.option(fc.oneof(fc.nat(5_000), fc.nat(1e9), fc.constant(Infinity)), { nil: undefined }),
		}),
		fc.constant({ kind: 'damaged' as const }),
		fc.record({ kind: fc.constant('lost' as const), code: fc.constantFrom('ECONNRESET', 'ENOTFOUND', undefined) }),
	);
	const policy = fc.record({
		maxAttempts: fc.integer({ min: 1, max: 10 }),
		maxDamaged: fc.integer({ min: 1, max: 10 }),
		deadlineMs: fc.nat(300_000),
		firstAnswerMs: fc.nat(300_000),
		firstDelayMs: fc.integer({ min: 1, max: 2_000 }),
		maxDelayMs: fc.integer({ min: 1, max: 60_000 }),
	});
	const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
	const attempt = fc.record({
		outcome,
		idempotent: fc.boolean(),
		number: fc.integer({ min: 1, max: 12 }),
		elapsedMs: fc.oneof(fc.constant(0), fc.nat(400_000)),
		hasAnswered: fc.boolean(),
		random,
	});
	const named = ({ outcome: { kind, ...rest } }: Attempt) =>
		kind === 'status' && 'retryAfterMs' in rest ? rest.retryAfterMs : undefined;

	it('a wait is whole, not negative, and ends before the deadline; the last attempt is the last', () => {
		fc.assert(
			fc.property(policy, attempt, (rules, at) => {
				const wait = retryDelay(rules, at);
				if (wait === undefined) return;
				expect(Number.isInteger(wait)).toBe(true);
				expect(wait).toBeGreaterThanOrEqual(0);
				expect(at.elapsedMs + wait).toBeLessThanOrEqual(deadlineOf(rules, at));
				if (!isThrottled(at.outcome)) expect(at.number).toBeLessThan(rules.maxAttempts);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('Retry-After is never undercut, and not much exceeded', () => {
		fc.assert(
			fc.property(policy, attempt, (rules, at) => {
				const wait = retryDelay(rules, at);
				const asked = named(at);
				if (wait === undefined || asked === undefined) return;
				expect(wait).toBeGreaterThanOrEqual(asked);
				const backOff = Math.min(rules.maxDelayMs, rules.firstDelayMs * 2 ** (at.number - 1));
				expect(wait).toBeLessThanOrEqual(asked + (isThrottled(at.outcome) ? backOff : rules.firstDelayMs));
			}),
			{ numRuns: 2_000 },
		);
	});

	it('even the least jitter at the very start does not undercut a Retry-After beyond the deadline', () => {
		expect(decide(status(429, standardRetryPolicy.deadlineMs * 10), { elapsedMs: 0, random: 0 })).toBeUndefined();
	});

	it('without Retry-After no wait is longer than the back-off of its attempt', () => {
		fc.assert(
			fc.property(policy, attempt, (rules, at) => {
				const wait = retryDelay(rules, at);
				if (wait === undefined || named(at) !== undefined) return;
				expect(wait).toBeLessThanOrEqual(Math.min(rules.maxDelayMs, rules.firstDelayMs * 2 ** (at.number - 1)));
			}),
			{ numRuns: 2_000 },
		);
	});

	it('a request that fails again and again ends after its attempts and within its deadline', () => {
		const answers = fc.array(fc.tuple(outcome, random, fc.nat(2_000)), { minLength: 12, maxLength: 12 });
		fc.assert(
			fc.property(policy, answers, (rules, told) => {
				let elapsedMs = 0;
				let number = 0;
				for (const [outcome, jitter, tookMs] of told) {
					number++;
					const at = { outcome, idempotent: true, number, elapsedMs, hasAnswered: true, random: jitter };
					const wait = retryDelay(rules, at);
					if (wait === undefined) break;
					elapsedMs += wait;
					expect(elapsedMs).toBeLessThanOrEqual(rules.deadlineMs);
					elapsedMs += tookMs;
				}
				if (!told.some(([one]) => isThrottled(one))) expect(number).toBeLessThanOrEqual(rules.maxAttempts);
			}),
		);
	});
});

it('the usual policy is eight attempts, four for what cannot be read, within three minutes', () => {
	expect(standardRetryPolicy).toEqual({
		maxAttempts: 8,
		maxDamaged: 4,
		deadlineMs: 180_000,
		firstAnswerMs: 60_000,
		firstDelayMs: 500,
		maxDelayMs: 30_000,
	});
	expect(decide({ kind: 'damaged' }, { number: 3 }, { ...standardRetryPolicy, maxAttempts: 3 })).toBeUndefined();
	expect(decide(lost('ECONNRESET'), { number: 4 })).toBe(2_000);
	expect(decide(status(500), { elapsedMs: 179_750 })).toBe(250);
	expect(decide(status(500), { elapsedMs: 179_751 })).toBeUndefined();
});

it.each([
	[status(429), true],
	[status(503, 0), true],
	[status(503), false],
	[status(500, 0), false],
	[lost('ECONNRESET'), false],
])('%j is a refusal that did nothing: %s', (outcome, expected) => {
	expect(isThrottled(outcome)).toBe(expected);
});
