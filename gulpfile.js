'use strict';

const { execFile } = require('node:child_process');
const { existsSync, readdirSync } = require('node:fs');
const { readFile, rm, writeFile } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

/** What n8n loads. Written from disk, so that a new vendor folder registers itself. */
async function manifest() {
	const before = await readFile('package.json', 'utf8');
	const pack = JSON.parse(before);
	pack.n8n = {
		n8nNodesApiVersion: 1,
		nodes: builtFrom('nodes', '.node.ts'),
		credentials: builtFrom('credentials', '.credentials.ts'),
	};
	const after = `${JSON.stringify(pack, null, '\t')}\n`;
	if (after !== before) await writeFile('package.json', after);
}

/** The built counterparts of all sources in a folder whose names end so, in an order that never depends on the file system. */
function builtFrom(folder, ending) {
	const files = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
	return files
		.filter((file) => file.endsWith(ending))
		.map((file) => `dist/${folder}/${file.replaceAll('\\', '/').replace(/\.ts$/, '.js')}`)
		.sort();
}

/** The services that Agent State knows, found on disk too: a new vendor's adapter is enough. */
async function adapters() {
	const file = 'nodes/AgentState/adapters.ts';
	const found = readdirSync('nodes', { recursive: true })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.endsWith('/adapter.ts') && !path.startsWith('shared/'))
		.sort()
		.map((path) => ({ path: path.replace(/\.ts$/, ''), name: nameOf(path) }));
	const after = [
		'// Made from disk by `npm run build`.',
		"import type { Adapter } from '../shared/state/adapter';",
		...found.map(({ path, name }) => `import { adapter as ${name} } from '../${path}';`),
		'',
		`export const adapters: Adapter[] = [${found.map(({ name }) => name).join(', ')}];`,
		'',
	].join('\n');
	const before = existsSync(file) ? await readFile(file, 'utf8') : '';
	if (after !== before) await writeFile(file, after);
}

/** The folder of an adapter, as a variable is named. */
function nameOf(path) {
	const folder = path.split('/').at(-2);
	return folder[0].toLowerCase() + folder.slice(1);
}

const clean = () => rm('dist', { recursive: true, force: true });

/** The project's own tsc, so that the build checks exactly what an editor shows. */
function compile(done) {
	execFile(
		process.execPath,
		[require.resolve('typescript/bin/tsc'), '--project', 'tsconfig.json'],
		(error, stdout) => {
			process.stdout.write(stdout);
			done(error ? new Error('TypeScript reported errors.') : undefined);
		},
	);
}

/** Folders keep their depth below dist, so an icon's path relative to its node or credential stays true. */
const copy = (globs) => src(globs, { base: '.', encoding: false }).pipe(dest('dist'));
const icons = () => copy('icons/*.svg');
const codex = () => copy('nodes/**/*.node.json');

const build = series(parallel(clean, manifest, adapters), compile, parallel(icons, codex));

module.exports = { manifest, adapters, build, default: build };
