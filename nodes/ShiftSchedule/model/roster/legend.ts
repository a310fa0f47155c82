import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { visibleText } from '../../../shared/values/visibleText';
import { tooLong } from './cellText';
import { parseWeekdays } from './days';
import { timeRangesOf, type TimeRange } from './timeRanges';
import { foldedWord, meaningNames, usualMeaning, type MeaningName } from './usualWords';
import type { Weekday } from '../calendar/day';

/** A line of a legend as it is written, in the node's table or in a row of kind `code`. */
export interface LegendLine {
	/** Where it stands, for messages: `Legend 2`, `row 14`. */
	place: string;
	code: string;
	/** A meaning, or a word that has one; empty: `available` where there are times. */
	means: string;
	/** `07:00-15:00`, several with commas, or empty. */
	times: string;
	reason: string;
	/** A break in it: `11:00 30m`, or empty. */
	pause: string;
	/** The weekdays on which it applies in the weeks of a grid: `Mon-Fri`, or empty for all. */
	days: string;
}

/** What a code means. */
export interface Meaning {
	/** As the legend writes it or, of a usual word, as the table does. */
	code: string;
	name: MeaningName;
	reason: string;
	/** Empty: the place where the code stands says when. */
	ranges: TimeRange[];
	/** Without it: on every day. */
	weekdays?: Weekday[];
	/** Whether the legend is silent and the word stands for itself. */
	isUsual: boolean;
}

/** A break that a code brings with it, as the columns of a row. */
export interface CodeBreak {
	code: string;
	place: string;
	start: string;
	end: string;
}

export interface Legend {
	/** Whether it has any line. */
	isEmpty: boolean;
	/** What a code or a word means; `undefined` where neither the legend nor the usual words say. */
	meaningOf(text: string): Meaning | undefined;
	breaks: CodeBreak[];
	/** What is wrong with its lines, a sentence each. */
	problems: string[];
}

/** Reads a legend. A word of the legend stands above a usual word. */
export function readLegendLines(lines: LegendLine[]): Legend {
	const exact = new Map<string, Meaning>();
	const folded = new Map<string, Meaning>();
	const breaks: CodeBreak[] = [];
	const problems: string[] = [];
	for (const line of lines) {
		const read = readLine(line);
		if (read.kind === 'problem') {
			problems.push(`${line.place}: ${read.problem}`);
			continue;
		}
		const { meaning, pause } = read.value;
		if (exact.has(meaning.code)) problems.push(`${line.place}: ${inQuotes(meaning.code)} is in the legend already`);
		exact.set(meaning.code, meaning);
		// Some legends have both A and a: then letter case counts.
		const key = foldedWord(meaning.code);
		if (!folded.has(key)) folded.set(key, meaning);
		if (pause) breaks.push({ ...pause, code: meaning.code, place: line.place });
	}
	return {
		isEmpty: lines.length === 0,
		meaningOf: (text) => exact.get(text.trim()) ?? folded.get(foldedWord(text)) ?? ownMeaning(text),
		breaks,
		problems,
	};
}

function ownMeaning(text: string): Meaning | undefined {
	const name = usualMeaning(text);
	if (name === undefined) return undefined;
	const code = text.trim();
	return { code, name, reason: reasonOf(code, name), ranges: [], isUsual: true };
}

/** A day off and the plain states need no reason; the others are named by their word. */
const reasonOf = (code: string, name: MeaningName): string =>
	['off', 'available', 'offline'].includes(name) || foldedWord(code) === name ? '' : code;

function readLine(line: LegendLine): Result<{ meaning: Meaning; pause?: { start: string; end: string } }> {
	const { code: written, means: said, times: given, reason, pause: rest, days } = line;
	const long = [written, said, given, reason, rest, days]
		.map((text) => tooLong(text))
		.find((one) => one !== undefined);
	if (long !== undefined) return problem(long);
	const code = written.trim();
	if (code === '') return problem('has no code: write the letters as in the cells');
	const { means, times } = meansAndTimes(line);
	const name = means === '' ? unsaidMeaning(code, times) : meaningNamed(means);
	if (name === undefined) {
		const all = meaningNames.join(', ');
		return problem(
			`${inQuotes(code)} means ${inQuotes(means)}, which is not a meaning: write one of ${all}, or times such as 07:00-15:00`,
		);
	}
	const ranges = times === '' ? value([]) : timeRangesOf(times);
	if (ranges.kind === 'problem') return problem(`the times of ${inQuotes(code)}: ${ranges.problem}`);
	const weekdays = line.days === '' ? undefined : parseWeekdays(line.days);
	if (weekdays?.kind === 'problem') return problem(`the days of ${inQuotes(code)}: ${weekdays.problem}`);
	const pause = line.pause === '' ? undefined : readPause(line.pause);
	if (pause?.kind === 'problem') return problem(`the break of ${inQuotes(code)}: ${pause.problem}`);
	return value({
		meaning: {
			...{ code, name, ranges: ranges.value, isUsual: false },
			reason: line.reason || (line.means === '' ? '' : reasonOf(line.means, name)),
			...(weekdays && { weekdays: weekdays.value }),
		},
		...(pause && { pause: pause.value }),
	});
}

/** A legend with one column for both says either `07:00-15:00` or `Annual Leave`. */
function meansAndTimes({ means, times }: LegendLine): { means: string; times: string } {
	const isTimes = times === '' && meaningNamed(means) === undefined;
	return isTimes && timeRangesOf(means).kind === 'value' ? { means: '', times: means } : { means, times };
}

const meaningNamed = (text: string): MeaningName | undefined =>
	meaningNames.find((name) => name === foldedWord(text)) ?? usualMeaning(text);

/** A code with times is work at these times. */
const unsaidMeaning = (code: string, times: string): MeaningName | undefined =>
	times === '' ? usualMeaning(code) : 'available';

/** Reads `11:00 30m`, `11:00-11:30` or `4h after start, 30m`. */
function readPause(text: string): Result<{ start: string; end: string }> {
	const plain = visibleText(text);
	const found = /^(.+?)(?: ?[-–—,] ?| (?:for )?)([\d:.]+ ?(?:h|m|min|minutes?|hours?)?)$/i.exec(plain);
	const [, start, end] = found ?? [];
	if (start === undefined || end === undefined) return problem(`${inQuotes(text)} is not a break: write 11:00 30m`);
	return value({ start, end });
}
