// `npm run notes`: what CHANGELOG.md says about the version in package.json, for the release's page.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { notesOf } from './changelog';
import { readManifest } from './contents';

const root = path.resolve(__dirname, '..');
console.log(notesOf(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), readManifest(root).version));
