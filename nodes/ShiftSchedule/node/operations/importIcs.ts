import type { INodeExecutionData } from 'n8n-workflow';
import { withoutEmptyColumns } from '../../../shared/n8n/columns';
import { stopOnProblems, toErrorItems, type ItemProblem } from '../../../shared/n8n/itemProblem';
import { dayAt } from '../../model/calendar/zone';
import { rosterRows } from '../../model/ics/rows';
import type { RosterNote } from '../../model/roster/problem';
import { tellNotes } from '../output';
import { calendarReader } from '../source/calendar';
import { readWindow, type Outputs, type OperationTask } from './task';

/** The events of each calendar as rows of a roster. */
export async function importIcs(task: OperationTask): Promise<Outputs> {
	const { context, settings } = task;
	const { start, end } = readWindow(task);
	const [first, last] = [dayAt(settings.clock, start), dayAt(settings.clock, end) - 1];
	const items: INodeExecutionData[] = [];
	const problems: ItemProblem[] = [];
	const notes: RosterNote[] = [];
	const readCalendar = calendarReader(context, settings);
	for (const item of context.getInputData().keys()) {
		const calendar = await readCalendar(item);
		notes.push(...calendar.notes);
		problems.push(...calendar.problems);
		const rows = rosterRows(calendar.schedule, calendar.kind, first, last);
		for (const row of rows) items.push({ json: { ...row }, pairedItem: { item } });
	}
	stopOnProblems(context, problems);
	tellNotes(context, notes);
	return [[...withoutEmptyColumns(items), ...toErrorItems(problems)]];
}
