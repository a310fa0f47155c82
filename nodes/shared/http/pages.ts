import type { Answer, VendorRequest } from './exchange';
import { plainFailure } from './failure';
import type { Client, Sent } from './client';

/** A list that is read by a start index and a count. */
export interface OffsetPaging {
	countParameter: string;
	startParameter: string;
	pageSize: number;
	/** The vendor refuses a start index beyond this. */
	furthestStart: number;
	/** `undefined` when the answer is no list. */
	entries(answer: Answer): unknown[] | undefined;
	/** Whether the vendor says that there is more after this page. */
	goesOn(answer: Answer): boolean;
}

export type Listed = { kind: 'listed'; entries: unknown[] } | Exclude<Sent, { kind: 'answered' }>;

/**
 * Reads a list page by page until it ends, `limit` is reached or the vendor's furthest start is passed.
 * Links to the next page are not followed: VoipNow's name another host.
 *
 * @param limit the most entries to return
 */
export async function readByOffset(
	send: Client['send'],
	request: VendorRequest,
	paging: OffsetPaging,
	limit: number,
): Promise<Listed> {
	const entries: unknown[] = [];
	for (let start = 0; start <= paging.furthestStart; start += paging.pageSize) {
		const count = Math.min(paging.pageSize, limit - entries.length);
		const query = { ...request.query, [paging.countParameter]: count, [paging.startParameter]: start };
		const sent = await send({ ...request, query }, (answer) =>
			paging.entries(answer) ? undefined : `the service answered with status ${answer.status} but without a list`,
		);
		if (sent.kind !== 'answered') return sent;
		const page = paging.entries(sent.answer) ?? [];
		entries.push(...page);
		const isLast = start + paging.pageSize > paging.furthestStart && !paging.goesOn(sent.answer);
		if (page.length < count || entries.length >= limit || isLast) {
			return { kind: 'listed', entries: entries.slice(0, limit) };
		}
	}
	// A list cut short in silence would make a missing agent look like one who does not exist.
	return {
		kind: 'failed',
		failure: plainFailure(
			`The list goes on after ${entries.length} entries, and the service gives no more`,
			"Switch off 'Return All' and set a limit.",
		),
	};
}
