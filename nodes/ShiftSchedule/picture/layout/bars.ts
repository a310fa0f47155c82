import type { ScheduledState } from '../../model/schedule/types';
import { colours } from './colours';
import { inset, LINE, type Box, type Colour, type Shape, type Sign } from '../raster/shape';
import { boxOf } from '../raster/text';

/** How far a bar is from its row's edges, how high the colour of a break is, and how round a bar; in pixels. */
const [MARGIN, STRIP, RADIUS] = [4, 8, 5];

/** The bar of a state, in a box as high as the row. Offline is a thin line. */
export function stateBar(state: ScheduledState, row: Box): Shape[] {
	const bar = inset(row, MARGIN);
	if (state === 'break') return breakBar(row);
	if (state === 'offline') {
		const line = { ...row, y: row.y + row.height / 2 - LINE, height: 2 * LINE };
		return [{ ...line, kind: 'rect', part: state, colour: colours.offline }];
	}
	const radius = bar.width > 3 * RADIUS ? RADIUS : 0;
	const filled: Shape = { ...bar, kind: 'rect', part: state, colour: colours[state], radius };
	const hatched: Shape = { ...inset(bar, LINE, LINE), kind: 'hatch', part: state, colour: colours.busyHatch };
	return state === 'busy' && bar.width > 2 * LINE ? [filled, hatched] : [filled];
}

/** Pale, so that a shift's name may stand on it, too. */
function breakBar(row: Box): Shape[] {
	const bar = inset(row, MARGIN);
	return [
		{ ...bar, kind: 'rect', part: 'break', colour: colours.breakTint },
		{ ...bar, y: bar.y + bar.height - STRIP, height: STRIP, kind: 'rect', part: 'break', colour: colours.break },
	];
}

/** What a break leaves of the shift's bar. */
export function pieceBar(state: ScheduledState, row: Box): Shape[] {
	const bar: Shape = { ...inset(row, MARGIN), kind: 'rect', part: 'grid', colour: colours.paper };
	return state === 'break' ? breakBar(row) : [bar, ...stateBar(state, row)];
}

/** Behind whatever holds then. */
export const holidayBand = (row: Box): Shape[] => hatched('holiday', inset(row, LINE));

export function temporaryBand(row: Box): Shape[] {
	const band = inset(row, LINE);
	const line = { ...band, y: band.y + band.height - 2 * LINE, height: 2 * LINE };
	return [
		{ ...band, kind: 'rect', part: 'temporary', colour: colours.temporaryTint },
		{ ...line, kind: 'rect', part: 'temporary', colour: colours.temporary },
	];
}

export const leaveBar = (row: Box): Shape[] => [
	...hatched('leave', inset(row, MARGIN)),
	{ ...inset(row, MARGIN), kind: 'outline', part: 'leave', colour: colours.leaveLine },
];

export const manualOffBar = (row: Box): Shape[] => [
	{ ...inset(row, MARGIN), kind: 'rect', part: 'manual', colour: colours.manual },
];

const hatchedColours = {
	holiday: [colours.holiday, colours.holidayHatch],
	leave: [colours.leave, colours.leaveHatch],
} as const satisfies Partial<Record<Sign, readonly [Colour, Colour]>>;

const hatched = (part: keyof typeof hatchedColours, box: Box): Shape[] => [
	{ ...box, kind: 'rect', part, colour: hatchedColours[part][0] },
	{ ...box, kind: 'hatch', part, colour: hatchedColours[part][1] },
];

/** What stands on a badge. */
const marks = { extra: '+', swap: '⇄', manual: '!' } as const;

export type Exception = keyof typeof marks;

/** In pixels. */
export const BADGE = 18;

/** A frame around the bar, and a badge at its beginning where it has room. */
export function exceptionMark(part: Exception, row: Box): Shape[] {
	const bar = inset(row, MARGIN);
	const frame: Shape = { ...bar, kind: 'outline', part, colour: colours.exception };
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

/** In the upper right corner of a bar that the clocks' change has moved or stretched. */
export function dstMark(row: Box): Shape[] {
	const bar = inset(row, MARGIN);
	const size = Math.min(14, bar.width);
	const corner = { x: bar.x + bar.width - size, y: bar.y, width: size, height: size };
	return [{ ...corner, kind: 'corner', part: 'dst', colour: colours.dst }];
}
