import type { Clock } from '../../n8n/clock';

/** A rate that a vendor sets for some of its requests, beside its general limit. */
export interface RateLimit {
	/** Requests of the same name share it. */
	name: string;
	perSecond: number;
}

/** Resolves when the budget allows the next request; requests of one run are spaced evenly, in the order of asking. */
export type Spend = (budget: RateLimit | undefined) => Promise<void>;

export function createRateLimits(clock: Clock): Spend {
	const freeAt = new Map<string, number>();
	return async (budget) => {
		if (!budget) return;
		const now = clock.now();
		const at = Math.max(now, freeAt.get(budget.name) ?? 0);
		freeAt.set(budget.name, at + 1000 / budget.perSecond);
		await clock.wait(at - now);
	};
}
