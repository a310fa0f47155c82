import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	PEOPLE,
	VOIPNOW_QUEUE,
	VOIPNOW_REMOTE_NUMBER,
	VOIPNOW_USER,
	type Queue,
	type VoipNowState,
} from '../../../simulators';
import { bySid } from '../../support/pack/vendors';
import { each, readsIn, rowsOf, textAt, useStage, wish, writesIn } from '../../support/pack/stage';

const { anna, bob, dawid, frank } = PEOPLE;
const stage = useStage();

const digits = VOIPNOW_REMOTE_NUMBER.slice(1);
const short = (extension: string) => extension.slice(5);
const inQueue = { vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE };
const goesOn = { onError: 'continueRegularOutput' as const };
const statusOf = (agent: string) => stage.voipNow.state.queues[VOIPNOW_QUEUE]?.agents[agent];
const written = () => writesIn(stage.voipNow.seen).map(({ path }) => path.replace(/.*\//, ''));
const reads = () =>
	readsIn(stage.voipNow.seen).map((path) => path.replace(/.*\/queue\/agents/, '').replace(/\?.*/, ''));

const setState = async (agent: string) =>
	await stage.bench.run({
		node: 'voipNow',
		parameters: {
			resource: 'queueAgent',
			operation: 'setState',
			user: '@me',
			queues: VOIPNOW_QUEUE,
			agent: bySid(agent),
			state: 'available',
		},
		credentials: stage.credentials,
	});

const own = async (operation: string, parameters: INodeParameters): Promise<IDataObject[]> => {
	const { out, error } = await stage.bench.run({
		node: 'voipNow',
		parameters: { resource: 'queueAgent', operation, user: '@me', queue: VOIPNOW_QUEUE, ...parameters },
		credentials: stage.credentials,
	});
	if (error) throw error;
	return rowsOf(out);
};

describe('a remote agent', () => {
	it.each([
		['agent ID', frank.extension],
		['public number', VOIPNOW_REMOTE_NUMBER],
		['public number without its plus', digits],
	])('is set by Set State, named by %s, and written by ID', async (_how, named) => {
		const { out, error } = await setState(named);

		expect(error?.message).toBeUndefined();
		expect(out.map(({ json }) => [json.agent, json.agentId, json.previous, json.current, json.outcome])).toEqual([
			[VOIPNOW_REMOTE_NUMBER, frank.extension, 'offline', 'available', 'changed'],
		]);
		expect(written()).toEqual([frank.extension]);
		expect(statusOf(frank.extension)).toBe('1');
	});

	it.each([
		['alone', []],
		['among four', [anna, bob, dawid].map(({ extension }) => extension)],
	])('is set by Agent State however it is named: %s', async (_how, others) => {
		for (const named of [frank.extension, VOIPNOW_REMOTE_NUMBER, digits]) {
			await stage.reset();
			const { out } = await stage.run(
				inQueue,
				[named, ...others].map((agent) => wish(agent, 'available')),
			);

			expect(each(out, 'outcome')[0]).toBe('changed');
			expect(each(out, 'agentId')[0]).toBe(frank.extension);
			expect(statusOf(frank.extension)).toBe('1');
		}
	});

	it('named in two ways is one agent: one change and one row', async () => {
		const { out } = await stage.run(
			inQueue,
			[frank.extension, VOIPNOW_REMOTE_NUMBER].map((agent) => wish(agent, 'break')),
		);

		expect(each(out, 'outcome')).toEqual(['changed']);
		expect(each(out, 'agentId')).toEqual([frank.extension]);
		expect(written()).toEqual([frank.extension]);
	});

	it('named in two ways cannot be asked into two states', async () => {
		const { out } = await stage.run(
			inQueue,
			[wish(frank.extension, 'break'), wish(VOIPNOW_REMOTE_NUMBER, 'available')],
			goesOn,
		);

		expect(each(out, 'outcome')).toEqual(['failed', 'failed']);
		expect(written()).toEqual([]);
	});

	it('goes back to the state before', async () => {
		const { out } = await stage.run(inQueue, [wish(VOIPNOW_REMOTE_NUMBER, 'available')]);
		const { out: back, error } = await stage.run({ ...inQueue, operation: 'restorePrevious' }, rowsOf(out));

		expect(error?.message).toBeUndefined();
		expect(each(back, 'outcome')).toEqual(['changed']);
		expect(statusOf(frank.extension)).toBe('0');
	});

	it('who is not in the queue is told from one who is, whatever number is given', async () => {
		const { out } = await stage.run(
			inQueue,
			[wish('+40211234567', 'available'), wish('5002', 'available')],
			goesOn,
		);

		expect(each(out, 'outcome')).toEqual(['failed', 'failed']);
		expect(textAt(out, 0)).toContain('matches no queue agent');
		expect(written()).toEqual([]);
	});

	it('is chosen from the list by number and written by ID', async () => {
		const { results } = await stage.bench.search({
			node: 'voipNow',
			method: 'searchAgents',
			parameters: { resource: 'queueAgent', operation: 'update', user: '@me', queue: VOIPNOW_QUEUE },
			credentials: stage.credentials,
		});
		const entry = results.find(({ name }) => name.startsWith(VOIPNOW_REMOTE_NUMBER));

		expect(entry).toEqual({ name: `${VOIPNOW_REMOTE_NUMBER} (logged out)`, value: frank.extension });
		expect(await own('update', { agent: bySid(String(entry?.value)), status: '2' })).toMatchObject([
			{ agentNumber: VOIPNOW_REMOTE_NUMBER, identifier: frank.extension, status: '2', confirmed: true },
		]);
	});

	it('written by the public number is refused, and the advice says what it goes by', async () => {
		const { error } = await stage.bench.run({
			node: 'voipNow',
			parameters: {
				resource: 'queueAgent',
				operation: 'update',
				user: '@me',
				queue: VOIPNOW_QUEUE,
				agent: bySid(VOIPNOW_REMOTE_NUMBER),
				status: '1',
			},
			credentials: stage.credentials,
		});

		expect(error?.description).toContain('A remote agent goes by the agent ID, not by the phone number.');
	});
});

describe('an extension', () => {
	const forms: Array<VoipNowState['extensionForm']> = ['long', 'short'];
	const cases = forms.flatMap((shown) =>
		[anna.extension, short(anna.extension)].map((named) => [shown, named] as const),
	);

	it.each(cases)('shown in the %s form and given as %s means the same agent', async (extensionForm, named) => {
		await stage.reset({ voipNow: { extensionForm } });
		const { out, error } = await setState(named);

		expect(error?.message).toBeUndefined();
		const known = extensionForm === 'short' ? short(anna.extension) : anna.extension;
		expect(out.map(({ json }) => [json.agent, json.agentId, json.outcome])).toEqual([[known, known, 'changed']]);
		expect(written()).toEqual([known]);
		expect(statusOf(anna.extension)).toBe('1');
	});

	it.each(cases)('shown in the %s form and given as %s is found among many', async (extensionForm, named) => {
		await stage.reset({ voipNow: { extensionForm } });
		const others = [bob, dawid].map(({ extension }) => wish(short(extension), 'offline'));
		const { out } = await stage.run(inQueue, [wish(named, 'available'), ...others]);

		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'changed']);
		expect(reads()).toEqual(['']);
		expect(statusOf(anna.extension)).toBe('1');
	});

	it.each(cases)('shown in the %s form and given as %s is confirmed by Update', async (extensionForm, named) => {
		await stage.reset({ voipNow: { extensionForm } });
		const agent = bySid(named);

		expect(await own('update', { agent, status: '2' })).toMatchObject([{ status: '2', confirmed: true }]);
		expect(await own('get', { agent })).toMatchObject([{ status: '2' }]);
		expect(await own('update', { agent, status: '2', onlyIfChanged: true })).toMatchObject([{ changed: false }]);
	});

	it.each(forms)('given in both forms is one agent, shown in the %s one', async (extensionForm) => {
		await stage.reset({ voipNow: { extensionForm } });
		const known = extensionForm === 'short' ? short(anna.extension) : anna.extension;
		const { out } = await stage.run(
			inQueue,
			[anna.extension, short(anna.extension)].map((agent) => wish(agent, 'break')),
		);

		expect(each(out, 'agentId')).toEqual([known]);
		expect(written()).toEqual([known]);
	});

	it('of another account is another agent, and the short form then names neither', async () => {
		const agents: Queue['agents'] = { '0003*210': '0', '0004*210': '0', '0003*211': '0', '0003*214': '0' };
		await stage.reset({ voipNow: { queues: { [VOIPNOW_QUEUE]: { owner: VOIPNOW_USER, agents } } } });
		const { out } = await stage.run(
			inQueue,
			['0003*210', '210', '0005*210', '211'].map((agent) => wish(agent, 'available')),
			goesOn,
		);

		expect(each(out, 'outcome')).toEqual(['changed', 'failed', 'failed', 'changed']);
		expect(textAt(out, 1)).toContain('means several agents: 0003*210, 0004*210');
		expect(written().sort()).toEqual(['0003*210', '0003*211']);
	});

	it('of another account is not the one that the queue shows in its short form', async () => {
		await stage.reset({ voipNow: { extensionForm: 'short' } });
		const { out } = await stage.run(
			inQueue,
			['0004*210', '211', '214'].map((agent) => wish(agent, 'available')),
			goesOn,
		);

		expect(each(out, 'outcome')[0]).toBe('failed');
		expect(written()).toEqual(['214']);
		expect(statusOf(anna.extension)).toBe('0');
	});
});
