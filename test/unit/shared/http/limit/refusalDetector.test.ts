import { onRefusal, startRefusalDetector } from '../../../../../nodes/shared/http/limit/refusalDetector';

const never = { at: 0, limit: 0, successesSince: 0 };
const sent = (sentAt: number, inFlight: number) => ({ sentAt, inFlight });

describe('a wave of refusals', () => {
	it('begins with a request that was sent after the last one had been noticed, three times its own time on', () => {
		const state = startRefusalDetector();
		const waves = [
			onRefusal(state, sent(1_000, 60), 59, never, 1_010),
			onRefusal(state, sent(1_010, 60), 58, never, 1_020), // sent when the limit came down
			onRefusal(state, sent(1_040, 60), 57, never, 1_050), // 30 ms after the first was noticed
			onRefusal(state, sent(1_041, 60), 56, { at: 1_010, limit: 57, successesSince: 200 }, 1_051),
		].map(({ startsWave }) => startsWave);
		expect(waves).toEqual([true, false, false, true]);
	});

	it('leaves in flight what the service accepted', () => {
		const state = startRefusalDetector();
		const accepted = [55, 54, 53].map(
			(inFlight) => onRefusal(state, sent(1_000, 50), inFlight, never, 1_002).accepted,
		);
		expect(accepted).toEqual([55, 54, 53]);
	});

	it('is told by the place of the first refused where the others are answered already', () => {
		const state = startRefusalDetector();
		expect(onRefusal(state, sent(1_000, 9), 2, never, 1_002).accepted).toBe(8);
		expect(onRefusal(state, sent(1_000, 7), 1, never, 1_002).accepted).toBe(6);
		expect(onRefusal(state, sent(1_000, 8), 0, never, 1_002).accepted).toBe(6);
	});
});

describe('a limit that counts by time', () => {
	/** Waves a second apart, with so many successes between them at a limit of 10. */
	const acceptedOf = (successes: readonly number[]) => {
		const state = startRefusalDetector();
		return successes.map((successesSince, wave) => {
			const last = wave === 0 ? never : { at: wave * 1_000, limit: 10, successesSince };
			return onRefusal(state, sent(1_000 + wave * 1_000, 8), 10, last, 1_001 + wave * 1_000).accepted;
		});
	};

	it('is known by two soon waves after the first: then the number falls by a tenth with each', () => {
		expect(acceptedOf([0, 19, 19, 19])).toEqual([10, 10, 9, 9]);
	});

	it('is none when enough succeeded in between', () => {
		expect(acceptedOf([0, 19, 20, 19])).toEqual([10, 10, 10, 10]);
	});
});

it.each([
	[1, 0, true],
	[1, 1, false],
	[2, 0, false],
])('sent with %i in flight and refused with %i others: alone %s', (inFlight, others, wasAlone) => {
	expect(onRefusal(startRefusalDetector(), sent(1_000, inFlight), others, never, 1_001).wasAlone).toBe(wasAlone);
});

it('what was refused alone leaves room for none', () => {
	expect(onRefusal(startRefusalDetector(), sent(1_000, 1), 0, never, 1_001).accepted).toBe(0);
});

it('a wave of a limit that counts by time tells by what is in flight alone', () => {
	const state = { ...startRefusalDetector(), soonWaves: 1 };
	const last = { at: 1_000, limit: 10, successesSince: 19 };
	const accepted = [
		onRefusal(state, sent(2_000, 8), 10, last, 2_001),
		onRefusal(state, sent(2_000, 8), 5, last, 2_002),
		onRefusal(state, sent(2_000, 8), 0, last, 2_002),
	].map((one) => one.accepted);
	expect(accepted).toEqual([9, 5, 0]);
});

it('what was noticed is kept: until when a wave lasts, how soon it was, and the fewest in flight', () => {
	const state = startRefusalDetector();
	expect(state).toEqual({ waveSentUntil: -1, soonWaves: 0, lowestInFlight: 0 });
	onRefusal(state, sent(0, 8), 10, { at: 0, limit: 10, successesSince: 19 }, 10);
	expect(state).toEqual({ waveSentUntil: 40, soonWaves: 1, lowestInFlight: 8 });
	onRefusal(state, sent(40, 6), 10, { at: 0, limit: 10, successesSince: 19 }, 50);
	expect(state).toEqual({ waveSentUntil: 40, soonWaves: 1, lowestInFlight: 6 });
	onRefusal(state, sent(41, 9), 10, { at: 0, limit: 10, successesSince: 20 }, 51);
	expect(state).toEqual({ waveSentUntil: 81, soonWaves: 0, lowestInFlight: 9 });
});
