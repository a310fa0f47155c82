import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import type { Operation } from '../../nodes/shared/operation/operation';
import { root, sourcesIn } from '../architecture/imports';
import { Bench } from '../support/bench/bench';
import { loadPack, membersOf, optionsOf, type Pack } from '../support/pack/pack';
import { startRecorder, type Recorder } from '../support/pack/recorder';
import { parametersOf, playVendor, subjectOf } from '../support/pack/vendors';

/** DESIGN section 1: saved workflows hold these names. */
const STABLE = {
	nodes: ['conpeek', 'twilioConversations', 'twilioFrontline', 'twilioTaskRouter', 'voipNow'],
	credentials: ['conpeekApi', 'twilioContactCenterApi', 'voipNowOAuth2Api'],
	operations: [
		...['create', 'get', 'getAll', 'update', 'delete', 'setState'],
		...['setActivity', 'mergeAttributes', 'addSkills', 'removeSkills', 'setAvailability', 'updateInQueues'],
		...['getWorkers', 'getCumulative', 'getRealTime'],
	],
};

/** Credential fields that hold a secret by their name. */
const SECRET = /secret|token$|apiKey$|password/i;

/** Nodes that stand above the vendors (DESIGN section 2); a trigger shares its folder with its vendor's node. */
const NEUTRAL = ['nodes/AgentState', 'nodes/ShiftSchedule'];

const folders = sourcesIn('nodes')
	.filter((file) => file.endsWith('.node.ts') && !file.endsWith('Trigger.node.ts'))
	.map((file) => ({ file, folder: path.dirname(file) }))
	.filter(({ folder }) => !NEUTRAL.includes(folder));

let pack: Pack;
let bench: Bench;
let recorder: Recorder;

beforeAll(async () => {
	pack = await loadPack();
	bench = await Bench.open();
	recorder = await startRecorder(() => ({}));
});

afterAll(async () => {
	await recorder.close();
	await bench.close();
});

/** The node that n8n loads from a source. */
function nodeIn(file: string): INodeTypeDescription {
	const [name] = Object.entries(pack.sources).find(([, source]) => source.file === file) ?? [];
	const node = pack.nodes.find((one) => one.name === name);
	if (!node) throw new Error(`n8n loads no node from ${file}`);
	return node;
}

const operationsIn = (file: string) => pack.operations.filter(({ node }) => node === nodeIn(file).name);

/** What an operation's file exports, told from the fields and tables that stand beside it. */
const isOperation = (value: unknown): value is Operation =>
	typeof value === 'object' && value !== null && 'option' in value && 'request' in value && 'fields' in value;

/** The fields of a collection of rows. */
const rowFieldsOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('values' in option ? option.values : []));

/** Where n8n takes an icon from. */
const iconFile = (url: string): string => path.join(root, url.replace(/^icons\/[^/]+\//, ''));

describe('the pack', () => {
	it('keeps the names that saved workflows hold', () => {
		expect(pack.nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(STABLE.nodes));
		expect(pack.credentials.map(({ name }) => name)).toEqual(expect.arrayContaining(STABLE.credentials));
	});
});

describe.each(folders)('$folder', ({ file, folder }) => {
	const inside = (...parts: string[]) => path.join(root, folder, ...parts);

	it('has a node class named after its file', () => {
		const { name } = nodeIn(file);
		const className = path.basename(file, '.node.ts');

		expect(pack.sources[name]).toEqual({ file, className });
		expect(name.toLowerCase()).toBe(className.toLowerCase());
	});

	it('has a codex file that names the node', () => {
		const codex = JSON.parse(readFileSync(path.join(root, file.replace(/\.ts$/, '.json')), 'utf8')) as Record<
			string,
			unknown
		>;

		expect(codex).toMatchObject({
			node: `n8n-nodes-agent-state.${nodeIn(file).name}`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
		});
		expect(existsSync(path.join(root, 'dist', file.replace(/\.ts$/, '.json')))).toBe(true);
	});

	it('has a light and a dark icon that differ', () => {
		const { iconUrl = '' } = nodeIn(file);
		if (typeof iconUrl === 'string') throw new Error(`only one icon: ${iconUrl}`);
		const [light, dark] = [iconUrl.light, iconUrl.dark].map((url) => readFileSync(iconFile(url), 'utf8'));

		expect(light).toContain('<svg');
		expect(dark).toContain('<svg');
		expect(light).not.toBe(dark);
	});

	it('can be a tool of an AI agent and has a subtitle that says what it does', () => {
		const { usableAsTool, subtitle, description } = nodeIn(file);

		expect(usableAsTool).toBe(true);
		expect(subtitle).toContain('$parameter["operation"]');
		expect(description).not.toBe('');
	});

	it('takes exactly one credential, which can be tested and hides its secrets', () => {
		const { credentials = [] } = nodeIn(file);
		expect(credentials).toHaveLength(1);
		const [reference] = credentials;
		const credential = pack.credentials.find((one) => one.name === reference?.name);

		expect(reference?.required).toBe(true);
		expect(credential?.test ?? reference?.testedBy).toBeDefined();
		const secrets = (credential?.properties ?? []).filter((property) => SECRET.test(property.name));
		expect(secrets.length).toBeGreaterThan(0);
		expect(
			secrets.filter(({ typeOptions }) => typeOptions?.password !== true).map((property) => property.name),
		).toEqual([]);
	});

	it('has the same files as every other vendor', () => {
		expect(['vendor.ts', 'service.ts'].filter((one) => !existsSync(inside(one)))).toEqual([]);
		expect(readdirSync(inside('resources')).length).toBeGreaterThan(0);
	});

	it('keeps every operation in a file of its own, named after it', async () => {
		const sources = sourcesIn(`${folder}/resources`).map((one) => ({
			one,
			parts: path.relative(`${folder}/resources`, one).split(path.sep),
		}));
		const found = await Promise.all(
			sources.map(async ({ one, parts }) => {
				const exported = (await import(path.join(root, one))) as Record<string, unknown>;
				const operations = Object.entries(exported).filter(([, value]) => isOperation(value));
				return operations.map(([name, value]) => ({ parts, name, value: (value as Operation).option.value }));
			}),
		);
		const described = operationsIn(file);

		// `delete` is a word of the language, so the file exports `del`.
		for (const { parts, name, value } of found.flat()) {
			expect({ depth: parts.length, file: parts.at(-1), name }).toEqual({
				depth: 2,
				file: `${String(value)}.ts`,
				name: value === 'delete' ? 'del' : value,
			});
		}
		expect(found.filter((operations) => operations.length > 1)).toEqual([]);
		expect(
			found
				.flat()
				.map(({ parts, value }) => `${parts[0] ?? ''}.${String(value)}`)
				.sort(),
		).toEqual(described.map((operation) => operation.name).sort());
	});

	it('names its operations as n8n does', () => {
		for (const { option } of operationsIn(file)) {
			expect(STABLE.operations).toContain(option.value);
			expect(option.action ?? '').toMatch(/^[A-Z][a-z]+ .+/);
			expect(option.description ?? '').not.toBe('');
			if (option.value === 'getAll') expect(option.name).toBe('Get Many');
		}
	});

	it('describes every field and every choice', () => {
		const selfEvident = ({ type, name: own }: INodeProperties) =>
			['collection', 'notice'].includes(type) || ['resource', 'operation'].includes(own);
		const silent = (property: INodeProperties): string[] => [
			...(selfEvident(property) || property.description ? [] : [property.name]),
			...membersOf(property).flatMap(silent),
			...rowFieldsOf(property).flatMap(silent),
			...(['resource', 'operation'].includes(property.name) ? [] : optionsOf(property))
				.filter(({ description }) => !description)
				.map(({ value }) => `${property.name}=${String(value)}`),
		];

		expect(nodeIn(file).properties.flatMap(silent)).toEqual([]);
	});

	it('offers no choice that n8n would take for an expression', () => {
		const choices = (property: INodeProperties): string[] => [
			...optionsOf(property).map(({ value }) => `${property.name} ${String(value)}`),
			...[...membersOf(property), ...rowFieldsOf(property)].flatMap(choices),
		];

		expect(
			nodeIn(file)
				.properties.flatMap(choices)
				.filter((choice) => / =/.test(choice)),
		).toEqual([]);
	});

	it('is known to the tests with every operation', () => {
		const described = operationsIn(file).map((operation) => operation.name);

		expect(Object.keys(subjectOf(nodeIn(file).name).operations).sort()).toEqual(described.sort());
	});

	it('links every item it puts out, good or bad, to the item it came from', async () => {
		const { name } = nodeIn(file);
		for (const operation of operationsIn(file)) {
			playVendor(recorder, name);
			const job = {
				node: name,
				parameters: parametersOf(name, operation.name),
				items: [{ n: 0 }, { n: 1 }, { n: 2 }],
				credentials: subjectOf(name).credentials(recorder.url),
				onError: 'continueErrorOutput' as const,
			};

			const { out } = await bench.run(job);
			recorder.reply = () => ({ status: 404, body: { message: 'no' } });
			const { failed } = await bench.run(job);

			const links = out.map(({ pairedItem }) => pairedItem);
			expect([...new Set(links.map((link) => JSON.stringify(link)))]).toEqual([
				'{"item":0}',
				'{"item":1}',
				'{"item":2}',
			]);
			expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		}
	});

	it('starts nothing more once a request was refused, unless told to go on', async () => {
		const { name } = nodeIn(file);
		for (const operation of operationsIn(file)) {
			playVendor(recorder, name);
			recorder.reply = () => ({ status: 404, body: { message: 'no' } });

			const { error } = await bench.run({
				node: name,
				parameters: parametersOf(name, operation.name),
				items: Array.from({ length: 8 }, () => ({})),
				credentials: subjectOf(name).credentials(recorder.url),
			});

			expect(error?.description).toContain(
				'Of 8 items 0 were done, 1 failed or were interrupted, 7 were not started.',
			);
			expect(recorder.seen).toHaveLength(1);
		}
	});
});
