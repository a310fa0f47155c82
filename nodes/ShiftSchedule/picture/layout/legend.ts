import { colours } from './colours';
import {
	dstMark,
	exceptionMark,
	holidayBand,
	leaveBar,
	manualOffBar,
	stateBar,
	temporaryBand,
	verticalLine,
} from './bars';
import { bottomOf, inset, type Box } from '../raster/shape';
import { boxOf, fitted, widthOf } from '../raster/text';
import { signs, type DrawnShape, type Sign } from './part';

/** The widths of an entry's sample, in pixels. */
const [SAMPLE, LINE_SAMPLE, ABBREVIATION_SAMPLE] = [52, 12, 34] as const;

/** Between sample and text, the longest text, the height of a line, and between entries; in pixels. */
const [SPACE, LONGEST, ROW, GAP] = [10, 700, 32, 26] as const;

const meanings: Record<Sign, string> = {
	available: 'available',
	busy: 'busy',
	break: 'break',
	offline: 'offline in the roster',
	holiday: 'holiday',
	leave: 'leave',
	temporary: 'temporary schedule',
	extra: 'extra shift or other override',
	swap: 'swapped shift',
	manual: 'set by hand',
	dst: 'affected by the clock change',
	clocks: 'the clocks change',
	now: 'now',
};

/** Explains the signs that occur among the shapes, in as many lines as it takes. */
export function legendOf(shapes: DrawnShape[], place: Omit<Box, 'height'>): DrawnShape[] {
	const shown = new Set<string>(shapes.map(({ part }) => part));
	const entries = [
		...signs.filter((sign) => shown.has(sign)).map((sign) => signEntry(sign, shapes)),
		...abbreviationEntries(shapes),
	];
	return legendLines(entries, place);
}

/** Entries one after another, in as many lines as it takes. */
export function legendLines(entries: LegendEntry[], place: Omit<Box, 'height'>): DrawnShape[] {
	const legend: DrawnShape[] = [];
	let { x, y } = place;
	for (const { sample, width, meaning } of entries) {
		const text = fitted('normal', meaning, LONGEST);
		const whole = width + SPACE + widthOf('normal', text);
		if (x > place.x && x + whole > place.x + place.width) [x, y] = [place.x, y + ROW];
		legend.push(...sample({ x, y, width, height: ROW }).map((shape) => ({ ...shape, part: 'legend' as const })));
		const line = boxOf('normal', text, x + width + SPACE, y + ROW / 2);
		legend.push({ ...line, kind: 'text', part: 'legend', text, face: 'normal', colour: colours.ink });
		x += whole + GAP;
	}
	return legend;
}

export interface LegendEntry {
	/** Draws the sign as it is in the rows. */
	sample: (box: Box) => DrawnShape[];
	width: number;
	meaning: string;
}

/** More names than these are not listed. */
const MOST_NAMES = 3;

function signEntry(sign: Sign, shapes: DrawnShape[]): LegendEntry {
	const names = new Set(shapes.filter(({ part }) => part === sign).flatMap(({ name }) => name ?? []));
	names.delete(sign);
	const isListed = names.size > 0 && names.size <= MOST_NAMES;
	const meaning = isListed ? `${meanings[sign]}: ${[...names].join(', ')}` : meanings[sign];
	return { sample: samples[sign], width: sign === 'clocks' || sign === 'now' ? LINE_SAMPLE : SAMPLE, meaning };
}

/** The abbreviations of shifts. */
function abbreviationEntries(shapes: DrawnShape[]): LegendEntry[] {
	const names = new Map<string, string>();
	for (const shape of shapes) {
		if (shape.kind === 'text' && shape.part === 'abbreviation') names.set(shape.text, shape.name ?? '');
	}
	return [...names].sort().map(([abbreviation, name]) => ({
		sample: abbreviationSample(abbreviation),
		width: ABBREVIATION_SAMPLE,
		meaning: name,
	}));
}

const abbreviationSample =
	(abbreviation: string) =>
	(box: Box): DrawnShape[] => {
		const text = boxOf('normal', abbreviation, 0, box.y + box.height / 2);
		const x = box.x + Math.floor((box.width - text.width) / 2);
		const letters = {
			kind: 'text',
			part: 'abbreviation',
			text: abbreviation,
			face: 'normal',
			colour: colours.ink,
		} as const;
		return [
			{ ...inset(box, 4), kind: 'rect', part: 'abbreviation', colour: colours.abbreviation, radius: 5 },
			{ ...text, ...letters, x },
		];
	};

/** The lower edge of the legend. */
export const endOf = (legend: DrawnShape[], otherwise: number): number => Math.max(otherwise, ...legend.map(bottomOf));

const samples: Record<Sign, (box: Box) => DrawnShape[]> = {
	available: (box) => stateBar('available', box),
	busy: (box) => stateBar('busy', box),
	break: (box) => stateBar('break', box),
	offline: (box) => stateBar('offline', box),
	holiday: holidayBand,
	leave: leaveBar,
	temporary: temporaryBand,
	extra: (box) => [...stateBar('available', box), ...exceptionMark('extra', box)],
	swap: (box) => [...stateBar('available', box), ...exceptionMark('swap', box)],
	manual: (box) => [...manualOffBar(box), ...exceptionMark('manual', box)],
	dst: (box) => [...stateBar('available', box), ...dstMark(box)],
	clocks: (box) => [verticalLine('clocks', box)],
	now: (box) => [verticalLine('now', box)],
};
