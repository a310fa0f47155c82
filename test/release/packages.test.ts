import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import { readManifest } from '../../release/contents';
import { packed } from '../../release/npm';
import { adaptersOf, folderOf, keptFiles, packagesOf, stage } from '../../release/stage';
import { vendorSimulators, type Simulator } from '../../simulators';
import { root } from '../architecture/imports';
import { Bench } from '../support/bench/bench';

const top = readManifest(root);
const all = packagesOf(root);
const text = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** What a user of each of them gets, and how much of it there is. */
const EXPECTED: Record<
	string,
	{ nodes: string[]; credential: string; workflows: string[]; files: number; bytes: number }
> = {
	conpeek: {
		nodes: ['agentState', 'conpeek'],
		credential: 'conpeekApi',
		workflows: ['conpeek.json'],
		files: 165,
		bytes: 140_000,
	},
	twilio: {
		nodes: [
			...['agentState', 'agentStateTrigger', 'twilioConversations', 'twilioFrontline', 'twilioTaskRouter'],
			'twilioTaskRouterTrigger',
		],
		credential: 'twilioContactCenterApi',
		workflows: [
			...[
				'many-workspaces.json',
				'skill-to-break.json',
				'team-meeting-and-back.json',
				'twilio-conversations.json',
				'twilio-frontline.json',
			],
			...['twilio-taskrouter.json', 'undo-interrupted-run.json'],
		],
		files: 290,
		bytes: 210_000,
	},
	voipnow: {
		nodes: ['agentState', 'agentStateTrigger', 'voipNow'],
		credential: 'voipNowOAuth2Api',
		workflows: ['voipnow.json'],
		files: 190,
		bytes: 155_000,
	},
};

it('every vendor on disk has a package of its own', () => {
	expect(all.map(({ id }) => id)).toEqual(
		vendorSimulators()
			.map(({ id }) => id.toLowerCase())
			.sort(),
	);
	expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(EXPECTED)));
});

it('the list of services is cut down to one', () => {
	const list = text(root, 'nodes/AgentState/adapters.ts');
	expect(adaptersOf(list, 'VoipNow').split('\n')).toEqual([
		'// Made from disk by `npm run build`.',
		"import type { Adapter } from '../shared/state/adapter';",
		"import { adapter as voipNow } from '../VoipNow/adapter';",
		'',
		'export const adapters: Adapter[] = [voipNow];',
		'',
	]);
	expect(adaptersOf(list, 'Twilio')).toContain('= [conversations, frontline, taskRouter];');
});

describe.each(all)('the package $id', (contents) => {
	const folder = folderOf(root, contents);
	const name = `n8n-nodes-agent-state-${contents.id}`;
	const kept = keptFiles(top, contents, all);
	const others = all.filter(({ id }) => id !== contents.id).map(({ service }) => service);
	let loader: PackageDirectoryLoader;

	beforeAll(async () => {
		stage(root, contents);
		loader = new PackageDirectoryLoader(folder);
		await loader.loadAll();
	});

	it('is known to git as it would be made now (stale? npm run pack)', () => {
		for (const [file, fresh] of Object.entries(kept)) expect(text(folder, file)).toBe(fresh);
	});

	it('is as the one of all services, but for what it is about', () => {
		const {
			name: _name,
			description,
			keywords,
			repository,
			n8n,
			...rest
		} = JSON.parse(kept['package.json'] ?? '') as typeof top;
		const { scripts: _scripts, devDependencies: _tools, ...same } = top;
		expect(same).toMatchObject(rest);
		expect(repository).toEqual({ ...top.repository, directory: `packages/${contents.id}` });
		expect(n8n).toMatchObject({ n8nNodesApiVersion: 1, strict: true });
		const words = [description, ...keywords].join(' ').toLowerCase();
		expect(words).toContain(contents.id);
		expect(others.filter((other) => words.includes(other.toLowerCase()))).toEqual([]);
	});

	it('holds its own nodes, Agent State and what these need, and nothing else', () => {
		const { files, entryCount, size } = packed(folder);
		const paths = files.map((file) => file.path);
		const workflows = readdirSync(path.join(folder, 'workflows')).map((file) => `workflows/${file}`);
		const documents = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'package.json'];
		expect([...paths].sort()).toEqual([...contents.files, ...workflows, ...documents].sort());
		expect(paths.filter((file) => others.some((other) => file.includes(`/${other}`)))).toEqual([]);
		expect(paths.filter((file) => /\/(ShiftSchedule|ScheduleAdherence)\//.test(file))).toEqual([]);

		const expected = EXPECTED[contents.id];
		if (!expected) return;
		expect(workflows).toEqual(expected.workflows.map((file) => `workflows/${file}`));
		expect(entryCount).toBeLessThanOrEqual(expected.files);
		expect(size).toBeLessThanOrEqual(expected.bytes);
	});

	it('loads in n8n, with every node and credential under its own name', () => {
		const manifest = JSON.parse(text(folder, 'package.json')) as typeof top;
		expect(loader.packageName).toBe(name);
		expect(Object.keys(loader.nodeTypes)).toHaveLength(manifest.n8n.nodes.length);
		const expected = EXPECTED[contents.id];
		if (!expected) return;
		expect(Object.keys(loader.nodeTypes).sort()).toEqual(expected.nodes);
		expect(Object.keys(loader.credentialTypes)).toEqual([expected.credential]);
	});

	it('offers and names no other service', () => {
		const forms = Object.values(loader.nodeTypes).map(({ type }) =>
			'description' in type ? type.description : {},
		);
		const said = JSON.stringify(forms);
		expect(others.filter((other) => said.toLowerCase().includes(other.toLowerCase()))).toEqual([]);
		expect(said).toContain(`${contents.service} Agent State`);
		expect(said).toContain(`in ${contents.service}; only differences are written`);
	});

	it('has codex files and workflows that name its own nodes', () => {
		const files = contents.nodes.map((file) => file.replace(/\.js$/, '.json'));
		for (const file of files) expect(text(folder, file)).toContain(`"node": "${name}.`);
		for (const file of readdirSync(path.join(folder, 'workflows'))) {
			expect(text(folder, `workflows/${file}`)).not.toMatch(/"n8n-nodes-agent-state\./);
		}
	});

	it('has a page that says how to install it and how to get its keys', () => {
		const page = text(folder, 'README.md');
		expect(page).toContain(`Type \`${name}\` and confirm`);
		expect(page).toMatch(/^### .+ API$/m);
		expect(page.match(/\]\((?!https:|#)/g)).toBeNull();
	});
});

describe('Agent State of a package of one service', () => {
	const vendors = vendorSimulators();
	const running: Simulator[] = [];
	afterEach(async () => {
		await Promise.all(running.splice(0).map(async (one) => await one.close()));
	});

	it.each(all)('sets states at $service in n8n’s engine', async (contents) => {
		const vendor = vendors.find(({ id }) => id.toLowerCase() === contents.id);
		const [id, samples] = Object.entries(vendor?.samples ?? {}).find(([, { states }]) => states) ?? [];
		const simulator = await vendor?.start();
		if (!simulator || !id || !samples?.states) throw new Error(`No simulator plays ${contents.service}`);
		running.push(simulator);
		const { states } = samples;
		states.prepare?.(simulator);
		const bench = await Bench.open(folderOf(root, contents));
		const { out, error } = await bench.run({
			node: 'agentState',
			parameters: { operation: 'setState', source: 'items', vendor: id, ...states.scopeFields },
			items: [{ agentId: states.agents[0]?.id, desiredState: 'available' }],
			credentials: samples.credentials(simulator.url),
		});
		await bench.close();

		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json)).toEqual([
			expect.objectContaining({ outcome: 'changed', current: 'available' }),
		]);
		expect(states.stateOf(simulator)).toEqual(states.available);
	});
});
