/**
 * Starts `task` for 0, 1, 2 … `count` - 1, with no more than `limit` of them unfinished, until `signal` is aborted or
 * one of them throws. Ends when all that were started have ended: nothing may go on behind the back of the caller.
 *
 * @throws what the first of them threw
 */
export async function forEachConcurrent(
	limit: number,
	count: number,
	signal: AbortSignal,
	task: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	let isBroken = false;
	const worker = async () => {
		let isWhole = false;
		try {
			while (next < count && !signal.aborted && !isBroken) await task(next++);
			isWhole = true;
		} finally {
			isBroken ||= !isWhole;
		}
	};
	const workers = Array.from({ length: Math.min(limit, count) }, worker);
	await Promise.allSettled(workers);
	await Promise.all(workers);
}
