import {
	updateDisplayOptions,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { inBothForms } from '../../n8n/toolForm';
import { parallelLimitField, PREVIEW_ONLY } from '../fields';
import { omit } from '../../values/record';
import type { Field, Operation, Resource, NodeDefinition } from '../operation';
import { isChanging, toolFieldsOf } from '../toolFields';

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
			resource.operations.flatMap((operation) => propertiesFor(resource, operation)),
		),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [toNodeProperty(parallelLimitField(vendor.parallelLimit, vendor.name))],
		},
	];
}

/** The line under a node's name on the canvas, by the names of the lists, where n8n's usual form shows ids. */
export function subtitle({ resources }: NodeDefinition): string {
	const names = resources.flatMap(({ option, operations }) =>
		operations.map((operation) => [
			`${option.value} ${operation.option.value}`,
			`${operation.option.name}: ${option.name}`,
		]),
	);
	const words = `(${JSON.stringify(Object.fromEntries(names))})[$parameter["resource"] + " " + $parameter["operation"]]`;
	const previewed = resources
		.flatMap(({ operations }) => operations)
		.filter(isChanging)
		.map(({ option }) => option.value);
	return `={{ ${words}${previewed.length > 0 ? ` + ${previewWords([...new Set(previewed)])}` : ''} }}`;
}

/** A part of an expression: what a subtitle adds while a node changes nothing. */
export const previewWords = (operations: ReadonlyArray<INodePropertyOptions['value']>): string =>
	`(${JSON.stringify(operations)}.includes($parameter["operation"]) && $parameter.${PREVIEW_ONLY} ? ": Preview Only" : "")`;

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

/** Shown where its resource and operation are chosen, and by its own rules besides. */
const propertiesFor = (resource: Resource, operation: Operation): INodeProperties[] =>
	updateDisplayOptions(
		{ show: { resource: [resource.option.value], operation: [operation.option.value] } },
		[...operation.fields, ...toolFieldsOf(operation)].flatMap(toNodeProperties),
	);

/** A field as the form has it, and as the form of a tool has it where that differs. */
export const toNodeProperties = (field: Field): INodeProperties[] => inBothForms(toNodeProperty(field), field.inTool);

/** Without our own additions to n8n's properties, which are sent to the browser as JSON. */
export function toNodeProperty({ options, modes, ...field }: Field): INodeProperties {
	return {
		...omit(field, 'rule', 'parse', 'lookup', 'inTool'),
		...(modes && { modes: modes.map((mode) => omit(mode, 'rule')) }),
		...(options && { options: options.map(toNodeOption) }),
	};
}

function toNodeOption(option: INodePropertyOptions | Field | INodePropertyCollection) {
	if ('type' in option) return toNodeProperty(option);
	return 'values' in option ? { ...option, values: option.values.map(toNodeProperty) } : option;
}
