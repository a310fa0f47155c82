import type { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
} from 'n8n-workflow';
import { asTool } from './toolTypes';

/**
 * The pack's built nodes, and those of the bench's own: one that puts the items in, one that takes them out, and one that a
 * test brings along.
 */
export class BenchNodeTypes implements INodeTypes {
	constructor(
		private readonly loader: PackageDirectoryLoader,
		private readonly source: INodeType,
		/** By their names. */
		private readonly brought: Readonly<Record<string, INodeType>> = {},
	) {}

	getByName(name: string): INodeType {
		return this.getByNameAndVersion(name);
	}

	getByNameAndVersion(name: string, version?: number): INodeType {
		if (name === 'bench.source') return this.source;
		if (name === 'bench.sink') return sink;
		const brought = this.brought[name];
		if (brought) return brought;
		if (name.endsWith('Tool')) return asTool(this.getByNameAndVersion(name.slice(0, -'Tool'.length), version));
		return NodeHelpers.getVersionedNodeType(this.loader.getNode(name).type, version);
	}

	getKnownTypes() {
		return {};
	}
}

/** @param outputs the items of each output */
export function sourceOf(outputs: INodeExecutionData[][]): INodeType {
	return {
		description: { ...describe('Source', []), outputs: outputs.map(() => NodeConnectionTypes.Main) },
		// An arrow function: n8n calls execute with the node's context as `this`.
		execute: async () => await Promise.resolve(outputs),
	};
}

/** The name of a test's own node. */
export const PROBE = 'bench.probe';

/** @param look what a test tries in the context that n8n gives a node; the node puts out what it got */
export function probeOf(
	properties: INodeProperties[],
	look: (context: IExecuteFunctions) => void | Promise<void>,
): INodeType {
	return {
		description: { ...describe('Probe', [NodeConnectionTypes.Main]), properties },
		async execute(this: IExecuteFunctions) {
			await look(this);
			return [this.getInputData()];
		},
	};
}

const sink: INodeType = {
	description: describe('Sink', [NodeConnectionTypes.Main]),
	async execute(this: IExecuteFunctions) {
		return await Promise.resolve([this.getInputData()]);
	},
};

function describe(displayName: string, inputs: INodeTypeDescription['inputs']): INodeTypeDescription {
	return {
		displayName,
		name: displayName.toLowerCase(),
		group: ['transform'],
		version: 1,
		description: displayName,
		defaults: { name: displayName },
		inputs,
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
}
