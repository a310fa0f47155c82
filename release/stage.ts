import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

import { ADAPTERS, contentsOf, readManifest, services } from './contents';
import type { Contents, Manifest } from './contents';
import { LINT_CONFIG, manifestOf, manifestText } from './manifest';
import { readmeOf } from './readme';

/** What git keeps of a package: n8n's scan looks for its package.json in the commit that was published. */
const KEPT = ['package.json', 'eslint.config.mjs'];

/** The packages of one service, from the built pack. */
export const packagesOf = (root: string): Contents[] => services(root).map((service) => contentsOf(root, service));

export const folderOf = (root: string, { id }: Contents): string => path.join(root, 'packages', id);

/** The files of a package that git keeps. @returns by their names */
export function keptFiles(top: Manifest, contents: Contents, all: readonly Contents[]): Record<string, string> {
	return { 'package.json': manifestText(manifestOf(top, contents, all)), 'eslint.config.mjs': LINT_CONFIG };
}

/** Writes the files of all packages that git keeps. */
export function writeKept(root: string, all: readonly Contents[]): void {
	const top = readManifest(root);
	for (const contents of all) {
		const folder = folderOf(root, contents);
		mkdirSync(folder, { recursive: true });
		for (const [name, text] of Object.entries(keptFiles(top, contents, all)))
			writeFileSync(path.join(folder, name), text);
	}
}

/**
 * Writes all else of a package beside the files that git keeps, ready to be scanned and packed. The pack must be built.
 *
 * @param folder by default that of the package in `packages/`; another one gets what git keeps as well
 * @returns the folder
 */
export function stage(root: string, contents: Contents, folder = folderOf(root, contents)): string {
	if (!existsSync(path.join(folderOf(root, contents), 'package.json'))) {
		throw new Error(`packages/${contents.id}/package.json is missing: npm run pack`);
	}
	if (folder !== folderOf(root, contents)) {
		mkdirSync(folder, { recursive: true });
		for (const file of KEPT) cpSync(path.join(folderOf(root, contents), file), path.join(folder, file));
	}
	const top = readManifest(root);
	const write = (file: string, text: string) => {
		mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	};
	const copy = (file: string) => cpSync(path.join(root, file), path.join(folder, file), { recursive: true });

	for (const name of readdirSync(folder).filter((one) => !KEPT.includes(one))) {
		rmSync(path.join(folder, name), { recursive: true, force: true });
	}
	for (const file of contents.files) copy(file);
	// The sources beside them, because n8n's rules are written for sources.
	for (const file of contents.files) copy(sourceOf(file));
	const adapters = adaptersOf(readFileSync(path.join(root, sourceOf(ADAPTERS)), 'utf8'), contents.service);
	write(sourceOf(ADAPTERS), adapters);
	write(ADAPTERS, compiled(adapters));
	for (const file of contents.files.filter((one) => one.endsWith('.node.json'))) {
		const codex = readFileSync(path.join(root, file), 'utf8').replace(
			`"${top.name}.`,
			`"${top.name}-${contents.id}.`,
		);
		write(file, codex);
		write(sourceOf(file), codex);
	}
	for (const [name, text] of workflowsOf(root, top, contents)) write(`workflows/${name}`, text);
	write('README.md', readmeOf(root, top, contents));
	for (const file of ['CHANGELOG.md', 'LICENSE.md']) copy(file);
	return folder;
}

const sourceOf = (built: string): string => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');

/** The list of services that Agent State knows, cut down to one. @param text of adapters.ts */
export function adaptersOf(text: string, service: string): string {
	const lines = text.split('\n');
	const own = lines.filter((line) => line.includes(` from '../${service}/`));
	const names = own.map((line) => /\bas (\w+)/.exec(line)?.[1] ?? '');
	return [
		...lines.filter((line) => line.startsWith('//') || line.startsWith('import type')),
		...own,
		'',
		`export const adapters: Adapter[] = [${names.join(', ')}];`,
		'',
	].join('\n');
}

const compiled = (text: string): string =>
	ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS } })
		.outputText;

interface ReadyWorkflow {
	nodes: Array<{ type: string; credentials?: Record<string, unknown> }>;
}

/** The ready-made workflows of whose services a package has all, with its own name in their nodes. */
function workflowsOf(root: string, top: Manifest, { id, nodes, credentials }: Contents): Array<[string, string]> {
	const files = [...nodes, ...credentials].map((file) => path.posix.basename(file).replace(/\.\w+\.js$/, ''));
	const own = new Set(files.map((name) => name.charAt(0).toLowerCase() + name.slice(1)));
	const prefix = `${top.name}.`;
	return readdirSync(path.join(root, 'workflows'))
		.filter((name) => name.endsWith('.json'))
		.sort()
		.flatMap((name): Array<[string, string]> => {
			const text = readFileSync(path.join(root, 'workflows', name), 'utf8');
			const using = (JSON.parse(text) as ReadyWorkflow).nodes.filter(({ type }) => type.startsWith(prefix));
			const used = using.flatMap(({ type, credentials: keys = {} }) => [
				type.slice(prefix.length),
				...Object.keys(keys),
			]);
			if (used.length === 0 || used.some((one) => !own.has(one))) return [];
			return [[name, text.replaceAll(`"${prefix}`, `"${top.name}-${id}.`)]];
		});
}
