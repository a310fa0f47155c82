import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { itemErrorOf } from '../../http/failure';
import { refusedItem, toErrorItem, type ItemError } from '../../n8n/itemError';
import { withoutFormulas } from '../../n8n/items';
import type { Form, Refused } from '../input/form';
import type { Settings } from '../input/settings';
import { isSameNative, namedState } from '../native';
import type { MemoryOf } from './runMemory';
import { MEMORY_COLUMN, tables, technicalColumns, toTable, withMemory } from './table';
import { shortened } from '../../values/text';
import { isChangeSent, nameForRow, type Task, type TracedTask } from './task';

/** What became of one item: of its agent at each scope that it names, or why it got no further. */
export type AgentResults = { kind: 'refused'; refused: Refused } | { kind: 'tasks'; tasks: Task[] };

/** By item, in their order. */
export function resultsOf(count: number, refusals: readonly Refused[], tasks: readonly Task[]): AgentResults[] {
	const refusedAt = new Map(refusals.map((one) => [one.item, one]));
	const tasksAt = Array.from({ length: count }, (): Task[] => []);
	for (const task of tasks) tasksAt[task.desired.item]?.push(task);
	return tasksAt.map((own, item) => {
		const refused = refusedAt.get(item);
		return refused ? { kind: 'refused', refused } : { kind: 'tasks', tasks: own };
	});
}

/** What is wrong with an item, if anything. */
export function errorOf(result: AgentResults): ItemError | undefined {
	if (result.kind === 'refused') return result.refused.isSkip ? undefined : errorOfRefused(result.refused);
	return result.tasks.flatMap((task) => (task.phase === 'done' ? (task.error ?? []) : []))[0];
}

function errorOfRefused({ agent, problem, failure, isOfScope }: Refused): ItemError {
	const subject = `Agent ${shortened(agent)}`;
	if (failure) return itemErrorOf(failure, subject);
	if (agent !== '' && !isOfScope) return refusedItem(subject, problem);
	return { message: problem, description: undefined, details: {}, ...(isOfScope === 'all' && { isOfAll: true }) };
}

export const hasErrorOutput = (context: IExecuteFunctions): boolean =>
	context.getNode().onError === 'continueErrorOutput';

type Told = { item: number } & ({ kind: 'error'; error: ItemError } | { kind: 'row'; row: IDataObject });

/**
 * The items that come out, in the order of those that went in.
 *
 * @param toErrorOutput whether what failed leaves as an error item instead of a row
 * @param memoryOf set where the rows carry the memory for the next run
 */
export function itemsOf(
	{ operation }: Form,
	results: readonly AgentResults[],
	toErrorOutput: boolean,
	{
		technicalDetails,
		changedOnly,
		memoryOf,
	}: Pick<Settings, 'technicalDetails' | 'changedOnly'> & { memoryOf?: MemoryOf },
): INodeExecutionData[] {
	const shownResults = changedOnly ? results.map(withoutUntouched) : results;
	const told = shownResults.flatMap((result, item) => toldOf(operation, result, item, toErrorOutput));
	const { columns, kept } = memoryOf ? withMemory(tables[operation]) : tables[operation];
	const shown = columns.filter((column) => technicalDetails || !technicalColumns.includes(column));
	const rows = told.flatMap((one) =>
		one.kind === 'row' ? [memoryOf ? { ...one.row, [MEMORY_COLUMN]: memoryOf(one.item) } : one.row] : [],
	);
	const table = toTable(rows, shown, kept).values();
	return withoutFormulas(
		told.map((one) =>
			one.kind === 'error'
				? toErrorItem(one.error, one.item)
				: { json: table.next().value ?? {}, pairedItem: { item: one.item } },
		),
	);
}

/** The rows of those whose change was sent, by which it can be taken back although the run puts out none. */
export function changesOf(form: Form, results: readonly AgentResults[]): { changedRows?: IDataObject[] } {
	const sent = results.map((result): AgentResults => {
		const tasks = result.kind === 'tasks' ? result.tasks.filter(isChangeSent) : [];
		return { kind: 'tasks', tasks };
	});
	const rows = itemsOf(form, sent, false, { technicalDetails: false, changedOnly: false }).map(({ json }) => json);
	return rows.length > 0 ? { changedRows: rows } : {};
}

/** What is left of an item without those for whom nothing was to be done. */
function withoutUntouched(result: AgentResults): AgentResults {
	if (result.kind === 'refused') return result.refused.isUntouched ? { kind: 'tasks', tasks: [] } : result;
	const tasks = result.tasks.filter((task) => task.phase !== 'done' || task.row.outcome !== 'unchanged');
	return { kind: 'tasks', tasks };
}

function toldOf(operation: Form['operation'], result: AgentResults, item: number, toErrorOutput: boolean): Told[] {
	if (result.kind === 'refused') {
		const error = errorOf(result);
		return [
			error && toErrorOutput
				? { kind: 'error', item, error }
				: { kind: 'row', item, row: rowOfRefused(result.refused) },
		];
	}
	return result.tasks.flatMap((task): Told[] => {
		if (task.phase === 'traced') return historyRows(task).map((row) => ({ kind: 'row', item, row }));
		// What may have been done stays a row, by which it can be taken back.
		return task.phase === 'done' && task.error && task.row.outcome === 'failed' && toErrorOutput
			? [{ kind: 'error', item, error: task.error }]
			: [{ kind: 'row', item, row: operationRow(operation, task) }];
	});
}

function historyRows({ scope, desired, observed, stretches }: TracedTask): IDataObject[] {
	const [service, agentId] = [scope.session.adapter.id, observed.id];
	return stretches.map(({ native, from, until }) => {
		const named = namedState(scope.mapping, native);
		return {
			...{ agent: nameForRow({ desired }, observed), service, scope: scope.name, agentId },
			state: scope.mapping.stateOf(named),
			native: named?.label ?? null,
			from: new Date(from).toISOString(),
			until: new Date(until).toISOString(),
			reason: named ? null : 'the service has no record of this time',
		};
	});
}

function operationRow(operation: Form['operation'], task: Exclude<Task, TracedTask>): IDataObject {
	if (task.phase === 'done') {
		const { row } = task;
		return { ...row, state: row.current, desired: row.requested, actual: row.current };
	}
	const { scope, desired, observed, previous: current = null } = task;
	const agent = {
		agent: nameForRow(task, observed),
		since: observed?.since ?? null,
		service: scope.session.adapter.id,
		scope: scope.name,
		agentId: observed?.id ?? desired.agent,
	};
	if (operation === 'getState') {
		return { ...agent, state: scope.mapping.stateOf(current), native: current?.label ?? null };
	}
	const asked = desired.want.kind === 'state' ? desired.want.state : null;
	const matches = isSameNative(current, task.target);
	return {
		...agent,
		desired: asked,
		actual: scope.mapping.stateOf(current, matches ? asked : null),
		matches,
		outMinutes: task.phase === 'observed' && task.outMs !== undefined ? Math.floor(task.outMs / 60_000) : null,
		desiredNative: task.target?.label ?? null,
		actualNative: current?.label ?? null,
	};
}

const rowOfRefused = ({ service, agent, problem, failure, isSkip }: Refused): IDataObject => ({
	agent,
	outcome: isSkip ? 'skipped' : 'failed',
	reason: problem,
	service,
	at: new Date().toISOString(),
	attempts: 0,
	durationMs: 0,
	requestId: failure?.requestId ?? null,
});
