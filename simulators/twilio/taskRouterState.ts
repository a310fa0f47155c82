/** What Twilio dates, it dates in whole seconds, ISO 8601. */
export interface Dated {
	sid: string;
	date_created: string;
	date_updated: string;
}

export interface Workspace extends Dated {
	friendly_name: string;
	default_activity_sid: string;
	timeout_activity_sid: string;
	event_callback_url: string;
	events_filter: string | null;
	multi_task_enabled: boolean;
	prioritize_queue_order: 'FIFO' | 'LIFO';
}

export interface Activity extends Dated {
	workspace_sid: string;
	friendly_name: string;
	available: boolean;
}

export interface Worker extends Dated {
	workspace_sid: string;
	friendly_name: string;
	activity_sid: string;
	/** JSON of an object. */
	attributes: string;
	date_status_changed: string;
	operating_unit_sid: string;
	configured_concurrency: number;
	consumed_attention: number;
	consumed_concurrency: number;
	/** The number in the ETag; every change raises it by one, and an update that changes nothing does not. */
	revision: number;
}

export interface TaskChannel extends Dated {
	workspace_sid: string;
	friendly_name: string;
	unique_name: string;
}

export interface TaskQueue extends Dated {
	workspace_sid: string;
	friendly_name: string;
	/** A TaskRouter expression over the attributes and names of workers. */
	target_workers: string;
}

/** The number of tasks assigned is not stored: it is that of the worker's accepted and wrapping reservations. */
export interface WorkerChannel extends Dated {
	worker_sid: string;
	task_channel_sid: string;
	/** The switch. What is answered is false also while the channel is full. */
	available: boolean;
	configured_capacity: number;
}

export const RESERVATION_STATUSES = [
	'pending',
	'accepted',
	'rejected',
	'timeout',
	'canceled',
	'rescinded',
	'wrapping',
	'completed',
] as const;
export type ReservationStatus = (typeof RESERVATION_STATUSES)[number];

export interface Reservation extends Dated {
	worker_sid: string;
	task_sid: string;
	task_channel_sid: string;
	reservation_status: ReservationStatus;
	/** The number in the ETag; every change raises it by one. */
	revision: number;
}

export interface TaskRouterEvent {
	sid: string;
	workspace_sid: string;
	event_type: string;
	event_date_ms: number;
	description: string;
	resource_type: 'worker' | 'reservation' | 'task' | 'activity' | 'workflow' | 'workspace';
	resource_sid: string;
	/** Numbers in it are text too. */
	event_data: Record<string, string>;
}
