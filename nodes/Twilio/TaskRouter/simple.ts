import { simpleRecord, type SimpleRecord } from '../../shared/operation/simplify';
import { shownAttributes } from '../attributes';

/** What people look at first in each kind of record of TaskRouter. */
export const simpleActivity = simpleRecord('friendly_name', 'available', 'sid', 'date_updated');

export const simpleEvent = simpleRecord(
	...['event_date', 'event_type', 'description', 'resource_type', 'resource_sid', 'event_data', 'sid'],
);

export const simpleReservation = simpleRecord(
	...['reservation_status', 'worker_name', 'worker_sid', 'task_sid', 'date_created', 'date_updated', 'sid'],
);

export const simpleWorker: SimpleRecord = {
	properties: [
		...['friendly_name', 'activity_name', 'available', 'date_status_changed', 'attributes'],
		...['activity_sid', 'sid', 'date_updated', 'etag'],
	],
	parsed: { attributes: shownAttributes },
};

/** After a change, with the attributes only if they were set: they take several lines. */
export const simpleWorkerChange: SimpleRecord = {
	properties: [...simpleWorker.properties, 'configured_concurrency', 'operating_unit_sid'],
	parsed: simpleWorker.parsed,
	onlyIfSet: {
		attributes: 'attributes',
		configured_concurrency: 'concurrency',
		operating_unit_sid: 'operatingUnitSid',
	},
};

export const simpleWorkerChannel = simpleRecord(
	...['task_channel_unique_name', 'available', 'configured_capacity', 'assigned_tasks'],
	...['available_capacity_percentage', 'worker_sid', 'sid'],
);

/** Figures are all put out, since all of them are wanted; those about agents come before the IDs of the account. */
export const figuresFirst = simpleRecord(
	...['worker_sid', 'total_workers', 'activity_statistics', 'realtime', 'cumulative', 'activity_durations'],
	...['reservations_created', 'reservations_accepted', 'reservations_rejected', 'reservations_timed_out'],
	...['reservations_canceled', 'reservations_rescinded', 'start_time', 'end_time'],
);

export const simpleWorkspace = simpleRecord(
	...['friendly_name', 'default_activity_name', 'timeout_activity_name', 'multi_task_enabled'],
	...['prioritize_queue_order', 'sid'],
);
