import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { packed } from '../release/npm';
import { read, root, sourcesIn } from './architecture/imports';

interface Manifest {
	dependencies?: Record<string, string>;
	peerDependencies: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[] };
}

interface ReadyWorkflow {
	id: string;
	nodes: Array<{
		id: string;
		name: string;
		type: string;
		position: [number, number];
		credentials?: Record<string, { id: string | null }>;
	}>;
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;

const built = (sources: string[], ending: string): string[] =>
	sources.filter((file) => file.endsWith(ending)).map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);

describe('the manifest', () => {
	it('lists every node on disk and no other (stale? npm run build)', () => {
		expect(manifest.n8n.nodes).toEqual(built(sourcesIn('nodes'), '.node.ts'));
	});

	it('lists every credential on disk and no other (stale? npm run build)', () => {
		expect(manifest.n8n.credentials).toEqual(built(sourcesIn('credentials'), '.credentials.ts'));
	});

	it('asks for nothing that n8n does not bring', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});
});

describe('the published package', () => {
	const pack = packed(root);
	const files = pack.files.map((file) => file.path);
	const documents = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'package.json'];

	it('is what is built, the ready workflows and the documents', () => {
		const others = files.filter((file) => !/^(dist|workflows)\//.test(file));
		expect(others.filter((file) => !documents.includes(file))).toEqual([]);
		expect(files).toContain('workflows/start-of-shift.json');
	});

	it('brings everything n8n loads', () => {
		expect(files).toEqual(expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials]));
	});

	it('brings the codex file of every node, by which the editor finds and explains it', () => {
		const codex = manifest.n8n.nodes.map((file) => file.replace(/\.js$/, '.json'));
		expect(codex.filter((file) => !existsSync(path.join(root, file.replace(/^dist\//, ''))))).toEqual([]);
		expect(files).toEqual(expect.arrayContaining(codex));
	});

	it('stays small', () => {
		expect(pack.entryCount).toBeLessThan(650);
		expect(pack.size).toBeLessThan(600_000);
		expect(pack.unpackedSize).toBeLessThan(2_200_000);
	});

	it('holds only code, codex files and icons', () => {
		const kinds = new Set(files.filter((file) => file.startsWith('dist/')).map((file) => path.extname(file)));
		expect([...kinds].sort()).toEqual(['.js', '.json', '.svg']);
	});
});

const workflowFiles = readdirSync(path.join(root, 'workflows')).filter((file) => file.endsWith('.json'));
const workflows = workflowFiles.map((file): [string, ReadyWorkflow] => [
	file,
	JSON.parse(read(`workflows/${file}`)) as ReadyWorkflow,
]);

describe.each(workflows)('the ready workflow %s', (_file, { nodes, connections }) => {
	const names = nodes.map(({ name }) => name);

	it('brings no credentials, no address of the machine it was made on and no moment to try out', () => {
		const ids = nodes.flatMap(({ credentials = {} }) => Object.values(credentials).map((one) => one.id));
		expect(ids.filter((one) => one !== null)).toEqual([]);
		expect(JSON.stringify(nodes)).not.toMatch(/127\.0\.0\.1|localhost|"evaluateAt":"[^"]/);
	});

	it('connects nodes that are there, each with a name and an id of its own', () => {
		const targets = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
		expect([...Object.keys(connections), ...targets].filter((name) => !names.includes(name))).toEqual([]);
		expect(new Set(names).size).toBe(nodes.length);
		expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
	});

	it('has no node on top of another', () => {
		const places = nodes.filter(({ type }) => !type.endsWith('.stickyNote')).map(({ position }) => position);
		const close = places.flatMap(([x, y], index) =>
			places.slice(index + 1).filter(([u, v]) => Math.abs(x - u) < 144 && Math.abs(y - v) < 144),
		);
		expect(close).toEqual([]);
	});
});

/** Whose nodes remember something between runs. */
const remembering = workflows.filter(([, { nodes }]) =>
	nodes.some(({ type }) => /\.(agentState|shiftSchedule)$/.test(type)),
);

it.each(remembering)(
	'%s has an id no longer than 21 characters, as n8n asks for to keep what nodes remember',
	(_file, { id }) => {
		expect(id.length).toBeLessThanOrEqual(21);
	},
);
