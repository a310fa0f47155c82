import { fingerprintOf } from '../../../../../nodes/shared/state/native';
import {
	agentKey,
	getsNoWork,
	groupsOf,
	isAsDesired,
	nameForRow,
	stateOfTask,
	subjectOf,
} from '../../../../../nodes/shared/state/run/task';
import {
	decidedTask,
	nativeAt,
	observedTask,
	officeAdapter,
	scopeOf,
	targetedTask,
} from '../../../../support/stateOffice';

const scope = scopeOf({ name: 'q1' });
const anna = { id: 'A1', name: 'Anna K', alias: 'anna', state: 'on' };
const named = (agent: string, record: Record<string, unknown> = anna) =>
	subjectOf(observedTask(scope, record, 'rest', { agent }));

it.each([
	['A1', 'Agent Anna K, A1'],
	['anna k', 'Agent anna k'],
	['anna', 'Agent Anna K'],
	['K', 'Agent Anna K'],
	['Bob', 'Agent Anna K, Bob'],
	['x'.repeat(90), `Agent Anna K, ${'x'.repeat(80)}…`],
])('whom an item calls %s is for messages: %s', (agent, subject) => expect(named(agent)).toBe(subject));

it('whom nobody has seen is for messages as the item calls them', () => {
	expect(subjectOf(targetedTask(scope, 'anna', 'rest'))).toBe('Agent anna');
	expect(named('A1', { id: 'A1', name: 'x'.repeat(90) })).toBe(`Agent ${'x'.repeat(80)}…, A1`);
});

it.each([
	['the name', { id: 'A1', name: 'Anna' }, 'Ann', 'Anna'],
	['its own word where the service has the ID alone', { id: 'A1' }, 'Ann', 'Ann'],
	['its own word where the service has an alias alone', { id: 'A1', name: 'a@x', alias: 'a@x' }, 'Ann', 'Ann'],
	['the alias where the item has no word', { id: 'A1', name: 'a@x', alias: 'a@x' }, undefined, 'a@x'],
])('a row has %s', (_what, record, calledHere, name) => {
	const task = observedTask(scope, record, 'rest', { calledHere });
	expect(nameForRow(task, task.observed)).toBe(name);
});

it('a row has what the item says where nobody was seen', () => {
	const { desired } = targetedTask(scope, 'anna', 'rest');
	expect(nameForRow({ desired }, undefined)).toBe('anna');
	expect(nameForRow({ desired: { ...desired, calledHere: 'Ann' } }, undefined)).toBe('Ann');
});

it('whether a state gets work is what its option says', () => {
	expect(getsNoWork(decidedTask(scope, anna, 'rest'))).toBe(true);
	expect(getsNoWork(decidedTask(scope, anna, 'on'))).toBe(false);
	expect(getsNoWork(decidedTask(scope, anna, 'strike'))).toBe(false);
});

it('an agent is as desired who is in that state', () => {
	expect(isAsDesired(observedTask(scope, anna, 'on'))).toBe(true);
	expect(isAsDesired(observedTask(scope, anna, 'rest'))).toBe(false);
	expect(isAsDesired({ ...observedTask(scope, anna, 'on'), target: undefined })).toBe(false);
});

it('an agent is one at the whole service, or one in each queue', () => {
	const task = targetedTask(scope, 'anna', 'rest');
	expect(agentKey(task, { id: 'A1' })).toBe('["acme",null,"A1"]');
	expect(agentKey(task, undefined)).toBe('["acme",null,"anna"]');
	const queues = scopeOf({ name: 'q1', adapter: officeAdapter({ fanOut: (values) => [values] }) });
	expect(agentKey(targetedTask(queues, 'anna', 'rest'), { id: 'A1' })).toBe('["acme","q1","A1"]');
});

it('a row that comes back speaks for its own two states', () => {
	const want = {
		kind: 'restore',
		before: { fingerprint: fingerprintOf(nativeAt('desk')) },
		state: 'offline',
		from: fingerprintOf(nativeAt('rest')),
		fromState: null,
	} as const;
	const task = targetedTask(scope, 'anna', 'rest', { want });
	expect(stateOfTask(task, nativeAt('desk'))).toBe('offline');
	expect(stateOfTask(task, nativeAt('rest'))).toBeNull();
	expect(stateOfTask(task, nativeAt('on'))).toBe('available');
	expect(stateOfTask(task, null)).toBeNull();
});

it('groups come in the order of their first members', () => {
	expect(groupsOf(['b1', 'a1', 'b2', 'c1', 'a2'], ([letter = '']) => letter)).toEqual([
		['b1', 'b2'],
		['a1', 'a2'],
		['c1'],
	]);
	expect(groupsOf([], String)).toEqual([]);
});
