import type { IDataObject } from 'n8n-workflow';
import type { Client, Sent } from '../../http/client';
import type { VendorRequest } from '../../http/request';
import { isRecord } from '../../values/record';
import { itemErrorOf } from '../../http/failure';
import { readList } from '../../http/pagination';
import type { Vendor } from '../../http/vendor';
import { resolveNames, type NameResolver } from './names';
import { readModifyWrite, type ReadModifyWrite } from './readModifyWrite';
import type { Operation, Values } from '../operation';
import { fillPath } from '../input/path';
import { passThrough } from './passThrough';
import { requestOf, type Ready } from '../input/item';
import { done, failed, type Result } from '../../n8n/result';
import type { KeyedQueue, Writes } from './keyedQueue';

/** What one run has at hand for every item. */
export interface Tools {
	vendor: Vendor;
	client: Client;
	directory: NameResolver;
	turns: KeyedQueue;
	writes: Writes;
}

/** An item whose ids are all known and which nothing speaks against, or why not. */
export type ResolvedItem = { kind: 'settled'; values: Values } | { kind: 'unsettled'; results: Result[] };

/** Finds the ids behind an item's names and checks what needs the service. Changes nothing. */
export async function resolveItem(tools: Tools, operation: Operation, one: Ready): Promise<ResolvedItem> {
	const { subject } = one;
	const known = await resolveNames(tools.directory, one.values, one.names);
	if (known.kind === 'problem') return { kind: 'unsettled', results: [failed(subject, known.problem)] };
	if (known.kind === 'failed') {
		const message = `${known.label} could not be looked up: ${known.failure.message}`;
		return {
			kind: 'unsettled',
			results: unsuccessful({ ...known, failure: { ...known.failure, message } }, subject),
		};
	}
	if (known.kind === 'unsent') return { kind: 'unsettled', results: [] };
	const wrong = await guardProblem(tools, operation, known.values);
	if (wrong.kind === 'none') return { kind: 'settled', values: known.values };
	const results = wrong.kind === 'problem' ? [failed(subject, wrong.problem)] : unsuccessful(wrong, subject);
	return { kind: 'unsettled', results };
}

/**
 * Sends the request or requests of one settled item.
 *
 * @returns one result per request; none when the run was over before anything was sent
 */
export async function sendItem(
	tools: Tools,
	operation: Operation,
	settled: Values,
	subject: string,
	item: number,
): Promise<Result[]> {
	const results: Result[] = [];
	const { fanOut } = operation;
	for (const values of fanOut?.over(settled) ?? [settled]) {
		const named = fanOut ? `${subject} ${fanOut.label(values)}` : subject;
		const made = requestOf(tools.vendor, operation, values);
		const before = results.length;
		results.push(
			...(made.kind === 'problem'
				? [failed(named, made.problem)]
				: await sendRequest(tools, operation, made.request, values, named, item)),
		);
		if (results.length === before && before > 0)
			results.push(failed(named, 'was not begun: the run ended before it'));
	}
	return results;
}

type Guarded = { kind: 'none' } | { kind: 'problem'; problem: string } | Exclude<Sent, { kind: 'answered' }>;

async function guardProblem({ directory }: Tools, { precheck }: Operation, values: Values): Promise<Guarded> {
	if (!precheck?.applies(values)) return { kind: 'none' };
	const filled = fillPath(precheck.path, values);
	if (filled.kind === 'problem') return filled;
	const sent = await directory.record(filled.path);
	if (sent.kind !== 'answered') return sent;
	const problem = isRecord(sent.response.body) ? precheck.problem(sent.response.body, values) : undefined;
	return problem === undefined ? { kind: 'none' } : { kind: 'problem', problem };
}

async function sendRequest(
	tools: Tools,
	operation: Operation,
	request: VendorRequest,
	values: Values,
	subject: string,
	item: number,
): Promise<Result[]> {
	const { client, turns } = tools;
	if (operation.paging) {
		const limit = values.returnAll === true ? Infinity : Number(values.limit);
		const listed = await readList(client, request, operation.paging, limit);
		return listed.kind === 'listed' ? [done(listed.entries.filter(isRecord), item)] : unsuccessful(listed, subject);
	}
	if (operation.edit && (operation.edit.applies?.(values) ?? true)) {
		const how = operation.edit;
		return await turns(request.path, () => edit(tools, operation, how, request, values, subject, item));
	}
	let records: object[] = [];
	const send = async () =>
		await client.send(request, (answer) => {
			const reading = (operation.read ?? passThrough)(answer, values);
			if (reading.kind === 'problem') return reading.problem;
			records = reading.items;
			return undefined;
		});
	// Two rows for the same agent take turns, so that the later one wins; what is new has no record to meet at.
	const isChange = request.method === 'PUT' || (request.method === 'POST' && request.idempotent);
	const sent = isChange ? await turns(request.path, send) : await send();
	return sent.kind === 'answered' ? [done(records, item)] : unsuccessful(sent, subject);
}

const UNVERSIONED =
	'The service sent no version of the record: what somebody else changed at the same moment may be lost.';

/** The item says whether anything was written. */
async function edit(
	{ client, writes }: Tools,
	{ read = passThrough }: Operation,
	how: ReadModifyWrite,
	request: VendorRequest,
	values: Values,
	subject: string,
	item: number,
): Promise<Result[]> {
	const edited = await readModifyWrite(client, writes, request, how, values);
	if (edited.kind === 'unchanged') return [done([{ ...edited.record, changed: false }], item)];
	if (edited.kind !== 'written') return unsuccessful(edited, subject);
	const reading = read(edited.response, values);
	if (reading.kind === 'problem') return [failed(subject, reading.problem)];
	const records = reading.items.map((record: IDataObject) => ({ ...record, changed: true }));
	// What was read is written back whole: without a version, a change made in between is gone.
	const isRisky = !edited.versioned && how.applies === undefined;
	return [done(records, item, isRisky ? UNVERSIONED : undefined)];
}

const unsuccessful = (sent: Exclude<Sent, { kind: 'answered' }>, subject: string): Result[] =>
	sent.kind === 'unsent' ? [] : [{ kind: 'failed', complaint: itemErrorOf(sent.failure, subject) }];
