import {
	isOpen,
	onAnswer,
	onGivenUp,
	onTrouble,
	startCircuitBreaker,
} from '../../../../nodes/shared/http/circuitBreaker';

/** In milliseconds. */
const PATIENCE = 180_000;

describe('a circuit breaker', () => {
	it('opens at the third request in a row that is given up', () => {
		const state = startCircuitBreaker();
		for (const expected of [false, false, true]) {
			onTrouble(state, 1_000);
			onGivenUp(state);
			expect(isOpen(state, 1_000, PATIENCE)).toBe(expected);
		}
	});

	it('counts anew after every answer', () => {
		const state = startCircuitBreaker();
		for (let round = 0; round < 10; round++) {
			onTrouble(state, round);
			onGivenUp(state);
			onGivenUp(state);
			onAnswer(state);
			expect(isOpen(state, PATIENCE * 2, PATIENCE)).toBe(false);
		}
	});

	it('opens when nothing was answered for as long as one request is repeated', () => {
		const state = startCircuitBreaker();
		onTrouble(state, 1_000);
		onTrouble(state, 100_000);
		expect(isOpen(state, 1_000 + PATIENCE - 1, PATIENCE)).toBe(false);
		expect(isOpen(state, 1_000 + PATIENCE, PATIENCE)).toBe(true);
	});

	it('knows nothing at its beginning and after an answer', () => {
		const fresh = { failures: 0, failingSince: undefined };
		const state = startCircuitBreaker();
		expect(state).toEqual(fresh);
		onTrouble(state, 1_000);
		onGivenUp(state);
		expect(state).toEqual({ failures: 1, failingSince: 1_000 });
		onAnswer(state);
		expect(state).toEqual(fresh);
	});
});
