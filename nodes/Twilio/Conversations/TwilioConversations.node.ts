import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { propertiesOf, subtitle } from '../../shared/operation/editor/properties';
import { searchMethods } from '../../shared/operation/editor/search';
import { conversations } from './definition';

export class TwilioConversations implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Twilio Conversations',
		name: 'twilioConversations',
		icon: {
			light: 'file:../../../icons/twilioConversations.svg',
			dark: 'file:../../../icons/twilioConversations.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitle(conversations),
		description: 'Read and change the users of Twilio Conversations, now called Conversations (classic)',
		defaults: { name: 'Twilio Conversations' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'twilioContactCenterApi', required: true }],
		properties: propertiesOf(conversations),
	};

	methods = { listSearch: searchMethods(conversations) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../../shared/operation/run/run');
		return await runOperation(this, conversations);
	}
}
