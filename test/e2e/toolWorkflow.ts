import type { Workflow } from '../../demo/n8n/workflows';

export const TOOL = 'Set the state of an agent';

/** n8n's own agent with n8n's own model node, and Agent State as its tool. @param parameters of Agent State */
export const toolWorkflow = (id: string, parameters: object): Workflow => {
	const node = (at: number, name: string, type: string, typeVersion: number, given: object) => ({
		id: `${id}-${at}`,
		name,
		type,
		typeVersion,
		position: [at * 200, 0],
		parameters: given,
	});
	const to = (name: string, type: string) => [[{ node: name, type, index: 0 }]];
	return {
		id,
		name: id,
		active: false,
		nodes: [
			node(0, 'Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node(1, 'AI Agent', '@n8n/n8n-nodes-langchain.agent', 3, {
				promptType: 'define',
				text: 'Send Anna and Carla on their breaks.',
			}),
			{
				...node(2, 'Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
					model: { __rl: true, mode: 'id', value: 'scripted' },
				}),
				credentials: { openAiApi: { id: null, name: '' } },
			},
			{
				...node(3, TOOL, 'n8n-nodes-agent-state.agentStateTool', 1, {
					workspace: { __rl: true, mode: 'name', value: 'Support' },
					...parameters,
				}),
				credentials: { twilioContactCenterApi: { id: null, name: '' } },
			},
		],
		connections: {
			Start: { main: to('AI Agent', 'main') },
			Model: { ai_languageModel: to('AI Agent', 'ai_languageModel') },
			[TOOL]: { ai_tool: to('AI Agent', 'ai_tool') },
		},
		settings: { executionOrder: 'v1' },
	};
};
