import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeCredentialDescription,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { searchMethodsFor } from '../shared/operation/editor/search';
import { runStates } from '../shared/state/run/run';
import type { Form } from '../shared/state/input/form';
import { adapters } from './adapters';
import { agentField, mappingName, agentStateProperties } from './properties';

export class AgentState implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Agent State',
		name: 'agentState',
		icon: { light: 'file:../../icons/agentState.svg', dark: 'file:../../icons/agentState.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ({setState: "Set states", getState: "Get states", getHistory: "Get histories", restorePrevious: "Restore previous states", compare: "Compare states"})[$parameter["operation"]] }}',
		description: 'Put contact-centre agents into the right states in any service; only differences are written',
		defaults: { name: 'Agent State' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsOf(),
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
		return await runStates(this, {
			operation: this.getNodeParameter('operation', 0) as Form['operation'],
			adapters,
			agentField,
			mappingName,
			optionsName: 'options',
		});
	}
}

/**
 * Each optional: whoever works with one service needs one credential.
 *
 * Said by `hide`: the editor takes a field whose every value shows some credential for a choice of authentication, and
 * moves it out of the form into the credential's dialog.
 */
function credentialsOf(): INodeCredentialDescription[] {
	const names = [...new Set(adapters.map(({ vendor }) => vendor.credential))];
	return names.map((name) => ({
		name,
		required: false,
		displayOptions: {
			hide: { vendor: adapters.filter(({ vendor }) => vendor.credential !== name).map(({ id }) => id) },
		},
	}));
}
