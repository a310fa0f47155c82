import { crc32, inflateSync } from 'node:zlib';

/** A PNG as an ordinary decoder reads it; it shares nothing with our encoder. */
export interface Decoded {
	width: number;
	height: number;
	chunks: string[];
	/** As `#rrggbb`. */
	pixelAt(x: number, y: number): string;
}

const SIGNATURE = '89504e470d0a1a0a';

/** @throws Error when the file is not a PNG of the kinds that we write, or a checksum is wrong */
export function decode(png: Uint8Array): Decoded {
	const file = Buffer.from(png);
	if (file.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('no PNG');
	const found = chunksOf(file);
	const content = (name: string): Buffer =>
		Buffer.concat(found.filter((chunk) => chunk.name === name).map((chunk) => chunk.content));
	const header = content('IHDR');
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	const [depth, type, ...rest] = header.subarray(8);
	if (depth !== 8 || (type !== 2 && type !== 3) || rest.join() !== '0,0,0') throw new Error('another kind of PNG');
	const size = type === 2 ? 3 : 1;
	const rows = inflateSync(content('IDAT'));
	if (rows.length !== height * (width * size + 1)) throw new Error('too many or too few pixels');
	const palette = content('PLTE');
	return {
		width,
		height,
		chunks: found.map(({ name }) => name),
		pixelAt: (x, y) => {
			if (x < 0 || y < 0 || x >= width || y >= height) throw new Error('outside');
			const row = y * (width * size + 1);
			if (rows[row] !== 0) throw new Error('a filter');
			const at = row + 1 + x * size;
			const [from, index] = type === 2 ? [rows, at] : [palette, (rows[at] ?? 0) * 3];
			return `#${from.subarray(index, index + 3).toString('hex')}`;
		},
	};
}

function chunksOf(file: Buffer): Array<{ name: string; content: Buffer }> {
	const chunks: Array<{ name: string; content: Buffer }> = [];
	for (let at = 8; at < file.length;) {
		const length = file.readUInt32BE(at);
		const end = at + 8 + length;
		if (file.readUInt32BE(end) !== crc32(file.subarray(at + 4, end))) throw new Error('a wrong checksum');
		chunks.push({ name: file.toString('latin1', at + 4, at + 8), content: file.subarray(at + 8, end) });
		at = end + 4;
	}
	return chunks;
}
