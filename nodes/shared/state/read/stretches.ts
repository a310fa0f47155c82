import type { Native, Observed } from '../adapter';
import type { StateChange, TimeWindow } from '../history';
import { isSameNative } from '../native';

/** Times are compared with what a service rounds to seconds. */
export const ROUNDED_MS = 1000;

/** A time that an agent spent in one state; `null`: nobody can tell which. */
export interface StateStretch extends TimeWindow {
	native: Native | null;
}

/** Where the state that the agent was in at the start of a window is to be found. */
export type Beginning =
	| { kind: 'known'; native: Native | null }
	/** In the last change before the window; `at` is when that was, if the service says so. */
	| { kind: 'earlier'; at: number | undefined };

/** The changes within a window, oldest first, with the one that only the agent's record tells of. */
export function changesWithin(
	changes: readonly StateChange[],
	{ id, native, since }: Observed,
	{ from, until }: TimeWindow,
): StateChange[] {
	const within = changes
		.filter(({ agent, at }) => agent === id && from <= at && at < until)
		.sort((one, other) => one.at - other.at);
	const last = within.at(-1);
	const changed = Date.parse(since ?? '');
	// The record counts whole seconds, so that its time is never behind that of its own event.
	const isNews = native !== null && from <= changed && changed < until && changed > (last?.at ?? -Infinity);
	if (!isNews || isSameNative(native, last?.native)) return within;
	return [...within, { agent: id, at: changed, native, before: undefined, lasted: undefined }];
}

/** @param within as `changesWithin` gives them */
export function beginningOf(within: readonly StateChange[], { native, since }: Observed, from: number): Beginning {
	const [first] = within;
	if (first) {
		const began = first.lasted === undefined ? undefined : first.at - first.lasted;
		// The state before the first change began within the window, so the change to it is missing.
		if (began !== undefined && began > from + ROUNDED_MS) return { kind: 'known', native: null };
		if (first.at === from || first.before) return { kind: 'known', native: first.before ?? null };
		return { kind: 'earlier', at: began };
	}
	return Date.parse(since ?? '') <= from ? { kind: 'known', native } : { kind: 'earlier', at: undefined };
}

/**
 * The whole window, in stretches without a gap.
 *
 * @param within as `changesWithin` gives them
 * @param beginning the state at the start of the window
 */
export function stateStretches(
	within: readonly StateChange[],
	beginning: Native | null,
	{ from, until }: TimeWindow,
): StateStretch[] {
	const stretches: StateStretch[] = [{ native: beginning, from, until }];
	const turn = (at: number, native: Native) => {
		const current = stretches.at(-1);
		if (!current || isSameNative(current.native, native)) return;
		current.until = at;
		if (current.from === at) stretches.pop();
		stretches.push({ native, from: at, until });
	};
	for (const { at, native, before, lasted } of within) {
		const current = stretches.at(-1);
		// The state that the agent left is not the one that the change before led to: a change is missing.
		if (before && current && !isSameNative(before, current.native)) {
			if (lasted === undefined) current.native = null;
			else turn(Math.max(current.from, at - lasted), before);
		}
		turn(at, native);
	}
	return stretches;
}
