import type { Answer, VendorRequest } from './exchange';
import type { Failure } from './failure';
import type { Sent } from './client';

/** A list that is read by a start index and a count. */
export interface OffsetPaging {
	countParameter: string;
	startParameter: string;
	pageSize: number;
	/** The vendor refuses a start index beyond this. */
	furthestStart: number;
	entries(answer: Answer): unknown[];
}

export type Listed = { kind: 'listed'; entries: unknown[] } | { kind: 'failed'; failure: Failure };

/**
 * Reads a list page by page until it ends, `limit` is reached or the vendor's furthest start is passed.
 * Links to the next page are not followed: VoipNow's name another host.
 *
 * @param limit the most entries to return
 */
export async function readByOffset(
	send: (request: VendorRequest) => Promise<Sent>,
	request: VendorRequest,
	paging: OffsetPaging,
	limit: number,
): Promise<Listed> {
	const entries: unknown[] = [];
	for (let start = 0; start <= paging.furthestStart; start += paging.pageSize) {
		const count = Math.min(paging.pageSize, limit - entries.length);
		const query = { ...request.query, [paging.countParameter]: count, [paging.startParameter]: start };
		const sent = await send({ ...request, query });
		if (sent.kind === 'failed') return sent;
		const page = paging.entries(sent.answer);
		entries.push(...page);
		if (page.length < count || entries.length >= limit) {
			return { kind: 'listed', entries: entries.slice(0, limit) };
		}
	}
	// A list cut short in silence would make a missing agent look like one who does not exist.
	return {
		kind: 'failed',
		failure: {
			message: `The list goes on after ${entries.length} entries, and the service gives no more`,
			advice: "Narrow the list with a filter, or switch off 'Return All' and set a limit.",
			httpCode: undefined,
			vendorCode: undefined,
			requestId: undefined,
			attempts: 1,
		},
	};
}
