import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { listZones } from '../shared/n8n/timeZone';
import { adherenceOutputs, adherenceProperties } from './node/adherenceForm';

export class ScheduleAdherence implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Schedule Adherence',
		name: 'scheduleAdherence',
		icon: { light: 'file:../../icons/scheduleAdherence.svg', dark: 'file:../../icons/scheduleAdherence.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({getAdherence: "Get Adherence", getExceptions: "Get Exceptions", getNow: "Get Now"})[$parameter["operation"]] }}',
		description: 'Compare what contact-centre agents did with the roster, by the usual adherence formulas',
		defaults: { name: 'Schedule Adherence' },
		usableAsTool: true,
		inputs: `={{ ["Scheduled", "Actual", ...($parameter["hasExcused"] ? ["Excused"] : [])].map((displayName) => ({ type: "main", displayName })) }}`,
		outputs: `={{ (${JSON.stringify(adherenceOutputs)})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}`,
		properties: adherenceProperties,
	};

	methods = { loadOptions: { getZones: listZones } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runAdherence } = await import('./node/runAdherence');
		return await runAdherence(this);
	}
}
