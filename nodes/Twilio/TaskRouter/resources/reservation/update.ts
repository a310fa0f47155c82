import { onlyDifferences } from '../../../../shared/operation/run/readModifyWrite';
import { snakeCase } from '../../../records';
import { onlyIfChanged, optional, simplify } from '../../../../shared/operation/fields';
import { fromModel } from '../../../../shared/n8n/toolForm';
import type { Operation } from '../../../../shared/operation/operation';
import { activityLocator, reservationLocator, workerLocator, workspaceLocator } from '../locators';
import { ifMatchField } from '../worker/fields';
import { reachableStatuses } from './status';
import { simpleReservation } from '../../simple';

export const update: Operation = {
	kind: 'edit',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a reservation',
		description: 'Accept, reject, wrap up or complete a task for an agent',
	},
	request: {
		method: 'POST',
		path: '/v1/Workspaces/{workspace}/Workers/{worker}/Reservations/{reservation}',
		// A status cannot be set twice: after a success, a second try would be refused.
		idempotent: false,
	},
	simple: simpleReservation,
	subject: 'reservation',
	fields: [
		workspaceLocator,
		workerLocator,
		reservationLocator,
		{
			displayName: 'Reservation Status',
			name: 'reservationStatus',
			type: 'options',
			options: reachableStatuses,
			default: 'completed',
			required: true,
			description: 'The new status of the reservation',
			routing: { send: { type: 'body', property: 'ReservationStatus' } },
			inTool: {
				default: fromModel(
					'Status',
					`The new status: ${reachableStatuses.map(({ value }) => value).join(', ')}`,
				),
			},
		},
		onlyIfChanged,
		simplify,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					...optional(activityLocator),
					displayName: 'Dequeue Post Work Activity',
					name: 'dequeuePostWorkActivity',
					description: 'The activity of the worker after a "dequeue" instruction',
					routing: { send: { type: 'body', property: 'DequeuePostWorkActivitySid' } },
				},
				ifMatchField,
				{
					...optional(activityLocator),
					displayName: 'Post Work Activity',
					name: 'postWorkActivity',
					description: 'The activity of the worker after a "conference" instruction',
					routing: { send: { type: 'body', property: 'PostWorkActivitySid' } },
				},
				{
					...optional(activityLocator),
					displayName: 'Worker Activity',
					name: 'workerActivity',
					description: 'The activity of the worker after rejecting the reservation',
					routing: { send: { type: 'body', property: 'WorkerActivitySid' } },
				},
			],
		},
	],
	edit: onlyDifferences({
		keyOf: snakeCase,
		dependentFields: {
			DequeuePostWorkActivitySid: 'ReservationStatus',
			PostWorkActivitySid: 'ReservationStatus',
			WorkerActivitySid: 'ReservationStatus',
		},
	}),
};
