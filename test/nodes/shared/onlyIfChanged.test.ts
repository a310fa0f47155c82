import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	contactUri,
	PEOPLE,
	RESERVATION,
	ROLE,
	startVoipNow,
	TASK_CHANNEL,
	VOIPNOW_QUEUE,
	VOIPNOW_SALES_QUEUE,
	workerChannelSid,
	WORKSPACE_SID,
	type VoipNowSimulator,
} from '../../../simulators';
import { originOf, sidOf, twilioWith, upTo } from '../../support/pack/workers';
import { type Job } from '../../support/bench/bench';
import { useTwilio } from '../../support/pack/useTwilio';
import { bySid as byId, located, twilioCredential, voipNowCredential } from '../../support/pack/vendors';

const { anna, bob, carla, dawid } = PEOPLE;
const stage = useTwilio();

const run = async (node: string, parameters: INodeParameters, more: Partial<Job> = {}) =>
	await stage.bench.run({
		node,
		parameters: { onlyIfChanged: true, ...parameters },
		credentials: twilioCredential(stage.twilio.url),
		...more,
	});
const writes = () => stage.twilio.seen.filter(({ method }) => method !== 'GET');
const sent = () => writes().map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
const goOn = { onError: 'continueErrorOutput' } as const;

const worker = { resource: 'worker', workspace: byId(WORKSPACE_SID), worker: byId(anna.worker) };
const setActivity = (activity: string, more: INodeParameters = {}): INodeParameters => ({
	...worker,
	operation: 'setActivity',
	activity: byId(activity),
	...more,
});
const update = (updateFields: IDataObject, more: INodeParameters = {}): INodeParameters => ({
	...worker,
	operation: 'update',
	updateFields: updateFields as INodeParameters,
	...more,
});
const user = { resource: 'user', user: located('identity', anna.identity) };
const attributes = { email: anna.identity, contact_uri: contactUri(anna.identity), skills: anna.skills };

interface Case {
	node?: string;
	/** Says what the record says already. */
	same: INodeParameters;
	/** Says something else in part. */
	other: INodeParameters;
	/** What is sent then. */
	sends: Record<string, string>;
}

const cases: Record<string, Case> = {
	'a worker: activity and name': {
		same: update({ activity: byId(ACTIVITY.offline), friendlyName: anna.name }),
		other: update({ activity: byId(ACTIVITY.break), friendlyName: anna.name }),
		sends: { ActivitySid: ACTIVITY.break },
	},
	'a worker: activity by name': {
		same: update({ activity: located('name', 'OFFLINE') }),
		other: update({ activity: located('name', 'break'), friendlyName: 'Anna' }),
		sends: { ActivitySid: ACTIVITY.break, FriendlyName: 'Anna' },
	},
	'a worker: attributes': {
		same: update({
			attributes: `{ "skills" : ["support",\t"pl"], "contact_uri":"${contactUri(anna.identity)}",\n "email":"${anna.identity}" }`,
		}),
		other: update({
			attributes: JSON.stringify({ ...attributes, skills: ['pl', 'support'] }),
			friendlyName: anna.name,
		}),
		sends: { Attributes: JSON.stringify({ ...attributes, skills: ['pl', 'support'] }) },
	},
	'a worker: undocumented fields': {
		same: update({ concurrency: -1 + 1, operatingUnitSid: `OU${'0'.repeat(32)}` }),
		other: update({ concurrency: 3, operatingUnitSid: `OU${'0'.repeat(32)}` }),
		sends: { Concurrency: '3' },
	},
	'an activity of a worker': {
		same: setActivity(ACTIVITY.offline),
		other: setActivity(ACTIVITY.busy),
		sends: { ActivitySid: ACTIVITY.busy, RejectPendingReservations: 'false' },
	},
	'an activity': {
		same: {
			resource: 'activity',
			operation: 'update',
			workspace: byId(WORKSPACE_SID),
			activity: located('name', 'break'),
			friendlyName: 'Break',
		},
		other: {
			resource: 'activity',
			operation: 'update',
			workspace: byId(WORKSPACE_SID),
			activity: located('name', 'break'),
			friendlyName: 'BREAK',
		},
		sends: { FriendlyName: 'BREAK' },
	},
	'a channel': {
		same: {
			...worker,
			resource: 'workerChannel',
			operation: 'update',
			channel: byId(workerChannelSid(anna.worker, TASK_CHANNEL.voice)),
			updateFields: { capacity: 1 },
		},
		other: {
			...worker,
			resource: 'workerChannel',
			operation: 'update',
			channel: located('name', 'voice'),
			updateFields: { capacity: 1, available: false },
		},
		sends: { Available: 'false' },
	},
	'a reservation': {
		same: {
			...worker,
			resource: 'reservation',
			operation: 'update',
			worker: byId(dawid.worker),
			reservation: byId(RESERVATION.dawid),
			reservationStatus: 'wrapping',
			additionalFields: { workerActivity: byId(ACTIVITY.break) },
		},
		other: {
			...worker,
			resource: 'reservation',
			operation: 'update',
			worker: byId(bob.worker),
			reservation: byId(RESERVATION.bob),
			reservationStatus: 'rejected',
			additionalFields: { workerActivity: byId(ACTIVITY.break) },
		},
		sends: { ReservationStatus: 'rejected', WorkerActivitySid: ACTIVITY.break },
	},
	'the availability of a Frontline user': {
		node: 'twilioFrontline',
		same: { ...user, operation: 'setAvailability', isAvailable: false },
		other: { ...user, operation: 'setAvailability', isAvailable: true },
		sends: { IsAvailable: 'true' },
	},
	'a Frontline user': {
		node: 'twilioFrontline',
		same: {
			...user,
			operation: 'update',
			updateFields: { friendlyName: anna.name, state: 'active', isAvailable: false },
		},
		other: {
			...user,
			operation: 'update',
			updateFields: { friendlyName: anna.name, state: 'deactivated', avatar: 'https://example.com/a.png' },
		},
		sends: { State: 'deactivated', Avatar: 'https://example.com/a.png' },
	},
	'a user of Conversations': {
		node: 'twilioConversations',
		same: {
			...user,
			operation: 'update',
			serviceScope: 'default',
			updateFields: { attributes: ' { } ', role: located('name', 'Service User'), webhookEnabled: true },
		},
		other: {
			...user,
			operation: 'update',
			serviceScope: 'default',
			updateFields: { attributes: '{"a":1}', friendlyName: anna.name, role: byId(ROLE.agent) },
		},
		sends: { Attributes: '{"a":1}' },
	},
};

describe.each(Object.entries(cases))(
	'only if changed: %s',
	(_what, { node = 'twilioTaskRouter', same, other, sends }) => {
		it('writes nothing where nothing differs, and the item says so', async () => {
			for (const one of Object.values(stage.twilio.state.workers)) one.configured_concurrency = 0;
			const before = structuredClone(stage.twilio.state);
			const { out, error } = await run(node, same);

			expect(error).toBeUndefined();
			expect(out).toHaveLength(1);
			expect(out[0]?.json).toMatchObject({ changed: false });
			expect(out[0]?.json.sid).toEqual(expect.any(String));
			expect(writes()).toEqual([]);
			expect(stage.twilio.state).toEqual(before);
		});

		it('sends only what differs, and the item says so', async () => {
			const { out, error } = await run(node, other);

			expect(error).toBeUndefined();
			expect(sent()).toEqual([sends]);
			expect(out).toHaveLength(1);
			expect(out[0]?.json).toMatchObject({ changed: true });
		});

		it('asks nothing and sends all when it is switched off', async () => {
			await run(node, { ...same, onlyIfChanged: false });

			expect(writes()).toHaveLength(1);
			// What attributes are before they are replaced is read in any case.
			const reads = stage.twilio.seen.filter(({ method, path }) => method === 'GET' && !path.includes('?'));
			expect(reads).toHaveLength(
				'attributes' in ((same.updateFields ?? {}) as object) && node !== 'twilioConversations' ? 1 : 0,
			);
		});
	},
);

describe('only if changed', () => {
	it('rejecting pending reservations goes along with a change', async () => {
		const { out, error } = await run(
			'twilioTaskRouter',
			setActivity(ACTIVITY.break, { worker: byId(bob.worker), rejectPendingReservations: true }),
		);

		expect(error).toBeUndefined();
		expect(sent()).toEqual([{ ActivitySid: ACTIVITY.break, RejectPendingReservations: 'true' }]);
		expect(out[0]?.json.changed).toBe(true);
		expect(stage.twilio.state.reservations[RESERVATION.bob]?.reservation_status).toBe('rejected');
	});

	it('rejecting pending reservations is not a change by itself', async () => {
		const { out } = await run(
			'twilioTaskRouter',
			setActivity(ACTIVITY.break, { worker: byId(dawid.worker), rejectPendingReservations: true }),
		);

		expect(out[0]?.json.changed).toBe(false);
		expect(writes()).toEqual([]);
	});

	it('a version that the user gave is sent as it is, and a 412 is an error then', async () => {
		const found = stage.twilio.state.workers[anna.worker];
		if (found) found.revision = 5;
		const stale = await run('twilioTaskRouter', update({ activity: byId(ACTIVITY.break), ifMatch: '4' }));

		expect(stale.error?.message).toContain('Precondition failed');
		expect(stale.error?.httpCode).toBe('412');
		expect(writes().map(({ headers }) => headers['if-match'])).toEqual(['4']);
		expect(found?.activity_sid).toBe(ACTIVITY.offline);

		const { out } = await run('twilioTaskRouter', update({ activity: byId(ACTIVITY.break), ifMatch: '5' }));
		expect(out[0]?.json.changed).toBe(true);
	});

	it('without a version from the user, the record is read again after a 412', async () => {
		stage.twilio.faults.push({ status: 412, match: { method: 'POST' } });
		const { out } = await run('twilioTaskRouter', setActivity(ACTIVITY.break));

		expect(out[0]?.json).toMatchObject({ activity_sid: ACTIVITY.break, changed: true });
		expect(stage.twilio.seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'POST']);
	});

	it('of twenty items only those that differ are written', async () => {
		await stage.twilio.close();
		stage.twilio = await twilioWith(20);
		for (const index of upTo(20)) {
			const one = stage.twilio.state.workers[sidOf(index)];
			if (one && index % 3 === 0) one.activity_sid = ACTIVITY.available;
		}
		const { out } = await run(
			'twilioTaskRouter',
			setActivity(ACTIVITY.available, { worker: byId('={{ $json.w }}'), activity: located('name', 'available') }),
			{ items: upTo(20).map((index) => ({ w: sidOf(index) })) },
		);

		expect(out.map(originOf)).toEqual(upTo(20));
		expect(out.map(({ json }) => json.changed)).toEqual(upTo(20).map((index) => index % 3 !== 0));
		expect(writes()).toHaveLength(13);
		expect(Object.values(stage.twilio.state.workers).every(({ activity_sid: a }) => a === ACTIVITY.available)).toBe(
			true,
		);
	});

	it('can be switched on or off for each item', async () => {
		const { out } = await run(
			'twilioTaskRouter',
			setActivity(ACTIVITY.offline, { onlyIfChanged: '={{ $json.only }}' }),
			{ items: [{ only: true }, { only: false }] },
		);

		expect(out.map(({ json }) => json.changed)).toEqual([false, undefined]);
		expect(writes()).toHaveLength(1);
	});

	it('a record that cannot be read is not written', async () => {
		const ghost = `WK${'9'.repeat(32)}`;
		const { out, failed } = await run(
			'twilioTaskRouter',
			setActivity(ACTIVITY.break, { worker: byId('={{ $json.w }}') }),
			{ items: [ghost, anna.worker, ghost].map((w) => ({ w })), ...goOn },
		);

		expect(out.map(originOf)).toEqual([1]);
		expect(failed.map(originOf)).toEqual([0, 2]);
		expect(failed.map(({ json }) => json.w)).toEqual([ghost, ghost]);
		expect(writes()).toHaveLength(1);
	});
});

describe('only if changed in VoipNow', () => {
	let voipNow: VoipNowSimulator;
	beforeEach(async () => {
		voipNow = await startVoipNow();
	});
	afterEach(async () => await voipNow.close());

	const queueAgent = async (parameters: INodeParameters, more: Partial<Job> = {}) =>
		await stage.bench.run({
			node: 'voipNow',
			parameters: {
				resource: 'queueAgent',
				user: '@me',
				agent: byId(anna.extension),
				onlyIfChanged: true,
				...parameters,
			},
			credentials: voipNowCredential(voipNow.url),
			...more,
		});
	const inQueue = { operation: 'update', queue: VOIPNOW_QUEUE };
	const both = { operation: 'updateInQueues', queues: `${VOIPNOW_QUEUE}, ${VOIPNOW_SALES_QUEUE}` };
	const changes = () => voipNow.seen.filter(({ method }) => method === 'PUT').map(({ path }) => path);
	const statusIn = (queue: string) => voipNow.state.queues[queue]?.agents[anna.extension];

	it.each(['collection', 'arrayOfCollection'] as const)(
		'an agent is compared, however it is told: %s',
		async (answer) => {
			voipNow.state.listAnswer = answer;
			const same = await queueAgent({ ...inQueue, status: '0' });
			expect(same.error).toBeUndefined();
			expect(same.out[0]?.json).toMatchObject({ agentNumber: anna.extension, status: '0', changed: false });
			expect(changes()).toEqual([]);

			const other = await queueAgent({ ...inQueue, status: '2' });
			expect(other.out[0]?.json).toMatchObject({ status: '2', confirmed: true, changed: true });
			expect(changes()).toHaveLength(1);
		},
	);

	it('of several queues only those that differ are written, and each has its item', async () => {
		const sales = voipNow.state.queues[VOIPNOW_SALES_QUEUE];
		if (sales) sales.agents[anna.extension] = '1';
		const { out } = await queueAgent({ ...both, status: '1' });

		expect(out.map(({ json }) => [json.queue, json.status, json.changed])).toEqual([
			[VOIPNOW_QUEUE, '1', true],
			[VOIPNOW_SALES_QUEUE, '1', false],
		]);
		expect(out.map(originOf)).toEqual([0, 0]);
		expect(changes()).toHaveLength(1);
		expect(changes()[0]).toContain(VOIPNOW_QUEUE);
	});

	it('a list of queues may be an array, and names each once', async () => {
		const { out } = await queueAgent(
			{ ...both, queues: '={{ $json.queues }}', status: '1', onlyIfChanged: false },
			{ items: [{ queues: [VOIPNOW_QUEUE, ` ${VOIPNOW_SALES_QUEUE} `, VOIPNOW_QUEUE] }] },
		);

		expect(out).toHaveLength(2);
		expect(changes()).toHaveLength(2);
		expect([statusIn(VOIPNOW_QUEUE), statusIn(VOIPNOW_SALES_QUEUE)]).toEqual(['1', '1']);
	});

	it.each(['@self', '0003*212,@self', '0003*212, 0003/216', ',', '0003*212?x=1'])(
		'queues that are none are refused before anything is sent: %s',
		async (queues) => {
			const { error } = await queueAgent({ ...both, queues, status: '1' });

			expect(error?.message).toContain("'Queues'");
			expect(voipNow.seen).toEqual([]);
		},
	);

	it('a queue that fails is one error item, and the others are changed', async () => {
		const { out, failed, error } = await queueAgent(
			{ ...both, queues: '0003*212,0009*999,0003*216', status: '1', onlyIfChanged: '={{ $json.only }}' },
			{ items: [{ only: true }], ...goOn },
		);

		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.queue)).toEqual([VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE]);
		expect(failed).toHaveLength(1);
		expect(failed.map(originOf)).toEqual([0]);
		expect([statusIn(VOIPNOW_QUEUE), statusIn(VOIPNOW_SALES_QUEUE)]).toEqual(['1', '1']);
	});

	it('a queue that fails stops the workflow before the next one', async () => {
		const { out, error } = await queueAgent(
			{ ...both, queues: '0003*212,0009*999,0003*216', status: '1' },
			{ items: [{}, {}] },
		);

		expect(out).toEqual([]);
		expect(error?.message).toContain(`Agent ${anna.extension} in queue 0009*999: `);
		expect(statusIn(VOIPNOW_QUEUE)).toBe('1');
		expect(statusIn(VOIPNOW_SALES_QUEUE)).toBe('0');
	});

	it('an error says which queue it was', async () => {
		const { failed } = await queueAgent({ ...both, queues: '0003*212,0009*999', status: '1' }, goOn);

		expect(JSON.stringify(failed)).toContain('0009*999');
	});
});

describe('what counts as a change', () => {
	it('a friendly name of "null" where the user has none is a change', async () => {
		const found = stage.twilio.state.conversationUsers[carla.conversationUser];
		if (found) found.friendly_name = null;
		const { out } = await run('twilioConversations', {
			...user,
			user: located('identity', carla.identity),
			operation: 'update',
			serviceScope: 'default',
			updateFields: { friendlyName: 'null' },
		});

		expect(out[0]?.json.changed).toBe(true);
	});

	it('numbers too big for JavaScript are compared digit by digit', async () => {
		const found = stage.twilio.state.workers[anna.worker];
		if (found) found.attributes = '{"crm":9007199254740992}';
		const { out } = await run('twilioTaskRouter', update({ attributes: '{"crm": 9007199254740993}' }));

		expect(out[0]?.json.changed).toBe(true);
	});

	it('a change whose answer was lost is told of as a change', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.0001);
		stage.twilio.faults.push({ reset: true, afterProcessing: true, match: { method: 'POST' } });
		const { out } = await run('twilioTaskRouter', setActivity(ACTIVITY.break));

		expect(out[0]?.json).toMatchObject({ activity_sid: ACTIVITY.break, changed: true });
	});

	it.failing('a version that the user gave is not contradicted by a repetition of the same request', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.0001);
		stage.twilio.faults.push({ reset: true, afterProcessing: true, match: { method: 'POST' } });
		const { error } = await run(
			'twilioTaskRouter',
			update({ activity: byId(ACTIVITY.break), ifMatch: '0' }, { onlyIfChanged: false }),
		);

		expect(error).toBeUndefined();
	});
});
