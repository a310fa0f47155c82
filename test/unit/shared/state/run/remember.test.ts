import type { Outcome } from '../../../../../nodes/shared/state/input/row';
import { openLastSet } from '../../../../../nodes/shared/state/read/lastSet';
import { finish } from '../../../../../nodes/shared/state/run/finish';
import { recallState } from '../../../../../nodes/shared/state/run/recall';
import { remember } from '../../../../../nodes/shared/state/run/remember';
import { ownKeyOf } from '../../../../../nodes/shared/state/read/scope';
import { fingerprintOf } from '../../../../../nodes/shared/state/native';
import { ownMemory } from '../../../../../nodes/shared/trigger/ownMemory';
import {
	decidedTask,
	nativeAt,
	observedTask,
	officeAdapter,
	reading,
	scopeOf,
	targetedTask,
} from '../../../../support/stateOffice';

const anna = { id: 'A1', state: 'on' };
const KEY = '["acme",null,"A1"]';
const blind = () => scopeOf({ adapter: officeAdapter({ reading: undefined }) });
const seeing = (tellsSince: boolean) => scopeOf({ adapter: officeAdapter({ reading: { ...reading, tellsSince } }) });

describe('what a run remembers of a change', () => {
	const DAYS = 24 * 3_600_000;

	it.each<[string, ReturnType<typeof scopeOf>, Outcome, number, number | undefined]>([
		['a service that does not tell states', blind(), 'changed', 0, 30 * DAYS],
		['a service that does not tell states', blind(), 'unconfirmed', 0, undefined],
		['a service that does not tell states', blind(), 'pending', 5000, undefined],
		['a service that tells since when', seeing(true), 'changed', 5000, 5000],
		['a service that tells since when', seeing(true), 'pending', 5000, 5000],
		['a service that tells since when', seeing(true), 'unconfirmed', 5000, 5000],
		['a service that tells since when', seeing(true), 'failed', 5000, undefined],
		['a service that tells since when', seeing(true), 'changed', 0, undefined],
		['a service that does not tell since when', seeing(false), 'changed', 5000, undefined],
	])('%s: %p', (_what, scope, outcome, graceMs, keptMs) => {
		const lastSet = openLastSet({}, 1000);
		const data = {};
		const memory = openLastSet(data, 1000);
		const task = finish({ ...decidedTask(scope, anna, 'rest'), observed: undefined }, { outcome });
		remember(task, graceMs, memory);
		memory.store();
		const recalledAt = (now: number) => openLastSet(data, now).recall(KEY);
		expect(lastSet.recall(KEY)).toBeUndefined();
		if (keptMs === undefined) expect(data).toEqual({});
		else {
			expect(recalledAt(1000 + keptMs - 1)).toEqual({ native: nativeAt('rest'), at: 1000 });
			expect(recalledAt(1000 + keptMs)).toBeUndefined();
		}
	});

	it('is nothing where nothing was sent', () => {
		const data = {};
		const memory = openLastSet(data, 0);
		remember(finish(observedTask(blind(), anna, 'on'), { outcome: 'unchanged' }), 5000, memory);
		memory.store();
		expect(data).toEqual({});
	});

	it('is forgotten at a service that does not tell states where nothing confirmed the next change', () => {
		const memory = openLastSet({}, 0);
		memory.keep(KEY, nativeAt('on'), 5000);
		remember(
			finish({ ...decidedTask(blind(), anna, 'rest'), observed: undefined }, { outcome: 'failed' }),
			0,
			memory,
		);
		expect(memory.recall(KEY)).toBeUndefined();
	});
});

describe('the state that is recalled', () => {
	/** An agent of its own for each test: this memory outlives them. */
	const recalled = (agent: string, own: (note: (key: string) => ReturnType<typeof ownMemory.note>) => void) => {
		const scope = blind();
		const task = targetedTask(scope, agent, 'rest');
		const lastSet = openLastSet({}, 1000);
		lastSet.keep(`["acme",null,"${agent}"]`, nativeAt('on'), 5000);
		own((state) => ownMemory.note(ownKeyOf(scope, agent), fingerprintOf(nativeAt(state)), 900));
		return recallState(task, lastSet)?.native.label;
	};

	it('is the one that was set last', () => {
		expect(recalled('r1', () => undefined)).toBe('Online');
		expect(recalled('r2', (note) => note('on').answered(1500))).toBe('Online');
	});

	it('is none where another one was set since then, or is being set', () => {
		expect(recalled('r3', (note) => note('rest').answered(1500))).toBeUndefined();
		expect(recalled('r4', (note) => note('rest').answered(1000))).toBeUndefined();
		expect(recalled('r5', (note) => void note('rest'))).toBeUndefined();
	});

	it('is still the one where another one was set before', () => {
		expect(recalled('r6', (note) => note('rest').answered(999))).toBe('Online');
	});

	it('is none where nothing was set', () => {
		expect(recallState(targetedTask(blind(), 'r7', 'rest'), openLastSet({}, 0))).toBeUndefined();
	});
});
