import type { INodeProperties } from 'n8n-workflow';
import { stateOptions } from '../../shared/state/state';
import { rosterColumns as columns, type RosterColumn as Column } from '../model/roster/cells';

const capital = (word: string): string => word[0]?.toUpperCase() + word.slice(1);

const text = (displayName: string, name: Column, example: string, description: string): INodeProperties => ({
	...{ displayName, name, type: 'string', default: '', description },
	...(example !== '' && { placeholder: `e.g. ${example}` }),
});

const agents = text('Agents', 'agent', 'anna, bob', 'Who it is about, separated by commas; * for all');
const days = text('Days', 'days', 'Mon-Fri', "Days of the week: 'Mon-Fri', 'Sat, Sun' or 'daily'");
const start = text('Start', 'start', '09:00', 'A time of day: 09:00, 9am or 17.30');
const end = text(
	'End',
	'end',
	'17:00',
	'A time of day, or how long it is, such as 8h. What ends before it starts ends on the next day.',
);
const reason = text('Reason', 'reason', 'Lunch', 'Handed on with the state, such as the name of a break');
const from = text('From', 'from', '2026-12-24', 'The first day of it');
const until = text('Until', 'until', '2026-12-26', 'The last day of it; the same day if empty');
const lastDay = text(
	'Until',
	'until',
	'2026-12-26',
	'The last day of it; for good if empty, unless it is a date alone, without days of the week or a rotation',
);
const rotation = text(
	'Rotation',
	'rotation',
	'A of A/B from 2026-01-05',
	"For shifts that take turns: 'A of A/B from 2026-01-05' for every other week, '4 on 4 off from 2026-01-05' for days. The date is the first day of the first turn.",
);
const step = text('Step', 'step', 'B', 'Where these agents stand in the rotation on that date: A or 1 is the first');
const zone = text('Time Zone', 'zone', 'America/New_York', "If it is not the schedule's");
const priority = text(
	'Priority',
	'priority',
	'1',
	'Where two of the same kind overlap, the higher number wins; without one it is 0',
);
const shiftName = text('Name', 'shift', 'Early', 'What people call it');
const withAgent = text(
	'With',
	'with',
	'bob',
	'The other agent of a swap: both work the shifts of the other on these days',
);
const stagger = text(
	'Stagger',
	'stagger',
	'15 min x 4',
	"So that not all are away at once: '15 min' lets every further agent start so much later, '15 min x 4' does it in four turns",
);

/** A state that may be left out, since every kind of row has one that is usual. */
function stateOr(usual: string): INodeProperties {
	const asUsual = { name: `As Usual (${usual})`, value: '', description: 'What is usual for this kind of entry' };
	const options = [asUsual, ...stateOptions];
	return {
		...{ displayName: 'State', name: 'state', type: 'options', options, default: '' },
		description: 'The state to be in',
	};
}

const more = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'More',
	name: 'more',
	type: 'collection',
	placeholder: 'Add',
	default: {},
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

const kinds = [
	{ name: 'Extra Shift', value: 'extra', description: 'A shift on top, on one day or several' },
	{ name: 'Holiday', value: 'holiday', description: 'Nobody works, on whole days or between two times' },
	{ name: 'Leave', value: 'leave', description: 'Holidays or sick leave of one agent or several' },
	{ name: 'Manual Switch', value: 'manual', description: 'Beats everything else, from now on or between two dates' },
	{ name: 'Otherwise', value: 'default', description: 'What holds where nothing else says anything' },
	{ name: 'Swap', value: 'swap', description: 'Two agents work the shifts of each other' },
	{ name: 'Temporary Schedule', value: 'temporary', description: 'Replaces all shifts between two dates' },
];

/** What each group of the form is called, and which kind of row it makes; an exception says its kind itself. */
export const groups = {
	shift: { title: 'Shift', kind: 'shift' },
	pause: { title: 'Break', kind: 'break' },
	exception: { title: 'Exception', kind: undefined },
	person: { title: 'Agent', kind: 'agent' },
} as const;

/** What a closed entry shows: whose it is, what it is called, and when. */
const TITLE =
	"={{ [$collection.item.value.agent, $collection.item.value.shift, $collection.item.value.days, $collection.item.value.start, $collection.item.value.from].filter(Boolean).join(' · ') || 'New' }}";

/** A small team's roster, in the form itself: every row is one of a table. */
export const rosterField: INodeProperties = {
	displayName: 'Roster',
	name: 'roster',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, fixedCollection: { itemTitle: TITLE } },
	placeholder: 'Add to Roster',
	default: {},
	description:
		'Who works when. What is further down in this list of kinds beats what is above: shifts, breaks in them, holidays, temporary schedules, leave and extra shifts, the manual switch.',
	options: [
		{
			displayName: groups.shift.title,
			name: 'shift',
			values: [
				...[agents, shiftName, days, start, end, stateOr('Available')],
				more([from, priority, reason, rotation, step, lastDay, zone]),
			],
		},
		{
			displayName: groups.pause.title,
			name: 'pause',
			values: [
				agents,
				{
					...shiftName,
					displayName: 'In Shift',
					description: 'The name of the shifts that it is in; all if empty',
				},
				{ ...start, placeholder: 'e.g. 12:00, or 4h after start' },
				{ ...end, placeholder: 'e.g. 30m' },
				stateOr('Break'),
				reason,
				more([
					days,
					from,
					priority,
					stagger,
					{ ...lastDay, description: 'The last day of it; for good if empty' },
				]),
			],
		},
		{
			displayName: groups.exception.title,
			name: 'exception',
			values: [
				{
					displayName: 'Kind',
					name: 'kind',
					type: 'options',
					options: kinds,
					default: 'leave',
					description: 'What sort of exception it is',
				},
				...[agents, { ...shiftName, placeholder: 'e.g. Christmas' }, from, until],
				stateOr('Offline; Available in a Shift'),
				more([days, end, priority, reason, rotation, start, step, withAgent, zone]),
			],
		},
		{
			displayName: groups.person.title,
			name: 'person',
			values: [
				{
					...agents,
					displayName: 'Agent',
					placeholder: 'e.g. anna',
					description: 'The ID, as the service has it',
				},
				text('Name', 'name', 'Anna Kowalska', 'For people to read'),
				text(
					'Service',
					'service',
					'twilioTaskRouter',
					"For Agent State, if it takes the service 'From Each Item'",
				),
				{ ...zone, description: "If the agent's clock is not the schedule's" },
				step,
			],
		},
	],
};

const meanings: Record<Column, string> = {
	agent: 'with the agent: an ID, several with commas, or * for all',
	name: "with the agent's name",
	service: "with the agent's service, for Agent State",
	zone: "with the time zone of the row or, in a row of kind 'agent', of the agent",
	kind: 'with what the row says: shift (or empty), break, agent, holiday, leave, extra, swap, temporary, manual or default',
	shift: 'with what people call it, such as Early',
	days: "with the days of the week, such as 'Mon-Fri'",
	start: "with the time it starts, or both times in one as '21-05'",
	end: 'with the time it ends, or how long it is',
	state: 'with the state: available, busy, break or offline',
	reason: 'with the reason, such as the name of a break',
	from: 'with the first day',
	until: 'with the last day',
	rotation: "with the rotation, such as 'A of A/B from 2026-01-05'",
	step: 'with where the agent stands in the rotation on that date',
	with: 'with the other agent of a swap',
	stagger: 'with how much later each further agent takes a break',
	priority: 'with the priority: the higher number wins',
};

const columnOptions = columns.map((name): INodeProperties => ({
	displayName: `${capital(name)} Column`,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${capital(name)}`,
	description: `The name of the column ${meanings[name]}`,
}));

/** How a table names its columns, where they have other names. */
export const columnsField: INodeProperties = {
	displayName: 'Columns With Other Names',
	name: 'columns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	options: [...columnOptions].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	description: `Needed only for columns that are not called ${columns.join(', ')}; upper case, spaces and underscores make no difference`,
};
