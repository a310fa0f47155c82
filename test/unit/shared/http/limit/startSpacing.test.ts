import { endRound, onSend, onSuccess, startSpacing } from '../../../../../nodes/shared/http/limit/startSpacing';

/** Starts as soon as it may, `count` times. */
function starts(state: ReturnType<typeof startSpacing>, limit: number, count: number, from: number): number[] {
	let now = from;
	return Array.from({ length: count }, () => {
		now = Math.max(now, state.opensAt);
		onSend(state, limit, now);
		return now;
	});
}

describe('starts', () => {
	it('are not spread while no round trip is known', () => {
		expect(starts(startSpacing(), 50, 4, 1_000)).toEqual([1_000, 1_000, 1_000, 1_000]);
	});

	it('are spread over four fifths of the shortest round trip, whatever the limit', () => {
		for (const limit of [4, 50]) {
			const state = startSpacing();
			onSuccess(state, 130);
			onSuccess(state, 100);
			const times = starts(state, limit, 10 * limit + 1, 1_000);
			expect((times.at(-1) ?? 0) - 1_000).toBeGreaterThan(10 * 80 - 20);
			expect((times.at(-1) ?? 0) - 1_000).toBeLessThanOrEqual(10 * 80 + 4);
		}
	});

	it('wait a few milliseconds at a time, not for each alone', () => {
		const state = startSpacing();
		onSuccess(state, 100);
		const waits = new Set(starts(state, 200, 200, 1_000));
		expect(waits.size).toBeLessThan(25);
	});

	it('that are late are not made up for in a wave', () => {
		const state = startSpacing();
		onSuccess(state, 100);
		starts(state, 10, 10, 1_000);
		const late = starts(state, 10, 10, 5_000);
		expect(late.filter((at) => at === 5_000).length).toBeLessThanOrEqual(2);
	});

	it('go by the last two rounds, since a service may become slower', () => {
		const state = startSpacing();
		onSuccess(state, 10);
		endRound(state);
		onSuccess(state, 100);
		expect(Math.min(state.minRtt.lastRound, state.minRtt.thisRound)).toBe(10);
		endRound(state);
		expect(Math.min(state.minRtt.lastRound, state.minRtt.thisRound)).toBe(100);
	});

	it.each<[opensAt: number[], rtt: number, limit: number, at: number[]]>([
		// 5 ms may be made up for; each start takes 8 ms of the 80.
		[[1_004, 1_011, 1_019], 100, 10, [1_000, 1_004, 1_011]],
		// The shortest wait is 4 ms, or what may be made up for.
		[[1_003], 60, 12, [1_000]],
		[[1_050], 1_000, 8, [1_000]],
		// So short that a millisecond is made up for, in which more than one start goes.
		[[0, 1_001, 1_002, 1_003], 10, 10, [1_000, 1_000, 1_000, 1_000]],
		[[0], 100, 16, [1_000]],
	])('may follow each other at %j with %i ms and a limit of %i', (opensAt, rtt, limit, at) => {
		const state = startSpacing();
		onSuccess(state, rtt);
		expect(
			at.map((now) => {
				onSend(state, limit, now);
				return state.opensAt;
			}),
		).toEqual(opensAt);
	});

	it('never come sooner than was said before', () => {
		const state = { ...startSpacing(), opensAt: 2_000 };
		onSuccess(state, 100);
		onSend(state, 10, 1_000);
		expect(state.opensAt).toBe(2_000);
	});
});
