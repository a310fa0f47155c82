import { Refusal } from './refusal';
import type { TwilioState } from './state';

/** TaskRouter's limit per endpoint and second. Its real size is told per account in the Console only. */
export class RateLimit {
	private readonly spent = new Map<string, { second: number; count: number }>();

	constructor(private readonly state: TwilioState) {}

	/** Counts one request and answers the X-Rate-Limit-* headers; throws 429 beyond the limit. */
	spend(endpoint: string): Record<string, string> {
		const limit = this.state.rateLimitPerSecond;
		const second = Math.floor(Date.now() / 1000);
		const current = this.spent.get(endpoint);
		const count = current?.second === second ? current.count + 1 : 1;
		this.spent.set(endpoint, { second, count });
		if (count > limit) throw new Refusal(429, 20429, 'Too Many Requests');
		return {
			'X-Rate-Limit-Limit': String(limit),
			'X-Rate-Limit-Remaining': String(limit - count),
			'X-Rate-Limit-Config': endpoint,
		};
	}
}
