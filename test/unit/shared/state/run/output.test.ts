import { plainFailure } from '../../../../../nodes/shared/http/failure';
import type { Form, Refused } from '../../../../../nodes/shared/state/input/form';
import { fail, finish } from '../../../../../nodes/shared/state/run/finish';
import { outcomes, type Outcome } from '../../../../../nodes/shared/state/input/row';
import { errorOf, itemsOf, resultsOf } from '../../../../../nodes/shared/state/run/output';
import type { Task } from '../../../../../nodes/shared/state/run/task';
import { decidedTask, nativeAt, observedTask, scopeOf, targetedTask } from '../../../../support/stateOffice';

const form = (operation: Form['operation']): Form => ({
	...{ operation, adapters: [], agentField: ({ agent }) => agent, mappingName: () => '', optionsName: '' },
});
const scope = scopeOf({ name: 'Office' });
const anna = { id: 'A1', name: 'Anna', state: 'on', since: '2026-03-01T10:00:00Z' };
const iso = expect.any(String) as string;

const rowsOf = (
	operation: Form['operation'],
	tasks: Task[],
	{
		refusals = [] as Refused[],
		count = 1,
		toErrorOutput = false,
		technicalDetails = false,
		changedOnly = false,
	} = {},
) => itemsOf(form(operation), resultsOf(count, refusals, tasks), toErrorOutput, { technicalDetails, changedOnly });

const refused = (more: Partial<Refused> = {}): Refused => ({
	...{ kind: 'refused', item: 0, service: 'acme', agent: 'Bob', problem: 'is nobody' },
	...more,
});

describe('the rows', () => {
	const changed = finish(decidedTask(scope, anna, 'rest'), {
		...({ outcome: 'changed', current: nativeAt('rest'), attempts: 1, durationMs: 5, requestId: 'R1' } as const),
	});

	it('of a change have the columns that hold something, in the order in which people read', () => {
		const [item] = rowsOf('setState', [changed]);
		expect(item).toEqual({
			json: {
				...{ agent: 'Anna', previous: 'available', current: 'break', outcome: 'changed', service: 'acme' },
				...{ scope: 'Office', agentId: 'A1', requested: 'break', restore: iso },
			},
			pairedItem: { item: 0 },
		});
		expect(Object.keys(item?.json ?? {})).toEqual([
			...['agent', 'outcome', 'previous', 'current', 'service', 'scope', 'agentId', 'requested', 'restore'],
		]);
	});

	it('tell of the requests too where someone asks for it', () => {
		const [item] = rowsOf('restorePrevious', [changed], { technicalDetails: true });
		expect(Object.keys(item?.json ?? {})).toEqual([
			...['agent', 'outcome', 'previous', 'current', 'service', 'scope', 'agentId', 'requested'],
			...['at', 'attempts', 'durationMs', 'requestId', 'restore'],
		]);
	});

	it('of a state say what it is, also in the words of the service', () => {
		const task = observedTask(scope, anna, 'rest', { want: { kind: 'none' } });
		expect(rowsOf('getState', [task])[0]?.json).toEqual({
			...{ agent: 'Anna', state: 'available', native: 'Online', since: '2026-03-01T10:00:00Z' },
			...{ service: 'acme', scope: 'Office', agentId: 'A1' },
		});
		expect(Object.keys(rowsOf('getState', [task])[0]?.json ?? {})).toEqual([
			...['agent', 'state', 'native', 'since', 'service', 'scope', 'agentId'],
		]);
	});

	it('of a state keep their columns where nothing is known', () => {
		const task = targetedTask(scopeOf(), 'anna', 'rest', { want: { kind: 'none' } });
		expect(rowsOf('getState', [task])[0]?.json).toEqual({
			...{ agent: 'anna', state: null, service: 'acme', agentId: 'anna' },
		});
		const failed = fail(task, plainFailure('No'));
		expect(rowsOf('getState', [failed])[0]?.json).toEqual({
			...{ agent: 'anna', state: null, outcome: 'failed', reason: 'Agent anna: No', service: 'acme' },
		});
	});

	it.each([
		[
			'rest',
			'on',
			{ desired: 'break', actual: 'available', matches: false, desiredNative: 'Rest', actualNative: 'Online' },
		],
		[
			'rest',
			'rest',
			{ desired: 'break', actual: 'break', matches: true, desiredNative: 'Rest', actualNative: 'Rest' },
		],
	])('of a comparison of %s with %s say whether they match', (to, state, cells) => {
		const task = observedTask(scope, { ...anna, state }, to);
		const [item] = rowsOf('compare', [task]);
		expect(item?.json).toEqual({
			...{
				agent: 'Anna',
				...cells,
				since: '2026-03-01T10:00:00Z',
				service: 'acme',
				scope: 'Office',
				agentId: 'A1',
			},
		});
		expect(Object.keys(item?.json ?? {})).toEqual([
			...['agent', 'matches', 'desired', 'actual', 'desiredNative', 'actualNative'],
			...['since', 'service', 'scope', 'agentId'],
		]);
	});

	it('of a comparison say for how long, in whole minutes, and what failed', () => {
		const task = { ...observedTask(scope, { id: 'A1', name: 'Anna' }, 'rest'), outMs: 119_999 };
		const failed = fail(targetedTask(scope, 'bob', 'rest'), plainFailure('No'));
		const [one, other] = rowsOf('compare', [task, failed]);
		expect(one?.json).toMatchObject({ outMinutes: 1, actual: null, matches: false });
		expect(other?.json).toMatchObject({
			...{ desired: 'break', actual: null, matches: null, outcome: 'failed', reason: 'Agent bob: No' },
		});
	});

	it('of a comparison say nothing of a state that is only restored', () => {
		const want = { kind: 'none' } as const;
		const task = { ...observedTask(scope, anna, 'rest', { want }), target: undefined };
		expect(rowsOf('compare', [task])[0]?.json).toMatchObject({
			desired: null,
			matches: false,
			actual: 'available',
		});
	});

	it('of a history tell every stretch, and what nobody knows', () => {
		const { desired, observed } = observedTask(scope, anna, 'rest');
		if (!observed) throw new Error('The agent is seen');
		const stretches = [
			{ native: nativeAt('rest'), from: 0, until: 1000 },
			{ native: null, from: 1000, until: 2000 },
		];
		const items = rowsOf('getHistory', [{ phase: 'traced', scope, desired, observed, stretches }]);
		const who = { agent: 'Anna', service: 'acme', scope: 'Office', agentId: 'A1' };
		expect(items).toEqual([
			{
				json: {
					...{ ...who, state: 'break', native: 'Rest', reason: null },
					...{ from: '1970-01-01T00:00:00.000Z', until: '1970-01-01T00:00:01.000Z' },
				},
				pairedItem: { item: 0 },
			},
			{
				json: {
					...{ ...who, state: null, native: null, reason: 'the service has no record of this time' },
					...{ from: '1970-01-01T00:00:01.000Z', until: '1970-01-01T00:00:02.000Z' },
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(Object.keys(items[0]?.json ?? {})).toEqual([
			...['agent', 'state', 'from', 'until', 'native', 'reason', 'service', 'scope', 'agentId'],
		]);
	});

	it('come in the order of the items, whatever the order of the agents', () => {
		const tasks = [1, 0].map((item) => observedTask(scope, { ...anna, name: `Anna ${item}` }, 'rest', { item }));
		expect(rowsOf('getState', tasks, { count: 2 }).map(({ json, pairedItem }) => [json.agent, pairedItem])).toEqual(
			[
				['Anna 0', { item: 0 }],
				['Anna 1', { item: 1 }],
			],
		);
	});

	it('leave out who was right already, and nobody else, where only changes are asked for', () => {
		const ended = (outcome: Outcome) => finish(decidedTask(scope, { ...anna, name: outcome }, 'rest'), { outcome });
		const shown = rowsOf('setState', [...outcomes.map(ended), observedTask(scope, anna, 'rest')], {
			changedOnly: true,
		});
		expect(shown.map(({ json }) => json.agent)).toEqual([
			...['changed', 'pending', 'unconfirmed', 'preview', 'deferred', 'skipped', 'failed'],
			'Anna',
		]);
		const refusals = [refused({ isSkip: true, isUntouched: true }), refused({ item: 1, isSkip: true })];
		const restored = rowsOf('restorePrevious', [], { refusals, count: 2, changedOnly: true });
		expect(restored.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});

	it('run no formula in a sheet', () => {
		expect(rowsOf('getState', [observedTask(scope, { ...anna, name: '=1+1' }, 'rest')])[0]?.json.agent).toBe(
			"'=1+1",
		);
	});
});

describe('an item that was refused', () => {
	it('has a row that says why', () => {
		const [item] = rowsOf('setState', [], { refusals: [refused()], technicalDetails: true });
		expect(item?.json).toEqual({
			...{ agent: 'Bob', previous: null, current: null, outcome: 'failed', reason: 'is nobody', service: 'acme' },
			...{ at: iso, attempts: 0, durationMs: 0 },
		});
		const failure = { ...plainFailure('No'), requestId: 'R1' };
		const told = rowsOf('setState', [], { refusals: [refused({ isSkip: true, failure })], technicalDetails: true });
		expect(told[0]?.json).toMatchObject({ outcome: 'skipped', requestId: 'R1' });
	});

	it('leaves by the error output where there is one, unless it was only skipped', () => {
		expect(rowsOf('setState', [], { refusals: [refused()], toErrorOutput: true })).toEqual([
			{ json: { error: 'Agent Bob: is nobody', details: { agent: 'Agent Bob' } }, pairedItem: { item: 0 } },
		]);
		const [skipped] = rowsOf('setState', [], { refusals: [refused({ isSkip: true })], toErrorOutput: true });
		expect(skipped?.json.outcome).toBe('skipped');
	});

	it('is an error of its agent, or of the fields that say where', () => {
		const error = (more: Partial<Refused>) => errorOf({ kind: 'refused', refused: refused(more) });
		const plain = { message: 'is nobody', description: undefined, details: {} };
		expect(error({})).toEqual({
			...{ message: 'Agent Bob: is nobody', description: undefined, details: { agent: 'Agent Bob' } },
		});
		expect(error({ agent: 'x'.repeat(90) })?.message).toBe(`Agent ${'x'.repeat(80)}…: is nobody`);
		expect(error({ agent: '' })).toEqual(plain);
		expect(error({ isOfScope: 'item' })).toEqual(plain);
		expect(error({ isOfScope: 'all' })).toEqual({ ...plain, isOfAll: true });
		expect(error({ isSkip: true })).toBeUndefined();
		expect(error({ failure: plainFailure('No', 'Do it.') })).toMatchObject({
			message: 'Agent Bob: No',
			description: 'Do it.',
		});
	});
});

describe('an agent that failed', () => {
	const failed = (isInDoubt = false) => fail(decidedTask(scope, anna, 'rest'), { ...plainFailure('No'), isInDoubt });

	it('leaves by the error output where there is one, unless something may have been done', () => {
		expect(rowsOf('setState', [failed()], { toErrorOutput: true })).toEqual([
			{
				json: { error: 'Agent Anna, A1: No', details: { agent: 'Agent Anna, A1', attempts: 1 } },
				pairedItem: { item: 0 },
			},
		]);
		expect(rowsOf('setState', [failed(true)], { toErrorOutput: true })[0]?.json.outcome).toBe('unconfirmed');
		expect(rowsOf('setState', [failed()])[0]?.json.outcome).toBe('failed');
	});

	it('leaves the rows of the others as they are', () => {
		const found = observedTask(scope, anna, 'rest', { item: 1 });
		const items = rowsOf('getState', [failed(), found], { count: 2, toErrorOutput: true });
		expect(items.map(({ json }) => json.error ?? json.agent)).toEqual(['Agent Anna, A1: No', 'Anna']);
	});

	it('is the error of its item, the first of several', () => {
		const right = observedTask(scope, anna, 'rest');
		expect(errorOf({ kind: 'tasks', tasks: [right, failed()] })?.message).toBe('Agent Anna, A1: No');
		expect(errorOf({ kind: 'tasks', tasks: [right] })).toBeUndefined();
		expect(errorOf({ kind: 'tasks', tasks: [finish(right, { outcome: 'skipped' })] })).toBeUndefined();
	});
});

it('what nobody was there for has no row', () => {
	expect(resultsOf(2, [refused({ item: 1 })], [])).toEqual([
		{ kind: 'tasks', tasks: [] },
		{ kind: 'refused', refused: refused({ item: 1 }) },
	]);
	expect(rowsOf('setState', [], { count: 2 })).toEqual([]);
});
