import { filmOf } from '../../demo/observe/film';
import { coverageWeek } from '../support/documents/coverageWeek';
import { twoWeeks } from '../support/documents/twoWeeks';

/** The types of the chunks in a PNG, each once in a row. */
function chunkTypes(png: Buffer): string[] {
	const types: string[] = [];
	for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
		const type = png.toString('latin1', at + 4, at + 8);
		if (types.at(-1) !== type) types.push(type);
	}
	return types;
}

it('a film has its first picture where other programs look for one, and the others behind it', async () => {
	const png = Buffer.from(await twoWeeks());
	const frame = { png, seconds: 2 };

	const film = filmOf([frame, frame, frame]);

	expect(chunkTypes(film)).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'fcTL', 'fdAT', 'IEND']);
	expect(film.readUInt32BE(film.indexOf('acTL') + 4)).toBe(3);
	expect(film.readUInt16BE(film.indexOf('fcTL') + 24)).toBe(2000);
});

it('pictures of different sizes make no film', async () => {
	const [png, other] = [Buffer.from(await twoWeeks()), Buffer.from(await coverageWeek())];

	expect(() => filmOf([png, other].map((one) => ({ png: one, seconds: 1 })))).toThrow('Picture 2 of the film');
	expect(() => filmOf([])).toThrow('A film needs a picture');
});
