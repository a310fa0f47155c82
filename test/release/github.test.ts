import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { read, root } from '../architecture/imports';
import { loadPack } from '../support/pack/pack';

const step = z.object({
	uses: z.string().optional(),
	run: z.string().optional(),
	with: z.record(z.string(), z.unknown()).optional(),
});
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const workflowShape = z.object({
	on: z.record(z.string(), z.unknown()),
	permissions,
	jobs: z.record(
		z.string(),
		z.object({
			'runs-on': z.string(),
			'timeout-minutes': z.number(),
			permissions: permissions.optional(),
			strategy: z.object({ matrix: z.record(z.string(), z.array(z.string())) }).optional(),
			steps: z.array(step),
		}),
	),
});
const formShape = z.object({
	name: z.string(),
	description: z.string(),
	body: z.array(
		z.object({
			type: z.enum(['markdown', 'input', 'textarea', 'dropdown']),
			id: z.string().optional(),
			attributes: z.object({ label: z.string().optional(), options: z.array(z.string()).optional() }),
			validations: z.object({ required: z.boolean() }).optional(),
		}),
	),
});

const filesIn = (folder: string): string[] => readdirSync(path.join(root, folder)).map((file) => `${folder}/${file}`);
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const workflows = filesIn('.github/workflows');
const workflowIn = (file: string) => workflowShape.parse(parse(read(file)));

describe.each(workflows)('%s', (file) => {
	const { jobs, permissions: usual } = workflowIn(file);
	const steps = Object.values(jobs).flatMap((job) => job.steps);

	it('may read the repository at most, unless a job asks for more', () => {
		expect([{}, { contents: 'read' }]).toContainEqual(usual);
	});

	it('takes every action by its commit, with the version beside it', () => {
		const lines = read(file).match(/uses: .+/g) ?? [];
		expect(lines).not.toEqual([]);
		expect(lines.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
	});

	it('leaves no key of the repository behind', () => {
		const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		expect(checkouts).not.toEqual([]);
		expect(checkouts.filter((one) => one.with?.['persist-credentials'] !== false)).toEqual([]);
	});

	it('runs scripts that exist', () => {
		const run = steps.flatMap(({ run: lines = '' }) => [
			...lines.matchAll(/\bnpm (?:run (?:--silent )?)?([\w:]+)/g),
		]);
		const named = run
			.map(([, name = '']) => name)
			.filter((name) => !['ci', 'config', 'view', 'publish'].includes(name));
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
		expect(named).toContain('test');
	});
});

it('every change is tested on three systems, with the oldest Node that the pack supports and the newest', () => {
	const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
	const { tests } = workflowIn('.github/workflows/ci.yml').jobs;
	expect(tests?.strategy?.matrix).toEqual({
		os: ['ubuntu-latest', 'macos-latest', 'windows-latest'],
		node: [engines.node.replace('>=', ''), 'latest'],
	});
});

describe('publishing', () => {
	const { on, jobs } = workflowIn('.github/workflows/publish.yml');

	it('happens for the tag of a release and nothing else', () => {
		expect(on).toEqual({ push: { tags: ['v*.*.*'] } });
	});

	it('has provenance, from a job that can change nothing in the repository', () => {
		expect(jobs.publish?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
		expect(jobs.release?.permissions).toEqual({ contents: 'write' });
		const published = (jobs.publish?.steps ?? []).map(({ run = '' }) => run).join('\n');
		expect(published).toMatch(/npm publish --provenance --access public/);
		expect(published.indexOf('npm test')).toBeLessThan(published.indexOf('npm publish'));
	});

	it('attaches the bill of materials', () => {
		const released = (jobs.release?.steps ?? []).map(({ run = '' }) => run).join('\n');
		expect(released).toContain('npm run --silent sbom > sbom.cdx.json');
		expect(released).toMatch(/gh release create .* sbom\.cdx\.json/);
	});
});

describe.each(['bug.yml', 'idea.yml'])('the form %s', (file) => {
	const { body } = formShape.parse(parse(read(`.github/ISSUE_TEMPLATE/${file}`)));
	const fields = body.filter(({ type }) => type !== 'markdown');

	it('has a label for every field, and each once', () => {
		const ids = fields.map(({ id }) => id);
		expect(new Set(ids).size).toBe(fields.length);
		expect(fields.filter(({ attributes }) => !attributes.label)).toEqual([]);
	});

	it('offers every service', async () => {
		const { operations, nodes } = await loadPack();
		const withService = new Set(operations.filter(({ name }) => name.includes('.')).map(({ node }) => node));
		const offered = fields.find(({ id }) => id === 'service')?.attributes.options ?? [];
		const missing = nodes
			.filter(({ name }) => withService.has(name))
			.filter(({ displayName }) => !offered.some((option) => option.startsWith(displayName)));
		expect(missing.map(({ displayName }) => displayName)).toEqual([]);
	});
});

it('a report says which n8n, which service, what was expected and what happened', () => {
	const { body } = formShape.parse(parse(read('.github/ISSUE_TEMPLATE/bug.yml')));
	const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
	expect(required).toEqual(expect.arrayContaining(['n8n', 'package', 'service', 'expected', 'happened']));
});

it('reports come by the forms', () => {
	const config = parse(read('.github/ISSUE_TEMPLATE/config.yml')) as { blank_issues_enabled: boolean };
	expect(config.blank_issues_enabled).toBe(false);
});

it('updates are looked for wherever there is a lockfile, and among the actions', () => {
	const { updates } = parse(read('.github/dependabot.yml')) as {
		updates: Array<{ 'package-ecosystem': string; directories?: string[] }>;
	};
	const folders = updates.find((one) => one['package-ecosystem'] === 'npm')?.directories ?? [];
	expect(folders.filter((folder) => !existsSync(path.join(root, folder, 'package-lock.json')))).toEqual([]);
	expect(folders).toHaveLength(4);
	expect(updates.map((one) => one['package-ecosystem'])).toContain('github-actions');
});

it('.nvmrc names the Node that n8n needs', () => {
	expect(read('.nvmrc')).toBe('24\n');
	expect(read('demo/bootstrap/node24.mjs')).toContain('const NEEDED = 24;');
});
