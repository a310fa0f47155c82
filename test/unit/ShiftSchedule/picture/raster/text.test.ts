import * as fc from 'fast-check';

import { canvasOf, paint } from '../../../../../nodes/ShiftSchedule/picture/raster/canvas';
import type { FaceName } from '../../../../../nodes/ShiftSchedule/picture/raster/shape';
import { boxOf, fitted, lettersOf, widthOf } from '../../../../../nodes/ShiftSchedule/picture/raster/text';
import { seeded } from '../../model/make';

const faces: FaceName[] = ['normal', 'bold'];

/** The letters as dots and hashes. */
function printed(face: FaceName, text: string): string[] {
	const box = boxOf(face, text, 1, 13);
	const canvas = canvasOf(box.width + 2, 26, 0xffffff);
	paint(canvas, { ...box, kind: 'text', text, face, colour: 0 });
	return Array.from({ length: canvas.height }, (_, row) =>
		[...canvas.pixels.subarray(row * canvas.width, (row + 1) * canvas.width)]
			.map((pixel) => (pixel < 0x808080 ? '#' : '.'))
			.join('')
			.replace(/\.+$/, ''),
	).filter((line) => line !== '');
}

describe('letters', () => {
	it('look like themselves', () => {
		expect(printed('bold', 'L1')).toEqual([
			'...###..........######',
			...Array.from({ length: 2 }, () => '...###.........#######'),
			...Array.from({ length: 10 }, () => '...###............####'),
			...Array.from({ length: 3 }, () => '...##########..##########'),
		]);
	});

	it('stand on the base line, in the middle of their place', () => {
		const rows = (text: string): number[] => {
			const box = boxOf('normal', text, 0, 13);
			const canvas = canvasOf(box.width, 26, 0xffffff);
			paint(canvas, { ...box, kind: 'text', text, face: 'normal', colour: 0 });
			const inked = [...canvas.pixels].flatMap((pixel, index) =>
				pixel < 0x808080 ? [Math.floor(index / box.width)] : [],
			);
			return [Math.min(...inked), Math.max(...inked)];
		};
		expect(rows('H')).toEqual([5, 20]);
		expect(rows('p')[1]).toBeGreaterThan(20);
	});

	it.each(['Żółć gęślą jaźń', 'Παπαδόπουλος', 'Елена Щербакова', 'Lê Thị Nguyễn', 'Țîrlea ß ø – — … “” ‘’ → • ×'])(
		'are all there for %s',
		(text) => {
			const [missing] = lettersOf('normal', '田');
			expect(lettersOf('normal', text).filter((letter) => letter === missing)).toEqual([]);
			expect(lettersOf('normal', text)).toHaveLength([...text].length);
		},
	);

	it('are the same however an accent is written', () => {
		expect(lettersOf('normal', 'Z\u0307o\u0301\u0142')).toEqual(lettersOf('normal', 'Żół'));
	});

	it('that the face has only without its accent lose it', () => {
		expect(lettersOf('bold', 'ễ')).toEqual(lettersOf('bold', 'e'));
	});

	it('that the font does not have are one box each, and signs without a shape are nothing', () => {
		const [box] = lettersOf('normal', '□');
		expect(lettersOf('normal', '田😀\ud800')).toEqual([box, box, box]);
		expect(lettersOf('normal', 'a\u200db\ufe0f\u0000\u0323')).toEqual(lettersOf('normal', 'ab'));
		expect(lettersOf('normal', 'a\tb\nc')).toEqual(lettersOf('normal', 'a b c'));
	});
});

describe('a text too wide for its place', () => {
	it('ends with an ellipsis', () => {
		expect(fitted('normal', 'Anna Kowalska', 200)).toBe('Anna Kowalska');
		expect(fitted('normal', 'Anna Kowalska', 90)).toBe('Anna K…');
		expect(fitted('normal', 'Anna Kowalska', 75)).toBe('Anna…');
		expect(fitted('normal', 'Anna Kowalska', 3)).toBe('');
	});

	it('is never wider than its place, and keeps as much as it can', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 60 }),
				fc.nat({ max: 300 }),
				fc.constantFrom(...faces),
				(text, width, face) => {
					const short = fitted(face, text, width);
					expect(widthOf(face, short)).toBeLessThanOrEqual(width);
					if (widthOf(face, text) <= width) expect(short).toBe(text);
				},
			),
			seeded(500),
		);
	});

	it('may be of any length', () => {
		expect(fitted('normal', 'x'.repeat(5_000_000), 60)).toBe('xxx…');
		expect(widthOf('normal', fitted('normal', '\u0301'.repeat(5000), 40))).toBeLessThanOrEqual(40);
	});
});
