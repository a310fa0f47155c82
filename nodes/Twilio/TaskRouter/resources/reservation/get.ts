import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { reservationLocator, workerLocator, workspaceLocator } from '../locators';
import { simpleReservation } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get a reservation', description: 'Read one reservation of a worker' },
	request: {
		method: 'GET',
		path: '/v1/Workspaces/{workspace}/Workers/{worker}/Reservations/{reservation}',
		idempotent: true,
	},
	subject: 'reservation',
	fields: [workspaceLocator, workerLocator, reservationLocator, simplify],
	simple: simpleReservation,
};
