import { bySid, DATED } from '../taskRouterRecords';
import type { EventSchema, EventType } from './eventStreamsState';

export const TASK_ROUTER_SCHEMA = 'TaskRouter.WDSEvent';
export const TASK_ROUTER_TYPE = 'com.twilio.taskrouter.';

/** Event types of TaskRouter on Event Streams, without their common beginning (docs, events/event-types). */
const TASK_ROUTER_TYPES = [
	...['worker.activity.update', 'worker.attributes.update', 'worker.capacity.update'],
	...['worker.channel.availability.update', 'worker.created', 'worker.deleted'],
	...['accepted', 'canceled', 'completed', 'created', 'failed', 'rejected', 'rescinded', 'timeout', 'wrapup'].map(
		(end) => `reservation.${end}`,
	),
	...['canceled', 'completed', 'created', 'deleted', 'system-deleted', 'updated', 'wrapup'].map(
		(end) => `task.${end}`,
	),
	...['attempt-failed', 'canceled', 'completed', 'failed', 'initiated'].map((end) => `task.transfer-${end}`),
	...['created', 'deleted', 'entered', 'moved', 'timeout'].map((end) => `task-queue.${end}`),
	...['entered', 'skipped', 'target-matched', 'timeout'].map((end) => `workflow.${end}`),
];

/** Types and schemas; some are of other products, as in any account, and one can no longer be subscribed to. */
export function seedEventStreams() {
	return {
		sinks: {},
		subscriptions: {},
		subscribedEvents: {},
		eventTypes: bySid([
			...TASK_ROUTER_TYPES.map((end) => eventType(TASK_ROUTER_TYPE + end, TASK_ROUTER_SCHEMA, 'available')),
			eventType('com.twilio.messaging.message.delivered', 'Messaging.MessageStatus', 'available'),
			eventType('com.twilio.conversations.delivery.updated', 'Conversations.DeliveryUpdated', 'discontinued'),
		]),
		schemas: bySid<EventSchema>([
			schema(TASK_ROUTER_SCHEMA, 4),
			schema('Messaging.MessageStatus', 7),
			schema('Conversations.DeliveryUpdated', 1),
		]),
	};
}

function eventType(name: string, schema: string, status: EventType['status']): EventType {
	const words = name.replace('com.twilio.', '').replaceAll(/[.-]/g, ' ');
	return { sid: name, schema_id: schema, status, description: words, ...DATED };
}

function schema(id: string, versions: number): EventSchema {
	const years = Array.from({ length: versions }, (_, index) => 2020 + index);
	return {
		sid: id,
		versions: years.map((year, index) => ({
			sid: String(index + 1),
			id,
			date_created: `${year}-07-30T20:00:00Z`,
		})),
	};
}
