import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { Client, RunState } from '../http/client';
import { connect } from '../http/connect';
import { isRecord } from '../http/exchange';
import { complaintOf, toNodeError } from '../http/failure';
import { readByOffset } from '../http/pages';
import type { Operation, Service } from './operation';
import { relay } from './read';
import { prepare, type Ready, type Refused } from './request';
import { done, failed, hintOf, outputOf, tally, type Result } from './result';

/**
 * Runs the chosen operation for every input item: the body of every vendor node's `execute`.
 *
 * All items are checked before the first request. With On Error set to stop, a bad item therefore stops the run
 * with nothing sent, and after the first failed request no further one starts. Otherwise every item yields its own
 * items or one error item, paired, in input order.
 */
export async function runOperation(context: IExecuteFunctions, service: Service): Promise<INodeExecutionData[][]> {
	const goesOn = context.continueOnFail();
	const operation = chosenOperation(context, service);
	if (!operation) {
		const subjects = context.getInputData().map((_, item) => `Item ${item}`);
		const problem = `${service.vendor.name} has no such operation: choose one from the lists 'Resource' and 'Operation'`;
		return refuseAll(context, subjects, problem);
	}
	const prepared = context.getInputData().map((_, item) => prepareItem(context, service, operation, item));
	const results = prepared.map((one) => (one.kind === 'refused' ? failed(one.subject, one.problem) : undefined));
	const refused = prepared.findIndex(({ kind }) => kind === 'refused');
	if (!goesOn) stopAt(context, results, refused, 'Nothing was sent: all items are checked before the first change.');

	let stopped = false;
	let stoppedBy = -1;
	const run: RunState = {
		isOver: () => stopped || isCancelled(context),
		noteFailure: () => {
			stopped ||= !goesOn;
		},
	};
	const connection = await connect(context, service.vendor, run);
	if (connection.kind === 'problem') {
		const subjects = prepared.map(({ subject }) => subject);
		return refuseAll(context, subjects, `The '${service.vendor.name}' credential: ${connection.problem}`);
	}
	await inLanes(connection.ceiling, prepared.length, async (item) => {
		const one = prepared[item];
		if (one?.kind !== 'ready' || run.isOver()) return;
		const result = await perform(connection.client, operation, one, item);
		results[item] = result;
		if (result?.kind === 'failed' && !goesOn && stoppedBy < 0) stoppedBy = item;
	});

	if (isCancelled(context)) {
		throw new NodeOperationError(context.getNode(), `The execution was cancelled. ${tally(results)}`);
	}
	stopAt(context, results, stoppedBy, tally(results));
	return put(context, results);
}

const isCancelled = (context: IExecuteFunctions) => context.getExecutionCancelSignal()?.aborted === true;

function chosenOperation(context: IExecuteFunctions, service: Service): Operation | undefined {
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
			subjects.map((subject) => failed(subject, problem)),
		);
	throw new NodeOperationError(context.getNode(), problem, { description: 'Nothing was sent.' });
}

function put(context: IExecuteFunctions, results: Array<Result | undefined>): INodeExecutionData[][] {
	const hint = hintOf(results);
	if (hint) context.addExecutionHints(hint);
	return [outputOf(results)];
}

function prepareItem(
	context: IExecuteFunctions,
	service: Service,
	operation: Operation,
	item: number,
): Ready | Refused {
	try {
		return prepare(service.vendor, operation, (name, fallback) => context.getNodeParameter(name, item, fallback));
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
function stopAt(context: IExecuteFunctions, results: Array<Result | undefined>, item: number, remark: string): void {
	const result = results[item];
	if (result?.kind !== 'failed') return;
	const { message, description } = result.complaint;
	const complaint = {
		...result.complaint,
		message: `${message} [item ${item}]`,
		description: [description, remark].filter(Boolean).join(' '),
	};
	throw toNodeError(context.getNode(), complaint, item);
}

/** Starts `task` for 0, 1, 2 … `count` - 1, with no more than `lanes` of them unfinished. */
async function inLanes(lanes: number, count: number, task: (index: number) => Promise<void>): Promise<void> {
	let next = 0;
	const lane = async () => {
		while (next < count) await task(next++);
	};
	await Promise.all(Array.from({ length: Math.min(lanes, count) }, lane));
}

/** @returns `undefined` when the run was over before anything was sent */
async function perform(
	client: Client,
	operation: Operation,
	{ request, values, subject }: Ready,
	item: number,
): Promise<Result | undefined> {
	if (operation.paging) {
		const limit = values.returnAll === true ? Infinity : Number(values.limit);
		const listed = await readByOffset(client.send, request, operation.paging, limit);
		if (listed.kind === 'listed') return done(listed.entries.filter(isRecord), item);
		return listed.kind === 'unsent'
			? undefined
			: { kind: 'failed', complaint: complaintOf(listed.failure, subject) };
	}
	let records: object[] = [];
	const sent = await client.send(request, (answer) => {
		const reading = (operation.read ?? relay)(answer, values);
		if (reading.kind === 'problem') return reading.problem;
		records = reading.items;
		return undefined;
	});
	if (sent.kind === 'answered') return done(records, item);
	return sent.kind === 'unsent' ? undefined : { kind: 'failed', complaint: complaintOf(sent.failure, subject) };
}
