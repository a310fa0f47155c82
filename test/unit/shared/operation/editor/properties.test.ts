import type { INodeProperties } from 'n8n-workflow';

import { conpeek } from '../../../../../nodes/Conpeek/definition';
import { conversations } from '../../../../../nodes/Twilio/Conversations/definition';
import { frontline } from '../../../../../nodes/Twilio/Frontline/definition';
import { taskRouter } from '../../../../../nodes/Twilio/TaskRouter/definition';
import { voipNow } from '../../../../../nodes/VoipNow/definition';
import {
	previewWords,
	propertiesOf,
	subtitle,
	toNodeProperty,
} from '../../../../../nodes/shared/operation/editor/properties';
import type { Field, NodeDefinition, Operation } from '../../../../../nodes/shared/operation/operation';
import { atMost } from '../../../../../nodes/shared/operation/rule';
import { acme } from '../../../../support/acme';

const services: [string, NodeDefinition][] = [conpeek, conversations, frontline, taskRouter, voipNow].map((service) => [
	service.vendor.name,
	service,
]);

const named = (properties: INodeProperties[], name: string) => properties.filter((property) => property.name === name);

function keysIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

describe.each(services)('the form of %s', (_name, service) => {
	const properties = propertiesOf(service);

	it('can be sent to the editor as JSON, without our own rules', () => {
		expect(JSON.parse(JSON.stringify(properties))).toEqual(properties);
		expect(keysIn(properties)).not.toContain('rule');
	});

	it('offers every resource, and under it every operation', () => {
		const [resource] = named(properties, 'resource');
		expect(resource?.options).toEqual(service.resources.map(({ option }) => option));
		const choices = named(properties, 'operation');
		expect(choices).toHaveLength(service.resources.length);
		for (const { option, operations } of service.resources) {
			const choice = choices.find(({ displayOptions }) => displayOptions?.show?.resource?.includes(option.value));
			expect(choice?.options).toEqual(operations.map((operation) => operation.option));
		}
	});

	it('starts with a resource and an operation that exist', () => {
		for (const { default: chosen, options } of [
			...named(properties, 'resource'),
			...named(properties, 'operation'),
		]) {
			expect(options?.map((option) => ('value' in option ? option.value : undefined))).toContain(chosen);
		}
	});

	it('shows every field for its own resource and operation, and keeps the conditions of its own', () => {
		for (const { option, operations } of service.resources) {
			for (const operation of operations) {
				const shown = properties.filter(
					({ displayOptions }) =>
						displayOptions?.show?.operation?.includes(operation.option.value) &&
						displayOptions.show.resource?.includes(option.value) &&
						!displayOptions.show['@tool'],
				);
				expect(shown.map(({ name }) => name)).toEqual(operation.fields.map(({ name }) => name));
				for (const field of operation.fields) {
					const { displayOptions } = shown.find(({ name }) => name === field.name) ?? {};
					expect(displayOptions?.show).toEqual({
						...field.displayOptions?.show,
						resource: [option.value],
						operation: [operation.option.value],
					});
				}
			}
		}
	});

	it("leaves the operations' own fields as they were", () => {
		const fields = service.resources.flatMap(({ operations }) =>
			operations.flatMap((operation) => operation.fields),
		);
		expect(fields.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}))).not.toContain(
			'operation',
		);
	});

	it('lets the user limit how many requests go at once', () => {
		const [options] = named(properties, 'options');
		expect(options?.displayOptions).toBeUndefined();
		expect(options?.options).toMatchObject([
			{
				name: 'parallelLimit',
				type: 'number',
				default: service.vendor.parallelLimit,
				typeOptions: { minValue: 1 },
			},
		]);
	});
});

it('a rule is taken out at every depth, and nothing else is', () => {
	const inner = { displayName: 'Name', name: 'name', type: 'string' as const, default: '', rule: atMost(5) };
	const service: NodeDefinition = {
		vendor: acme(),
		resources: [
			{
				option: { name: 'User', value: 'user' },
				operations: [
					{
						kind: 'send',
						option: { name: 'Update', value: 'update', action: 'Update a user', description: 'Update' },
						request: { method: 'POST', path: '/{user}', idempotent: true },
						subject: 'user',
						fields: [
							{ ...inner, name: 'user', required: true },
							{ displayName: 'More', name: 'more', type: 'collection', default: {}, options: [inner] },
						],
					},
				],
			},
		],
	};
	const properties = propertiesOf(service);
	expect(keysIn(properties)).not.toContain('rule');
	expect(named(properties, 'user')).toEqual([
		{
			displayName: 'Name',
			name: 'user',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { resource: ['user'], operation: ['update'] } },
		},
	]);
	expect(named(properties, 'more')[0]?.options).toEqual([
		{ displayName: 'Name', name: 'name', type: 'string', default: '' },
	]);
	expect(inner.rule).toBeDefined();
});

describe('a form as the editor gets it', () => {
	const field = (name: string, more: Partial<Field> = {}): Field => ({
		displayName: name,
		name,
		type: 'string',
		default: '',
		...more,
	});
	const operation = (value: string, name: string, fields: Field[]): Operation => ({
		kind: 'send',
		option: { name, value, action: `${name} it`, description: `${name}s it` },
		request: { method: value === 'get' ? 'GET' : 'POST', path: '/it', idempotent: true },
		fields,
	});
	const [preview, note] = [
		field('previewOnly', { type: 'boolean' }),
		field('note', { displayOptions: { show: { a: ['b'] } } }),
	];
	const resources = (preselected?: string): NodeDefinition['resources'] => [
		{
			option: { name: 'User', value: 'user' },
			operations: [operation('get', 'Get', [note]), operation('set', 'Set', [preview, note])],
			...(preselected !== undefined && { preselected }),
		},
		{ option: { name: 'Role', value: 'role' }, operations: [operation('get', 'Get', [])] },
	];

	it('has the resource, the operations of each, their fields and the options', () => {
		const shown = (value: string) => ({ show: { resource: ['user'], operation: [value] } });
		const alsoShown = (value: string) => ({ show: { a: ['b'], ...shown(value).show } });
		expect(propertiesOf({ vendor: acme(), resources: resources('set'), preselected: 'role' })).toEqual([
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'User', value: 'user' },
					{ name: 'Role', value: 'role' },
				],
				default: 'role',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['user'] } },
				options: [
					{ name: 'Get', value: 'get', action: 'Get it', description: 'Gets it' },
					{ name: 'Set', value: 'set', action: 'Set it', description: 'Sets it' },
				],
				default: 'set',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['role'] } },
				options: [{ name: 'Get', value: 'get', action: 'Get it', description: 'Gets it' }],
				default: 'get',
			},
			{ ...note, displayOptions: alsoShown('get') },
			{ ...preview, displayOptions: shown('set') },
			{ ...note, displayOptions: alsoShown('set') },
			// Only where the node is a tool.
			expect.objectContaining({
				name: 'atMostAgents',
				displayOptions: { show: { '@tool': [true], ...shown('set').show } },
			}),
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [
					{
						displayName: 'Parallel Limit',
						name: 'parallelLimit',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 4,
						description:
							'The maximum number of requests to Acme at the same time. The node finds out by itself how many the service accepts; set this only to stay below that, for example to leave room for other workflows.',
					},
				],
			},
		]);
	});

	it('starts with the first of both, where nothing else is said, and with nothing where there is none', () => {
		const defaults = (of: NodeDefinition) =>
			propertiesOf(of).flatMap(({ name, default: chosen }) => (name === 'options' ? [] : [[name, chosen]]));
		expect(defaults({ vendor: acme(), resources: resources().slice(1) })).toEqual([
			['resource', 'role'],
			['operation', 'get'],
		]);
		expect(defaults({ vendor: acme(), resources: [] })).toEqual([['resource', '']]);
		const empty = { option: { name: 'Role', value: 'role' }, operations: [] };
		expect(defaults({ vendor: acme(), resources: [empty] })).toEqual([
			['resource', 'role'],
			['operation', ''],
		]);
	});

	it('tells under its name what is chosen, in the words of the lists, and whether anything is changed', () => {
		expect(subtitle({ vendor: acme(), resources: resources() })).toBe(
			'={{ ({"user get":"Get: User","user set":"Set: User","role get":"Get: Role"})[$parameter["resource"] + " " + $parameter["operation"]] + (["set"].includes($parameter["operation"]) && $parameter.previewOnly ? ": Preview Only" : "") }}',
		);
		expect(subtitle({ vendor: acme(), resources: resources().slice(1) })).toBe(
			'={{ ({"role get":"Get: Role"})[$parameter["resource"] + " " + $parameter["operation"]] }}',
		);
		expect(previewWords(['set', 1])).toBe(
			'(["set",1].includes($parameter["operation"]) && $parameter.previewOnly ? ": Preview Only" : "")',
		);
	});

	it('has none of what is ours alone, at any depth', () => {
		const ours = { rule: atMost(5), parse: () => ({ kind: 'value' as const, value: '' }), lookup: { method: 'x' } };
		const own = field('own', ours as unknown as Partial<Field>);
		const options: Field['options'] = [
			own,
			{ name: 'group', displayName: 'Group', values: [own] },
			{ name: 'A', value: 'a' },
		];
		expect(toNodeProperty({ ...own, type: 'collection', options })).toEqual({
			...field('own'),
			type: 'collection',
			options: [
				field('own'),
				{ name: 'group', displayName: 'Group', values: [field('own')] },
				{ name: 'A', value: 'a' },
			],
		});
		expect(toNodeProperty(own)).toEqual(field('own'));
		expect(toNodeProperty(own)).not.toHaveProperty('options');
	});
});
