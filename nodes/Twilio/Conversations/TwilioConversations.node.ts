import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { describe, subtitle } from '../../shared/operation/describe';
import { runOperation } from '../../shared/operation/run';
import { searchMethods } from '../../shared/operation/search';
import { conversations } from './service';

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
		description: 'Read and change the users of Twilio Conversations',
		defaults: { name: 'Twilio Conversations' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'twilioContactCenterApi', required: true }],
		properties: describe(conversations),
	};

	methods = { listSearch: searchMethods(conversations) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, conversations);
	}
}
