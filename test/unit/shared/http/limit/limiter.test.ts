import * as fc from 'fast-check';

import { createLimiter } from '../../../../../nodes/shared/http/limit/limiter';
import type { AttemptOutcome } from '../../../../../nodes/shared/http/retry';
import type { Permit } from '../../../../../nodes/shared/http/limit/adaptiveLimit';
import type { Clock } from '../../../../../nodes/shared/n8n/clock';
import { createBacklog } from '../../../../../nodes/shared/n8n/runControl';

const DONE: AttemptOutcome = { kind: 'status', status: 200, retryAfterMs: undefined };
const FULL: AttemptOutcome = { ...DONE, isFull: true };
const REFUSED: AttemptOutcome = { kind: 'status', status: 429, retryAfterMs: undefined };
const OUTCOMES: (AttemptOutcome | undefined)[] = [
	DONE,
	FULL,
	undefined, // not sent after all
	REFUSED,
	{ kind: 'status', status: 429, retryAfterMs: 1_000 },
	{ kind: 'status', status: 429, retryAfterMs: Infinity },
	{ kind: 'status', status: 503, retryAfterMs: 1_000 },
	{ kind: 'status', status: 503, retryAfterMs: undefined },
	{ kind: 'status', status: 400, retryAfterMs: undefined },
	{ kind: 'lost', code: 'ECONNRESET' },
];

/** Lets everything that is due happen. */
const settle = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** A limiter in a time that passes on command, and who has asked and who has been let in so far. */
function watch(maxConcurrency: number, { signal } = new AbortController()) {
	const waits: { until: number; end: () => void }[] = [];
	const inFlight: { number: number; permit: Permit }[] = [];
	const admitted: number[] = [];
	let now = 1_000;
	let asked = 0;
	const backlog = createBacklog();
	backlog.expect(1_000);
	const clock: Clock = {
		now: () => now,
		wait: async (ms) => await new Promise((end) => waits.push({ until: now + ms, end })),
	};
	const limiter = createLimiter(maxConcurrency, clock, { signal, backlog });
	return {
		limiter,
		admitted,
		inFlight,
		asked: () => asked,
		enter(isRetry = false) {
			const number = asked++;
			void limiter.acquire(isRetry).then((permit) => {
				admitted.push(number);
				inFlight.push({ number, permit });
			});
		},
		leave(outcome?: AttemptOutcome) {
			const one = inFlight.shift();
			if (one) limiter.release(one.permit, outcome);
		},
		/** Wait after wait, each at its time. */
		async pass(ms: number) {
			const last = now + ms;
			for (let due = true; due;) {
				const next = Math.min(last, ...waits.map(({ until }) => until));
				due = next < last;
				now = Math.max(now, next);
				for (const { end } of waits.splice(0).filter((wait) => wait.until <= now || !waits.push(wait))) end();
				await settle();
			}
		},
	};
}

describe('a limiter', () => {
	it('lets the first request go alone, and then more', async () => {
		const gate = watch(3);
		for (let i = 0; i < 6; i++) gate.enter();
		await settle();
		expect(gate.admitted).toEqual([0]);
		await gate.pass(10);
		gate.leave(DONE);
		await gate.pass(10);
		expect(gate.admitted).toEqual([0, 1, 2, 3]);
	});

	it('never lets requests go out in a wave, and none waits longer than a request takes', async () => {
		const gate = watch(50);
		for (let i = 0; i < 1_000; i++) gate.enter();
		const counts: number[] = [];
		// Rounds of requests that take 100 ms and are answered all at once.
		for (let round = 0; round < 8; round++) {
			await gate.pass(20);
			for (let left = gate.inFlight.length; left > 0; left--) gate.leave(DONE);
			for (let ms = 0; ms < 80; ms++) {
				const before = gate.admitted.length;
				await gate.pass(1);
				// Those that found a place at once among them.
				counts[ms] = gate.admitted.length - before;
			}
		}

		expect(Math.max(...counts)).toBeLessThanOrEqual(6);
		expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(48);
	});

	it('spreads nothing where requests take no time', async () => {
		const gate = watch(200);
		for (let i = 0; i < 2_000; i++) gate.enter();
		for (let round = 0; round < 300; round++) {
			await settle();
			for (let left = gate.inFlight.length; left > 0; left--) gate.leave(DONE);
		}
		expect(gate.admitted).toHaveLength(2_000);
	});

	it('stays with one when the first is refused, until one is answered well', async () => {
		const gate = watch(8);
		for (let i = 0; i < 6; i++) gate.enter();
		await settle();
		await gate.pass(10);
		gate.leave(REFUSED);
		await gate.pass(200);
		expect(gate.admitted).toEqual([0, 1]);
	});

	it.each(OUTCOMES)('frees a place after %j too', async (outcome) => {
		const gate = watch(1);
		for (let i = 0; i < 3; i++) gate.enter();
		for (const expected of [[0], [0, 1], [0, 1, 2]]) {
			await gate.pass(60_000);
			expect(gate.admitted).toEqual(expected);
			gate.leave(outcome);
		}
	});

	it('lets who was refused go before who was not begun', async () => {
		const gate = watch(1);
		gate.enter();
		gate.enter();
		gate.enter(true);
		await settle();
		await gate.pass(10);
		gate.leave(DONE);
		await settle();
		expect(gate.admitted).toEqual([0, 2]);
	});

	it.each([503, 429])('a %i with Retry-After to the only one in flight holds everyone back', async (status) => {
		const gate = watch(8);
		for (let i = 0; i < 6; i++) gate.enter();
		await settle();
		gate.leave({ kind: 'status', status, retryAfterMs: 5_000 });
		await gate.pass(4_999);
		expect(gate.admitted).toEqual([0]);
		await gate.pass(1);
		expect(gate.admitted).toEqual([0, 1]);
	});

	it('a Retry-After of a day holds nobody else back: they hear for themselves', async () => {
		const gate = watch(8);
		gate.enter();
		gate.enter();
		await settle();
		gate.leave({ kind: 'status', status: 503, retryAfterMs: 86_400_000 });
		await gate.pass(1);
		expect(gate.admitted).toEqual([0, 1]);
	});

	it('holds nobody back once the run is over', async () => {
		const run = new AbortController();
		const gate = watch(1, run);
		gate.enter();
		gate.enter();
		await settle();
		run.abort();
		gate.leave({ kind: 'status', status: 503, retryAfterMs: 5_000 });
		await settle();
		expect(gate.admitted).toEqual([0, 1]);
	});

	it('an allowance that is used up stops the doubling', async () => {
		const most = async (outcome: AttemptOutcome) => {
			const gate = watch(64);
			for (let i = 0; i < 200; i++) gate.enter();
			let widest = 0;
			for (let round = 0; round < 5; round++) {
				await gate.pass(100);
				widest = Math.max(widest, gate.inFlight.length);
				for (let left = gate.inFlight.length; left > 0; left--) gate.leave(outcome);
			}
			return widest;
		};
		expect(await most(DONE)).toBe(64);
		expect(await most(FULL)).toBe(1);
	});

	it('tells its maximum', () => {
		expect(watch(7).limiter.maxConcurrency).toBe(7);
	});

	it('two limiters know nothing of each other', async () => {
		const [one, two] = [watch(1), watch(1)];
		one.enter();
		two.enter();
		await settle();
		expect([one.admitted, two.admitted]).toEqual([[0], [0]]);
	});

	it('never exceeds its maximum, keeps the order and forgets nobody, whatever comes and however long it takes', async () => {
		const move = fc.record({
			enter: fc.boolean(),
			outcome: fc.constantFrom(...OUTCOMES),
			ms: fc.constantFrom(0, 1, 30, 400, 3_000),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 24 }),
				fc.array(move, { maxLength: 80 }),
				async (maxConcurrency, moves) => {
					const gate = watch(maxConcurrency);
					const check = () => {
						expect(gate.inFlight.length).toBeLessThanOrEqual(maxConcurrency);
						expect(gate.admitted).toEqual(Array.from(gate.admitted, (_, index) => index));
					};
					for (const { enter, outcome, ms } of moves) {
						if (enter) gate.enter();
						else gate.leave(outcome);
						await gate.pass(ms);
						check();
					}
					for (let rounds = 0; gate.admitted.length < gate.asked() && rounds < 500; rounds++) {
						gate.leave(DONE);
						await gate.pass(60_000);
						check();
						// With nobody in flight someone who waits is let in: the limit is never below one.
						expect(gate.inFlight.length > 0 || gate.admitted.length === gate.asked()).toBe(true);
					}
					expect(gate.admitted).toHaveLength(gate.asked());
				},
			),
		);
	});
});
