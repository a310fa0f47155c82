import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { propertiesOf, subtitle } from '../shared/operation/editor/properties';
import { searchMethods } from '../shared/operation/editor/search';
import { voipNow } from './definition';

export class VoipNow implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'VoipNow',
		name: 'voipNow',
		icon: { light: 'file:../../icons/voipNow.svg', dark: 'file:../../icons/voipNow.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitle(voipNow),
		description: 'Read and change the status of queue agents in VoipNow',
		defaults: { name: 'VoipNow' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'voipNowOAuth2Api', required: true }],
		properties: propertiesOf(voipNow),
	};

	methods = { listSearch: searchMethods(voipNow) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/operation/run/run');
		return await runOperation(this, voipNow);
	}
}
