import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { read, root, sourcesIn } from './architecture/imports';

interface Manifest {
	dependencies?: Record<string, string>;
	peerDependencies: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[] };
}

const manifest = JSON.parse(read('package.json')) as Manifest;

const built = (sources: string[], ending: string): string[] =>
	sources.filter((file) => file.endsWith(ending)).map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);

/** What `npm publish` would upload, without building or uploading anything. */
function packed(): string[] {
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const output = execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [report] = JSON.parse(output) as { files: { path: string }[] }[];
	return report?.files.map((file) => file.path) ?? [];
}

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
	const files = packed();
	const documents = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'package.json'];

	it('is what is built and the documents', () => {
		expect(files.filter((file) => !file.startsWith('dist/') && !documents.includes(file))).toEqual([]);
	});

	it('brings everything n8n loads', () => {
		expect(files).toEqual(expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials]));
	});

	it('holds only code, codex files and icons', () => {
		const kinds = new Set(files.filter((file) => file.startsWith('dist/')).map((file) => path.extname(file)));
		expect([...kinds].sort()).toEqual(['.js', '.json', '.svg']);
	});
});
