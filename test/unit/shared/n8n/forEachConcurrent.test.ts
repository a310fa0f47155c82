import { forEachConcurrent } from '../../../../nodes/shared/n8n/forEachConcurrent';

const nextTurn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/** Tasks that note when they begin and how many are unfinished, each `turns` turns of the event loop long. */
function watched(turns: (index: number) => number) {
	const seen = { begun: [] as number[], inFlight: 0, most: 0 };
	const task = async (index: number) => {
		seen.begun.push(index);
		seen.most = Math.max(seen.most, ++seen.inFlight);
		for (let turn = 0; turn < turns(index); turn++) await nextTurn();
		seen.inFlight--;
	};
	return { seen, task };
}

describe('tasks side by side', () => {
	it.each([
		[1, 7],
		[3, 7],
		[10, 7],
	])('%i at a time: each of %i is begun once, in order, and all have ended', async (limit, count) => {
		const { seen, task } = watched((index) => 1 + (index % 3));
		await forEachConcurrent(limit, count, new AbortController().signal, task);
		expect(seen).toEqual({
			begun: Array.from({ length: count }, (_, index) => index),
			inFlight: 0,
			most: Math.min(limit, count),
		});
	});

	it('none at all is not an error', async () => {
		const { seen, task } = watched(() => 1);
		await forEachConcurrent(4, 0, new AbortController().signal, task);
		expect(seen.begun).toEqual([]);
	});

	it('none begins after the end of the run, and those that were begun are waited for', async () => {
		const run = new AbortController();
		const { seen, task } = watched(() => 3);
		await forEachConcurrent(4, 100, run.signal, async (index) => {
			if (index === 5) run.abort();
			await task(index);
		});
		expect(seen.begun).toEqual([0, 1, 2, 3, 4, 5]);
		expect(seen.inFlight).toBe(0);
	});

	it('none begins after one that throws, and those that were begun are waited for', async () => {
		const { seen, task } = watched(() => 3);
		const running = forEachConcurrent(4, 100, new AbortController().signal, async (index) => {
			if (index === 1) throw new Error('No');
			await task(index);
		});
		await expect(running).rejects.toThrow('No');
		expect(seen.begun).toEqual([0, 2, 3]);
		expect(seen.inFlight).toBe(0);
	});

	it('none begins when the run is over before it', async () => {
		const { seen, task } = watched(() => 1);
		await forEachConcurrent(4, 100, AbortSignal.abort(), task);
		expect(seen.begun).toEqual([]);
	});
});
