import { problem, value, type Result } from '../../../../shared/values/result';
import { inQuotes } from '../../../../shared/values/text';
import { tooLong } from '../cellText';
import type { Legend, Meaning } from '../legend';
import { timeRangesOf, type TimeRange } from '../timeRanges';
import { foldedWord, type MeaningName } from '../usualWords';
import type { Weekday } from '../../calendar/day';

/** One thing that a cell says. */
export interface CellPart {
	name: MeaningName;
	/** The code, or the name of a shift beside its times; empty where there are times alone. */
	shift: string;
	reason: string;
	/** Empty: all day or, in a grid of times, the time of the column. */
	ranges: TimeRange[];
	/** On which days of a week that a line of the grid is about; without it, on all. */
	weekdays?: Weekday[];
}

/** A cell of a grid. */
export type GridCell =
	| { kind: 'empty' }
	| { kind: 'parts'; parts: CellPart[]; meanings: Meaning[] }
	/** Codes that neither the legend nor the usual words explain. */
	| { kind: 'unknown'; codes: string[] }
	| { kind: 'problem'; problem: string };

/** Names that people write beside times, and that say nothing else. */
const shiftNames = new Set(
	[
		'early morning day mid middle afternoon late evening night overnight split  früh spät nacht tag mittel rano',
		'popołudnie noc mañana tarde noche matin soir nuit après-midi mattina pomeriggio notte',
	].flatMap((line) => line.split(' ')),
);

/** Makes a reader of cells that remembers: a month of 400 agents holds a few dozen texts. */
export function cellReader(legend: Legend): (cell: unknown) => GridCell {
	const known = new Map<unknown, GridCell>();
	return (cell) => {
		const before = known.get(cell);
		if (before !== undefined) return before;
		const found = readCell(cell, legend);
		known.set(cell, found);
		return found;
	};
}

/**
 * Reads a cell: a code of the legend or a usual word, a time range, both (`E 07:00-15:00`, `Morning (6AM-2PM)`), or several
 * of these (`9-13, 14-18`, `E/N`).
 */
function readCell(cell: unknown, legend: Legend): GridCell {
	const text = textInCell(cell);
	if (text === undefined)
		return { kind: 'problem', problem: 'is not text: write a code, or times such as 09:00-17:00' };
	if (text === '') return { kind: 'empty' };
	const long = tooLong(text);
	if (long !== undefined) return { kind: 'problem', problem: long };
	const whole = readPart(text, legend);
	if (whole !== undefined) return checked(whole);
	const pieces = text
		.split(/[,;/+&|\n]/)
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '');
	if (pieces.length > 1) {
		const parts = pieces.map((piece) => readPart(piece, legend));
		const unread = pieces.filter((_, index) => parts[index] === undefined);
		if (unread.length === 0) return checked(merged(parts.flatMap((part) => part ?? [])));
		if (unread.every(isCode)) return { kind: 'unknown', codes: unread };
	}
	if (isCode(text)) return { kind: 'unknown', codes: [text] };
	// Beside times, an unknown word may be a doctor's appointment as well as a shift.
	const label = namedTimes(text)?.label;
	if (label !== undefined && isCode(label)) return { kind: 'unknown', codes: [label] };
	const ranges = timeRangesOf(text);
	return {
		kind: 'problem',
		problem: ranges.kind === 'problem' ? ranges.problem : `${inQuotes(text)} cannot be read`,
	};
}

const textInCell = (cell: unknown): string | undefined =>
	cell === null || cell === undefined
		? ''
		: typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
			? String(cell).trim()
			: undefined;

/** Something that may stand in a legend: short, and neither a time nor a number of hours. */
const isCode = (text: string): boolean =>
	text.length <= 40 &&
	/[\p{L}✓✔×•●■*#?]/u.test(text) &&
	!/\d\s*[:.]\s*\d\d|\d\s*[ap]\.?m\b|\d\s*[-–—~]\s*\d/i.test(text);

type Parts = Extract<GridCell, { kind: 'parts' }>;

/** Takes a name or a code and the times beside it apart: `E 07:00-15:00`, `Early: 7-15`, `Morning (6AM-2PM)`. */
function namedTimes(text: string): { label: string; times: string } | undefined {
	const at = text.search(/[\d([]/);
	if (at < 1) return undefined;
	const label = text.slice(0, at).trimEnd().replace(/[:,]$/, '').trimEnd();
	if (/^\d/.test(text.slice(at, at + 1))) return { label, times: text.slice(at) };
	const inner = text.slice(at + 1, -1).trim();
	return /[)\]]$/.test(text) && inner !== '' ? { label, times: inner } : undefined;
}

/** @returns `undefined` for what is neither a code with a meaning nor times */
function readPart(text: string, legend: Legend): Parts | undefined {
	const meaning = legend.meaningOf(text);
	if (meaning) return meaningParts(meaning, meaning.ranges);
	const { label = '', times = text } = namedTimes(text) ?? {};
	const ranges = timeRangesOf(times);
	if (ranges.kind === 'problem') return undefined;
	const plain: CellPart = { name: 'available', shift: '', reason: '', ranges: ranges.value };
	if (label === '' || foldedWord(label) === 'from') return { kind: 'parts', parts: [plain], meanings: [] };
	const named = legend.meaningOf(label);
	if (named) return meaningParts(named, ranges.value);
	const isName = shiftNames.has(foldedWord(label).replace(/[ -]?(shift|dienst|schicht)$/, ''));
	return isName ? { kind: 'parts', parts: [{ ...plain, shift: label }], meanings: [] } : undefined;
}

function meaningParts(meaning: Meaning, ranges: TimeRange[]): Parts {
	const { name, code, reason, weekdays } = meaning;
	return {
		kind: 'parts',
		parts: [{ name, shift: code, reason, ranges, ...(weekdays && { weekdays }) }],
		meanings: [meaning],
	};
}

const merged = (all: Parts[]): Parts => ({
	kind: 'parts',
	parts: all.flatMap(({ parts }) => parts),
	meanings: all.flatMap(({ meanings }) => meanings),
});

/** Whether a part takes a whole day. */
export const isAbsence = ({ name }: Pick<CellPart, 'name'>): boolean =>
	name === 'off' || name === 'leave' || name === 'holiday';

/** A day that is off and worked at the same time means one of the two: nobody knows which. */
function checked(read: Parts): GridCell {
	const absence = read.parts.find((part) => isAbsence(part) && part.ranges.length === 0);
	const work = read.parts.find((part) => !isAbsence(part));
	if (absence === undefined || work === undefined) return read;
	const what = work.shift === '' ? 'times' : inQuotes(work.shift);
	return {
		kind: 'problem',
		problem: `has ${what} and ${inQuotes(absence.shift)}, which is all day: write one of them`,
	};
}

/** The parts of a cell of which each says when it is. */
export function timedParts(parts: CellPart[]): Result<CellPart[]> {
	const timeless = parts.find((part) => !isAbsence(part) && part.ranges.length === 0);
	if (timeless === undefined) return value(parts);
	return problem(
		`${inQuotes(timeless.shift)} does not say its times: add ${inQuotes(timeless.shift)} with its times to 'Legend', or write them in the cell, such as ${timeless.shift} 09:00-17:00`,
	);
}
