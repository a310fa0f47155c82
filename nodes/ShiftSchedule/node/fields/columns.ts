import type { INodeProperties } from 'n8n-workflow';
import { rosterColumns, type RosterColumn } from '../../model/roster/columns';

const columnMeanings: Record<RosterColumn, string> = {
	agent: 'the agent: an ID or a name, several separated by commas or semicolons, or * for all',
	name: "the agent's name",
	service: "the agent's service, for Agent State",
	zone: "the time zone of the row or, in a row of kind 'agent', of the agent",
	kind: 'the kind of row: shift (or empty), break, agent, holiday, leave, extra, swap, temporary, manual, default or needed',
	shift: 'the name of the shift, such as Early',
	days: "the days of the week, such as 'Mon-Fri'",
	start: "the start time, or both times in one, such as '21-05'",
	end: 'the end time or the duration',
	length: 'the duration, where there is no end: 8h, PT8H or a number',
	state: 'the state: available, busy, break or offline',
	reason: 'the reason, such as the name of a break',
	from: 'the first day',
	until: 'the last day',
	rotation: "the rotation, such as 'A of A/B from 2026-01-05'",
	step: 'the step of the rotation that the agent begins with',
	with: 'the other agent of a swap',
	stagger: 'how much later each agent starts the break than the one before',
	priority: 'the priority: the higher number wins',
	breakStart: "the start of a break in the row's own shift",
	breakEnd: 'the end of that break',
	breakLength: 'how long that break is',
	needed: "how many agents are needed, in a row of kind 'needed'",
};

/** `breakStart` is shown as `Break Start`. */
const capitalize = (word: string): string =>
	`${word.slice(0, 1).toUpperCase()}${word.slice(1)}`.replace(/(?<=[a-z])[A-Z]/g, ' $&');

const columnOptions = rosterColumns.map((name): INodeProperties => ({
	displayName: `${capitalize(name)} Column`,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${capitalize(name)}`,
	description: `The name of the column with ${columnMeanings[name]}`,
}));

/** The names that a table has for the node's columns, where they differ. */
export const columnsField: INodeProperties = {
	displayName: 'Columns With Other Names',
	name: 'columns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	options: [...columnOptions].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	description:
		'Needed only for columns with names that the node does not know: it knows its own and many usual ones, such as Employee, Date, Shift Start and Finish. A value inside another one has a path, such as start.dateTime or attendees[0].email. Upper case, spaces and underscores make no difference.',
};
