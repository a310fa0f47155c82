import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { itemErrorOf, plainFailure } from '../../http/failure';
import { toErrorItem, toNodeError, type ItemError } from '../../n8n/itemError';
import { subjectOf, type Task } from './task';
import { isSame } from '../native';
import type { Outcome } from '../input/row';
import { tables, technicalColumns, toTable } from './table';
import { settable } from '../state';
import type { Form, Refused } from '../input/desired';

/** What became of one item. */
export interface Ended {
	/** One for each place where the agent is. */
	cases: Task[];
	/** Set for an item that got no further. */
	refused?: Refused;
}

/** Tells what happened: errors that stop the workflow, or items and hints. */
export function openOutput(context: IExecuteFunctions, form: Form, ended: Ended[], technicalDetails: boolean) {
	const node = context.getNode();

	/** Ends the workflow over the first item that failed, unless it is set to go on. */
	function stopOver(remark: string): void {
		if (context.continueOnFail()) return;
		for (const [item, one] of ended.entries()) {
			const complaint = complaintAbout(one);
			if (!complaint) continue;
			const { message, description } = complaint;
			const told = [description, remark].filter(Boolean).join(' ');
			throw toNodeError(node, { ...complaint, message: `${message} [item ${item}]`, description: told }, item);
		}
	}

	function throwIfCancelled(): void {
		if (context.getExecutionCancelSignal()?.aborted !== true) return;
		throw new NodeOperationError(node, `The execution was cancelled. ${tally()}`);
	}

	/** How far the run came, for the one who has to decide what to do next. */
	function tally(): string {
		const counts = countOf(ended.flatMap(outcomesOf));
		return `${counts}. Run it again when the cause is gone: only what differs is written.`;
	}

	function items(): INodeExecutionData[] {
		hints(form, ended).forEach((hint) => context.addExecutionHints(hint));
		const toErrorOutput = node.onError === 'continueErrorOutput';
		const told = ended.flatMap((one, item) => toldOf(form, one, toErrorOutput).map((each) => ({ ...each, item })));
		const { columns, kept } = tables[form.operation];
		const shown = columns.filter((column) => technicalDetails || !technicalColumns.includes(column));
		const rows = told.flatMap((each) => (each.kind === 'row' ? [each.row] : []));
		const table = toTable(rows, shown, kept).values();
		return told.map((each) =>
			each.kind === 'error'
				? toErrorItem(each.error, each.item)
				: { json: table.next().value ?? {}, pairedItem: { item: each.item } },
		);
	}

	return { stopOver, throwIfCancelled, tally, items };
}

function complaintAbout({ refused, cases }: Ended): ItemError | undefined {
	if (refused && !refused.isSkip) return complaintOfRefused(refused);
	const failed = cases.find(({ failure }) => failure);
	return failed?.failure && itemErrorOf(failed.failure, subjectOf(failed));
}

function complaintOfRefused({ agent, item, problem, failure }: Refused): ItemError {
	const subject = agent === '' ? `Item ${item}` : `Agent ${agent}`;
	if (failure) return itemErrorOf(failure, subject);
	const { attempts: _attempts, ...details } = itemErrorOf(plainFailure(problem), subject).details;
	return { message: `${subject}: ${problem}`, description: undefined, details };
}

/** The rows of an item, or the errors that stand in their place. */
type Told = { kind: 'error'; error: ItemError } | { kind: 'row'; row: IDataObject };

function toldOf(form: Form, ended: Ended, toErrorOutput: boolean): Told[] {
	const { refused, cases } = ended;
	const complaint = complaintAbout(ended);
	if (complaint && refused && toErrorOutput) return [{ kind: 'error', error: complaint }];
	if (refused) return [{ kind: 'row', row: rowOfRefused(refused) }];
	return cases.map((one) =>
		one.failure && toErrorOutput
			? { kind: 'error', error: itemErrorOf(one.failure, subjectOf(one)) }
			: { kind: 'row', row: rowOf(form, one) },
	);
}

const isChange = ({ operation }: Form): boolean => operation === 'setState' || operation === 'restorePrevious';

function rowOf(form: Form, one: Task): IDataObject {
	const { row, observed, previous, scope, desired: asked, wanted } = one;
	if (row && isChange(form)) return { ...row };
	if (row?.outcome === 'failed' || row?.outcome === 'skipped') {
		return { ...row, state: row.current, desired: row.requested, actual: row.current };
	}
	const agent = {
		agent: observed?.name ?? asked.agent,
		since: observed?.since ?? null,
		service: scope.session.adapter.id,
		scope: scope.name,
		agentId: observed?.id ?? asked.agent,
	};
	if (form.operation === 'getState') {
		return { ...agent, state: scope.mapping.stateOf(previous), native: previous?.label ?? null };
	}
	const desired = asked.want.kind === 'state' ? asked.want.state : null;
	const matches = isSame(previous, wanted ?? null);
	return {
		...agent,
		desired,
		actual: scope.mapping.stateOf(previous, matches ? desired : null),
		matches,
		desiredNative: wanted?.label ?? null,
		actualNative: previous?.label ?? null,
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

const outcomesOf = ({ refused, cases }: Ended): Array<Outcome | undefined> =>
	refused ? [refused.isSkip ? 'skipped' : 'failed'] : cases.map(({ row }) => row?.outcome);

const words: Record<Outcome, string> = {
	changed: 'changed',
	unchanged: 'right already',
	pending: 'pending',
	unconfirmed: 'not confirmed',
	preview: 'would change',
	skipped: 'skipped',
	failed: 'failed',
};

/** Such as "400 agents: 380 changed, 20 right already". */
function countOf(all: Array<Outcome | undefined>): string {
	const parts = Object.entries(words).flatMap(([outcome, word]) => {
		const count = all.filter((one) => one === outcome).length;
		return count > 0 ? [`${count} ${word}`] : [];
	});
	const open = all.filter((one) => one === undefined).length;
	if (open > 0) parts.push(`${open} not begun`);
	return `${all.length} ${all.length === 1 ? 'agent' : 'agents'}: ${parts.join(', ')}`;
}

/** A line above the output: what happened is easily overlooked among thousands of rows. */
function hints(form: Form, ended: Ended[]): NodeExecutionHint[] {
	const told = (message: string, type: 'info' | 'warning'): NodeExecutionHint => ({
		message,
		type,
		location: 'outputPane',
	});
	const all = ended.flatMap(outcomesOf);
	const isTroubled = all.some((one) => one === 'failed' || one === 'unconfirmed');
	const cases = ended.flatMap((one) => one.cases);
	const asked = new Set(cases.flatMap(({ desired }) => (desired.want.kind === 'state' ? [desired.want.state] : [])));
	const mappings = new Set(cases.map(({ scope }) => scope.mapping));
	const guesses = [...mappings].flatMap(({ guesses: found }) =>
		settable.flatMap((state) => (asked.has(state) ? (found.get(state) ?? []) : [])),
	);
	return [
		...(isChange(form) ? [told(`${countOf(all)}.`, isTroubled ? 'warning' : 'info')] : []),
		...(!isChange(form) && isTroubled
			? [told(`${countOf(all.filter((one) => one === 'failed'))}.`, 'warning')]
			: []),
		...[...new Set(guesses)].map((guess) =>
			told(`Found by name: ${guess}. Set it under 'State Mapping' if that is wrong.`, 'warning'),
		),
	];
}
