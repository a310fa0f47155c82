import type { Canvas } from './canvas';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** PNG's numbers for its colour types. */
const [TRUE_COLOUR, PALETTE] = [2, 3];

/**
 * A PNG file (W3C Portable Network Graphics, third edition). Up to 256 colours use a palette, which makes the file smaller
 * and three times as fast to write. Rows are not filtered: deflate alone does well on flat areas and repeated rows.
 */
export async function pngOf({ width, height, pixels }: Canvas): Promise<Uint8Array> {
	const indexed = indexedOf(pixels);
	const [type, bytes, samples] = indexed
		? ([PALETTE, indexed.indexes, 1] as const)
		: ([TRUE_COLOUR, channelsOf(pixels), 3] as const);
	const header = [...bytesOf(width), ...bytesOf(height), 8, type, 0, 0, 0];
	return joined([
		Uint8Array.from(SIGNATURE),
		chunk('IHDR', Uint8Array.from(header)),
		...(indexed ? [chunk('PLTE', channelsOf(indexed.colours))] : []),
		chunk('IDAT', await deflated(rowsOf(bytes, width * samples, height))),
		chunk('IEND', new Uint8Array()),
	]);
}

/** @returns `undefined` when there are more than 256 colours */
function indexedOf(pixels: Uint32Array): { indexes: Uint8Array; colours: number[] } | undefined {
	const numbers = new Map<number, number>();
	const indexes = new Uint8Array(pixels.length);
	let [last, number] = [-1, 0];
	for (let index = 0; index < pixels.length; index++) {
		const colour = pixels[index] ?? 0;
		if (colour !== last) {
			number = numbers.get(colour) ?? numbers.size;
			numbers.set(colour, number);
			if (numbers.size > 256) return undefined;
			last = colour;
		}
		indexes[index] = number;
	}
	return { indexes, colours: [...numbers.keys()] };
}

/** The red, green and blue byte of each colour. */
function channelsOf(pixels: ArrayLike<number>): Uint8Array {
	const bytes = new Uint8Array(pixels.length * 3);
	for (let index = 0; index < pixels.length; index++) {
		const colour = pixels[index] ?? 0;
		bytes[index * 3] = colour >> 16;
		bytes[index * 3 + 1] = colour >> 8;
		bytes[index * 3 + 2] = colour;
	}
	return bytes;
}

/** Puts a zero before each row: the number of its filter, which is none. */
function rowsOf(bytes: Uint8Array, length: number, height: number): Uint8Array {
	const rows = new Uint8Array((length + 1) * height);
	for (let row = 0; row < height; row++) {
		rows.set(bytes.subarray(row * length, (row + 1) * length), row * (length + 1) + 1);
	}
	return rows;
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
	const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Length, name, content, and the checksum of name and content. */
function chunk(name: string, content: Uint8Array): Uint8Array {
	const named = joined([Uint8Array.from(Buffer.from(name, 'latin1')), content]);
	return joined([Uint8Array.from(bytesOf(content.length)), named, Uint8Array.from(bytesOf(crc32(named)))]);
}

/** Four bytes, the highest first. */
const bytesOf = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

/** CRC-32, a byte at a time. */
function crc32(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) sum = (remainders[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
	return (sum ^ 0xffffffff) >>> 0;
}

const remainders = Array.from({ length: 256 }, (_, byte) => {
	let sum = byte;
	for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
	return sum >>> 0;
});

function joined(parts: Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let index = 0;
	for (const part of parts) {
		all.set(part, index);
		index += part.length;
	}
	return all;
}
