import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { createClient } from '../../http/createClient';
import { isRecord } from '../../values/record';
import { toNodeError } from '../../n8n/itemError';
import { controlRun } from '../../n8n/runControl';
import { createNameResolver } from './names';
import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import { fold, type Lookup } from '../lookup';
import type { Operation, NodeDefinition, Values } from '../operation';
import { sendItem, resolveItem } from './send';
import { parseItem, type Ready, type Refused } from '../input/item';
import { failed, failureAmong, hintOf, outputOf, tally, warning, type Result } from '../../n8n/result';
import { keyedQueue, trackWrites } from './keyedQueue';

/**
 * Runs the chosen operation for every input item: the body of every vendor node's `execute`.
 *
 * All items are checked before the first request, and all names found before the first change. With On Error set to
 * stop, a bad item therefore stops the run with nothing changed, and after the first failed request no further one
 * starts. Otherwise every item yields its own items or one error item, paired, in input order.
 */
export async function runOperation(
	context: IExecuteFunctions,
	service: NodeDefinition,
): Promise<INodeExecutionData[][]> {
	const goesOn = context.continueOnFail();
	const operation = chosenOperation(context, service);
	if (!operation) {
		const subjects = context.getInputData().map((_, item) => `Item ${item}`);
		const problem = `${service.vendor.name} has no such operation: choose one from the lists 'Resource' and 'Operation'`;
		return refuseAll(context, subjects, problem);
	}
	if (operation.run) return await operation.run(context);
	const prepared = context.getInputData().map((_, item) => prepareItem(context, operation, item));
	const results: Result[][] = prepared.map((one) =>
		one.kind === 'refused' ? [failed(one.subject, one.problem)] : [],
	);
	const refused = prepared.findIndex(({ kind }) => kind === 'refused');
	if (!goesOn) stopAt(context, results, refused, 'Nothing was sent: all items are checked before the first change.');

	let stoppedBy = -1;
	const run = controlRun(context);
	const { vendor } = service;
	const connection = await createClient(context, vendor, run, parallelLimit(context));
	if (connection.kind === 'problem') {
		const subjects = prepared.map(({ subject }) => subject);
		return refuseAll(context, subjects, `The '${vendor.name}' credential: ${connection.problem}`);
	}
	const { client, maxConcurrency } = connection;
	const directory = createNameResolver(vendor, client, namesAmong(prepared));
	const tools = { vendor, client, directory, turns: keyedQueue(), writes: trackWrites() };
	const note = (item: number, outcome: Result[]) => {
		results[item] = outcome;
		if (goesOn || !failureAmong(outcome)) return;
		run.noteFailure();
		if (stoppedBy < 0) stoppedBy = item;
	};
	// Every name is found and every check made before the first change: a slip in the last row of 400 changes nobody.
	const settled = new Map<number, Values>();
	run.backlog.expect(prepared.length);
	await forEachConcurrent(maxConcurrency, prepared.length, run.signal, async (item) => {
		run.backlog.begin();
		const one = prepared[item];
		if (one?.kind !== 'ready' || run.signal.aborted) return;
		const outcome = await resolveItem(tools, operation, one);
		if (outcome.kind === 'settled') settled.set(item, outcome.values);
		else note(item, outcome.results);
	});
	if (!isCancelled(context)) stopAt(context, results, stoppedBy, 'Nothing was changed.');
	run.backlog.expect(prepared.length);
	await forEachConcurrent(maxConcurrency, prepared.length, run.signal, async (item) => {
		run.backlog.begin();
		const values = settled.get(item);
		if (!values || run.signal.aborted) return;
		note(item, await sendItem(tools, operation, values, prepared[item]?.subject ?? '', item));
	});

	if (isCancelled(context)) {
		throw new NodeOperationError(context.getNode(), `The execution was cancelled. ${tally(results)}`);
	}
	stopAt(context, results, stoppedBy, tally(results));
	warn(context, operation, prepared, results);
	return put(context, results);
}

const isCancelled = (context: IExecuteFunctions) => context.getExecutionCancelSignal()?.aborted === true;

/** The limit that the user set under Options, if it is one. */
function parallelLimit(context: IExecuteFunctions): number | undefined {
	const options: unknown = context.getNodeParameter('options', 0, {});
	const asked = isRecord(options) ? Number(options.parallelLimit) : NaN;
	return asked >= 1 ? Math.floor(asked) : undefined;
}

/** How many different names the items give for a lookup. */
function namesAmong(prepared: Array<Ready | Refused>): (lookup: Lookup) => number {
	const names = new Map<Lookup, Set<string>>();
	for (const one of prepared) {
		for (const { lookup, name } of one.kind === 'ready' ? one.names : []) {
			names.set(lookup, (names.get(lookup) ?? new Set()).add(fold(name)));
		}
	}
	return (lookup) => names.get(lookup)?.size ?? 0;
}

/** One line for each kind of warning: twenty hyphens need not be told twenty times. */
function warn(context: IExecuteFunctions, operation: Operation, prepared: Array<Ready | Refused>, results: Result[][]) {
	const ofValues = prepared.map((one) => (one.kind === 'ready' ? operation.warning?.(one.values) : undefined));
	const ofResults = results.flat().map((result) => (result.kind === 'done' ? result.warning : undefined));
	for (const told of [ofValues, ofResults]) {
		const first = told.find((message) => message !== undefined);
		if (first !== undefined) context.addExecutionHints(warning(first));
	}
}

function chosenOperation(context: IExecuteFunctions, service: NodeDefinition): Operation | undefined {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	return service.resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === name);
}

/** For what is wrong with all items alike. */
function refuseAll(context: IExecuteFunctions, subjects: string[], problem: string): INodeExecutionData[][] {
	if (context.continueOnFail())
		return put(
			context,
			subjects.map((subject) => [failed(subject, problem)]),
		);
	throw new NodeOperationError(context.getNode(), problem, { description: 'Nothing was sent.' });
}

function put(context: IExecuteFunctions, results: Result[][]): INodeExecutionData[][] {
	const hint = hintOf(results);
	if (hint) context.addExecutionHints(hint);
	return [outputOf(results)];
}

function prepareItem(context: IExecuteFunctions, operation: Operation, item: number): Ready | Refused {
	try {
		const read = (name: string, fallback: unknown) => context.getNodeParameter(name, item, fallback);
		return parseItem(operation, read, context.getTimezone());
	} catch (error) {
		// An expression that cannot be worked out concerns this item alone.
		return { kind: 'refused', subject: `Item ${item}`, problem: (error as Error).message };
	}
}

/**
 * Ends the workflow over the item that failed, if one did.
 *
 * @param remark what to tell beside the item's own complaint
 */
function stopAt(context: IExecuteFunctions, results: Result[][], item: number, remark: string): void {
	const result = failureAmong(results[item] ?? []);
	if (result?.kind !== 'failed') return;
	const { message, description } = result.complaint;
	const complaint = {
		...result.complaint,
		message: `${message} [item ${item}]`,
		description: [description, remark].filter(Boolean).join(' '),
	};
	throw toNodeError(context.getNode(), complaint, item);
}
