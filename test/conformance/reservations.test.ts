import { RestException } from 'twilio';

import {
	ACTIVITY,
	makeReservation,
	PEOPLE,
	RESERVATION,
	startTwilio,
	TASK_CHANNEL,
	workerChannelSid,
	WORKSPACE_SID,
} from '../../simulators';
import type { ReservationStatus, TwilioSimulator } from '../../simulators';
import { officialClient } from './officialClient';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const { anna, bob, carla, dawid } = PEOPLE;
const workspace = () => officialClient(twilio).client.taskrouter.v1.workspaces(WORKSPACE_SID);
const worker = (person: { worker: string }) => workspace().workers(person.worker);
const statusOf = (sid: string) => twilio.state.reservations[sid]?.reservation_status;
const activityOf = (person: { worker: string }) => twilio.state.workers[person.worker]?.activity_sid;

describe('a worker\u2019s reservations on the Twilio simulator', () => {
	it('are those of the worker, by status and page by page', async () => {
		const made = Array.from({ length: 5 }, () =>
			makeReservation({ worker_sid: bob.worker, reservation_status: 'completed' }),
		);
		for (const one of made) twilio.state.reservations[one.sid] = one;
		const sids = async (filter: { reservationStatus?: ReservationStatus; pageSize?: number }) =>
			(await worker(bob).reservations.list(filter)).map(({ sid }) => sid);

		expect(await sids({ pageSize: 2 })).toEqual([RESERVATION.bob, ...made.map(({ sid }) => sid)]);
		expect(await sids({ reservationStatus: 'completed', pageSize: 2 })).toEqual(made.map(({ sid }) => sid));
		expect(await sids({ reservationStatus: 'pending' })).toEqual([RESERVATION.bob]);
		expect(await sids({ reservationStatus: 'accepted' })).toEqual([]);
	});

	const STATUSES = [
		'pending',
		'accepted',
		'rejected',
		'timeout',
		'canceled',
		'rescinded',
		'wrapping',
		'completed',
	] as const;
	const ALLOWED = [
		'pending accepted',
		'pending rejected',
		'accepted wrapping',
		'accepted completed',
		'wrapping completed',
	];
	it.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))(
		'go from %s to %s only as a worker may lead them',
		async (from, to) => {
			Object.assign(twilio.state.reservations[RESERVATION.bob] ?? {}, { reservation_status: from });

			const outcome = await worker(bob)
				.reservations(RESERVATION.bob)
				.update({ reservationStatus: to })
				.then(
					({ reservationStatus }) => reservationStatus,
					(error: unknown) => error,
				);

			if (ALLOWED.includes(`${from} ${to}`)) expect(outcome).toBe(to);
			else expect(outcome).toMatchObject({ status: 400, code: 20001 });
			expect(statusOf(RESERVATION.bob)).toBe(ALLOWED.includes(`${from} ${to}`) ? to : from);
		},
	);

	it('move the worker on rejection, and on nothing else', async () => {
		await worker(carla)
			.reservations(RESERVATION.carla)
			.update({ reservationStatus: 'completed', workerActivitySid: ACTIVITY.break });
		expect(activityOf(carla)).toBe(ACTIVITY.available);

		await worker(bob)
			.reservations(RESERVATION.bob)
			.update({ reservationStatus: 'rejected', workerActivitySid: ACTIVITY.break });
		expect(activityOf(bob)).toBe(ACTIVITY.break);
	});

	it('raise their own revision and the worker\u2019s', async () => {
		const { headers } = await worker(bob)
			.reservations(RESERVATION.bob)
			.updateWithHttpInfo({ reservationStatus: 'accepted' });

		expect(headers).toMatchObject({ etag: '"1"' });
		expect(twilio.state.workers[bob.worker]?.revision).toBe(1);
	});

	it('leave the worker\u2019s revision as it is when one is rejected', async () => {
		await worker(bob).reservations(RESERVATION.bob).update({ reservationStatus: 'rejected' });

		expect(twilio.state.workers[bob.worker]?.revision).toBe(0);
	});

	it('keep the worker in the Activity while one is pending', async () => {
		await expect(worker(bob).update({ activitySid: ACTIVITY.break })).rejects.toMatchObject({
			status: 400,
			code: 20001,
		});
		expect([activityOf(bob), statusOf(RESERVATION.bob)]).toEqual([ACTIVITY.available, 'pending']);

		// Neither the same Activity nor another field is a change of Activity.
		await worker(bob).update({ activitySid: ACTIVITY.available, attributes: '{}' });
		// Accepted and wrapping ones keep nobody.
		await worker(carla).update({ activitySid: ACTIVITY.break });
		await worker(dawid).update({ activitySid: ACTIVITY.available });
		expect([activityOf(carla), activityOf(dawid)]).toEqual([ACTIVITY.break, ACTIVITY.available]);
	});

	it('keep nobody from another available Activity, and stay', async () => {
		const { sid } = await workspace().activities.create({ friendlyName: 'Chat only', available: true });

		await worker(bob).update({ activitySid: sid });

		expect([activityOf(bob), statusOf(RESERVATION.bob)]).toEqual([sid, 'pending']);
	});

	it('are rejected with the change to an unavailable Activity, the pending ones alone', async () => {
		const accepted = makeReservation({ worker_sid: bob.worker, reservation_status: 'accepted' });
		const pending = makeReservation({ worker_sid: bob.worker });
		Object.assign(twilio.state.reservations, { [accepted.sid]: accepted, [pending.sid]: pending });

		await worker(bob).update({ activitySid: ACTIVITY.offline, rejectPendingReservations: true });

		expect([RESERVATION.bob, pending.sid, accepted.sid].map(statusOf)).toEqual([
			'rejected',
			'rejected',
			'accepted',
		]);
		expect(activityOf(bob)).toBe(ACTIVITY.offline);
	});

	it('go with a worker who is deleted', async () => {
		await worker(bob).remove();

		expect(Object.keys(twilio.state.reservations)).toEqual([RESERVATION.dawid, RESERVATION.carla]);
		expect(Object.values(twilio.state.workerChannels).filter((one) => one.worker_sid === bob.worker)).toEqual([]);
	});
});

describe('a worker\u2019s channels on the Twilio simulator', () => {
	it('are four, also those of a worker just created', async () => {
		const created = await workspace().workers.create({ friendlyName: 'New' });
		const names = async (sid: string) =>
			(await workspace().workers(sid).workerChannels.list()).map(
				({ taskChannelUniqueName }) => taskChannelUniqueName,
			);

		expect(await names(anna.worker)).toEqual(['default', 'voice', 'chat', 'sms']);
		expect(await names(created.sid)).toEqual(['default', 'voice', 'chat', 'sms']);
	});

	it('are found by sid and by the unique name of the task channel', async () => {
		const voice = await worker(anna).workerChannels('voice').fetch();

		expect(voice.sid).toBe(workerChannelSid(anna.worker, TASK_CHANNEL.voice));
		expect((await worker(anna).workerChannels(voice.sid).fetch()).taskChannelUniqueName).toBe('voice');
	});

	it('change in what is sent alone', async () => {
		const { workerChannels } = worker(anna);

		expect(await workerChannels('chat').update({ capacity: 3 })).toMatchObject({
			configuredCapacity: 3,
			available: true,
		});
		expect(await workerChannels('chat').update({ available: false })).toMatchObject({
			configuredCapacity: 3,
			available: false,
		});
		expect(await worker(bob).workerChannels('chat').fetch()).toMatchObject({
			configuredCapacity: 1,
			available: true,
		});
	});

	it('count the tasks in hand', async () => {
		const { workerChannels } = worker(carla);
		const left = async () => (await workerChannels('voice').fetch()).availableCapacityPercentage;

		expect(await workerChannels('voice').fetch()).toMatchObject({
			assignedTasks: 1,
			availableCapacityPercentage: 0,
		});
		await workerChannels('voice').update({ capacity: 4 });
		expect(await left()).toBe(75);
		await worker(carla).reservations(RESERVATION.carla).update({ reservationStatus: 'completed' });
		expect(await left()).toBe(100);
		await workerChannels('voice').update({ capacity: 0 });
		expect(await left()).toBe(0);
		// A pending reservation is not a task in hand.
		expect(await worker(bob).workerChannels('voice').fetch()).toMatchObject({ assignedTasks: 0 });
	});

	it('are not available while they are full, offers included, although nobody switched them off', async () => {
		const isAvailable = async (person: { worker: string }) =>
			(await worker(person).workerChannels('voice').fetch()).available;

		expect([await isAvailable(anna), await isAvailable(bob), await isAvailable(carla)]).toEqual([
			true,
			false,
			false,
		]);
		expect(twilio.state.workerChannels[workerChannelSid(bob.worker, TASK_CHANNEL.voice)]?.available).toBe(true);
		await worker(bob).workerChannels('voice').update({ capacity: 2 });
		expect(await isAvailable(bob)).toBe(true);
	});

	it('raise the worker\u2019s revision when they change', async () => {
		const { workerChannels } = worker(anna);
		await workerChannels('chat').update({ capacity: 1, available: true });
		expect(twilio.state.workers[anna.worker]?.revision).toBe(0);
		await workerChannels('chat').update({ capacity: 3 });
		expect(twilio.state.workers[anna.worker]?.revision).toBe(1);
	});
});

describe('on the Twilio simulator', () => {
	const unknown = 'f'.repeat(32);
	const reservation = () => worker(bob).reservations(RESERVATION.bob);
	const refusals: Array<[name: string, call: () => Promise<unknown>, status: number, code: number]> = [
		[
			'a status that does not exist',
			async () => await reservation().update({ reservationStatus: 'done' as 'completed' }),
			400,
			20001,
		],
		[
			'a filter by a status that does not exist',
			async () => await worker(bob).reservations.list({ reservationStatus: 'open' as 'pending' }),
			400,
			20001,
		],
		[
			'an outdated If-Match',
			async () => await reservation().update({ reservationStatus: 'accepted', ifMatch: '3' }),
			412,
			20412,
		],
		[
			'an Activity of another workspace',
			async () =>
				await reservation().update({ reservationStatus: 'rejected', workerActivitySid: ACTIVITY.otherOffline }),
			400,
			20001,
		],
		['an Activity by name', async () => await reservation().update({ postWorkActivitySid: 'Break' }), 400, 20001],
		['a call instruction', async () => await reservation().update({ instruction: 'dequeue' }), 501, 20001],
		[
			'a reservation of another worker',
			async () => await worker(anna).reservations(RESERVATION.bob).fetch(),
			404,
			20404,
		],
		[
			'reservations of a worker who does not exist',
			async () => await workspace().workers(`WK${unknown}`).reservations.list(),
			404,
			20404,
		],
		[
			'rejecting towards an available Activity',
			async () => await worker(bob).update({ activitySid: ACTIVITY.available, rejectPendingReservations: true }),
			400,
			20001,
		],
		[
			'a capacity below none',
			async () => await worker(anna).workerChannels('voice').update({ capacity: -1 }),
			400,
			20001,
		],
		[
			'a capacity that is not an integer',
			async () => await worker(anna).workerChannels('voice').update({ capacity: 1.5 }),
			400,
			20001,
		],
		[
			'an availability that is not a boolean',
			async () =>
				await worker(anna)
					.workerChannels('voice')
					.update({ available: 'yes' as unknown as boolean }),
			400,
			20001,
		],
		['a channel that does not exist', async () => await worker(anna).workerChannels('fax').fetch(), 404, 20404],
		[
			'a channel of another worker',
			async () => await worker(anna).workerChannels(workerChannelSid(bob.worker, TASK_CHANNEL.voice)).fetch(),
			404,
			20404,
		],
		[
			'an inherited property as channel',
			async () => await worker(anna).workerChannels('constructor').fetch(),
			404,
			20404,
		],
	];
	it.each(refusals)('is refused: %s', async (_name, call, status, code) => {
		const before = JSON.stringify(twilio.state);

		const error: unknown = await call().catch((thrown: unknown) => thrown);

		expect(error).toBeInstanceOf(RestException);
		expect(error).toMatchObject({ status, code });
		expect(JSON.stringify(twilio.state)).toBe(before);
	});

	it('a second pending reservation forbids the Activity asked for with a rejection', async () => {
		const second = makeReservation({ worker_sid: bob.worker });
		twilio.state.reservations[second.sid] = second;

		await expect(
			reservation().update({ reservationStatus: 'rejected', workerActivitySid: ACTIVITY.break }),
		).rejects.toMatchObject({ status: 400, code: 20001 });
		expect(statusOf(RESERVATION.bob)).toBe('pending');
	});
});
