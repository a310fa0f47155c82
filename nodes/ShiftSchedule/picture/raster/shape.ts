import type { FaceName } from './text';

/** 0xRRGGBB. */
export type Colour = number;

/** In pixels from the upper left corner; y counts down. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** What the legend explains, where it occurs, in the legend's order. */
export const signs = [
	'available',
	'busy',
	'break',
	'offline',
	'holiday',
	'leave',
	'temporary',
	'extra',
	'swap',
	'manual',
	'dst',
	'clocks',
	'now',
] as const;

export type Sign = (typeof signs)[number];

/** What a shape stands for. */
export type Part =
	| Sign
	| 'title'
	| 'subtitle'
	| 'month'
	| 'unit'
	| 'tick'
	| 'weekend'
	| 'grid'
	| 'name'
	| 'zone'
	| 'label'
	| 'code'
	| 'legend'
	| 'message';

interface Drawn extends Box {
	part: Part;
	colour: Colour;
	/** Whose row it is in. */
	agent?: string;
	/** What people call it, where the legend tells. */
	name?: string;
}

/**
 * What a picture is made of, painted in order.
 *
 * - `rect`: filled; `radius` rounds its corners
 * - `hatch`: diagonal strokes over what is there
 * - `outline`: a frame, as thick as a line, inside the box
 * - `dash`: filled with gaps from top to bottom
 * - `corner`: a triangle in the box's upper right half
 * - `text`: one line, from the box's left
 */
export type Shape = Drawn &
	(
		| { kind: 'rect'; radius?: number }
		| { kind: 'hatch' | 'outline' | 'dash' | 'corner' }
		| { kind: 'text'; text: string; face: FaceName }
	);

/** How thick a line is, in pixels: one where the picture is shown at half its size. */
export const LINE = 2;

export const bottomOf = ({ y, height }: Box): number => y + height;

export const rightOf = ({ x, width }: Box): number => x + width;

/** A part of the box, so many pixels from each of its sides. */
export const inset = ({ x, y, width, height }: Box, sides: number, ends = 0): Box => ({
	x: x + ends,
	y: y + sides,
	width: width - 2 * ends,
	height: height - 2 * sides,
});
