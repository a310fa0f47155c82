import type { Call } from './call';
import { Refusal } from './refusal';

interface Revised {
	revision: number;
}

/** The ETag of a record: its revision in quotes. */
export function etagOf({ revision }: Revised, { state }: Call): Record<string, string> {
	return state.sendsEtag ? { ETag: `"${revision}"` } : {};
}

/** Without If-Match the last write wins. Which quoting the server takes is not documented: every form in use is. */
export function checkRevision(record: Revised, call: Call): void {
	const condition = call.header('if-match')?.trim();
	if (condition === undefined || condition === '*') return;
	const revision = /^(?:W\/)?"(\d+)"$|^(\d+)$/.exec(condition);
	if (Number(revision?.[1] ?? revision?.[2] ?? NaN) !== record.revision)
		throw new Refusal(412, 20412, 'Precondition failed');
}
