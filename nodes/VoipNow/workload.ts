import { isRecord } from '../shared/values/record';
import type { Workload } from '../shared/state/workload';
import { isExtension } from './agents';
import { paging } from './listing';

/** By the status of an extension's presence; 0 is unknown, as of a phone that is not registered, and 1 is online. */
const inHand: ReadonlyMap<string, string> = new Map([
	['2', 'being called'],
	['3', 'on a call'],
]);

/**
 * An agent has work in hand while the phone rings or is busy. A remote agent has no phone that VoipNow knows, and an ID
 * that may be the number of someone else's extension.
 */
export const workload: Workload = {
	one: [{ path: '/uapi/extensions/{user}/{agent}/presence/', paging }],
	all: [{ path: '/uapi/extensions/{user}/@self/presence/', paging }],
	observe({ extension, status }) {
		if (typeof extension !== 'string' || !['string', 'number'].includes(typeof status)) return undefined;
		const what = inHand.get(String(status));
		return { agent: extension, work: what === undefined ? null : { what, since: null } };
	},
	wordsOf: ({ id, aliases = [] }) => (isExtension(id) && !aliases.some(isPublicNumber) ? [id, ...aliases] : []),
	isSilenceNone: false,
	isUntold: ({ status, body }) =>
		status === 404 || (isRecord(body) && isRecord(body.error) && body.error.code === 'extension_invalid'),
};

/** Only a remote agent goes by one. */
const isPublicNumber = (word: string): boolean => word.startsWith('+');
