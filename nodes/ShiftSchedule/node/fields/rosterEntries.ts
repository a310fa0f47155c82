import type { INodeProperties } from 'n8n-workflow';
import { stateOptions } from '../../../shared/state/state';
import type { RosterColumn } from '../../model/roster/columns';

/** A field of an entry in the form. It has the name of the column that it fills. */
const textField = (
	displayName: string,
	column: RosterColumn,
	example: string,
	description: string,
): INodeProperties => ({
	...{ displayName, name: column, type: 'string', default: '', description },
	placeholder: `e.g. ${example}`,
});

export const agentsField = textField('Agents', 'agent', 'anna, bob', 'The agents, separated by commas, or * for all');
export const agent = textField('Agent', 'agent', 'anna', "The agent's ID in the service");
export const name = textField('Name', 'name', 'Anna Kowalska', "The agent's name, for people to read");
export const service = textField(
	'Service',
	'service',
	'twilioTaskRouter',
	"The agent's service, for an Agent State node whose service is 'From Each Item'",
);
export const shiftName = textField('Name', 'shift', 'Early', 'What you call it');
export const days = textField('Days', 'days', 'Mon-Fri', "The days of the week: 'Mon-Fri', 'Sat, Sun' or 'daily'");
export const start = textField('Start', 'start', '09:00', 'A time of day: 09:00, 9am or 17.30');
export const end = textField(
	'End',
	'end',
	'17:00',
	'A time of day, or a duration such as 8h. An end before the start is on the next day.',
);
export const reason = textField('Reason', 'reason', 'Lunch', 'The reason for the state, such as the name of a break');
export const dayFrom = textField('From', 'from', '2026-12-24', 'The first day');
export const dayUntil = textField('Until', 'until', '2026-12-26', 'The last day. Leave empty for one day.');
export const lastDay = textField(
	'Until',
	'until',
	'2026-12-26',
	"The last day. Leave empty for no end. A shift with a 'From' date but without days or a rotation is on that day only.",
);
export const rotation = textField(
	'Rotation',
	'rotation',
	'A of A/B from 2026-01-05',
	"For shifts that alternate: 'A of A/B from 2026-01-05' for every other week, '4 on 4 off from 2026-01-05' for days. The date is the first day of the first step.",
);
export const step = textField(
	'Step',
	'step',
	'B',
	'The step of the rotation that these agents begin with: A or 1 is the first',
);
export const zone = textField('Time Zone', 'zone', 'America/New_York', "The time zone, if it is not the schedule's");
export const priority = textField(
	'Priority',
	'priority',
	'1',
	'Where two entries of the same kind overlap, the higher number wins. Empty counts as 0.',
);
export const withAgent = textField(
	'With',
	'with',
	'bob',
	"The other agent of a swap. Both work each other's shifts on these days.",
);
export const stagger = textField(
	'Stagger',
	'stagger',
	'15 min x 4',
	"So that not all agents are away at once: with '15 min' each agent starts 15 minutes after the one before, with '15 min x 4' the agents go in four groups",
);

/** A state that may be left empty, since every kind of entry has a usual one. */
export function stateOr(usual: string): INodeProperties {
	const asUsual = { name: `As Usual (${usual})`, value: '', description: 'The usual state for this kind of entry' };
	const options = [asUsual, ...stateOptions];
	return {
		...{ displayName: 'State', name: 'state', type: 'options', options, default: '' },
		description: "The agents' state during this time",
	};
}

/** The fields of an entry that most people leave empty. */
export const collectionOf = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'More',
	name: 'more',
	type: 'collection',
	placeholder: 'Add',
	default: {},
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});
