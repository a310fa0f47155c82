import { hash } from 'node:crypto';

/** The newest events of each address that this process has heard: so many, and of so many addresses. */
const EVENTS = 10_000;
const ADDRESSES = 100;

/** So many stand in n8n's storage, in 6 kB, for what comes again after a restart. */
const STORED = 500;

/** Characters by which an event is remembered: with all of them in use, one new event in 10^10 is taken for an old one. */
const LENGTH = 12;
const DIGESTS = /[0-9a-f]{12}/g;

const digestOf = (id: string): string => hash('sha256', id).slice(0, LENGTH);

/** Which events were heard already: services deliver an event again when they are not sure of the answer. */
export interface RecentEvents {
	/**
	 * Notes events, and tells those that are new. What two deliveries bring at the same moment is new to one of them.
	 *
	 * @param address whose events these are
	 * @param stored what `stored` gave last for that address, before this process began or in another one
	 * @returns of each event whether it is new
	 */
	note(address: string, ids: readonly string[], stored: unknown): boolean[];
	/** The newest events of an address, as one short text. */
	stored(address: string): string;
}

interface Heard {
	/** Sets keep the order in which entries came. */
	digests: Set<string>;
	/** The newest of them, as they are stored. */
	newest: string;
}

/** One of these lives as long as its node type, which n8n makes once for each process. */
export function createRecentEvents(): RecentEvents {
	const heard = new Map<string, Heard>();

	function heardAt(address: string): Heard {
		const known = heard.get(address) ?? { digests: new Set(), newest: '' };
		heard.delete(address);
		heard.set(address, known);
		dropOldest(heard, ADDRESSES);
		return known;
	}

	function isNewIn(known: Heard, digest: string): boolean {
		if (known.digests.has(digest)) return false;
		known.digests.add(digest);
		known.newest = (known.newest + digest).slice(-STORED * LENGTH);
		return true;
	}

	return {
		note(address, ids, stored) {
			const known = heardAt(address);
			if (stored !== known.newest) for (const digest of digestsIn(stored)) isNewIn(known, digest);
			const isNew = ids.map((id) => isNewIn(known, digestOf(id)));
			dropOldest(known.digests, EVENTS);
			return isNew;
		},
		stored: (address) => heard.get(address)?.newest ?? '',
	};
}

function dropOldest(entries: Map<string, unknown> | Set<string>, most: number): void {
	for (const oldest of entries.keys()) {
		if (entries.size <= most) return;
		entries.delete(oldest);
	}
}

const digestsIn = (stored: unknown): string[] =>
	typeof stored === 'string' && stored.length <= STORED * LENGTH ? (stored.match(DIGESTS) ?? []) : [];
