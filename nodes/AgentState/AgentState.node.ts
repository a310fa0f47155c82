import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { previewWords } from '../shared/operation/editor/properties';
import { searchMethodsFor } from '../shared/operation/editor/search';
import type { Form } from '../shared/state/input/form';
import { adapters } from './adapters';
import { credentialsFor } from './credentials';
import { agentField, mappingName, agentStateProperties } from './properties';
import { commonName, nodeTitle } from './titles';

const ACTIONS: Record<Form['operation'], string> = {
	setState: 'Set States',
	getState: 'Get States',
	getHistory: 'Get Histories',
	restorePrevious: 'Restore Previous States',
	compare: 'Compare States',
};

export class AgentState implements INodeType {
	description: INodeTypeDescription = {
		displayName: nodeTitle('Agent State', adapters),
		name: 'agentState',
		icon: { light: 'file:../../icons/agentState.svg', dark: 'file:../../icons/agentState.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(ACTIONS)})[$parameter["operation"]] + ${previewWords(['setState', 'restorePrevious'])} }}`,
		description: `Put contact-centre agents into the right states in ${commonName(adapters) || 'any service'}; only differences are written`,
		defaults: { name: nodeTitle('Agent State', adapters) },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsFor(adapters),
		properties: agentStateProperties(adapters),
	};

	methods = {
		listSearch: Object.assign(
			{},
			...adapters.map(({ vendor, scopeFields, agent, native }) =>
				searchMethodsFor(vendor, [...scopeFields, agent, native]),
			),
		) as ReturnType<typeof searchMethodsFor>,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runStates } = await import('../shared/state/run/run');
		return await runStates(this, {
			operation: this.getNodeParameter('operation', 0) as Form['operation'],
			adapters,
			agentField,
			mappingName,
			optionsName: 'options',
		});
	}
}
