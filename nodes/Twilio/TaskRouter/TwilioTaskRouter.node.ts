import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { propertiesOf, subtitle } from '../../shared/operation/editor/properties';
import { searchMethods } from '../../shared/operation/editor/search';
import { taskRouter } from './definition';

export class TwilioTaskRouter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Twilio TaskRouter',
		name: 'twilioTaskRouter',
		icon: {
			light: 'file:../../../icons/twilioTaskRouter.svg',
			dark: 'file:../../../icons/twilioTaskRouter.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitle(taskRouter),
		description: 'Read and change workers, the agents of Twilio TaskRouter and Twilio Flex',
		defaults: { name: 'Twilio TaskRouter' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'twilioContactCenterApi', required: true }],
		properties: propertiesOf(taskRouter),
	};

	methods = { listSearch: searchMethods(taskRouter) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../../shared/operation/run/run');
		return await runOperation(this, taskRouter);
	}
}
