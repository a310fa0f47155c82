import * as font from './font';
import type { Box, FaceName } from './shape';

/** How far letters reach above and below the base line, and how far above it the middle of a capital is; in pixels. */
export const textLine = { ascent: 20, descent: 5, middle: 7.5 };

/** The pixels of a letter, and their place relative to the pen; `top` counts up from the base line. */
export interface Letter {
	advance: number;
	left: number;
	top: number;
	width: number;
	height: number;
	/** Row after row, 0 (nothing) to 15 (ink). */
	alpha: Uint8Array;
}

/** In characters. Longer text fits into no picture, and is cut before it is measured. */
const LONGEST = 1000;

/**
 * The letters of a line, from left to right. A letter that the font lacks is shown without its accent or, if it has none,
 * as a box. Combining marks and characters without a shape are dropped.
 */
export function lettersOf(face: FaceName, text: string): Letter[] {
	const letters = glyphsOf(face);
	return charactersOf(text).map((character) => letterFor(letters, character));
}

export const widthOf = (face: FaceName, text: string): number =>
	lettersOf(face, text).reduce((sum, { advance }) => sum + advance, 0);

/** The text or, if it is too wide, its beginning with an ellipsis; nothing if not even that fits. */
export function fitted(face: FaceName, text: string, width: number): string {
	if (text.length <= LONGEST && widthOf(face, text) <= width) return text;
	const ellipsis = widthOf(face, '…');
	if (ellipsis > width) return '';
	const letters = glyphsOf(face);
	let [kept, used] = ['', ellipsis];
	for (const character of charactersOf(text)) {
		used += letterFor(letters, character).advance;
		if (used > width) break;
		kept += character;
	}
	return `${kept.trimEnd()}…`;
}

/** The box of a line whose capitals have their middle at `middle`. */
export const boxOf = (face: FaceName, text: string, x: number, middle: number): Box => {
	const { ascent, descent, middle: half } = textLine;
	return { x, y: Math.round(middle + half) - ascent, width: widthOf(face, text), height: ascent + descent };
};

/** A combining accent is joined with its letter; a surrogate pair is one character. */
const charactersOf = (text: string): string[] =>
	[...text.slice(0, LONGEST).normalize('NFC').replace(/\s/g, ' ')].filter(
		(character) => !/[\p{M}\p{Cf}\p{Cc}]/u.test(character),
	);

function letterFor(letters: Map<number, Letter>, character: string): Letter {
	const [code, base] = [character, character.normalize('NFD')].map((one) => one.codePointAt(0) ?? 0);
	const letter = letters.get(code ?? 0) ?? letters.get(base ?? 0) ?? letters.get(0x25a1) ?? letters.get(0x3f);
	if (letter === undefined) throw new RangeError('the font has no letters');
	return letter;
}

const faces = new Map<FaceName, Map<number, Letter>>();

/** Unpacked on first use: most runs of the node draw nothing. */
function glyphsOf(face: FaceName): Map<number, Letter> {
	const cached = faces.get(face);
	if (cached !== undefined) return cached;
	const unpacked = unpack(Buffer.from(font[face].letters, 'base64'));
	faces.set(face, unpacked);
	return unpacked;
}

/** Bytes before the pixels of a letter. */
const HEADER_BYTES = 7;

function unpack(bytes: Uint8Array): Map<number, Letter> {
	const letters = new Map<number, Letter>();
	const at = (index: number): number => bytes[index] ?? 0;
	const signed = (index: number): number => (at(index) << 24) >> 24;
	for (let index = 0; index < bytes.length;) {
		const [width, height] = [at(index + 5), at(index + 6)];
		const { alpha, end } = pixelsAt(bytes, index + HEADER_BYTES, width * height);
		const place = { left: signed(index + 3), top: signed(index + 4) };
		letters.set(at(index) + at(index + 1) * 256, { advance: at(index + 2), ...place, width, height, alpha });
		index = end;
	}
	return letters;
}

/** See `Face` in font.ts for the packing. */
function pixelsAt(bytes: Uint8Array, start: number, count: number): { alpha: Uint8Array; end: number } {
	const alpha = new Uint8Array(count);
	let half = start * 2;
	const next = (): number => {
		const byte = bytes[half >> 1] ?? 0;
		return half++ % 2 === 0 ? byte >> 4 : byte & 15;
	};
	for (let pixel = 0; pixel < count;) {
		const value = next();
		const run = value === 0 || value === 15 ? next() + 1 : 1;
		alpha.fill(value, pixel, pixel + run);
		pixel += run;
	}
	return { alpha, end: Math.ceil(half / 2) };
}
