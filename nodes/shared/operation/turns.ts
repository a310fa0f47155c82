/** Runs a task when all earlier ones of the same key have ended. */
export type Turns = <Outcome>(key: string, task: () => Promise<Outcome>) => Promise<Outcome>;

/** One run's order: what reads a record and writes it back must not meet its like, versions or not. */
export function inTurns(): Turns {
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
