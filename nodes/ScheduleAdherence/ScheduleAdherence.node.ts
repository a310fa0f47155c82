import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { guardRun } from '../shared/n8n/guard';
import { toErrorItems, toOperationError } from '../shared/n8n/itemProblem';
import { withoutFormulas } from '../shared/n8n/items';
import { readOption } from '../shared/n8n/parameters';
import { isToolCall } from '../shared/n8n/toolCall';
import { listZones } from '../shared/n8n/timeZone';
import { adherenceOperations, adherenceOutputs, adherenceProperties, NO_INPUTS } from './node/adherenceForm';
import { runOperationOf } from './node/operations/adherenceOperations';

export class ScheduleAdherence implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Schedule Adherence',
		name: 'scheduleAdherence',
		icon: { light: 'file:../../icons/scheduleAdherence.svg', dark: 'file:../../icons/scheduleAdherence.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({getAdherence: "Get Adherence", getExceptions: "Get Exceptions", getNow: "Get Now"})[$parameter["operation"]] }}',
		description: 'Find out whether contact-centre agents were where the roster said, by the usual formulas',
		defaults: { name: 'Schedule Adherence' },
		usableAsTool: true,
		inputs: `={{ ["Scheduled", "Actual", ...($parameter["hasExcused"] ? ["Excused"] : [])].map((displayName) => ({ type: "main", displayName })) }}`,
		outputs: `={{ (${JSON.stringify(adherenceOutputs)})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}`,
		properties: adherenceProperties,
	};

	methods = { loadOptions: { getZones: listZones } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await guardRun(
			this,
			async () => (await runAdherence(this)).map(withoutFormulas),
			(problem) => [toErrorItems([{ message: problem, item: 0 }])],
		);
	}
}

async function runAdherence(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = readOption(context, { name: 'operation', label: 'Operation', options: adherenceOperations });
	try {
		if (isToolCall(context)) throw new NodeOperationError(context.getNode(), NO_INPUTS);
		return await runOperationOf[operation](context);
	} catch (error) {
		const failure = toOperationError(context, error);
		if (!context.continueOnFail()) throw failure;
		// One, as the error is about no row of either input.
		const items = toErrorItems([{ message: failure.message, item: 0 }]);
		return adherenceOutputs[operation].map((_, index) => (index === 0 ? items : []));
	}
}
