import { TASK_ROUTER_SCHEMA, TASK_ROUTER_TYPE } from '../eventStreams/seedEventStreams';
import type { TwilioState } from '../state';
import type { TaskRouterEvent } from '../taskRouterState';

/** `worker_time_in_previous_activity_ms` as callbacks name it: WorkerTimeInPreviousActivityMs. */
const pascalCase = (name: string) =>
	name
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join('');

/** The fields of an event callback (docs, taskrouter/api/event/reference), in no order that counts. */
export function callbackForm(event: TaskRouterEvent, { accountSid }: TwilioState): Array<[string, string]> {
	return Object.entries({
		EventType: event.event_type,
		AccountSid: accountSid,
		WorkspaceSid: event.workspace_sid,
		EventDescription: event.description,
		ResourceType: event.resource_type,
		ResourceSid: event.resource_sid,
		Timestamp: String(Math.floor(event.event_date_ms / 1000)),
		TimestampMs: String(event.event_date_ms),
		Sid: event.sid,
		...Object.fromEntries(Object.entries(event.event_data).map(([name, value]) => [pascalCase(name), value])),
	});
}

/** Numbers on Event Streams, though text in the REST resource and in callbacks. */
const NUMBERS =
	/^(task_age|task_priority|worker_time_in_previous_activity(_ms)?|worker_channel_(available_|previous_)?capacity|worker_channel_task_count)$/;

/**
 * An event as Event Streams delivers it (docs, events/event-types/taskrouter). An event has one id wherever and however
 * often it is delivered. That availability is 1 or 0 is how a published mapping of the schema has it (elastic/integrations).
 *
 * @param version of the schema: the first one has no milliseconds
 */
export function cloudEvent(event: TaskRouterEvent, version: number, { accountSid }: TwilioState): object {
	const time = new Date(event.event_date_ms).toISOString();
	const fields = Object.entries(event.event_data)
		.filter(([name]) => version > 1 || !name.endsWith('_ms'))
		.map(([name, value]): [string, string | number] => {
			if (name === 'worker_channel_available') return [name, value === 'true' ? 1 : 0];
			return [name, NUMBERS.test(name) ? Number(value) : value];
		});
	return {
		specversion: '1.0',
		type: TASK_ROUTER_TYPE + event.event_type,
		source: `/v1/Workspaces/${event.workspace_sid}/Events/${event.sid}`,
		id: idOf(event),
		dataschema: `https://events-schemas.twilio.com/${TASK_ROUTER_SCHEMA}/${version}`,
		datacontenttype: 'application/json',
		time,
		data: {
			sid: event.sid,
			name: pascalCase(event.event_type.replaceAll(/[.-]/g, '_')),
			account_sid: accountSid,
			account_friendly_name: 'Simulated account',
			timestamp: time,
			level: 'INFO',
			group: event.resource_type,
			product_name: 'TaskRouter',
			publisher: 'Flex Task Assignment',
			publisher_metadata: '{}',
			payload_type: 'application/json',
			payload: {
				sid: event.sid,
				eventtype: event.event_type,
				account_sid: accountSid,
				timestamp: time,
				event_description: event.description,
				resource_sid: event.resource_sid,
				resource_type: event.resource_type,
				...Object.fromEntries(fields),
			},
		},
	};
}

/** The id by which receivers tell duplicates. */
export const idOf = ({ sid }: TaskRouterEvent): string => `EZ${sid.slice(2)}`;

/** The event of a sink's Test resource, as seen in a live test: its id is the account's, each time the same. */
export function testEvent(testId: string, { accountSid }: TwilioState): object {
	return {
		specversion: '1.0',
		type: 'com.twilio.eventstreams.test-event',
		source: 'Sink',
		id: accountSid,
		dataschema: 'https://events-schemas.twilio.com/EventStreams.TestSink/1.json',
		datacontenttype: 'application/json',
		time: new Date().toISOString(),
		data: { test_id: testId },
	};
}
