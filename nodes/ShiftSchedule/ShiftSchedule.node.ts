import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { listZones } from '../shared/n8n/timeZone';
import { outputNames, properties } from './node/form';

export class ShiftSchedule implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shift Schedule',
		name: 'shiftSchedule',
		icon: { light: 'file:../../icons/shiftSchedule.svg', dark: 'file:../../icons/shiftSchedule.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({getStateNow: "Get State Now", getChanges: "Get Changes", previewTimeline: "Preview Timeline", checkSchedule: "Check Schedule", importIcs: "Import ICS"})[$parameter["operation"]] }}',
		description:
			'Find out from a roster which state each contact-centre agent should be in, and when it changes next',
		defaults: { name: 'Shift Schedule' },
		usableAsTool: true,
		// The second one where the legend comes by it.
		inputs: `={{ $parameter["legendFrom"] === "input" && ["items", "grid"].includes($parameter["rosterFrom"]) && $parameter["operation"] !== "importIcs" ? [{ type: "main", displayName: "Roster" }, { type: "main", displayName: "Legend" }] : ["main"] }}`,
		outputs: `={{ (${JSON.stringify(outputNames)})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}`,
		properties,
	};

	methods = { loadOptions: { getZones: listZones } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { runSchedule } = await import('./node/runSchedule');
		return await runSchedule(this);
	}
}
