import type { INodePropertyOptions } from 'n8n-workflow';

const event = (name: string, value: string, description: string): INodePropertyOptions => ({
	name,
	value,
	description,
});

/** Events about workers, and of tasks and their reservations (docs/taskrouter/api/event/reference). */
export const eventOptions: INodePropertyOptions[] = [
	event('Reservation Accepted', 'reservation.accepted', 'An agent took a task'),
	event('Reservation Canceled', 'reservation.canceled', 'A task was canceled while it was offered to an agent'),
	event('Reservation Completed', 'reservation.completed', 'An agent finished a task'),
	event('Reservation Created', 'reservation.created', 'A task was offered to an agent'),
	event('Reservation Rejected', 'reservation.rejected', 'An agent, or someone for the agent, declined a task'),
	event('Reservation Rescinded', 'reservation.rescinded', 'An offer was withdrawn: another agent was faster'),
	event('Reservation Timed Out', 'reservation.timeout', 'An agent did not answer an offer'),
	event('Reservation Wrapping Up', 'reservation.wrapup', 'An agent ended a call or chat and wraps up'),
	event('Task Canceled', 'task.canceled', 'A task was canceled'),
	event('Task Completed', 'task.completed', 'A task was completed'),
	event('Task Created', 'task.created', 'A task was created'),
	event('Task Deleted', 'task.deleted', 'A task was deleted'),
	event('Task Updated', 'task.updated', 'The attributes or the priority of a task changed'),
	event('Task Wrapping Up', 'task.wrapup', 'A task is being wrapped up'),
	event('Worker Activity Changed', 'worker.activity.update', 'An agent went to another activity, such as Break'),
	event('Worker Attributes Changed', 'worker.attributes.update', 'Skills or other attributes of an agent changed'),
	event(
		'Worker Capacity Changed',
		'worker.capacity.update',
		'How many tasks of a channel an agent may have at once changed',
	),
	event(
		'Worker Channel Switched',
		'worker.channel.availability.update',
		'A channel of an agent, such as chat, was switched on or off',
	),
	event('Worker Created', 'worker.created', 'An agent was added to the workspace'),
	event('Worker Deleted', 'worker.deleted', 'An agent was removed from the workspace'),
];

const namesByEvent = JSON.stringify(Object.fromEntries(eventOptions.map(({ name, value }) => [value, name])));

/** The line under the trigger's name on the canvas: the first event by its name, and how many more there are. */
export const eventsSubtitle =
	`={{ ((${namesByEvent})[$parameter["events"][0]] ?? $parameter["events"][0] ?? "")` +
	` + ($parameter["events"].length > 1 ? " and " + ($parameter["events"].length - 1) + " More" : "") }}`;
