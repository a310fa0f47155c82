import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	bySid,
	CHAT_SERVICE_SID,
	makeWorker,
	OTHER_CHAT_SERVICE_SID,
	OTHER_WORKSPACE_SID,
	PEOPLE,
	ROLE,
	startTwilio,
	TASK_CHANNEL,
	WORKSPACE_SID,
	workerChannelSid,
} from '../../../simulators';
import { originOf, sidOf } from '../../support/pack/workers';
import { type Job } from '../../support/bench/bench';
import { useTwilio } from '../../support/pack/useTwilio';
import { bySid as byId, located, twilioCredential } from '../../support/pack/vendors';

const { anna, bob } = PEOPLE;
const byName = (name: string) => located('name', name);
const stage = useTwilio();

/** Twilio with these workers only, offline, worker 0 … in this order. */
async function staff(...names: string[]): Promise<void> {
	await stage.twilio.close();
	const workers = names.map((name, index) => makeWorker({ sid: sidOf(index), friendly_name: name }));
	stage.twilio = await startTwilio({ seed: { workers: bySid(workers) } });
}

const run = async (parameters: INodeParameters, more: Partial<Job> = {}, node = 'twilioTaskRouter') =>
	await stage.bench.run({ node, parameters, credentials: twilioCredential(stage.twilio.url), ...more });

const setActivity = async (parameters: INodeParameters, more: Partial<Job> = {}) =>
	await run(
		{
			resource: 'worker',
			operation: 'setActivity',
			workspace: byId(WORKSPACE_SID),
			worker: byId(anna.worker),
			activity: byId(ACTIVITY.available),
			...parameters,
		},
		more,
	);

const reads = () => stage.twilio.seen.filter(({ method }) => method === 'GET').map(({ path }) => path);
const changes = () => stage.twilio.seen.filter(({ method }) => method !== 'GET');
const activityOf = (worker: string) => stage.twilio.state.workers[worker]?.activity_sid;
const goOn = { onError: 'continueErrorOutput' } as const;

describe('a name', () => {
	it.each([
		['as it is', 'Support', 'Anna Kowalska', 'Available'],
		['in other case', 'sUPPORT', 'ANNA kowalska', 'available'],
		['between spaces', '  Support ', '\tAnna Kowalska\n', ' Available '],
	])('is found %s, and each within what was found before', async (_how, workspace, worker, activity) => {
		const { out, error } = await setActivity({
			workspace: byName(workspace),
			worker: byName(worker),
			activity: byName(activity),
		});

		expect(error).toBeUndefined();
		expect(out).toHaveLength(1);
		expect(out[0]?.json).toMatchObject({ sid: anna.worker, activity_name: 'Available' });
		expect(activityOf(anna.worker)).toBe(ACTIVITY.available);
		expect(changes()).toHaveLength(1);
		expect(changes()[0]?.path).toBe(`/taskrouter/v1/Workspaces/${WORKSPACE_SID}/Workers/${anna.worker}`);
	});

	it('means what it means in its own workspace', async () => {
		stage.twilio.state.workers[sidOf(9)] = makeWorker({
			sid: sidOf(9),
			friendly_name: anna.name,
			workspace_sid: OTHER_WORKSPACE_SID,
			activity_sid: ACTIVITY.otherOffline,
		});
		const items = [{ w: 'Back Office' }, { w: 'Support' }];
		const { out } = await run(
			{
				resource: 'worker',
				operation: 'get',
				workspace: byName('={{ $json.w }}'),
				worker: byName(anna.name),
			},
			{ items },
		);

		expect(out.map(({ json }) => json.sid)).toEqual([sidOf(9), anna.worker]);
	});

	it.each([
		'O\'Brien "the Fox" \\ Jr.',
		'R&D #1 = 50% + ?more',
		'a/b;c,d:e@f[g]{h}|i',
		'ŁÓDŹ 東京 🦊',
		'{{ $json.evil }}',
		'-1',
		'null',
	])('may be any text: %s', async (name) => {
		await staff('Someone Else', name, `${name}.`);
		// An item's value is data, never an expression.
		const { out, error } = await setActivity({ worker: byName('={{ $json.name }}') }, { items: [{ name }] });

		expect(error).toBeUndefined();
		expect(out[0]?.json.sid).toBe(sidOf(1));
		expect([0, 1, 2].map((index) => activityOf(sidOf(index)))).toEqual([
			ACTIVITY.offline,
			ACTIVITY.available,
			ACTIVITY.offline,
		]);
	});

	it.each([
		['composed', 'decomposed', 'NFC', 'NFD'],
		['decomposed', 'composed', 'NFD', 'NFC'],
	] as const)('with accents %s is found where they are %s', async (_given, _kept, given, kept) => {
		await staff('Carla Nunez', 'Carla Núñez'.normalize(kept));
		const { out, error } = await setActivity({ worker: byName('carla núñez'.normalize(given)) });

		expect(error).toBeUndefined();
		expect(out[0]?.json.sid).toBe(sidOf(1));
	});

	it('is taken from each item', async () => {
		const people = Object.values(PEOPLE).filter(({ worker }) => worker !== bob.worker);
		const { out } = await setActivity(
			{ worker: byName('={{ $json.who }}'), activity: byName('={{ $json.what }}') },
			{ items: people.map(({ name }, index) => ({ who: name, what: index % 2 ? 'Break' : 'Unavailable' })) },
		);

		expect(out.map(({ json }) => [json.sid, json.activity_name])).toEqual(
			people.map(({ worker }, index) => [worker, index % 2 ? 'Break' : 'Unavailable']),
		);
	});

	it('can be an expression as a whole, beside a mode that was chosen', async () => {
		const { out } = await setActivity(
			{ worker: { __rl: true, mode: 'name', value: '={{ $json.first + " " + $json.last }}' } },
			{ items: [{ first: 'Anna', last: 'Kowalska' }] },
		);

		expect(out[0]?.json.sid).toBe(anna.worker);
	});

	it.each(['', '   ', null])('that is missing is refused and nothing is asked: %j', async (name) => {
		const { error } = await setActivity({ worker: byName('={{ $json.name }}') }, { items: [{ name }] });

		expect(error?.message).toContain("'Worker' is empty");
		expect(stage.twilio.seen).toEqual([]);
	});
});

describe('a name of something else', () => {
	const channel = workerChannelSid(anna.worker, TASK_CHANNEL.voice);

	it('finds a channel of the worker', async () => {
		const { out } = await run({
			resource: 'workerChannel',
			operation: 'update',
			workspace: byName('support'),
			worker: byName('anna kowalska'),
			channel: byName('VOICE'),
			updateFields: { capacity: 3 },
		});

		expect(out[0]?.json).toMatchObject({ sid: channel, configured_capacity: 3 });
		expect(stage.twilio.state.workerChannels[channel]?.configured_capacity).toBe(3);
	});

	it('finds the activity after a rejected reservation', async () => {
		const { out, error } = await run({
			resource: 'reservation',
			operation: 'update',
			workspace: byId(WORKSPACE_SID),
			worker: byName(bob.name),
			reservation: byId('WR00000000000000000000000000000001'),
			reservationStatus: 'rejected',
			additionalFields: { workerActivity: byName('break') },
		});

		expect(error).toBeUndefined();
		expect(out).toHaveLength(1);
		expect(activityOf(bob.worker)).toBe(ACTIVITY.break);
	});

	it('finds the activity of a filter', async () => {
		const { out } = await run({
			resource: 'worker',
			operation: 'getAll',
			workspace: byId(WORKSPACE_SID),
			returnAll: true,
			filters: { activity: byName('offline') },
		});

		expect(out.map(({ json }) => json.friendly_name).sort()).toEqual(['Anna Kowalska', 'Frank Weber']);
	});

	it.each([
		['default', {}, ROLE.supervisor, CHAT_SERVICE_SID],
		['specific', { service: byName('SUPPORT') }, ROLE.supervisor, CHAT_SERVICE_SID],
	])('finds a role of the %s conversation service', async (serviceScope, service, role, chatService) => {
		const { out, error } = await run(
			{
				resource: 'user',
				operation: 'update',
				serviceScope,
				...service,
				user: located('identity', anna.identity),
				updateFields: { role: byName('Service Admin') },
				simplify: false,
			},
			{},
			'twilioConversations',
		);

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ role_sid: role, chat_service_sid: chatService });
	});

	it('finds the role of the service that is meant and no other', async () => {
		const get = async (service: string) =>
			await run(
				{
					resource: 'role',
					operation: 'get',
					simplify: false,
					serviceScope: 'specific',
					service: byName(service),
					role: byName('service user'),
				},
				{},
				'twilioConversations',
			);

		expect((await get('Support')).out[0]?.json.sid).toBe(ROLE.agent);
		expect((await get('back office')).out[0]?.json).toMatchObject({
			sid: ROLE.otherAgent,
			chat_service_sid: OTHER_CHAT_SERVICE_SID,
		});
	});
});

describe('a name that matches nothing', () => {
	it('names the field and what there is, and changes nothing', async () => {
		const { error, out } = await setActivity({ activity: byName('Brake') });

		expect(error?.message).toBe(
			`Worker ${anna.worker}: 'Activity' "Brake" matches no activity. There are: Break, Offline, Available, Unavailable, Busy`,
		);
		expect(out).toEqual([]);
		expect(changes()).toEqual([]);
	});

	it('shows the nearest of many first, and how many more there are', async () => {
		await staff(...Array.from({ length: 30 }, (_, index) => `Robot ${index}`), 'Anna Kowalska', 'Anna Kowal');
		const { error } = await setActivity({ worker: byName('Ana Kowalska') });

		const listed = /There are: (.*) and 22 more$/.exec(error?.message ?? '')?.[1]?.split(', ');
		expect(listed).toHaveLength(10);
		expect(listed?.slice(0, 2).sort()).toEqual(['Anna Kowal', 'Anna Kowalska']);
		expect(error?.message).toContain('\'Worker\' "Ana Kowalska" matches no worker');
		expect(changes()).toEqual([]);
	});

	it('is told plainly where there is nothing at all', async () => {
		await staff();
		const { error } = await setActivity({ worker: byName('Anna') });

		expect(error?.message).toContain('\'Worker\' "Anna" finds nothing: there are no workers here');
	});

	it('is not taken for one that begins alike', async () => {
		const { error } = await setActivity({ worker: byName('Anna') });

		expect(error?.message).toContain('matches no worker. There are: Anna Kowalska');
		expect(changes()).toEqual([]);
	});

	it('fails its own item alone when the workflow goes on', async () => {
		const who = ['Anna Kowalska', 'Nobody', 'Frank Weber', 'Nobody Else'];
		const { out, failed, error } = await setActivity(
			{ worker: byName('={{ $json.who }}') },
			{ items: who.map((name) => ({ who: name })), ...goOn },
		);

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual([0, 2]);
		expect(failed.map(originOf)).toEqual([1, 3]);
		expect(failed.map(({ json }) => json.who)).toEqual(['Nobody', 'Nobody Else']);
		expect(failed[0]?.json.error).toContain('Worker Nobody: \'Worker\' "Nobody" matches no worker');
		expect(changes()).toHaveLength(2);
	});
});

describe('a name that several have', () => {
	it('is refused with the SIDs of all, and nothing is changed', async () => {
		const twin = `WA${'7'.repeat(32)}`;
		const one = stage.twilio.state.activities[ACTIVITY.break];
		if (!one) throw new Error('no Break');
		stage.twilio.state.activities[twin] = { ...one, sid: twin, friendly_name: 'BREAK' };
		const { error } = await setActivity({ activity: byName('break') });

		expect(error?.message).toContain('\'Activity\' "break" means 2 activities: ');
		expect(error?.message).toContain(ACTIVITY.break);
		expect(error?.message).toContain(twin);
		expect(changes()).toEqual([]);
	});

	it('is refused for conversation services, which Twilio does not filter', async () => {
		const other = stage.twilio.state.chatServices[OTHER_CHAT_SERVICE_SID];
		if (other) other.friendly_name = 'support';
		const { error } = await run(
			{
				resource: 'user',
				operation: 'get',
				serviceScope: 'specific',
				service: byName('Support'),
				user: located('identity', anna.identity),
			},
			{},
			'twilioConversations',
		);

		expect(error?.message).toContain('means 2 conversation services');
		expect(error?.message).toContain(CHAT_SERVICE_SID);
		expect(error?.message).toContain(OTHER_CHAT_SERVICE_SID);
	});
});

describe('look-ups of one run', () => {
	const named = {
		workspace: byName('Support'),
		worker: byName('={{ $json.who }}'),
		activity: byName('={{ $json.what }}'),
	};
	const many = (count: number, item: (index: number) => IDataObject) =>
		Array.from({ length: count }, (_, i) => item(i));

	it('are made once, not once per item', async () => {
		const items = many(50, (index) => ({ who: index % 2 ? 'Anna Kowalska' : ' ANNA KOWALSKA', what: 'Break' }));
		const { out, error } = await setActivity(named, { items });

		expect(error).toBeUndefined();
		expect(out).toHaveLength(50);
		expect(changes()).toHaveLength(50);
		// One for the workspace, one for the activity, and one for the worker, however it is capitalised.
		expect(reads()).toHaveLength(3);
		expect(new Set(reads()).size).toBe(3);
	});

	it('read the whole list instead, when there are many names', async () => {
		await staff(...Array.from({ length: 50 }, (_, index) => `Robot ${index}`));
		const items = many(50, (index) => ({ who: `robot ${index}`, what: 'Available' }));
		const { out } = await setActivity(named, { items });

		expect(out.map(({ json }) => json.sid)).toEqual(items.map((_, index) => sidOf(index)));
		expect(reads()).toHaveLength(3);
	});

	it('follow the list over all its pages', async () => {
		await staff(...Array.from({ length: 2500 }, (_, index) => `Robot ${index}`));
		const items = many(50, (index) => ({ who: `robot ${index * 51}`, what: 'Available' }));
		const { out } = await setActivity(named, { items });

		expect(out.map(({ json }) => json.sid)).toEqual(items.map((_, index) => sidOf(index * 51)));
		expect(reads().filter((path) => path.includes('/Workers'))).toHaveLength(3);
	});

	it('ask for few names one by one', async () => {
		await staff(...Array.from({ length: 2500 }, (_, index) => `Robot ${index}`));
		stage.twilio.state.expressionRatePerSecond = 1000;
		const { out } = await setActivity(named, {
			items: many(9, (index) => ({ who: `Robot ${index}`, what: 'Available' })),
		});

		expect(out).toHaveLength(9);
		// One page each, though "Robot 1" stands in 1,111 names.
		expect(reads().filter((path) => path.includes('/Workers'))).toHaveLength(9);
	});

	it('are made anew in the next run', async () => {
		const one = { items: [{ who: 'Anna Kowalska', what: 'Break' }] };
		await setActivity(named, one);
		const worker = stage.twilio.state.workers[anna.worker];
		if (worker) worker.friendly_name = 'Anna Nowak';
		const { error } = await setActivity(named, one);

		expect(error?.message).toContain('matches no worker');
	});

	it.each([
		[500, /^Worker Anna Kowalska: /],
		[403, /^Worker Anna Kowalska: /],
	])('that fail with %i fail every item that needs them, and no other', async (status, message) => {
		// Between two attempts next to no time passes.
		jest.spyOn(Math, 'random').mockReturnValue(0.0001);
		stage.twilio.faults.push({ status, times: 'always', match: { path: /Activities/ } });
		const { out, failed } = await setActivity(
			{ ...named, activity: '={{ $json.what }}' },
			{
				items: [
					{ who: 'Anna Kowalska', what: byName('Break') },
					{ who: 'Frank Weber', what: byId(ACTIVITY.available) },
					{ who: 'Anna Kowalska', what: byName('Break') },
				] as unknown as IDataObject[],
				...goOn,
			},
		);

		expect(out.map(originOf)).toEqual([1]);
		expect(failed.map(originOf)).toEqual([0, 2]);
		for (const { json } of failed) {
			expect(json.error).toMatch(message);
			expect((json.details as IDataObject).httpCode).toBe(String(status));
		}
		expect(changes()).toHaveLength(1);
		// Tried again while that may help, but not once more for the second item.
		expect(reads().filter((path) => path.includes('Activities'))).toHaveLength(status === 500 ? 8 : 1);
	});

	it('stop the workflow when they fail, with nothing changed', async () => {
		const { error, out } = await setActivity(
			{ ...named, workspace: byId(`WS${'9'.repeat(32)}`), worker: byName('Anna Kowalska') },
			{ items: many(20, () => ({ who: 'x', what: 'Break' })) },
		);

		expect(error?.message).toMatch(
			/^(?:Row \d+: )?Worker Anna Kowalska: 'Worker' "Anna Kowalska" could not be looked up: The requested resource .* was not found$/,
		);
		expect(error?.description).toContain('Nothing was changed.');
		expect(out).toEqual([]);
		expect(changes()).toEqual([]);
		expect(reads()).toHaveLength(1);
	});

	it.each([1, 7])(
		'stop at a wrong name before anything is changed, with %i requests at once',
		async (parallelLimit) => {
			const who = [
				...Array<string>(30).fill('Anna Kowalska'),
				'Nobody',
				...Array<string>(20).fill('Frank Weber'),
			];
			const { error, out } = await setActivity(
				{ worker: byName('={{ $json.who }}'), options: { parallelLimit } },
				{ items: who.map((name) => ({ who: name })) },
			);

			expect(error?.message).toContain('"Nobody" matches no worker');
			expect(error?.message).toMatch(/^Row 31: /);
			expect(error?.description).toContain('Nothing was changed.');
			expect(out).toEqual([]);
			expect(changes()).toEqual([]);
		},
	);
});

describe('a look-up that the service refuses', () => {
	it('says which field it was for', async () => {
		stage.twilio.faults.push({ status: 403, match: { path: /Workspaces\?/ } });
		const { error } = await setActivity({ workspace: byName('Support') });

		expect(`${error?.message} ${error?.description}`).toContain("'Workspace'");
	});
});
