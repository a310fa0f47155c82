import { colours } from '../../ShiftSchedule/picture/layout/colours';
import { ROW } from '../../ShiftSchedule/picture/layout/sizes';
import type { Box, Colour, FaceName, Shape } from '../../ShiftSchedule/picture/raster/shape';
import { boxOf, fitted, widthOf } from '../../ShiftSchedule/picture/raster/text';

/** What a shape of the pictures of adherence stands for. */
export type AdherencePart =
	| 'title'
	| 'grid'
	| 'name'
	| 'percent'
	| 'scheduled'
	| 'actual'
	| 'unknown'
	| 'exception'
	| 'label'
	| 'legend'
	| 'message'
	| 'cell';

/** A shape of the picture, with what it stands for. */
export type AdherenceShape = Shape & {
	part: AdherencePart;
	/** The ID of the agent whom it is about. */
	agent?: string;
};

export interface AdherenceDrawing {
	width: number;
	height: number;
	/** In the order in which they are painted. */
	shapes: AdherenceShape[];
}

/** Shapes of the timeline's picture, as a part of this one. */
export const asPart = (part: AdherencePart, shapes: readonly Shape[], agent?: string): AdherenceShape[] =>
	shapes.map((shape) => ({ ...shape, part, ...(agent !== undefined && { agent }) }));

/** The least and the greatest width of the names, in pixels. */
export const [LEAST_NAMES, MOST_NAMES] = [110, 220];

export const namesColumn = (names: readonly string[], face: FaceName = 'normal'): number =>
	Math.min(MOST_NAMES, Math.max(LEAST_NAMES, ...names.map((name) => widthOf(face, name))));

interface TextLine {
	part: AdherencePart;
	face?: FaceName;
	colour?: Colour;
}

/** A text at the left edge of a box, cut to its width. */
export function leftText(
	text: string,
	box: Box,
	{ part, face = 'normal', colour = colours.ink }: TextLine,
): AdherenceShape {
	const cut = fitted(face, text, box.width);
	return { ...boxOf(face, cut, box.x, box.y + box.height / 2), kind: 'text', part, text: cut, face, colour };
}

/** A text in the middle of a box, cut to its width. */
export function centredText(text: string, box: Box, line: TextLine): AdherenceShape {
	const { face = 'normal' } = line;
	const width = widthOf(face, fitted(face, text, box.width));
	return leftText(text, { ...box, x: box.x + Math.floor((box.width - width) / 2), width: box.width }, line);
}

/** The height of a legend's line, for samples. */
export const LANE_SAMPLE = { width: 52, height: ROW } as const;
