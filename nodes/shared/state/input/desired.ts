import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { guarded } from '../../n8n/guard';
import { itemParameters } from '../../n8n/itemParameters';
import { columnsOf } from './columns';
import { FROM_ITEM, type BlankItem, type DesiredState, type Form, type Refused } from './form';
import { fieldsOf } from './ownFields';
import { returnedRowsOf } from './returnedRows';
import { windowsIn } from './window';

/**
 * What each item asks for, in the order of the items.
 *
 * @param rowOf what people call an item
 */
export function desiredStatesOf(
	context: IExecuteFunctions,
	form: Form,
	rowOf: (item: number) => number,
): Array<DesiredState | Refused | BlankItem> {
	const items = context.getInputData().map(({ json }) => json);
	const read = readerOf(context, form, items, rowOf);
	return items.map((json, item) =>
		guarded<DesiredState | Refused | BlankItem>(
			() => read(json, item),
			(problem) => ({ kind: 'refused', item, service: '', agent: '', problem }),
		),
	);
}

function readerOf(
	context: IExecuteFunctions,
	form: Form,
	items: IDataObject[],
	rowOf: (item: number) => number,
): (json: IDataObject, item: number) => DesiredState | Refused | BlankItem {
	if (form.operation === 'restorePrevious') return returnedRowsOf(context, form);
	const windowFor = windowsIn(context);
	const source: unknown = context.getNodeParameter('source', 0, 'fields');
	const parameters = itemParameters(context);
	const service: unknown = context.getNodeParameter('vendor', 0, form.adapters[0]?.id);
	return source === 'items' || service === FROM_ITEM
		? columnsOf(context, form, { service, windowFor, items, rowOf })
		: (_, item) => fieldsOf(context, form, service, item, { parameters, windowFor });
}
