import type { OwnChange, OwnChanges } from './ownChanges';

/** So many agents are remembered: more than Twilio's 15,000 workers of an account; some megabytes at most. */
const MAX_AGENTS = 20_000;

/** A trigger may see a state that the next change is about to replace, or has replaced meanwhile. */
const MAX_CHANGES = 4;

/** Remembers what Agent State sets, for the triggers that hear of it. */
export interface OwnMemory {
	changes: OwnChanges;
	/**
	 * Notes a change that is about to be sent: a trigger may hear of it before the service has answered.
	 *
	 * @returns what to call when the service has answered, or the change was not made
	 */
	note: (key: string, state: string, sentAt: number) => NotedChange;
}

export interface NotedChange {
	answered: (at: number) => void;
	/** The change was surely not made. */
	undo: () => void;
}

/** @param since milliseconds since the epoch */
export function createOwnMemory(since: number, maxAgents = MAX_AGENTS): OwnMemory {
	const of = new Map<string, OwnChange[]>();
	const changes = { since, of };
	const forgetOldest = () => {
		const [oldest] = of;
		if (of.size <= maxAgents || !oldest) return;
		const [key, itsChanges] = oldest;
		of.delete(key);
		const lasted = itsChanges.map(({ sentAt, answeredAt }) => (answeredAt < Infinity ? answeredAt : sentAt));
		changes.since = Math.max(changes.since, ...lasted);
	};
	return {
		changes,
		note(key, state, sentAt) {
			const mine: OwnChange = { state, sentAt, answeredAt: Infinity };
			const before = of.get(key) ?? [];
			// The agent who was set last stands last.
			of.delete(key);
			of.set(key, [...before, mine].slice(-MAX_CHANGES));
			forgetOldest();
			return {
				answered(at) {
					mine.answeredAt = at;
				},
				undo() {
					const left = (of.get(key) ?? []).filter((one) => one !== mine);
					if (left.length > 0) of.set(key, left);
					else of.delete(key);
				},
			};
		},
	};
}

/**
 * The memory of this process. The one exception to the rule that nothing outlives a run: n8n has no other place that a
 * node which is run and a trigger that polls both see (docs/decisions/0077).
 */
export const ownMemory: OwnMemory = createOwnMemory(Date.now());
