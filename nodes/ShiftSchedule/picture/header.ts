import { weekdayOf } from '../model/day';
import type { Instant } from '../model/zone';
import { xOf, type Axis, type Division, type Stretch, type Tick } from './axis';
import { colours } from './colours';
import { verticalLine } from './legend';
import { rightOf, type Box, type Colour, type Part, type Shape } from './shape';
import { boxOf, widthOf, type FaceName } from './text';

/** Of the lines of the header that tell times, in pixels. */
export const heights = { period: 20, unit: 20, tick: 16, note: 18 };

/** Weekends, and lines where days and hours begin, behind the rows; `top` is where the days' names stand. */
export function gridOf(axis: Axis, { kind, stretches, periods }: Division, ticks: Tick[], place: Grid): Shape[] {
	const { top, rows, bottom } = place;
	const line = (at: Instant, y: number, colour: Colour): Shape => {
		const x = Math.min(xOf(axis, at), axis.right - 1);
		return { x, y, width: 1, height: bottom - y, kind: 'rect', part: 'grid', colour };
	};
	const weekends = kind === 'day' ? stretches.filter(({ first }) => weekdayOf(first) > 5) : [];
	return [
		...weekends.map((one): Shape => {
			const x = xOf(axis, one.start);
			const box = { x, y: top, width: xOf(axis, one.end) - x, height: bottom - top };
			return { ...box, kind: 'rect', part: 'weekend', colour: colours.weekend };
		}),
		...ticks.map(({ at }) => line(at, rows, colours.tickLine)),
		...stretches.map(({ start }) => line(start, top, colours.dayLine)),
		...periods.map(({ start }) => line(start, top - heights.period, colours.dayLine)),
		line(axis.window.end, top, colours.dayLine),
	];
}

interface Grid {
	/** Of the days' names, of the rows, and where they end. */
	top: number;
	rows: number;
	bottom: number;
}

/** The names of months, days and hours, and the lines below them that say so; `y` is where they begin. */
export function scaleOf(axis: Axis, { stretches, periods }: Division, ticks: Tick[], y: number): Shape[] {
	const unit = y + (periods.length > 0 ? heights.period : 0);
	const tick = unit + heights.unit + heights.tick / 2;
	return [
		...namesOf(axis, periods, 'period', 'normal', y + heights.period / 2),
		...namesOf(axis, stretches, 'unit', 'bold', unit + heights.unit / 2),
		...tickNames(axis, ticks, tick),
	];
}

/** One that would stand on another is left out, as happens at the left edge. */
function tickNames(axis: Axis, ticks: Tick[], middle: number): Shape[] {
	let free = axis.left + 1;
	return ticks.flatMap(({ at, text }): Shape[] => {
		const line = boxOf('small', text, 0, middle);
		const centred = xOf(axis, at) - Math.floor(line.width / 2);
		const x = free > axis.left + 1 ? centred : Math.max(centred, free);
		if (x < free || x + line.width > axis.right) return [];
		free = x + line.width + 4;
		return [{ ...line, x, kind: 'text', part: 'tick', text, face: 'small', colour: colours.muted }];
	});
}

/** All of one form, the longest that the whole ones have room for; a cut one may do with a shorter form or none. */
function namesOf(axis: Axis, stretches: Stretch[], part: Part, face: FaceName, middle: number): Shape[] {
	const room = (one: Stretch): number => xOf(axis, one.end) - xOf(axis, one.start) - 6;
	const fits = (one: Stretch, form: number): boolean => widthOf(face, one.names[form] ?? '') <= room(one);
	const whole = stretches.filter(({ isWhole }) => isWhole);
	const forms = Math.max(0, ...stretches.map(({ names }) => names.length));
	const form = Array.from({ length: forms }, (_, index) => index).find((index) =>
		whole.every((one) => fits(one, index)),
	);
	return stretches.flatMap((one): Shape[] => {
		const text = one.names.slice(form ?? forms - 1).find((_, index) => fits(one, (form ?? forms - 1) + index));
		if (text === undefined) return [];
		const line = boxOf(face, text, 0, middle);
		const x = part === 'period' ? xOf(axis, one.start) + 6 : xOf(axis, one.start) + 4;
		const centred = xOf(axis, one.start) + Math.floor((room(one) + 6 - line.width) / 2);
		return [{ ...line, x: part === 'period' ? x : centred, kind: 'text', part, text, face, colour: colours.ink }];
	});
}

/** Something that happens at one moment, for everyone. */
export interface Note {
	part: 'clocks' | 'now';
	at: Instant;
	text: string;
}

/** A line through all rows, with its name above them: at its right or left, or beside another that stands there. */
export function notesOf(axis: Axis, notes: Note[], top: number, bottom: number): Shape[] {
	const taken: Box[] = [];
	return notes.flatMap(({ part, at, text }): Shape[] => {
		const x = Math.min(xOf(axis, at), axis.right - 1);
		const line = verticalLine(part, { x: x - 1, y: top, width: 4, height: bottom - top });
		const named = boxOf('small', text, 0, top + heights.note / 2);
		const beside = [{ x, width: 0 }, ...taken].flatMap((other) => [
			rightOf({ ...named, ...other }) + 6,
			other.x - 6 - named.width,
		]);
		const places = beside.map((left) => ({ ...named, x: left }));
		const place = places.find((one) => isFree(one, axis, taken));
		if (place === undefined) return [line];
		taken.push(place, line);
		return [line, { ...place, kind: 'text', part, text, face: 'small', colour: colours[part] }];
	});
}

const isFree = (box: Box, axis: Axis, taken: Box[]): boolean =>
	box.x >= axis.left &&
	rightOf(box) <= axis.right &&
	taken.every((other) => rightOf(other) + 4 <= box.x || rightOf(box) + 4 <= other.x);
