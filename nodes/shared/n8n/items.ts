import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { markedValue } from '../values/formula';
import { refusedItem, toErrorItem, type ItemError } from './itemError';

/** What became of one request of an item. */
export type ItemResult =
	| {
			kind: 'done';
			records: IDataObject[];
			/** What the user should know although it went well. */
			warning: string | undefined;
	  }
	| { kind: 'failed'; error: ItemError };

export const doneResult = (records: object[], warning?: string): ItemResult => ({
	kind: 'done',
	records: records as IDataObject[],
	warning,
});

/** For what was found wrong before anything was sent. */
export const refusedResult = (subject: string, problem: string): ItemResult => ({
	kind: 'failed',
	error: refusedItem(subject, problem),
});

/** The first failure among the results of one item. */
export const errorIn = (results: readonly ItemResult[]): ItemError | undefined =>
	results.flatMap((result) => (result.kind === 'failed' ? [result.error] : []))[0];

/** @param results by item, in input order; an item that was not begun has none and puts out nothing */
export function outputOf(results: ReadonlyArray<readonly ItemResult[]>): INodeExecutionData[] {
	return results.flatMap((one, item) =>
		one.flatMap((result) =>
			result.kind === 'done'
				? result.records.map((json) => ({ json, pairedItem: { item } }))
				: [toErrorItem(result.error, item)],
		),
	);
}

/** Items whose texts no sheet runs. For rows that a node makes itself; what a service sent is handed on as it came. */
export const withoutFormulas = (items: readonly INodeExecutionData[]): INodeExecutionData[] =>
	items.map((item) => ({ ...item, json: markedValue(item.json) }));
