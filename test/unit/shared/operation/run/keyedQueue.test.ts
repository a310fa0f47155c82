import { createWriteLog, keyedQueue } from '../../../../../nodes/shared/operation/run/keyedQueue';

it('tasks of one key take turns, also after one that failed; those of others do not wait', async () => {
	const queue = keyedQueue();
	const order: string[] = [];
	let end: () => void = () => undefined;
	const first = queue('a', async () => {
		await new Promise<void>((resolve) => (end = resolve));
		order.push('first of a');
		throw new Error('broken');
	});
	const second = queue('a', async () => order.push('second of a'));
	await queue('b', async () => order.push('b'));
	end();

	await expect(first).rejects.toThrow('broken');
	await second;
	expect(order).toEqual(['b', 'first of a', 'second of a']);
});

it('what was read before this run wrote the record is stale', async () => {
	const log = createWriteLog();
	const before = log.count();
	const write = async () => 'written';

	expect(await log.unlessSince(before, 'a', write)).toBe('written');
	expect(await log.unlessSince(before, 'a', write)).toBe('stale');
	expect(await log.unlessSince(before, 'b', write)).toBe('written');
	expect(await log.unlessSince(log.count(), 'a', write)).toBe('written');
});
