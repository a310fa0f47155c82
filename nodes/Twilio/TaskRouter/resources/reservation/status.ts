import type { INodePropertyOptions } from 'n8n-workflow';

/** The statuses of a reservation, in TaskRouter's own words. */
export const reservationStatuses: INodePropertyOptions[] = [
	{ name: 'Accepted', value: 'accepted', description: 'The worker took the task' },
	{ name: 'Canceled', value: 'canceled', description: 'The task was canceled' },
	{ name: 'Completed', value: 'completed', description: 'The work on the task is done' },
	{ name: 'Pending', value: 'pending', description: 'The task is offered and the worker has not answered yet' },
	{ name: 'Rejected', value: 'rejected', description: 'The worker rejected the task' },
	{ name: 'Rescinded', value: 'rescinded', description: 'Another worker took the task' },
	{ name: 'Timeout', value: 'timeout', description: 'The worker did not answer in time' },
	{ name: 'Wrapping', value: 'wrapping', description: 'The conversation is over and the worker is finishing up' },
];

/** The statuses that can be set. TaskRouter sets the others by itself. */
export const reachableStatuses = reservationStatuses.filter(({ value }) =>
	['accepted', 'completed', 'rejected', 'wrapping'].includes(String(value)),
);
