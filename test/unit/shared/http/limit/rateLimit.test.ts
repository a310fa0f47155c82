import { createRateLimits } from '../../../../../nodes/shared/http/limit/rateLimit';
import { vendor } from '../../../../../nodes/Twilio/TaskRouter/vendor';
import type { VendorRequest } from '../../../../../nodes/shared/http/request';

function watch() {
	const waits: number[] = [];
	const time = { now: 0 };
	const rateLimits = createRateLimits({
		now: () => time.now,
		wait: async (ms) => {
			waits.push(Math.round(ms));
			await Promise.resolve();
		},
	});
	return { rateLimits, waits, time };
}

describe('a named rate', () => {
	it('spaces its requests evenly, and those of another name or of none do not wait', async () => {
		const { rateLimits, waits, time } = watch();
		for (let i = 0; i < 3; i++) await rateLimits.acquire({ name: 'one', perSecond: 4 });
		await rateLimits.acquire({ name: 'other', perSecond: 4 });
		await rateLimits.acquire(undefined);
		time.now = 10_000;
		await rateLimits.acquire({ name: 'one', perSecond: 4 });
		expect(waits).toEqual([0, 250, 500, 0, 0]);
	});
});

describe('TaskRouter', () => {
	const request: VendorRequest = {
		method: 'GET',
		path: '/v1/Workspaces/WS1/Workers',
		query: {},
		headers: {},
		body: undefined,
		encoding: 'form',
		idempotent: true,
	};

	it('has a rate for lists of workers by expression, on their first page and on the next ones', () => {
		const rate = { name: 'TargetWorkersExpression', perSecond: 3 };
		expect(vendor.rateLimitOf?.({ ...request, query: { TargetWorkersExpression: '1==1' } })).toEqual(rate);
		expect(
			vendor.rateLimitOf?.({ ...request, path: `${request.path}?PageSize=50&TargetWorkersExpression=1%3D%3D1` }),
		).toEqual(rate);
	});

	it('has none for other requests', () => {
		expect(vendor.rateLimitOf?.(request)).toBeUndefined();
	});
});
