import type { IDataObject } from 'n8n-workflow';
import { plainFailure, type Failure } from '../../../../../nodes/shared/http/failure';
import { parseRow } from '../../../../../nodes/shared/state/input/row';
import { fingerprintOf, plain } from '../../../../../nodes/shared/state/native';
import { fail, finish, finishLike } from '../../../../../nodes/shared/state/run/finish';
import {
	decidedTask,
	nativeAt,
	observedTask,
	officeAdapter,
	scopeOf,
	targetedTask,
	toState,
} from '../../../../support/stateOffice';

const anna = { id: 'A1', name: 'Anna', state: 'desk', since: '2026-03-01T10:00:00Z' };
const scope = scopeOf({ name: 'Office' });
const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;

const blank = { attempts: 0, durationMs: 0, requestId: null, at: iso, restore: null };

describe('a row', () => {
	it('tells of a change, and how to take it back', () => {
		const task = decidedTask(scope, anna, 'rest');
		const done = finish(task, {
			...{ outcome: 'changed', current: nativeAt('rest'), requestId: 'R1', attempts: 2, durationMs: 7 },
		} as const);
		expect(done.row).toEqual({
			agent: 'Anna',
			previous: 'busy',
			current: 'break',
			outcome: 'changed',
			reason: null,
			service: 'acme',
			scope: 'Office',
			agentId: 'A1',
			requested: 'break',
			at: iso,
			attempts: 2,
			durationMs: 7,
			requestId: 'R1',
			restore: expect.stringMatching(/^v2:[0-9a-f]{8}:[0-9a-f]{8}\.[0-9a-f]{8}$/) as string,
		});
		expect(done).toMatchObject({ phase: 'done', scope, desired: task.desired, applied: task, error: undefined });
	});

	it.each([
		['changed', true],
		['pending', true],
		['unconfirmed', true],
		['preview', false],
		['failed', false],
		['skipped', false],
	] as const)('that tells of %s can be taken back: %s', (outcome, can) => {
		expect(finish(decidedTask(scope, anna, 'rest'), { outcome }).row.restore !== null).toBe(can);
	});

	it('keeps the label of a state that the list does not have', () => {
		const strange = { ...anna, state: 'strike' };
		const { restore } = finish(decidedTask(scope, strange, 'rest'), { outcome: 'changed' }).row;
		expect(restore).toContain('[{"state":"strike"},');
		expect(restore).toContain('{"label":"strike"}');
	});

	it('keeps a state whose label has changed, and none where nothing was before', () => {
		const task = decidedTask(scope, anna, 'rest');
		const renamed = { ...task, previous: { label: 'Old name', fields: { state: 'desk' } } };
		expect(finish(renamed, { outcome: 'changed' }).row.restore).toContain('{"label":"Old name"}');
		expect(finish({ ...task, previous: null }, { outcome: 'changed' }).row.restore).toMatch(
			/^v2:[0-9a-f]{8}:\[null,"[0-9a-f]{8}"\]$/,
		);
	});

	it('tells of an agent who was not found yet', () => {
		expect(finish(targetedTask(scope, 'anna', 'rest'), { outcome: 'skipped', reason: 'why' }).row).toEqual({
			...{ ...blank, agent: 'anna', previous: null, current: null, outcome: 'skipped', reason: 'why' },
			...{ service: 'acme', scope: 'Office', agentId: null, requested: 'break' },
		});
	});

	it('names the agent as the item did where the service tells of nobody', () => {
		const blind = scopeOf({ adapter: officeAdapter({ reading: undefined }) });
		expect(finish(targetedTask(blind, 'anna', 'rest'), { outcome: 'skipped' }).row).toMatchObject({
			agentId: 'anna',
			scope: null,
		});
	});

	it('gives the reason of its end, else what was remarked, else the cause', () => {
		const task = decidedTask(scope, anna, 'rest', { want: toState('break', 'Lunch') });
		const reasonOf = (...args: Parameters<typeof finish>) => finish(...args).row.reason;
		expect(reasonOf({ ...task, remark: 'late' }, { outcome: 'changed', reason: 'why' })).toBe('why');
		expect(reasonOf({ ...task, remark: 'late' }, { outcome: 'changed' })).toBe('late');
		expect(reasonOf(task, { outcome: 'changed' })).toBe('Lunch');
		expect(reasonOf(decidedTask(scope, anna, 'rest'), { outcome: 'changed' })).toBeNull();
	});

	it('asks for nothing where the state is only read', () => {
		const task = { ...observedTask(scope, anna, 'rest', { want: { kind: 'none' } }), target: undefined };
		expect(finish(task, { outcome: 'failed', current: task.previous }).row).toMatchObject({
			previous: 'busy',
			current: 'busy',
			requested: null,
		});
	});

	it('tells the state before in the words of the item only where nothing was to be done', () => {
		const usual = { available: 'on', busy: 'desk', break: 'desk', offline: 'off' } as const;
		const options = ['on', 'desk', 'off'].map((key) => ({ key, ...nativeAt(key) }));
		const double = scopeOf({ adapter: officeAdapter({ stateOptions: () => ({ kind: 'fixed', options, usual }) }) });
		const asked = { want: toState('busy') };
		expect(finish(observedTask(double, anna, 'desk', asked), { outcome: 'unchanged' }).row.previous).toBe('busy');
		expect(finish(observedTask(double, anna, 'on', asked), { outcome: 'failed' }).row.previous).toBe('break');
	});
});

describe('what a row keeps to be taken back', () => {
	const kept = (row: object) => {
		const parsed = parseRow(row as IDataObject);
		return parsed.kind === 'value' ? parsed.value.kept : parsed.problem;
	};
	const before = { fingerprint: fingerprintOf(nativeAt('desk')) };
	const requested = fingerprintOf(nativeAt('rest'));

	it('belongs to its other cells', () => {
		const { row } = finish(decidedTask(scope, anna, 'rest'), { outcome: 'changed' });
		expect(kept(row)).toEqual({ agentId: 'A1', scope: 'Office', previous: before, requested });
		for (const cell of ['service', 'scope', 'agentId', 'previous', 'requested']) {
			expect(kept({ ...row, [cell]: 'break' === row[cell as 'previous'] ? 'busy' : 'break' })).toContain(
				'was changed',
			);
		}
	});

	it('belongs to cells that are empty, too', () => {
		const task = { ...decidedTask(scopeOf(), anna, 'rest', { want: { kind: 'none' } }), previous: null };
		const { row } = finish(task, { outcome: 'changed' });
		expect(row).toMatchObject({ scope: null, previous: null, requested: null });
		expect(kept(row)).toEqual({ agentId: 'A1', scope: '', previous: null, requested });
	});
});

describe('a failure', () => {
	const refused: Failure = { ...plainFailure('No', 'Do it.'), httpCode: '409', requestId: 'R1', attempts: 3 };

	it('stands in the row and is an error of the agent', () => {
		const done = fail(decidedTask(scope, anna, 'rest'), refused, 9);
		expect(done.row).toMatchObject({
			outcome: 'failed',
			reason: 'Agent Anna, A1: No. Do it. (request R1, 3 attempts)',
			...{ previous: 'busy', current: 'busy', attempts: 3, durationMs: 9, requestId: 'R1', restore: null },
		});
		expect(done.error).toEqual({
			message: 'Agent Anna, A1: No',
			description: 'Do it. (request R1, 3 attempts)',
			details: {
				...{ agent: 'Agent Anna, A1', description: 'Do it.', httpCode: '409', requestId: 'R1' },
				attempts: 3,
			},
		});
	});

	it('of what was not sent counts no attempt', () => {
		expect(fail(decidedTask(scope, anna, 'rest'), plainFailure('No')).row).toMatchObject({
			attempts: 0,
			durationMs: 0,
		});
		const lost = { ...plainFailure('No'), isInDoubt: true, attempts: 2 };
		expect(fail(observedTask(scope, anna, 'rest'), lost).row.attempts).toBe(2);
		expect(fail(decidedTask(scope, anna, 'rest'), refused, 0, 5).row.attempts).toBe(5);
	});

	it('after which nobody knows the state is no failure in the row, and can be taken back', () => {
		const { row, error } = fail(decidedTask(scope, anna, 'rest'), { ...refused, isInDoubt: true });
		expect(row).toMatchObject({ outcome: 'unconfirmed', previous: 'busy', current: null });
		expect(row.restore).not.toBeNull();
		expect(error).toBeDefined();
	});

	it.each(['targeted', 'observed'] as const)('of an agent that was only %s leaves no doubt', (phase) => {
		const task = phase === 'targeted' ? targetedTask(scope, 'A1', 'rest') : observedTask(scope, anna, 'rest');
		expect(fail(task, { ...refused, isInDoubt: true }).row).toMatchObject({
			outcome: 'failed',
			current: phase === 'targeted' ? null : 'busy',
		});
	});
});

describe('the same in other words', () => {
	it('ends alike, and speaks of its own words', () => {
		const first = finish(decidedTask(scope, anna, 'rest'), {
			...({
				outcome: 'changed',
				current: nativeAt('rest'),
				attempts: 1,
				durationMs: 5,
				requestId: 'R1',
			} as const),
		});
		const other = observedTask(scope, anna, 'rest', { want: toState('break', 'Lunch'), calledHere: 'Ann' });
		expect(finishLike(other, first).row).toMatchObject({
			...{ outcome: 'changed', current: 'break', reason: 'Lunch', attempts: 1, durationMs: 5, requestId: 'R1' },
		});
	});

	it('fails alike, under its own name', () => {
		const first = fail(decidedTask(scope, anna, 'rest'), plainFailure('No'), 5, 2);
		const { row, error } = finishLike(observedTask(scope, anna, 'rest', { agent: 'anna@example.com' }), first);
		expect(row).toMatchObject({ outcome: 'failed', attempts: 2, durationMs: 5 });
		expect(error?.message).toBe('Agent Anna, anna@example.com: No');
		expect(row.reason).toBe('Agent Anna, anna@example.com: No');
	});

	it('is in doubt alike', () => {
		const first = fail(decidedTask(scope, anna, 'rest'), { ...plainFailure('No'), isInDoubt: true });
		expect(finishLike(observedTask(scope, anna, 'rest'), first).row).toMatchObject({
			outcome: 'unconfirmed',
			current: null,
		});
	});
});

it('the fields of an option are all that a state has', () => {
	expect(plain(nativeAt('rest'))).toEqual({ label: 'Rest', fields: { state: 'rest' } });
});
