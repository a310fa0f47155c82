import { readdirSync } from 'node:fs';
import path from 'node:path';
import { importsOf, read, root, sourcesIn, type Import } from './imports';

/** A folder of the demo may import from itself, from those that stand after it, and from simulators/. */
const FOLDERS = ['scenarios', 'observe', 'n8n', 'bootstrap'];

/** The bootstrap runs before anything is installed, and hands over to the scenarios once it is. */
const HANDOVER = { from: 'demo/bootstrap/start.mjs', to: 'demo/scenarios/runDemo.ts' };

const files = FOLDERS.flatMap((folder) =>
	readdirSync(path.join(root, 'demo', folder))
		.filter((name) => /\.(ts|mjs)$/.test(name))
		.map((name) => `demo/${folder}/${name}`),
);

/** What a file imports, by tsx too. */
function importsIn(file: string, text = read(file)): Import[] {
	const byTsx = [...text.matchAll(/\btsImport\('([^']+)'/g)].map(([, specifier = '']) => ({
		from: file,
		to: path.posix.join(path.posix.dirname(file), specifier),
	}));
	return [...importsOf(file, text), ...byTsx];
}

/** Says why an import is forbidden, or nothing when it is allowed. */
function objectionInDemo({ from, to }: Import): string | undefined {
	if (from === HANDOVER.from && to === HANDOVER.to) return undefined;
	if (/^(test|nodes|credentials)\//.test(to)) return `the demo imports nothing from ${to.split('/')[0] ?? ''}/`;
	const [top, folder = ''] = to.split('/');
	if (top !== 'demo') return undefined;
	const order = FOLDERS.indexOf(folder);
	if (order === -1) return 'the demo has four folders';
	const own = from.split('/')[1] ?? '';
	return order < FOLDERS.indexOf(own) ? `${own}/ stands below ${folder}/` : undefined;
}

/** Which files of the demo each of them imports. */
const graph = new Map(
	files.map((file) => [
		file,
		importsOf(file).flatMap(({ to }) => files.find((each) => each === to || each === `${to}.ts`) ?? []),
	]),
);

/** The first circle of imports that is reached from a file, as a path through its files. */
function circleFrom(file: string, way: string[] = [], done = new Set<string>()): string[] | undefined {
	const at = way.indexOf(file);
	if (at !== -1) return [...way.slice(at), file];
	if (done.has(file)) return undefined;
	for (const next of graph.get(file) ?? []) {
		const found = circleFrom(next, [...way, file], done);
		if (found) return found;
	}
	done.add(file);
	return undefined;
}

describe('the demo', () => {
	it('has files in each of its folders, and none beside them', () => {
		expect(FOLDERS.filter((folder) => !files.some((file) => file.startsWith(`demo/${folder}/`)))).toEqual([]);
		const entries = readdirSync(path.join(root, 'demo')).filter((name) => !name.startsWith('.'));
		expect(entries.sort()).toEqual([...FOLDERS].sort());
	});

	it('imports downwards only', () => {
		const objections = files.flatMap((file) =>
			importsIn(file)
				.flatMap((found) => objectionInDemo(found) ?? [])
				.map((reason) => `${file}: ${reason}`),
		);
		expect(objections).toEqual([]);
	});

	it('has no circle of imports', () => {
		expect(files.flatMap((file) => circleFrom(file) ?? [])).toEqual([]);
	});

	it('is imported by no simulator', () => {
		const imports = sourcesIn('simulators').flatMap((file) => importsOf(file));
		expect(imports.filter(({ to }) => to.startsWith('demo/'))).toEqual([]);
	});

	it.each([
		['demo/n8n/client.ts', "import { x } from '../observe/problems';", 'n8n/ stands below observe/'],
		[
			'demo/observe/problems.ts',
			"import type { X } from '../scenarios/trial';",
			'observe/ stands below scenarios/',
		],
		['demo/bootstrap/explain.mjs', "import { x } from '../n8n/api';", 'bootstrap/ stands below n8n/'],
		['demo/bootstrap/install.mjs', "import { x } from '../../test/support/steps.mjs';", 'nothing from test/'],
		['demo/observe/readStates.ts', "import { x } from '../credentials';", 'four folders'],
		['demo/bootstrap/prepare.mjs', "await tsImport('../scenarios/runDemo.ts', '');", 'below scenarios/'],
	])('would be stopped where %s contains %s', (file, statement, reason) => {
		expect(importsIn(file, statement).map(objectionInDemo)).toEqual([expect.stringContaining(reason)]);
	});
});
