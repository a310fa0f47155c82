import { ACTIVITY, bySid, makeWorker, PEOPLE, startTwilio, TASK_QUEUE, WORKSPACE_SID } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { officialClient } from './officialClient';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const workers = () => officialClient(twilio).client.taskrouter.v1.workspaces(WORKSPACE_SID).workers;
type Filter = NonNullable<Parameters<ReturnType<typeof workers>['list']>[0]>;
const names = async (filter: Filter) => (await workers().list(filter)).map(({ friendlyName }) => friendlyName);
const nameOf = (...keys: Array<keyof typeof PEOPLE>) => keys.map((key) => PEOPLE[key].name);

describe('a list of workers on the Twilio simulator', () => {
	it.each([
		["skills HAS 'es'", nameOf('carla')],
		["skills HAS 'support' AND skills HAS 'pl'", nameOf('anna', 'dawid')],
		["activity_name == 'Busy' OR friendly_name == 'Bob Stone'", nameOf('bob', 'elif')],
		[`sid IN ['${PEOPLE.frank.worker}']`, nameOf('frank')],
		[`activity_sid == "${ACTIVITY.break}"`, nameOf('dawid')],
		["email CONTAINS 'anna'", nameOf('anna')],
		["nothing == 'x'", []],
	])('is filtered by the expression %s', async (targetWorkersExpression, expected) => {
		expect(await names({ targetWorkersExpression })).toEqual(expected);
	});

	it('takes the name of a field of the worker for that field, whatever the attributes hold', async () => {
		Object.assign(twilio.state.workers[PEOPLE.anna.worker] ?? {}, { attributes: '{"activity_name":"Busy"}' });

		expect(await names({ targetWorkersExpression: "activity_name == 'Busy'" })).toEqual(nameOf('elif'));
	});

	it('is filtered by an expression and another filter together, page by page', async () => {
		expect(
			await names({ targetWorkersExpression: "skills HAS 'support'", available: 'false', pageSize: 2 }),
		).toEqual(nameOf('anna', 'dawid', 'frank'));
	});

	it.each(["skills HAS 'x", 'skills', 'skills ~ 1'])(
		'is refused with the expression %s',
		async (targetWorkersExpression) => {
			await expect(workers().page({ targetWorkersExpression })).rejects.toMatchObject({
				status: 400,
				code: 20001,
			});
		},
	);

	it.each([
		[{ taskQueueSid: TASK_QUEUE.sales }, nameOf('carla', 'elif')],
		[{ taskQueueName: 'support' }, nameOf('anna', 'bob', 'dawid', 'frank')],
		[{ taskQueueName: 'Nobody' }, []],
	])('is filtered by the task queue %j', async (filter, expected) => {
		expect(await names(filter)).toEqual(expected);
	});

	it('is ordered by the last change of activity, page by page', async () => {
		twilio.state.workers = bySid(
			['2025-01-03', '2025-01-01', '2025-01-02', '2025-01-01'].map((day, index) =>
				makeWorker({ friendly_name: `${day} ${index}`, date_status_changed: `${day}T00:00:00Z` }),
			),
		);
		const rising = ['2025-01-01 1', '2025-01-01 3', '2025-01-02 2', '2025-01-03 0'];

		expect(await names({ ordering: 'DateStatusChanged:asc', pageSize: 1 })).toEqual(rising);
		expect(await names({ ordering: 'DateStatusChanged:desc', pageSize: 3 })).toEqual([
			'2025-01-03 0',
			'2025-01-02 2',
			'2025-01-01 1',
			'2025-01-01 3',
		]);
		await expect(workers().page({ ordering: 'FriendlyName:asc' })).rejects.toMatchObject({
			status: 400,
			code: 20001,
		});
	});

	describe('with an expression', () => {
		const targetWorkersExpression = '1 == 1';
		const burst = async (count: number, filter: Filter = { targetWorkersExpression }) =>
			await Promise.all(
				Array.from({ length: count }, async () => {
					const { client, exchanges } = officialClient(twilio);
					await client.taskrouter.v1
						.workspaces(WORKSPACE_SID)
						.workers.page(filter)
						.catch(() => undefined);
					return exchanges[0]?.status;
				}),
			);

		it('comes three times a second', async () => {
			expect((await burst(5)).sort()).toEqual([200, 200, 200, 429, 429]);
			// Others have their own limit.
			expect((await burst(5, { friendlyName: 'x' })).every((status) => status === 200)).toBe(true);
		});

		it('comes as often as told, and says so', async () => {
			twilio.state.expressionRatePerSecond = 1;

			const first = await workers().listWithHttpInfo({ targetWorkersExpression });
			expect(first.headers).toMatchObject({
				'x-rate-limit-limit': '1',
				'x-rate-limit-remaining': '0',
				'x-rate-limit-config': 'Worker-List-TargetWorkersExpression',
			});
			await expect(workers().page({ targetWorkersExpression })).rejects.toMatchObject({
				status: 429,
				code: 20429,
			});
		});
	});
});
