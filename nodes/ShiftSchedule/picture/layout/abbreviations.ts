import type { ScheduleRule } from '../../model/schedule/types';

/** Names of shifts, and the letters that stand for them where a bar is too short for a name. */
export type Codes = Map<string, string>;

/** One letter or two, unlike those of every other shift; a name that begins like another has none. */
export function codesOf(rules: ScheduleRule[]): Codes {
	const names = [...new Set(rules.filter(({ isWork }) => isWork).map(({ name }) => name))];
	const codes: Codes = new Map();
	for (const length of [1, 2]) {
		const starts = names.map((name) => startOf(name, length));
		for (const [index, name] of names.entries()) {
			const start = starts[index] ?? '';
			if (start === '' || codes.has(name)) continue;
			if (starts.filter((other) => other === start).length === 1) codes.set(name, start);
		}
	}
	return codes;
}

const startOf = (name: string, length: number): string => {
	const [first = '', ...rest] = [...name.slice(0, 20).normalize('NFC').trim()].slice(0, length);
	return first.toUpperCase() + rest.join('').toLowerCase();
};
