/** A state that Agent State has sent to a service. */
export interface OwnChange {
	/** A text that is the same for states that are the same to the service (`fingerprintOf`). */
	state: string;
	/** When it was sent, in milliseconds since the epoch. */
	sentAt: number;
	/** When the service had answered; Infinity until then. */
	answeredAt: number;
}

/** What Agent State has set lately. */
export interface OwnChanges {
	/** Milliseconds since the epoch: of what was before, nobody knows whose it was. */
	since: number;
	/** By `ownKey`: the last few changes of each agent, the latest last. */
	of: ReadonlyMap<string, readonly OwnChange[]>;
}

/** A change of an agent's state that a trigger has heard of. */
export interface HeardChange {
	/** By `ownKey`. */
	key: string;
	/** The state after it, as in `OwnChange`. */
	state: string;
	/**
	 * By this machine's clock, in milliseconds since the epoch: the change was made between `from` and `until`, and the
	 * state was seen at some moment between `seenFrom` and `until`.
	 */
	from: number;
	seenFrom: number;
	until: number;
}

/**
 * By which an agent's state is the same one to who sets it and to who hears of it.
 *
 * @param service the name of the service's node
 * @param baseUrl of the service: two of them may number their agents alike
 * @param scope `null` where an agent has one state at the whole service
 * @param agentId what the service's addresses take
 */
export const ownKey = (service: string, baseUrl: string, scope: string | null, agentId: string): string =>
	JSON.stringify([service, baseUrl, scope, agentId]);

/**
 * Whether a change was made by Agent State: it set this agent to this very state at a time when the change can have been
 * made, and had not set another state before this one was seen.
 *
 * @returns `null` where nobody knows
 */
export function isOwn(change: HeardChange, { since, of }: OwnChanges): boolean | null {
	const { key, state, from, seenFrom, until } = change;
	const all = of.get(key) ?? [];
	const ours = all.findLastIndex((one) => one.state === state && one.sentAt <= until && one.answeredAt >= from);
	const isSuperseded = all.slice(ours + 1).some(({ answeredAt }) => answeredAt < seenFrom);
	if (ours >= 0 && !isSuperseded) return true;
	return from < since ? null : false;
}

/** Says of each change whether Agent State made it. */
export const markOwn = <Change extends HeardChange>(
	changes: readonly Change[],
	remembered: OwnChanges,
): Array<Change & { byUs: boolean | null }> =>
	changes.map((change) => ({ ...change, byUs: isOwn(change, remembered) }));
