import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { searchMethodsFor } from '../shared/operation/editor/search';
import { adapters } from './adapters';
import { credentialsFor } from './credentials';
import { commonName, nodeTitle } from './titles';
import { agentStateTriggerProperties } from './trigger/properties';
import { readableAmong } from './trigger/services';

const readable = readableAmong(adapters);

export class AgentStateTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: nodeTitle('Agent State Trigger', adapters),
		name: 'agentStateTrigger',
		icon: { light: 'file:../../icons/agentState.svg', dark: 'file:../../icons/agentState.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(Object.fromEntries(readable.map(({ id, vendor }) => [id, vendor.name])))})[$parameter["vendor"]] }}`,
		description: `Starts the workflow when the state of contact-centre agents changes, in ${commonName(adapters) || 'any service whose states can be read'}`,
		defaults: { name: nodeTitle('Agent State Trigger', adapters) },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: credentialsFor(readable),
		properties: agentStateTriggerProperties(readable),
	};

	methods = {
		listSearch: Object.assign(
			{},
			...readable.map(({ vendor, scopeFields, native }) => searchMethodsFor(vendor, [...scopeFields, native])),
		) as ReturnType<typeof searchMethodsFor>,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { pollStates } = await import('./trigger/pollStates');
		return await pollStates(this, readable);
	}
}
