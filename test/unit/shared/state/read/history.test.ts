import type { Pagination } from '../../../../../nodes/shared/http/pagination';
import type { History } from '../../../../../nodes/shared/state/history';
import type { Observed } from '../../../../../nodes/shared/state/adapter';
import { readHistory } from '../../../../../nodes/shared/state/read/history';
import { wholeList } from '../../../../support/acme';
import { answered, nativeAt, officeOf, refusal, scopeOf } from '../../../../support/stateOffice';

const DAY = 86_400_000;
const now = 40 * DAY;
const window = { from: 39 * DAY, until: 40 * DAY };

interface Change {
	agent: string;
	at: number;
	to: string;
	before?: string;
	lasted?: number;
}

const history = (paging: Pagination = wholeList): History => ({
	keptDays: 30,
	path: '/changes',
	paging,
	query: ({ from, until }, agent) => ({ from, until, ...(agent !== undefined && { agent }) }),
	changeIn: ({ agent, at, to, before, lasted }) =>
		typeof to === 'string'
			? {
					...{ agent: String(agent), at: Number(at), native: nativeAt(to) },
					before: typeof before === 'string' ? nativeAt(before) : undefined,
					lasted: typeof lasted === 'number' ? lasted : undefined,
				}
			: undefined,
});

/** Answers with the changes of the time, and of the agent if one is named, in pages. */
const service = (changes: readonly Change[], pageSize = Infinity) =>
	officeOf([], (asked) => {
		const query = new URLSearchParams(asked.split('?')[1]);
		const [from, until] = [Number(query.get('from')), Number(query.get('until'))];
		const agent = query.get('agent');
		const page = Number(query.get('page') ?? 0);
		const those = changes.filter(
			(one) => one.at >= from && one.at <= until && (agent === null || one.agent === agent),
		);
		const start = Number.isFinite(pageSize) ? page * pageSize : 0;
		return answered(those.slice(start, start + pageSize));
	});

const agent = (id: string, more: Partial<Observed> = {}): Observed => ({
	...{ id, name: id, native: nativeAt('on'), since: null },
	...more,
});

async function read(office: ReturnType<typeof officeOf>, agents: Observed[], paging?: Pagination) {
	const found = await readHistory(scopeOf({ client: office.client }), history(paging), agents, window, now);
	const told = [...found].map(([id, one]) => [
		id,
		one.kind === 'stretches'
			? one.stretches.map(({ native, from, until }) => [
					native?.label ?? null,
					from - window.from,
					until - window.from,
				])
			: one.kind,
	]);
	return { told: Object.fromEntries(told) as Record<string, unknown>, asked: office.asked };
}

const at = (ms: number) => window.from + ms;
const lunch: Change = { agent: 'A1', at: at(1000), to: 'rest', before: 'on' };

it('of up to two agents each is asked about', async () => {
	const { told, asked } = await read(service([lunch, { ...lunch, agent: 'A2', to: 'off' }]), [
		agent('A1'),
		agent('A2'),
	]);
	expect(told).toEqual({
		A1: [['Online', 0, 1000], ['Rest', 1000, DAY]], // prettier-ignore
		A2: [['Online', 0, 1000], ['Gone', 1000, DAY]], // prettier-ignore
	});
	expect(asked).toEqual(
		['A1', 'A2'].map((id) => `GET /changes?from=${window.from}&until=${window.until}&agent=${id}`),
	);
});

it('of more all changes are read at once, and those who changed nothing were in one state', async () => {
	const { told, asked } = await read(service([lunch, { ...lunch, at: at(5000), to: 'off', before: 'rest' }]), [
		agent('A1'),
		agent('A2', { since: '1970-01-02T00:00:00Z' }),
		agent('A3', { since: '1970-01-02T00:00:00Z' }),
	]);
	expect(told).toEqual({
		A1: [['Online', 0, 1000], ['Rest', 1000, 5000], ['Gone', 5000, DAY]], // prettier-ignore
		A2: [['Online', 0, DAY]],
		A3: [['Online', 0, DAY]],
	});
	expect(asked).toEqual([`GET /changes?from=${window.from}&until=${window.until}`]);
});

describe('the state at the start', () => {
	it('is looked for among the earlier changes of the agent', async () => {
		const earlier: Change[] = [
			{ agent: 'A1', at: at(-5000), to: 'off' },
			{ agent: 'A1', at: at(-2000), to: 'desk' },
			{ agent: 'A1', at: at(-9000), to: 'on' },
			{ agent: 'A2', at: at(-1), to: 'on' },
			{ agent: 'A1', at: at(1000), to: 'rest' },
		];
		const { told, asked } = await read(service(earlier), [agent('A1')]);
		expect(told).toEqual({ A1: [['Back Office', 0, 1000], ['Rest', 1000, DAY]] }); // prettier-ignore
		expect(asked[1]).toBe(`GET /changes?from=${now - 30 * DAY}&until=${window.from}&agent=A1`);
	});

	it('is that of a change at this very moment', async () => {
		const { told } = await read(service([{ agent: 'A1', at: at(0), to: 'desk' }]), [agent('A1')]);
		expect(told).toEqual({ A1: [['Back Office', 0, DAY]] });
	});

	it('is looked for when the service says that it began', async () => {
		const changes: Change[] = [
			{ agent: 'A1', at: at(-4000), to: 'desk' },
			{ agent: 'A1', at: at(1000), to: 'rest', lasted: 5000 },
		];
		const { told, asked } = await read(service(changes), [agent('A1')]);
		expect(told).toEqual({ A1: [['Back Office', 0, 1000], ['Rest', 1000, DAY]] }); // prettier-ignore
		expect(asked[1]).toBe(`GET /changes?from=${at(-5000)}&until=${window.from}&agent=A1`);
	});

	it('is not known where it began before the service keeps anything', async () => {
		const { told, asked } = await read(service([{ agent: 'A1', at: at(1000), to: 'rest', lasted: 31 * DAY }]), [
			agent('A1'),
		]);
		expect(told).toEqual({ A1: [[null, 0, 1000], ['Rest', 1000, DAY]] }); // prettier-ignore
		expect(asked).toHaveLength(1);
	});

	it('is not known where no earlier change is kept', async () => {
		expect((await read(service([]), [agent('A1')])).told).toEqual({ A1: [[null, 0, DAY]] });
	});

	it('is not told where the earlier changes cannot be read', async () => {
		const office = officeOf([], (asked) => (asked.includes(`until=${window.from}`) ? refusal('No') : answered([])));
		expect((await read(office, [agent('A1')])).told).toEqual({ A1: 'failed' });
	});
});

it('only the changes of the agent and of the time count, whatever the service answers with', async () => {
	const all: Change[] = [
		{ agent: 'A1', at: at(-2000), to: 'desk' },
		{ agent: 'A1', at: at(2000), to: 'off' },
		{ agent: 'A1', at: at(-3000), to: 'on' },
		{ agent: 'A2', at: at(-1000), to: 'rest' },
		{ agent: 'A1', at: at(DAY), to: 'rest' },
	];
	const office = officeOf([], () => answered(all));
	expect((await read(office, [agent('A1')])).told).toEqual({ A1: [['Back Office', 0, 2000], ['Gone', 2000, DAY]] }); // prettier-ignore
});

it('the state at the start is looked for as far back as the service keeps changes', async () => {
	const kept = now - 30 * DAY;
	const first = (lasted: number): Change => ({ agent: 'A1', at: at(1000), to: 'rest', lasted });
	expect((await read(service([first(at(1000) - kept)]), [agent('A1')])).asked).toHaveLength(2);
	expect((await read(service([first(at(1000) - kept + 1)]), [agent('A1')])).asked).toHaveLength(1);
});

it('nothing is told of anyone where the changes of all cannot be read', async () => {
	const office = officeOf([], (asked) => (asked.includes('agent=') ? answered([]) : refusal('No')));
	const agents = ['A1', 'A2', 'A3'].map((id) => agent(id));
	const { told, asked } = await read(office, agents);
	expect(told).toEqual({ A1: 'failed', A2: 'failed', A3: 'failed' });
	expect(asked).toHaveLength(1);
});

it.each([1, 3])('of %d agents nothing is told where the changes cannot be read', async (count) => {
	const agents = Array.from({ length: count }, (_, index) => agent(`A${index}`));
	const failed = Object.fromEntries(agents.map(({ id }) => [id, 'failed']));
	expect(
		(
			await read(
				officeOf([], () => refusal('No')),
				agents,
			)
		).told,
	).toEqual(failed);
});

it('what is no change is left out, and a path that cannot be filled is a failure', async () => {
	const office = officeOf([], () => answered([{ ...lunch }, 'text', null, { agent: 'A1', at: 5 }]));
	expect((await read(office, [agent('A1')])).told).toEqual({ A1: [['Online', 0, 1000], ['Rest', 1000, DAY]] }); // prettier-ignore
	const scope = scopeOf({ values: { place: '..' } });
	const found = await readHistory(scope, { ...history(), path: '/{place}/changes' }, [agent('A1')], window, now);
	expect(found.get('A1')).toMatchObject({
		failure: { message: "'place' cannot be a dot or two: use the SID or ID instead" },
	});
});

describe('many changes', () => {
	/** Pages of two; the next is asked for by its number. */
	const paged: Pagination = {
		...{ pageSize: 2, goesByLink: false, entriesIn: wholeList.entriesIn },
		first: (request) => ({ ...request, query: { ...request.query, page: 0 } }),
		next: ({ request, entries }) =>
			entries.length < 2
				? { kind: 'none' }
				: {
						kind: 'request',
						request: { ...request, query: { ...request.query, page: Number(request.query.page) + 1 } },
					},
	};
	const three = ['A1', 'A2', 'A3'].map((id) => agent(id));
	/** One change of the first agent in each part of the window. */
	const spread = (count: number): Change[] =>
		Array.from({ length: count }, (_, index) => ({
			...{ agent: 'A1', at: at((index * DAY) / count), to: index % 2 === 0 ? 'rest' : 'on' },
			before: index % 2 === 0 ? 'on' : 'rest',
		}));
	const pagesOfAll = (asked: string[]) => asked.filter((line) => !line.includes('agent=')).length;

	it.each([
		['are read to their end where they are likely few', 3, 2],
		['are left after the first page where they are likely too many', 40, 1],
	])('%s', async (_what, count, pages) => {
		const { asked } = await read(service(spread(count), 2), three, paged);
		expect(pagesOfAll(asked)).toBe(pages);
		expect(asked.some((line) => line.includes('agent=A1&page=0'))).toBe(pages === 1);
	});

	it('are left after as many pages as there are agents, however few seem to be left', async () => {
		const [first, ...others] = spread(40);
		const last = others.pop();
		if (!first || !last) throw new Error('There are changes');
		const { asked } = await read(service([first, last, ...others], 2), three, paged);
		expect(pagesOfAll(asked)).toBe(3);
	});

	it('are told alike in both ways', async () => {
		const all = (await read(service(spread(40)), three)).told;
		expect((await read(service(spread(40), 2), three, paged)).told).toEqual(all);
	});
});
