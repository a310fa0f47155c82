import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { itemParameters, type ParameterSource } from '../../../shared/n8n/itemParameters';
import type { ItemProblem } from '../../../shared/n8n/itemProblem';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes, listedNames } from '../../../shared/values/text';
import { textOfBytes } from '../../model/ics/bytes';
import { importCalendar } from '../../model/ics/import';
import { firstSpelling } from '../../model/schedule/spelling';
import type { IcsOptions } from '../../model/ics/options';
import type { RosterNote } from '../../model/roster/problem';
import type { Schedule } from '../../model/schedule/types';
import { readText } from '../../../shared/n8n/parameters';
import { askedTime } from './askedTime';
import { readCalendarOptions } from './calendarOptions';
import type { LoadedRoster, SourceOptions } from './loadedRoster';

/** The calendar of one input item. */
export interface Calendar {
	schedule: Schedule;
	problems: ItemProblem[];
	notes: RosterNote[];
	doubted: LoadedRoster['doubted'];
	agentIds: string[];
	/** The kind of row that its events are. */
	kind: IcsOptions['as'];
}

/** Reads the calendars of the input items one by one; an agent has one spelling in all of them. */
export function calendarReader(context: IExecuteFunctions, source: SourceOptions): (item: number) => Promise<Calendar> {
	const parameters = itemParameters(context);
	const spell = firstSpelling();
	return async (item) => {
		const options = readCalendarOptions(parameters, item, { ...source, asked: askedTime(context, source) });
		const isAgentMissing = options.agent.kind === 'fixed' && options.agent.id === '';
		const text = isAgentMissing
			? problem("'Agent' is empty. Enter the ID of the agent, or * for all agents")
			: await readCalendarText(context, parameters, item);
		if (text.kind === 'problem') {
			// Like a calendar that cannot be read: it says nothing, and leaves its agents in doubt.
			const unread = importCalendar(
				'',
				isAgentMissing ? { ...options, agent: { kind: 'fixed', id: '*' } } : options,
				spell,
			);
			return calendarOf(unread, options, [{ message: text.problem, item }]);
		}
		const roster = importCalendar(text.value, options, spell);
		const problems = roster.problems.map(({ row, column, problem: words }) => ({
			message: `Line ${row} of the calendar, ${column}: ${words}`,
			item,
		}));
		return calendarOf(roster, options, problems);
	};
}

const calendarOf = (
	{ schedule, notes, doubted, mentions }: ReturnType<typeof importCalendar>,
	{ as: kind }: IcsOptions,
	problems: ItemProblem[],
): Calendar => ({ schedule, doubted, problems, notes, agentIds: [...mentions.keys()], kind });

async function readCalendarText(
	context: IExecuteFunctions,
	parameters: ParameterSource,
	item: number,
): Promise<Result<string>> {
	const { json, binary = {} }: INodeExecutionData = context.getInputData()[item] ?? { json: {} };
	if (context.getNodeParameter('calendarIn', 0) === 'column') {
		const column = readText(parameters, 'calendarColumn', item);
		const text = json[column];
		if (typeof text === 'string') return value(text);
		const columns = listedNames(Object.keys(json)) || 'no columns';
		return problem(
			`There is no text in column ${inQuotes(column)}. Name the calendar's column; the item has: ${columns}`,
		);
	}
	const field = readText(parameters, 'calendarFile', item);
	if (binary[field]) return value(textOfBytes(await context.helpers.getBinaryDataBuffer(item, field)));
	const fields = listedNames(Object.keys(binary)) || 'no files';
	return problem(
		`There is no file in field ${inQuotes(field)}. Name the calendar file's field; the item has: ${fields}`,
	);
}
