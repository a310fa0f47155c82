import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	EVENT,
	PEOPLE,
	RESERVATION,
	TASK_CHANNEL,
	TASK_QUEUE,
	WORKSPACE_SID,
	OTHER_WORKSPACE_SID,
	bySid as recordsBySid,
	makeReservation,
	makeWorker,
	startTwilio,
	workerChannelSid,
	type TwilioState,
} from '../../../simulators';
import { useSimulator } from '../../support/pack/useSimulator';
import { startRecorder } from '../../support/pack/recorder';
import { byName, bySid, twilioCredential } from '../../support/pack/vendors';

const { anna, bob, carla, dawid, elif, frank } = PEOPLE;
const stage = useSimulator(startTwilio);

async function run(operation: string, parameters: INodeParameters = {}, items?: IDataObject[]) {
	const [resource = '', name = ''] = operation.split('.');
	const { out, error } = await stage.bench.run({
		node: 'twilioTaskRouter',
		parameters: { resource, operation: name, workspace: bySid(WORKSPACE_SID), ...parameters },
		...(items && { items }),
		credentials: twilioCredential(stage.simulator.url),
	});
	return { items: out.map(({ json }) => json), error };
}

/** For what must go well. */
async function did(operation: string, parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { items, error } = await run(operation, parameters);
	if (error) throw error;
	return items;
}

const namesOf = (items: IDataObject[]) => items.map((item) => item.friendly_name);
const written = () => stage.simulator.seen.filter(({ method }) => method !== 'GET');
const ofAnna = { worker: bySid(anna.worker) };
const ofBob = { worker: bySid(bob.worker) };
const voice = workerChannelSid(anna.worker, TASK_CHANNEL.voice);
const attributesOf = (worker: string) =>
	JSON.parse(stage.simulator.state.workers[worker]?.attributes ?? 'null') as IDataObject;

/** Workers "Agent 0000", "Agent 0001" …; every third has the skill. */
const many = (count: number): Pick<TwilioState, 'workers'> => ({
	workers: recordsBySid(
		Array.from({ length: count }, (_, index) =>
			makeWorker({
				friendly_name: `Agent ${String(index).padStart(4, '0')}`,
				attributes: JSON.stringify({ skills: index % 3 === 0 ? ['billing'] : [] }),
			}),
		),
	),
});

describe('an activity', () => {
	it('is created as it was described', async () => {
		await stage.start();

		const [created] = await did('activity.create', { friendlyName: 'Lunch & tea', available: true });

		expect(created).toMatchObject({ friendly_name: 'Lunch & tea', available: true });
		expect(stage.simulator.state.activities[created?.sid as string]).toMatchObject({
			friendly_name: 'Lunch & tea',
			workspace_sid: WORKSPACE_SID,
		});
	});

	it('is read', async () => {
		await stage.start();

		expect(await did('activity.get', { activity: bySid(ACTIVITY.break) })).toMatchObject([
			{ sid: ACTIVITY.break, friendly_name: 'Break', available: false },
		]);
	});

	it('is listed by what it is and by its name', async () => {
		await stage.start();

		expect(namesOf(await did('activity.getAll'))).toEqual(['Offline', 'Available', 'Unavailable', 'Break', 'Busy']);
		expect(namesOf(await did('activity.getAll', { filters: { available: true } }))).toEqual(['Available']);
		expect(namesOf(await did('activity.getAll', { filters: { friendlyName: 'busy' } }))).toEqual(['Busy']);
	});

	it('is renamed', async () => {
		await stage.start();

		await did('activity.update', { activity: byName('break'), friendlyName: 'Pause' });

		expect(stage.simulator.state.activities[ACTIVITY.break]?.friendly_name).toBe('Pause');
	});

	it('is deleted, and the item says so', async () => {
		await stage.start();

		const items = await did('activity.delete', { activity: bySid(ACTIVITY.unavailable) });

		expect(items).toEqual([{ deleted: true }]);
		expect(stage.simulator.state.activities).not.toHaveProperty(ACTIVITY.unavailable);
	});

	it('in use stays, and the reason is told', async () => {
		await stage.start();

		const { error } = await run('activity.delete', { activity: bySid(ACTIVITY.busy) });

		expect(error?.message).toContain('is in use');
		expect(stage.simulator.state.activities).toHaveProperty(ACTIVITY.busy);
	});
});

describe('events', () => {
	const listed = async (filters: INodeParameters) =>
		(await did('event.getAll', { returnAll: true, filters })).map(({ sid }) => sid);

	it('are those of the last quarter of an hour unless a period is named', async () => {
		await stage.start();

		expect(await listed({})).toEqual([EVENT.bob, EVENT.dawid]);
		expect(await listed({ minutes: 7 })).toEqual([EVENT.dawid]);
		expect(await listed({ minutes: 600 })).toEqual([EVENT.frank, EVENT.bob, EVENT.dawid]);
		expect(await listed({ startDate: new Date(Date.now() - 86_400_000).toISOString() })).toHaveLength(3);
		// In production n8n's sandbox hands such a moment over as a record.
		expect(await listed({ startDate: '={{ $now.minus({ days: 1 }) }}' })).toHaveLength(3);
	});

	it('are chosen by worker, type and SID', async () => {
		await stage.start();

		expect(await listed({ worker: byName(bob.name) })).toEqual([EVENT.bob]);
		expect(await listed({ eventType: 'worker.created' })).toEqual([]);
		expect(await listed({ eventSid: EVENT.dawid })).toEqual([EVENT.dawid]);
	});
});

describe('a reservation', () => {
	const ofWorker = (worker: string, reservation: string) => ({
		worker: bySid(worker),
		reservation: bySid(reservation),
	});

	it('is read and listed by its state', async () => {
		await stage.start();

		expect(await did('reservation.get', ofWorker(bob.worker, RESERVATION.bob))).toMatchObject([
			{ sid: RESERVATION.bob, reservation_status: 'pending' },
		]);
		expect(await did('reservation.getAll', ofBob)).toHaveLength(1);
		expect(await did('reservation.getAll', { ...ofBob, filters: { reservationStatus: 'accepted' } })).toEqual([]);
	});

	it('is completed', async () => {
		await stage.start();

		const [updated] = await did('reservation.update', {
			...ofWorker(carla.worker, RESERVATION.carla),
			reservationStatus: 'completed',
		});

		expect(updated).toMatchObject({ reservation_status: 'completed' });
		expect(stage.simulator.state.reservations[RESERVATION.carla]?.reservation_status).toBe('completed');
	});

	it('is rejected, and the worker goes where the item says', async () => {
		await stage.start();

		await did('reservation.update', {
			...ofWorker(bob.worker, RESERVATION.bob),
			reservationStatus: 'rejected',
			additionalFields: { workerActivity: byName('break') },
		});

		expect(stage.simulator.state.reservations[RESERVATION.bob]?.reservation_status).toBe('rejected');
		expect(stage.simulator.state.workers[bob.worker]?.activity_sid).toBe(ACTIVITY.break);
	});

	it('is left alone when it is so already', async () => {
		await stage.start();

		const items = await did('reservation.update', {
			...ofWorker(carla.worker, RESERVATION.carla),
			reservationStatus: 'accepted',
			onlyIfChanged: true,
		});

		expect(items).toMatchObject([{ sid: RESERVATION.carla, changed: false }]);
		expect(written()).toEqual([]);
	});

	it('is listed over several pages', async () => {
		await stage.start();
		stage.simulator.state.reservations = recordsBySid(
			Array.from({ length: 1_003 }, () => makeReservation({ worker_sid: bob.worker })),
		);

		expect(await did('reservation.getAll', { ...ofBob, returnAll: true })).toHaveLength(1_003);
		expect(stage.simulator.seen).toHaveLength(2);
	});
});

describe('statistics', () => {
	it('of one worker are those of that worker', async () => {
		await stage.start();

		const [statistics] = await did('statistics.get', { ...ofBob, filters: { minutes: 60 } });

		expect(statistics).toMatchObject({ worker_sid: bob.worker, cumulative: { reservations_created: 1 } });
	});

	it('of all workers count those that the filters leave', async () => {
		await stage.start();
		const counted = async (filters: INodeParameters) =>
			(await did('statistics.getWorkers', { filters }))[0]?.realtime as IDataObject;

		expect(await counted({})).toMatchObject({ total_workers: 6 });
		expect(await counted({ workerName: anna.name })).toMatchObject({ total_workers: 1 });
		expect(await counted({ taskQueueName: 'Sales' })).toMatchObject({ total_workers: 2 });
		expect(await counted({ taskQueueSid: TASK_QUEUE.support })).toMatchObject({ total_workers: 4 });
	});

	it('of a period are those of the period', async () => {
		await stage.start();
		const created = async (filters: INodeParameters) =>
			(await did('statistics.getCumulative', { filters }))[0]?.reservations_created;

		expect(await created({})).toBe(3);
		expect(await created({ endDate: new Date(Date.now() - 3_600_000).toISOString(), minutes: 600 })).toBe(0);
		expect(await created({ taskChannel: 'chat' })).toBe(0);
	});

	it('of now say how many workers are in each activity', async () => {
		await stage.start();

		const [statistics] = await did('statistics.getRealTime');
		const rows = statistics?.activity_statistics as IDataObject[];

		expect(statistics).toMatchObject({ total_workers: 6 });
		expect(rows.find(({ sid }) => sid === ACTIVITY.available)).toMatchObject({ workers: 2 });
	});
});

describe('a worker', () => {
	it('is created with an activity and attributes', async () => {
		await stage.start();

		const [created] = await did('worker.create', {
			friendlyName: 'Grażyna',
			additionalFields: { activity: byName('Break'), attributes: '{"skills":["ż"]}' },
		});

		expect(stage.simulator.state.workers[created?.sid as string]).toMatchObject({
			friendly_name: 'Grażyna',
			activity_sid: ACTIVITY.break,
			attributes: '{"skills":["ż"]}',
		});
	});

	it('is not created twice when the first answer is lost', async () => {
		await stage.start();
		stage.simulator.faults.push({ reset: true, afterProcessing: true, match: { method: 'POST' } });

		const { error } = await run('worker.create', { friendlyName: 'Grace' });

		expect(error).toBeDefined();
		expect(written()).toHaveLength(1);
		expect(
			Object.values(stage.simulator.state.workers).filter(({ friendly_name: name }) => name === 'Grace'),
		).toHaveLength(1);
	});

	it('is deleted, but not in another version than the one named', async () => {
		await stage.start();

		const { error } = await run('worker.delete', { ...ofAnna, additionalFields: { ifMatch: '7' } });
		expect(error?.httpCode).toBe('412');
		expect(stage.simulator.state.workers).toHaveProperty(anna.worker);

		expect(await did('worker.delete', { ...ofAnna, additionalFields: { ifMatch: '0' } })).toEqual([
			{ deleted: true },
		]);
		expect(stage.simulator.state.workers).not.toHaveProperty(anna.worker);
	});

	it('gets an activity by name', async () => {
		await stage.start();

		const items = await did('worker.setActivity', {
			worker: byName('ANNA kowalska'),
			activity: byName('available'),
		});

		expect(items).toMatchObject([{ sid: anna.worker, activity_name: 'Available' }]);
		expect(stage.simulator.state.workers[anna.worker]?.activity_sid).toBe(ACTIVITY.available);
	});

	it('with a pending reservation changes activity together with rejecting it', async () => {
		await stage.start();
		const toBreak = { ...ofBob, activity: bySid(ACTIVITY.break) };

		const { error } = await run('worker.setActivity', toBreak);
		expect(error?.message).toContain('pending reservations');

		await did('worker.setActivity', { ...toBreak, rejectPendingReservations: true });
		expect(stage.simulator.state.workers[bob.worker]?.activity_sid).toBe(ACTIVITY.break);
		expect(stage.simulator.state.reservations[RESERVATION.bob]?.reservation_status).toBe('rejected');
	});

	it.each(['worker.setActivity', 'worker.update'])(
		'is not sent an available activity together with rejecting reservations: %s',
		async (operation) => {
			await stage.start();
			const fields = { activity: bySid(ACTIVITY.available), rejectPendingReservations: true };

			const { error } = await run(operation, {
				...ofAnna,
				...(operation === 'worker.update' ? { updateFields: fields } : fields),
			});

			expect(error?.message).toMatch(
				/^Worker WK\w+: 'Reject Pending Reservations' is valid only when the new activity is not available, and "Available" is/,
			);
			expect(written()).toEqual([]);
		},
	);

	it('in the activity already is left alone, whatever goes along with the change', async () => {
		await stage.start();

		const items = await did('worker.setActivity', {
			worker: bySid(dawid.worker),
			activity: byName('Break'),
			onlyIfChanged: true,
			rejectPendingReservations: true,
		});

		expect(items).toMatchObject([{ sid: dawid.worker, changed: false }]);
		expect(written()).toEqual([]);
	});

	it('gets only the fields that differ, and the item says that something changed', async () => {
		await stage.start();
		const { attributes = '' } = stage.simulator.state.workers[anna.worker] ?? {};

		const items = await did('worker.update', {
			...ofAnna,
			updateFields: {
				activity: bySid(ACTIVITY.busy),
				friendlyName: anna.name,
				attributes: JSON.stringify(JSON.parse(attributes), null, 2),
			},
			onlyIfChanged: true,
		});

		expect(items).toMatchObject([{ activity_sid: ACTIVITY.busy, changed: true }]);
		expect(written().map(({ body }) => body)).toEqual([`ActivitySid=${ACTIVITY.busy}`]);
	});

	it('has attributes merged and keeps the others', async () => {
		await stage.start();
		const before = attributesOf(anna.worker);

		const items = await did('worker.mergeAttributes', {
			...ofAnna,
			attributes: '{"skills":["vip","pl"],"email":null,"team":{"name":"billing"}}',
			listRule: 'append',
		});

		expect(items).toMatchObject([{ sid: anna.worker, changed: true }]);
		expect(attributesOf(anna.worker)).toEqual({
			contact_uri: before.contact_uri,
			skills: ['support', 'pl', 'vip'],
			team: { name: 'billing' },
		});
	});

	it('gets skills where Flex keeps them, with a level', async () => {
		await stage.start();

		await did('worker.addSkills', { ...ofAnna, skills: 'billing, vip', additionalFields: { level: 3 } });

		expect(attributesOf(anna.worker)).toMatchObject({
			routing: { skills: ['billing', 'vip'], levels: { billing: 3, vip: 3 } },
			skills: ['support', 'pl'],
		});
	});

	it('loses skills and keeps the rest', async () => {
		await stage.start();

		await did('worker.removeSkills', {
			...ofAnna,
			skills: 'pl,unknown',
			skillsAttribute: 'skills',
		});

		expect(attributesOf(anna.worker)).toMatchObject({ skills: ['support'], email: anna.identity });
	});

	it('who has the skill, or lacks it, is not written again', async () => {
		await stage.start();
		const skillsAttribute = 'skills';

		const has = await did('worker.addSkills', { ...ofAnna, skills: 'pl', skillsAttribute });
		const lacks = await did('worker.removeSkills', { ...ofAnna, skills: 'vip', skillsAttribute });

		expect([...has, ...lacks].map(({ changed }) => changed)).toEqual([false, false]);
		expect(written()).toEqual([]);
	});
});

describe('a list of workers', () => {
	const filtered = async (filters: INodeParameters) => namesOf(await did('worker.getAll', { filters }));
	const having = async (attribute: string, operator: string, value: string) =>
		await filtered({ conditions: { condition: [{ attribute, operator, value }] } });

	it('is chosen by each filter', async () => {
		await stage.start();

		expect(await filtered({ activity: byName('available') })).toEqual([bob.name, carla.name]);
		expect(await filtered({ activityName: 'Busy' })).toEqual([elif.name]);
		expect(await filtered({ available: false })).toEqual([anna.name, dawid.name, elif.name, frank.name]);
		expect(await filtered({ friendlyName: 'anna kowalska' })).toEqual([anna.name]);
		expect(await filtered({ taskQueueName: 'Sales' })).toEqual([carla.name, elif.name]);
		expect(await filtered({ taskQueueSid: TASK_QUEUE.sales, activityName: 'Busy' })).toEqual([elif.name]);
	});

	it('comes in the order that was asked for', async () => {
		await stage.start();

		const newest = await filtered({ ordering: 'DateStatusChanged:desc' });
		const oldest = await filtered({ ordering: 'DateStatusChanged:asc' });

		expect(newest.slice(0, 3)).toEqual([dawid.name, bob.name, frank.name]);
		expect(oldest.slice(-3)).toEqual([frank.name, bob.name, dawid.name]);
	});

	it.each([
		['skills', 'HAS', 'pl', [anna.name, dawid.name]],
		['activity_name', 'EQ', 'Busy', [elif.name]],
		['friendly_name', '!=', anna.name, [bob.name, carla.name, dawid.name, elif.name, frank.name]],
		['activity_name', 'IN', 'Busy, Break', [dawid.name, elif.name]],
		['level', '>=', '3', [bob.name]],
		['level', '<', '3', [anna.name]],
		['level', 'EQ', '"3"', [carla.name]],
		['nick', 'EQ', `O'Neil "the" \\ boss`, [dawid.name]],
		['nick', 'EQ', `x' OR friendly_name != 'y`, []],
	])('by the condition %s %s %s', async (attribute, operator, value, expected) => {
		await stage.start({ expressionRatePerSecond: 100 });
		const extra: Array<[string, IDataObject]> = [
			[anna.worker, { level: 2 }],
			[bob.worker, { level: 3 }],
			[carla.worker, { level: '3' }],
			[dawid.worker, { nick: `O'Neil "the" \\ boss` }],
		];
		for (const [sid, more] of extra) {
			const worker = stage.simulator.state.workers[sid];
			if (worker) worker.attributes = JSON.stringify({ ...attributesOf(sid), ...more });
		}

		expect(await having(attribute, operator, value)).toEqual(expected);
	});

	it('meets all of several conditions', async () => {
		await stage.start();

		expect(
			await filtered({
				conditions: {
					condition: [
						{ attribute: 'skills', operator: 'HAS', value: 'support' },
						{ attribute: 'skills', operator: 'HAS', value: 'en' },
					],
				},
			}),
		).toEqual([bob.name, dawid.name]);
	});

	it('comes whole over several pages, each worker once', async () => {
		await stage.start(many(2_345));

		const items = await did('worker.getAll', { returnAll: true });

		expect(new Set(namesOf(items)).size).toBe(2_345);
		expect(items).toHaveLength(2_345);
		expect(
			stage.simulator.seen.map(({ path }) => new URL(path, stage.simulator.url).searchParams.get('PageSize')),
		).toEqual(['1000', '1000', '1000']);
	});

	it.each([
		[1, 1],
		[50, 1],
		[1_000, 1],
		[1_001, 2],
	])('ends at a limit of %i after %i pages', async (limit, pages) => {
		await stage.start(many(1_234));

		const items = await did('worker.getAll', { limit });

		expect(items).toHaveLength(limit);
		expect(namesOf(items).at(-1)).toBe(`Agent ${String(limit - 1).padStart(4, '0')}`);
		expect(stage.simulator.seen).toHaveLength(pages);
	});

	it('keeps its filter on every page', async () => {
		await stage.start(many(3_100));

		const items = await did('worker.getAll', {
			returnAll: true,
			filters: { conditions: { condition: [{ attribute: 'skills', operator: 'HAS', value: 'billing' }] } },
		});

		expect(items).toHaveLength(1_034);
		expect(stage.simulator.seen.every(({ path }) => path.includes('TargetWorkersExpression'))).toBe(true);
	});

	it('that would go on at another host stops there: no key goes to it', async () => {
		await stage.start(many(3));
		const elsewhere = await startRecorder(() => ({ body: { workers: [], meta: {} } }));
		stage.simulator.faults.push({
			status: 200,
			body: { workers: [{ sid: 'WK1' }], meta: { next_page_url: `${elsewhere.url}/taskrouter/v1/Workspaces` } },
		});

		const { error, items } = await run('worker.getAll', { returnAll: true });

		expect(error?.message).toContain(new URL(elsewhere.url).host);
		expect(items).toEqual([]);
		expect(elsewhere.seen).toEqual([]);
		expect(stage.simulator.seen).toHaveLength(1);
		await elsewhere.close();
	});

	it('of each item is linked to it', async () => {
		await stage.start();

		const { items, error } = await run('worker.getAll', { filters: { friendlyName: '={{ $json.name }}' } }, [
			{ name: anna.name },
			{ name: 'nobody' },
			{ name: bob.name },
		]);

		expect(error).toBeUndefined();
		expect(namesOf(items)).toEqual([anna.name, bob.name]);
	});
});

describe('a worker channel', () => {
	it('is read, by SID and by name', async () => {
		await stage.start();

		const byId = await did('workerChannel.get', { ...ofAnna, channel: bySid(voice) });

		expect(byId).toMatchObject([{ sid: voice, task_channel_unique_name: 'voice', configured_capacity: 1 }]);
		expect(await did('workerChannel.get', { ...ofAnna, channel: byName('Voice') })).toEqual(byId);
	});

	it('is listed with the others', async () => {
		await stage.start();

		const all = await did('workerChannel.getAll', ofAnna);

		expect(all.map(({ task_channel_unique_name: name }) => name)).toEqual(['default', 'voice', 'chat', 'sms']);
		expect(await did('workerChannel.getAll', { ...ofAnna, limit: 3 })).toEqual(all.slice(0, 3));
	});

	it('gets another capacity, and is closed', async () => {
		await stage.start();

		await did('workerChannel.update', {
			...ofAnna,
			channel: byName('voice'),
			updateFields: { capacity: 0, available: false },
		});

		expect(stage.simulator.state.workerChannels[voice]).toMatchObject({ configured_capacity: 0, available: false });
	});

	it('is left alone when it is so already', async () => {
		await stage.start();

		const items = await did('workerChannel.update', {
			...ofAnna,
			channel: bySid(voice),
			updateFields: { capacity: 1 },
			onlyIfChanged: true,
		});

		expect(items).toMatchObject([{ sid: voice, changed: false }]);
		expect(written()).toEqual([]);
	});

	it.each([true, false])(
		'has its switch set to %j in any case: what is shown says nothing about it',
		async (available) => {
			await stage.start();
			const bobsVoice = workerChannelSid(bob.worker, TASK_CHANNEL.voice);
			// Bob's voice is full with a pending reservation: it shows false although nobody switched it off.
			await did('workerChannel.update', {
				...ofBob,
				channel: bySid(bobsVoice),
				updateFields: { capacity: 1, available },
				onlyIfChanged: true,
			});

			expect(written().map(({ body }) => body)).toEqual([`Available=${String(available)}`]);
			expect(stage.simulator.state.workerChannels[bobsVoice]?.available).toBe(available);
		},
	);
});

describe('a workspace', () => {
	it('is read', async () => {
		await stage.start();

		expect(await did('workspace.get', { workspace: byName('back office') })).toMatchObject([
			{ sid: OTHER_WORKSPACE_SID },
		]);
	});

	it('is listed, all or by name', async () => {
		await stage.start();

		expect(namesOf(await did('workspace.getAll'))).toEqual(['Support', 'Back Office']);
		expect(namesOf(await did('workspace.getAll', { limit: 1 }))).toEqual(['Support']);
		expect(namesOf(await did('workspace.getAll', { filters: { friendlyName: 'back office' } }))).toEqual([
			'Back Office',
		]);
	});
});
