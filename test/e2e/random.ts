/** Random choices that a seed repeats (the generator is "mulberry32"). */
export function openRandom(seed: number) {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	/** A whole number from 0 up to, and without, `limit`. */
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		oneOf<Choice>(choices: readonly Choice[]): Choice {
			const choice = choices[below(choices.length)];
			if (choice === undefined) throw new Error('There is nothing to choose from.');
			return choice;
		},
	};
}
