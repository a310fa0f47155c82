import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { guardRun } from '../../shared/n8n/guard';
import { toErrorItems } from '../../shared/n8n/itemProblem';
import { withoutFormulas } from '../../shared/n8n/items';
import { readOption } from '../../shared/n8n/parameters';
import { isoOf } from '../model/calendar/zone';
import { operationNames, readsRoster } from './form';
import { operations } from './operations/operations';
import { failRun, warnOfFixedTime } from './output';
import { readSettings } from './settings';

/** The body of `execute` of Shift Schedule. */
export async function runSchedule(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await guardRun(
		context,
		async () => (await runChosenAnswer(context)).map(withoutFormulas),
		(problem) => [toErrorItems(context.getInputData().map((_, item) => ({ message: problem, item })))],
	);
}

async function runChosenAnswer(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
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
