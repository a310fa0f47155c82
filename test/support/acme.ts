import type { Pagination } from '../../nodes/shared/http/pagination';
import type { VendorResponse } from '../../nodes/shared/http/response';
import type { Refusal, Vendor } from '../../nodes/shared/http/vendor';

/** A vendor that does not exist, for tests of what all vendors share. */
export function acme(refusal: (answer: VendorResponse) => Refusal = () => ({})): Vendor {
	return {
		name: 'Acme',
		credential: 'acmeApi',
		keys: () => ({ service: 'Acme', names: 'API Key', advice: 'Copy it again.' }),
		secrets: ['key'],
		encoding: 'form',
		parallelLimit: 4,
		baseUrl: () => 'https://acme.example',
		refusal,
	};
}

/** A list that comes as one page. */
export const wholeList: Pagination = {
	pageSize: Infinity,
	goesByLink: false,
	first: (request) => request,
	entriesIn: ({ body }) => (Array.isArray(body) ? body : undefined),
	next: () => ({ kind: 'none' }),
};
