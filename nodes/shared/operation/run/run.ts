import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { createClient } from '../../http/createClient';
import { forEachConcurrent } from '../../n8n/forEachConcurrent';
import { guardedAsync, guardRun } from '../../n8n/guard';
import { showHints } from '../../n8n/hints';
import { itemParameters, type ParameterSource } from '../../n8n/itemParameters';
import { failuresText } from '../../n8n/itemError';
import { errorIn, outputOf, refusedResult, type ItemResult } from '../../n8n/items';
import { controlRun } from '../../n8n/runControl';
import { isToolCall, overCap } from '../../n8n/toolCall';
import { isRecord } from '../../values/record';
import { rowNumbersOf } from '../../values/rowNumbers';
import { parseItem, type ParsedItem, type RefusedItem } from '../input/item';
import { takingNames } from '../input/takingNames';
import { fold } from '../../values/text';
import { PREVIEW_ONLY } from '../fields';
import { isChanging } from '../toolFields';
import type { Lookup } from '../lookup';
import type { ItemOperation, NodeDefinition, Operation } from '../operation';
import { createWriteLog, keyedQueue } from './keyedQueue';
import { createNameResolver } from './names';
import { previewItem } from './previewItem';
import { resolveItem, type ResolvedItem, type SendableItem } from './resolve';
import { sendItem } from './send';

/**
 * Runs the chosen operation for every input item: the body of every vendor node's `execute`.
 *
 * All items are parsed before the first request, and all names found before the first change. With On Error set to
 * stop, a bad item therefore stops the run with nothing changed, and after the first failed request no further one
 * starts. Otherwise every item yields its own items or one error item, paired, in input order.
 */
export async function runOperation(
	context: IExecuteFunctions,
	definition: NodeDefinition,
): Promise<INodeExecutionData[][]> {
	const results = context.getInputData().map((): ItemResult[] => []);
	return await guardRun(
		context,
		async () => await runChosen(context, definition, results),
		(problem) =>
			putOut(
				context,
				results.map((one, item) => (one.length > 0 ? one : [refusedResult(`Row ${item + 1}`, problem)])),
			),
	);
}

/** @param results of the items so far, by item: they are kept there while the run goes on */
async function runChosen(
	context: IExecuteFunctions,
	{ vendor, resources }: NodeDefinition,
	results: ItemResult[][],
): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context, resources);
	if (!operation) {
		const problem = `${vendor.name} has no such operation: choose one from the lists 'Resource' and 'Operation'`;
		return refuseAll(context, rowTitles(context), problem);
	}
	if (operation.kind === 'custom') return await operation.run(context);
	const tooMany = isChanging(operation) ? overCap(context) : undefined;
	if (tooMany !== undefined) return refuseAll(context, rowTitles(context), tooMany);
	const isPreview = isChanging(operation) && isPreviewInTool(context);

	const run = controlRun(context);
	const rowOf = rowNumbersOf(context.getInputData().map(({ json }) => json));
	const parameters = itemParameters(context);
	const zone = context.getTimezone();
	const parsed = context
		.getInputData()
		.map((_, item) => parseInput(parameters, operation, { item, row: rowOf(item), zone }));
	parsed.forEach((one, item) => {
		if (one.kind === 'refused') results[item] = [refusedResult(one.subject, one.problem)];
	});
	const stopIfFailed = (remark: string) => run.throwIfFailed(results.map(errorIn), remark);
	stopIfFailed('Nothing was sent: all items are checked before the first change.');

	const connection = await createClient(context, vendor, run, askedParallelLimit(context));
	if (connection.kind === 'problem') {
		const subjects = parsed.map(({ subject }) => subject);
		return refuseAll(context, subjects, `The '${vendor.name}' credential: ${connection.problem}`);
	}
	const { client, maxConcurrency } = connection;
	const nameResolver = createNameResolver(vendor, client, namesAmong(parsed));
	const tools = { vendor, client, nameResolver, queue: keyedQueue(), writes: createWriteLog() };

	const resolved = new Map<number, SendableItem>();
	await forEachItem(async (item) => {
		const one = parsed[item];
		if (one?.kind !== 'parsed') return;
		const outcome = await guardedAsync<ResolvedItem>(
			async () => await resolveItem(tools, operation, one),
			(problem) => ({ kind: 'unresolved', results: [refusedResult(one.subject, problem)] }),
		);
		// What is wrong with one item stops the run once all of them are looked up: it is corrected together.
		if (outcome.kind === 'resolved') resolved.set(item, outcome);
		else results[item] = outcome.results;
	});
	run.throwIfCancelled(progress);
	stopIfFailed('Nothing was changed.');

	await forEachItem(async (item) => {
		const one = resolved.get(item);
		const perform = isPreview ? previewItem : sendItem;
		if (one) finish(item, await perform(tools, operation, one.values, parsed[item]?.subject ?? ''));
	});
	run.throwIfCancelled(progress);
	stopIfFailed(progress());
	showHints(context, 'warning', warningsOf(operation, parsed, [...resolved.values()], results));
	return putOut(context, results);

	async function forEachItem(task: (item: number) => Promise<void>): Promise<void> {
		run.backlog.expect(parsed.length);
		await forEachConcurrent(maxConcurrency, parsed.length, run.signal, async (item) => {
			run.backlog.begin();
			await task(item);
		});
	}

	function finish(item: number, outcome: ItemResult[]): void {
		results[item] = outcome;
		if (errorIn(outcome)) run.noteFailure();
	}

	/** For the one who has to decide what to do next. */
	function progress(): string {
		const failures = results.filter(errorIn).length;
		const notStarted = results.filter((one) => one.length === 0).length;
		const finished = results.length - failures - notStarted;
		const others = [
			failures > 0 ? `, ${failures} failed` : '',
			notStarted > 0 ? `, ${notStarted} not attempted` : '',
		];
		return `${finished} of ${results.length} ${results.length === 1 ? 'item' : 'items'} done${others.join('')}.`;
	}
}

function chosenOperation(context: IExecuteFunctions, resources: NodeDefinition['resources']): Operation | undefined {
	const resource = context.getNodeParameter('resource', 0);
	const operation = context.getNodeParameter('operation', 0);
	const chosen = resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
	return chosen && isToolCall(context) ? { ...chosen, fields: takingNames(chosen.fields) } : chosen;
}

/** Only a tool has the switch; what a saved node holds of it from another operation means nothing. In doubt it is on. */
const isPreviewInTool = (context: IExecuteFunctions): boolean =>
	isToolCall(context) && context.getNodeParameter(PREVIEW_ONLY, 0, true) !== false;

function parseInput(
	parameters: ParameterSource,
	operation: ItemOperation,
	{ item, row, zone }: { item: number; row: number; zone: string },
): ParsedItem | RefusedItem {
	try {
		const read = (name: string, fallback: unknown) => parameters.getNodeParameter(name, item, fallback);
		return parseItem(operation, read, zone);
	} catch (error) {
		// An expression that cannot be worked out concerns this item alone.
		return { kind: 'refused', subject: `Row ${row}`, problem: (error as Error).message };
	}
}

/** The limit that the user set under Options, if it is one. */
function askedParallelLimit(context: IExecuteFunctions): number | undefined {
	const options: unknown = context.getNodeParameter('options', 0, {});
	const asked = isRecord(options) ? Number(options.parallelLimit) : NaN;
	return asked >= 1 ? Math.floor(asked) : undefined;
}

/** How many different names the items give for a lookup. */
function namesAmong(parsed: Array<ParsedItem | RefusedItem>): (lookup: Lookup) => number {
	const names = new Map<Lookup, Set<string>>();
	for (const one of parsed) {
		for (const { lookup, name } of one.kind === 'parsed' ? one.names : []) {
			names.set(lookup, (names.get(lookup) ?? new Set()).add(fold(name)));
		}
	}
	return (lookup) => names.get(lookup)?.size ?? 0;
}

/** One line for each kind of warning: twenty hyphens need not be told twenty times. */
function warningsOf(
	operation: ItemOperation,
	parsed: Array<ParsedItem | RefusedItem>,
	resolved: SendableItem[],
	results: ItemResult[][],
): string[] {
	const ofValues = parsed.map((one) => (one.kind === 'parsed' ? operation.warning?.(one.values) : undefined));
	const ofResults = results.flat().map((result) => (result.kind === 'done' ? result.warning : undefined));
	const ofPrechecks = resolved.flatMap(({ warnings }) => warnings);
	return [ofValues, ofPrechecks, ofResults].flatMap(
		(warnings) => warnings.find((warning) => warning !== undefined) ?? [],
	);
}

/** What items are called before any of them is read. */
const rowTitles = (context: IExecuteFunctions): string[] => context.getInputData().map((_, item) => `Row ${item + 1}`);

/** For what is wrong with all items alike. */
function refuseAll(context: IExecuteFunctions, subjects: string[], problem: string): INodeExecutionData[][] {
	if (!context.continueOnFail()) {
		throw new NodeOperationError(context.getNode(), problem, { description: 'Nothing was sent.' });
	}
	return putOut(
		context,
		subjects.map((subject) => [refusedResult(subject, problem)]),
	);
}

function putOut(context: IExecuteFunctions, results: ItemResult[][]): INodeExecutionData[][] {
	const failures = results.flatMap((one) => errorIn(one) ?? []);
	if (failures.length > 0) {
		const count = `${failures.length} of ${results.length} ${results.length === 1 ? 'item' : 'items'} failed.`;
		showHints(context, 'warning', [`${count} ${failuresText(failures)}`]);
	}
	return [outputOf(results)];
}
