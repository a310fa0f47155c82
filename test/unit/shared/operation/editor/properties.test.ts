import type { INodeProperties } from 'n8n-workflow';

import { conpeek } from '../../../../../nodes/Conpeek/definition';
import { conversations } from '../../../../../nodes/Twilio/Conversations/definition';
import { frontline } from '../../../../../nodes/Twilio/Frontline/definition';
import { taskRouter } from '../../../../../nodes/Twilio/TaskRouter/definition';
import { voipNow } from '../../../../../nodes/VoipNow/definition';
import { propertiesOf as propertiesOf } from '../../../../../nodes/shared/operation/editor/properties';
import type { NodeDefinition } from '../../../../../nodes/shared/operation/operation';
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
