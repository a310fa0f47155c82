import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeExecutionHint,
} from 'n8n-workflow';
import { toErrorItem } from '../../shared/n8n/itemError';
import type { Agent } from '../model/schedule/types';
import type { Loaded, Trouble } from './source';

/** As many as people read at once. */
const SHOWN = 5;

/** Ends the workflow over what is wrong, unless it is set to go on. */
export function stopOver(context: IExecuteFunctions, troubles: Trouble[]): void {
	const [first, ...others] = troubles;
	if (first === undefined || context.continueOnFail()) return;
	const more = others.length >= SHOWN ? [`… and ${others.length - SHOWN + 1} more`] : [];
	const description = [...others.slice(0, SHOWN - 1).map(({ message }) => message), ...more].join('<br>');
	throw new NodeOperationError(context.getNode(), first.message, {
		itemIndex: first.item,
		description: description || 'Nothing was put out. Mend the roster and run it again.',
	});
}

/** One item for each trouble, after the good ones. */
export const errorItems = (troubles: Trouble[]): INodeExecutionData[] =>
	troubles.map(({ message, item }) => toErrorItem({ message, description: undefined, details: { item } }, item));

/**
 * Those of whom the schedule says nothing that lacks something: nobody is sent home by a slip of the pen. Who swapped
 * with one of the others works the shifts of that one.
 */
export function agentsFor({ schedule, doubted }: Loaded): Agent[] {
	if (doubted === 'all') return [];
	const unsure = new Set(schedule.swaps.flatMap(({ pair }) => (pair.some((id) => doubted.has(id)) ? pair : [])));
	return schedule.agents.filter(({ id }) => !doubted.has(id) && !unsure.has(id));
}

/** What stands above the output about those who were left out. */
export function hintOf(loaded: Loaded): NodeExecutionHint | undefined {
	const { schedule, troubles, doubted } = loaded;
	if (troubles.length === 0) return undefined;
	const sure = new Set(agentsFor(loaded).map(({ id }) => id));
	const named = [...schedule.agents.map(({ id }) => id), ...(doubted === 'all' ? [] : doubted)];
	const left = [...new Set(named)].filter((id) => !sure.has(id));
	const problems = troubles.length === 1 ? 'One problem' : `${troubles.length} problems`;
	const names =
		left.length > SHOWN ? `${left.slice(0, SHOWN).join(', ')} and ${left.length - SHOWN} more` : left.join(', ');
	return {
		message: `${problems} in the roster: the error items say which. ${left.length === 0 ? 'Nobody was left out.' : `Left out until that is mended: ${names}.`}`,
		type: 'warning',
		location: 'outputPane',
	};
}
