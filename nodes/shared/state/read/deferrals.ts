import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../values/record';

/** Since when agents have been left to their work, kept in the workflow's static data. */
export interface Deferrals {
	/** Milliseconds since the epoch; `undefined`: never, as far as is known. */
	since: (key: string) => number | undefined;
	/** Leaves the agent; the first time counts. */
	keep: (key: string) => void;
	/** After a change, or when there was nothing to change. */
	drop: (key: string) => void;
	/** Hands what has changed to n8n. Once: n8n wraps every entry of what it is given. */
	store: () => void;
}

/** Who was not left again for so long is at other work by then. It is longer than the pause between two runs. */
const FORGOTTEN_MS = 12 * 60 * 60_000;

/**
 * n8n saves static data after an execution that a trigger started, not after one from the editor.
 *
 * @param data the node's static data
 * @param now milliseconds since the epoch
 */
export function openDeferrals(data: IDataObject, now: number): Deferrals {
	const stored = isRecord(data.deferred) ? data.deferred : {};
	const known = new Map(
		Object.entries(stored).flatMap(([key, one]): Array<[string, { since: number; last: number }]> => {
			const [since, last] = isRecord(one) ? [Number(one.since), Number(one.last)] : [NaN, NaN];
			return since <= now && now - last < FORGOTTEN_MS ? [[key, { since, last }]] : [];
		}),
	);
	let isChanged = known.size !== Object.keys(stored).length;
	return {
		since: (key) => known.get(key)?.since,
		keep(key) {
			known.set(key, { since: known.get(key)?.since ?? now, last: now });
			isChanged = true;
		},
		drop(key) {
			isChanged = known.delete(key) || isChanged;
		},
		store() {
			if (isChanged) data.deferred = Object.fromEntries(known);
		},
	};
}
