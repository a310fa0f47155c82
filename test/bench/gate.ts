/** How many requests the vendor takes at once, and for how long; the last phase has no end. */
export interface Phase {
	limit: number;
	ms?: number;
}

export interface PhaseCount {
	limit: number;
	/** how long it lasted, up to the last finished request */
	ms: number;
	/** accepted requests that finished in it */
	finished: number;
}

/** Turns away what is beyond the limit of the moment. Times are milliseconds of one clock. */
export class Gate {
	private inFlight = 0;
	private begun: number | undefined;
	private last = 0;
	private changedAt = 0;
	private readonly finished: number[];
	accepted = 0;
	refused = 0;
	maxInFlight = 0;
	/** how long accepted requests were held, all added up */
	heldMs = 0;
	/** Whenever it changes: how many accepted requests are held, by the milliseconds of `process.hrtime`. */
	readonly trace: Array<[atMs: number, held: number]> = [];

	/** @param phases none: everything is taken */
	constructor(private readonly phases: Phase[]) {
		this.finished = phases.map(() => 0);
	}

	/** The schedule starts with the first change, since reading may take any time before it. */
	begin(now: number): void {
		this.begun ??= now;
	}

	enter(now: number): boolean {
		if (this.inFlight >= (this.phases[this.phaseAt(now)]?.limit ?? Infinity)) {
			this.refused += 1;
			return false;
		}
		this.count(now);
		this.inFlight += 1;
		this.maxInFlight = Math.max(this.maxInFlight, this.inFlight);
		this.note();
		return true;
	}

	leave(now: number): void {
		this.count(now);
		this.inFlight -= 1;
		this.note();
		this.accepted += 1;
		this.last = now;
		const phase = this.phaseAt(now);
		this.finished[phase] = (this.finished[phase] ?? 0) + 1;
	}

	private count(now: number): void {
		this.heldMs += this.inFlight * (now - this.changedAt);
		this.changedAt = now;
	}

	private note(): void {
		if (this.begun !== undefined) this.trace.push([Number(process.hrtime.bigint()) / 1e6, this.inFlight]);
	}

	/** From the first change to the last finished request. */
	get spanMs(): number {
		return this.begun === undefined ? 0 : this.last - this.begun;
	}

	get phaseCounts(): PhaseCount[] {
		let start = 0;
		return this.phases.map(({ limit, ms = Infinity }, index) => {
			const lasted = Math.max(0, Math.min(ms, this.spanMs - start));
			start += ms;
			return { limit, ms: lasted, finished: this.finished[index] ?? 0 };
		});
	}

	private phaseAt(now: number): number {
		let left = this.begun === undefined ? 0 : now - this.begun;
		const found = this.phases.findIndex(({ ms = Infinity }) => (left -= ms) < 0);
		return Math.max(0, found);
	}
}
