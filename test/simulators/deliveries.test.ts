import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { validateRequest, validateRequestWithBody } from 'twilio';

import {
	ACTIVITY,
	makeWorker,
	OTHER_WORKSPACE_SID,
	PEOPLE,
	RESERVATION,
	startTwilio,
	TWILIO_AUTH_TOKEN,
	WORKSPACE_SID,
} from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { signForm, signJson } from '../../simulators/twilio/delivery/signature';
import { officialClient } from '../conformance/officialClient';
import { openReceiver } from '../support/receiver';
import type { Received, Receiver } from '../support/receiver';

let twilio: TwilioSimulator;
let receiver: Receiver;

beforeEach(async () => {
	twilio = await startTwilio();
	receiver = await openReceiver();
	// One at a time, so that they arrive in the order of their sending.
	Object.assign(twilio.deliveries.settings, { backoffMs: 1, parallel: 1 });
});

afterEach(async () => {
	await twilio.close();
	receiver.close();
});

const { anna, bob, carla } = PEOPLE;
const client = () => officialClient(twilio).client;
const workspace = () => client().taskrouter.v1.workspaces(WORKSPACE_SID);
const worker = (person: { worker: string }) => workspace().workers(person.worker);

interface Event {
	id: string;
	type: string;
	dataschema: string;
	data: { payload: Record<string, unknown> };
}

const TYPE = 'com.twilio.taskrouter.';
const eventsIn = ({ body }: Received) => JSON.parse(body) as Event[];
const allEvents = () => receiver.received.flatMap(eventsIn);
const typesHeard = () => allEvents().map(({ type }) => type.replace(TYPE, ''));

async function subscribe(types: Array<string | { type: string; version: number }>, batch?: boolean): Promise<string> {
	const { sinks, subscriptions } = client().events.v1;
	const { sid: sinkSid } = await sinks.create({
		description: 'ours',
		sinkType: 'webhook',
		sinkConfiguration: {
			destination: `${receiver.url}/webhook/1?a=b%20c`,
			method: 'POST',
			...(batch !== undefined && { batch_events: batch }),
		},
	});
	await subscriptions.create({
		description: 'ours',
		sinkSid,
		types: types.map((one) =>
			typeof one === 'string' ? { type: TYPE + one } : { type: TYPE + one.type, schema_version: one.version },
		),
	});
	return sinkSid;
}

/** Changes the activity of so many workers, each once. */
async function change(count: number): Promise<string[]> {
	const made = Array.from({ length: count }, (_, index) => makeWorker({ friendly_name: `Worker ${index}` }));
	for (const one of made) twilio.state.workers[one.sid] = one;
	for (const { sid } of made) await workspace().workers(sid).update({ activitySid: ACTIVITY.available });
	return made.map(({ sid }) => sid);
}

/** Until so many requests have been answered, and what waits for its next attempt waits. */
async function untilSent(count: number): Promise<void> {
	while (twilio.deliveries.sent.filter(({ status }) => status !== undefined).length < count) await sleep(1);
	await sleep(1);
}

const workersHeard = () => allEvents().map(({ data }) => data.payload.worker_sid);

describe('signatures of the Twilio simulator', () => {
	const address = fc
		.tuple(fc.webUrl({ withQueryParameters: true }), fc.option(fc.integer({ min: 1, max: 65_535 })))
		.map(([url, port]) => (port === null ? url : url.replace(/^(https?:\/\/[^/?]+)/, `$1:${port}`)));
	const field = fc.tuple(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));

	it('of forms are valid to the official client', () => {
		fc.assert(
			fc.property(
				address,
				fc.uniqueArray(field, { selector: ([name]) => name }),
				fc.string(),
				(url, form, token) => {
					const names = form.filter(([name]) => name !== '__proto__');
					return validateRequest(token, signForm(token, url, names), url, Object.fromEntries(names));
				},
			),
			{ numRuns: 2_000 },
		);
	});

	it('of JSON are valid to the official client, and of another body are not', () => {
		fc.assert(
			fc.property(address, fc.json(), (base, body) => {
				const { url, signature } = signJson(TWILIO_AUTH_TOKEN, base, body);
				return (
					validateRequestWithBody(TWILIO_AUTH_TOKEN, signature, url, body) &&
					!validateRequestWithBody(TWILIO_AUTH_TOKEN, signature, url, `${body} `)
				);
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe('a sink of the Twilio simulator', () => {
	it('hears of what it is subscribed to, signed for the address that is called', async () => {
		await subscribe(['worker.activity.update']);
		await worker(anna).update({ activitySid: ACTIVITY.break, attributes: '{"a":1}' });
		await twilio.deliveries.settled();

		const [request, ...others] = receiver.received;
		expect(others).toEqual([]);
		expect(request).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
		expect(request?.path).toMatch(/^\/webhook\/1\?a=b%20c&bodySHA256=[0-9a-f]{64}$/);
		const { path = '', headers = {}, body = '' } = request ?? {};
		const signature = String(headers['x-twilio-signature']);
		expect(validateRequestWithBody(TWILIO_AUTH_TOKEN, signature, receiver.url + path, body)).toBe(true);
		expect(allEvents()).toEqual([
			{
				specversion: '1.0',
				type: 'com.twilio.taskrouter.worker.activity.update',
				id: expect.stringMatching(/^EZ[0-9a-f]{32}$/) as string,
				source: expect.any(String) as string,
				dataschema: 'https://events-schemas.twilio.com/TaskRouter.WDSEvent/4',
				datacontenttype: 'application/json',
				time: expect.any(String) as string,
				data: expect.objectContaining({
					product_name: 'TaskRouter',
					group: 'worker',
					name: 'WorkerActivityUpdate',
					payload: expect.objectContaining({
						eventtype: 'worker.activity.update',
						workspace_sid: WORKSPACE_SID,
						worker_sid: anna.worker,
						worker_name: anna.name,
						worker_activity_name: 'Break',
						worker_previous_activity_name: 'Offline',
						// As it is after the whole request.
						worker_attributes: '{"a":1}',
						worker_time_in_previous_activity: expect.any(Number) as number,
						worker_time_in_previous_activity_ms: expect.any(Number) as number,
					}) as object,
				}) as object,
			},
		]);
	});

	it('hears of every kind of change of a worker', async () => {
		await subscribe([
			...['worker.created', 'worker.activity.update', 'worker.attributes.update', 'worker.deleted'],
			...['worker.capacity.update', 'worker.channel.availability.update'],
		]);
		const { sid } = await workspace().workers.create({ friendlyName: 'New' });
		const made = workspace().workers(sid);
		await made.update({ attributes: '{"a":1}' });
		await made.update({ activitySid: ACTIVITY.available, attributes: '{"a":1}' });
		await made.workerChannels('chat').update({ capacity: 4, available: false });
		// Nothing changes, so nothing is told.
		await made.update({ activitySid: ACTIVITY.available, attributes: '{"a":1}', friendlyName: 'New' });
		await made.workerChannels('chat').update({ capacity: 4, available: false });
		await made.remove();
		await twilio.deliveries.settled();

		expect(typesHeard()).toEqual([
			'worker.created',
			'worker.attributes.update',
			'worker.activity.update',
			'worker.capacity.update',
			'worker.channel.availability.update',
			'worker.deleted',
		]);
		const [, , , capacity, availability] = allEvents().map(({ data }) => data.payload);
		expect(capacity).toMatchObject({
			task_channel_unique_name: 'chat',
			worker_channel_capacity: 4,
			worker_channel_previous_capacity: 1,
			worker_channel_task_count: 0,
		});
		expect(availability).toMatchObject({ task_channel_unique_name: 'chat', worker_channel_available: 0 });
	});

	it('hears of reservations and of their tasks', async () => {
		await subscribe([
			...['reservation.rejected', 'reservation.wrapup', 'reservation.completed', 'task.wrapup', 'task.completed'],
			'worker.activity.update',
		]);
		const reservation = worker(carla).reservations(RESERVATION.carla);
		await reservation.update({ reservationStatus: 'wrapping' });
		await reservation.update({ reservationStatus: 'completed' });
		await worker(bob).update({ activitySid: ACTIVITY.break, rejectPendingReservations: true });
		await twilio.deliveries.settled();

		expect(typesHeard()).toEqual([
			...['reservation.wrapup', 'task.wrapup', 'reservation.completed', 'task.completed'],
			...['reservation.rejected', 'worker.activity.update'],
		]);
		expect(allEvents()[0]?.data.payload).toMatchObject({
			reservation_sid: RESERVATION.carla,
			worker_sid: carla.worker,
			task_assignment_status: 'wrapping',
			task_priority: 0,
		});
	});

	it('hears of nothing else, of all workspaces, and of nothing once its subscription is deleted', async () => {
		await subscribe(['worker.created']);
		await worker(anna).update({ activitySid: ACTIVITY.break });
		const elsewhere = client().taskrouter.v1.workspaces(OTHER_WORKSPACE_SID);
		await elsewhere.workers.create({ friendlyName: 'Elsewhere' });
		const [subscription] = await client().events.v1.subscriptions.list();
		await twilio.deliveries.settled();
		await client()
			.events.v1.subscriptions(subscription?.sid ?? '')
			.remove();
		await elsewhere.workers.create({ friendlyName: 'Later' });
		await twilio.deliveries.settled();

		expect(allEvents().map(({ data }) => data.payload.worker_name)).toEqual(['Elsewhere']);
	});

	it('reads each type in its schema version', async () => {
		await subscribe([{ type: 'worker.activity.update', version: 1 }]);
		await worker(anna).update({ activitySid: ACTIVITY.break });
		await twilio.deliveries.settled();

		expect(allEvents()[0]).toMatchObject({
			dataschema: 'https://events-schemas.twilio.com/TaskRouter.WDSEvent/1',
			data: { payload: { worker_time_in_previous_activity: expect.any(Number) as number } },
		});
		expect(allEvents()[0]?.data.payload).not.toHaveProperty('worker_time_in_previous_activity_ms');
	});

	it('gets batches of what gathered, or one event at a time', async () => {
		await subscribe(['worker.activity.update'], true);
		await subscribe(['worker.activity.update'], false);
		twilio.deliveries.settings.batchSize = 3;
		twilio.deliveries.hold();
		await change(7);
		expect(receiver.received).toEqual([]);
		twilio.deliveries.release();
		await twilio.deliveries.settled();

		const sizes = receiver.received.map((request) => eventsIn(request).length);
		expect(sizes.sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 3, 3]);
	});

	it('gets copies, and in disorder', async () => {
		await subscribe(['worker.activity.update'], false);
		// The last of them first.
		let next = 1;
		Object.assign(twilio.deliveries.settings, {
			copies: 2,
			isShuffled: true,
			random: () => (next /= 2),
		});
		twilio.deliveries.hold();
		const sids = await change(3);
		twilio.deliveries.release();
		await twilio.deliveries.settled();

		expect(workersHeard()).toEqual([...sids].reverse().flatMap((sid) => [sid, sid]));
		expect(new Set(allEvents().map(({ id }) => id)).size).toBe(3);
	});

	it('is sent what went out before once more, byte for byte', async () => {
		await subscribe(['worker.activity.update']);
		await change(1);
		await twilio.deliveries.settled();
		twilio.deliveries.resend(twilio.deliveries.sent.slice());
		await twilio.deliveries.settled();

		expect(receiver.received).toHaveLength(2);
		const [first, second] = receiver.received;
		expect([second?.path, second?.body]).toEqual([first?.path, first?.body]);
	});

	it.each([
		['an internal error', 500],
		['a proxy\u2019s error', 502],
		['too many requests', 429],
		['a broken connection', 'reset'],
		['no answer', 'silence'],
	] as const)('is tried again, later and later, after %s', async (_name, outcome) => {
		await subscribe(['worker.activity.update']);
		let left = 3;
		receiver.answer = () => (left-- > 0 ? outcome : 200);
		Object.assign(twilio.deliveries.settings, { sinkTimeoutMs: 200, random: () => 1 });
		await change(1);
		await twilio.deliveries.settled();

		expect(twilio.deliveries.sent.map(({ attempt, status }) => [attempt, status])).toEqual(
			[1, 2, 3, 4].map((attempt) => [
				attempt,
				attempt === 4 ? 200 : typeof outcome === 'number' ? outcome : undefined,
			]),
		);
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
	});

	it.each([400, 401, 403, 404, 410, 200, 204, 302])('is not tried again after %d', async (status) => {
		await subscribe(['worker.activity.update']);
		receiver.answer = () => status;
		await change(1);
		await twilio.deliveries.settled();

		expect(twilio.deliveries.sent.map((delivery) => delivery.status)).toEqual([status]);
	});

	it('is given up at the end of its time, and at once when it is deleted', async () => {
		const sink = await subscribe(['worker.activity.update']);
		receiver.answer = () => 500;
		Object.assign(twilio.deliveries.settings, { giveUpAfterMs: 100, backoffMs: 20, random: () => 1 });
		await change(1);
		await twilio.deliveries.settled();
		const attempts = twilio.deliveries.sent.length;
		expect(attempts).toBeGreaterThan(1);

		Object.assign(twilio.deliveries.settings, { giveUpAfterMs: 3_600_000 });
		twilio.deliveries.hold();
		await change(1);
		delete twilio.state.sinks[sink];
		twilio.deliveries.release();
		await twilio.deliveries.settled();
		expect(twilio.deliveries.sent).toHaveLength(attempts);
	});

	it('is tried again at once when a test wants it', async () => {
		await subscribe(['worker.activity.update']);
		receiver.answer = () => 500;
		twilio.deliveries.settings.backoffMs = 3_600_000;
		await change(1);
		await untilSent(1);
		receiver.answer = () => 200;
		twilio.deliveries.retryNow();
		await twilio.deliveries.settled();

		expect(twilio.deliveries.sent.map(({ status }) => status)).toEqual([500, 200]);
	});

	it('is left alone by a simulator that ends, whatever is still to be tried', async () => {
		await subscribe(['worker.activity.update']);
		receiver.answer = () => 500;
		twilio.deliveries.settings.backoffMs = 3_600_000;
		await change(1);
		await twilio.close();

		await expect(twilio.deliveries.settled()).resolves.toBeUndefined();
	});

	it('is told the user and the password in its address', async () => {
		const sid = await subscribe(['worker.activity.update']);
		const sink = twilio.state.sinks[sid];
		if (sink) sink.sink_configuration.destination = `${receiver.url.replace('//', '//ann:s%20e@')}/1`;
		await change(1);
		await twilio.deliveries.settled();

		expect(receiver.received[0]?.headers.authorization).toBe(`Basic ${btoa('ann:s e')}`);
		expect(receiver.received[0]?.path).toMatch(/^\/1\?bodySHA256=/);
	});

	it('is called under the very address that is signed', async () => {
		const sid = await subscribe(['worker.activity.update']);
		const sink = twilio.state.sinks[sid];
		const path = `/a/../b//c;d?q='x'&r=~(1)&s=%7e%2F+%20`;
		if (sink) sink.sink_configuration.destination = receiver.url + path;
		await change(1);
		await twilio.deliveries.settled();

		expect(receiver.received[0]?.path.startsWith(`${path}&bodySHA256=`)).toBe(true);
	});

	it('hears of a test, whose event has the id of the account', async () => {
		const sid = await subscribe(['worker.created']);
		await client().events.v1.sinks(sid).sinkTest.create();
		await twilio.deliveries.settled();

		expect(allEvents()).toMatchObject([
			{ type: 'com.twilio.eventstreams.test-event', id: twilio.state.accountSid, source: 'Sink' },
		]);
	});
});

describe('an event callback of the Twilio simulator', () => {
	const formOf = ({ body }: Received) => Object.fromEntries(new URLSearchParams(body));
	const listen = async (eventsFilter: string, path = '/webhook/2?a=b') =>
		await workspace().update({ eventCallbackUrl: receiver.url + path, eventsFilter });

	it('is posted a signed form, every value of it text', async () => {
		await listen('');
		await worker(anna).update({ activitySid: ACTIVITY.break });
		await twilio.deliveries.settled();

		const [request, ...others] = receiver.received;
		expect(others).toEqual([]);
		const { path = '', headers = {} } = request ?? {};
		const form = request ? formOf(request) : {};
		expect(path).toBe('/webhook/2?a=b');
		const signature = String(headers['x-twilio-signature']);
		expect(validateRequest(TWILIO_AUTH_TOKEN, signature, receiver.url + path, form)).toBe(true);
		expect(form).toMatchObject({
			EventType: 'worker.activity.update',
			AccountSid: twilio.state.accountSid,
			WorkspaceSid: WORKSPACE_SID,
			WorkspaceName: 'Support',
			ResourceType: 'worker',
			ResourceSid: anna.worker,
			EventDescription: `Worker ${anna.name} updated to Break Activity`,
			WorkerSid: anna.worker,
			WorkerActivityName: 'Break',
			WorkerPreviousActivityName: 'Offline',
			WorkerTimeInPreviousActivity: expect.stringMatching(/^\d+$/) as string,
			WorkerTimeInPreviousActivityMs: expect.stringMatching(/^\d+$/) as string,
			Timestamp: expect.stringMatching(/^\d{10}$/) as string,
			TimestampMs: expect.stringMatching(/^\d{13}$/) as string,
			Sid: expect.stringMatching(/^EV[0-9a-f]{32}$/) as string,
		});
	});

	it.each([
		['', ['worker.attributes.update', 'worker.activity.update']],
		['worker.activity.update', ['worker.activity.update']],
		['task.created, worker.attributes.update', ['worker.attributes.update']],
		['worker.activity', []],
	])('hears of what the filter "%s" lets pass', async (filter, expected) => {
		await listen(filter);
		await worker(anna).update({ activitySid: ACTIVITY.break, attributes: '{"a":1}' });
		await twilio.deliveries.settled();

		expect(receiver.received.map((request) => formOf(request).EventType)).toEqual(expected);
	});

	it('hears of its own workspace, and of nothing once it is taken away', async () => {
		await listen('');
		await client().taskrouter.v1.workspaces(OTHER_WORKSPACE_SID).workers.create({ friendlyName: 'Elsewhere' });
		await workspace().update({ eventCallbackUrl: '' });
		await worker(anna).update({ activitySid: ACTIVITY.break });
		await twilio.deliveries.settled();

		expect(receiver.received).toEqual([]);
	});

	it.each([
		['once', '/2', 2],
		['as often as its address says', '/2#ct=1000&rc=3', 4],
		['never, if its address says so', '/2#rc=0', 1],
	])('that cannot be reached is tried again %s', async (_name, path, attempts) => {
		await listen('', path);
		receiver.answer = () => 'reset';
		await worker(anna).update({ activitySid: ACTIVITY.break });
		await twilio.deliveries.settled();

		expect(receiver.received.map((request) => request.path)).toEqual(Array.from({ length: attempts }, () => '/2'));
	});

	it.each([500, 403, 'silence'] as const)('is not tried again after %s', async (outcome) => {
		await listen('');
		receiver.answer = () => outcome;
		twilio.deliveries.settings.callbackTimeoutMs = 50;
		await worker(anna).update({ activitySid: ACTIVITY.break });
		await twilio.deliveries.settled();

		expect(receiver.received).toHaveLength(1);
	});
});
