import { plainFailure } from '../../../../../nodes/shared/http/failure';
import type { Pagination } from '../../../../../nodes/shared/http/pagination';
import { readAgents, type FoundAgent } from '../../../../../nodes/shared/state/read/agents';
import { readAllAgents } from '../../../../../nodes/shared/state/read/allAgents';
import { isRecord } from '../../../../../nodes/shared/values/record';
import {
	agentList,
	answered,
	officeAdapter,
	officeOf,
	reading,
	refusal,
	scopeOf,
} from '../../../../support/stateOffice';

/** Two of them are called Bob: in a list of names the other one is counted. */
const people = [
	{ id: 'A1', name: 'Anna', state: 'on' },
	{ id: 'A2', name: 'Bob', state: 'on' },
	{ id: 'A3', name: 'Zoë', alias: 'zoe@x', state: 'on' },
	{ id: 'A4', name: 'Bob', state: 'on' },
];
type Reading = Partial<typeof reading>;
type Instead = Parameters<typeof officeOf>[1];

async function found(named: string[], more: Reading = {}, instead?: Instead, records: object[] = people) {
	const office = officeOf(records as Array<Record<string, unknown>>, instead);
	const scope = scopeOf({ client: office.client, adapter: officeAdapter({ reading: { ...reading, ...more } }) });
	const agents = await readAgents(scope, named);
	return { asked: office.asked, told: Object.fromEntries([...agents].map(([text, one]) => [text, tell(one)])) };
}
const tell = (one: FoundAgent): string => {
	if (one.kind === 'observed') return one.observed.id;
	if (one.kind === 'unknown') return one.problem;
	return one.kind === 'failed' ? one.failure.message : one.kind;
};

it('up to two are read one by one', async () => {
	expect(await found(['A1', 'A3', 'A1'])).toEqual({
		asked: ['GET /agents/A1', 'GET /agents/A3'],
		told: { A1: 'A1', A3: 'A3' },
	});
});

it('more are read from the list', async () => {
	expect(await found(['A1', 'A2', 'A3'])).toEqual({
		asked: ['GET /agents'],
		told: { A1: 'A1', A2: 'A2', A3: 'A3' },
	});
});

it('nobody is read where the service does not tell states', async () => {
	const office = officeOf(people);
	const scope = scopeOf({ client: office.client, adapter: officeAdapter({ reading: undefined }) });
	expect([...(await readAgents(scope, ['A1']))]).toEqual([]);
	expect(office.asked).toEqual([]);
});

it('who is not in the list does not exist', async () => {
	const { told } = await found(['A1', 'A2', 'A9']);
	expect(told.A9).toBe('matches no agent. There are: Anna, Bob, Zoë and 1 more');
});

it('only ten are told what there is', async () => {
	const strangers = Array.from({ length: 11 }, (_, at) => `A9${at}`);
	const { told } = await found(strangers);
	expect(Object.values(told)).toEqual([
		...Array<string>(10).fill('matches no agent. There are: Anna, Bob, Zoë and 1 more'),
		'matches no agent',
	]);
});

it('a word that is no ID is looked for in the list, if there is one, and is no name there', async () => {
	expect(await found(['zoe@x'])).toEqual({ asked: ['GET /agents'], told: { 'zoe@x': 'A3' } });
	expect((await found(['Anna'])).told.Anna).toContain('matches no agent');
	expect(await found(['A1'], { list: undefined })).toEqual({ asked: ['GET /agents/A1'], told: { A1: 'A1' } });
	expect(await found(['A1', 'A2', 'A3'], { list: undefined })).toMatchObject({
		asked: ['GET /agents/A1', 'GET /agents/A2', 'GET /agents/A3'],
	});
});

describe('a name', () => {
	const list = { ...agentList, find: (name: string) => ({ name }) };
	const byName: Instead = (asked) => {
		const [, name] = /\?name=(.*)$/.exec(asked) ?? [];
		const wanted = new URLSearchParams(`n=${name ?? ''}`).get('n') ?? '';
		return name === undefined
			? undefined
			: answered(people.filter((one) => one.name.toLowerCase() === wanted.toLowerCase()));
	};

	it('is asked for, and the answer holds the whole agent', async () => {
		expect(await found([' anna '], { list }, byName)).toEqual({
			asked: ['GET /agents?name=anna'],
			told: { ' anna ': 'A1' },
		});
	});

	it('of several is told with their IDs', async () => {
		expect((await found(['Bob'], { list }, byName)).told.Bob).toBe(
			'means several agents: A2, A4. Name it by its ID',
		);
		expect((await found(['Bob', 'Anna', 'A3'], { list }, byName)).told).toEqual({
			...{ Bob: 'means several agents: A2, A4. Name it by its ID', Anna: 'A1', A3: 'A3' },
		});
	});

	it('that the service does not find is looked for in the whole list', async () => {
		const { asked, told } = await found(['Zoe'], { list }, byName);
		expect(asked.slice(0, 2)).toEqual(['GET /agents?name=Zoe', 'GET /agents']);
		expect(asked.at(-1)).toBe('GET /agents/A3');
		expect(told.Zoe).toBe('A3');
	});

	it('of nobody is told with those who are there', async () => {
		expect((await found(['Eve'], { list }, byName)).told.Eve).toBe(
			'matches no agent. There are: Anna, Bob, Zoë and 1 more',
		);
	});

	it('is not found where the service fails', async () => {
		expect((await found(['Anna'], { list }, () => refusal('No'))).told.Anna).toBe('No');
		expect((await found(['Anna'], { list }, () => ({ kind: 'unsent' }))).told.Anna).toBe('unsent');
	});

	it('without accents is that of whom it means alone, in a list that was read whole', async () => {
		expect((await found(['Zoe', 'Anna', 'A2'], { list }, byName)).told).toEqual({
			Zoe: 'A3',
			Anna: 'A1',
			A2: 'A2',
		});
		const twins = [...people, { id: 'A5', name: 'Zoé', state: 'on' }];
		expect((await found(['Zoe', 'Anna', 'A2'], { list }, undefined, twins)).told.Zoe).toBe(
			'means several agents: Zoë: A3, Zoé: A5. Name it by its ID',
		);
	});

	it('can be any word that people use for the agent', async () => {
		const eva = { id: 'A6', name: 'Eva', names: ['Eva (ev)', 'ev'], state: 'on' };
		const told = async (name: string) => (await found([name], { list }, () => answered([eva]))).told[name];
		expect(await told('EV')).toBe('A6');
		expect(await told('eva (ev)')).toBe('A6');
	});

	it('is not found where the whole list cannot be read', async () => {
		const instead: Instead = (asked) => (asked.includes('?') ? answered([]) : refusal('No'));
		expect((await found(['Eve'], { list }, instead)).told.Eve).toBe('No');
	});

	it('is not that of an answer about someone else', async () => {
		const { told } = await found(['Anna'], { list }, (asked) =>
			asked.includes('?') ? answered([people[1], 'text', { name: 'Anna' }]) : undefined,
		);
		expect(told.Anna).toBe('A1');
	});
});

it('what is no agent in the list is left out', async () => {
	const { told } = await found(['A1', 'A2', 'A9'], {}, () => answered([null, 'text', {}, people[0]]));
	expect(told).toEqual({
		A1: 'A1',
		A2: 'matches no agent. There are: Anna',
		A9: 'matches no agent. There are: Anna',
	});
});

describe('an answer about one agent', () => {
	it.each<[string, unknown, string]>([
		['another agent', { id: 'A2', state: 'on' }, 'the service answered with status 200 but without the agent'],
		['no agent', {}, 'the service answered with status 200 but without the agent'],
		['a page', '<html>', 'the service answered with status 200 but without the agent'],
		['the agent by an alias', { id: 'B1', alias: 'A1', state: 'on' }, 'B1'],
	])('can be about %s', async (_what, body, told) => {
		expect((await found(['A1'], {}, () => answered(body))).told.A1).toBe(told);
	});

	it('can hold several records, and spell the agent otherwise', async () => {
		const more: Reading = {
			recordsIn: ({ body }) => (Array.isArray(body) ? body.filter(isRecord) : []),
			spellingsOf: (text) => [text, `long-${text}`],
		};
		expect((await found(['A1'], more, () => answered([people[1], { id: 'long-A1' }]))).told.A1).toBe('long-A1');
	});

	it('can say that there is nobody', async () => {
		expect((await found(['A9'])).told.A9).toBe('does not exist here');
		const isUnknown: Reading['isUnknown'] = ({ body }) => isRecord(body) && body.code === 'nobody';
		const told = (code: string) => found(['A1'], { isUnknown }, () => answered({ code }, { status: 400 }));
		expect((await told('nobody')).told.A1).toBe('does not exist here');
		expect((await told('other')).told.A1).toBe('the service answered with status 400 but without the agent');
	});

	it('that is a page counts as damaged, and is asked for again', async () => {
		const office = officeOf([], () => answered('<html>', { status: 203 }));
		await readAgents(scopeOf({ client: office.client }), ['A1']);
		expect(office.problems).toEqual(['the service answered with status 203 but without the agent']);
	});

	it('can be a failure, or not come any more', async () => {
		expect((await found(['A1'], {}, () => refusal('No'))).told.A1).toBe('No');
		expect((await found(['A1'], {}, () => ({ kind: 'unsent' }))).told.A1).toBe('unsent');
	});

	it('is not asked for where the name fits into no address: nobody knows whether there is one', async () => {
		const { asked, told } = await found(['a/b'], { isId: () => true });
		expect(asked).toEqual([]);
		expect(told['a/b']).toBe(
			'cannot hold a slash, a backslash, a question mark or a number sign: use the SID or ID instead',
		);
	});

	it('says which statuses are no failure', async () => {
		const office = officeOf(people);
		const isUnknown: Reading['isUnknown'] = ({ status }) => status === 410;
		const adapter = officeAdapter({ reading: { ...reading, isUnknown } });
		await readAgents(scopeOf({ client: office.client, adapter }), ['A1']);
		const expected = (status: number) => office.requests[0]?.expected?.({ status, headers: {}, body: {} });
		expect([404, 410, 400].map(expected)).toEqual([true, true, false]);
	});
});

describe('the list', () => {
	it('that cannot be read fails for all', async () => {
		const instead: Instead = (asked) => (asked === 'GET /agents' ? refusal('No') : undefined);
		expect(await found(['A1', 'zoe@x'], {}, instead)).toEqual({
			asked: ['GET /agents'],
			told: { A1: 'No', 'zoe@x': 'No' },
		});
		expect((await found(['A1', 'A2', 'A3'], {}, () => refusal('No'))).told).toEqual({
			A1: 'No',
			A2: 'No',
			A3: 'No',
		});
	});

	it('of a place that fits into no address fails for all', async () => {
		const list = { ...agentList, path: '/{queue}/agents' };
		const office = officeOf(people);
		const adapter = officeAdapter({ reading: { ...reading, list } });
		const scope = scopeOf({ client: office.client, adapter, values: { queue: '..' } });
		const failed = {
			kind: 'failed',
			failure: plainFailure("'queue' cannot be a dot or two: use the SID or ID instead"),
		};
		expect(Object.fromEntries(await readAgents(scope, ['A1', 'A2', 'x']))).toEqual({
			A1: failed,
			A2: failed,
			x: failed,
		});
		expect(await readAllAgents(scope, list)).toEqual(failed);
		expect(office.asked).toEqual([]);
	});

	/** Pages of two agents; the list asks for the next by its number. */
	const paged: Pagination = {
		pageSize: 2,
		goesByLink: false,
		first: (request) => ({ ...request, query: { ...request.query, page: 0 } }),
		entriesIn: ({ body }) => (Array.isArray(body) ? body : undefined),
		next: ({ request, entries }) =>
			entries.length < 2
				? { kind: 'none' }
				: {
						kind: 'request',
						request: { ...request, query: { ...request.query, page: Number(request.query.page) + 1 } },
					},
	};
	const many = (count: number) =>
		Array.from({ length: count }, (_, at) => ({ id: `A${at}`, name: `N${at}`, state: 'on' }));
	const pagesOf =
		(count: number): Instead =>
		(asked) => {
			const [, page] = /\?page=(\d+)$/.exec(asked) ?? [];
			return page === undefined ? undefined : answered(many(count).slice(Number(page) * 2, Number(page) * 2 + 2));
		};
	const list = { ...agentList, paging: paged };

	it('is left as soon as all are found', async () => {
		expect(await found(['A0', 'A1', 'A2'], { list }, pagesOf(100), many(100))).toEqual({
			asked: ['GET /agents?page=0', 'GET /agents?page=1'],
			told: { A0: 'A0', A1: 'A1', A2: 'A2' },
		});
	});

	it('is left where asking for the rest takes fewer requests', async () => {
		expect(await found(['A0', 'A1', 'A98'], { list }, pagesOf(100), many(100))).toEqual({
			asked: [...[0, 1, 2].map((page) => `GET /agents?page=${page}`), 'GET /agents/A98'],
			told: { A0: 'A0', A1: 'A1', A98: 'A98' },
		});
	});

	it('is read on where the pages left are likely fewer', async () => {
		const wanted = ['A0', 'A1', 'A2', 'A3', 'A4', 'A5'];
		expect((await found(wanted, { list }, pagesOf(100), many(100))).asked).toEqual([
			...['GET /agents?page=0', 'GET /agents?page=1', 'GET /agents?page=2'],
		]);
	});

	it('is left only after some pages where many are missing', async () => {
		const wanted = Array.from({ length: 20 }, (_, at) => `A${at + 60}`);
		const { asked } = await found(wanted, { list }, pagesOf(100), many(100));
		expect(asked).toEqual(['GET /agents?page=0', 'GET /agents?page=1', ...wanted.map((id) => `GET /agents/${id}`)]);
	});

	it('is left where all names were seen: that nobody else has them is asked name by name', async () => {
		const find = (name: string) => ({ name });
		const byName: Instead = (asked) => {
			const [, name] = /\?name=(\w+)/.exec(asked) ?? [];
			return name === undefined ? pagesOf(100)?.(asked) : answered(many(100).filter((one) => one.name === name));
		};
		expect(await found(['N0', 'N1', 'A0'], { list: { ...list, find } }, byName, many(100))).toEqual({
			asked: ['GET /agents?page=0', 'GET /agents?name=N0&page=0', 'GET /agents?name=N1&page=0'],
			told: { N0: 'A0', N1: 'A1', A0: 'A0' },
		});
	});

	it('is read to its end where only that can tell of someone', async () => {
		const { asked, told } = await found(['A0', 'A1', 'stranger'], { list }, pagesOf(6), many(6));
		expect(asked).toEqual([0, 1, 2, 3].map((page) => `GET /agents?page=${page}`));
		expect(told).toEqual({
			A0: 'A0',
			A1: 'A1',
			stranger: 'matches no agent. There are: N0, N1, N2, N3, N4, N5',
		});
	});

	it('holds all agents of the scope, and what is no agent is left out', async () => {
		const office = officeOf([...people, { name: 'no id' }]);
		const scope = scopeOf({ client: office.client });
		const all = await readAllAgents(scope, agentList);
		expect(all.kind === 'agents' && all.agents.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3', 'A4']);
		const failing = scopeOf({ client: officeOf([], () => refusal('No')).client });
		expect(await readAllAgents(failing, agentList)).toEqual(refusal('No'));
		const odd = scopeOf({ client: officeOf([], () => answered([people[0], 'text', null])).client });
		expect(await readAllAgents(odd, agentList)).toMatchObject({ agents: [{ id: 'A1' }] });
		const blind = scopeOf({ client: office.client, adapter: officeAdapter({ reading: undefined }) });
		expect(await readAllAgents(blind, agentList)).toEqual({ kind: 'agents', agents: [] });
	});
});
