import type { IExecuteFunctions } from 'n8n-workflow';
import { readOption } from '../parameters';
import type { LoadedRoster, SourceOptions } from './loadedRoster';
import { rosterFromCalendars } from './rosterFromCalendars';
import { rosterFromFields } from './rosterFromFields';
import { rosterFromGrid } from './rosterFromGrid';
import { rosterFromItems } from './rosterFromItems';

const sources = {
	items: rosterFromItems,
	fields: rosterFromFields,
	grid: rosterFromGrid,
	calendar: rosterFromCalendars,
};

/** Reads the roster from where the form says it is. */
export async function loadRoster(context: IExecuteFunctions, options: SourceOptions): Promise<LoadedRoster> {
	const names = ['items', 'fields', 'grid', 'calendar'] as const;
	const name = readOption(context, { name: 'rosterFrom', label: 'Roster From', options: names });
	return await sources[name](context, options);
}
