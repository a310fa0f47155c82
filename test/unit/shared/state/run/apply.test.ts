import { plainFailure } from '../../../../../nodes/shared/http/failure';
import { fingerprintOf } from '../../../../../nodes/shared/state/native';
import type { Adapter } from '../../../../../nodes/shared/state/adapter';
import { ownKeyOf } from '../../../../../nodes/shared/state/read/scope';
import { apply } from '../../../../../nodes/shared/state/run/apply';
import { ownMemory } from '../../../../../nodes/shared/trigger/ownMemory';
import {
	answered,
	decidedTask,
	nativeAt,
	officeAdapter,
	officeOf,
	refusal,
	scopeOf,
	settings,
	toState,
} from '../../../../support/stateOffice';

type Answer = NonNullable<Parameters<typeof officeOf>[1]>;

const { writing } = officeAdapter();
const office = (id: string, more: Partial<Adapter['writing']> = {}, instead?: Answer) => {
	const anna = { id, name: 'Anna', state: 'on' };
	const { client, requests, asked } = officeOf([anna], instead);
	const scope = scopeOf({ client, adapter: officeAdapter({ writing: { ...writing, ...more } }) });
	return { anna, requests, asked, scope, own: () => ownMemory.changes.of.get(ownKeyOf(scope, id)) };
};
const done = async (...[task, set = settings()]: [Parameters<typeof apply>[0], Parameters<typeof apply>[1]?]) => {
	const end = await apply(task, set);
	if (end.phase !== 'done') throw new Error('The task is not done');
	return end;
};

it('the state is sent, and what the answer shows stands in the row', async () => {
	const { anna, requests, scope, own } = office('A1');
	const { row } = await done(decidedTask(scope, anna, 'rest'));

	expect(requests).toEqual([
		{
			...({ method: 'PUT', path: '/agents/A1', query: {}, headers: {}, body: { state: 'rest' } } as const),
			...({ encoding: 'form', idempotent: true } as const),
		},
	]);
	expect(row).toMatchObject({ outcome: 'changed', current: 'break', requestId: 'R1', attempts: 1, reason: null });
	expect(row.durationMs).toBeGreaterThanOrEqual(0);
	expect(own()).toEqual([
		{
			state: fingerprintOf(nativeAt('rest')),
			sentAt: expect.any(Number) as number,
			answeredAt: expect.any(Number) as number,
		},
	]);
	expect(own()?.[0]?.answeredAt).toBeLessThan(Infinity);
});

it('the service is told the reason that the item gave, and none for a restore', async () => {
	const { anna, requests, scope } = office('A2', {
		body: ({ fields }, { cause, note }) => ({ ...fields, why: `${cause}/${note}` }),
	});
	await done(decidedTask(scope, anna, 'rest', { want: toState('break', 'Lunch', 'back soon') }));
	const before = { fingerprint: fingerprintOf(nativeAt('rest')) };
	const restore = { kind: 'restore', before, state: 'break', from: '', fromState: null } as const;
	await done(decidedTask(scope, anna, 'rest', { want: restore }));
	expect(requests.map(({ body }) => body)).toEqual([
		{ state: 'rest', why: 'Lunch/back soon' },
		{ state: 'rest', why: '/' },
	]);
});

it('an agent whom nobody has seen goes by the word of the item', async () => {
	const { anna, asked, scope } = office('A3');
	await done({ ...decidedTask(scope, anna, 'rest', { agent: 'A3' }), observed: undefined });
	expect(asked).toEqual(['PUT /agents/A3']);
});

it('a name that fits into no address is a failure, and nothing is sent', async () => {
	const { anna, asked, scope } = office('A4');
	const { row } = await done({ ...decidedTask(scope, anna, 'rest', { agent: 'a/b' }), observed: undefined });
	expect(row).toMatchObject({
		outcome: 'failed',
		reason: 'Agent a/b: cannot hold a slash, a backslash, a question mark or a number sign: use the SID or ID instead',
	});
	expect(asked).toEqual([]);
});

it.each([
	[{}, {}],
	[{ webhookEnabled: true }, { Hook: 'true' }],
	[{ webhookEnabled: false }, { Hook: 'false' }],
])('with %j the header is %j', async (set, headers) => {
	const { anna, requests, scope } = office('A5', { webhookHeader: 'Hook' });
	await done(decidedTask(scope, anna, 'rest'), settings(set));
	expect(requests[0]?.headers).toEqual(headers);
});

it('no header is sent where the service has no webhooks', async () => {
	const { anna, requests, scope } = office('A6');
	await done(decidedTask(scope, anna, 'rest'), settings({ webhookEnabled: true }));
	expect(requests[0]?.headers).toEqual({});
});

it.each([
	[true, 'rest', { state: 'rest', reject: true }],
	[true, 'on', { state: 'on' }],
	[false, 'rest', { state: 'rest' }],
])('with the switch for pending work %s, %s is sent as %j', async (rejectPending, to, body) => {
	const { scope, requests } = office('A7', { rejectPending: { reject: true } });
	await done(decidedTask(scope, { id: 'A7', state: 'desk' }, to), settings({ rejectPending }));
	expect(requests[0]?.body).toEqual(body);
});

describe('a refusal', () => {
	const refused: Answer = () => refusal('No', { advice: 'Call us.', attempts: 3 });
	const adviceIfPending = () => 'Reject pending work.';

	it('is told of in the row, and the change was not made', async () => {
		const { anna, scope, own } = office('A8', {}, refused);
		const { row, end } = await done(decidedTask(scope, anna, 'rest'));
		expect(row).toMatchObject({
			outcome: 'failed',
			current: 'available',
			reason: 'Agent Anna, A8: No. Call us. (3 attempts)',
			attempts: 3,
		});
		expect(end.durationMs).toBeGreaterThanOrEqual(0);
		expect(own()).toBeUndefined();
	});

	it.each([
		['rest', false, 'Reject pending work.'],
		['rest', true, 'Call us.'],
		['on', false, 'Call us.'],
	])('of %s, with pending work rejected %s, has the advice %s', async (to, rejectPending, advice) => {
		const { scope } = office('A9', { adviceIfPending }, refused);
		const { row } = await done(decidedTask(scope, { id: 'A9', state: 'desk' }, to), settings({ rejectPending }));
		expect(row.reason).toBe(`Agent A9: No. ${advice} (3 attempts)`);
	});

	it('keeps its advice where pending work is not the cause', async () => {
		const { anna, scope } = office('B1', { adviceIfPending: () => undefined }, refused);
		expect((await done(decidedTask(scope, anna, 'rest'))).row.reason).toContain('No. Call us.');
	});

	it('after which the change may have been made all the same leaves the state unknown', async () => {
		const { anna, scope, own } = office('B2', {}, () => refusal('Lost', { isInDoubt: true }));
		const { row } = await done(decidedTask(scope, anna, 'rest'));
		expect(row).toMatchObject({ outcome: 'unconfirmed', current: null, attempts: 1 });
		expect(own()).toHaveLength(1);
	});
});

it('a task whose change could not be sent any more stays as it was', async () => {
	const { anna, scope, own } = office('B3', {}, () => ({ kind: 'unsent' }));
	const task = decidedTask(scope, anna, 'rest');
	expect(await apply(task, settings())).toBe(task);
	expect(own()).toBeUndefined();
});

describe('an answer', () => {
	it.each<[string, unknown, object]>([
		[
			'without a state',
			{ id: 'B4' },
			{
				outcome: 'unconfirmed',
				current: null,
				reason: 'the service accepted the change and did not answer with a state',
			},
		],
		[
			'without the agent',
			{},
			{
				outcome: 'unconfirmed',
				current: null,
				reason: 'the service accepted the change and did not answer with a state',
			},
		],
		[
			'with another state',
			{ id: 'B4', state: 'desk' },
			{ outcome: 'pending', current: 'busy', reason: 'the service accepted the change and shows "Back Office"' },
		],
		[
			'with a state that the list does not have',
			{ id: 'B4', state: 'strike' },
			{ outcome: 'pending', current: 'unknown', reason: 'the service accepted the change and shows "strike"' },
		],
		[
			'that is a page',
			'<html>',
			{ outcome: 'failed', reason: 'Agent Anna, B4: the service answered with status 200 and a page' },
		],
	])('%s', async (_what, body, row) => {
		const { anna, scope } = office('B4', {}, () => answered(body));
		expect((await done(decidedTask(scope, anna, 'rest'))).row).toMatchObject(row);
	});

	it('has no ID of the request where the service gives none', async () => {
		const { anna, scope } = office('B5', {}, () => answered({ id: 'B5', state: 'rest' }, { headers: {} }));
		expect((await done(decidedTask(scope, anna, 'rest'))).row.requestId).toBeNull();
	});
});

describe('a change on the record as it is', () => {
	const edit = () => ({
		change: ({ state }: Record<string, unknown>) =>
			state === 'rest' ? ({ kind: 'none' } as const) : ({ kind: 'write', body: { state: 'rest' } } as const),
	});

	it('is read, made and written', async () => {
		const { anna, scope, asked } = office('B6', { edit });
		const { row } = await done(decidedTask(scope, anna, 'rest'));
		expect(asked).toEqual(['GET /agents/B6', 'PUT /agents/B6']);
		expect(row).toMatchObject({ outcome: 'changed', attempts: 1 });
	});

	it('is none where the record has the state already', async () => {
		const { scope, own } = office('B7', { edit }, () => answered({ id: 'B7', state: 'rest' }));
		const { row } = await done(decidedTask(scope, { id: 'B7', state: 'on' }, 'rest'));
		expect(row).toMatchObject({ outcome: 'unchanged', current: 'break', attempts: 0 });
		expect(own()).toBeUndefined();
	});

	it('that is refused counts no attempt where nothing was sent', async () => {
		const { anna, scope } = office('B8', {
			edit: () => ({ change: () => ({ kind: 'problem', problem: 'is full' }) }),
		});
		expect((await done(decidedTask(scope, anna, 'rest'))).row).toMatchObject({
			outcome: 'failed',
			reason: 'Agent Anna, B8: is full',
			attempts: 0,
		});
	});

	it('that the service refuses counts the attempts', async () => {
		const { anna, scope } = office('B9', { edit }, (line) =>
			line.startsWith('PUT') ? refusal('No', { attempts: 2 }) : undefined,
		);
		expect((await done(decidedTask(scope, anna, 'rest'))).row).toMatchObject({ outcome: 'failed', attempts: 2 });
	});
});

it('where it breaks nobody knows whether the change was made', async () => {
	const { anna, scope } = office('C1', {
		observe: () => {
			throw new Error('boom');
		},
	});
	const { row, end } = await done(decidedTask(scope, anna, 'rest'));
	expect(row.durationMs).toBeLessThan(60_000);
	expect(row).toMatchObject({
		outcome: 'unconfirmed',
		current: null,
		reason: 'Agent Anna, C1: could not be processed: boom. The change may or may not have been made: running the workflow again is safe.',
	});
	expect(end.failure).toEqual({
		...plainFailure('could not be processed: boom'),
		advice: 'The change may or may not have been made: running the workflow again is safe.',
		isInDoubt: true,
	});
});
