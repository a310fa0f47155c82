import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { Bench } from '../support/bench/bench';

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.open();
});

afterAll(async () => await bench.close());

/** What n8n's node panel searches in, with its own weights. */
const KEYS = [
	{ key: 'name', weight: 1.3 },
	{ key: 'alias', weight: 1 },
];

const found = (text: string): string[] => {
	const nodes = bench.loader.types.nodes
		.filter(({ name }) => !/Tool$/.test(name))
		.map(({ displayName, codex }) => ({ name: displayName, alias: codex?.alias ?? [] }));
	return sublimeSearch(text, nodes, KEYS).map(({ item }) => item.name);
};

describe('the node panel', () => {
	it.each([
		...['available', 'offline', 'status', 'lunch', 'break', 'presence', 'busy'],
		...['call centre', 'call center', 'contact centre', 'contact center', 'rota', 'wfm'],
	])('finds Agent State among the first by the word people type: %s', (text) => {
		expect(found(text).slice(0, 4)).toContain('Agent State');
	});

	it.each(['rota', 'roster', 'shift', 'lunch', 'break', 'wfm', 'call centre', 'contact center'])(
		'finds Shift Schedule by %s',
		(text) => {
			expect(found(text)).toContain('Shift Schedule');
		},
	);

	it.each(['available', 'status', 'presence', 'call centre', 'contact center'])(
		'has TaskRouter above Frontline: %s',
		(text) => {
			const names = found(text);
			const [taskRouter, frontline] = ['Twilio TaskRouter', 'Twilio Frontline'].map((name) =>
				names.indexOf(name),
			);
			expect(taskRouter).toBeGreaterThanOrEqual(0);
			expect(frontline === -1 || Number(taskRouter) < Number(frontline)).toBe(true);
		},
	);

	it('lists Set State first among the actions of TaskRouter', () => {
		const { properties } = bench.loader.getNode('twilioTaskRouter').type.description as {
			properties: INodeProperties[];
		};
		const valuesOf = (field: INodeProperties | undefined): unknown[] =>
			((field?.options ?? []) as INodePropertyOptions[]).map(({ value }) => value);
		const [resource] = valuesOf(properties.find(({ name }) => name === 'resource'));
		const operation = properties.find(
			({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes('worker'),
		);
		expect(resource).toBe('worker');
		expect(valuesOf(operation)[0]).toBe('setState');
	});
});

describe('the forms', () => {
	const propertiesOf = (node: string): INodeProperties[] =>
		(bench.loader.getNode(node).type.description as { properties: INodeProperties[] }).properties;

	it('have the roster above the settings of the clock', () => {
		const names = propertiesOf('shiftSchedule').map(({ name }) => name);
		expect(names.indexOf('roster')).toBeGreaterThan(names.indexOf('rosterFrom'));
		expect(names.indexOf('roster')).toBeLessThan(names.indexOf('zone'));
	});

	it('begin with the service where each item names its own, notices included', () => {
		const ofAll = propertiesOf('agentState').filter(({ displayOptions }) => {
			const vendors = displayOptions?.show?.vendor;
			return Array.isArray(vendors) && vendors.length === 1 && vendors[0] === 'fromItem';
		});
		const others = ['Agent Column', 'State Column', 'More Columns'];
		const labels = ofAll.map(({ displayName }) => displayName).filter((label) => !others.includes(label));
		const services = /^(Twilio TaskRouter|Twilio Frontline|Twilio Conversations|VoipNow|Conpeek): /;
		expect(labels.filter((label) => !services.test(label))).toEqual([]);
		expect(labels).toContain('Twilio TaskRouter: Workspace');
		expect(ofAll.filter(({ type }) => type === 'notice').length).toBeGreaterThanOrEqual(3);
	});
});
