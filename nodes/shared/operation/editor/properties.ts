import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { parallelLimitField } from '../fields';
import type { Field, Operation, Resource, NodeDefinition } from '../operation';

/** The editor's form for a service: resource, operation, every operation's fields, and the options of a run. */
export function propertiesOf({ vendor, resources, preselected }: NodeDefinition): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ option }) => option),
			default: chosenFirst(preselected, resources[0]?.option.value),
		},
		...resources.map(operationChoice),
		...resources.flatMap((resource) =>
			resource.operations.flatMap((operation) =>
				operation.fields.map((field) => shownFor(field, resource, operation)),
			),
		),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [plain(parallelLimitField(vendor.parallelLimit, vendor.name))],
		},
	];
}

/** The line under a node's name on the canvas: what it does in words, where n8n's usual form shows ids. */
export function subtitle({ resources }: NodeDefinition): string {
	const sentences = resources.flatMap(({ option, operations }) =>
		operations.map((operation) => [`${option.value} ${operation.option.value}`, operation.option.action]),
	);
	return `={{ (${JSON.stringify(Object.fromEntries(sentences))})[$parameter["resource"] + " " + $parameter["operation"]] }}`;
}

function operationChoice({ option, operations, preselected }: Resource): INodeProperties {
	const options: INodePropertyOptions[] = operations.map((operation) => operation.option);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options,
		default: chosenFirst(preselected, options[0]?.value),
	};
}

const chosenFirst = (preselected: string | undefined, first: INodePropertyOptions['value'] | undefined) =>
	preselected ?? first ?? '';

function shownFor(field: Field, resource: Resource, operation: Operation): INodeProperties {
	return {
		...plain(field),
		displayOptions: {
			...field.displayOptions,
			show: {
				...field.displayOptions?.show,
				resource: [resource.option.value],
				operation: [operation.option.value],
			},
		},
	};
}

/** Without our own addition to n8n's properties, which are sent to the browser as JSON. */
export function plain({ rule: _rule, parse: _convert, lookup: _lookup, options, ...field }: Field): INodeProperties {
	return {
		...field,
		...(options && { options: options.map((option) => ('type' in option ? plain(option) : option)) }),
	};
}
