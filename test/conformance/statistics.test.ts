import { ACTIVITY, EVENT, PEOPLE, RESERVATION, startTwilio, TASK_QUEUE, WORKSPACE_SID } from '../../simulators';
import type { TaskRouterEvent, TwilioSimulator } from '../../simulators';
import { officialClient } from './officialClient';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const workspace = () => officialClient(twilio).client.taskrouter.v1.workspaces(WORKSPACE_SID);
const { anna, bob, dawid } = PEOPLE;
const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);

interface Row {
	friendly_name: string;
	workers: number;
}
interface RealTime {
	activity_statistics: Row[];
}
interface Cumulative {
	activity_durations: Array<{ sid: string; min: number; max: number; avg: number; total: number }>;
	reservations_created: number;
	reservations_accepted: number;
	start_time: string;
	end_time: string;
}

const held = ({ activity_statistics: rows }: RealTime) =>
	Object.fromEntries(rows.filter(({ workers }) => workers > 0).map((row) => [row.friendly_name, row.workers]));
const totalOf = ({ activity_durations: rows }: Cumulative, activity: string) =>
	rows.find(({ sid }) => sid === activity)?.total;

describe('statistics on the Twilio simulator', () => {
	it('count who is in which activity now', async () => {
		const statistics = async () => await workspace().workers.realTimeStatistics().fetch();
		const before = await statistics();
		await workspace().workers(anna.worker).update({ activitySid: ACTIVITY.available });
		const after = await statistics();

		expect(before.totalWorkers).toBe(6);
		expect(held({ activity_statistics: before.activityStatistics as Row[] })).toEqual({
			Offline: 2,
			Available: 2,
			Break: 1,
			Busy: 1,
		});
		expect(held({ activity_statistics: after.activityStatistics as Row[] })).toEqual({
			Offline: 1,
			Available: 3,
			Break: 1,
			Busy: 1,
		});
		expect(before.activityStatistics).toHaveLength(5);
	});

	it.each([
		[{ friendlyName: 'bob STONE' }, { Available: 1 }],
		[{ taskQueueSid: TASK_QUEUE.sales }, { Available: 1, Busy: 1 }],
		[{ taskQueueName: 'Support' }, { Offline: 2, Available: 1, Break: 1 }],
		[{ taskQueueName: 'Support', friendlyName: bob.name }, { Available: 1 }],
		[{ taskQueueName: 'Nobody' }, {}],
	])('of all workers are narrowed by %j', async (filter, expected) => {
		const statistics = await workspace().workers.statistics().fetch(filter);

		expect(held(statistics.realtime as RealTime)).toEqual(expected);
	});

	it('count the reservations of the period and the channel', async () => {
		const created = async (filter: object) =>
			(await workspace().workers.cumulativeStatistics().fetch(filter)).reservationsCreated;

		expect(await created({})).toBe(3);
		expect(await created({ minutes: 1, startDate: ago(0.5) })).toBe(0);
		expect(await created({ startDate: ago(2.5) })).toBe(2);
		expect(await created({ endDate: ago(2.5) })).toBe(1);
		expect(await created({ taskChannel: 'voice' })).toBe(3);
		expect(await created({ taskChannel: 'chat' })).toBe(0);

		await workspace().workers(bob.worker).reservations(RESERVATION.bob).update({ reservationStatus: 'rejected' });
		expect(await workspace().workers.cumulativeStatistics().fetch()).toMatchObject({
			reservationsCreated: 3,
			reservationsAccepted: 2,
			reservationsRejected: 1,
			reservationsTimedOut: 0,
			reservationsCanceled: 0,
			reservationsRescinded: 0,
		});
	});

	it('of one worker tell the seconds in each activity', async () => {
		const statistics = await workspace().workers(dawid.worker).statistics().fetch({ minutes: 10 });
		const figures = statistics.cumulative as Cumulative;

		expect(totalOf(figures, ACTIVITY.break)).toBeGreaterThanOrEqual(5 * 60);
		expect(totalOf(figures, ACTIVITY.break)).toBeLessThan(5 * 60 + 30);
		expect(totalOf(figures, ACTIVITY.available)).toBe(0);
		// Nothing outside the period counts.
		const short = await workspace().workers(dawid.worker).statistics().fetch({ minutes: 2 });
		expect(totalOf(short.cumulative as Cumulative, ACTIVITY.break)).toBe(2 * 60);
		expect(Date.parse(figures.end_time) - Date.parse(figures.start_time)).toBe(10 * MINUTE);
		// The form of the vendor's example, which no schema describes.
		expect(Object.keys(figures).sort()).toEqual([
			'activity_durations',
			'end_time',
			'reservations_accepted',
			'reservations_canceled',
			'reservations_created',
			'reservations_rejected',
			'reservations_rescinded',
			'reservations_timed_out',
			'start_time',
		]);
		expect(Object.keys(figures.activity_durations[0] ?? {}).sort()).toEqual([
			'avg',
			'friendly_name',
			'max',
			'min',
			'sid',
			'total',
		]);
	});

	it.each([
		['minutes that are none', { minutes: 0 }],
		['minutes that are not an integer', { minutes: 1.5 }],
		['a period that ends before it starts', { startDate: ago(1), endDate: ago(2) }],
		['a date that is none', { startDate: 'yesterday' as unknown as Date }],
		['a task channel that does not exist', { taskChannel: 'fax' }],
	])('are refused with %s', async (_name, filter) => {
		for (const call of [
			async () => await workspace().workers.cumulativeStatistics().fetch(filter),
			async () => await workspace().workers.statistics().fetch(filter),
			async () => await workspace().workers(bob.worker).statistics().fetch(filter),
		])
			await expect(call()).rejects.toMatchObject({ status: 400, code: 20001 });
	});

	it('of a worker who does not exist are not found', async () => {
		await expect(
			workspace()
				.workers(`WK${'f'.repeat(32)}`)
				.statistics()
				.fetch(),
		).rejects.toMatchObject({ status: 404 });
	});
});

describe('events on the Twilio simulator', () => {
	const sids = async (filter: object) => (await workspace().events.list(filter)).map(({ sid }) => sid);

	it('are those of the last 15 minutes unless told otherwise', async () => {
		expect(await sids({})).toEqual([EVENT.bob, EVENT.dawid]);
		expect(await sids({ minutes: 240, pageSize: 1 })).toEqual([EVENT.frank, EVENT.bob, EVENT.dawid]);
		expect(await sids({ minutes: 7 })).toEqual([EVENT.dawid]);
		expect(await sids({ startDate: ago(121), endDate: ago(9) })).toEqual([EVENT.frank, EVENT.bob]);
		expect(await sids({ startDate: ago(121), minutes: 7 })).toEqual([EVENT.dawid]);
	});

	it.each([
		[{ workerSid: bob.worker }, [EVENT.bob]],
		[{ eventType: 'worker.activity.update' }, [EVENT.bob, EVENT.dawid]],
		[{ eventType: 'worker.activity' }, []],
		[{ sid: EVENT.dawid }, [EVENT.dawid]],
		[{ reservationSid: RESERVATION.bob }, []],
		[{ taskSid: `WT${'0'.repeat(32)}` }, []],
		[{ taskQueueSid: TASK_QUEUE.sales }, []],
		[{ workflowSid: `WW${'0'.repeat(32)}` }, []],
		[{ taskChannel: 'voice' }, []],
	])('are filtered by %j', async (filter, expected) => {
		expect(await sids(filter)).toEqual(expected);
	});

	it.each([
		['reservation_sid', { reservationSid: RESERVATION.bob }],
		['task_sid', { taskSid: RESERVATION.bob.replace('WR', 'WT') }],
		['task_queue_sid', { taskQueueSid: TASK_QUEUE.sales }],
		['workflow_sid', { workflowSid: `WW${'0'.repeat(32)}` }],
	])('are found by the %s in their data', async (field, filter) => {
		const event = twilio.state.events.get(EVENT.bob) as TaskRouterEvent;
		event.event_data[field] = Object.values(filter)[0] ?? '';

		expect(await sids(filter)).toEqual([EVENT.bob]);
	});

	it('tell every change of activity', async () => {
		await workspace().workers(dawid.worker).update({ activitySid: ACTIVITY.busy, attributes: '{"a":1}' });
		await workspace().workers(dawid.worker).update({ activitySid: ACTIVITY.busy, friendlyName: 'Dawid' });
		const listed = await workspace().events.list({ workerSid: dawid.worker, eventType: 'worker.activity.update' });

		expect(listed).toHaveLength(2);
		const told = listed[1];
		expect(told).toMatchObject({
			eventType: 'worker.activity.update',
			resourceSid: dawid.worker,
			resourceType: 'worker',
			description: `Worker ${dawid.name} updated to Busy Activity`,
		});
		const { worker_time_in_previous_activity: seconds, ...data } = told?.eventData as Record<string, string>;
		expect(data).toEqual({
			worker_activity_name: 'Busy',
			worker_activity_sid: ACTIVITY.busy,
			// As it is after the whole request.
			worker_attributes: '{"a":1}',
			worker_name: dawid.name,
			worker_previous_activity_name: 'Break',
			worker_previous_activity_sid: ACTIVITY.break,
			worker_sid: dawid.worker,
			worker_time_in_previous_activity_ms: expect.stringMatching(/^\d{6}$/) as string,
			workspace_name: 'Support',
			workspace_sid: WORKSPACE_SID,
		});
		expect(Number(seconds)).toBeGreaterThanOrEqual(300);
		expect(Number(seconds)).toBeLessThan(330);
	});

	it('tell a change that comes with a rejected reservation', async () => {
		await workspace()
			.workers(bob.worker)
			.reservations(RESERVATION.bob)
			.update({ reservationStatus: 'rejected', workerActivitySid: ACTIVITY.break });

		const listed = await workspace().events.list({ workerSid: bob.worker });
		expect(
			listed.map(({ eventType, eventData }) => [
				eventType,
				(eventData as Record<string, string>).worker_activity_name,
			]),
		).toEqual([
			['worker.activity.update', 'Available'],
			['reservation.rejected', 'Available'],
			['worker.activity.update', 'Break'],
		]);
	});

	it.each([
		['a worker by name', { workerSid: 'Bob' }],
		['an event by another sid', { sid: bob.worker }],
		['no minutes', { minutes: 0 }],
		['a date that is none', { endDate: 'now' as unknown as Date }],
		['a task channel that does not exist', { taskChannel: 'fax' }],
	])('are refused with %s', async (_name, filter) => {
		await expect(workspace().events.page(filter)).rejects.toMatchObject({ status: 400, code: 20001 });
	});
});
