import type { Snapshot } from '../../../../nodes/shared/trigger/poll';
import { parseSnapshots, writeSnapshots } from '../../../../nodes/shared/trigger/snapshotText';

const snapshot = (states: Record<string, string>, missing: string[] = []): Snapshot => ({
	readAt: 100,
	states: new Map(Object.entries(states)),
	missing: new Set(missing),
});
const scopes = new Map([
	['sales', snapshot({ anna: 's1', bob: 's2', eve: 's1' }, ['eve'])],
	['support', snapshot({})],
]);
const states = new Map<string, unknown>([
	['s1', { label: 'Break' }],
	['s2', null],
	['s3', { label: 'of nobody' }],
]);
const nothing = { scopes: new Map(), states: new Map() };

it('is read as it was written, without the states that nobody is in', () => {
	const text = writeSnapshots({ scopes, states });

	expect(parseSnapshots(text, 100)).toEqual({
		scopes,
		states: new Map<string, unknown>([
			['s1', { label: 'Break' }],
			['s2', null],
		]),
	});
	expect(parseSnapshots(text, 200).scopes.get('sales')?.readAt).toBe(200);
	// Every agent stands in it once.
	expect(text.split('bob')).toHaveLength(2);
});

it.each([
	undefined,
	5,
	{},
	'',
	'{"version":1',
	'null',
	'[]',
	'{"version":2,"states":{},"scopes":{"a":{}}}',
	'{"version":1,"states":{"s":1}}',
	'{"version":1,"scopes":{"a":{}}}',
	'{"version":1,"states":[],"scopes":{"a":{}}}',
	'{"version":1,"states":{"s":1},"scopes":[1]}',
])('%j says nothing', (text) => expect(parseSnapshots(text, 100)).toEqual(nothing));

it('what is damaged in one scope is left out, and the rest is read', () => {
	const text = JSON.stringify({
		version: 1,
		states: {},
		scopes: {
			a: { agents: { s1: ['anna', 5, null], s2: 'bob' }, missing: ['anna', 5] },
			b: { agents: ['anna'], missing: 'anna' },
			c: 'damaged',
		},
	});

	expect(parseSnapshots(text, 100).scopes).toEqual(
		new Map([
			['a', snapshot({ anna: 's1' }, ['anna'])],
			['b', snapshot({})],
			['c', snapshot({})],
		]),
	);
});
