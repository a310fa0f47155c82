import type { Client, Sent } from '../../http/client';
import { inDoubt, itemErrorOf, plainFailure } from '../../http/failure';
import { readList } from '../../http/pagination';
import type { VendorRequest } from '../../http/request';
import type { Vendor } from '../../http/vendor';
import { guardedAsync } from '../../n8n/guard';
import { doneResult, refusedResult, type ItemResult } from '../../n8n/items';
import { isRecord } from '../../values/record';
import type { EditOperation, ItemOperation, ListOperation, ReadResponse, SendOperation, Values } from '../operation';
import { fillPath } from '../input/path';
import { inReadingOrder, simplified } from '../simplify';
import { requestOf } from './request';
import type { KeyedQueue, WriteLog } from './keyedQueue';
import type { NameResolver } from './names';
import { passThrough } from './passThrough';
import { readModifyWrite } from './readModifyWrite';

/** What one run has at hand for every item. */
export interface RunContext {
	vendor: Vendor;
	client: Client;
	nameResolver: NameResolver;
	/** By path: changes of the same record wait for each other, in the order of the items. */
	queue: KeyedQueue;
	writes: WriteLog;
}

/** One request to be sent, and what to call it in messages. */
interface Job {
	request: VendorRequest;
	values: Values;
	/** The agent, such as "Worker WK…". */
	subject: string;
}

/**
 * Sends the request or requests of one item whose ids are all known.
 *
 * @returns one result per request; none when the run was over before anything was sent
 */
export async function sendItem(
	run: RunContext,
	operation: ItemOperation,
	values: Values,
	subject: string,
): Promise<ItemResult[]> {
	const fanOut = operation.kind === 'list' ? undefined : operation.fanOut;
	if (!fanOut) return await sendOne(run, operation, values, subject);
	const results: ItemResult[] = [];
	for (const one of fanOut.over(values)) {
		const named = `${subject} ${fanOut.label(one)}`;
		const sent = await sendOne(run, operation, one, named);
		const isCutOff = sent.length === 0 && results.length > 0;
		results.push(...(isCutOff ? [refusedResult(named, 'was not attempted: the run ended before it')] : sent));
	}
	return results;
}

async function sendOne(
	run: RunContext,
	operation: ItemOperation,
	values: Values,
	subject: string,
): Promise<ItemResult[]> {
	return await guardedAsync(
		async () => await sendUnguarded(run, operation, values, subject),
		(problem) => {
			// Where it broke is not known, so neither is whether the change was sent.
			const failure = inDoubt(plainFailure(problem), operation.request);
			return unsuccessful({ kind: 'failed', failure }, subject);
		},
	);
}

async function sendUnguarded(
	run: RunContext,
	operation: ItemOperation,
	values: Values,
	subject: string,
): Promise<ItemResult[]> {
	const made = requestOf(run.vendor, operation, values);
	if (made.kind === 'problem') return [refusedResult(subject, made.problem)];
	const job: Job = { request: made.value, values, subject };
	switch (operation.kind) {
		case 'send':
			return await send(run, operation, job);
		case 'list':
			return await list(run, operation, job);
		case 'edit':
			return (operation.edit.applies?.(values) ?? true)
				? await run.queue(job.request.path, async () => await edit(run, operation, job))
				: await send(run, operation, job);
	}
}

/** With the advice that another record gives. */
async function explained<Outcome extends Exclude<Sent, { kind: 'answered' }>>(
	{ nameResolver }: RunContext,
	{ explanation }: Pick<EditOperation, 'explanation'>,
	outcome: Outcome,
	values: Values,
): Promise<Outcome> {
	if (outcome.kind !== 'failed' || !explanation?.applies(outcome.failure, values)) return outcome;
	const path = fillPath(explanation.path, values);
	const record = path.kind === 'value' ? await nameResolver.recordAfterFailure(path.value) : undefined;
	const advice = record && explanation.advice(record);
	return advice === undefined ? outcome : { ...outcome, failure: { ...outcome.failure, advice } };
}

async function list({ client }: RunContext, operation: ListOperation, job: Job): Promise<ItemResult[]> {
	const limit = job.values.returnAll === true ? Infinity : Number(job.values.limit);
	const listed = await readList(client, job.request, operation.paging, limit);
	return listed.kind === 'listed'
		? [doneResult(shown(operation, listed.entries.filter(isRecord), job.values))]
		: unsuccessful(listed, job.subject);
}

/** The records as they are put out. */
function shown(
	{ simple }: ItemOperation,
	records: Array<Record<string, unknown>>,
	values: Values,
): Array<Record<string, unknown>> {
	if (!simple) return records;
	const shape = values.simplify === true ? simplified : inReadingOrder;
	return records.map((record) => shape(record, simple, values));
}

async function send(
	run: RunContext,
	operation: SendOperation | EditOperation,
	{ request, values, subject }: Job,
): Promise<ItemResult[]> {
	const { client, queue } = run;
	const { read = passThrough } = operation;
	let records: ReturnType<ReadResponse> | undefined;
	const sendOnce = async () =>
		await client.send(request, (response) => {
			records = read(response, values);
			return records.kind === 'problem' ? records.problem : undefined;
		});
	// Two rows for the same agent take turns, so that the later one wins; what is new has no record to meet at.
	const isChange = request.method === 'PUT' || (request.method === 'POST' && request.idempotent);
	const sent = isChange ? await queue(request.path, sendOnce) : await sendOnce();
	if (sent.kind !== 'answered') {
		const outcome = operation.kind === 'edit' ? await explained(run, operation, sent, values) : sent;
		return unsuccessful(outcome, subject);
	}
	return [doneResult(records?.kind === 'value' ? shown(operation, records.value, values) : [])];
}

const UNVERSIONED =
	'The service sent no version of the record: what someone else changed at the same moment may be lost.';

/** The item says whether anything was written. */
async function edit(
	run: RunContext,
	operation: EditOperation,
	{ request, values, subject }: Job,
): Promise<ItemResult[]> {
	const { edit: how, read = passThrough } = operation;
	const edited = await readModifyWrite(run, request, how, values, (response) => {
		const written = read(response, values);
		return written.kind === 'problem' ? written.problem : undefined;
	});
	if (edited.kind === 'unchanged') {
		return [doneResult(shown(operation, [{ ...edited.record, changed: false }], values))];
	}
	if (edited.kind !== 'written') return unsuccessful(await explained(run, operation, edited, values), subject);
	const records = read(edited.response, values);
	if (records.kind === 'problem') return [refusedResult(subject, records.problem)];
	// What was read is written back whole: without a version, a change made in between is gone.
	const isRisky = !edited.versioned && how.applies === undefined;
	return [
		doneResult(
			shown(
				operation,
				records.value.map((record) => ({ ...record, changed: true })),
				values,
			),
			isRisky ? UNVERSIONED : undefined,
		),
	];
}

export const unsuccessful = (sent: Exclude<Sent, { kind: 'answered' }>, subject: string): ItemResult[] =>
	sent.kind === 'unsent' ? [] : [{ kind: 'failed', error: itemErrorOf(sent.failure, subject) }];
