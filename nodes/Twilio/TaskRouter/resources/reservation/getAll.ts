import { listLength, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { workerLocator, workspaceLocator } from '../locators';
import { reservations } from '../lookups';
import { reservationStatuses } from './status';
import { simpleReservation } from '../../simple';

export const getAll: Operation = {
	kind: 'list',
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many reservations',
		description: 'List many reservations of a worker: tasks that were offered or assigned to the worker',
	},
	request: { method: 'GET', path: reservations.path, idempotent: true },
	subject: 'worker',
	fields: [
		workspaceLocator,
		workerLocator,
		...listLength,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Reservation Status',
					name: 'reservationStatus',
					type: 'options',
					options: reservationStatuses,
					default: 'pending',
					description: 'Only reservations with this status',
					routing: { send: { type: 'query', property: 'ReservationStatus' } },
				},
			],
		},
	],
	paging: reservations.paging,
	simple: simpleReservation,
};
