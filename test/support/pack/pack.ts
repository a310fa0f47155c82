import 'reflect-metadata';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeHelpers,
	type ICredentialType,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { root } from '../../architecture/imports';

/** One operation of a node, with the properties that belong to it. */
export interface DescribedOperation {
	node: string;
	/** `resource.operation`, or `operation` where a node has no resources. */
	name: string;
	option: INodePropertyOptions;
	properties: INodeProperties[];
}

export interface Pack {
	nodes: INodeTypeDescription[];
	/** By node name: the source's path in the project and the name of its class. */
	sources: Record<string, { file: string; className: string }>;
	credentials: ICredentialType[];
	operations: DescribedOperation[];
}

/** The built pack as n8n loads it. */
export async function loadPack(): Promise<Pack> {
	const loader = new PackageDirectoryLoader(root);
	await loader.loadAll();
	const nodes = Object.values(loader.nodeTypes).map(({ type }) => NodeHelpers.getVersionedNodeType(type).description);
	const credentials = Object.values(loader.credentialTypes).map(({ type }) => type);
	const sources = Object.fromEntries(
		Object.entries(loader.known.nodes).map(([name, { className, sourcePath }]) => [
			name,
			{
				file: path.relative(path.join(root, 'dist'), path.resolve(root, sourcePath)).replace(/\.js$/, '.ts'),
				className,
			},
		]),
	);
	return { nodes, sources, credentials, operations: nodes.flatMap(operationsOf) };
}

export const optionsOf = (property: INodeProperties | undefined): INodePropertyOptions[] =>
	(property?.options ?? []).flatMap((option) => ('value' in option ? [option] : []));

export const membersOf = (property: INodeProperties): INodeProperties[] =>
	(property.options ?? []).flatMap((option) => ('type' in option ? [option] : []));

function operationsOf(description: INodeTypeDescription): DescribedOperation[] {
	const resources = optionsOf(description.properties.find(({ name }) => name === 'resource'));
	if (resources.length === 0) {
		const choice = description.properties.find(({ name }) => name === 'operation');
		return optionsOf(choice).map((option) => ({
			node: description.name,
			name: String(option.value),
			option,
			properties: description.properties.filter((property) => belongs(property, '', String(option.value))),
		}));
	}
	return resources.flatMap((resource) => {
		const choices = description.properties.filter(
			({ name, displayOptions }) =>
				name === 'operation' && (displayOptions?.show?.resource ?? [resource.value]).includes(resource.value),
		);
		return choices.flatMap(optionsOf).map((option) => ({
			node: description.name,
			name: `${String(resource.value)}.${String(option.value)}`,
			option,
			properties: description.properties.filter((property) =>
				belongs(property, String(resource.value), String(option.value)),
			),
		}));
	});
}

function belongs({ name, displayOptions }: INodeProperties, resource: string, operation: string): boolean {
	if (name === 'resource' || name === 'operation') return false;
	const { show = {} } = displayOptions ?? {};
	// The form of a tool stands in tests of its own.
	if (show['@tool']) return false;
	return (show.resource ?? [resource]).includes(resource) && (show.operation ?? [operation]).includes(operation);
}

/** What other parameters must be so that n8n shows the property: the first value that it names for each. */
export function contextOf({ displayOptions }: INodeProperties): INodeParameters {
	const others = Object.entries(displayOptions?.show ?? {}).filter(
		([name]) => name !== 'resource' && name !== 'operation',
	);
	return Object.fromEntries(others.map(([name, values]) => [name.replace(/^\//, ''), (values as string[])[0] ?? '']));
}
