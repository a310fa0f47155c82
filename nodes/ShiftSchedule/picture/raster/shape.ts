/** 0xRRGGBB. */
export type Colour = number;

/** The weight of the letters. */
export type FaceName = 'normal' | 'bold';

/** In pixels from the upper left corner; y counts down. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
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
export type Shape = Box & { colour: Colour } & (
		| { kind: 'rect'; radius?: number }
		| { kind: 'hatch' | 'outline' | 'dash' | 'corner' }
		| { kind: 'text'; text: string; face: FaceName }
	);

/** The thickness of a line in pixels. It is one where the picture is shown at half its size. */
export const LINE = 2;

export const bottomOf = ({ y, height }: Box): number => y + height;

export const rightOf = ({ x, width }: Box): number => x + width;

/**
 * A part of the box.
 *
 * @param sides pixels from the top and the bottom
 * @param ends pixels from the left and the right
 */
export const inset = ({ x, y, width, height }: Box, sides: number, ends = 0): Box => ({
	x: x + ends,
	y: y + sides,
	width: width - 2 * ends,
	height: height - 2 * sides,
});
