/** Starts `task` for 0, 1, 2 … `count` - 1, with no more than `lanes` of them unfinished. */
export async function forEachConcurrent(
	lanes: number,
	count: number,
	task: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const lane = async () => {
		while (next < count) await task(next++);
	};
	await Promise.all(Array.from({ length: Math.min(lanes, count) }, lane));
}
