import type { Sent } from '../../http/client';
import { refusedResult, type ItemResult } from '../../n8n/items';
import { isRecord } from '../../values/record';
import { problem, type Problem } from '../../values/result';
import type { ParsedItem } from '../input/item';
import { fillPath } from '../input/path';
import type { ItemOperation, Values } from '../operation';
import { resolveNames } from './names';
import { unsuccessful, type RunContext } from './send';

/** An item whose ids are all known and which nothing speaks against; or what became of it: nothing when the run was over. */
export type ResolvedItem = SendableItem | { kind: 'unresolved'; results: ItemResult[] };

export interface SendableItem {
	kind: 'resolved';
	values: Values;
	/** What the user should know although the item can be sent. */
	warnings: string[];
}

/** Finds the ids behind an item's names and makes the check that needs the service. Changes nothing. */
export async function resolveItem(
	{ nameResolver }: RunContext,
	operation: ItemOperation,
	{ values, names, subject }: ParsedItem,
): Promise<ResolvedItem> {
	const unresolved = (results: ItemResult[]): ResolvedItem => ({ kind: 'unresolved', results });
	const known = await resolveNames(nameResolver, values, names);
	if (known.kind === 'problem') return unresolved([refusedResult(subject, known.problem)]);
	if (known.kind === 'unsent') return unresolved([]);
	if (known.kind === 'failed') {
		const { failure, label } = known;
		const message = failure.isOfCredential
			? failure.message
			: `${label} could not be looked up: ${failure.message}`;
		return unresolved(unsuccessful({ kind: 'failed', failure: { ...failure, message } }, subject));
	}
	const checked = await precheck(nameResolver, operation, known.value);
	if (checked.kind === 'resolved') return checked;
	return unresolved(
		checked.kind === 'problem' ? [refusedResult(subject, checked.problem)] : unsuccessful(checked, subject),
	);
}

async function precheck(
	{ record }: RunContext['nameResolver'],
	operation: ItemOperation,
	values: Values,
): Promise<SendableItem | Problem | Exclude<Sent, { kind: 'answered' }>> {
	const warnings: string[] = [];
	for (const check of operation.kind === 'list' ? [] : (operation.prechecks ?? [])) {
		if (!check.applies(values)) continue;
		const path = fillPath(check.path, values);
		if (path.kind === 'problem') return path;
		const sent = await record(path.value);
		if (sent.kind !== 'answered') return sent;
		if (!isRecord(sent.response.body)) continue;
		const wrong = check.problem?.(sent.response.body, values);
		if (wrong !== undefined) return problem(wrong);
		const warning = check.warning?.(sent.response.body, values);
		if (warning !== undefined) warnings.push(warning);
	}
	return { kind: 'resolved', values, warnings };
}
