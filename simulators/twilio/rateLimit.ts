export interface Limit {
	/** What is limited; X-Rate-Limit-Config tells it. */
	key: string;
	perSecond: number;
}

export interface Spent {
	headers: Record<string, string>;
	exceeded: boolean;
}

/**
 * TaskRouter's limits per endpoint and second. A second starts with the first request after the last one ended, so
 * that a burst is counted whole. The real sizes are told per account in the Console only.
 */
export class RateLimits {
	private readonly spent = new Map<string, { since: number; count: number }>();

	/** Counts one request; a refused one uses up nothing. */
	spend({ key, perSecond }: Limit, now: number): Spent {
		const last = this.spent.get(key);
		const current = last && now < last.since + 1000 ? last : { since: now, count: 0 };
		const exceeded = current.count >= perSecond;
		if (!exceeded) current.count += 1;
		this.spent.set(key, current);
		return {
			headers: {
				'X-Rate-Limit-Limit': String(perSecond),
				'X-Rate-Limit-Remaining': String(Math.max(0, perSecond - current.count)),
				'X-Rate-Limit-Config': key,
			},
			exceeded,
		};
	}
}
