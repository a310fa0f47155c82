import {
	NodeConnectionTypes,
	type EngineRequest,
	type EngineResponse,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
} from 'n8n-workflow';

/**
 * A node as n8n makes a tool of it (its `tool-generation/ai-tools.js` in the package `n8n`, which is not a part of the
 * engine): another name, no inputs, another output. `npm run test:e2e -- --only tool` tries what a real n8n makes of it.
 */
export function asTool(node: INodeType): INodeType {
	const { usableAsTool, ...description } = node.description;
	if (!usableAsTool) throw new Error(`${description.name} is no tool`);
	return Object.create(node, {
		description: {
			value: {
				...description,
				name: `${description.name}Tool`,
				displayName: `${description.displayName} Tool`,
				inputs: [],
				outputs: [NodeConnectionTypes.AiTool],
			},
		},
	}) as INodeType;
}

/** What n8n makes of the node for the agent, as far as a model sees it; the schema is one of zod. */
interface MadeTool {
	name: string;
	description: string;
	schema: { shape: Record<string, { description?: string; isOptional(): boolean }> };
	invoke(input: IDataObject): Promise<unknown>;
}

/** What a model sees of a tool. */
export interface SeenTool {
	name: string;
	description: string;
	/** What it may send, by key. */
	asks: Record<string, { description: string | undefined; isRequired: boolean }>;
}

/**
 * The agent of a workflow, with a model that says what the test says. Its tools are made and called by n8n's engine, as
 * those of n8n's own agent.
 *
 * @param tool the name of the node that is its tool
 * @param rounds what the model sends in each round: one call for each
 * @param seen the tools are put there
 * @param isDirect whether it calls its tools itself, as n8n's MCP trigger and its older agents do; a call that fails then
 * answers with the message, as there
 */
export function scriptedAgent(
	tool: string,
	rounds: readonly IDataObject[][],
	seen: SeenTool[],
	isDirect = false,
): INodeType {
	let round = 0;
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: 'Agent',
			defaults: { name: 'Agent' },
			inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions, _response?: EngineResponse) {
			if (round === 0) {
				const tools = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as MadeTool[];
				seen.push(...tools.map(seenOf));
				if (isDirect) {
					for (const input of rounds.flat()) await tools[0]?.invoke(input).catch(() => undefined);
					return [[{ json: {} }]];
				}
			}
			const calls = rounds[round++];
			if (!calls) return [[{ json: {} }]];
			const request: EngineRequest<{ itemIndex: number }> = {
				actions: calls.map((input, at) => ({
					actionType: 'ExecutionNodeAction',
					nodeName: tool,
					input,
					type: NodeConnectionTypes.AiTool,
					id: `call_${round}_${at}`,
					metadata: { itemIndex: 0 },
				})),
				metadata: { itemIndex: 0 },
			};
			return request;
		},
	};
}

function seenOf({ name, description, schema }: MadeTool): SeenTool {
	const asks = Object.entries(schema.shape).map(([key, one]) => [
		key,
		{ description: one.description, isRequired: !one.isOptional() },
	]);
	return { name, description, asks: Object.fromEntries(asks) as SeenTool['asks'] };
}
