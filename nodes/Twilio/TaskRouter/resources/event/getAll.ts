import { listLength, optional, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { pages } from '../../../pagination';
import { sid } from '../../../twilio';
import { workerLocator, workspaceLocator } from '../locators';
import { endDate, minutes, startDate, taskChannel } from '../period';
import { simpleEvent } from '../../simple';

/** A filter by SID. */
const eventBySid = (displayName: string, name: string, property: string, prefix: string, noun: string) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
	description: `Only events of this ${noun}`,
	rule: sid(prefix, `a ${noun} SID`),
	routing: { send: { type: 'query' as const, property } },
});

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many events',
		description: 'List many events of a workspace, such as changes of activity. Twilio keeps them for 30 days.',
	},
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}/Events', idempotent: true },
	subject: 'workspace',
	fields: [
		workspaceLocator,
		...listLength,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				endDate,
				{
					...eventBySid('Event SID', 'eventSid', 'Sid', 'EV', 'event'),
					description: 'Only the event with this SID',
				},
				{
					displayName: 'Event Type',
					name: 'eventType',
					type: 'string',
					default: '',
					placeholder: 'e.g. worker.activity.update',
					description: 'Only events of this type',
					routing: { send: { type: 'query', property: 'EventType' } },
				},
				minutes,
				eventBySid('Reservation SID', 'reservationSid', 'ReservationSid', 'WR', 'reservation'),
				startDate,
				taskChannel,
				eventBySid('Task Queue SID', 'taskQueueSid', 'TaskQueueSid', 'WQ', 'task queue'),
				eventBySid('Task SID', 'taskSid', 'TaskSid', 'WT', 'task'),
				{
					...optional(workerLocator),
					description: 'Only events of this worker',
					routing: { send: { type: 'query', property: 'WorkerSid' } },
				},
				eventBySid('Workflow SID', 'workflowSid', 'WorkflowSid', 'WW', 'workflow'),
			],
		},
	],
	paging: pages('events', 1000),
	simple: simpleEvent,
};
