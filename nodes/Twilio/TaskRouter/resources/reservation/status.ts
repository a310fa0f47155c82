import type { INodePropertyOptions } from 'n8n-workflow';

/** TaskRouter's own words for the state of a reservation. */
export const reservationStatuses: INodePropertyOptions[] = [
	{ name: 'Accepted', value: 'accepted', description: 'The worker took the task' },
	{ name: 'Canceled', value: 'canceled', description: 'The task was canceled' },
	{ name: 'Completed', value: 'completed', description: 'The work on the task is done' },
	{ name: 'Pending', value: 'pending', description: 'The task is offered and not answered yet' },
	{ name: 'Rejected', value: 'rejected', description: 'The worker refused the task' },
	{ name: 'Rescinded', value: 'rescinded', description: 'Another worker took the task' },
	{ name: 'Timeout', value: 'timeout', description: 'The worker did not answer in time' },
	{ name: 'Wrapping', value: 'wrapping', description: 'The conversation is over, the work after it is not' },
];

/** Those that a user can bring about; into the others TaskRouter brings a reservation by itself. */
export const reachableStatuses = reservationStatuses.filter(({ value }) =>
	['accepted', 'completed', 'rejected', 'wrapping'].includes(String(value)),
);
