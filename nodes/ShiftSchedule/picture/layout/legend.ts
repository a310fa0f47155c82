import { colours } from './colours';
import { dstMark, exceptionMark, holidayBand, leaveBar, manualOffBar, stateBar, temporaryBand } from './bars';
import { bottomOf, inset, LINE, signs, type Box, type Shape, type Sign } from '../raster/shape';
import { boxOf, fitted, widthOf } from '../raster/text';

/** Of an entry, in pixels; the names that it tells may be long. */
const [SAMPLE, LINE_SAMPLE, CODE_SAMPLE, SPACE, LONGEST, ROW, GAP] = [52, 12, 34, 10, 700, 32, 26] as const;

const meanings: Record<Sign, string> = {
	available: 'available',
	busy: 'busy',
	break: 'break',
	offline: 'offline, by the roster',
	holiday: 'holiday',
	leave: 'leave',
	temporary: 'temporary schedule',
	extra: 'extra shift or other override',
	swap: 'swapped shift',
	manual: 'set by hand',
	dst: 'moved or stretched by the clocks’ change',
	clocks: 'the clocks change',
	now: 'now',
};

/** Explains what the shapes show and nothing else, in as many lines as it takes. */
export function legendOf(shapes: Shape[], place: Omit<Box, 'height'>): Shape[] {
	const shown = new Set<string>(shapes.map(({ part }) => part));
	const entries = [
		...signs.filter((sign) => shown.has(sign)).map((sign) => signEntry(sign, shapes)),
		...codeEntries(shapes),
	];
	const legend: Shape[] = [];
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

interface Entry {
	/** The sign as it is drawn in the rows. */
	sample: (box: Box) => Shape[];
	width: number;
	meaning: string;
}

const MOST_NAMES = 3;

function signEntry(sign: Sign, shapes: Shape[]): Entry {
	const names = new Set(shapes.filter(({ part }) => part === sign).flatMap(({ name }) => name ?? []));
	names.delete(sign);
	const isTold = names.size > 0 && names.size <= MOST_NAMES;
	const meaning = isTold ? `${meanings[sign]}: ${[...names].join(', ')}` : meanings[sign];
	return { sample: samples[sign], width: sign === 'clocks' || sign === 'now' ? LINE_SAMPLE : SAMPLE, meaning };
}

/** The letters that stand for shifts. */
function codeEntries(shapes: Shape[]): Entry[] {
	const names = new Map<string, string>();
	for (const shape of shapes) {
		if (shape.kind === 'text' && shape.part === 'code') names.set(shape.text, shape.name ?? '');
	}
	return [...names].sort().map(([code, name]) => ({ sample: codeSample(code), width: CODE_SAMPLE, meaning: name }));
}

const codeSample =
	(code: string) =>
	(box: Box): Shape[] => {
		const text = boxOf('normal', code, 0, box.y + box.height / 2);
		const x = box.x + Math.floor((box.width - text.width) / 2);
		const letters = { kind: 'text', part: 'code', text: code, face: 'normal', colour: colours.ink } as const;
		return [
			{ ...inset(box, 4), kind: 'rect', part: 'code', colour: colours.code, radius: 5 },
			{ ...text, ...letters, x },
		];
	};

/** How far down the legend reaches. */
export const endOf = (legend: Shape[], otherwise: number): number => Math.max(otherwise, ...legend.map(bottomOf));

const samples: Record<Sign, (box: Box) => Shape[]> = {
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

export function verticalLine(part: 'clocks' | 'now', { x, y, width, height }: Box): Shape {
	const line = { x: x + Math.floor(width / 2) - LINE, y, width: 2 * LINE, height };
	return { ...line, kind: part === 'clocks' ? 'dash' : 'rect', part, colour: colours[part] };
}
