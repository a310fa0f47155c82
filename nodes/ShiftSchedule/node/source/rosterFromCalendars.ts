import type { IExecuteFunctions } from 'n8n-workflow';
import { emptySchedule } from '../../model/ics/options';
import { merge } from '../../model/schedule/merge';
import { calendarReader, type Calendar } from './calendar';
import type { LoadedRoster, SourceOptions } from './loadedRoster';

/** Reads the calendar of each input item, and joins them to one schedule. */
export async function rosterFromCalendars(context: IExecuteFunctions, options: SourceOptions): Promise<LoadedRoster> {
	const calendars: Calendar[] = [];
	const readCalendar = calendarReader(context, options);
	for (const item of context.getInputData().keys()) calendars.push(await readCalendar(item));
	const firstItems = new Map<string, number>();
	for (const [item, { agentIds }] of calendars.entries()) {
		for (const id of agentIds) if (!firstItems.has(id)) firstItems.set(id, item);
	}
	const doubts = calendars.map(({ doubted }) => doubted);
	return {
		schedule: merge(emptySchedule(options), ...calendars.map(({ schedule }) => schedule)),
		problems: calendars.flatMap(({ problems }) => problems),
		notes: calendars.flatMap(({ notes }) => notes),
		doubted: doubts.includes('all') ? 'all' : new Set(doubts.flatMap((doubted) => [...doubted])),
		placeOf: (row) => `line ${row}`,
		itemOf: (agentId) => firstItems.get(agentId) ?? 0,
		saysNothing: () => false,
	};
}
