import type { Clock } from '../../n8n/clock';

/** A rate that a vendor sets for some of its requests, beside its general limit. */
export interface RateLimit {
	/** Requests with the same name share the rate. */
	name: string;
	perSecond: number;
}

/** The named rates of one node run. */
export interface RateLimits {
	/**
	 * Resolves when the rate allows the next request, at once without a rate. Requests are spaced evenly, in the order of
	 * asking.
	 */
	acquire(rate: RateLimit | undefined): Promise<void>;
}

export function createRateLimits(clock: Clock): RateLimits {
	const freeAt = new Map<string, number>();
	return {
		async acquire(rate) {
			if (!rate) return;
			const now = clock.now();
			const at = Math.max(now, freeAt.get(rate.name) ?? 0);
			freeAt.set(rate.name, at + 1000 / rate.perSecond);
			await clock.wait(at - now);
		},
	};
}
