import { RestException } from 'twilio';

import { startTwilio, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WORKSPACE_SID } from '../../simulators';
import type { Sink, TwilioSimulator } from '../../simulators';
import { request } from '../../simulators/request';
import { officialClient } from './officialClient';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const streams = () => officialClient(twilio).client.events.v1;
const workspace = () => officialClient(twilio).client.taskrouter.v1.workspaces(WORKSPACE_SID);

const CREATED = 'com.twilio.taskrouter.worker.created';
const ACTIVITY_UPDATE = 'com.twilio.taskrouter.worker.activity.update';
const WEBHOOK = { destination: 'https://n8n.example.com/webhook/1', method: 'POST', batch_events: true };
const unknown = 'f'.repeat(32);

const createSink = async (configuration: object = WEBHOOK) =>
	await streams().sinks.create({ description: 'ours', sinkType: 'webhook', sinkConfiguration: configuration });
const subscribe = async (sinkSid: string, ...types: object[]) =>
	await streams().subscriptions.create({ description: 'ours', sinkSid, types });

describe('sinks on the Twilio simulator', () => {
	it('are active from the start, and answer what they were made with', async () => {
		const { sid } = await createSink();

		expect(await streams().sinks(sid).fetch()).toMatchObject({
			status: 'active',
			sinkType: 'webhook',
			description: 'ours',
			sinkConfiguration: WEBHOOK,
		});
	});

	it('are listed by use and by status', async () => {
		const [used, idle] = [await createSink(), await createSink()];
		await subscribe(used.sid, { type: CREATED });
		const sids = async (filter: { inUse?: boolean; status?: string }) =>
			(await streams().sinks.list(filter)).map(({ sid }) => sid);

		expect(await sids({})).toEqual([used.sid, idle.sid]);
		expect(await sids({ inUse: true })).toEqual([used.sid]);
		expect(await sids({ inUse: false })).toEqual([idle.sid]);
		expect(await sids({ status: 'failed' })).toEqual([]);
	});

	it('change in their description alone', async () => {
		const { sid } = await createSink();

		expect(await streams().sinks(sid).update({ description: 'renamed' })).toMatchObject({
			description: 'renamed',
			sinkConfiguration: WEBHOOK,
		});
	});

	it('stay when their subscription is deleted, and can be deleted then', async () => {
		const { sid } = await createSink();
		const subscription = await subscribe(sid, { type: CREATED });

		await expect(streams().sinks(sid).remove()).rejects.toMatchObject({ status: 400, code: 91007 });
		await streams().subscriptions(subscription.sid).remove();
		expect(await streams().sinks(sid).fetch()).toMatchObject({ status: 'active' });
		await streams().sinks(sid).remove();

		expect([twilio.state.sinks, twilio.state.subscriptions, twilio.state.subscribedEvents]).toEqual([{}, {}, {}]);
	});
});

describe('subscriptions on the Twilio simulator', () => {
	it('take each type in the version asked for, or in the last one', async () => {
		const { sid: sink } = await createSink();
		const { sid } = await subscribe(sink, { type: CREATED, schema_version: 2 }, { type: ACTIVITY_UPDATE });

		const events = await streams().subscriptions(sid).subscribedEvents.list();
		expect(events.map(({ type, schemaVersion }) => [type, schemaVersion])).toEqual([
			[CREATED, 2],
			[ACTIVITY_UPDATE, 4],
		]);
	});

	it('gain, change and lose types', async () => {
		const { sid: sink } = await createSink();
		const { sid } = await subscribe(sink, { type: CREATED });
		const { subscribedEvents } = streams().subscriptions(sid);

		await subscribedEvents.create({ type: ACTIVITY_UPDATE });
		await subscribedEvents(ACTIVITY_UPDATE).update({ schemaVersion: 1 });
		await subscribedEvents(CREATED).remove();

		expect((await subscribedEvents.list()).map(({ type, schemaVersion }) => [type, schemaVersion])).toEqual([
			[ACTIVITY_UPDATE, 1],
		]);
	});

	it('are listed by sink', async () => {
		const [one, other] = [await createSink(), await createSink()];
		const { sid } = await subscribe(one.sid, { type: CREATED });
		await subscribe(other.sid, { type: CREATED });

		expect((await streams().subscriptions.list({ sinkSid: one.sid })).map((found) => found.sid)).toEqual([sid]);
	});
});

describe('event types on the Twilio simulator', () => {
	it('are listed by schema, whose versions are listed too', async () => {
		const types = await streams().eventTypes.list({ schemaId: 'TaskRouter.WDSEvent' });
		expect(types.map(({ type }) => type)).toContain('com.twilio.taskrouter.worker.channel.availability.update');
		expect(types.filter(({ type }) => !type.startsWith('com.twilio.taskrouter.'))).toEqual([]);

		const schema = streams().schemas('TaskRouter.WDSEvent');
		expect(await schema.fetch()).toMatchObject({ latestVersion: 4 });
		expect((await schema.versions.list()).map(({ schemaVersion }) => schemaVersion)).toEqual([1, 2, 3, 4]);
		expect(await schema.versions(2).fetch()).toMatchObject({ id: 'TaskRouter.WDSEvent', schemaVersion: 2 });
	});
});

describe('a workspace\u2019s event callback on the Twilio simulator', () => {
	it('is set, and taken away with an empty address', async () => {
		const { eventCallbackUrl, eventsFilter } = await workspace().update({
			eventCallbackUrl: 'https://n8n.example.com/webhook/1#rc=2',
			eventsFilter: 'worker.created, worker.activity.update',
		});
		expect([eventCallbackUrl, eventsFilter]).toEqual([
			'https://n8n.example.com/webhook/1#rc=2',
			'worker.created, worker.activity.update',
		]);

		expect(await workspace().update({ eventCallbackUrl: '', eventsFilter: '' })).toMatchObject({
			eventCallbackUrl: '',
			eventsFilter: '',
		});
	});

	it('changes with nothing else', async () => {
		const before = await workspace().fetch();
		const { dateUpdated: _before, ...kept } = (await workspace().update({ eventsFilter: 'x' })).toJSON();

		expect(kept).toEqual({ ...kept, ...omit(before.toJSON(), 'dateUpdated', 'eventsFilter') });
	});
});

const omit = (record: Record<string, unknown>, ...names: string[]) =>
	Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

describe('on the Twilio simulator', () => {
	const sink = async () => Object.values(twilio.state.sinks)[0]?.sid ?? (await createSink()).sid;
	const bad = (configuration: unknown) => async () => await createSink(configuration as object);
	const failed = async () => {
		const { sid } = await createSink();
		(twilio.state.sinks[sid] as Sink).status = 'failed';
		return sid;
	};
	const form = async (path: string, data: string) => {
		const auth = { username: TWILIO_ACCOUNT_SID, password: TWILIO_AUTH_TOKEN };
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const { status, data: body } = await request({ method: 'POST', url: twilio.url + path, auth, data, headers });
		throw new RestException({ statusCode: status, body: body as string, headers: {} });
	};
	const refusals: Array<[name: string, call: () => Promise<unknown>, status: number, code: number]> = [
		['a sink with a configuration that is not an object', bad(7), 400, 91000],
		['a sink without a destination', bad({ method: 'POST' }), 400, 91000],
		['a sink whose destination is not an address', bad({ destination: 'n8n', method: 'POST' }), 400, 91000],
		['a sink without a method', bad({ destination: 'https://a.example' }), 400, 91000],
		['a sink with batch_events that is not a boolean', bad({ ...WEBHOOK, batch_events: 'yes' }), 400, 91000],
		[
			'a sink of a type that does not exist',
			async () =>
				await streams().sinks.create({
					description: 'x',
					sinkType: 'mail' as 'webhook',
					sinkConfiguration: WEBHOOK,
				}),
			400,
			91000,
		],
		['a sink without anything', async () => await form('/events/v1/Sinks', ''), 400, 20001],
		['a sink that does not exist', async () => await streams().sinks(`DG${unknown}`).fetch(), 404, 91001],
		['deleting a sink that does not exist', async () => await streams().sinks(`DG${unknown}`).remove(), 404, 91001],
		[
			'a test of a sink that does not exist',
			async () => await streams().sinks(`DG${unknown}`).sinkTest.create(),
			404,
			91001,
		],
		[
			'a subscription for a sink that does not exist',
			async () => await subscribe(`DG${unknown}`, { type: CREATED }),
			404,
			91001,
		],
		[
			'a subscription for a sink that is not active',
			async () => await subscribe(await failed(), { type: CREATED }),
			400,
			91100,
		],
		[
			'a second subscription for a sink',
			async () => {
				await subscribe(await sink(), { type: CREATED });
				await subscribe(await sink(), { type: ACTIVITY_UPDATE });
			},
			400,
			91007,
		],
		[
			'a subscription to a type that does not exist',
			async () => await subscribe(await sink(), { type: `${CREATED}.twice` }),
			400,
			91104,
		],
		[
			'a subscription to a discontinued type',
			async () => await subscribe(await sink(), { type: 'com.twilio.conversations.delivery.updated' }),
			400,
			91104,
		],
		[
			'a subscription to one type twice',
			async () => await subscribe(await sink(), { type: CREATED }, { type: CREATED, schema_version: 1 }),
			400,
			91101,
		],
		[
			'a schema version that does not exist',
			async () => await subscribe(await sink(), { type: CREATED, schema_version: 5 }),
			400,
			20001,
		],
		[
			'types as one JSON list',
			async () =>
				await form(
					'/events/v1/Subscriptions',
					new URLSearchParams({
						Description: 'x',
						SinkSid: await sink(),
						Types: JSON.stringify([{ type: CREATED }]),
					}).toString(),
				),
			400,
			91101,
		],
		[
			'a subscription that does not exist',
			async () => await streams().subscriptions(`DF${unknown}`).remove(),
			404,
			91102,
		],
		[
			'types of a subscription that does not exist',
			async () => await streams().subscriptions(`DF${unknown}`).subscribedEvents.list(),
			404,
			91102,
		],
		['a type that does not exist', async () => await streams().eventTypes('constructor').fetch(), 404, 20404],
		[
			'a schema that does not exist',
			async () => await streams().schemas('constructor').versions.list(),
			404,
			20404,
		],
		[
			'a callback that is not an address',
			async () => await workspace().update({ eventCallbackUrl: 'n8n.example.com' }),
			400,
			20001,
		],
		[
			'a default Activity of another workspace',
			async () => await workspace().update({ defaultActivitySid: `WA${'0'.repeat(30)}a1` }),
			400,
			20001,
		],
	];
	it.each(refusals)('is refused: %s', async (_name, call, status, code) => {
		const error: unknown = await call().catch((thrown: unknown) => thrown);

		expect(error).toBeInstanceOf(RestException);
		expect(error).toMatchObject({ status, code });
		expect(Object.keys(twilio.state.subscriptions).length).toBeLessThanOrEqual(1);
	});

	it('is refused: the 101st sink', async () => {
		const { sid } = await createSink();
		for (let index = 1; index < 100; index += 1) {
			const made = { ...(twilio.state.sinks[sid] as Sink), sid: `DG${String(index).padStart(32, '0')}` };
			twilio.state.sinks[made.sid] = made;
		}

		await expect(createSink()).rejects.toMatchObject({ status: 400, code: 91003 });
	});

	it('a sink is approved of whatever its test id, and the test id is required', async () => {
		const { sid } = await createSink();

		expect(await streams().sinks(sid).sinkValidate.create({ testId: 'any' })).toMatchObject({ result: 'valid' });
		await expect(form(`/events/v1/Sinks/${sid}/Validate`, '')).rejects.toMatchObject({ status: 400 });
	});
});
