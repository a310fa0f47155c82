import { plainFailure } from '../../http/failure';
import { getRequest, type VendorRequest } from '../../http/request';
import type { VendorResponse } from '../../http/response';
import { guardedAsync } from '../../n8n/guard';
import { doneResult, refusedResult, type ItemResult } from '../../n8n/items';
import { markedValue } from '../../values/formula';
import { isRecord } from '../../values/record';
import type { Change, ItemOperation, Values } from '../operation';
import { requestOf } from './request';
import { unsuccessful, type RunContext } from './send';

/**
 * What an item would change, without changing it: for each request a row that says what would be sent. What would be
 * changed or deleted is read first, so that an agent who does not exist, or a change that cannot be made, is told now.
 */
export async function previewItem(
	run: RunContext,
	operation: ItemOperation,
	values: Values,
	subject: string,
): Promise<ItemResult[]> {
	const fanOut = operation.kind === 'list' ? undefined : operation.fanOut;
	const each = fanOut ? fanOut.over(values) : [values];
	const results: ItemResult[] = [];
	for (const one of each) {
		const named = fanOut ? `${subject} ${fanOut.label(one)}` : subject;
		const told = await guardedAsync(
			async () => await previewOne(run, operation, one, named),
			(problem) => unsuccessful({ kind: 'failed', failure: plainFailure(problem) }, named),
		);
		results.push(...told);
	}
	return results;
}

async function previewOne(
	run: RunContext,
	operation: ItemOperation,
	values: Values,
	subject: string,
): Promise<ItemResult[]> {
	const made = requestOf(run.vendor, operation, values);
	if (made.kind === 'problem') return [refusedResult(subject, made.problem)];
	const { value: request } = made;
	const row = (outcome: 'preview' | 'unchanged', changes: VendorRequest['body']): ItemResult[] => [
		doneResult([markedValue({ outcome, action: operation.option.action, subject, changes: changes ?? {} })]),
	];
	const isRead = operation.kind === 'edit' || request.method === 'DELETE';
	if (!isRead) return row('preview', request.body);
	const recordIn =
		(operation.kind === 'edit' ? operation.edit.record : undefined) ??
		(({ body }: VendorResponse) => (isRecord(body) ? body : undefined));
	const current = await run.client.send(getRequest(request.encoding, request.path), (answer) =>
		recordIn(answer, values)
			? undefined
			: `the service answered with status ${answer.status} but without the record`,
	);
	if (current.kind !== 'answered') return unsuccessful(current, subject);
	const change: Change =
		operation.kind === 'edit'
			? operation.edit.change(recordIn(current.response, values) ?? {}, values, request.body ?? {})
			: { kind: 'write', body: {} };
	if (change.kind === 'problem') return [refusedResult(subject, change.problem)];
	return change.kind === 'none' ? row('unchanged', {}) : row('preview', change.body);
}
