import { MINUTES_A_DAY } from '../calendar/day';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { visibleText } from '../../../shared/values/visibleText';
import { isAwayWord } from './awayWords';
import { clockText, minutesBetween, timeOf } from './times';

/** A time of a day that something goes on, which may end on the next day. */
export interface TimeRange {
	/** Minutes since midnight. */
	start: number;
	/** Its length. */
	minutes: number;
}

/**
 * Reads one or several ranges out of one cell: `09:00-17:00`, `9am to 5pm`, `9-13, 14-18`, `9:00-13:00 / 17:00-21:00`,
 * `730:1630`, `13:00/21:00`, `from 9:00 to 17:00`, `22:00-06:00 (+1)`, `Morning (6AM-2PM)`.
 *
 * Refused rather than guessed: what `minutesBetween` refuses, ranges that overlap, and any other text around them.
 */
export function timeRangesOf(cell: unknown): Result<TimeRange[]> {
	if (typeof cell !== 'string') return notRange(cell);
	const text = visibleText(cell.replace(/[\r\n]+/g, ';'));
	// `Morning (6AM-2PM)` is called Morning.
	const [, before = '', within = ''] = /^([^\d()]*)\(([^()]*)\)$/.exec(text) ?? [];
	const [name, inside] = /\d/.test(within) ? [before, within] : ['', text];
	if (isAwayWord(name)) return problem(`${inQuotes(text)} has times, and ${inQuotes(name.trim())} means a day off`);
	const ranges: TimeRange[] = [];
	for (const part of rangeTexts(inside)) {
		const [first, last] = splitRange(part);
		if (last === undefined) return notRange(cell);
		const range = rangeBetween(first, last);
		if (range.kind === 'problem') return range;
		ranges.push(range.value);
	}
	const sorted = [...ranges].sort((a, b) => a.start - b.start);
	const overlaps = sorted.some((range, index) => {
		const next = sorted[index + 1];
		return next !== undefined && range.start + range.minutes > next.start;
	});
	if (overlaps) return problem(`${inQuotes(text)} has times that overlap`);
	return ranges.length === 0 ? notRange(cell) : value(ranges);
}

const notRange = (cell: unknown): Result<TimeRange[]> =>
	problem(
		typeof cell === 'object' && cell !== null
			? 'has no times: write them as 09:00-17:00'
			: `${inQuotes(visibleText(cell))} has no times that can be read: write them as 09:00-17:00`,
	);

/** Reads a start and an end; both are times. */
export function rangeBetween(first: string, last: string): Result<TimeRange> {
	const start = timeOf(first);
	if (start.kind === 'problem') return start;
	if (start.value.minutes >= MINUTES_A_DAY) {
		return problem(`${first} is the end of a day: write ${clockText(start.value)} for the start of the next`);
	}
	const end = timeOf(last);
	if (end.kind === 'problem') return end;
	const minutes = minutesBetween(start.value, end.value);
	if (minutes.kind === 'problem') return problem(`"${first}-${last}" ${minutes.problem}`);
	return value({ start: start.value.minutes, minutes: minutes.value });
}

/** Splits `21-05`, `9am - 5pm` or `9:00 to 17:00`; a single time stays alone. */
export function splitRange(text: string): [string, string?] {
	const plain = visibleText(text).replace(/^(?:from|von|od|de|da|du) (?=\d)/i, '');
	const digits = /^(\d{3,4})\s*[:\-–—−~]\s*(\d{3,4})$/.exec(plain);
	if (digits) return [digits[1]?.padStart(4, '0') ?? '', digits[2]?.padStart(4, '0') ?? ''];
	const [start = '', end, ...more] = plain.split(
		/(?<=[\w.)])\s*(?:[-–—−~]|\b(?:to|till|until|bis|do|au|a)\b|à)\s*(?=\w)/i,
	);
	if (end !== undefined) return more.length > 0 ? [plain] : [start, end];
	const [before = '', after, ...others] = plain.split('/');
	return after === undefined || others.length > 0 ? [plain] : [before.trim(), after.trim()];
}

/** Several ranges stand with commas, semicolons, `and`, or with slashes where the ranges themselves have dashes. */
function rangeTexts(text: string): string[] {
	const isDashed = /[-–—−~]|\b(?:to|till|until|bis|do|au|a)\b/i.test(text);
	return text
		.split(isDashed ? /[,;/|&]|\band\b|\bund\b|\by\b|\bi\b|\boraz\b/i : /[,;|&]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
