import { shortened } from '../../shared/values/text';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { showHints } from '../../shared/n8n/hints';
import { failedItems } from '../../shared/n8n/itemProblem';
import { outputNames, type OperationName } from './form';
import type { RosterNote } from '../model/roster/problem';
import type { ItemProblem } from '../../shared/n8n/itemProblem';

/** How many problems or names are listed; more are counted. */
const MOST_LISTED = 5;

/**
 * What comes out when the whole run fails.
 *
 * @throws NodeOperationError unless the node is set to continue
 */
export const failRun = (
	context: IExecuteFunctions,
	operation: OperationName,
	error: unknown,
): INodeExecutionData[][] => {
	const items = failedItems(context, error);
	return outputNames[operation].map((_, index) => (index === 0 ? items : []));
};

/**
 * Names the agents who get no rows because of a problem.
 *
 * @param where the problems are told one by one
 */
export function warnOfProblems(
	context: IExecuteFunctions,
	problems: ItemProblem[],
	leftOut: string[],
	where: 'findings' | 'error items',
): void {
	if (problems.length === 0) return;
	const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
	const more = leftOut.length > MOST_LISTED ? ` and ${leftOut.length - MOST_LISTED} more` : '';
	const names = `${leftOut.slice(0, MOST_LISTED).map(shortened).join(', ')}${more}`;
	const outcome = leftOut.length === 0 ? 'No one was left out.' : `Left out until this is corrected: ${names}.`;
	showHints(context, 'warning', [`${count} in the roster. See the ${where}. ${outcome}`]);
}

/** Names the agents about whom the roster leaves this moment open: they get no state. */
export function warnOfUnknown(context: IExecuteFunctions, agentIds: string[]): void {
	if (agentIds.length === 0) return;
	const more = agentIds.length > MOST_LISTED ? ` and ${agentIds.length - MOST_LISTED} more` : '';
	const names = `${agentIds.slice(0, MOST_LISTED).map(shortened).join(', ')}${more}`;
	showHints(context, 'warning', [
		`Nothing is known about this moment for ${names}: their cell in the grid is empty, or the grid has no such day. They get no state. If empty cells are days off, set 'Empty Cells Mean' to 'Off'.`,
	]);
}

/** Tells what the reader of the roster did that people should look at, the warnings first. */
export function tellNotes(context: IExecuteFunctions, notes: RosterNote[]): void {
	for (const level of ['warning', 'info'] as const) {
		const messages = [...new Set(notes.filter((note) => note.level === level).map(({ message }) => message))];
		const more = messages.length - MOST_LISTED;
		const rest = more > 0 ? [`… and ${more} more. The operation 'Check Schedule' lists them all.`] : [];
		showHints(context, level, [...messages.slice(0, MOST_LISTED), ...rest]);
	}
}

/** @param now the moment that the form names, as ISO text: if it stays there, every run takes it for the time */
export function warnOfFixedTime(context: IExecuteFunctions, now: string): void {
	const message = `The output is for ${now}, not for now, because 'Evaluate At' is set.`;
	if (context.getMode() === 'manual') showHints(context, 'info', [message]);
	else showHints(context, 'warning', [`${message} Clear that field, or every run will use the same time.`]);
}

export function warnOfNoAgents(context: IExecuteFunctions): void {
	const message =
		'The roster names no agents. Rows for all agents (*) do not say who the agents are. Add a row of kind "agent" for each agent.';
	showHints(context, 'warning', [message]);
}

/** @param minutes how far back the run looks instead */
export function explainFirstRun(context: IExecuteFunctions, minutes: number): void {
	const message = `n8n does not remember manual runs, so these are the changes of the last ${minutes} minutes. When a trigger starts the workflow, you get the changes since the previous run.`;
	showHints(context, 'info', [message]);
}

/** @param minutes how far back the run looks instead */
export function explainNoLastRun(context: IExecuteFunctions, minutes: number): void {
	const message = `'Last Run' is empty, so these are the changes of the last ${minutes} minutes. Only in the first run is that as it should be.`;
	showHints(context, 'info', [message]);
}
