// `npm run pack`: all four packages as npm would publish them, in packages/; `npm run pack -- twilio` packs one.
import path from 'node:path';

import { packed } from './npm';
import { packagesOf, stage, writeKept } from './stage';

const root = path.resolve(__dirname, '..');
const all = packagesOf(root);
const known = ['all', ...all.map(({ id }) => id)];
const asked = process.argv.slice(2);
const unknown = asked.filter((id) => !known.includes(id));
if (unknown.length > 0) {
	console.error(`There is no package ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
	process.exit(1);
}

writeKept(root, all);
const chosen = asked.length === 0 || asked.includes('all') ? known : asked;
for (const id of chosen) {
	const contents = all.find((one) => one.id === id);
	const folder = contents ? stage(root, contents) : root;
	const { filename, entryCount, size, unpackedSize } = packed(folder, path.join(root, 'packages'));
	console.log(`packages/${filename}: ${entryCount} files, ${size} bytes, ${unpackedSize} bytes unpacked`);
}
