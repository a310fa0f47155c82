import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	PEOPLE,
	VOIPNOW_OTHER_QUEUE,
	VOIPNOW_QUEUE,
	VOIPNOW_REMOTE_NUMBER,
	VOIPNOW_SALES_QUEUE,
	VOIPNOW_USER,
	startVoipNow,
	type Queue,
	type VoipNowState,
} from '../../../simulators';
import { useSimulator } from '../../support/pack/useSimulator';
import { bySid, voipNowCredential } from '../../support/pack/vendors';

const { anna, bob, carla, dawid, elif } = PEOPLE;
const stage = useSimulator(startVoipNow);

async function run(
	operation: string,
	parameters: INodeParameters = {},
	more: { goOn?: boolean; items?: IDataObject[] } = {},
) {
	const [resource = '', name = ''] = operation.split('.');
	return await stage.bench.run({
		node: 'voipNow',
		parameters: { resource, operation: name, user: '@me', ...parameters },
		credentials: voipNowCredential(stage.simulator.url),
		...(more.items && { items: more.items }),
		...(more.goOn && { onError: 'continueErrorOutput' as const }),
	});
}

async function did(operation: string, parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { out, error } = await run(operation, parameters);
	if (error) throw error;
	return out.map(({ json }) => json);
}

const changes = () => stage.simulator.seen.filter(({ method }) => method === 'PUT');
const statusIn = (queue: string, agent: string) => stage.simulator.state.queues[queue]?.agents[agent];
const inSupport = { queue: VOIPNOW_QUEUE };
const both = `${VOIPNOW_QUEUE}, ${VOIPNOW_SALES_QUEUE}`;

describe('a queue agent', () => {
	it.each(['collection', 'arrayOfCollection'] as const)('is read alone, from %s', async (listAnswer) => {
		await stage.start({ listAnswer });

		const items = await did('queueAgent.get', { ...inSupport, agent: bySid(bob.extension) });

		expect(items).toMatchObject([{ agentNumber: bob.extension, status: '1', queue: VOIPNOW_QUEUE }]);
		expect(changes()).toEqual([]);
	});

	it('who is not in the queue is told apart from one who is', async () => {
		await stage.start();

		const { error } = await run('queueAgent.get', { ...inSupport, agent: bySid(carla.extension) });

		expect(error?.message).toContain(`Agent ${carla.extension}`);
		expect(error?.message).toContain('not registered to the queue');
	});

	it.each([
		['0', false],
		['1', true],
	])('is written only when it differs: asked for %s, changed %s', async (status, changed) => {
		await stage.start();

		const items = await did('queueAgent.update', {
			...inSupport,
			agent: bySid(anna.extension),
			status,
			onlyIfChanged: true,
		});

		expect(items).toMatchObject([{ agentNumber: anna.extension, status, changed }]);
		expect(changes()).toHaveLength(changed ? 1 : 0);
		expect(statusIn(VOIPNOW_QUEUE, anna.extension)).toBe(status);
	});
});

describe('one status in several queues', () => {
	const update = { agent: bySid(anna.extension), status: '2' };

	it('is set in each, and one item comes out for each', async () => {
		await stage.start();

		const { out, error } = await run('queueAgent.updateInQueues', { ...update, queues: both });

		expect(error).toBeUndefined();
		expect(out.map(({ json, pairedItem }) => [json.queue, json.status, json.confirmed, pairedItem])).toEqual([
			[VOIPNOW_QUEUE, '2', true, { item: 0 }],
			[VOIPNOW_SALES_QUEUE, '2', true, { item: 0 }],
		]);
		expect([VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE].map((queue) => statusIn(queue, anna.extension))).toEqual([
			'2',
			'2',
		]);
	});

	it.each<[string, INodeParameters[string]]>([
		['a list', '={{ ["0003*212", "0003*216"] }}'],
		['a text with blanks and doubles', ' 0003*212 ,,0003*216, 0003*212'],
	])('takes %s, and no queue twice', async (_what, queues) => {
		await stage.start();

		const items = await did('queueAgent.updateInQueues', { ...update, queues });

		expect(items.map(({ queue }) => queue)).toEqual([VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE]);
		expect(changes()).toHaveLength(2);
	});

	it('is refused for two queues that may be one', async () => {
		await stage.start();

		const { error } = await run('queueAgent.updateInQueues', { ...update, queues: '0003*212, 216, 212' });

		expect(error?.message).toContain('"212" and "0003*212", which may be the same queue');
		expect(stage.simulator.seen).toEqual([]);
	});

	it('leaves other agents and other queues alone', async () => {
		await stage.start();
		const before = structuredClone(stage.simulator.state.queues);

		await did('queueAgent.updateInQueues', { ...update, queues: VOIPNOW_SALES_QUEUE });

		expect(stage.simulator.state.queues).toEqual({
			...before,
			[VOIPNOW_SALES_QUEUE]: {
				...before[VOIPNOW_SALES_QUEUE],
				agents: { ...before[VOIPNOW_SALES_QUEUE]?.agents, [anna.extension]: '2' },
			},
		});
	});

	it('is written only where it differs', async () => {
		await stage.start();
		const queue = stage.simulator.state.queues[VOIPNOW_QUEUE];
		if (queue) queue.agents[anna.extension] = '2';

		const items = await did('queueAgent.updateInQueues', { ...update, queues: both, onlyIfChanged: true });

		expect(items.map(({ queue: name, changed }) => [name, changed])).toEqual([
			[VOIPNOW_QUEUE, false],
			[VOIPNOW_SALES_QUEUE, true],
		]);
		expect(changes()).toHaveLength(1);
	});

	it('goes on in the other queues when one refuses, and every row is linked to the item', async () => {
		await stage.start();

		const { out, failed } = await run(
			'queueAgent.updateInQueues',
			{ ...update, queues: `${VOIPNOW_OTHER_QUEUE},${both}` },
			{ goOn: true },
		);

		expect(out.map(({ json }) => json.queue)).toEqual([VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE]);
		expect(failed.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[expect.stringContaining(`Agent ${anna.extension}`), { item: 0 }],
		]);
	});

	it('stops after the first queue that refuses, if the workflow stops', async () => {
		await stage.start();

		const { error } = await run('queueAgent.updateInQueues', {
			...update,
			queues: `${VOIPNOW_OTHER_QUEUE},${both}`,
		});

		expect(error).toBeDefined();
		expect(changes()).toHaveLength(1);
		expect(statusIn(VOIPNOW_SALES_QUEUE, anna.extension)).toBe('0');
	});
});

describe('a list of queue agents', () => {
	const listed = async (filters: INodeParameters) =>
		(await did('queueAgent.getAll', { ...inSupport, filters })).map(({ agentNumber }) => agentNumber);

	it('is chosen by field, comparison and value', async () => {
		await stage.start();

		expect(await listed({ filterBy: 'status', filterValue: '0' })).toEqual([VOIPNOW_REMOTE_NUMBER, anna.extension]);
		expect(await listed({ filterBy: 'agentNumber', filterOp: 'startsWith', filterValue: '0003' })).toEqual([
			anna.extension,
			bob.extension,
			dawid.extension,
		]);
		expect(await listed({ filterBy: 'agentNumber', filterOp: 'contains', filterValue: '12345' })).toEqual([
			VOIPNOW_REMOTE_NUMBER,
		]);
		expect(await listed({ filterBy: 'queue', filterOp: 'present' })).toHaveLength(4);
	});

	it('comes in the order that was asked for', async () => {
		await stage.start();
		const order = async (sortOrder: string) =>
			(await did('queueAgent.getAll', { ...inSupport, filters: { sortOrder } })).map(({ status }) => status);

		expect(await order('asc')).toEqual(['0', '0', '1', '2']);
		expect(await order('desc')).toEqual(['2', '1', '0', '0']);
	});

	it('has only the fields that were asked for', async () => {
		await stage.start();

		const items = await did('queueAgent.getAll', { ...inSupport, filters: { fields: ['agentNumber', 'status'] } });

		expect(items[0]).toEqual({ agentNumber: VOIPNOW_REMOTE_NUMBER, status: '0' });
	});

	it('keeps its filter over several pages', async () => {
		const agents = Object.fromEntries(
			Array.from({ length: 1_400 }, (_, index) => [`0003*${index + 1_000}`, index % 2 === 0 ? '1' : '0']),
		) as Queue['agents'];
		await stage.start({ queues: { [VOIPNOW_QUEUE]: { owner: VOIPNOW_USER, agents } } });

		const items = await did('queueAgent.getAll', {
			...inSupport,
			returnAll: true,
			filters: { filterBy: 'status', filterValue: '1' },
		});

		expect(items).toHaveLength(700);
		expect(new Set(items.map(({ agentNumber }) => agentNumber)).size).toBe(700);
	});
});

describe('presences', () => {
	const extensions = async (parameters: INodeParameters = {}) =>
		(await did('presence.getAll', { extension: '@self', ...parameters })).map(({ extension }) => extension);
	const all = [anna, bob, carla, dawid, elif].map(({ extension }) => extension);

	it('are those of all extensions of the user, or of one', async () => {
		await stage.start();

		expect(await extensions()).toEqual(all);
		expect(await extensions({ extension: bob.extension })).toEqual([bob.extension]);
		expect((await did('presence.getAll', { extension: '@self' }))[0]).toMatchObject({ status: '1' });
	});

	it('are chosen and ordered', async () => {
		await stage.start();

		expect(await extensions({ filters: { filterBy: 'extension', filterValue: bob.extension } })).toEqual([
			bob.extension,
		]);
		expect(
			await extensions({ filters: { filterBy: 'extension', filterOp: 'startsWith', filterValue: '0003*21' } }),
		).toEqual(all);
		expect(await extensions({ filters: { sortOrder: 'desc' } })).toEqual([...all].reverse());
	});

	it.each([
		[false, 7, 7],
		[false, 600, 600],
		[true, 50, 1_201],
	])('end with Return All %s and limit %i after %i', async (returnAll, limit, count) => {
		const made = Array.from({ length: 1_201 }, (_, index): [string, VoipNowState['extensions'][string]] => [
			`0003*${index + 1_000}`,
			{ owner: VOIPNOW_USER, status: '1', registration: [] },
		]);
		await stage.start({ extensions: Object.fromEntries(made) });

		const items = await extensions({ returnAll, limit });

		expect(items).toEqual(made.slice(0, count).map(([number]) => number));
	});
});
