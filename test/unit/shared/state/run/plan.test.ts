import { fingerprintOf } from '../../../../../nodes/shared/state/native';
import type { Want } from '../../../../../nodes/shared/state/input/form';
import { openLastSet } from '../../../../../nodes/shared/state/read/lastSet';
import { ownKeyOf } from '../../../../../nodes/shared/state/read/scope';
import { plan } from '../../../../../nodes/shared/state/run/plan';
import { ownMemory } from '../../../../../nodes/shared/trigger/ownMemory';
import { nativeAt, observedTask, officeAdapter, scopeOf, settings, toState } from '../../../../support/stateOffice';

const now = Date.parse('2026-03-01T12:00:00Z');
const scope = scopeOf();
const blind = scopeOf({ adapter: officeAdapter({ reading: undefined }) });
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const blankPast = () => ({ lastSet: openLastSet({}, now), isWhole: true });
const told = (task: ReturnType<typeof plan>) =>
	task.phase === 'done'
		? `${task.row.outcome}: ${task.row.reason ?? ''}`
		: `${task.phase} ${task.target?.label ?? ''}`;
const planned = (
	task: Parameters<typeof plan>[0],
	set: Record<string, unknown> = {},
	past: Parameters<typeof plan>[2] = blankPast(),
) => told(plan(task, settings(set), past, 'Europe/Warsaw', now));

const anna = { id: 'P1', name: 'Anna', state: 'desk', since: minutesAgo(5) };

it('who is elsewhere is changed, and who is there is not', () => {
	expect(plan(observedTask(scope, anna, 'rest'), settings(), blankPast(), 'utc', now)).toMatchObject({
		phase: 'decided',
		target: nativeAt('rest'),
		remark: null,
	});
	expect(planned(observedTask(scope, anna, 'desk'))).toBe('unchanged: ');
});

it('where states are only read nothing follows', () => {
	const task = { ...observedTask(scope, anna, 'rest'), target: undefined };
	expect(plan(task, settings(), blankPast(), 'utc', now)).toBe(task);
});

it('who is protected is skipped, by the state of the service or by the word for it', () => {
	const skipped = 'skipped: is in "Back Office", which is protected';
	expect(planned(observedTask(scope, anna, 'rest'), { protectedStates: 'Back Office' })).toBe(skipped);
	expect(planned(observedTask(scope, anna, 'rest'), { protectedStates: 'busy' })).toBe(skipped);
	expect(planned(observedTask(scope, anna, 'rest'), { protectedStates: 'break' })).toBe('decided Rest');
});

describe('within the grace time', () => {
	const grace = { graceMinutes: 10 };

	it('a change of someone else is respected', () => {
		expect(planned(observedTask(scope, anna, 'rest'), grace)).toBe(
			'skipped: was put into "Back Office" by someone else 5 minutes ago',
		);
		expect(planned(observedTask(scope, anna, 'rest'), grace, { ...blankPast(), isWhole: false })).toBe(
			'skipped: was put into "Back Office" by someone else, as far as this first run can tell, 5 minutes ago',
		);
	});

	it('a change that this node remembers is its own', () => {
		const past = blankPast();
		past.lastSet.keep('["acme",null,"P1"]', nativeAt('desk'), 60_000);
		expect(planned(observedTask(scope, anna, 'rest'), grace, past)).toBe('decided Rest');
		past.lastSet.keep('["acme",null,"P1"]', nativeAt('on'), 60_000);
		expect(planned(observedTask(scope, anna, 'rest'), grace, past)).toContain('skipped');
	});

	it.each([
		['a minute before, as clocks may differ', 'P2', 6, 'desk', 'decided Rest'],
		['more than that before', 'P3', 6.1, 'desk', 'skipped'],
		['to another state', 'P4', 5, 'on', 'skipped'],
	])('a change that any node of this n8n made %s counts: %s', (_when, id, minutes, state, verdict) => {
		const record = { ...anna, id };
		const sentAt = now - minutes * 60_000;
		ownMemory.note(ownKeyOf(scope, id), fingerprintOf(nativeAt(state)), sentAt).answered(sentAt);
		expect(planned(observedTask(scope, record, 'rest'), grace)).toContain(verdict);
	});

	it('nobody is respected of whom the service tells no time or no state', () => {
		expect(planned(observedTask(scope, { ...anna, since: undefined }, 'rest'), grace)).toBe('decided Rest');
		expect(planned(observedTask(scope, { ...anna, state: undefined }, 'rest'), grace)).toBe('decided Rest');
	});
});

describe('a restore', () => {
	const restore = (from: string): { want: Want } => ({
		want: {
			kind: 'restore',
			before: { fingerprint: fingerprintOf(nativeAt('rest')) },
			state: 'break',
			from: fingerprintOf(nativeAt(from)),
			fromState: from === 'strike' ? 'busy' : null,
		},
	});

	it.each([
		['desk', {}, 'decided Rest'],
		['on', {}, 'skipped: has changed to "Back Office" since then, and is no longer in "Online"'],
		['strike', {}, 'skipped: has changed to "Back Office" since then, and is no longer in "busy"'],
		['on', { restoreAnyway: true }, 'decided Rest'],
	])('of who was put into %s, with %j', (from, set, verdict) => {
		expect(planned(observedTask(scope, anna, 'rest', restore(from)), set)).toBe(verdict);
	});

	it('says that much where nobody knows what the state was', () => {
		expect(planned(observedTask(scope, anna, 'rest', restore('gone')))).toBe(
			'skipped: has changed to "Back Office" since then, and is no longer in "the earlier state"',
		);
	});
});

describe('at a service that does not tell states', () => {
	const unseen = (cause = '') => ({
		...observedTask(blind, { id: 'P9', state: 'rest' }, 'rest', { want: toState('break', cause) }),
		observed: undefined,
	});
	const past = (minutes: number) => {
		const lastSet = openLastSet({}, now - minutes * 60_000);
		lastSet.keep('["acme",null,"P9"]', nativeAt('rest'), 1e9);
		return { lastSet, isWhole: true };
	};

	it('the state that was set last is trusted for a while, and the row says so', () => {
		expect(planned(unseen(), { trustMinutes: 60 }, past(59))).toBe(
			'unchanged: as this workflow last set it at 12:01',
		);
		expect(planned(unseen('Lunch'), { trustMinutes: 60 }, past(59))).toBe(
			'unchanged: Lunch, as this workflow last set it at 12:01',
		);
		expect(planned(unseen(), { trustMinutes: 60 }, past(60))).toBe('decided Rest');
		expect(planned(unseen(), { trustMinutes: 0 }, past(1))).toBe('decided Rest');
	});

	it('nothing is known where nothing was set', () => {
		expect(planned(unseen(), { trustMinutes: 60 }, blankPast())).toBe('decided Rest');
	});
});
