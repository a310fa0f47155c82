import * as fc from 'fast-check';

import { canvasOf } from '../../../../../nodes/ShiftSchedule/picture/raster/canvas';
import { pngOf } from '../../../../../nodes/ShiftSchedule/picture/raster/png';
import { seeded } from '../../model/make';
import { decode } from '../decode';

const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

describe('a PNG', () => {
	it('says of every pixel what the canvas says', async () => {
		const colour = fc.oneof(fc.constantFrom(0, 0xffffff, 0x123456), fc.nat({ max: 0xffffff }));
		const canvas = fc
			.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.array(colour, { minLength: 1 }))
			.map(([width, height, colours]) => ({
				...{ width, height },
				pixels: Uint32Array.from(
					{ length: width * height },
					(_, index) => colours[index % colours.length] ?? 0,
				),
			}));
		await fc.assert(
			fc.asyncProperty(canvas, async ({ width, height, pixels }) => {
				const decoded = decode(await pngOf({ width, height, pixels }));
				expect([decoded.width, decoded.height]).toEqual([width, height]);
				const found = Array.from(pixels, (_, index) => {
					return decoded.pixelAt(index % width, Math.floor(index / width));
				});
				expect(found).toEqual(Array.from(pixels, hex));
			}),
			seeded(100),
		);
	});

	it.each([
		[256, ['IHDR', 'PLTE', 'IDAT', 'IEND']],
		[257, ['IHDR', 'IDAT', 'IEND']],
	])('of %d colours consists of %p', async (colours, chunks) => {
		const pixels = Uint32Array.from({ length: 600 }, (_, index) => (index % colours) * 1000);
		const decoded = decode(await pngOf({ width: 30, height: 20, pixels }));
		expect(decoded.chunks).toEqual(chunks);
		expect(decoded.pixelAt(16, 8)).toBe(hex((256 % colours) * 1000));
	});

	it('of one colour is small', async () => {
		expect((await pngOf(canvasOf(1800, 1400, 0xffffff))).length).toBeLessThan(10_000);
	});
});
