import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';
import type { Operation } from '../../nodes/shared/operation/operation';
import type { Adapter } from '../../nodes/shared/state/adapter';
import { rosterColumns as columns } from '../../nodes/ShiftSchedule/model/roster/columns';
import { root, sourcesIn } from '../architecture/imports';
import { Bench } from '../support/bench/bench';
import { loadPack, membersOf, optionsOf, type Pack } from '../support/pack/pack';
import { startRecorder, type Recorder } from '../support/pack/recorder';
import { oneEach, parametersOf, playVendor, subjectOf, SUBJECTS } from '../support/pack/vendors';

/** Operations that n8n names so everywhere; a node's own stand in its vendor's samples. */
const USUAL_OPERATIONS = ['create', 'get', 'getAll', 'update', 'delete', 'setState'];

/** The vendors' nodes, by name, as the folders of simulators/ know them: saved workflows hold these names. */
const vendorNodes = Object.keys(SUBJECTS);

/** Those of them whose states can be set, in the order of Agent State's form. */
const services = vendorNodes.filter((name) => SUBJECTS[name]?.states).sort();

const credentialsOf = (node: string) => Object.keys(subjectOf(node).credentials(''));

/** They are made of the adapter, and carry themselves out for all items. */
const STATE_OPERATIONS = ['setState', 'getHistory'];

type StateOperation = (adapter: Adapter) => Operation;

/** Agent State's parameters: workflows that people keep hold these too. */
const AGENT_STATE = {
	operations: ['compare', 'getHistory', 'getState', 'restorePrevious', 'setState'],
	services: [...services, 'fromItem'],
	parameters: [
		...['operation', 'vendor', 'source', 'agent', 'state', 'reason', 'note', 'previewOnly', 'options'],
		...['agentColumn', 'stateColumn', 'moreColumns', 'historyFrom', 'historyUntil'],
		...['toolDescription', 'atMostAgents'],
		...services.flatMap((id) => SUBJECTS[id]?.states?.parameters ?? []),
		...services.map((id) => `${id}Mapping`),
	],
	columns: ['noteColumn', 'reasonColumn', 'scopeColumn', 'vendorColumn'],
	options: [
		...['confirmAfter', 'graceMinutes', 'memory', 'openWork', 'openWorkMinutes', 'outMinutes', 'output'],
		...['parallelLimit'],
		...[
			'protectedStates',
			'rejectPending',
			'restoreAnyway',
			'technicalDetails',
			'trustMinutes',
			'unknownAgents',
			'webhookEnabled',
		],
	],
};

/** And Shift Schedule's. */
const SHIFT_SCHEDULE = {
	operations: ['checkSchedule', 'getChanges', 'getStateNow', 'importIcs', 'previewTimeline'],
	parameters: [
		...['operation', 'rosterFrom', 'columns', 'roster', 'zone', 'dst', 'evaluateAt'],
		...['calendarIn', 'calendarFile', 'calendarColumn', 'agentFrom', 'calendarAgent', 'agentProperty', 'eventsAre'],
		...['stateFrom', 'eventState', 'stateProperty', 'words', 'otherwise'],
		...[
			'period',
			'minutes',
			'memory',
			'lastRun',
			'everyChange',
			'days',
			'daysAgo',
			'covered',
			'minimum',
			'knownAgents',
		],
		...['includeOffline', 'title', 'pictureField', 'toolDescription'],
		...[
			'legend',
			'legendFrom',
			'emptyCells',
			'cellsHold',
			'gridDate',
			'leaveOut',
			'datesAre',
			'weekStartsOn',
			'agentsInCell',
		],
		...['agentPart', 'agentPattern', 'agentSeparator', 'agentsToFind', 'neededPerInterval', 'hoursToCover'],
		...['itemsOf', 'agentIs', 'eventOwner', 'itemEventsAre', 'itemWords'],
	],
	/** Of a roster in the form, by kind of entry. */
	roster: {
		shift: ['agent', 'shift', 'days', 'start', 'end', 'state', 'more'],
		pause: ['agent', 'shift', 'start', 'end', 'state', 'reason', 'more'],
		exception: ['kind', 'agent', 'shift', 'from', 'until', 'state', 'more'],
		person: ['agent', 'name', 'service', 'zone', 'step'],
	},
};

/** Credential fields that hold a secret by their name. */
const SECRET = /secret|token$|apiKey$|password/i;

/** Nodes that stand above the vendors (DESIGN section 2); a trigger shares its folder with its vendor's node. */
const NEUTRAL = ['nodes/AgentState', 'nodes/ScheduleAdherence', 'nodes/ShiftSchedule'];

const all = sourcesIn('nodes')
	.filter((file) => file.endsWith('.node.ts') && !file.endsWith('Trigger.node.ts'))
	.map((file) => ({ file, folder: path.dirname(file) }));
const folders = all.filter(({ folder }) => !NEUTRAL.includes(folder));

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
	typeof value === 'object' && value !== null && 'option' in value && 'kind' in value && 'fields' in value;

/** The fields of a collection of rows. */
const rowFieldsOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('values' in option ? option.values : []));

/** Where n8n takes an icon from. */
const iconFile = (url: string): string => path.join(root, url.replace(/^icons\/[^/]+\//, ''));

describe('the pack', () => {
	it('keeps the names that saved workflows hold', () => {
		const nodes = ['agentState', 'shiftSchedule', ...vendorNodes];

		expect(pack.nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(nodes));
		expect(pack.credentials.map(({ name }) => name)).toEqual(
			expect.arrayContaining(vendorNodes.flatMap(credentialsOf)),
		);
	});
});

describe.each(all)('$folder', ({ file }) => {
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
		const { usableAsTool, subtitle, description, properties } = nodeIn(file);

		expect(usableAsTool).toBe(true);
		expect(subtitle).toContain('$parameter["operation"]');
		const canPreview = properties.some(({ name }) => name === 'previewOnly');
		expect(subtitle?.includes('": Preview Only"')).toBe(canPreview);
		expect(description).not.toBe('');
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

	it('has no locator whose text n8n checks itself: on a busy machine it gives up', () => {
		const checked = (property: INodeProperties): string[] => [
			...(property.modes ?? []).filter(({ validation }) => validation).map(() => property.name),
			...[...membersOf(property), ...rowFieldsOf(property)].flatMap(checked),
		];

		expect(nodeIn(file).properties.flatMap(checked)).toEqual([]);
	});
});

describe.each(folders)('$folder', ({ file, folder }) => {
	const inside = (...parts: string[]) => path.join(root, folder, ...parts);

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

	it('tests its credential without following a redirect: n8n would send the key on', () => {
		const name = nodeIn(file).credentials?.[0]?.name;
		const credential = pack.credentials.find((one) => one.name === name);
		expect(credential?.test?.request).toMatchObject({ disableFollowRedirect: true });
	});

	it('has the same files as every other vendor', () => {
		expect(['vendor.ts', 'definition.ts'].filter((one) => !existsSync(inside(one)))).toEqual([]);
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
				// The adapter itself needs fields of the resources.
				const { adapter } = (await import(path.join(root, folder, 'adapter.ts'))) as { adapter: Adapter };
				const operations = Object.entries(exported)
					.map(
						([name, value]) =>
							[
								name,
								STATE_OPERATIONS.includes(name) ? (value as StateOperation)(adapter) : value,
							] as const,
					)
					.filter(([, value]) => isOperation(value));
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
		const { ownOperations = [] } = subjectOf(nodeIn(file).name);

		for (const { option } of operationsIn(file)) {
			expect([...USUAL_OPERATIONS, ...ownOperations]).toContain(option.value);
			expect(option.action ?? '').toMatch(/^[A-Z][a-z]+ .+/);
			expect(option.description ?? '').not.toBe('');
			if (option.value === 'getAll') expect(option.name).toBe('Get Many');
		}
	});

	it('has samples in simulators/ for every operation', () => {
		const described = operationsIn(file).map((operation) => operation.name);

		expect(Object.keys(subjectOf(nodeIn(file).name).operations).sort()).toEqual(described.sort());
	});

	it('links every item it puts out, good or bad, to the item it came from', async () => {
		const { name } = nodeIn(file);
		for (const operation of operationsIn(file)) {
			playVendor(recorder, name);
			const parameters = parametersOf(name, operation.name);
			const job = {
				node: name,
				// Items that ask the same of one agent share a row.
				parameters: STATE_OPERATIONS.includes(String(operation.option.value))
					? oneEach(name, parameters)
					: parameters,
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
		for (const operation of operationsIn(file).filter(
			({ option }) => !STATE_OPERATIONS.includes(String(option.value)),
		)) {
			playVendor(recorder, name);
			recorder.reply = () => ({ status: 404, body: { message: 'no' } });

			const { error } = await bench.run({
				node: name,
				parameters: parametersOf(name, operation.name),
				items: Array.from({ length: 8 }, () => ({})),
				credentials: subjectOf(name).credentials(recorder.url),
			});

			expect(error?.description).toContain('0 of 8 items done, 1 failed, 7 not attempted.');
			expect(recorder.seen).toHaveLength(1);
		}
	});

	it('changes nobody when an agent could not be read, and nobody more once a change was refused', async () => {
		const { name } = nodeIn(file);
		for (const operation of operationsIn(file).filter(({ option }) => option.value === 'setState')) {
			const run = async (refuses: (method: string) => boolean) => {
				playVendor(recorder, name);
				const { reply } = subjectOf(name);
				recorder.reply = (request) =>
					refuses(request.method) ? { status: 404, body: { message: 'no' } } : reply(request);
				return await bench.run({
					node: name,
					parameters: { ...oneEach(name, parametersOf(name, operation.name)), options: { parallelLimit: 1 } },
					items: Array.from({ length: 8 }, () => ({})),
					credentials: subjectOf(name).credentials(recorder.url),
				});
			};
			const changes = () => recorder.seen.filter(({ method }) => method !== 'GET');

			const unread = await run((method) => method === 'GET');
			const isRead = recorder.seen.some(({ method }) => method === 'GET');
			if (isRead) {
				expect(unread.error?.description).toContain('Nothing was changed.');
				expect(changes()).toEqual([]);
			}
			const { error } = await run((method) => method !== 'GET');

			expect(isRead).toBe(subjectOf(name).states?.tells);
			expect(error?.description).toContain('8 agents: 1 failed, 7 not attempted');
			expect(changes()).toHaveLength(1);
		}
	});
});

describe('nodes/AgentState', () => {
	const node = () => nodeIn('nodes/AgentState/AgentState.node.ts');
	const named = (name: string) => node().properties.filter((property) => property.name === name);
	const isParameter = ({ type }: INodeProperties) => type !== 'notice';
	const memberNames = (name: string) => [
		...new Set(named(name).flatMap((property) => membersOf(property).map((member) => member.name))),
	];

	it('keeps the names that saved workflows hold', () => {
		const names = node()
			.properties.filter(isParameter)
			.map(({ name }) => name);

		expect([...new Set(names)].sort()).toEqual([...AGENT_STATE.parameters].sort());
		expect(optionsOf(named('operation')[0]).map(({ value }) => value)).toEqual(AGENT_STATE.operations);
		expect(optionsOf(named('vendor')[0]).map(({ value }) => value)).toEqual(AGENT_STATE.services);
		expect(memberNames('moreColumns').sort()).toEqual(AGENT_STATE.columns);
		expect(memberNames('options').sort()).toEqual(AGENT_STATE.options);
	});

	it('asks only for the credentials of the services that are used, and for none of them always', () => {
		const { credentials = [] } = node();

		const expected = [...new Set(services.flatMap(credentialsOf))].sort().map((credential) => {
			const others = services.filter((id) => !credentialsOf(id).includes(credential));
			return [credential, false, { vendor: others }];
		});
		expect(credentials.map(({ name, required, displayOptions }) => [name, required, displayOptions?.hide])).toEqual(
			expected,
		);
	});

	it('shows no two fields of the same name at once', () => {
		const described = node();
		const shownNames = (parameters: INodeParameters) =>
			described.properties
				.filter((property) =>
					NodeHelpers.displayParameter(
						parameters,
						property,
						{ typeVersion: 1, parameters } as INode,
						described,
						parameters,
					),
				)
				.map(({ name }) => name);
		for (const operation of AGENT_STATE.operations)
			for (const vendor of AGENT_STATE.services)
				for (const source of ['items', 'fields']) {
					const names = shownNames({
						operation,
						vendor,
						source,
						serviceScope: 'specific',
						keptIn: 'attribute',
					});
					expect({ operation, vendor, source, names: [...new Set(names)] }).toEqual({
						operation,
						vendor,
						source,
						names,
					});
				}
	});

	it('names its operations as n8n does', () => {
		for (const { option } of operationsIn('nodes/AgentState/AgentState.node.ts')) {
			expect(option.action ?? '').toMatch(/^[A-Z][a-z]+ .+/);
			expect(option.description ?? '').not.toBe('');
		}
	});
});

describe('nodes/ShiftSchedule', () => {
	const node = () => nodeIn('nodes/ShiftSchedule/ShiftSchedule.node.ts');
	const named = (name: string) => node().properties.filter((property) => property.name === name);

	it('keeps the names that saved workflows hold', () => {
		const names = node()
			.properties.filter(({ type }) => type !== 'notice')
			.map(({ name }) => name);

		expect([...new Set(names)].sort()).toEqual([...SHIFT_SCHEDULE.parameters].sort());
		expect(optionsOf(named('operation')[0]).map(({ value }) => value)).toEqual(SHIFT_SCHEDULE.operations);
		const groups = (named('roster')[0]?.options ?? []).flatMap((option) =>
			'values' in option ? [[option.name, option.values.map(({ name }) => name)] as const] : [],
		);
		expect(Object.fromEntries(groups)).toEqual(SHIFT_SCHEDULE.roster);
	});

	it('has a column for everything that a roster can say, and reads every field of the form as one', () => {
		const ofTable = named('columns').flatMap((property) => membersOf(property).map(({ name }) => name));
		const ofForm = rowFieldsOf(named('roster')[0] as INodeProperties).flatMap((field) => [
			...(field.type === 'collection' ? membersOf(field).map(({ name }) => name) : [field.name]),
		]);

		expect(ofTable.sort()).toEqual([...columns].sort());
		// In the form a length stands in End, breaks are entries, and what is needed has a table of its own.
		const onlyInTables = ['length', 'breakStart', 'breakEnd', 'breakLength', 'needed'];
		expect([...new Set([...ofForm, ...onlyInTables])].sort()).toEqual([...columns].sort());
	});

	it('needs no credential', () => {
		expect(node().credentials ?? []).toEqual([]);
	});
});
