import { crc32 } from 'node:zlib';

/** A picture of a film: a PNG, and how long it is shown. */
export interface Frame {
	png: Buffer;
	seconds: number;
}

interface Chunk {
	type: string;
	data: Buffer;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/**
 * Several PNGs of the same size and kind as one that moves (APNG, PNG specification 11.3.5). Programs that do not know it show
 * the first picture.
 */
export function filmOf(frames: readonly Frame[]): Buffer {
	const pictures = frames.map(({ png, seconds }) => ({ chunks: chunksIn(png), seconds }));
	const header = pictures[0]?.chunks.find(({ type }) => type === 'IHDR')?.data;
	if (!header) throw new Error('A film needs a picture.');
	let sequence = 0;
	const moving = pictures.flatMap(({ chunks, seconds }, at): Buffer[] => {
		if (!chunks.find(({ type }) => type === 'IHDR')?.data.equals(header))
			throw new Error(`Picture ${at + 1} of the film is of another size or kind than the first.`);
		const control = chunk('fcTL', [
			...[uint32(sequence++), header.subarray(0, 8), uint32(0), uint32(0)],
			...[uint16(Math.round(seconds * 1000)), uint16(1000), Buffer.from([0, 0])],
		]);
		const data = chunks.filter(({ type }) => type === 'IDAT');
		const shown = data.map((one) =>
			at === 0 ? chunk('IDAT', [one.data]) : chunk('fdAT', [uint32(sequence++), one.data]),
		);
		return [control, ...shown];
	});
	const start = [chunk('IHDR', [header]), chunk('acTL', [uint32(frames.length), uint32(0)])];
	return Buffer.concat([SIGNATURE, ...start, ...moving, chunk('IEND', [])]);
}

function chunksIn(png: Buffer): Chunk[] {
	const chunks: Chunk[] = [];
	for (let at = SIGNATURE.length; at < png.length;) {
		const length = png.readUInt32BE(at);
		const data = png.subarray(at + 8, at + 8 + length);
		chunks.push({ type: png.toString('latin1', at + 4, at + 8), data });
		at += length + 12;
	}
	return chunks;
}

function chunk(type: string, parts: readonly Buffer[]): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
	return Buffer.concat([uint32(body.length - 4), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value >>> 0);
	return bytes;
}

function uint16(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16BE(value);
	return bytes;
}
