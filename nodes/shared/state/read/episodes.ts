import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../values/record';

/** Since when agents have been out of their desired states, kept in the node's static data. */
export interface Episodes {
	/** Whether an earlier run is remembered. */
	isContinued: boolean;
	/**
	 * The agent is out.
	 *
	 * @returns for how long, in milliseconds, and whether the user was told of it
	 */
	out: (key: string) => { forMs: number; isTold: boolean };
	/** The user is told of it now. */
	tell: (key: string) => void;
	/** The agent is in the desired state. */
	end: (key: string) => void;
	/** Hands all to n8n, as one text: n8n wraps every object of what it is given. */
	store: () => void;
}

/** Who was not looked at for so long has another shift by then. It is longer than the pause between two runs. */
const EPISODE_KEPT_MS = 12 * 60 * 60_000;

interface Episode {
	since: number;
	last: number;
	isTold: boolean;
}

/**
 * n8n saves static data after an execution that a trigger started, not after one from the editor.
 *
 * @param data the node's static data
 * @param now milliseconds since the epoch
 */
export function openEpisodes(data: IDataObject, now: number): Episodes {
	const isContinued = typeof data.outSince === 'string';
	// What a clock that was ahead has written is not trusted.
	const known = new Map(
		episodesIn(data.outSince).filter(([, { last }]) => last <= now && now - last < EPISODE_KEPT_MS),
	);
	return {
		isContinued,
		out(key) {
			const { since, isTold } = known.get(key) ?? { since: now, isTold: false };
			known.set(key, { since, isTold, last: now });
			return { forMs: now - since, isTold };
		},
		tell(key) {
			known.set(key, { since: now, ...known.get(key), last: now, isTold: true });
		},
		end(key) {
			known.delete(key);
		},
		store() {
			data.outSince = JSON.stringify([...known]);
		},
	};
}

function episodesIn(text: unknown): Array<[string, Episode]> {
	const entries = parsed(text);
	return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown): Array<[string, Episode]> => {
		const [key, one] = Array.isArray(entry) ? (entry as unknown[]) : [];
		if (typeof key !== 'string' || !isRecord(one)) return [];
		const [since, last] = [Number(one.since), Number(one.last)];
		return since <= last ? [[key, { since, last, isTold: one.isTold === true }]] : [];
	});
}

function parsed(text: unknown): unknown {
	try {
		return JSON.parse(String(text));
	} catch {
		return undefined;
	}
}
