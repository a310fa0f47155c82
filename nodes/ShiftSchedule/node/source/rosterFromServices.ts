import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { fold, inQuotes, listedNames } from '../../../shared/values/text';
import { rosterOfServiceItems, type ItemOptions } from '../../model/items/itemsRoster';
import type { ItemService } from '../../model/items/found';
import { itemServices, serviceOfItems } from '../../model/items/services';
import { readOption } from '../../../shared/n8n/parameters';
import type { LoadedRoster, SourceOptions } from './loadedRoster';
import { readWordStates } from './readWordStates';

/** Reads a roster whose items are shifts, events or on-calls of another service. */
export function rosterFromServices(context: IExecuteFunctions, options: SourceOptions): LoadedRoster {
	const items = inputItems(context);
	const ids = ['auto', ...itemServices.map(({ id }) => id)];
	const chosen = readOption(context, { name: 'itemsOf', label: 'Items Of', options: ids });
	const service = itemServices.find(({ id }) => id === chosen) ?? serviceOfItems(items);
	if (service !== undefined) return loadedItems(items, service, readItemOptions(context, options));
	const first = items.find((item) => Object.keys(item).length > 0);
	const names = itemServices.map(({ name }) => name).join(', ');
	throw new Error(
		first === undefined
			? 'There are no items. Connect the node that gives the shifts'
			: `The items do not have the form of any of these services: ${names}. The first item has: ${listedNames(Object.keys(first))}. Choose the service in 'Items Of', or choose 'Rows of the Input' in 'Roster From'`,
	);
}

/**
 * Rows that are certainly items of a service, read as such; `undefined` for rows of a table.
 *
 * @param columns the names that the form gives for the node's columns
 */
export function rosterOfRecognizedItems(
	context: IExecuteFunctions,
	options: SourceOptions,
	columns: Record<string, string>,
): LoadedRoster | undefined {
	const items = inputItems(context);
	const names = Object.values(columns);
	const isOfItems = names.every((path) => items.some((item) => Object.hasOwn(item, path.split(/[.[]/)[0] ?? '')));
	const hasAgents = items.some((item) => Object.keys(item).some((name) => fold(name) === 'agent'));
	const service = isOfItems && !hasAgents ? serviceOfItems(items) : undefined;
	if (service === undefined) return undefined;
	const loaded = loadedItems(items, service, { ...readItemOptions(context, options), ...ownerIn(columns) });
	const unused = names.length > 0 ? " 'Columns With Other Names' was not needed." : '';
	const message = `Rows of the Input were found to be items of ${service.name}.${unused} To choose how they are read, set 'Roster From' to 'Items of Another Service'.`;
	return { ...loaded, notes: [{ kind: 'columnsRead', level: 'info', message }, ...loaded.notes] };
}

/** A column for the agent says what of an event is the agent. */
function ownerIn({ agent = '' }: Record<string, string>): Pick<ItemOptions, 'eventOwner'> | undefined {
	if (agent === 'summary' || agent === 'subject') return { eventOwner: 'title' };
	return agent.startsWith('organizer') ? { eventOwner: 'organizer' } : undefined;
}

const inputItems = (context: IExecuteFunctions): IDataObject[] => context.getInputData().map(({ json }) => json);

function loadedItems(items: IDataObject[], service: ItemService, options: ItemOptions): LoadedRoster {
	const { schedule, problems, notes, doubted, mentions } = rosterOfServiceItems(items, service, options);
	return {
		...{ schedule, notes, doubted },
		problems: problems.map(({ row, column, problem }) => ({
			message: `Item ${row}${column === '' ? ' ' : `, column ${inQuotes(column)}: `}${problem}`,
			item: row - 1,
		})),
		placeOf: (row) => `item ${row}`,
		itemOf: (agentId, row) => (row > 0 ? row - 1 : (mentions.get(agentId) ?? 0)),
		saysNothing: () => false,
	};
}

function readItemOptions(context: IExecuteFunctions, { zone, dst }: SourceOptions): ItemOptions {
	return {
		...{ zone, dst, words: readItemWords(context) },
		agentIs: readOption(context, {
			...{ name: 'agentIs', label: 'Agent Is', otherwise: 'email' },
			options: ['email', 'id', 'name'] as const,
		}),
		eventOwner: readOption(context, {
			...{ name: 'eventOwner', label: 'Event Is About', otherwise: 'attendees' },
			options: ['attendees', 'organizer', 'title'] as const,
		}),
		eventsAre: readOption(context, {
			...{ name: 'itemEventsAre', label: 'Events Are', otherwise: 'work' },
			options: ['work', 'away'] as const,
		}),
	};
}

const readItemWords = (context: IExecuteFunctions) =>
	new Map(readWordStates(context, { name: 'itemWords', label: 'Words Mean' }).filter(([word]) => word !== ''));
