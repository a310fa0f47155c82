import type { Adapter } from '../../../../../nodes/shared/state/adapter';
import { openScopes, ownKeyOf, type Scope } from '../../../../../nodes/shared/state/read/scope';
import type { Field } from '../../../../../nodes/shared/operation/operation';
import type { ParsedFields } from '../../../../../nodes/shared/operation/input/item';
import { wholeList } from '../../../../support/acme';
import { agentList, answered, officeAdapter, officeOf, refusal, scopeOf } from '../../../../support/stateOffice';

const queueField: Field = { displayName: 'Queue', name: 'queue', type: 'string', default: '' };
const queues: Partial<Adapter> = {
	scopeFields: [queueField],
	scopeColumn: { of: ({ queue }) => `${queue ?? ''}`, parameters: () => ({}) },
	fanOut: ({ queue, ...rest }) =>
		String(queue)
			.split(',')
			.map((one) => ({ ...rest, queue: one })),
};
const given = (more: Partial<ParsedFields> = {}): ParsedFields => ({
	...{ values: {}, names: [], isChange: false },
	...more,
});
const sessionOf = (adapter: Adapter, client = officeOf([]).client, rules: Scope['session']['rules'] = []) => ({
	...scopeOf().session,
	...{ adapter, client, rules },
});

it('a service without places is one scope', async () => {
	const session = sessionOf(officeAdapter());
	const opened = await openScopes(session, given({ values: { mode: 5 } }));
	expect(opened).toEqual({
		kind: 'scopes',
		scopes: [
			{
				session,
				values: { mode: 5 },
				name: null,
				key: '["acme",null,{"mode":5}]',
				mapping: expect.anything() as unknown,
			},
		],
	});
});

it('each queue is a scope of its own', async () => {
	const opened = await openScopes(sessionOf(officeAdapter(queues)), given({ values: { queue: 'q1,q2' } }));
	if (opened.kind !== 'scopes') throw new Error('No scopes');
	expect(opened.scopes.map(({ name, values, key }) => [name, values, key])).toEqual([
		['q1', { queue: 'q1' }, '["acme","q1",{"queue":"q1"}]'],
		['q2', { queue: 'q2' }, '["acme","q2",{"queue":"q2"}]'],
	]);
});

it('the mapping of the user holds there', async () => {
	const rules = [{ state: 'busy', cause: '', native: 'Rest' } as const];
	const opened = await openScopes(sessionOf(officeAdapter(), undefined, rules), given());
	if (opened.kind !== 'scopes') throw new Error('No scopes');
	expect(opened.scopes[0]?.mapping.target('busy', '')).toMatchObject({ value: { label: 'Rest' } });
});

describe('the states of a service that lists them', () => {
	const lookup = { ...agentList, path: '/{queue}/states', paging: wholeList };
	const listing = officeAdapter({
		...queues,
		stateOptions: () => ({
			kind: 'listed',
			lookup,
			toOption: ({ id }) => ({ key: String(id), label: String(id), fields: { state: String(id) } }),
		}),
	});

	it('are read once for each scope', async () => {
		const { client, asked } = officeOf([], () => answered([{ id: 'Busy' }, 'text', { id: 'Tea' }]));
		const opened = await openScopes(sessionOf(listing, client), given({ values: { queue: 'q1,q2' } }));
		if (opened.kind !== 'scopes') throw new Error('No scopes');
		expect(asked).toEqual(['GET /q1/states', 'GET /q2/states']);
		const { mapping } = opened.scopes[0] ?? {};
		expect(mapping?.target('busy', '')).toMatchObject({ value: { label: 'Busy' } });
		expect(mapping?.target('break', '')).toEqual({
			kind: 'problem',
			problem: 'nothing stands for "break" here. Add it under \'State Mapping\'. There are: Busy, Tea',
		});
	});

	it('cannot be read where the service refuses, or where the place fits into no address', async () => {
		const refusing = sessionOf(listing, officeOf([], () => refusal('No')).client);
		expect(await openScopes(refusing, given({ values: { queue: 'q1' } }))).toEqual(refusal('No'));
		expect(await openScopes(sessionOf(listing), given({ values: { queue: '..' } }))).toEqual({
			kind: 'problem',
			problem: "'queue' cannot be a dot or two: use the SID or ID instead",
		});
	});
});

it('a place that was named is looked for first', async () => {
	const names = [{ field: queueField, lookup: { ...agentList, path: '/queues' }, name: 'Sales' }];
	const office = (name: string) => officeOf([], () => answered([{ id: 'q7', name }]));
	const found = office('Sales');
	const opened = await openScopes(sessionOf(officeAdapter(queues), found.client), given({ names }));
	expect(opened).toMatchObject({ kind: 'scopes', scopes: [{ name: 'q7', values: { queue: 'q7' } }] });
	expect(found.asked).toEqual(['GET /queues']);
	expect(await openScopes(sessionOf(officeAdapter(queues), office('Support').client), given({ names }))).toEqual({
		kind: 'problem',
		problem: '\'Queue\' "Sales" matches no agent. There are: Support',
	});
});

it('a change is known by the service and its agent, and by the queue where an agent has a state in each', () => {
	expect(ownKeyOf(scopeOf({ name: 'q1' }), 'A1')).toBe('["acme","https://acme.example",null,"A1"]');
	const scope = scopeOf({ name: 'q1', adapter: officeAdapter(queues) });
	expect(ownKeyOf(scope, 'A1')).toBe('["acme","https://acme.example","q1","A1"]');
});
