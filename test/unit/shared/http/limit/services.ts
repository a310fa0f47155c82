import type { Service } from './simulation';

const REFUSING_MS = 1;

const about = (ms: number, random: () => number) => ms * (0.9 + 0.2 * random());

/** Takes so many at once and refuses the others at once. */
export const takesAtOnce =
	(limit: number | ((now: number) => number), latencyMs: number, retryAfterMs?: number): Service =>
	(now, inside, random) =>
		inside < (typeof limit === 'number' ? limit : limit(now))
			? { status: 200, tookMs: about(latencyMs, random) }
			: { status: 429, tookMs: REFUSING_MS, ...(retryAfterMs !== undefined && { retryAfterMs }) };

/** A token bucket. */
export function takesPerSecond(perSecond: number, burst: number, latencyMs: number, retryAfterMs?: number): Service {
	let tokens = burst;
	let filledAt = 0;
	return (now, _inside, random) => {
		tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * perSecond);
		filledAt = now;
		if (tokens < 1)
			return { status: 429, tookMs: REFUSING_MS, ...(retryAfterMs !== undefined && { retryAfterMs }) };
		tokens--;
		return { status: 200, tookMs: about(latencyMs, random) };
	};
}

/** So many in each window of time, then none until the next begins. */
export function takesPerWindow(count: number, windowMs: number, latencyMs: number, tells: boolean): Service {
	let window = -1;
	let taken = 0;
	return (now, _inside, random) => {
		if (Math.floor(now / windowMs) > window) {
			window = Math.floor(now / windowMs);
			taken = 0;
		}
		if (taken < count) {
			taken++;
			return { status: 200, tookMs: about(latencyMs, random) };
		}
		const retryAfterMs = Math.ceil(((window + 1) * windowMs - now) / 1000) * 1000;
		return { status: 429, tookMs: REFUSING_MS, ...(tells && { retryAfterMs }) };
	};
}

/** Works on all at once up to its capacity, and beyond it lets them queue. */
export function queues(perSecond: number, latencyMs: number): Service {
	let freeAt = 0;
	return (now, _inside, random) => {
		freeAt = Math.max(freeAt, now) + 1000 / perSecond;
		return { status: 200, tookMs: Math.max(about(latencyMs, random), freeAt - now) };
	};
}
