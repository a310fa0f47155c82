import { createLimiter } from '../../../../../nodes/shared/http/limit/limiter';
import { retryDelay, standardRetryPolicy, type AttemptOutcome } from '../../../../../nodes/shared/http/retry';
import { createBacklog } from '../../../../../nodes/shared/n8n/runControl';

/** What a simulated service does with a request that has just arrived. */
export interface Reply {
	status: number;
	/** Until the answer leaves. */
	tookMs: number;
	retryAfterMs?: number;
}

/** @param inside requests that the service is working on, without this one */
export type Service = (now: number, inside: number, random: () => number) => Reply;

export interface Report {
	/** Virtual milliseconds from the first request to the last answer. */
	tookMs: number;
	attempts: number;
	refused: number;
	done: number;
	failed: number;
	mostInFlight: number;
	/** When each request was answered well. */
	doneAt: number[];
	/** Attempts in flight, whenever one started. */
	inFlight: { at: number; count: number }[];
	mostAttempts: number;
}

/** The same numbers in every run: mulberry32. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const ON_THE_WAY_MS = 1;

interface Run {
	count?: number;
	forMs?: number;
	maxConcurrency?: number;
	/** When it starts, in virtual milliseconds. */
	startsAt?: number;
}

interface Making {
	seed?: number;
	create?: typeof createLimiter;
}

/** Sends `count` requests to a simulated service in virtual time, with the real limiter and the real retry policy. */
export async function simulate(service: Service, { seed, create, ...run }: Run & Making): Promise<Report> {
	const [report] = await simulateBeside(service, [run], { seed, create });
	if (!report) throw new Error('A run has a report');
	return report;
}

/** Several runs at one service, none of which knows of the others. */
export async function simulateBeside(
	service: Service,
	runs: Run[],
	{ seed = 1, create = createLimiter }: Making,
): Promise<Report[]> {
	const random = seeded(seed);
	const time = virtualTime();
	let inside = 0;

	/** What becomes of a request at the service. */
	async function answerOf(): Promise<AttemptOutcome> {
		// Requests overtake each other a little on the way.
		await time.wait(ON_THE_WAY_MS * (0.5 + random()));
		const { status, tookMs, retryAfterMs } = service(time.now(), inside, random);
		const isWork = status < 400;
		if (isWork) inside++;
		await time.wait(tookMs);
		if (isWork) inside--;
		await time.wait(ON_THE_WAY_MS * (0.5 + random()));
		return { kind: 'status', status, retryAfterMs };
	}

	const reports = Promise.all(
		runs.map(async (run) => {
			if (run.startsAt) await time.wait(run.startsAt);
			return await runAt({ time, random, create, answerOf }, run);
		}),
	);
	await time.run(reports);
	return await reports;
}

interface World {
	time: ReturnType<typeof virtualTime>;
	random: () => number;
	create: typeof createLimiter;
	answerOf: () => Promise<AttemptOutcome>;
}

async function runAt(
	{ time, random, create, answerOf }: World,
	{ count = Infinity, forMs = Infinity, maxConcurrency = 200 }: Run,
): Promise<Report> {
	const backlog = createBacklog();
	backlog.expect(count);
	const end = new AbortController();
	const { signal } = end;
	if (forMs < Infinity) void time.wait(forMs).then(() => end.abort());
	const limiter = create(maxConcurrency, time, { signal, backlog });
	const report: Report = {
		tookMs: 0,
		attempts: 0,
		refused: 0,
		done: 0,
		failed: 0,
		mostInFlight: 0,
		doneAt: [],
		inFlight: [],
		mostAttempts: 0,
	};
	const startedAt = time.now();
	let inFlight = 0;

	async function attempt(): Promise<AttemptOutcome> {
		inFlight++;
		report.mostInFlight = Math.max(report.mostInFlight, inFlight);
		report.inFlight.push({ at: time.now(), count: inFlight });
		const outcome = await answerOf();
		inFlight--;
		return outcome;
	}

	async function send(): Promise<void> {
		let began: number | undefined;
		for (let number = 1; ; number++) {
			const start = await limiter.acquire(number > 1);
			if (signal.aborted) {
				limiter.release(start, undefined);
				return;
			}
			began ??= time.now();
			report.attempts++;
			report.mostAttempts = Math.max(report.mostAttempts, number);
			const outcome = await attempt();
			const isRefused = outcome.kind === 'status' && outcome.status === 429;
			if (isRefused) report.refused++;
			limiter.release(start, outcome);
			if (outcome.kind === 'status' && outcome.status < 400) {
				report.done++;
				report.doneAt.push(time.now());
				return;
			}
			const elapsedMs = time.now() - began;
			const wait = retryDelay(standardRetryPolicy, {
				outcome,
				idempotent: true,
				number,
				elapsedMs,
				hasAnswered: true,
				random: random(),
			});
			if (wait === undefined) {
				report.failed++;
				return;
			}
			await time.wait(wait);
		}
	}

	async function worker(): Promise<void> {
		while (backlog.count > 0 && !signal.aborted) {
			backlog.begin();
			await send();
		}
	}

	await Promise.all(Array.from({ length: Math.min(maxConcurrency, count) }, worker));
	report.tookMs = (report.doneAt.at(-1) ?? startedAt) - startedAt;
	return report;
}

/** Time that passes only when nothing is left to do at the present moment. */
function virtualTime() {
	let now = 0;
	let order = 0;
	const heap: { at: number; order: number; happen: () => void }[] = [];
	const isBefore = (a: number, b: number) => {
		const [one, two] = [heap[a], heap[b]];
		if (!one || !two) return false;
		return one.at < two.at || (one.at === two.at && one.order < two.order);
	};
	const swap = (a: number, b: number) => {
		const [one, two] = [heap[a], heap[b]];
		if (one && two) [heap[a], heap[b]] = [two, one];
	};
	function take() {
		const first = heap[0];
		const last = heap.pop();
		if (heap.length > 0 && last) {
			heap[0] = last;
			for (let at = 0; ;) {
				const [left, right] = [2 * at + 1, 2 * at + 2];
				let least = at;
				if (isBefore(left, least)) least = left;
				if (isBefore(right, least)) least = right;
				if (least === at) break;
				swap(at, least);
				at = least;
			}
		}
		return first;
	}
	return {
		now: () => now,
		async wait(ms: number) {
			await new Promise<void>((happen) => {
				heap.push({ at: now + ms, order: order++, happen });
				for (let at = heap.length - 1; at > 0 && isBefore(at, (at - 1) >> 1); at = (at - 1) >> 1)
					swap(at, (at - 1) >> 1);
			});
		},
		async run(all: Promise<unknown>) {
			const state = { isDone: false };
			void all.then(() => (state.isDone = true));
			for (;;) {
				// After all that waits for nothing but a promise.
				await new Promise<void>((resolve) => process.nextTick(resolve));
				if (state.isDone) return;
				const next = take();
				if (!next) throw new Error('Everyone waits for nothing');
				now = next.at;
				next.happen();
			}
		},
	};
}
