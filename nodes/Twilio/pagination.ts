import type { Pagination } from '../shared/http/pagination';
import type { VendorResponse } from '../shared/http/response';
import { isRecord } from '../shared/values/record';

/**
 * Twilio's lists: every page names the next one, `{meta: {next_page_url}, <key>: []}`.
 *
 * @param key the name of the array
 * @param pageSize the most entries that Twilio gives per page
 */
export const pages = (key: string, pageSize: number): Pagination => ({
	pageSize,
	goesByLink: true,
	idOf: (entry) => (isRecord(entry) ? entry.sid : undefined),
	first: (request, size) => ({ ...request, query: { ...request.query, PageSize: size } }),
	entriesIn: ({ body }) => (isRecord(body) && Array.isArray(body[key]) ? body[key] : undefined),
	next({ response }) {
		const address = nextPageUrl(response);
		return address === undefined ? { kind: 'none' } : { kind: 'link', address };
	},
});

function nextPageUrl({ body }: VendorResponse): string | undefined {
	const meta = isRecord(body) ? body.meta : undefined;
	const url = isRecord(meta) ? meta.next_page_url : undefined;
	return typeof url === 'string' && url !== '' ? url : undefined;
}
