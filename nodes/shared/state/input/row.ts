import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../values/record';
import { problem, value, type Result } from '../../values/result';
import { isState, type State } from '../state';
import { otherVersion, parseRestoreText, type Kept } from './restoreText';
import { unmarkedText } from '../../values/formula';
import { textOf } from '../../values/text';

/**
 * - `changed`: written, and the service's answer shows the new state
 * - `unchanged`: the agent was in the state already; nothing was written
 * - `pending`: written, and the service's answer shows another state for now
 * - `unconfirmed`: written, and nothing shows the new state
 * - `preview`: would be written; `current` is the state that the agent is in
 * - `deferred`: left to the work in hand; a later run writes it
 * - `skipped`: left alone, by a rule that the user set
 * - `failed`: `reason` says why
 */
export const outcomes = [
	'changed',
	'unchanged',
	'pending',
	'unconfirmed',
	'preview',
	'deferred',
	'skipped',
	'failed',
] as const;

export type Outcome = (typeof outcomes)[number];

/** Whether the change of a row was sent, so that it can be taken back. */
export const isWritten = (outcome: Outcome): boolean => ['changed', 'pending', 'unconfirmed'].includes(outcome);

/**
 * What became of one agent at one scope: the same shape for real runs, previews and restores. Flat, and in the order
 * in which people read: in the editor's table the first columns are all that is seen at once.
 */
export interface Row {
	/** The name, or what the item called the agent where the service told none. */
	agent: string;
	/** `null`: not known. */
	previous: State | null;
	current: State | null;
	outcome: Outcome;
	/** Why: the cause that was asked for, or the explanation of the outcome. */
	reason: string | null;
	/** By the name of the service's own node. */
	service: string;
	/** The workspace, conversation service or queue; `null` where the service has no such thing. */
	scope: string | null;
	agentId: string | null;
	requested: State | null;
	/** When the row was made, as an ISO time. */
	at: string;
	/** How often the change was sent; 0 when nothing was sent. */
	attempts: number;
	/** Of the change. */
	durationMs: number;
	/** By which the service's support finds the request. */
	requestId: string | null;
	/** What *Restore Previous* needs besides; `null` where nothing was written. */
	restore: string | null;
}

/** A row that comes back in, to restore what it says was before. */
export interface ReturnedRow {
	service: string;
	outcome: Outcome;
	previous: State | null;
	requested: State | null;
	/** `null` where nothing was written. */
	kept: Kept | null;
}

/** Reads a row that *Set State* put out, also after a sheet or a data table kept it. */
export function parseRow(json: IDataObject): Result<ReturnedRow> {
	const { native } = json;
	if (isRecord(native) && 'version' in native) return problem(otherVersion(String(native.version)));
	const cell = (name: keyof Row) => unmarkedText(textOf(json[name]));
	const service = cell('service');
	const word = cell('outcome');
	if (service === '' || word === '') {
		return problem("is not a result row: 'Restore Previous' takes the rows that 'Set State' returned");
	}
	const outcome = outcomes.find((one) => one === word);
	if (outcome === undefined) return problem('has an outcome that this node does not know');
	const [previous, requested] = [cell('previous'), cell('requested')];
	const row = { service, outcome, previous: stateInCell(previous), requested: stateInCell(requested) };
	if (!isWritten(outcome)) return value({ ...row, kept: null });
	const [agentId, scope, restore] = [cell('agentId'), cell('scope'), cell('restore')];
	if (agentId === '') return problem('does not say which agent it is about');
	if (restore === '') return problem("has nothing in the column 'restore': keep it as 'Set State' put it out");
	const parsed = parseRestoreText(restore, { service, scope, agentId, previous, requested });
	return parsed.kind === 'problem' ? parsed : value({ ...row, kept: parsed.value });
}

const stateInCell = (word: string): State | null => (isState(word) ? word : null);
