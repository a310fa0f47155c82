import { weekdayOf } from '../../model/calendar/day';
import type { Instant } from '../../model/calendar/zone';
import { LINE, rightOf, type Box, type Colour } from '../raster/shape';
import { boxOf, widthOf } from '../raster/text';
import { xOf, type Axis } from './axis';
import { verticalLine } from './bars';
import { colours } from './colours';
import type { Division, Stretch } from './division';
import type { DrawnShape } from './part';
import type { Tick } from './ticks';

/** The heights of the header's lines, in pixels. */
export const heights = { unit: 30, tick: 26, note: 28 };

/** Weekends, and lines where days and hours begin, behind the rows. */
export function gridOf(axis: Axis, { kind, stretches }: Division, ticks: Tick[], edges: GridEdges): DrawnShape[] {
	const { top, rows, bottom } = edges;
	const line = (at: Instant, y: number, colour: Colour): DrawnShape => {
		const x = Math.min(xOf(axis, at), axis.right - LINE);
		return { x, y, width: LINE, height: bottom - y, kind: 'rect', part: 'grid', colour };
	};
	const weekends = kind === 'day' ? stretches.filter(({ first }) => weekdayOf(first) > 5) : [];
	return [
		...weekends.map((one): DrawnShape => {
			const x = xOf(axis, one.start);
			const box = { x, y: top, width: xOf(axis, one.end) - x, height: bottom - top };
			return { ...box, kind: 'rect', part: 'weekend', colour: colours.weekend };
		}),
		...ticks.map(({ at }) => line(at, rows, colours.tickLine)),
		...stretches.map(({ start }) => line(start, top, colours.dayLine)),
		line(axis.window.end, top, colours.dayLine),
	];
}

/** In pixels from the top of the picture. */
interface GridEdges {
	/** Where the names of the days begin. */
	top: number;
	/** Where the rows begin. */
	rows: number;
	/** Where the rows end. */
	bottom: number;
}

/** The names of days and hours, from `y` down. */
export function scaleOf(axis: Axis, { stretches }: Division, ticks: Tick[], y: number): DrawnShape[] {
	const tick = y + heights.unit + heights.tick / 2;
	return [...unitNames(axis, stretches, y + heights.unit / 2), ...tickNames(axis, ticks, tick)];
}

/** A name that would cover another one is left out, as happens at the left edge. */
function tickNames(axis: Axis, ticks: Tick[], middle: number): DrawnShape[] {
	let free = axis.left + 1;
	return ticks.flatMap(({ at, text }): DrawnShape[] => {
		const line = boxOf('normal', text, 0, middle);
		const centred = xOf(axis, at) - Math.floor(line.width / 2);
		const x = free > axis.left + 1 ? centred : Math.max(centred, free);
		if (x < free || x + line.width > axis.right) return [];
		free = x + line.width + 8;
		return [{ ...line, x, kind: 'text', part: 'tick', text, face: 'normal', colour: colours.muted }];
	});
}

/** All names have the same form, the longest that fits all whole units. A unit that is cut may have a shorter name or none. */
function unitNames(axis: Axis, stretches: Stretch[], middle: number): DrawnShape[] {
	const room = (one: Stretch): number => xOf(axis, one.end) - xOf(axis, one.start);
	const fits = (one: Stretch, name: string): boolean => widthOf('bold', name) + 6 <= room(one);
	const whole = stretches.filter(({ isWhole }) => isWhole);
	const forms = stretches[0]?.names.map((_, form) => form) ?? [];
	const form = forms.find((index) => whole.every((one) => fits(one, one.names[index] ?? ''))) ?? forms.length - 1;
	return stretches.flatMap((one): DrawnShape[] => {
		const text = one.names.slice(form).find((name) => fits(one, name));
		if (text === undefined) return [];
		const line = boxOf('bold', text, 0, middle);
		const x = xOf(axis, one.start) + Math.floor((room(one) - line.width) / 2);
		return [{ ...line, x, kind: 'text', part: 'unit', text, face: 'bold', colour: colours.ink }];
	});
}

/** A moment that concerns all agents. */
export interface Note {
	part: 'clocks' | 'now';
	at: Instant;
	text: string;
}

/** Lines through all rows, each with its text above: at its right or left, or beside a text that is there already. */
export function notesOf(axis: Axis, notes: Note[], top: number, bottom: number): DrawnShape[] {
	const taken: Box[] = [];
	return notes.flatMap(({ part, at, text }): DrawnShape[] => {
		const x = Math.min(xOf(axis, at), axis.right - 1);
		const line = verticalLine(part, { x: x - LINE, y: top, width: 2 * LINE, height: bottom - top });
		const named = boxOf('normal', text, 0, top + heights.note / 2);
		const beside = [{ x, width: 0 }, ...taken].flatMap((other) => [
			rightOf({ ...named, ...other }) + 8,
			other.x - 8 - named.width,
		]);
		const candidates = beside.map((left) => ({ ...named, x: left }));
		const place = candidates.find((one) => isFree(one, axis, taken));
		if (place === undefined) return [line];
		taken.push(place, line);
		return [line, { ...place, kind: 'text', part, text, face: 'normal', colour: colours[part] }];
	});
}

const isFree = (box: Box, axis: Axis, taken: Box[]): boolean =>
	box.x >= axis.left &&
	rightOf(box) <= axis.right &&
	taken.every((other) => rightOf(other) + 4 <= box.x || rightOf(box) + 4 <= other.x);
