import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INode, INodeParameters, INodeType, INodeTypeDescription } from 'n8n-workflow';

import type { Checks } from './checks';

/** What the test takes from the n8n of the demo: its own code, as it makes tools of nodes. */
interface N8nCode {
	convert: (item: { description: INodeTypeDescription }) => { description: INodeTypeDescription };
	parametersOf: (description: INodeTypeDescription, given: INodeParameters, withDefaults: boolean) => INodeParameters;
}

/**
 * n8n converts a node once for its editor and in another way for its engine. What the editor leaves out as a default, the
 * engine must fill in with the same: a preview that is on in one and off in the other would change agents.
 */
export async function checkConversion(root: string, checks: Checks): Promise<void> {
	const load = createRequire(join(root, 'package.json'));
	const { convert, parametersOf } = n8nCodeIn(root, load);
	const { n8n } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } };
	const tools = n8n.nodes
		.flatMap((file) => Object.values(load(join(root, file)) as Record<string, new () => INodeType>))
		.map((Type) => new Type())
		.filter(({ description }) => description.usableAsTool);
	const wrong = tools.flatMap((type) => {
		const { description } = type;
		const editor = convert({ description: structuredClone(description) }).description;
		const properties: unknown = Object.create(description.properties);
		const cloned = Object.create(description, { properties: { value: properties } }) as INodeTypeDescription;
		const engine = convert({ description: cloned }).description;
		const shown = parametersOf(editor, {}, true);
		const saved = parametersOf(editor, shown, false);
		const filled = parametersOf(engine, saved, true);
		return [
			JSON.stringify(filled) !== JSON.stringify(shown) &&
				`${description.name}: runs with other values than it shows`,
			filled.previewOnly === false && `${description.name}: changes something as it comes`,
		];
	});
	checks.check(`tool: n8n's editor and its engine make the same of ${tools.length} nodes`, [
		tools.length < 8 && 'some nodes are no tools',
		...wrong,
	]);
}

function n8nCodeIn(root: string, load: NodeJS.Require): N8nCode {
	const packages = join(root, 'demo/bootstrap/n8n/node_modules');
	const { convertNodeToAiTool } = load(join(packages, 'n8n/dist/tool-generation/ai-tools.js')) as {
		convertNodeToAiTool: N8nCode['convert'];
	};
	const { NodeHelpers } = load(join(packages, 'n8n-workflow')) as typeof import('n8n-workflow');
	return {
		convert: convertNodeToAiTool,
		parametersOf: (description, given, withDefaults) => {
			const node: INode = {
				...{ id: 'tool', name: 'Tool', type: description.name, typeVersion: 1, position: [0, 0] },
				parameters: given,
			};
			return (
				NodeHelpers.getNodeParameters(description.properties, given, withDefaults, false, node, description) ??
				{}
			);
		},
	};
}
