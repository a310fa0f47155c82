import { ACTIVITY, PEOPLE } from '../../../simulators/twilio/cast';
import { activityEvent } from '../../../simulators/twilio/taskRouterEvents';
import { makeWorker } from '../../../simulators/twilio/taskRouterRecords';
import { Bench } from '../../support/bench/bench';
import { useTrigger } from '../../support/pack/useTrigger';

/** Events that the form has. */
const IN_FORM = 20;
const stage = useTrigger();
const { anna, frank } = PEOPLE;

const goTo = async (worker: string, activity: string) =>
	await stage.change(`/Workers/${worker}`, { ActivitySid: activity });
const sinks = () => Object.values(stage.twilio.state.sinks);
const nothingIsLeft = () => {
	const { sinks: made, subscriptions, subscribedEvents } = stage.twilio.state;
	expect([made, subscriptions, subscribedEvents].map((table) => Object.keys(table).length)).toEqual([0, 0, 0]);
};
/** What others have at Twilio: it must be there afterwards as it was. */
function somebodyElses(destination: string) {
	stage.twilio.state.sinks.DG1 = {
		sid: 'DG1',
		description: 'Flex',
		sink_type: 'webhook',
		sink_configuration: { destination, method: 'POST' },
		status: 'active',
		date_created: '2026-01-01T00:00:00Z',
		date_updated: '2026-01-01T00:00:00Z',
	};
}

describe('Event Streams', () => {
	it('hears a change, and leaves nothing behind', async () => {
		const listener = await stage.listener();
		await listener.activate();
		expect(sinks()).toMatchObject([{ sink_configuration: { destination: listener.addressOf('production') } }]);
		await goTo(anna.worker, ACTIVITY.break);
		await stage.twilio.deliveries.settled();
		expect(listener.executions).toHaveLength(1);
		expect(listener.executions[0]?.map(({ json }) => json)).toMatchObject([
			{
				...{
					agent: anna.name,
					agentId: anna.worker,
					state: 'break',
					previousState: 'offline',
					native: 'Break',
				},
				event: 'worker.activity.update',
				payload: { worker_attributes: { email: anna.identity } },
			},
		]);
		await listener.deactivate();
		nothingIsLeft();
	});

	it('subscribes to several events, each in the newest version that Twilio lists', async () => {
		const listener = await stage.listener({ events: ['worker.created', 'reservation.accepted', 'worker.created'] });
		await listener.activate();
		expect(Object.values(stage.twilio.state.subscribedEvents)).toMatchObject([
			{ type: 'com.twilio.taskrouter.reservation.accepted', schema_version: 4 },
			{ type: 'com.twilio.taskrouter.worker.created', schema_version: 4 },
		]);
	});

	it('offers what else Twilio lists, and hears it', async () => {
		const { eventTypes } = stage.twilio.state;
		const listed = Object.keys(eventTypes).filter((type) => type.startsWith('com.twilio.taskrouter.'));
		const { parameters, credentials } = (await stage.listener()).job;
		const asked = { node: 'twilioTaskRouterTrigger', method: 'getMoreEvents', parameters, credentials };
		const more = await stage.bench.options(asked);
		expect(more).toHaveLength(listed.length - IN_FORM);
		expect(more).toContainEqual({
			name: 'Task Queue Entered',
			value: 'task-queue.entered',
			description: 'taskrouter task queue entered',
		});
		const listener = await stage.listener({ events: [], options: { moreEvents: ['task-queue.entered'] } });
		await listener.activate();
		const event = activityEvent(makeWorker({ friendly_name: 'Someone' }), { heldMs: 1 }, stage.twilio.state);
		stage.twilio.publish({ ...event, event_type: 'task-queue.entered' });
		await stage.twilio.deliveries.settled();
		expect(listener.executions.flat()[0]?.json).toMatchObject({ event: 'task-queue.entered' });
	});

	it('hears an event however Twilio spells it', async () => {
		const { eventTypes } = stage.twilio.state;
		const type = (name: string) => `com.twilio.taskrouter.${name}`;
		const { [type('worker.capacity.update')]: known } = eventTypes;
		if (!known) throw new Error('There is no such event.');
		delete eventTypes[known.sid];
		const sid = type('worker.capacity-update');
		eventTypes[sid] = { ...known, sid };
		const listener = await stage.listener({ events: ['worker.capacity.update'] });
		await listener.activate();
		const event = activityEvent(makeWorker({ friendly_name: 'Someone' }), { heldMs: 1 }, stage.twilio.state);
		stage.twilio.publish({ ...event, event_type: 'worker.capacity-update' });
		await stage.twilio.deliveries.settled();
		expect(listener.executions.flat()).toHaveLength(1);
	});

	it('starts the workflow once for each event, whatever comes twice, in batches and in disorder', async () => {
		Object.assign(stage.twilio.deliveries.settings, { copies: 3, isShuffled: true, batchSize: 7 });
		const listener = await stage.listener();
		await listener.activate();
		stage.twilio.deliveries.hold();
		for (let round = 0; round < 10; round++) {
			for (const { worker } of [anna, frank])
				await goTo(worker, round % 2 === 0 ? ACTIVITY.busy : ACTIVITY.available);
		}
		stage.twilio.deliveries.release();
		await stage.twilio.deliveries.settled();
		const items = listener.executions.flat().map(({ json }) => json);
		const delivered = new Set(stage.twilio.deliveries.sent.flatMap(({ events }) => events));
		expect(items.map(({ eventId }) => eventId).sort()).toEqual([...delivered].sort());
		for (const batch of listener.executions) {
			const times = batch.map(({ json }) => json.at as string);
			expect(times).toEqual([...times].sort());
		}
	});

	it('knows after a restart what it heard before, and makes nothing anew', async () => {
		const listener = await stage.listener();
		await listener.activate();
		await goTo(anna.worker, ACTIVITY.break);
		await stage.twilio.deliveries.settled();
		const before = structuredClone(stage.twilio.state.sinks);
		listener.restart(await Bench.open());
		await listener.activate('init');
		expect(stage.twilio.state.sinks).toEqual(before);
		stage.twilio.deliveries.resend(stage.twilio.deliveries.sent.slice());
		await stage.twilio.deliveries.settled();
		expect(listener.executions).toHaveLength(1);
		await listener.deactivate();
		nothingIsLeft();
	});

	it('finds what it made by the address when n8n was killed before it could store it', async () => {
		const listener = await stage.listener();
		await listener.activate();
		listener.stored.production = {};
		listener.restart(await Bench.open());
		await listener.activate('init');
		expect(sinks()).toHaveLength(1);
		listener.stored.production = {};
		await listener.deactivate();
		nothingIsLeft();
	});

	it('takes away what a test left that n8n did not survive', async () => {
		const listener = await stage.listener();
		await listener.activate('manual');
		listener.stored.test = {};
		await listener.activate();
		expect(sinks()).toMatchObject([{ sink_configuration: { destination: listener.addressOf('production') } }]);
	});

	it('is mended when n8n has another address', async () => {
		const listener = await stage.listener();
		await listener.activate();
		await listener.open();
		await listener.activate('init');
		expect(sinks()).toMatchObject([{ sink_configuration: { destination: listener.addressOf('production') } }]);
		await goTo(anna.worker, ACTIVITY.break);
		await stage.twilio.deliveries.settled();
		expect(listener.executions).toHaveLength(1);
	});

	it.each(['sink', 'subscription', 'events'])('is mended when someone changed its %s at Twilio', async (what) => {
		const listener = await stage.listener();
		await listener.activate();
		const { state } = stage.twilio;
		if (what === 'events') for (const one of Object.values(state.subscribedEvents)) one.type += '.other';
		if (what !== 'events') Object.assign(state, { subscriptions: {}, subscribedEvents: {} });
		if (what === 'sink') Object.assign(state, { sinks: {} });
		await listener.activate('init');
		await goTo(anna.worker, ACTIVITY.break);
		await stage.twilio.deliveries.settled();
		expect(listener.executions).toHaveLength(1);
		await listener.deactivate();
		nothingIsLeft();
	});

	it('has an address of its own for a test', async () => {
		const listener = await stage.listener();
		await listener.activate();
		await listener.activate('manual');
		expect(sinks()).toHaveLength(2);
		await goTo(anna.worker, ACTIVITY.break);
		await stage.twilio.deliveries.settled();
		expect(listener.executions).toHaveLength(2);
		await listener.deactivate('test');
		expect(sinks()).toMatchObject([{ sink_configuration: { destination: listener.addressOf('production') } }]);
	});

	it('lets everything be that others have', async () => {
		const listener = await stage.listener();
		somebodyElses(listener.addressOf('production'));
		const before = structuredClone(stage.twilio.state.sinks);
		await listener.activate();
		await listener.deactivate();
		expect(stage.twilio.state.sinks).toEqual(before);
	});
});

describe('an activation that fails', () => {
	/** The requests of an activation, in order. */
	const REQUESTS = [
		...['/v1/Workspaces/', '/Activities', 'GET /v1/Sinks', '/v1/Types', '/v1/Schemas/'],
		...['POST /v1/Sinks', 'POST /v1/Subscriptions'],
	];

	it.each(REQUESTS)('at %s leaves nothing behind and says why', async (request) => {
		const [path = '', method] = request.split(' ').reverse();
		const listener = await stage.listener();
		const match = { path: new RegExp(path), ...(method !== undefined && { method }) };
		stage.twilio.faults.push({ status: 400, match });
		await expect(listener.activate()).rejects.toThrow(/^Trigger: /);
		nothingIsLeft();
		await listener.activate();
		expect(sinks()).toHaveLength(1);
	});

	it.each(['/v1/Sinks', '/v1/Subscriptions'])('at %s although Twilio made it leaves nothing behind', async (path) => {
		const listener = await stage.listener();
		stage.twilio.faults.push({
			reset: true,
			afterProcessing: true,
			match: { path: new RegExp(path), method: 'POST' },
		});
		await expect(listener.activate()).rejects.toThrow('No answer from Twilio Event Streams');
		nothingIsLeft();
	});

	it('for a name that does not exist says which names there are, before anything is made', async () => {
		const listener = await stage.listener({ workspace: { __rl: true, mode: 'name', value: 'Suport' } });
		await expect(listener.activate()).rejects.toThrow('\'Workspace\' "Suport" matches no workspace');
		const other = await stage.listener({ filters: { worker: { __rl: true, mode: 'name', value: 'Ana' } } });
		await expect(other.activate()).rejects.toThrow('\'Worker\' "Ana" matches no worker');
		const none = await stage.listener({ events: [] });
		await expect(none.activate()).rejects.toThrow("'Events' is empty");
		nothingIsLeft();
	});

	it('because Twilio cannot reach this n8n is told before Twilio is asked', async () => {
		const listener = await stage.listener({}, { apiRootOverride: '' });
		await expect(listener.activate()).rejects.toThrow('Twilio cannot reach this n8n at http://127.0.0.1:');
		expect(stage.twilio.seen).toEqual([]);
	});

	it('for an event that Twilio does not offer says which it offers', async () => {
		for (const [name, type] of Object.entries(stage.twilio.state.eventTypes))
			if (name.endsWith('.worker.created')) type.status = 'discontinued';
		const listener = await stage.listener({ events: ['worker.created'] });
		await expect(listener.activate()).rejects.toThrow(/does not offer the event "worker.created".*worker.deleted/);
		nothingIsLeft();
	});
});

describe('a deactivation', () => {
	it('takes only 404 for gone, and can be done again', async () => {
		const listener = await stage.listener();
		await listener.activate();
		stage.twilio.faults.push({ status: 403, match: { method: 'DELETE', path: /Subscriptions/ } });
		await expect(listener.deactivate()).rejects.toThrow();
		expect(sinks()).toHaveLength(1);
		stage.twilio.state.subscriptions = {};
		stage.twilio.state.subscribedEvents = {};
		await listener.deactivate();
		nothingIsLeft();
	});
});
