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
import { isSame, plain } from '../native';
import { toJson, VERSION, type Outcome, type Row } from '../input/row';
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
export function openOutput(context: IExecuteFunctions, form: Form, ended: Ended[]) {
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
		return ended.flatMap((one, item) => itemsOf(form, one, item, node.onError === 'continueErrorOutput'));
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

function itemsOf(form: Form, ended: Ended, item: number, toErrorOutput: boolean): INodeExecutionData[] {
	const { refused, cases } = ended;
	const complaint = complaintAbout(ended);
	if (complaint && refused && toErrorOutput) return [toErrorItem(complaint, item)];
	const pairedItem = { item };
	if (refused) return [{ json: toJson(rowOfRefused(refused)), pairedItem }];
	return cases.map((one) =>
		one.failure && toErrorOutput
			? toErrorItem(itemErrorOf(one.failure, subjectOf(one)), item)
			: { json: jsonOf(form, one), pairedItem },
	);
}

function jsonOf({ operation }: Form, one: Task): IDataObject {
	const { row, observed, previous, scope, desired: asked, wanted } = one;
	const isChange = operation === 'setState' || operation === 'restorePrevious';
	if (row && (isChange || row.outcome === 'failed' || row.outcome === 'skipped')) return toJson(row);
	const { adapter } = scope.session;
	const where = {
		vendor: adapter.id,
		agent: { id: observed?.id ?? asked.agent, name: observed?.name ?? asked.agent },
		scope: scope.name,
	};
	const since = observed?.since ?? null;
	if (operation === 'getState') {
		const native = previous as unknown as IDataObject | null;
		return { ...where, state: scope.mapping.stateOf(previous), since, native };
	}
	const desired = asked.want.kind === 'state' ? asked.want.state : null;
	const matches = isSame(previous, wanted ?? null);
	return {
		...where,
		desired,
		actual: scope.mapping.stateOf(previous, matches ? desired : null),
		matches,
		since,
		native: { desired: wanted ? plain(wanted) : null, actual: previous },
	};
}

function rowOfRefused({ vendor, agent, problem, failure, isSkip }: Refused): Row {
	return {
		vendor,
		agent: { id: null, name: agent },
		scope: null,
		requested: null,
		previous: null,
		current: null,
		outcome: isSkip ? 'skipped' : 'failed',
		reason: problem,
		changes: [],
		native: { version: VERSION, previous: null, requested: null, current: null },
		requestId: failure?.requestId ?? null,
		attempts: 0,
		durationMs: 0,
		at: new Date().toISOString(),
	};
}

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
function hints({ operation }: Form, ended: Ended[]): NodeExecutionHint[] {
	const told = (message: string, type: 'info' | 'warning'): NodeExecutionHint => ({
		message,
		type,
		location: 'outputPane',
	});
	const all = ended.flatMap(outcomesOf);
	const isTroubled = all.some((one) => one === 'failed' || one === 'unconfirmed');
	const isChange = operation === 'setState' || operation === 'restorePrevious';
	const cases = ended.flatMap((one) => one.cases);
	const asked = new Set(cases.flatMap(({ desired }) => (desired.want.kind === 'state' ? [desired.want.state] : [])));
	const mappings = new Set(cases.map(({ scope }) => scope.mapping));
	const guesses = [...mappings].flatMap(({ guesses: found }) =>
		settable.flatMap((state) => (asked.has(state) ? (found.get(state) ?? []) : [])),
	);
	return [
		...(isChange ? [told(`${countOf(all)}.`, isTroubled ? 'warning' : 'info')] : []),
		...(!isChange && isTroubled ? [told(`${countOf(all.filter((one) => one === 'failed'))}.`, 'warning')] : []),
		...[...new Set(guesses)].map((guess) =>
			told(`Found by name: ${guess}. Set it under 'State Mapping' if that is wrong.`, 'warning'),
		),
	];
}
