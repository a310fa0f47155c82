import fc from 'fast-check';
import { pollDifference, type Snapshot } from '../../../../nodes/shared/trigger/poll';
import { parseSnapshots, writeSnapshots } from '../../../../nodes/shared/trigger/snapshotText';

const read = (readAt: number, states: Record<string, string>) => ({ readAt, states: new Map(Object.entries(states)) });

/** The polls one after the other, each at its own second. */
function differences(...polls: Array<Record<string, string>>) {
	let before: Snapshot | undefined;
	return polls.map((states, at) => {
		const polled = pollDifference(before, read(at, states), at);
		before = polled?.snapshot;
		return polled?.differences;
	});
}

describe('the difference between two polls', () => {
	it('is every agent at first, and then whoever is in another state', () => {
		expect(differences({ anna: 'a', bob: 'b' }, { anna: 'a', bob: 'c' }, { anna: 'a', bob: 'c' })).toEqual([
			[
				{ kind: 'agentAdded', agentId: 'anna', to: 'a' },
				{ kind: 'agentAdded', agentId: 'bob', to: 'b' },
			],
			[{ kind: 'stateChanged', agentId: 'bob', from: 'b', to: 'c' }],
			[],
		]);
	});

	it('is nothing for an agent whom one list leaves out, whatever comes after', () => {
		expect(differences({ anna: 'a' }, {}, { anna: 'a' })[2]).toEqual([]);
		expect(differences({ anna: 'a' }, {}, { anna: 'b' }).slice(1)).toEqual([
			[],
			[{ kind: 'stateChanged', agentId: 'anna', from: 'a', to: 'b' }],
		]);
	});

	it('tells once of an agent whom two lists in a row leave out, who is new after that', () => {
		expect(differences({ anna: 'a' }, {}, {}, {}, { anna: 'a' }).slice(1)).toEqual([
			[],
			[{ kind: 'agentRemoved', agentId: 'anna', from: 'a' }],
			[],
			[{ kind: 'agentAdded', agentId: 'anna', to: 'a' }],
		]);
	});

	it('is not made with a list that is older than the last one', () => {
		const before = pollDifference(undefined, read(20, { anna: 'a' }), 25)?.snapshot;

		expect(pollDifference(before, read(10, { anna: 'b' }), 30)).toBeUndefined();
		expect(pollDifference(before, read(20, { anna: 'b' }), 30)?.differences).toHaveLength(1);
	});

	it('does not wait for a time that a wrong clock gave', () => {
		const before = pollDifference(undefined, read(1_000_000, { anna: 'a' }), 1_000_000)?.snapshot;

		expect(pollDifference(before, read(20, { anna: 'b' }), 30)?.differences).toHaveLength(1);
	});
});

describe('the differences of many polls', () => {
	const lists = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3')), {
		minLength: 1,
		maxLength: 20,
	});

	it('make, one after the other, what the last list shows and who is missing from it for the first time', () => {
		fc.assert(
			fc.property(lists, (polls) => {
				const told = new Map<string, string>();
				for (const found of differences(...polls)) {
					for (const one of found ?? []) {
						if ('from' in one) expect(told.get(one.agentId)).toBe(one.from);
						else expect(told.has(one.agentId)).toBe(false);
						if ('to' in one) told.set(one.agentId, one.to);
						else told.delete(one.agentId);
					}
				}
				const [last = {}, before = {}] = [...polls].reverse();
				const missing = [...told.keys()].filter((agent) => !(agent in last));

				for (const [agent, state] of Object.entries(last)) expect(told.get(agent)).toBe(state);
				expect(missing.every((agent) => agent in before)).toBe(true);
			}),
		);
	});
});

describe('the text of snapshots', () => {
	const ids = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
	const states = fc.constantFrom('', '0a1b2c3d', 'ffffffff', '12345678');
	const lists = fc.dictionary(ids, states, { maxKeys: 12 });

	it('brings them back as they were', () => {
		fc.assert(
			fc.property(fc.array(lists, { minLength: 1, maxLength: 5 }), fc.string(), (polls, key) => {
				let before: Snapshot | undefined;
				for (const [at, one] of polls.entries()) before = pollDifference(before, read(at, one), at)?.snapshot;
				if (!before) throw new Error('no poll');
				const text = writeSnapshots({
					scopes: new Map([[key, before]]),
					states: new Map([['ffffffff', { a: 1 }]]),
				});
				const kept = parseSnapshots(text, before.readAt);

				expect(kept.scopes.get(key)?.missing).toEqual(before.missing);
				expect(new Map([...(kept.scopes.get(key)?.states ?? [])].sort())).toEqual(
					new Map([...before.states].sort()),
				);
				expect(kept.states.has('ffffffff')).toBe([...before.states.values()].includes('ffffffff'));
			}),
		);
	});

	it.each([
		['nothing', undefined],
		['no JSON', '{'],
		['another version', '{"version":2,"scopes":{"a":{"agents":{"x":["1"]}}},"states":{}}'],
		['other things', '[]'],
	])('is as good as none: %s', (_what, text) => {
		expect(parseSnapshots(text, 0)).toEqual({ scopes: new Map(), states: new Map() });
	});

	it('drops what is damaged inside, and nothing else', () => {
		const text = JSON.stringify({
			version: 1,
			states: {},
			scopes: { a: { agents: { x: ['1', 2, null], y: 'z' }, missing: 7 }, b: null },
		});

		expect(parseSnapshots(text, 5).scopes).toEqual(
			new Map([
				['a', { readAt: 5, states: new Map([['1', 'x']]), missing: new Set() }],
				['b', { readAt: 5, states: new Map(), missing: new Set() }],
			]),
		);
	});
});
