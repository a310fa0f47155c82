import { fold } from '../../../shared/values/text';

/**
 * Makes a speller that gives every agent one spelling, the first that it meets: an address is the same in small letters.
 *
 * @param written how the first spelling is kept
 */
export function firstSpelling(written: (id: string) => string = (id) => id): (id: string) => string {
	const known = new Map<string, string>();
	return (id) => {
		const key = fold(id);
		const before = known.get(key);
		if (before !== undefined) return before;
		const first = written(id);
		known.set(key, first);
		return first;
	};
}
