import { createOwnMemory } from '../../../../nodes/shared/trigger/ownMemory';

it('remembers the last four changes of an agent', () => {
	const { changes, note } = createOwnMemory(0);
	for (let at = 1; at <= 6; at++) note('anna', `s${at}`, at).answered(at + 0.5);

	expect(changes.of.get('anna')).toEqual(
		[3, 4, 5, 6].map((at) => ({ state: `s${at}`, sentAt: at, answeredAt: at + 0.5 })),
	);
	expect(changes.since).toBe(0);
});

it('a change has no end until the service has answered', () => {
	const { changes, note } = createOwnMemory(0);
	note('anna', 'break', 5);

	expect(changes.of.get('anna')).toEqual([{ state: 'break', sentAt: 5, answeredAt: Infinity }]);
});

it('a change that was not made is forgotten, and no other', () => {
	const { changes, note } = createOwnMemory(0);
	const [one, other] = [note('anna', 'break', 5), note('anna', 'break', 6)];

	other.undo();
	expect(changes.of.get('anna')?.map(({ sentAt }) => sentAt)).toEqual([5]);
	one.undo();
	expect(changes.of.size).toBe(0);
	one.undo();
	expect(changes.of.size).toBe(0);
});

describe('when there are too many agents', () => {
	it('the one who was set the longest ago is forgotten, and so is what happened until then', () => {
		const { changes, note } = createOwnMemory(10, 2);
		note('anna', 'break', 20).answered(25);
		note('bob', 'break', 30).answered(35);
		expect([...changes.of.keys()]).toEqual(['anna', 'bob']);
		expect(changes.since).toBe(10);

		note('anna', 'available', 40).answered(45);
		note('eve', 'break', 50);
		expect([...changes.of.keys()]).toEqual(['anna', 'eve']);
		expect(changes.since).toBe(35);

		// Of a change that is under way, when it was sent.
		note('anna', 'break', 60);
		note('bob', 'break', 70);
		expect([...changes.of.keys()]).toEqual(['anna', 'bob']);
		expect(changes.since).toBe(50);
	});

	it('it never remembers further back than it did', () => {
		const { changes, note } = createOwnMemory(100, 1);
		note('anna', 'break', 20).answered(25);
		note('bob', 'break', 30);
		expect(changes.since).toBe(100);
	});
});
