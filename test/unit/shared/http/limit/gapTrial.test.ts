import { onClosed, onSuccess, onThrottled, startGapTrial } from '../../../../../nodes/shared/http/limit/gapTrial';

const succeed = (state: ReturnType<typeof startGapTrial>, moments: number[]) =>
	moments.map((now) => onSuccess(state, true, now));

describe('a trial without a gap', () => {
	it('begins a second after the last refusal', () => {
		const state = startGapTrial();
		onThrottled(state, 1_000);
		succeed(state, [1_999]);
		expect(state.running).toBeUndefined();
		succeed(state, [2_000]);
		expect(state.running).toEqual({ startedAt: 2_000, successes: 0 });
	});

	it('does not begin where there is no gap', () => {
		const state = startGapTrial();
		expect(onSuccess(state, false, 5_000)).toBe(false);
		expect(state.running).toBeUndefined();
	});

	it.each([
		['five successes that took 700 ms', [100, 200, 300, 400, 700], [false, false, false, false, true]],
		[
			'more of them where they are quick',
			[1, 2, 3, 4, 5, 699, 700],
			[false, false, false, false, false, false, true],
		],
		['more time where they are slow', [700, 1_400, 2_100, 2_800, 3_500], [false, false, false, false, true]],
	])('goes well with %s', (_what, moments, expected) => {
		const state = startGapTrial();
		succeed(state, [10_000]);
		const after = moments.map((ms) => 10_000 + ms);
		expect(succeed(state, after)).toEqual(expected);
		expect(state.running).toBeUndefined();
	});

	it('is refused: the time to the next one doubles, up to twenty seconds, and one that goes well shortens it again', () => {
		const state = startGapTrial();
		const waits = [100_000, 200_000, 300_000, 400_000, 500_000, 600_000].map((now) => {
			succeed(state, [now]);
			expect(onThrottled(state, now + 10)).toBe(true);
			return state.notBefore - now - 10;
		});
		expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
		succeed(state, [700_000, 701_000, 701_001, 701_002, 701_003, 701_004]);
		expect(onThrottled(state, 710_000)).toBe(false);
		expect(state.notBefore).toBe(711_000);
	});

	it('does not begin for twenty seconds where the service took nothing for a while, whatever is refused meanwhile', () => {
		const state = startGapTrial();
		onClosed(state, 1_000);
		onThrottled(state, 5_000);
		expect(state.notBefore).toBe(21_000);
	});
});
