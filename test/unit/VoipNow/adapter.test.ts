import { adapter } from '../../../nodes/VoipNow/adapter';
import {
	filterComparison,
	filterMismatch,
	filterValue,
	offsetPages,
	paging,
	sortOrder,
} from '../../../nodes/VoipNow/listing';
import { workload } from '../../../nodes/VoipNow/workload';
import { formText } from '../../support/formText';

const { reading, writing } = adapter;
const values = { user: '@me', queue: '0003*99', agent: '0003*211' };
const paused = { key: '2', label: 'Paused', fields: { status: '2' }, takesWork: false };

it('the form says what VoipNow has', () => {
	expect(adapter).toMatchObject({
		id: 'voipNow',
		noun: 'Status',
		notice: 'An agent has a status in each queue. VoipNow stores no reason, so Busy and Break both become Paused.',
	});
	expect(adapter.scopeFields.map(({ name }) => name)).toEqual(['user', 'queues']);
	expect(formText([adapter.native])).toEqual([
		'Status (native, options, required) = "1": The status that stands for this state',
		'  Logged Out = "0": Gets no calls from this queue',
		'  Online = "1": Gets calls from this queue',
		'  Paused = "2": Stays logged in but gets no calls. VoipNow stores no reason.',
	]);
	expect(adapter.nativeFields({})).toEqual(['status']);
});

it('an agent has a state in each queue', () => {
	expect(adapter.fanOut?.({ user: '@me', queues: '0003*1,0003*2' })).toEqual([
		{ user: '@me', queue: '0003*1' },
		{ user: '@me', queue: '0003*2' },
	]);
	expect(adapter.scopeColumn?.of({ queue: '0003*1' })).toBe('0003*1');
	expect(adapter.scopeColumn?.of({})).toBe('');
	expect(adapter.scopeColumn?.parameters('0003*1')).toEqual({ queues: '0003*1' });
	expect(adapter.scopeColumn?.parameters(null)).toEqual({ queues: '' });
});

it('is asked and written at the address of the agent', () => {
	const path = '/uapi/extensions/{user}/{queue}/queue/agents/{agent}';
	expect(reading).toMatchObject({ one: path, tellsSince: false });
	expect(writing.request).toEqual({ method: 'PUT', path, idempotent: true });
	expect(writing.body({ label: 'Paused', fields: { status: '2' } }, { cause: 'Lunch', note: '' })).toEqual({
		status: '2',
	});
	expect(reading?.isId('0003*211')).toBe(true);
	expect(reading?.isId('40211234567')).toBe(false);
	expect(reading?.recordsIn?.({ status: 200, headers: {}, body: [{ entry: [{ agentNumber: '1' }] }] })).toEqual([
		{ agentNumber: '1' },
	]);
});

it.each([
	[{ error: { code: 'qag_agent_invalid' } }, true],
	[{ error: { code: 'status_invalid' } }, false],
	[{ error: 'qag_agent_invalid' }, false],
	[{ code: 'qag_agent_invalid' }, false],
	['qag_agent_invalid', false],
	[undefined, false],
])('the refusal %j means that there is no such agent: %s', (body, isUnknown) => {
	expect(reading?.isUnknown?.({ status: 400, headers: {}, body })).toBe(isUnknown);
});

describe('the state of an agent', () => {
	it.each<[string, Record<string, unknown>, unknown]>([
		[
			'a local one',
			{ agentNumber: '0003*211', status: '2' },
			{ id: '0003*211', name: '0003*211', aliases: ['211'], native: paused, since: null },
		],
		[
			'a remote one, by its public number',
			{ agentNumber: '+40211234567', identifier: '5001', status: 2, type: 'remote' },
			{
				id: '5001',
				name: '+40211234567',
				aliases: ['40211234567', '+40211234567'],
				native: paused,
				since: null,
			},
		],
		[
			'one whose ID alone is told',
			{ identifier: '5001', status: '2' },
			{ id: '5001', name: '5001', aliases: [], native: paused, since: null },
		],
		[
			'one whose account the queue tells',
			{ agentNumber: '211', status: '2' },
			{ id: '211', name: '211', aliases: ['0003*211'], native: paused, since: null },
		],
		[
			'in a state that nobody knows',
			{ agentNumber: '0003*211', status: '9' },
			{ id: '0003*211', name: '0003*211', aliases: ['211'], native: null, since: null },
		],
		['nobody', { status: '2' }, undefined],
	])('%s', (_who, agent, observed) => expect(reading?.observe(agent, values)).toEqual(observed));

	it('has no account where no queue tells it', () => {
		expect(reading?.observe({ agentNumber: '211' }, {})?.aliases).toEqual(['?*211']);
	});

	it('is that of the agent who was meant, in the answer to a change', () => {
		const observe = (body: unknown) => writing.observe({ status: 200, headers: {}, body }, paused, values);
		expect(observe([{ agentNumber: '0003*210' }, { agentNumber: '211', status: '2' }])).toMatchObject({
			id: '211',
			native: paused,
		});
		expect(observe([{ agentNumber: '0003*210', status: '2' }])).toBeUndefined();
		expect(observe(undefined)).toBeUndefined();
	});
});

describe("VoipNow's lists", () => {
	const request = {
		...({ method: 'GET', path: '/a', query: { fields: 'x' }, headers: {} } as const),
		...({ body: undefined, encoding: 'json', idempotent: true } as const),
	};

	it('are asked for 500 entries at a time, and not by links', () => {
		expect(paging).toMatchObject({ pageSize: 500, goesByLink: false });
		expect(paging.first(request, 500).query).toEqual({ fields: 'x', count: 500, startIndex: 0 });
	});

	it.each<[unknown, unknown]>([
		[{ agentNumber: '+40211234567', identifier: '5001' }, '5001'],
		[{ agentNumber: '', extension: '0003*1' }, '0003*1'],
		[{}, undefined],
		['text', undefined],
		[null, undefined],
	])('know %j again as %j', (entry, id) => expect(paging.idOf?.(entry)).toBe(id));

	it.each<[number, unknown, unknown]>([
		[200, { entry: [1, { a: 1 }] }, [{ a: 1 }]],
		[200, null, []],
		[204, undefined, []],
		[200, undefined, undefined],
		[200, 'a page', undefined],
		[204, '', []],
	])('hold in an answer of %d with %j the entries %j', (status, body, entries) => {
		expect(paging.entriesIn({ status, headers: {}, body })).toEqual(entries);
	});

	const after = (start: number, got: number, count: number, more: boolean) =>
		offsetPages(4, 8).next({
			request: { ...request, query: { startIndex: start, count } },
			response: { status: 200, headers: {}, body: { entry: [], ...(more && { next: 'there' }) } },
			entries: Array.from({ length: got }, (_, at) => ({ at })),
			wanted: 10,
		});
	const page = (startIndex: number) => ({
		kind: 'request',
		request: { ...request, query: { startIndex, count: 4 } },
	});

	it.each([
		['a full page', 0, 4, 4, false, page(4)],
		['a short page', 0, 3, 4, false, { kind: 'none' }],
		['a short page that says that there is more', 0, 3, 4, true, page(3)],
		['an empty page that says so', 0, 0, 4, true, { kind: 'none' }],
		['a full page up to the furthest start', 4, 4, 4, false, page(8)],
		['a full page beyond it', 8, 4, 4, false, { kind: 'none' }],
		['a full page beyond it that says that there is more', 8, 4, 4, true, { kind: 'unreachable' }],
	])('go on after %s', (_what, start, got, count, more, next) => {
		expect(after(start, got, count, more)).toEqual(next);
	});

	it('say in the form how they are filtered and sorted', () => {
		expect(formText([filterComparison, filterValue, sortOrder])).toEqual([
			'Comparison (filterOp, options) = "equals": How to compare the field with the value. The default is Equals.',
			'  Contains = "contains": The field contains the value',
			'  Equals = "equals": The field is exactly the value',
			'  Is Present = "present": The field is not empty. The value is ignored.',
			'  Starts With = "startsWith": The field begins with the value',
			'Value (filterValue, string) = "": The value to compare the field with',
			'Sort Order (sortOrder, options) = "asc": The order of the list, by status',
			'  Ascending = "asc": Lowest first',
			'  Descending = "desc": Highest first',
		]);
		expect([filterComparison, filterValue, sortOrder].map(({ routing }) => routing)).toEqual(
			['filterOp', 'filterValue', 'sortOrder'].map((property) => ({ send: { type: 'query', property } })),
		);
	});

	const lone = "'Value' and 'Comparison' filter nothing without 'Field': add it under 'Filters'";
	it.each([
		[{}, undefined],
		[{ filterValue: '1' }, lone],
		[{ filterOp: 'equals' }, lone],
		[{ filterValue: '1', filterOp: 'equals' }, lone],
		[{ filterBy: 'status', filterValue: '1' }, undefined],
		[{ filterBy: 'status', filterValue: '1', filterOp: 'present' }, undefined],
		[{ filterBy: 'status', filterOp: 'present' }, undefined],
		[{ filterBy: 'status' }, "'Field' filters nothing without 'Value'"],
		[{ filterBy: 'status', filterOp: 'equals' }, "'Field' filters nothing without 'Value'"],
	])('are filtered by %j, of which is wrong: %s', (given, wrong) => expect(filterMismatch(given)).toBe(wrong));
});

it('the presence of one agent or of all is listed, and silence says nothing', () => {
	expect(workload.one).toEqual([{ path: '/uapi/extensions/{user}/{agent}/presence/', paging }]);
	expect(workload.all).toEqual([{ path: '/uapi/extensions/{user}/@self/presence/', paging }]);
	expect(workload.isSilenceNone).toBe(false);
});

it.each([
	[{ id: '0003*211', aliases: ['211'] }, ['0003*211', '211']],
	[{ id: '211' }, ['211']],
	[{ id: '5001', aliases: ['40211234567', '+40211234567'] }, []],
	[{ id: 'anna' }, []],
])('of %j the lists tell by the words %j', (agent, words) => expect(workload.wordsOf?.(agent)).toEqual(words));
