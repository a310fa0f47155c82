// `npm run home`: writes the address of the repository, as package.json has it, wherever else it is mentioned.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { readManifest } from './contents';
import { atHome, homeOf, MENTIONING } from './home';

const root = path.resolve(__dirname, '..');
const manifest = readManifest(root);
const home = homeOf(manifest);
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');

for (const file of files.filter((name) => MENTIONING.test(name))) {
	const before = readFileSync(path.join(root, file), 'utf8');
	const after = atHome(before, home, manifest.name);
	if (after === before) continue;
	writeFileSync(path.join(root, file), after);
	console.log(file);
}
