import { canvasOf, paint } from '../../../../../nodes/ShiftSchedule/picture/raster/canvas';
import type { Box, Shape } from '../../../../../nodes/ShiftSchedule/picture/raster/shape';

const box: Box = { x: 1, y: 1, width: 6, height: 6 };

/** Shades of ink, from space to hash. */
function painted(shape: Shape, size = 8): string[] {
	const canvas = canvasOf(size, size, 0xffffff);
	paint(canvas, shape);
	return Array.from({ length: size }, (_, row) =>
		Array.from(canvas.pixels.subarray(row * size, (row + 1) * size), (pixel) => {
			return ' -+#'[3 - Math.round(((pixel & 255) * 3) / 255)];
		})
			.join('')
			.trimEnd(),
	);
}

const ink = { colour: 0 } as const;

describe('shapes', () => {
	it('are filled, framed, hatched, dashed or a corner', () => {
		expect(painted({ ...box, ...ink, kind: 'rect' })).toEqual([
			'',
			...Array.from({ length: 6 }, () => ' ######'),
			'',
		]);
		expect(painted({ ...box, ...ink, kind: 'outline' })).toEqual([
			'',
			' ######',
			' ######',
			...[' ##  ##', ' ##  ##'],
			' ######',
			' ######',
			'',
		]);
		expect(painted({ ...box, ...ink, kind: 'hatch' })).toEqual([
			'',
			' -',
			'',
			'      -',
			'     -#',
			'    -##',
			'   -##-',
			'',
		]);
		expect(painted({ ...box, x: 2, width: 2, y: 0, height: 13, ...ink, kind: 'dash' }, 13)).toEqual([
			...Array.from({ length: 10 }, () => '  ##'),
			...['', '', ''],
		]);
		expect(painted({ ...box, ...ink, kind: 'corner' })).toEqual([
			'',
			' -#####',
			'  -####',
			'   -###',
			'    -##',
			'     -#',
			'      -',
			'',
		]);
	});

	it('have round corners', () => {
		const [, top, second, third] = painted({ ...box, ...ink, kind: 'rect', radius: 3 });
		expect([top?.[1], top?.[3], second?.[1], third?.[1]]).toEqual([' ', '#', '+', '#']);
	});

	it.each<Box>([
		{ x: -3, y: -3, width: 5, height: 5 },
		{ x: 6, y: 6, width: 50, height: 50 },
		{ x: 50, y: -50, width: 5, height: 5 },
		{ x: 3, y: 3, width: -2, height: 0 },
	])('are cut at the edges: %p', (outside) => {
		const letters = { text: 'Ẽ', face: 'bold' } as const;
		const kinds: Shape[] = [
			...(['hatch', 'outline', 'dash', 'corner', 'rect'] as const).map((kind) => ({ ...outside, ...ink, kind })),
			{ ...outside, ...ink, kind: 'rect', radius: 3 },
			{ ...outside, ...ink, kind: 'text', ...letters },
		];
		for (const shape of kinds) expect(painted(shape).join('').length).toBeLessThanOrEqual(64);
		const inside = painted({ ...outside, ...ink, kind: 'rect' });
		const count = Math.max(0, Math.min(8, outside.x + outside.width) - Math.max(0, outside.x));
		expect(Math.max(...inside.map((row) => row.trim().length))).toBe(outside.height > 0 ? count : 0);
	});
});
