import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../shared/values/record';
import { textOf } from '../../../shared/values/text';

/** The columns that have other names in this table: the node's name, and the table's. */
export function readColumnNames(context: IExecuteFunctions): Record<string, string> {
	const given: unknown = context.getNodeParameter('columns', 0, {});
	const names = Object.entries(isRecord(given) ? given : {}).map(([field, name]) => [field, textOf(name)] as const);
	return Object.fromEntries(names.filter(([, name]) => name !== ''));
}
