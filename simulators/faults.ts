export interface FaultMatch {
	method?: string;
	path?: RegExp;
}

/** What goes wrong with the next matching requests. Without `status` or `reset` the fault only delays. */
export interface Fault {
	status?: number;
	headers?: Record<string, string>;
	/** Sent as JSON unless it is a string; without it the vendor's own error body for the status. */
	body?: unknown;
	/** How many requests it hits, 1 unless told. */
	times?: number | 'always';
	match?: FaultMatch;
	delayMs?: number;
	/** Destroys the connection instead of answering. */
	reset?: true;
	/** Answers with a proxy's HTML page (502 unless `status` is given), as load balancers in front of a vendor do. */
	html?: true;
	/** Lets the request take effect first: the client cannot tell this from a request that never arrived. */
	afterProcessing?: true;
}

interface Armed {
	fault: Fault;
	left: number;
}

/** The faults of one simulator; every request takes at most one, the oldest that matches. */
export class Faults {
	latencyMs = 0;
	concurrencyLimit: number | null = null;
	private armed: Armed[] = [];

	push(fault: Fault): void {
		const times = fault.times ?? 1;
		this.armed.push({ fault, left: times === 'always' ? Infinity : times });
	}

	/** Also ends `latency` and `concurrency`. */
	clear(): void {
		this.armed = [];
		this.latencyMs = 0;
		this.concurrencyLimit = null;
	}

	/** Requests beyond `limit` in flight are answered with the vendor's 429; null lifts the limit. */
	concurrency(limit: number | null): void {
		this.concurrencyLimit = limit;
	}

	/** Delays every request by `ms`. */
	latency(ms: number): void {
		this.latencyMs = ms;
	}

	/** Uses up one hit of the oldest fault that matches the request. */
	take(method: string, path: string): Fault | undefined {
		const hit = this.armed.find(({ fault: { match } }) => matches(match, method, path));
		if (!hit) return undefined;
		hit.left -= 1;
		if (hit.left <= 0) this.armed = this.armed.filter((other) => other !== hit);
		return hit.fault;
	}
}

function matches(match: FaultMatch | undefined, method: string, path: string): boolean {
	if (match?.method && match.method.toUpperCase() !== method) return false;
	// `search` ignores lastIndex, so a /g expression does not skip every second request.
	return !match?.path || path.search(match.path) !== -1;
}
