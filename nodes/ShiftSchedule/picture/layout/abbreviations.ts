import type { ScheduleRule } from '../../model/schedule/types';

/** By a shift's name: the letters that stand for it where a bar is too short for the name. */
export type Abbreviations = Map<string, string>;

/** One letter or two for each shift, different from all others. A name that begins like another one has none. */
export function abbreviateShifts(rules: ScheduleRule[]): Abbreviations {
	const names = [...new Set(rules.filter(({ isWork }) => isWork).map(({ name }) => name))];
	const abbreviations: Abbreviations = new Map();
	for (const length of [1, 2]) {
		const starts = names.map((name) => startOf(name, length));
		for (const [index, name] of names.entries()) {
			const start = starts[index] ?? '';
			if (start === '' || abbreviations.has(name)) continue;
			if (starts.filter((other) => other === start).length === 1) abbreviations.set(name, start);
		}
	}
	return abbreviations;
}

const startOf = (name: string, length: number): string => {
	const [first = '', ...rest] = [...name.slice(0, 20).normalize('NFC').trim()].slice(0, length);
	return first.toUpperCase() + rest.join('').toLowerCase();
};
