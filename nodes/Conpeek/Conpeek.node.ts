import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { propertiesOf, subtitle } from '../shared/operation/editor/properties';
import { conpeek } from './definition';

export class Conpeek implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Conpeek',
		name: 'conpeek',
		icon: { light: 'file:../../icons/conpeek.svg', dark: 'file:../../icons/conpeek.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitle(conpeek),
		description: 'Change the work state of users in Conpeek',
		defaults: { name: 'Conpeek' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'conpeekApi', required: true }],
		properties: propertiesOf(conpeek),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runOperation } = await import('../shared/operation/run/run');
		return await runOperation(this, conpeek);
	}
}
