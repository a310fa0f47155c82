import type { EpochDay, Weekday } from '../calendar/day';
import { problem, value, type Result } from '../../../shared/values/result';
import type { Rotation } from '../calendar/rotation';

const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const ALL: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const GROUPS = new Map<string, Weekday[]>([
	['daily', ALL],
	['every day', ALL],
	['everyday', ALL],
	['all', ALL],
	['*', ALL],
	['weekdays', [1, 2, 3, 4, 5]],
	['weekends', [6, 7]],
	['weekend', [6, 7]],
]);

/**
 * Reads `Mon-Fri`, `Fri - Mon`, `mon, wed, fri`, `Mo Tu`, `weekdays`, `daily`.
 *
 * Numbers are refused: 1 is Monday to some and Sunday to others.
 */
export function parseWeekdays(text: string): Result<Weekday[]> {
	const found = new Set<Weekday>();
	const plain = text.trim().toLowerCase();
	const parts = GROUPS.has(plain) ? [plain] : plain.replace(/\s*[-–—]\s*/g, '-').split(/[\s,;/&+]+|\band\b/);
	for (const part of parts.filter((one) => one !== '')) {
		const days = GROUPS.get(part) ?? rangeOf(part);
		if (days === undefined) return problem(`"${part}" is no day: write days as Mon-Fri or Mon, Wed, Fri`);
		days.forEach((day) => found.add(day));
	}
	return value(ALL.filter((day) => found.has(day)));
}

function rangeOf(part: string): Weekday[] | undefined {
	const [first, last, ...more] = part.split('-').map(weekdayNamed);
	if (first === undefined || more.length > 0) return undefined;
	if (!part.includes('-')) return [first];
	if (last === undefined) return undefined;
	const length = ((last - first + 7) % 7) + 1;
	return Array.from({ length }, (_, index) => (((first - 1 + index) % 7) + 1) as Weekday);
}

/** Finds a day by at least two letters of its English name, with or without a full stop. */
function weekdayNamed(word: string): Weekday | undefined {
	const plain = word.replace(/\.$/, '');
	const index = WEEKDAY_NAMES.findIndex((name) => plain.length >= 2 && name.startsWith(plain));
	return index === -1 ? undefined : ((index + 1) as Weekday);
}

const ROTATION_HINT = 'write "A of A/B from 2026-01-05" for weeks, or "4 on 4 off from 2026-01-05" for days';

/**
 * Reads `A of A/B from 2026-01-05` (every second week, the first of which begins on that date), `A, C of A/B/C from …`,
 * `4 on 4 off from …` or `2 on 2 off 3 on 2 off 2 on 3 off from …`.
 *
 * @param readDate reads what stands behind `from`
 */
export function parseRotation(text: string, readDate: (cell: string) => Result<{ day: EpochDay }>): Result<Rotation> {
	const [, pattern = '', from = ''] = /^(.+?)\s+from\s+(.+)$/i.exec(text.trim()) ?? [];
	if (pattern === '') return problem(`"${text}" does not say from when it counts: ${ROTATION_HINT}`);
	const date = readDate(from);
	if (date.kind === 'problem') return date;
	const anchor = date.value.day;
	const [, chosen, all] = /^(?:weeks?\s+)?([^/]+?)\s+of\s+([^\s/]+(?:\s*\/\s*[^\s/]+)+)$/i.exec(pattern) ?? [];
	if (chosen !== undefined && all !== undefined)
		return weeks(anchor, lettersIn(chosen, /[\s,;]+/), lettersIn(all, /\//));
	if (/^(?:\d+\s*on[\s,]*\d+\s*off[\s,]*)+$/i.test(pattern)) return runs(anchor, pattern);
	return problem(`"${text}" is no rotation: ${ROTATION_HINT}`);
}

const lettersIn = (text: string, separator: RegExp): string[] =>
	text
		.split(separator)
		.map((letter) => letter.trim().toUpperCase())
		.filter((letter) => letter !== '' && letter !== 'AND');

function weeks(anchor: EpochDay, chosen: string[], all: string[]): Result<Rotation> {
	const stranger = chosen.find((letter) => !all.includes(letter));
	if (stranger !== undefined) return problem(`has no week ${stranger}: there are ${all.join(', ')}`);
	if (new Set(all).size < all.length) return problem(`names a week twice: ${all.join('/')}`);
	return value({ anchor, daysAStep: 7, steps: all.length, on: chosen.map((letter) => all.indexOf(letter)) });
}

function runs(anchor: EpochDay, pattern: string): Result<Rotation> {
	const lengths = [...pattern.matchAll(/\d+/g)].map(([digits]) => Number(digits));
	const steps = lengths.reduce((sum, length) => sum + length, 0);
	if (lengths.includes(0) || steps > 400) return problem('must have 1 to 400 days, and no run of 0 days');
	const isOnAt = lengths.flatMap((length, index) => Array<boolean>(length).fill(index % 2 === 0));
	return value({ anchor, daysAStep: 1, steps, on: isOnAt.flatMap((isOn, step) => (isOn ? [step] : [])) });
}

/**
 * Reads the step of a rotation: a letter of its weeks, or a number from 1.
 *
 * @returns from 0; `undefined` for anything else
 */
export function parseStep(text: string): number | undefined {
	const plain = text.trim().toUpperCase();
	if (/^[A-Z]$/.test(plain)) return plain.charCodeAt(0) - 65;
	return /^[1-9]\d{0,2}$/.test(plain) ? Number(plain) - 1 : undefined;
}
