import fc from 'fast-check';
import { isOwn, markOwn, ownKey, type OwnChanges } from '../../../../nodes/shared/trigger/ownChanges';
import { createOwnMemory } from '../../../../nodes/shared/trigger/ownMemory';

const anna = ownKey('acme', 'https://acme.example', null, '1');
const bob = ownKey('acme', 'https://acme.example', null, '2');

/** At 100 Anna was set to "break", and the service had answered at 110. */
function memory(): OwnChanges {
	const { changes, note } = createOwnMemory(0);
	note(anna, 'break', 100).answered(110);
	return changes;
}

describe('a change that a trigger hears of', () => {
	it.each([
		['was made between the two polls', { from: 90, seenFrom: 140, until: 150 }, true],
		['was being made when the first poll began', { from: 105, seenFrom: 140, until: 150 }, true],
		['was being made when the second poll ended', { from: 50, seenFrom: 100, until: 102 }, true],
		['can only have been made after ours', { from: 120, seenFrom: 170, until: 180 }, false],
		['can only have been made before ours', { from: 10, seenFrom: 50, until: 60 }, false],
	])('%s', (_when, time, expected) => {
		expect(isOwn({ key: anna, state: 'break', ...time }, memory())).toBe(expected);
	});

	const time = { from: 90, seenFrom: 140, until: 150 };

	it.each([
		['another state', { key: anna, state: 'offline' }],
		['another agent', { key: bob, state: 'break' }],
		['the agent of that number elsewhere', { key: ownKey('acme', 'https://b.example', null, '1'), state: 'break' }],
		['the agent in another queue', { key: ownKey('acme', 'https://acme.example', 'q', '1'), state: 'break' }],
	])('is not ours: %s', (_what, change) => {
		expect(isOwn({ ...change, ...time }, memory())).toBe(false);
	});

	it('is not ours when we have set another state since and that was before the state was seen', () => {
		const { changes, note } = createOwnMemory(0);
		note(anna, 'break', 100).answered(110);
		note(anna, 'available', 120).answered(130);

		expect(isOwn({ key: anna, state: 'break', ...time }, changes)).toBe(false);
		expect(isOwn({ key: anna, state: 'available', ...time }, changes)).toBe(true);
	});

	it('is ours while we set another state, and while that state may not have been there yet', () => {
		const { changes, note } = createOwnMemory(0);
		note(anna, 'break', 100).answered(110);
		const next = note(anna, 'available', 130);
		expect(isOwn({ key: anna, state: 'break', ...time }, changes)).toBe(true);

		next.answered(145);
		expect(isOwn({ key: anna, state: 'break', ...time }, changes)).toBe(true);
	});

	it('is ours before the service has answered', () => {
		const { changes, note } = createOwnMemory(0);
		note(anna, 'break', 100);

		expect(isOwn({ key: anna, state: 'break', from: 500, seenFrom: 590, until: 600 }, changes)).toBe(true);
	});

	it('is nobody knows whose if it may be older than the memory', () => {
		const { changes } = createOwnMemory(1_000);
		const change = { key: anna, state: 'break', seenFrom: 1_090, until: 1_100 };

		expect(isOwn({ ...change, from: 900 }, changes)).toBeNull();
		expect(isOwn({ ...change, from: 1_000 }, changes)).toBe(false);
	});

	it('keeps all that it has besides the mark', () => {
		const change = { key: anna, state: 'break', ...time, more: 'kept' };
		expect(markOwn([change], memory())).toEqual([{ ...change, byUs: true }]);
	});
});

describe('the memory', () => {
	it('knows what was before a change that was not made', () => {
		const { changes, note } = createOwnMemory(0);
		note(anna, 'break', 100).answered(110);
		note(anna, 'offline', 120).undo();
		note(bob, 'offline', 120).undo();

		expect([...changes.of]).toEqual([[anna, [{ state: 'break', sentAt: 100, answeredAt: 110 }]]]);
	});

	it('holds the last few changes of an agent', () => {
		const { changes, note } = createOwnMemory(0);
		for (const state of ['a', 'b', 'c', 'd', 'e']) note(anna, state, 100);

		expect(changes.of.get(anna)?.map(({ state }) => state)).toEqual(['b', 'c', 'd', 'e']);
	});

	it('is bounded, and says of what it forgot that nobody knows', () => {
		const { changes, note } = createOwnMemory(0, 2);
		for (const [at, key] of ['a', 'b', 'c'].entries()) note(key, 'break', at * 10).answered(at * 10 + 1);
		const change = { key: 'a', state: 'break', seenFrom: 90, until: 100 };

		expect([...changes.of.keys()]).toEqual(['b', 'c']);
		expect(isOwn({ ...change, from: 0 }, changes)).toBeNull();
		expect(isOwn({ ...change, from: 1 }, changes)).toBe(false);
	});

	/** One agent, changed by us and by someone else, and looked at in between. */
	const steps = fc.array(
		fc.record({ who: fc.constantFrom('we', 'they', 'poll'), state: fc.constantFrom('a', 'b', 'c') }),
		{ maxLength: 40 },
	);

	it('claims a change exactly where our last write since the poll before led to that state', () => {
		fc.assert(
			fc.property(steps, (all) => {
				const { changes, note } = createOwnMemory(0);
				let state = 'start';
				let seen = { state, at: 0 };
				let ours: string | undefined;
				for (const [index, { who, state: next }] of all.entries()) {
					const now = (index + 1) * 10;
					if (who !== 'poll') {
						if (who === 'we') note(anna, next, now).answered(now + 1);
						if (who === 'we') ours = next;
						state = next;
						continue;
					}
					if (state !== seen.state) {
						const heard = { key: anna, state, from: seen.at, seenFrom: now, until: now };
						expect(isOwn(heard, changes)).toBe(ours === state);
					}
					seen = { state, at: now };
					ours = undefined;
				}
			}),
		);
	});
});
