import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { guardRun } from '../../shared/n8n/guard';
import { toErrorItems, toOperationError } from '../../shared/n8n/itemProblem';
import { withoutFormulas } from '../../shared/n8n/items';
import { readOption } from '../../shared/n8n/parameters';
import { isToolCall } from '../../shared/n8n/toolCall';
import { adherenceOperations, adherenceOutputs, NO_INPUTS } from './adherenceForm';
import { runOperationOf } from './operations/adherenceOperations';

/** The body of `execute` of Schedule Adherence. */
export async function runAdherence(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await guardRun(
		context,
		async () => (await runChosenFormula(context)).map(withoutFormulas),
		(problem) => [toErrorItems([{ message: problem, item: 0 }])],
	);
}

async function runChosenFormula(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
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
