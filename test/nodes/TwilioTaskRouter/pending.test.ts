import type { INodeParameters } from 'n8n-workflow';
import { ACTIVITY, PEOPLE, RESERVATION, WORKSPACE_SID } from '../../../simulators';
import type { Job } from '../../support/bench/bench';
import { useTwilio } from '../../support/pack/useTwilio';
import { byName, bySid, twilioCredential } from '../../support/pack/vendors';

const { anna, bob } = PEOPLE;
const stage = useTwilio();
const CHAT = `WA${'c'.repeat(32)}`;

/** A second activity in which workers get tasks. */
beforeEach(() => {
	const usual = stage.twilio.state.activities[ACTIVITY.available];
	if (usual) stage.twilio.state.activities[CHAT] = { ...usual, sid: CHAT, friendly_name: 'Chat only' };
});

const run = async (node: string, parameters: INodeParameters, more: Partial<Job> = {}) =>
	await stage.bench.run({
		node,
		parameters: { workspace: bySid(WORKSPACE_SID), ...parameters },
		credentials: twilioCredential(stage.twilio.url),
		...more,
	});
const bobs = { resource: 'worker', worker: bySid(bob.worker) };
const setActivity = async (activity: string, more: INodeParameters = {}, job: Partial<Job> = {}) =>
	await run('twilioTaskRouter', { ...bobs, operation: 'setActivity', activity: bySid(activity), ...more }, job);
const update = async (updateFields: INodeParameters, more: INodeParameters = {}) =>
	await run('twilioTaskRouter', { ...bobs, operation: 'update', updateFields, ...more });
const agentState = async (desiredState: string, parameters: INodeParameters = {}) =>
	await run(
		'agentState',
		{ operation: 'setState', vendor: 'twilioTaskRouter', ...parameters },
		{ items: [{ agentId: bob.worker, desiredState }], onError: 'continueRegularOutput' },
	);
const activityOfBob = () => stage.twilio.state.workers[bob.worker]?.activity_sid;
const activityReads = () => stage.twilio.seen.filter(({ path }) => /Activities\/WA/.test(path));

describe('a worker with pending reservations', () => {
	it('moves between available activities, and keeps them', async () => {
		expect((await setActivity(CHAT)).error).toBeUndefined();
		expect(activityOfBob()).toBe(CHAT);
		expect((await update({ activity: bySid(ACTIVITY.available) })).error).toBeUndefined();
		expect(activityOfBob()).toBe(ACTIVITY.available);
		expect(stage.twilio.state.reservations[RESERVATION.bob]?.reservation_status).toBe('pending');
	});

	it('is told about where the move to an activity that is not available is refused', async () => {
		for (const { error } of [
			await setActivity(ACTIVITY.break),
			await setActivity(ACTIVITY.break, { onlyIfChanged: true }),
			await update({ activity: byName('break') }),
		]) {
			expect(error?.message).toContain('has pending reservations');
			expect(error?.description).toContain("switch on 'Reject Pending Reservations'");
		}
		expect(activityOfBob()).toBe(ACTIVITY.available);
	});

	it('costs one more read for the advice, however many items are refused', async () => {
		const { failed } = await setActivity(
			ACTIVITY.break,
			{},
			{ items: [{}, {}, {}], onError: 'continueErrorOutput' },
		);

		expect(failed.map(({ json }) => JSON.stringify(json.message).includes('Reject Pending'))).toEqual([
			true,
			true,
			true,
		]);
		expect(activityReads()).toHaveLength(1);
	});

	it('gets its own words in Agent State, with one full stop', async () => {
		const { out } = await agentState('offline');

		expect(out[0]?.json.outcome).toBe('failed');
		expect(out[0]?.json.reason).toContain("switch on 'Reject Pending Work'");
		expect(out[0]?.json.reason).not.toContain('..');
	});
});

describe('the advice to reject', () => {
	const refused = { status: 400, body: { code: 20001, message: 'Invalid value.' }, match: { method: 'POST' } };
	const WORDS = /pending|reject/i;

	it('does not stand beside a renaming that is refused', async () => {
		const { error } = await update({ friendlyName: anna.name });

		expect(error?.message).toContain('already exists');
		expect(`${error?.message} ${error?.description}`).not.toMatch(WORDS);
		expect(activityReads()).toEqual([]);
	});

	it('does not stand beside a move into an available activity that is refused', async () => {
		stage.twilio.faults.push(refused);
		const { error } = await setActivity(CHAT);

		expect(error?.message).toContain('Invalid value.');
		expect(error?.description).not.toMatch(WORDS);
	});

	it('does not stand where they were rejected already, and the words end with one full stop', async () => {
		stage.twilio.faults.push({ ...refused, times: 2 });
		const { error } = await setActivity(ACTIVITY.break, { rejectPendingReservations: true });
		expect(error?.description).not.toMatch(WORDS);

		const { out } = await agentState('offline', { options: { rejectPending: true } });
		expect(out[0]?.json.reason).toMatch(/Invalid value\. \(code 20001/);
		expect(out[0]?.json.reason).not.toMatch(WORDS);
	});

	it("is left out where the activity cannot be read: the vendor's words stand alone", async () => {
		stage.twilio.faults.push(refused);
		stage.twilio.faults.push({ status: 403, match: { path: /Activities/ } });
		const { error } = await setActivity(ACTIVITY.break);

		expect(error?.message).toContain('Invalid value.');
		expect(error?.description).not.toMatch(WORDS);
	});
});
