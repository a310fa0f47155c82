/**
 * Starts `task` for 0, 1, 2 … `count` - 1, with no more than `limit` of them unfinished, until `signal` is aborted.
 * Resolves when all that were started have ended.
 */
export async function forEachConcurrent(
	limit: number,
	count: number,
	signal: AbortSignal,
	task: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < count && !signal.aborted) await task(next++);
	};
	await Promise.all(Array.from({ length: Math.min(limit, count) }, worker));
}
