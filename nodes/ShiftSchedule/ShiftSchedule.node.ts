import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { guardRun } from '../shared/n8n/guard';
import { isoOf } from './model/calendar/zone';
import { operationNames, outputNames, properties, readsRoster } from './node/form';
import { operations } from './node/operations/operations';
import { failRun, toErrorItems, warnOfFixedTime } from './node/output';
import { readOption } from './node/parameters';
import { readSettings } from './node/settings';

export class ShiftSchedule implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shift Schedule',
		name: 'shiftSchedule',
		icon: { light: 'file:../../icons/shiftSchedule.svg', dark: 'file:../../icons/shiftSchedule.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({getStateNow: "States now", getChanges: "Changes", previewTimeline: "Preview timeline", checkSchedule: "Check schedule", importIcs: "Calendar to rows"})[$parameter["operation"]] }}',
		description:
			'Find out from a roster which state each contact-centre agent should be in, and when it changes next',
		defaults: { name: 'Shift Schedule' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ (${JSON.stringify(outputNames)})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}`,
		properties,
	};

	methods = {
		loadOptions: {
			async getZones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const names = Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC');
				// The editor knows only the zone of the instance, which may not be the workflow's: so no zone is named.
				const workflowZone = { name: "The Workflow's", value: '' };
				return await Promise.resolve([
					workflowZone,
					...[...names, 'UTC'].map((name) => ({ name, value: name })),
				]);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await guardRun(
			this,
			async () => await runSchedule(this),
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
