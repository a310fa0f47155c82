import { fold, inQuotes, textOf } from '../../../../shared/values/text';
import type { Meaning } from '../legend';
import type { RosterNote } from '../problem';
import { meaningText, type MeaningName } from '../usualWords';
import type { GridTable } from './table';

/** More names are counted. */
const MOST_QUOTED = 8;

export function quotedList(names: string[]): string {
	const shown = names.slice(0, MOST_QUOTED).map((name) => inQuotes(name));
	const more = names.length > MOST_QUOTED ? [`${names.length - MOST_QUOTED} more`] : [];
	const all = [...shown, ...more];
	const last = all.pop() ?? '';
	return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}

/** Tells which usual words were read, and as what. */
export function wordsNote(words: Iterable<Meaning>, field: string): RosterNote[] {
	const byMeaning = new Map<MeaningName, string[]>();
	for (const { code, name, isUsual } of words) {
		if (isUsual) byMeaning.set(name, [...(byMeaning.get(name) ?? []), code]);
	}
	if (byMeaning.size === 0) return [];
	const said = [...byMeaning].map(([name, codes]) => `${quotedList(codes)} as ${meaningText[name]}`);
	const message = `Read ${said.join(', ')}. If a word means something else, add it to '${field}'.`;
	return [{ kind: 'wordsRead', level: 'info', message }];
}

/** Tells that leave in a week that repeats holds in every week. */
export function repeatedLeaveNote(words: Iterable<Meaning>): RosterNote[] {
	const codes = [...words].filter(({ name }) => name === 'leave' || name === 'holiday').map(({ code }) => code);
	if (codes.length === 0) return [];
	const message = `The columns are weekdays, so ${quotedList(codes)} and all shifts repeat every week. If the grid is about one week, set 'Date in the Grid'.`;
	return [{ kind: 'wordsRead', level: 'warning', message }];
}

const rowsText = (rows: number[]): string =>
	rows.length > MOST_QUOTED
		? `${rows.slice(0, MOST_QUOTED).join(', ')} and ${rows.length - MOST_QUOTED} more`
		: rows.join(', ');

export const columnsNote = (message: string): RosterNote => ({ kind: 'columnsRead', level: 'info', message });

export function notReadNote(names: string[]): RosterNote[] {
	if (names.length === 0) return [];
	const [what, are] = names.length === 1 ? ['Column', 'is'] : ['Columns', 'are'];
	return [{ kind: 'columnNotRead', level: 'info', message: `${what} ${quotedList(names)} ${are} not read.` }];
}

export function openShiftsNote(count: number): RosterNote[] {
	if (count === 0) return [];
	const message =
		count === 1
			? 'One shift has no agent yet, and is left out.'
			: `${count} shifts have no agent yet, and are left out.`;
	return [{ kind: 'leftOut', level: 'info', message }];
}

/**
 * Tells of each agent who has more than one line: where one says leave and another a shift, leave hides the shift.
 *
 * @param heading of the column with the agents
 */
export function repeatedAgentsNotes({ lines }: GridTable, heading: string): RosterNote[] {
	const byAgent = new Map<string, { name: string; rows: number[] }>();
	for (const { json, row } of lines) {
		const name = textOf(json[heading]);
		const before = byAgent.get(fold(name));
		if (before) before.rows.push(row);
		else if (name !== '') byAgent.set(fold(name), { name, rows: [row] });
	}
	return [...byAgent.values()]
		.filter(({ rows }) => rows.length > 1)
		.map(({ name, rows }) => ({
			kind: 'agentUnclear',
			level: 'warning',
			agentId: name,
			message: `${inQuotes(name)} has ${rows.length} lines in the grid (rows ${rowsText(rows)}). They are read together, and leave in one hides a shift in another. If they are different people, write their names differently.`,
		}));
}
