import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { guardRun } from '../shared/n8n/guard';
import { toErrorItems } from '../shared/n8n/itemProblem';
import { withoutFormulas } from '../shared/n8n/items';
import { readOption } from '../shared/n8n/parameters';
import { listZones } from '../shared/n8n/timeZone';
import { isoOf } from './model/calendar/zone';
import { operationNames, outputNames, properties, readsRoster } from './node/form';
import { operations } from './node/operations/operations';
import { failRun, warnOfFixedTime } from './node/output';
import { readSettings } from './node/settings';

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
		return await guardRun(
			this,
			async () => (await runSchedule(this)).map(withoutFormulas),
			(problem) => [toErrorItems(this.getInputData().map((_, item) => ({ message: problem, item })))],
		);
	}
}

async function runSchedule(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = readOption(context, { name: 'operation', label: 'Operation', options: operationNames });
	try {
		const settings = readSettings(context, readsRoster(operation));
		if (settings.kind === 'problem') return failRun(context, operation, settings.problem);
		const { clock, now, isLive } = settings.value;
		if (!isLive) warnOfFixedTime(context, isoOf(clock, now));
		return await operations[operation]({ context, settings: settings.value });
	} catch (error) {
		return failRun(context, operation, error);
	}
}
