import type { Meaning } from '../legend';
import type { RosterNote } from '../problem';
import { meaningText, type MeaningName } from '../usualWords';

/** More names are counted. */
const MOST_QUOTED = 8;

export function quotedList(names: string[]): string {
	const shown = names.slice(0, MOST_QUOTED).map((name) => `"${name}"`);
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
