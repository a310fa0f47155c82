import {
	isOpen,
	MAX_FAILING_MS,
	onAnswer,
	onGivenUp,
	onTrouble,
	startCircuitBreaker,
} from '../../../../nodes/shared/http/circuitBreaker';

describe('a circuit breaker', () => {
	it('opens at the third request in a row that is given up', () => {
		const state = startCircuitBreaker();
		for (const expected of [false, false, true]) {
			onTrouble(state, 1_000);
			onGivenUp(state);
			expect(isOpen(state, 1_000)).toBe(expected);
		}
	});

	it('counts anew after every answer', () => {
		const state = startCircuitBreaker();
		for (let round = 0; round < 10; round++) {
			onTrouble(state, round);
			onGivenUp(state);
			onGivenUp(state);
			onAnswer(state);
			expect(isOpen(state, MAX_FAILING_MS * 2)).toBe(false);
		}
	});

	it('opens when nothing was answered for as long as one request is repeated', () => {
		const state = startCircuitBreaker();
		onTrouble(state, 1_000);
		onTrouble(state, 100_000);
		expect(isOpen(state, 1_000 + MAX_FAILING_MS - 1)).toBe(false);
		expect(isOpen(state, 1_000 + MAX_FAILING_MS)).toBe(true);
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
		expect(MAX_FAILING_MS).toBe(180_000);
	});
});
