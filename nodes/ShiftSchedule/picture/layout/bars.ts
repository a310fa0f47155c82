import type { ScheduledState } from '../../model/schedule/types';
import { colours } from './colours';
import { inset, LINE, type Box, type Colour } from '../raster/shape';
import type { DrawnShape, Sign } from './part';
import { boxOf } from '../raster/text';

/** A bar's distance from the edges of its row, the height of a break's colour, and the radius of a bar's corners; in pixels. */
const [MARGIN, STRIP, RADIUS] = [4, 8, 5];

/** The bar of a state, in a box as high as the row. Offline is a thin line. */
export function stateBar(state: ScheduledState, row: Box): DrawnShape[] {
	const bar = inset(row, MARGIN);
	if (state === 'break') return breakBar(row);
	if (state === 'offline') {
		const line = { ...row, y: row.y + row.height / 2 - LINE, height: 2 * LINE };
		return [{ ...line, kind: 'rect', part: state, colour: colours.offline }];
	}
	const radius = bar.width > 3 * RADIUS ? RADIUS : 0;
	const filled: DrawnShape = { ...bar, kind: 'rect', part: state, colour: colours[state], radius };
	const hatched: DrawnShape = { ...inset(bar, LINE, LINE), kind: 'hatch', part: state, colour: colours.busyHatch };
	return state === 'busy' && bar.width > 2 * LINE ? [filled, hatched] : [filled];
}

/** Pale, so that a shift's name can be read on it. */
function breakBar(row: Box): DrawnShape[] {
	const bar = inset(row, MARGIN);
	return [
		{ ...bar, kind: 'rect', part: 'break', colour: colours.breakTint },
		{ ...bar, y: bar.y + bar.height - STRIP, height: STRIP, kind: 'rect', part: 'break', colour: colours.break },
	];
}

/** The part of a shift's bar where a break is. */
export function pieceBar(state: ScheduledState, row: Box): DrawnShape[] {
	const bar: DrawnShape = { ...inset(row, MARGIN), kind: 'rect', part: 'grid', colour: colours.paper };
	return state === 'break' ? breakBar(row) : [bar, ...stateBar(state, row)];
}

/** The background of a holiday. */
export const holidayBand = (row: Box): DrawnShape[] => hatched('holiday', inset(row, LINE));

/** The background of a temporary schedule. */
export function temporaryBand(row: Box): DrawnShape[] {
	const band = inset(row, LINE);
	const line = { ...band, y: band.y + band.height - 2 * LINE, height: 2 * LINE };
	return [
		{ ...band, kind: 'rect', part: 'temporary', colour: colours.temporaryTint },
		{ ...line, kind: 'rect', part: 'temporary', colour: colours.temporary },
	];
}

export const leaveBar = (row: Box): DrawnShape[] => [
	...hatched('leave', inset(row, MARGIN)),
	{ ...inset(row, MARGIN), kind: 'outline', part: 'leave', colour: colours.leaveLine },
];

export const manualOffBar = (row: Box): DrawnShape[] => [
	{ ...inset(row, MARGIN), kind: 'rect', part: 'manual', colour: colours.manual },
];

const hatchedColours = {
	holiday: [colours.holiday, colours.holidayHatch],
	leave: [colours.leave, colours.leaveHatch],
} as const satisfies Partial<Record<Sign, readonly [Colour, Colour]>>;

const hatched = (part: keyof typeof hatchedColours, box: Box): DrawnShape[] => [
	{ ...box, kind: 'rect', part, colour: hatchedColours[part][0] },
	{ ...box, kind: 'hatch', part, colour: hatchedColours[part][1] },
];

/** The signs on the badges. */
const marks = { extra: '+', swap: '⇄', manual: '!' } as const;

export type Exception = keyof typeof marks;

/** The width of a badge in pixels. */
export const BADGE = 18;

/** A frame around the bar, and a badge at its start if there is room. */
export function exceptionMark(part: Exception, row: Box): DrawnShape[] {
	const bar = inset(row, MARGIN);
	const frame: DrawnShape = { ...bar, kind: 'outline', part, colour: colours.exception };
	if (bar.width < BADGE) return [frame];
	const badge = { ...bar, width: BADGE };
	const text = boxOf('normal', marks[part], 0, badge.y + badge.height / 2);
	const x = badge.x + Math.ceil((BADGE - text.width) / 2);
	return [
		frame,
		{ ...badge, kind: 'rect', part, colour: colours.exception },
		{ ...text, x, kind: 'text', part, text: marks[part], face: 'normal', colour: colours.paper },
	];
}

/** The corner of a bar that the change of the clocks moved, shortened or stretched. */
export function dstMark(row: Box): DrawnShape[] {
	const bar = inset(row, MARGIN);
	const size = Math.min(14, bar.width);
	const corner = { x: bar.x + bar.width - size, y: bar.y, width: size, height: size };
	return [{ ...corner, kind: 'corner', part: 'dst', colour: colours.dst }];
}

/** A line through all rows: dashed for a clock change. */
export function verticalLine(part: 'clocks' | 'now', { x, y, width, height }: Box): DrawnShape {
	const line = { x: x + Math.floor(width / 2) - LINE, y, width: 2 * LINE, height };
	return { ...line, kind: part === 'clocks' ? 'dash' : 'rect', part, colour: colours[part] };
}
