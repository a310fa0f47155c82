import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { textOf } from '../shared/state/input/settings';
import type { DstPolicy } from './model/schedule/types';
import { createZoneClock, isoOf } from './model/calendar/zone';
import { zoneNamed } from './model/calendar/zoneName';
import { momentIn } from './node/evaluateAt';
import { operations } from './node/operations';
import { outputNames, properties, type OperationName } from './node/form';
import { errorItems } from './node/output';

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
			'Tell from a roster which contact-centre agents must be in which state, and when that changes next',
		defaults: { name: 'Shift Schedule' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ (${JSON.stringify(outputNames)})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}`,
		properties,
	};

	methods = {
		loadOptions: {
			async getZones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const zones = Intl.supportedValuesOf('timeZone').map((name) => ({ name, value: name }));
				// Here n8n knows the zone of the instance alone: the workflow's own must not be told wrongly.
				const usual = { name: "The Workflow's", value: '' };
				return await Promise.resolve([
					usual,
					...zones.filter(({ value }) => value !== 'UTC'),
					{ name: 'UTC', value: 'UTC' },
				]);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as OperationName;
		const zone = zoneNamed(textOf(this.getNodeParameter('zone', 0, '')) || this.getTimezone());
		if (zone.kind === 'problem') return refuse(this, operation, new Error(`Time zone: ${zone.problem}`));
		const clock = createZoneClock(zone.value);
		const given: unknown = this.getNodeParameter('evaluateAt', 0, '');
		const isLive = given === '' || given === null || given === undefined;
		const moment = isLive ? undefined : momentIn(given, clock);
		if (moment?.kind === 'problem') return refuse(this, operation, new Error(`Evaluate At: ${moment.problem}`));
		if (moment) tellOfMoment(this, isoOf(clock, moment.value));
		try {
			return await operations[operation]({
				context: this,
				options: { zone: zone.value, dst: this.getNodeParameter('dst', 0, 'keepEnd') as DstPolicy },
				...{ clock, isLive, now: moment?.value ?? Date.now() },
			});
		} catch (error) {
			return refuse(this, operation, error as Error);
		}
	}
}

/** A moment that somebody tried out and forgot would hold for ever. */
function tellOfMoment(context: IExecuteFunctions, moment: string): void {
	const isByHand = context.getMode() === 'manual';
	context.addExecutionHints({
		message: `This is as of ${moment}, not of now: 'Evaluate At' is set.${isByHand ? '' : ' Empty it, or the same moment holds for ever.'}`,
		type: isByHand ? 'info' : 'warning',
		location: 'outputPane',
	});
}

/** n8n hands the input on as if all were done when a node that is set to go on throws: every item says it instead. */
function refuse(context: IExecuteFunctions, operation: OperationName, error: Error): INodeExecutionData[][] {
	if (!context.continueOnFail()) throw new NodeOperationError(context.getNode(), error);
	const items = errorItems(context.getInputData().map((_, item) => ({ message: error.message, item })));
	return outputNames[operation].map((_, index) => (index === 0 ? items : []));
}
