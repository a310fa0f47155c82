import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ACTIVITY, PEOPLE, RESERVATION, WORKSPACE_SID } from '../../../simulators';
import { originOf } from '../../support/pack/workers';
import { type Job } from '../../support/bench/bench';
import { useTwilio } from '../../support/pack/useTwilio';
import { bySid as byId, located, twilioCredential } from '../../support/pack/vendors';

const people = Object.values(PEOPLE);
const { bob, anna } = PEOPLE;
const stage = useTwilio();

const byName = (name: string) => located('name', name);
const worker = { resource: 'worker', workspace: byId(WORKSPACE_SID), worker: byId(bob.worker) };

/** Both ways to change what a worker does. */
const ways: Record<string, (activity: unknown, more?: IDataObject) => INodeParameters> = {
	setActivity: (activity, more = {}) =>
		({
			...worker,
			operation: 'setActivity',
			activity,
			rejectPendingReservations: true,
			...more,
		}) as INodeParameters,
	update: (activity, { rejectPendingReservations = true, ...more } = {}) =>
		({
			...worker,
			operation: 'update',
			updateFields: { activity, rejectPendingReservations },
			...more,
		}) as INodeParameters,
};
const run = async (parameters: INodeParameters, more: Partial<Job> = {}) =>
	await stage.bench.run({
		node: 'twilioTaskRouter',
		parameters,
		credentials: twilioCredential(stage.twilio.url),
		...more,
	});
const changes = () => stage.twilio.seen.filter(({ method }) => method !== 'GET');
const reads = (path: RegExp) => stage.twilio.seen.filter((one) => one.method === 'GET' && path.test(one.path));
const statusOfBobs = () => stage.twilio.state.reservations[RESERVATION.bob]?.reservation_status;
const goOn = { onError: 'continueErrorOutput' } as const;

describe.each(Object.entries(ways))('rejecting pending reservations with %s', (_operation, way) => {
	it.each([
		['by SID', byId(ACTIVITY.available)],
		['from the list', located('list', ACTIVITY.available)],
		['by name', byName('available')],
	])('is refused with the reason when the activity is available, chosen %s', async (_how, activity) => {
		const before = structuredClone(stage.twilio.state);
		const { error, out } = await run(way(activity));

		expect(error?.message).toBe(
			`Worker ${bob.worker}: 'Reject Pending Reservations' is valid only when the new activity is not available, and "Available" is. Switch it off or choose another activity`,
		);
		expect(out).toEqual([]);
		expect(changes()).toEqual([]);
		expect(stage.twilio.state).toEqual(before);
	});

	it.each([
		['by SID', byId(ACTIVITY.break)],
		['by name', byName('BREAK')],
	])('is done when the activity is not available, chosen %s', async (_how, activity) => {
		const { error, out } = await run(way(activity));

		expect(error).toBeUndefined();
		expect(out[0]?.json.activity_sid).toBe(ACTIVITY.break);
		expect(statusOfBobs()).toBe('rejected');
		expect(reads(/\/Activities\/WA/)).toHaveLength(1);
	});

	it('is refused also where only differences are written', async () => {
		const { error } = await run(way(byId(ACTIVITY.available), { onlyIfChanged: true }));

		expect(error?.message).toContain("'Reject Pending Reservations' is valid only");
		expect(changes()).toEqual([]);
	});

	it('reads each activity once in a whole run', async () => {
		const items = [...people, ...people, ...people].map(({ worker: w }, index) => ({
			w,
			a: index % 2 ? 'Break' : 'unavailable',
		}));
		const { out, error } = await run(
			{ ...way(byName('={{ $json.a }}')), worker: byId('={{ $json.w }}') },
			{ items },
		);

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual(items.map((_, index) => index));
		expect(reads(/\/Activities\/WA/)).toHaveLength(2);
		expect(reads(/\/Activities\?/)).toHaveLength(2);
		expect(changes()).toHaveLength(items.length);
	});

	it('reads no activity where it is switched off', async () => {
		await run({
			...way(byId(ACTIVITY.available), { rejectPendingReservations: false }),
			worker: byId(anna.worker),
		});

		expect(reads(/Activities/)).toEqual([]);
		expect(changes()).toHaveLength(1);
	});

	it('fails its own items alone when the workflow goes on', async () => {
		const what = ['Break', 'Available', 'Busy', 'AVAILABLE'];
		const { out, failed } = await run(
			{ ...way(byName('={{ $json.a }}')), worker: byId('={{ $json.w }}') },
			{ items: what.map((a, index) => ({ a, w: people[index]?.worker })), ...goOn },
		);

		expect(out.map(originOf)).toEqual([0, 2]);
		expect(failed.map(originOf)).toEqual([1, 3]);
		expect(failed.map(({ json }) => json.a)).toEqual(['Available', 'AVAILABLE']);
		expect(changes()).toHaveLength(2);
	});

	it('changes nothing where the activity cannot be read', async () => {
		const { error } = await run(way(byId(`WA${'9'.repeat(32)}`)));
		expect(error?.message).toMatch(/was not found/);

		stage.twilio.faults.push({ status: 403, match: { path: /Activities/ } });
		expect((await run(way(byId(ACTIVITY.break)))).error?.httpCode).toBe('403');
		expect(changes()).toEqual([]);
		expect(statusOfBobs()).toBe('pending');
	});
});

describe('rejecting pending reservations without a new activity', () => {
	it('is left to Twilio', async () => {
		const { error } = await run({
			...worker,
			operation: 'update',
			updateFields: { rejectPendingReservations: true },
		});

		expect(error?.message).toContain('RejectPendingReservations');
		expect(changes()).toHaveLength(1);
	});
});

describe('rejecting pending reservations when the activity cannot be read', () => {
	it('does not take a page for an activity that is not available, and changes nothing', async () => {
		stage.twilio.faults.push({ status: 200, html: true, times: 'always', match: { path: /Activities/ } });
		const { error } = await run(ways.setActivity?.(byId(ACTIVITY.available)) ?? {});

		expect(error?.message).not.toContain('RejectPendingReservations is only valid');
		expect(changes()).toEqual([]);
	});
});
