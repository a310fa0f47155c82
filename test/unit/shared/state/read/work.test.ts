import { readWork } from '../../../../../nodes/shared/state/read/work';
import type { Workload, WorkingAgent } from '../../../../../nodes/shared/state/workload';
import { wholeList } from '../../../../support/acme';
import { answered, officeAdapter, officeOf, refusal, scopeOf } from '../../../../support/stateOffice';

const list = (path: string) => ({ path, paging: wholeList });
const direct: Workload = {
	one: [list('/calls/{agent}'), { ...list('/chats/{agent}'), query: { open: true } }],
	all: [list('/calls'), list('/chats')],
	observe: ({ agent, what, since }) =>
		typeof agent === 'string'
			? {
					agent,
					work: typeof what === 'string' ? { what, since: typeof since === 'string' ? since : null } : null,
				}
			: undefined,
	isSilenceNone: true,
};
const behind: Workload = {
	...direct,
	behind: { ...list('/tasks/{work}/agents'), idOf: ({ task }) => String(task) },
};

/** What the lists hold, by their paths; `undefined`: the service refuses. */
type Lists = Record<string, unknown>;

async function found(workload: Workload, agents: WorkingAgent[], lists: Lists, signal?: AbortSignal) {
	const { client, asked } = officeOf([], (line) => {
		const path = line.replace(/^GET /, '').split('?')[0] ?? '';
		const held = lists[path];
		return path in lists ? (held === undefined ? refusal('No') : answered(held)) : answered([]);
	});
	const scope = scopeOf({ client, adapter: officeAdapter({ workload }), signal });
	const work = await readWork(scope, workload, agents);
	const told = [...work].map(([id, one]) => [
		id,
		one.kind === 'working' ? `${one.work.what} ${one.work.since ?? ''}`.trim() : one.kind,
	]);
	return { told: Object.fromEntries(told) as Record<string, string>, asked };
}
const agents = (...ids: string[]): WorkingAgent[] => ids.map((id) => ({ id }));
const call = (agent: string, since?: string) => ({ agent, what: 'call', since });

it('of up to two agents each is asked about', async () => {
	const { told, asked } = await found(direct, agents('A1', 'A2'), { '/calls/A1': [call('A1', '10:00')] });
	expect(told).toEqual({ A1: 'call 10:00', A2: 'free' });
	expect(asked.sort()).toEqual([
		...['GET /calls/A1', 'GET /calls/A2', 'GET /chats/A1?open=true', 'GET /chats/A2?open=true'],
	]);
});

it('of more the lists of all are read', async () => {
	const { told, asked } = await found(direct, agents('A1', 'A2', 'A3'), {
		'/calls': [call('A1', '10:00'), call('A9'), { agent: 'A2' }, { other: 1 }, 'text', null],
		'/chats': [{ agent: 'A1', what: 'chat', since: '09:00' }],
	});
	expect(told).toEqual({ A1: 'chat 09:00', A2: 'free', A3: 'free' });
	expect(asked).toEqual(['GET /calls', 'GET /chats']);
});

it.each([
	[[call('A1', '10:00'), { agent: 'A1', what: 'chat', since: '09:00' }], 'chat 09:00'],
	[[{ agent: 'A1', what: 'chat', since: '09:00' }, call('A1', '10:00')], 'chat 09:00'],
	[[call('A1', '10:00'), { agent: 'A1', what: 'chat', since: '10:00' }], 'call 10:00'],
	[[call('A1', '10:00'), { agent: 'A1', what: 'chat' }], 'chat'],
	[[{ agent: 'A1' }, call('A1', '10:00')], 'call 10:00'],
	[[call('A1', '10:00'), { agent: 'A1' }], 'call 10:00'],
])('of %j the work that has taken longest is told', async (entries, work) => {
	expect((await found(direct, agents('A1'), { '/calls/A1': entries })).told).toEqual({ A1: work });
	expect((await found(direct, agents('A1', 'A2', 'A3'), { '/calls': entries })).told.A1).toBe(work);
});

describe('where silence says nothing', () => {
	const silent: Workload = { ...direct, isSilenceNone: false };

	it('who is in no list is asked about, and else nobody knows', async () => {
		const { told, asked } = await found(silent, agents('A1', 'A2', 'A3'), {
			'/calls': [{ agent: 'A1' }],
			'/calls/A2': [call('A2')],
		});
		expect(told).toEqual({ A1: 'free', A2: 'call', A3: 'untold' });
		expect(asked).not.toContain('GET /calls/A1');
	});

	it('an answer can say that the service cannot tell', async () => {
		const isUntold: Workload['isUntold'] = ({ status }) => status === 404;
		const { client, requests } = officeOf([], () => answered([], { status: 200 }));
		await readWork(scopeOf({ client }), { ...silent, isUntold }, agents('A1'));
		const expected = (status: number) => requests[0]?.expected?.({ status, headers: {}, body: {} });
		expect([404, 500].map(expected)).toEqual([true, false]);
		expect(requests[0]?.query).toEqual({});
		await readWork(scopeOf({ client }), silent, agents('A1', 'A2', 'A3'));
		expect(requests[2]?.expected).toBeUndefined();
	});
});

it('an agent goes by the words of the lists, and of one without words nobody knows', async () => {
	const wordsOf: Workload['wordsOf'] = ({ id, aliases = [] }) => (id === 'A3' ? [] : [`x${id}`, ...aliases]);
	const { told, asked } = await found(
		{ ...direct, wordsOf },
		[{ id: 'A1' }, { id: 'A2', aliases: ['bob'] }, { id: 'A3' }],
		{ '/calls': [call('xA1'), call('bob'), call('A3')] },
	);
	expect(told).toEqual({ A1: 'call', A2: 'call', A3: 'untold' });
	expect(asked).toEqual(['GET /calls', 'GET /chats']);
	expect(
		await found({ ...direct, wordsOf }, [{ id: 'A1' }, { id: 'A3' }], { '/calls/xA1': [call('other')] }),
	).toEqual({
		told: { A1: 'call', A3: 'untold' },
		asked: ['GET /calls/xA1', 'GET /chats/xA1?open=true'],
	});
});

describe('where one more list says whose a piece of work is', () => {
	it('each piece is asked about once', async () => {
		const { told, asked } = await found(behind, agents('A1', 'A2', 'A3', 'A4'), {
			'/calls': [{ task: 't1' }],
			'/chats': [{ task: 't1' }, { task: 't2' }],
			'/tasks/t1/agents': [call('A1')],
			'/tasks/t2/agents': [{ agent: 'A2' }],
		});
		expect(told).toEqual({ A1: 'call', A2: 'free', A3: 'free', A4: 'free' });
		expect(asked.sort()).toEqual([...['GET /calls', 'GET /chats', 'GET /tasks/t1/agents', 'GET /tasks/t2/agents']]);
	});

	it.each([
		['few', 3, true],
		['too many', 4, false],
		['far too many', 9, false],
	])('they are read where they are %s', async (_what, count, areRead) => {
		// Three agents cost six requests one by one; the two lists cost two.
		const tasks = Array.from({ length: count }, (_, at) => ({ task: `t${at}` }));
		const { asked } = await found(behind, agents('A1', 'A2', 'A3'), { '/calls': tasks });
		expect(asked.some((line) => line.startsWith('GET /tasks/'))).toBe(areRead);
		expect(asked.includes('GET /calls/A1')).toBe(!areRead);
		expect(asked.includes('GET /chats')).toBe(areRead);
	});

	it.each([
		[1, true],
		[2, false],
	])('what the first list holds is counted: with %d more they are read: %s', async (count, areRead) => {
		const tasks = (from: number, many: number) =>
			Array.from({ length: many }, (_, at) => ({ task: `t${from + at}` }));
		const lists = { '/calls': tasks(0, 3), '/chats': tasks(3, count) };
		const { asked } = await found(behind, agents('A1', 'A2', 'A3'), lists);
		expect(asked.some((line) => line.startsWith('GET /tasks/'))).toBe(areRead);
	});

	it('no list is read where that costs no less', async () => {
		const one = { ...behind, one: behind.one.slice(0, 1), all: [...behind.all, list('/mails')] };
		expect((await found(one, agents('A1', 'A2', 'A3'), {})).asked.sort()).toEqual([
			...['GET /calls/A1', 'GET /calls/A2', 'GET /calls/A3'],
		]);
	});
});

describe('nothing is told', () => {
	it.each<[string, Workload, WorkingAgent[], Lists]>([
		['about one', direct, agents('A1'), { '/chats/A1': undefined }],
		['about all', direct, agents('A1', 'A2', 'A3'), { '/chats': undefined }],
		[
			'about a piece of work',
			behind,
			agents('A1', 'A2', 'A3', 'A4'),
			{ '/calls': [{ task: 't1' }], '/tasks/t1/agents': undefined },
		],
	])('where the service refuses the question %s', async (_what, workload, asked, lists) => {
		const { told } = await found(workload, asked, lists);
		expect(told).toEqual(Object.fromEntries(asked.map(({ id }) => [id, 'failed'])));
	});

	it('when the run is over', async () => {
		expect((await found(direct, agents('A1'), {}, AbortSignal.abort())).told).toEqual({});
	});

	it('when the run ends in between', async () => {
		const run = new AbortController();
		const { client } = officeOf([], (line) => {
			if (line.startsWith('GET /tasks/')) run.abort();
			return answered(line === 'GET /calls' ? [1, 2, 3].map((task) => ({ task })) : []);
		});
		const scope = scopeOf({ client, signal: run.signal });
		const work = await readWork(scope, behind, agents('A1', 'A2', 'A3'));
		expect([...work].map(([id, { kind }]) => [id, kind])).toEqual([
			['A1', 'unsent'],
			['A2', 'unsent'],
			['A3', 'unsent'],
		]);
	});

	it('of an ID that fits into no address: the service has none', async () => {
		const { told, asked } = await found(direct, agents('a/b'), {});
		expect(told).toEqual({ 'a/b': 'free' });
		expect(asked).toEqual([]);
	});
});
