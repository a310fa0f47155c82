import type { Client, Sent } from '../../nodes/shared/http/client';
import type { Failure } from '../../nodes/shared/http/failure';
import type { VendorRequest } from '../../nodes/shared/http/request';

/** What came of a request that a service answered. */
export const answered = (body: unknown, status = 200, headers: Record<string, string> = {}, attempts = 1): Sent => ({
	kind: 'answered',
	response: { status, headers, body },
	attempts,
});

/** What came of a request that failed. */
export const failed = (message: string, more: Partial<Failure> = {}): Sent & { kind: 'failed' } => ({
	kind: 'failed',
	failure: {
		message,
		advice: undefined,
		httpCode: '500',
		vendorCode: undefined,
		requestId: undefined,
		attempts: 1,
		...more,
	},
});

export const UNSENT: Sent = { kind: 'unsent' };

/**
 * A client of a service that answers as a test says, and what it was asked, such as "GET /agents". As with the real one,
 * what makes an answer useless is asked about success alone, and another status fails unless the request expects it.
 */
export function clientOf(answer: (request: VendorRequest) => Sent | Promise<Sent>) {
	const requests: VendorRequest[] = [];
	const client: Client = {
		async send(request, problemIn) {
			requests.push(request);
			const sent = await answer(request);
			if (sent.kind !== 'answered') return sent;
			const { status } = sent.response;
			if (status >= 300)
				return request.expected?.(sent.response) ? sent : failed('No', { httpCode: `${status}` });
			const problem = problemIn?.(sent.response);
			return problem === undefined ? sent : failed(problem, { httpCode: undefined });
		},
		async lookInto(request) {
			requests.push(request);
			const sent = await answer(request);
			return sent.kind === 'answered' ? sent.response : undefined;
		},
		pathOf: () => undefined,
	};
	return { client, requests, asked: () => requests.map(({ method, path }) => `${method} ${path}`) };
}
