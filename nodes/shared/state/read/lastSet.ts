import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../values/record';
import type { Native } from '../adapter';
import { nativeIn } from '../native';

export interface Remembered {
	native: Native;
	/** When it was set, in milliseconds since the epoch. */
	at: number;
}

/** The last states that this node set, kept in the workflow's static data. */
export interface LastSet {
	recall: (key: string) => Remembered | undefined;
	/** @param forMs after which it is forgotten, so that the data never grows without end */
	keep: (key: string, native: Native, forMs: number) => void;
	/** After a change that nobody confirmed. */
	drop: (key: string) => void;
	/** Hands what has changed to n8n. Once: n8n wraps every entry of what it is given. */
	store: () => void;
}

/**
 * n8n saves static data after an execution that a trigger started, not after one from the editor.
 *
 * @param data the node's static data
 * @param now milliseconds since the epoch
 */
export function openLastSet(data: IDataObject, now: number): LastSet {
	const stored = isRecord(data.lastSet) ? data.lastSet : {};
	const fresh = Object.entries(stored).filter((entry): entry is [string, IDataObject] => {
		const [, one] = entry;
		// What was set in the future was set under a wrong clock: it would hold for as long as the clock was ahead.
		return isRecord(one) && Number(one.until) > now && Number(one.at) <= now;
	});
	const known: IDataObject = Object.fromEntries(fresh);
	let isChanged = fresh.length !== Object.keys(stored).length;
	return {
		recall(key) {
			const one = Object.hasOwn(known, key) ? known[key] : undefined;
			const native = isRecord(one) ? nativeIn(one.native) : null;
			return native && isRecord(one) ? { native, at: Number(one.at) } : undefined;
		},
		keep(key, native, forMs) {
			known[key] = { native: native as unknown as IDataObject, at: now, until: now + forMs };
			isChanged = true;
		},
		drop(key) {
			if (!Object.hasOwn(known, key)) return;
			delete known[key];
			isChanged = true;
		},
		store() {
			if (isChanged) data.lastSet = known;
		},
	};
}
