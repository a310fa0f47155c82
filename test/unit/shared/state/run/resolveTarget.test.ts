import { fingerprintOf } from '../../../../../nodes/shared/state/native';
import { resolveTarget } from '../../../../../nodes/shared/state/run/resolveTarget';
import type { Want } from '../../../../../nodes/shared/state/input/form';
import { nativeAt, officeAdapter, scopeOf, targetedTask, toState } from '../../../../support/stateOffice';

const resolve = (want: Want, scope = scopeOf()) => {
	const task = resolveTarget(targetedTask(scope, 'anna', 'rest', { want }));
	return task.phase === 'done' ? task.row.reason : task.target;
};
const restore = (before: Extract<Want, { kind: 'restore' }>['before']): Want => ({
	...({ kind: 'restore', before, state: 'busy', from: '00000000', fromState: null } as const),
});
const strike = { label: 'Strike', fields: { state: 'strike' } };

it('nothing is to be set where states are only read', () => {
	expect(resolve({ kind: 'none' })).toBeUndefined();
	expect(resolve({ kind: 'history', window: { from: 0, until: 1 } })).toBeUndefined();
});

it('a state is that of the mapping', () => {
	expect(resolve(toState('busy'))).toEqual({ label: 'Back Office', fields: { state: 'desk' } });
	const rules = [{ state: 'busy', cause: 'lunch', native: 'Rest' } as const];
	expect(resolve(toState('busy', 'Lunch'), scopeOf({ rules }))).toEqual(nativeAt('rest'));
	const wrong = [{ state: 'busy', cause: '', native: 'Tea' } as const];
	expect(resolve(toState('busy'), scopeOf({ rules: wrong }))).toBe(
		'Agent anna: the mapping leads to "Tea", which does not exist. There are: Online, Back Office, Rest, Gone',
	);
});

it('the service can add to a state, or say what it lacks', () => {
	const { writing } = officeAdapter();
	const withTarget = (target: NonNullable<typeof writing.target>) =>
		scopeOf({ adapter: officeAdapter({ writing: { ...writing, target } }), values: { mode: 5 } });
	const added = withTarget(({ label, fields }, { cause }, { mode }) => ({
		label: `${label}: ${cause}`,
		fields: { ...fields, mode: mode ?? 0 },
	}));
	expect(resolve(toState('break', 'Tea'), added)).toEqual({ label: 'Rest: Tea', fields: { state: 'rest', mode: 5 } });
	expect(
		resolve(
			toState('break'),
			withTarget(() => ({ problem: 'a break needs more' })),
		),
	).toBe('Agent anna: a break needs more');
});

describe('a restore', () => {
	it('goes back to the option of the list, by its present name', () => {
		const before = { fingerprint: fingerprintOf(nativeAt('desk')), native: { ...nativeAt('desk'), label: 'Old' } };
		expect(resolve(restore(before))).toEqual(nativeAt('desk'));
	});

	it('goes back to a state that the list does not have, as the row kept it', () => {
		expect(resolve(restore({ fingerprint: fingerprintOf(strike), native: strike }))).toEqual(strike);
	});

	it('is not possible where the row kept too little', () => {
		expect(resolve(restore({ fingerprint: fingerprintOf(strike) }))).toBe(
			'Agent anna: the state before no longer exists there, or was kept in another field',
		);
	});

	it('is not possible into a field that this node does not keep states in', () => {
		const other = { label: 'x', fields: { state: 'x', mode: 5 } };
		const scope = scopeOf({ adapter: officeAdapter({ nativeFields: () => ['state', 'more'] }) });
		expect(resolve(restore({ fingerprint: fingerprintOf(other), native: other }), scope)).toBe(
			'Agent anna: the row keeps the state in mode, this node in state, more',
		);
	});
});
