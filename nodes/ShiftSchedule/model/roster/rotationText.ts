import type { EpochDay } from '../calendar/day';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import type { Rotation } from '../calendar/rotation';
import { visibleText } from '../../../shared/values/visibleText';

const ROTATION_HINT = 'write "A of A/B from 2026-01-05" for weeks, or "4 on 4 off from 2026-01-05" for days';

/**
 * Reads `A of A/B from 2026-01-05` (every second week, the first of which begins on that date), `A, C of A/B/C from …`,
 * `4 on 4 off from …` or `2 on 2 off 3 on 2 off 2 on 3 off from …`.
 *
 * @param readDate reads what stands behind `from`
 */
export function parseRotation(text: string, readDate: (cell: string) => Result<{ day: EpochDay }>): Result<Rotation> {
	const [, pattern = '', from = ''] = /^(.+?) from (.+)$/i.exec(visibleText(text)) ?? [];
	if (pattern === '') return problem(`${inQuotes(text)} does not say from when it counts: ${ROTATION_HINT}`);
	const date = readDate(from);
	if (date.kind === 'problem') return date;
	const anchor = date.value.day;
	const [, chosen, all] = /^(?:weeks? )?([^/]+?) of ([^ /]+(?: ?\/ ?[^ /]+)+)$/i.exec(pattern) ?? [];
	if (chosen !== undefined && all !== undefined)
		return weeks(anchor, lettersIn(chosen, /[\s,;]+/), lettersIn(all, /\//));
	if (/^(?:\d+ ?on[ ,]*\d+ ?off[ ,]*)+$/i.test(pattern)) return runs(anchor, pattern);
	return problem(`${inQuotes(text)} is not a rotation: ${ROTATION_HINT}`);
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
