import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../../shared/values/record';
import { textOf } from '../../shared/state/input/settings';
import { normalizedHeading } from '../model/roster/cells';
import { importIcs } from '../model/ics/import';
import { emptySchedule, type IcsOptions } from '../model/ics/options';
import { merge } from '../model/schedule/merge';
import { problem, value, type Result } from '../../shared/values/result';
import type { RosterProblem } from '../model/roster/problem';
import { rosterOf, type Roster, type RosterOptions } from '../model/roster/roster';
import type { Schedule, ScheduledState } from '../model/schedule/types';
import { groups } from './rosterFields';

/** What is wrong with a roster, for people. */
export interface Trouble {
	message: string;
	/** The input item that it stands in. */
	item: number;
}

/** A roster as the node found it. */
export interface Loaded {
	schedule: Schedule;
	/** How people find a row: "row 3", "Shift 2". */
	placeOf: (row: number) => string;
	troubles: Trouble[];
	/** Whom the troubles are about: what the schedule says of them lacks something. */
	doubted: 'all' | Set<string>;
	/** The input item that says something about an agent, best the row that holds. */
	itemOf(agentId: string, row: number): number;
}

/** @param options the zone is a valid one */
export async function loadRoster(context: IExecuteFunctions, options: RosterOptions): Promise<Loaded> {
	const from = context.getNodeParameter('rosterFrom', 0) as 'items' | 'fields' | 'calendar';
	if (from === 'items') return ofItems(context, options);
	if (from === 'fields') return ofFields(context, options);
	return await ofCalendars(context, options);
}

function ofItems(context: IExecuteFunctions, options: RosterOptions): Loaded {
	const items = context.getInputData().map(({ json }) => json);
	const given: unknown = context.getNodeParameter('columns', 0, {});
	const named = Object.entries(isRecord(given) ? given : {}).filter(([, name]) => textOf(name) !== '');
	const numbers = rowNumbers(items);
	const rows = numbers ? items : items.map(({ row_number: _row, ...rest }) => rest);
	const indexes = new Map((numbers ?? items.map((_, index) => index + 1)).map((row, index) => [row, index]));
	const columns = Object.fromEntries(named.map(([field, name]) => [field, textOf(name)]));
	const roster = rosterOf(rows, { ...options, columns });
	const missing = missingColumns(items, Object.values(columns));
	return {
		...roster,
		doubted: missing.length > 0 ? 'all' : roster.doubted,
		troubles: [
			...missing.map((message) => ({ message, item: 0 })),
			...roster.problems.map(({ row, column, problem }) => ({
				message: `Row ${row}, column "${column}": ${problem}`,
				item: indexes.get(row) ?? 0,
			})),
		],
		placeOf: (row) => `row ${row}`,
		itemOf: (agentId, row) => indexes.get(row) ?? roster.mentions.get(agentId) ?? 0,
	};
}

/** A column that was renamed in the sheet would be empty in every row, and leave would last a day. */
function missingColumns(items: IDataObject[], columns: string[]): string[] {
	const names = new Set(items.flatMap((json) => Object.keys(json)));
	const known = new Set([...names].map(normalizedHeading));
	return columns
		.filter((column) => !known.has(normalizedHeading(column)))
		.map(
			(column) =>
				`No row has the column "${column}" of 'Columns With Other Names'; there are: ${[...names].join(', ')}`,
		);
}

/** The numbers that a sheet gives its rows, unless rows of several sheets came together. */
function rowNumbers(items: IDataObject[]): number[] | undefined {
	const numbers = items.map((json) => json.row_number).filter((row) => typeof row === 'number');
	return numbers.length === items.length && new Set(numbers).size === items.length ? numbers : undefined;
}

/** The form is the same for all input items, of which there may be many: it is read once. */
function ofFields(context: IExecuteFunctions, options: RosterOptions): Loaded {
	const given: unknown = context.getNodeParameter('roster', 0, {});
	const form = isRecord(given) ? given : {};
	const labels: string[] = [];
	const rows = Object.entries(groups).flatMap(([name, { title, kind }]) => {
		const entries = Array.isArray(form[name]) ? form[name].filter(isRecord) : [];
		return entries.map(({ more, ...entry }, index) => {
			labels.push(`${title} ${index + 1}`);
			return { ...(kind && { kind }), ...entry, ...(isRecord(more) && more) };
		});
	});
	const roster = rosterOf(rows, options);
	return {
		...roster,
		troubles: roster.problems.map(({ row, column, problem }) => ({
			message: `${labels[row - 1] ?? 'Roster'}, "${column}": ${problem}`,
			item: 0,
		})),
		placeOf: (row) => labels[row - 1] ?? '',
		itemOf: () => 0,
	};
}

/** Every input item has a calendar; together they are one schedule. */
async function ofCalendars(context: IExecuteFunctions, options: RosterOptions): Promise<Loaded> {
	const rosters: Calendar[] = [];
	for (const item of context.getInputData().keys()) rosters.push(await calendarIn(context, item, options));
	const first = new Map<string, number>();
	for (const [item, { mentions }] of rosters.entries()) {
		for (const id of mentions.keys()) if (!first.has(id)) first.set(id, item);
	}
	const doubts = rosters.map(({ doubted }) => doubted);
	return {
		schedule: merge(emptySchedule(options), ...rosters.map(({ schedule }) => schedule)),
		troubles: rosters.flatMap(({ troubles }) => troubles),
		doubted: doubts.includes('all') ? 'all' : new Set(doubts.flatMap((doubted) => [...doubted])),
		placeOf: (row) => `line ${row}`,
		itemOf: (agentId) => first.get(agentId) ?? 0,
	};
}

interface Calendar extends Roster {
	as: IcsOptions['as'];
	troubles: Trouble[];
}

/** The calendar of an input item. */
export async function calendarIn(context: IExecuteFunctions, item: number, options: RosterOptions): Promise<Calendar> {
	const told = icsOptions(context, item, options);
	const isNobodys = told.agent.kind === 'fixed' && told.agent.id === '';
	const found = isNobodys
		? problem("'Agent' is empty: write whose calendar it is, or * for all")
		: await textIn(context, item);
	if (found.kind === 'problem') {
		// It says nothing at all, as a calendar that cannot be read does.
		const roster = importIcs('', isNobodys ? { ...told, agent: { kind: 'fixed', id: '*' } } : told);
		return { ...roster, as: told.as, troubles: [{ message: found.problem, item }] };
	}
	const roster = importIcs(found.value, told);
	const sentenceOf = ({ row, column, problem: words }: RosterProblem) =>
		`Line ${row} of the calendar, ${column}: ${words}`;
	return { ...roster, as: told.as, troubles: roster.problems.map((one) => ({ message: sentenceOf(one), item })) };
}

async function textIn(context: IExecuteFunctions, item: number): Promise<Result<string>> {
	const name = (parameter: string) => textOf(context.getNodeParameter(parameter, item));
	const { json, binary = {} }: INodeExecutionData = context.getInputData()[item] ?? { json: {} };
	if (context.getNodeParameter('calendarIn', 0) === 'column') {
		const column = name('calendarColumn');
		const text = json[column];
		if (typeof text === 'string') return value(text);
		const columns = Object.keys(json).join(', ') || 'none';
		return problem(
			`There is no text in column "${column}". Name the column of the calendar; the item has: ${columns}`,
		);
	}
	const field = name('calendarFile');
	if (binary[field]) return value((await context.helpers.getBinaryDataBuffer(item, field)).toString('utf8'));
	const fields = Object.keys(binary).join(', ') || 'none';
	return problem(
		`There is no file in field "${field}". Name the field of the calendar's file; the item has: ${fields}`,
	);
}

function icsOptions(context: IExecuteFunctions, item: number, { zone, dst }: RosterOptions): IcsOptions {
	const read = (name: string, fallback = '') => textOf(context.getNodeParameter(name, item, fallback));
	const agent: IcsOptions['agent'] =
		read('agentFrom') === 'property'
			? { kind: 'property', name: read('agentProperty') }
			: { kind: 'fixed', id: read('calendarAgent') };
	const as = read('eventsAre') as IcsOptions['as'];
	if (read('stateFrom') !== 'words') {
		const usual: ScheduledState = as === 'holiday' || as === 'leave' ? 'offline' : 'available';
		return {
			zone,
			dst,
			agent,
			as,
			state: { kind: 'fixed', state: (read('eventState') || usual) as ScheduledState },
		};
	}
	const given: unknown = context.getNodeParameter('words', item, {});
	const words = isRecord(given) && Array.isArray(given.word) ? given.word.filter(isRecord) : [];
	const otherwise = read('otherwise');
	return {
		...{ zone, dst, agent, as },
		state: {
			kind: 'words',
			property: read('stateProperty'),
			words: Object.fromEntries(words.map(({ word, state }) => [String(word), state as ScheduledState])),
			...(otherwise !== '' && { otherwise: otherwise as ScheduledState }),
		},
	};
}
