import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { propertiesOf, subtitle } from '../../shared/operation/editor/properties';
import { frontline } from './definition';

export class TwilioFrontline implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Twilio Frontline',
		name: 'twilioFrontline',
		icon: {
			light: 'file:../../../icons/twilioFrontline.svg',
			dark: 'file:../../../icons/twilioFrontline.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: subtitle(frontline),
		description:
			'Read and change the users of Twilio Frontline. Only for accounts that already have Frontline: Twilio sells no new ones.',
		defaults: { name: 'Twilio Frontline' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'twilioContactCenterApi', required: true }],
		properties: propertiesOf(frontline),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../../shared/operation/run/run');
		return await runOperation(this, frontline);
	}
}
