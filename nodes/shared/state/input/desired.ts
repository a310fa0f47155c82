import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { guarded } from '../../n8n/guard';
import { columnsOf } from './columns';
import { FROM_ITEM, type DesiredState, type Form, type Refused } from './form';
import { fieldsOf } from './ownFields';
import { returnedRowsOf } from './returnedRows';
import { windowsIn } from './window';

/** What each item asks for, in the order of the items. */
export function desiredStatesOf(context: IExecuteFunctions, form: Form): Array<DesiredState | Refused> {
	const items = context.getInputData().map(({ json }) => json);
	const read = readerOf(context, form);
	return items.map((json, item) =>
		guarded<DesiredState | Refused>(
			() => read(json, item),
			(problem) => ({ kind: 'refused', item, service: '', agent: '', problem }),
		),
	);
}

function readerOf(context: IExecuteFunctions, form: Form): (json: IDataObject, item: number) => DesiredState | Refused {
	if (form.operation === 'restorePrevious') return returnedRowsOf(context, form);
	const windowFor = windowsIn(context);
	const source: unknown = context.getNodeParameter('source', 0, 'fields');
	const service: unknown = context.getNodeParameter('vendor', 0, form.adapters[0]?.id);
	return source === 'items' || service === FROM_ITEM
		? columnsOf(context, form, service, windowFor)
		: (_, item) => fieldsOf(context, form, service, item, windowFor);
}
