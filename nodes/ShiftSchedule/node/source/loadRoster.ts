import type { IExecuteFunctions } from 'n8n-workflow';
import { readNames, readOption } from '../../../shared/n8n/parameters';
import type { LoadedRoster, RowOptions, SourceOptions } from './loadedRoster';
import { rosterFromCalendars } from './rosterFromCalendars';
import { rosterFromFields } from './rosterFromFields';
import { rosterFromGrid } from './rosterFromGrid';
import { rosterFromItems } from './rosterFromItems';
import { rosterFromServices } from './rosterFromServices';
import { similarNotes } from './similarNotes';

const sources = {
	items: rosterFromItems,
	fields: rosterFromFields,
	grid: rosterFromGrid,
	calendar: rosterFromCalendars,
	services: rosterFromServices,
};

/** Reads the roster from where the form says it is. */
export async function loadRoster(context: IExecuteFunctions, options: SourceOptions): Promise<LoadedRoster> {
	const names = ['items', 'fields', 'grid', 'calendar', 'services'] as const;
	const name = readOption(context, { name: 'rosterFrom', label: 'Roster From', options: names });
	const rowOptions = { ...options, ...readNameOptions(context) };
	const loaded = await sources[name](context, rowOptions);
	return { ...loaded, notes: [...loaded.notes, ...similarNotes(loaded, rowOptions.knownAgents)] };
}

function readNameOptions(context: IExecuteFunctions): Omit<RowOptions, keyof SourceOptions> {
	const senses = ['findOut', 'one', 'several'] as const;
	const field = { name: 'agentsInCell', label: 'Agents in One Cell', options: senses, otherwise: 'findOut' };
	return { agentsInCell: readOption(context, field), knownAgents: readNames(context, 'knownAgents') };
}
