import fc from 'fast-check';
import { eventsIn, shownEvent, type HeardEvent } from '../../../../nodes/Twilio/TaskRouter/events';
import { mappingOf } from '../../../../nodes/shared/state/mapping';
import { FORM } from '../../../../nodes/shared/trigger/signature';
import { seeded } from '../../ShiftSchedule/model/make';

const sid = (prefix: string, digit: string) => prefix + digit.repeat(32);
const ACCOUNT = sid('AC', '1');
const WORKSPACE = sid('WS', '2');
const activity = (digit: string, label: string, takesWork: boolean) => ({
	key: sid('WA', digit),
	label,
	fields: { ActivitySid: sid('WA', digit) },
	takesWork,
});
const mapping = mappingOf(
	'Activity',
	{ kind: 'listed', options: [activity('a', 'Available', true), activity('b', 'Lunch', false)] },
	[],
);

const AT = '2026-11-26T16:55:00.123Z';
const payload = {
	eventtype: 'worker.activity.update',
	account_sid: ACCOUNT,
	workspace_sid: WORKSPACE,
	timestamp: AT,
	worker_sid: sid('WK', '4'),
	worker_name: '4711',
	worker_attributes: '{"full_name":"Anna Kowalska","skills":["billing"]}',
	worker_activity_sid: sid('WA', 'b'),
	worker_activity_name: 'Lunch',
	worker_previous_activity_sid: sid('WA', 'a'),
	worker_previous_activity_name: 'Available',
	worker_time_in_previous_activity: 26,
	worker_time_in_previous_activity_ms: 26_123,
};
const cloudEvent = (more: object = {}, fields: object = {}, type = 'worker.activity.update') => ({
	specversion: '1.0',
	type: `com.twilio.taskrouter.${type}`,
	id: 'EZ1',
	dataschema: 'https://events-schemas.twilio.com/TaskRouter.WDSEvent/4',
	data: { payload: { ...payload, ...fields } },
	...more,
});
const json = (given: unknown) => eventsIn('application/json', Buffer.from(JSON.stringify(given)));
const form = (fields: Record<string, string>) => eventsIn(FORM, Buffer.from(new URLSearchParams(fields).toString()));
const callback = {
	...{ Sid: 'EZ1', EventType: 'worker.activity.update', AccountSid: ACCOUNT, WorkspaceSid: WORKSPACE },
	...{ Timestamp: '1795712100', TimestampMs: String(Date.parse(AT)), WorkerSid: payload.worker_sid },
	...{ WorkerName: '4711', WorkerAttributes: payload.worker_attributes },
	...{ WorkerActivitySid: payload.worker_activity_sid, WorkerActivityName: 'Lunch' },
	...{ WorkerPreviousActivitySid: payload.worker_previous_activity_sid, WorkerPreviousActivityName: 'Available' },
	...{ WorkerTimeInPreviousActivity: '26', WorkerTimeInPreviousActivityMs: '26123' },
};

function only(read: ReturnType<typeof eventsIn>): HeardEvent {
	const [event] = read.kind === 'value' ? read.value.events : [];
	if (!event) throw new Error('no event was read');
	return event;
}

const itemOf = (event: HeardEvent) => shownEvent(event, mapping, null);

describe('an item', () => {
	const first = {
		...{ agent: 'Anna Kowalska (4711)', agentId: payload.worker_sid, state: 'break', previousState: 'available' },
		...{ native: 'Lunch', since: AT, event: 'worker.activity.update', at: AT },
		...{ service: 'twilioTaskRouter', scope: WORKSPACE, eventId: 'EZ1' },
	};

	it.each([
		['Event Streams', () => json([cloudEvent()])],
		['an event callback', () => form(callback)],
	])('of %s begins with what people look at first, and holds all that Twilio told', (_way, read) => {
		const item = itemOf(only(read()));
		expect(Object.keys(item).slice(0, 7)).toEqual([
			...['agent', 'state', 'previousState', 'native', 'since', 'event', 'at'],
		]);
		expect(item).toMatchObject(first);
		expect(item.payload).toMatchObject({
			worker_name: '4711',
			worker_attributes: { full_name: 'Anna Kowalska', skills: ['billing'] },
			worker_time_in_previous_activity: 26,
			worker_time_in_previous_activity_ms: 26_123,
		});
	});

	it('leaves attributes as text where they hold a number that would be changed', () => {
		const attributes = '{"customer":12345678901234567890}';
		const event = only(json([cloudEvent({}, { worker_attributes: attributes })]));
		expect(itemOf(event)).toMatchObject({ agent: '4711', payload: { worker_attributes: attributes } });
	});

	it('of an activity that stands for nothing says unknown, and of one that Twilio does not name says nothing', () => {
		const strange = only(
			json([cloudEvent({}, { worker_activity_sid: sid('WA', 'c'), worker_activity_name: 'Zen' })]),
		);
		expect(itemOf(strange)).toMatchObject({ state: 'unknown', native: 'Zen' });
		const { worker_previous_activity_sid: _sid, ...rest } = payload;
		const nameless = only(json([{ ...cloudEvent(), data: { payload: rest } }]));
		expect(itemOf(nameless)).toMatchObject({ state: 'break', previousState: null });
	});

	it('of another event than a change of activity begins no activity', () => {
		const event = only(json([cloudEvent({}, {}, 'worker.attributes.update')]));
		expect(itemOf(event)).toMatchObject({ state: 'break', previousState: null, since: null });
		const task = only(
			json([
				cloudEvent(
					{},
					{
						worker_sid: null,
						worker_activity_sid: null,
						task_sid: 'WT1',
						worker_name: null,
						worker_attributes: null,
					},
					'task.created',
				),
			]),
		);
		expect(itemOf(task)).toMatchObject({ agent: null, agentId: null, state: null, native: null });
	});
});

describe('what is not an event', () => {
	it.each<[string, unknown]>([
		['an event of another product', cloudEvent({ type: 'com.twilio.messaging.message.delivered' })],
		['the test of a sink', cloudEvent({ type: 'com.twilio.eventstreams.test-event', data: { test_id: 'X' } })],
		['another schema', cloudEvent({ dataschema: 'https://events-schemas.twilio.com/Other.Event/1' })],
		['no id', cloudEvent({ id: '' })],
		['no payload', cloudEvent({ data: {} })],
		['a list as data', cloudEvent({ data: [] })],
		['no worker', cloudEvent({}, { worker_sid: '' })],
		['no activity', cloudEvent({}, { worker_activity_sid: undefined })],
		['no workspace', cloudEvent({}, { workspace_sid: 1 })],
		['no time', cloudEvent({}, { timestamp: 'soon' })],
		['a reservation without its SID', cloudEvent({}, {}, 'reservation.created')],
		['a task without its SID', cloudEvent({}, {}, 'task.created')],
		['nothing', null],
		['a word', 'worker.activity.update'],
		['a list in a list', [cloudEvent()]],
	])('%s is left out, and the others of the delivery are not', (_what, wrong) => {
		expect(json([cloudEvent({ id: 'EZ2' }), wrong])).toMatchObject({
			kind: 'value',
			value: { events: [{ id: 'EZ2' }], unreadable: 1 },
		});
	});

	it('of a schema to come is read if it has what is needed', () => {
		const dataschema = 'https://events-schemas.twilio.com/TaskRouter.WDSEvent/9';
		expect(only(json([cloudEvent({ dataschema })]))).toMatchObject({ name: 'worker.activity.update' });
	});

	it.each(['', '[', '{"type":', '[{}', 'null,'])('%j is refused as a whole', (text) => {
		expect(eventsIn('application/json', Buffer.from(text))).toMatchObject({ kind: 'problem' });
	});

	it('a callback without its time, or cut in the middle, is left out', () => {
		const { Timestamp: _s, TimestampMs: _ms, ...timeless } = callback;
		expect(form(timeless)).toMatchObject({ value: { events: [], unreadable: 1 } });
		const whole = new URLSearchParams(callback).toString();
		for (let end = 0; end < whole.indexOf('WorkerActivitySid'); end++) {
			expect(eventsIn(FORM, Buffer.from(whole.slice(0, end)))).toMatchObject({ value: { events: [] } });
		}
	});

	it('whatever comes, nothing is thrown, and every event has what is needed', () => {
		const value = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(cloudEvent(), payload, 'EZ1', 1, {}));
		const broken = fc
			.tuple(fc.constantFrom('type', 'id', 'dataschema', 'data', 'worker_sid', 'timestamp', 'worker_name'), value)
			.map(([key, one]) => (key in payload ? cloudEvent({}, { [key]: one }) : cloudEvent({ [key]: one })));
		fc.assert(
			fc.property(
				fc.array(fc.oneof(broken, value)),
				fc.constantFrom('application/json', FORM, ''),
				(all, type) => {
					const read = eventsIn(type, Buffer.from(JSON.stringify(all)));
					if (read.kind === 'problem') return;
					for (const event of read.value.events) {
						const item = itemOf(event);
						expect(item).toMatchObject({ agentId: expect.any(String) as string, state: 'break' });
						expect(() => JSON.stringify(item)).not.toThrow();
					}
				},
			),
			seeded(2000),
		);
	});
});
