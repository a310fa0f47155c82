import { colours } from './layout/colours';
import { canvasOf, paint } from './raster/canvas';
import { pngOf } from './raster/png';
import type { Shape } from './raster/shape';

/** Paints shapes in their order, as a PNG file of that size in pixels. */
export async function pngFile(drawing: { width: number; height: number; shapes: Shape[] }): Promise<Uint8Array> {
	const canvas = canvasOf(drawing.width, drawing.height, colours.paper);
	for (const shape of drawing.shapes) paint(canvas, shape);
	return await pngOf(canvas);
}
