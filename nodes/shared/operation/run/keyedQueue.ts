/** Runs a task when all earlier ones of the same key have ended. */
export type KeyedQueue = <Outcome>(key: string, task: () => Promise<Outcome>) => Promise<Outcome>;

/** One run's order: what reads a record and writes it back must not meet its like, versions or not. */
export function keyedQueue(): KeyedQueue {
	const last = new Map<string, Promise<unknown>>();
	return async (key, task) => {
		const turn = (last.get(key) ?? Promise.resolve()).then(task);
		last.set(
			key,
			turn.catch(() => undefined),
		);
		return await turn;
	};
}

/** The writes of one run: a version for records whose service sends none. */
export interface WriteLog {
	/** Grows with every write. To be taken before a record is read. */
	count: () => number;
	/** WriteLog a record, unless this run wrote it after that count: then what was read is out of date. */
	unlessSince: <Outcome>(count: number, record: string, write: () => Promise<Outcome>) => Promise<Outcome | 'stale'>;
}

export function createWriteLog(): WriteLog {
	const turns = keyedQueue();
	const lastOf = new Map<string, number>();
	let writes = 0;
	return {
		count: () => writes,
		unlessSince: async (count, record, write) =>
			await turns(record, async () => {
				if ((lastOf.get(record) ?? 0) > count) return 'stale';
				const outcome = await write();
				lastOf.set(record, ++writes);
				return outcome;
			}),
	};
}
