import { LINE, type Box, type Colour, type Shape } from './shape';
import { lettersOf, textLine, type Letter } from './text';

/** Pixels row after row, each 0xRRGGBB. */
export interface Canvas {
	width: number;
	height: number;
	pixels: Uint32Array;
}

/** The distance of the strokes of a hatch, and the dashes and gaps of a dashed line; in pixels. */
const [HATCH, DASH, GAP] = [10, 10, 6];

export function canvasOf(width: number, height: number, paper: Colour): Canvas {
	return { width, height, pixels: new Uint32Array(width * height).fill(paper) };
}

/** Paints the part of a shape that lies on the canvas. */
export function paint(canvas: Canvas, shape: Shape): void {
	const { x, y, width, height, colour } = shape;
	switch (shape.kind) {
		case 'rect':
			paintRect(canvas, shape, colour, shape.radius ?? 0);
			break;
		case 'hatch':
			cover(canvas, shape, colour, (column, row) => strokes[(column + row) % HATCH] ?? 0);
			break;
		case 'outline':
			for (const side of [
				{ x, y, width, height: LINE },
				{ x, y: y + height - LINE, width, height: LINE },
				{ x, y, width: LINE, height },
				{ x: x + width - LINE, y, width: LINE, height },
			])
				fill(canvas, side, colour);
			break;
		case 'dash':
			for (let top = y; top < y + height; top += DASH + GAP) {
				fill(canvas, { x, y: top, width, height: Math.min(DASH, y + height - top) }, colour);
			}
			break;
		case 'corner':
			cover(canvas, shape, colour, (column, row) => Math.min(1, Math.max(0, column - x - (row - y) + 0.5)));
			break;
		case 'text':
			write(canvas, x, y + textLine.ascent, lettersOf(shape.face, shape.text), colour);
	}
}

/** How much of each pixel of a row is covered, 0 to 1: a stroke with soft edges. */
const strokes = [1, 1, 0.4, 0, 0, 0, 0, 0, 0, 0.4];

function fill(canvas: Canvas, box: Box, colour: Colour): void {
	const { left, right, top, bottom } = inside(canvas, box);
	if (left >= right) return;
	for (let row = top; row < bottom; row++) {
		canvas.pixels.fill(colour, row * canvas.width + left, row * canvas.width + right);
	}
}

function paintRect(canvas: Canvas, box: Box, colour: Colour, radius: number): void {
	if (radius === 0) return fill(canvas, box, colour);
	const { x, y, width, height } = box;
	fill(canvas, { x, y: y + radius, width, height: height - 2 * radius }, colour);
	for (const top of [y, y + height - radius]) {
		fill(canvas, { x: x + radius, y: top, width: width - 2 * radius, height: radius }, colour);
		for (const left of [x, x + width - radius]) {
			const [centreX, centreY] = [left === x ? x + radius : left, top === y ? y + radius : top];
			cover(canvas, { x: left, y: top, width: radius, height: radius }, colour, (column, row) => {
				const far = Math.hypot(column + 0.5 - centreX, row + 0.5 - centreY);
				return Math.min(1, Math.max(0, radius + 0.5 - far));
			});
		}
	}
}

function write(canvas: Canvas, x: number, baseLine: number, letters: Letter[], colour: Colour): void {
	let pen = x;
	for (const { advance, left, top, width, height, alpha } of letters) {
		const [column, row] = [pen + left, baseLine - top];
		cover(canvas, { x: column, y: row, width, height }, colour, (px, py) => {
			return (alpha[(py - row) * width + px - column] ?? 0) / 15;
		});
		pen += advance;
	}
}

/** @param share how much of each pixel is covered, 0 to 1 */
function cover(canvas: Canvas, box: Box, colour: Colour, share: (column: number, row: number) => number): void {
	const { left, right, top, bottom } = inside(canvas, box);
	for (let row = top; row < bottom; row++) {
		for (let column = left; column < right; column++) {
			const part = share(column, row);
			if (part === 0) continue;
			const index = row * canvas.width + column;
			canvas.pixels[index] = mixed(canvas.pixels[index] ?? 0, colour, part);
		}
	}
}

function mixed(below: Colour, above: Colour, share: number): Colour {
	const channel = (shift: number): number => {
		const [from, to] = [(below >> shift) & 255, (above >> shift) & 255];
		return Math.round(from + (to - from) * share) << shift;
	};
	return channel(16) | channel(8) | channel(0);
}

const inside = (canvas: Canvas, { x, y, width, height }: Box) => ({
	left: Math.max(0, x),
	right: Math.min(canvas.width, x + width),
	top: Math.max(0, y),
	bottom: Math.min(canvas.height, y + height),
});
