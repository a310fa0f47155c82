import { queues, takesAtOnce, takesPerSecond, takesPerWindow } from './services';
import { simulate, simulateBeside, type Report, type Service } from './simulation';

const LATENCY_MS = 100;
/** One request's time, there and back. */
const ROUND_MS = LATENCY_MS + 2;

const doneBetween = ({ doneAt }: Report, from: number, to: number) =>
	doneAt.filter((at) => at >= from && at < to).length;

/** The share of what a limit allows that was made of it. */
const used = (report: Report, limit: number, from: number, to: number) =>
	doneBetween(report, from, to) / ((limit * (to - from)) / ROUND_MS);

const refusedShare = ({ refused, attempts }: Report) => refused / attempts;

const forms = [
	['without Retry-After', undefined],
	['with Retry-After: 1', 1_000],
] as const;

describe.each(forms)('a service that takes so many at once and refuses %s', (_form, retryAfterMs) => {
	it.each([5, 20, 50, 100])('%i: nine tenths of what it allows are used, and few are refused', async (limit) => {
		const report = await simulate(takesAtOnce(limit, LATENCY_MS, retryAfterMs), { forMs: 10_000 });
		expect(used(report, limit, 1_000, 10_000)).toBeGreaterThanOrEqual(0.9);
		expect(refusedShare(report)).toBeLessThan(0.05);
		expect(report.refused).toBeLessThan(60);
		expect(report.failed).toBe(0);
	});

	it.each([50, 100, 150])('%i, twice as fast: two waves close together are not a limit by time', async (limit) => {
		const report = await simulate(takesAtOnce(limit, LATENCY_MS / 2, retryAfterMs), { forMs: 20_000 });
		expect(used(report, limit, 1_000, 20_000) * ((LATENCY_MS / 2 + 2) / ROUND_MS)).toBeGreaterThanOrEqual(0.97);
	});

	it.each([1, 2, 3])(
		'5,000 requests at 50 at once take at most a tenth longer than they must (seed %i)',
		async (seed) => {
			const report = await simulate(takesAtOnce(50, LATENCY_MS, retryAfterMs), { count: 5_000, seed });
			expect(report.tookMs).toBeLessThan(1.1 * 10_000);
			expect(report).toMatchObject({ done: 5_000, failed: 0 });
			expect(report.mostAttempts).toBeLessThanOrEqual(3);
		},
	);

	it.each([1, 2, 3])('20, then 5, then 100: each is found (seed %i)', async (seed) => {
		const limit = (now: number) => (now < 10_000 ? 20 : now < 20_000 ? 5 : 100);
		const report = await simulate(takesAtOnce(limit, LATENCY_MS, retryAfterMs), { forMs: 30_000, seed });
		expect(used(report, 20, 0, 10_000)).toBeGreaterThanOrEqual(0.85);
		expect(used(report, 5, 10_000, 20_000)).toBeGreaterThanOrEqual(0.85);
		expect(used(report, 100, 20_000, 30_000)).toBeGreaterThanOrEqual(0.93);
		expect(report.failed).toBe(0);
		expect(refusedShare(report)).toBeLessThan(0.02);
	});

	it.each([1, 2, 3])('three times as slow, 5 and then 100: found within six rounds (seed %i)', async (seed) => {
		const latencyMs = 3 * LATENCY_MS;
		const limit = (now: number) => (now < 15_000 ? 5 : 100);
		const report = await simulate(takesAtOnce(limit, latencyMs, retryAfterMs), { forMs: 30_000, seed });
		const allowed = (100 * 15_000) / (latencyMs + 2);
		expect(doneBetween(report, 15_000, 30_000) / allowed).toBeGreaterThanOrEqual(0.855);
		expect(refusedShare(report)).toBeLessThan(0.02);
	});
});

describe.each(forms)('a run whose first request is refused %s', (_form, retryAfterMs?: number) => {
	const firstRefused = (): Service => {
		const well = takesAtOnce(50, LATENCY_MS);
		let count = 0;
		return (now, inside, random) =>
			count++ === 0
				? { status: 429, tookMs: 1, ...(retryAfterMs && { retryAfterMs }) }
				: well(now, inside, random);
	};

	it.each([
		[300, 1.4],
		[1_500, 1.2],
	])('with %i requests takes little longer than one that is not refused', async (count, most) => {
		const usual = await simulate(takesAtOnce(50, LATENCY_MS), { count });
		const report = await simulate(firstRefused(), { count });
		expect(report.tookMs).toBeLessThan(most * usual.tookMs + (retryAfterMs ?? 0));
		expect(report).toMatchObject({ done: count, failed: 0 });
	});
});

describe.each(forms)(
	'runs beside each other at a service that takes 50 at once and refuses %s',
	(_form, retryAfterMs) => {
		it.each([
			[2, 0],
			[2, 3_000],
			[8, 0],
			[8, 1_000],
		])('%i, one every %i ms: all of each is done, and few are refused', async (count, apart) => {
			const runs = Array.from({ length: count }, (_, at) => ({ count: 500, startsAt: at * apart }));
			const reports = await simulateBeside(takesAtOnce(50, LATENCY_MS, retryAfterMs), runs, {});
			for (const report of reports) expect(report).toMatchObject({ done: 500, failed: 0 });
			const sum = (of: (report: Report) => number) => reports.reduce((so, report) => so + of(report), 0);
			expect(sum(({ refused }) => refused) / sum(({ attempts }) => attempts)).toBeLessThan(0.1);
		});
	},
);

describe.each(forms)('many runs beside each other, at 50 at once, refused %s', (_form, retryAfterMs) => {
	it.each([
		[8, 0],
		[8, 1_000],
		[16, 0],
		[16, 1_000],
	])('%i, one every %i ms: all of them take little longer than they must', async (count, apart) => {
		const each = 1_500;
		const shortest = (count * each * ROUND_MS) / 50;
		const runs = Array.from({ length: count }, (_, at) => ({ count: each, startsAt: at * apart }));
		const times: number[] = [];
		for (const seed of [1, 2, 3]) {
			const reports = await simulateBeside(takesAtOnce(50, LATENCY_MS, retryAfterMs), runs, { seed });
			times.push(Math.max(...reports.map(({ doneAt }) => doneAt.at(-1) ?? Infinity)) / shortest);
			for (const report of reports) expect(report).toMatchObject({ done: each, failed: 0 });
			const sum = (of: (report: Report) => number) => reports.reduce((so, report) => so + of(report), 0);
			expect(sum(({ refused }) => refused) / sum(({ attempts }) => attempts)).toBeLessThan(0.05);
		}
		const [, usual, worst] = times.sort((a, b) => a - b);
		expect(usual).toBeLessThan(1.15);
		// Of 80 seeds the worst took 1.40 times as long (docs/performance.md).
		expect(worst).toBeLessThan(1.45);
	});
});

describe('a service that takes so many in a time', () => {
	it.each([
		[30, 100],
		[30, 1_000],
		[100, 100],
	])('%i a second at %i ms: found without hammering', async (perSecond, latencyMs) => {
		const report = await simulate(takesPerSecond(perSecond, perSecond, latencyMs), { forMs: 60_000 });
		expect(report.done / (perSecond * 61)).toBeGreaterThan(0.8);
		expect(refusedShare(report)).toBeLessThan(0.12);
		expect(report.failed).toBe(0);
	});

	it('fewer than one at a time: it goes with pauses', async () => {
		const report = await simulate(takesPerSecond(3, 3, 10), { forMs: 60_000 });
		expect(report.done).toBeGreaterThan(0.9 * 180);
		expect(refusedShare(report)).toBeLessThan(0.13);
		expect(report.failed).toBe(0);
	});

	it.each([true, false])('100 in ten seconds, then none (tells when: %s): nobody fails', async (tells) => {
		const report = await simulate(takesPerWindow(100, 10_000, 50, tells), { forMs: 60_000 });
		expect(report.done).toBeGreaterThan(540);
		expect(refusedShare(report)).toBeLessThan(0.12);
		expect(report.failed).toBe(0);
	});
});

it('a service that is away for five seconds is asked now and then, and taken up again at once', async () => {
	const well = takesAtOnce(50, LATENCY_MS);
	const service: Service = (now, inside, random) =>
		now > 3_000 && now < 8_000 ? { status: 503, tookMs: 1, retryAfterMs: 1_000 } : well(now, inside, random);
	const report = await simulate(service, { count: 5_000 });
	expect(report.failed).toBe(0);
	expect(report.attempts).toBeLessThan(5_000 + 100);
	expect(report.tookMs).toBeLessThan(17_000);
});

describe('a service without a limit', () => {
	it('that works on a hundred a second is not buried: more at once would only wait there', async () => {
		const report = await simulate(queues(100, LATENCY_MS), { forMs: 20_000 });
		const late = report.inFlight.filter(({ at }) => at > 5_000);
		expect(report.done).toBeGreaterThan(0.95 * 2_000);
		expect(late.reduce((sum, { count }) => sum + count, 0) / late.length).toBeLessThan(50);
	});

	it.each([1, 100, 1_000])('at %i ms gets as many as its limit allows, and never more', async (latencyMs) => {
		const report = await simulate(takesAtOnce(Infinity, latencyMs), { count: 5_000 });
		expect(report.mostInFlight).toBeLessThanOrEqual(200);
		expect(report.tookMs).toBeLessThan(1.25 * (5_000 / 200) * (latencyMs + 2) + 6 * (latencyMs + 2));
	});

	it.each([1, 4, 30])('a limit of %i is kept', async (maxConcurrency) => {
		const report = await simulate(takesAtOnce(Infinity, LATENCY_MS), { count: 500, maxConcurrency });
		expect(report.mostInFlight).toBe(maxConcurrency);
		expect(report.done).toBe(500);
	});
});
