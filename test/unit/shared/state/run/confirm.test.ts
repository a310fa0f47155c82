import { plainFailure } from '../../../../../nodes/shared/http/failure';
import type { Outcome } from '../../../../../nodes/shared/state/input/row';
import { canBeConfirmed, confirm, isUnconfirmed } from '../../../../../nodes/shared/state/run/confirm';
import { fail, finish } from '../../../../../nodes/shared/state/run/finish';
import {
	decidedTask,
	nativeAt,
	observedTask,
	officeAdapter,
	officeOf,
	refusal,
	scopeOf,
} from '../../../../support/stateOffice';

const before = { id: 'A1', name: 'Anna', state: 'on' };

/** The row after Anna was put to rest, ended like that, and was read again. */
async function confirmed(now: object, end: Parameters<typeof finish>[1]) {
	const { client } = officeOf([{ ...before, ...now }]);
	const scope = scopeOf({ client });
	const [task] = await confirm(scope, [finish(decidedTask(scope, before, 'rest'), end)], 'after 5 seconds');
	return task?.row;
}
const sent = { requestId: 'R1', attempts: 2, durationMs: 7 };
const pending = { outcome: 'pending', current: nativeAt('on'), reason: 'shows "Online"', ...sent } as const;

it('who is in the new state now has changed, whatever the answer said', async () => {
	expect(await confirmed({ state: 'rest' }, pending)).toMatchObject({
		...{ outcome: 'changed', current: 'break', reason: null, requestId: 'R1', attempts: 2, durationMs: 7 },
	});
});

it.each([
	['in another state', { state: 'desk' }, 'busy', 'reads "Back Office" after 5 seconds'],
	['in none', { state: undefined }, null, 'reads "nothing" after 5 seconds'],
])('who is %s is unconfirmed', async (_what, now, current, reason) => {
	expect(await confirmed(now, pending)).toMatchObject({ outcome: 'unconfirmed', current, reason, ...sent });
});

describe('after a failure that left a doubt', () => {
	const doubt = (httpCode: string | undefined) => ({
		...({ outcome: 'unconfirmed', current: null, reason: 'Agent Anna: No', ...sent } as const),
		failure: { ...plainFailure('No'), httpCode, attempts: 2, isInDoubt: true },
	});

	it('who is where they were was not changed, if the service has answered', async () => {
		expect(await confirmed({}, doubt('503'))).toMatchObject({
			...{ outcome: 'failed', current: 'available', reason: 'Agent Anna, A1: No. (2 attempts)' },
			...{ attempts: 2, durationMs: 7, restore: null },
		});
	});

	it.each(['ECONNRESET', undefined, 'E500', '500x'])(
		'who is where they were may still be changed after %s',
		async (code) => {
			expect(await confirmed({}, doubt(code))).toMatchObject({
				outcome: 'unconfirmed',
				current: 'available',
				reason: 'Agent Anna: No. The state reads "Online" after 5 seconds',
			});
		},
	);

	it('who is elsewhere is told of with both', async () => {
		expect(await confirmed({ state: 'desk' }, doubt('503'))).toMatchObject({
			outcome: 'unconfirmed',
			reason: 'Agent Anna: No. The state reads "Back Office" after 5 seconds',
		});
	});

	it('who is in the new state has changed', async () => {
		expect(await confirmed({ state: 'rest' }, doubt('503'))).toMatchObject({ outcome: 'changed', reason: null });
	});
});

it('who cannot be read keeps what the answer said, and so does who was not changed', async () => {
	const { client, asked } = officeOf([before], () => refusal('No'));
	const scope = scopeOf({ client });
	const tasks = [
		finish(decidedTask(scope, before, 'rest'), pending),
		finish(observedTask(scope, { id: 'A2', state: 'rest' }, 'rest'), { outcome: 'unchanged' }),
	];
	expect(await confirm(scope, tasks, 'right after it')).toEqual(tasks);
	expect(asked).toEqual(['GET /agents/A1']);
});

it.each<[Outcome, boolean, boolean]>([
	['changed', true, false],
	['pending', true, false],
	['unconfirmed', true, true],
])('what ended as %s can be read again: %s, and must be: %s', (outcome, can, must) => {
	const task = finish(decidedTask(scopeOf(), before, 'rest'), { outcome });
	expect([canBeConfirmed(task), isUnconfirmed(task)]).toEqual([can, must]);
});

it('what failed, was not sent, or cannot be read is not read again', () => {
	const blind = scopeOf({ adapter: officeAdapter({ reading: undefined }) });
	for (const task of [
		fail(decidedTask(scopeOf(), before, 'rest'), plainFailure('No')),
		finish(observedTask(scopeOf(), before, 'rest'), { outcome: 'unconfirmed' }),
		finish(decidedTask(blind, before, 'rest'), { outcome: 'unconfirmed' }),
	]) {
		expect([canBeConfirmed(task), isUnconfirmed(task)]).toEqual([false, false]);
	}
});
