import * as cast from './cast';
import { newSid, timestamp } from './call';
import type { Reservation, TaskChannel, Worker, WorkerChannel } from './taskRouterState';

export const CREATED = '2025-03-03T07:30:00Z';
export const DATED = { date_created: CREATED, date_updated: CREATED };

export function bySid<T extends { sid: string }>(records: T[]): Record<string, T> {
	return Object.fromEntries(records.map((record) => [record.sid, record]));
}

/** A worker record, for tests that need another or many; unnamed fields are those of a worker just created. */
export function makeWorker(fields: Partial<Worker> & Pick<Worker, 'friendly_name'>): Worker {
	return {
		sid: newSid('WK'),
		workspace_sid: cast.WORKSPACE_SID,
		activity_sid: cast.ACTIVITY.offline,
		attributes: '{}',
		date_status_changed: CREATED,
		operating_unit_sid: `OU${'0'.repeat(32)}`,
		configured_concurrency: -1,
		consumed_attention: 0,
		consumed_concurrency: 0,
		revision: 0,
		...DATED,
		...fields,
	};
}

/** One channel per task channel of the worker's workspace, each for one task at a time. */
export function makeWorkerChannels(
	worker: Worker,
	taskChannels: Record<string, TaskChannel>,
	created = CREATED,
): Record<string, WorkerChannel> {
	return bySid(
		Object.values(taskChannels)
			.filter((channel) => channel.workspace_sid === worker.workspace_sid)
			.map((channel) => ({
				sid: cast.workerChannelSid(worker.sid, channel.sid),
				worker_sid: worker.sid,
				task_channel_sid: channel.sid,
				available: true,
				configured_capacity: 1,
				date_created: created,
				date_updated: created,
			})),
	);
}

/** A reservation record of a task in the voice channel, for tests that need another. */
export function makeReservation(fields: Partial<Reservation> & Pick<Reservation, 'worker_sid'>): Reservation {
	const now = timestamp();
	return {
		sid: newSid('WR'),
		task_sid: newSid('WT'),
		task_channel_sid: cast.TASK_CHANNEL.voice,
		reservation_status: 'pending',
		revision: 0,
		date_created: now,
		date_updated: now,
		...fields,
	};
}
