/**
 * How many requests may be in flight at once: slow start, then additive increase, and a decrease to what the service
 * accepted. All moments are in milliseconds since the epoch. The figures behind the constants: docs/performance.md.
 */
export interface ConcurrencyLimit {
	/** At least 1, at most `maxConcurrency`. */
	limit: number;
	readonly maxConcurrency: number;
	/** Whether the limit doubles from round to round (RFC 5681, 3.1); it does until the first refusal after a success. */
	inSlowStart: boolean;
	/** Before the first success, a refusal tells of the others at the service, or of a moment ago, and not of this run. */
	hasSucceeded: boolean;
	/** How much the next increase adds. */
	step: number;
	/** Whether quick responses raise the limit as well. */
	isRising: boolean;
	/** The shortest successful round trip since the last wave of refusals, in milliseconds. */
	minRttMs: number;
	noIncreaseBefore: number;
	/** Successes still to come, for the refusals so far, before the next increase. */
	successesOwed: number;
	lastDecrease: Decrease;
	/** What was achieved at a lower limit, to compare with; `undefined` after a decrease. */
	baseline: { limit: number; throughput: number } | undefined;
	/** A round is the time of one request: it lasts until a request that was sent in it is answered. */
	round: Round;
}

/** The last wave of refusals, all zero before the first. */
export interface Decrease {
	/** When the wave began. */
	at: number;
	/** The limit after it. */
	limit: number;
	/** Successes since it began. */
	successesSince: number;
}

interface Round {
	startedAt: number;
	/** The limit at its start. */
	limit: number;
	successes: number;
	errors: number;
}

/** What surrounds a response. */
export interface Surroundings {
	now: number;
	/** Requests still in flight, without the one that was answered. */
	inFlight: number;
	/** Requests of the run that have not started yet. */
	backlog: number;
}

/** The first request goes alone; from here the limit doubles. */
const LIMIT_AFTER_FIRST_SUCCESS = 8;
/** About one request in twenty is refused at most. */
const SUCCESSES_PER_REFUSAL = 20;
/** A large wave must not put off the next increase for ever. */
const MAX_SUCCESSES_OWED = 200;
/** An increase that went well is followed by one that is so many times larger. */
const STEP_GROWTH = 3;
/** After two increases in succession each quick response adds so many more: rounds are long where the service is slow. */
const RISE = 3;
/** A response that takes longer than so many times the shortest has waited in the service's queue (HyStart, RFC 9406). */
const QUICK_RTT = 1.5;
/** Below so many at once a round has too few answers to compare. */
const MIN_COMPARED = 8;
/** Twice the limit must bring this much more throughput; otherwise it only lengthens the service's queue. */
const MIN_GAIN = 1.05;
const DELAY_AFTER_REFUSAL_MS = 500;
const DELAY_WHEN_FULL_MS = 1_000;
const DELAY_ON_PLATEAU_MS = 1_500;
/** No increase at the end of a run: what is refused there is sent again when all others are done. */
const END_OF_RUN_MS = 1_500;

export const startConcurrencyLimit = (maxConcurrency: number): ConcurrencyLimit => ({
	limit: 1,
	maxConcurrency,
	inSlowStart: true,
	hasSucceeded: false,
	step: 1,
	isRising: false,
	minRttMs: Infinity,
	noIncreaseBefore: 0,
	successesOwed: 0,
	lastDecrease: { at: 0, limit: 0, successesSince: 0 },
	baseline: undefined,
	round: { startedAt: 0, limit: 1, successes: 0, errors: 0 },
});

/** A response, with the time since its request was sent, and whether no other request was sent so far. */
export interface Success {
	isFull: boolean;
	isFirst: boolean;
	rttMs: number;
}

export function onSuccess(
	state: ConcurrencyLimit,
	{ isFull, isFirst, rttMs }: Success,
	{ now, backlog }: Surroundings,
): void {
	state.hasSucceeded = true;
	state.lastDecrease.successesSince++;
	state.round.successes++;
	state.successesOwed = Math.max(0, state.successesOwed - 1);
	if (isFull && (state.inSlowStart || state.step > 1)) stopIncreasing(state, now + DELAY_WHEN_FULL_MS);
	state.minRttMs = Math.min(state.minRttMs, rttMs);
	if (backlog === 0) return;
	if (state.inSlowStart) raiseTo(state, isFirst ? LIMIT_AFTER_FIRST_SUCCESS : state.limit + 1);
	else if (state.isRising && rttMs <= QUICK_RTT * state.minRttMs) raiseTo(state, state.limit + RISE);
}

/**
 * A 429: the limit comes down to what the service accepted.
 *
 * @param accepted how many requests at once the service takes, as far as this refusal tells
 * @param startsWave whether it is the first refusal of its wave
 */
export function onThrottled(
	state: ConcurrencyLimit,
	{ accepted, startsWave }: { accepted: number; startsWave: boolean },
	now: number,
): void {
	if (startsWave) {
		state.lastDecrease = { at: now, limit: state.limit, successesSince: 0 };
		state.baseline = undefined;
		state.minRttMs = Infinity;
	}
	decreaseTo(state, accepted);
	state.lastDecrease.limit = state.limit;
	if (!state.hasSucceeded) return;
	state.successesOwed = Math.min(MAX_SUCCESSES_OWED, state.successesOwed + SUCCESSES_PER_REFUSAL);
	stopIncreasing(state, now + DELAY_AFTER_REFUSAL_MS);
}

/** The service as a whole is away: one request goes ahead, and if it succeeds the limit doubles again. */
export function onUnavailable(state: ConcurrencyLimit, now: number): void {
	state.limit = 1;
	state.baseline = undefined;
	stopIncreasing(state, now);
	state.inSlowStart = true;
}

/** No response, or one that says nothing about how many requests the service takes. */
export function onError(state: ConcurrencyLimit): void {
	state.round.errors++;
}

/** Whether nothing speaks against going faster again. */
export const isCalm = (state: ConcurrencyLimit, now: number): boolean =>
	!state.inSlowStart && state.successesOwed === 0 && now >= state.noIncreaseBefore;

/** @param isPaced whether starts keep a gap: then more at once would gain nothing */
export function endRound(state: ConcurrencyLimit, isPaced: boolean, { now, backlog }: Surroundings): void {
	const { round } = state;
	state.isRising = false;
	const throughput = round.successes / Math.max(1, now - round.startedAt);
	if (round.errors > round.successes) {
		decreaseTo(state, Math.floor(state.limit / 2));
		stopIncreasing(state, now + DELAY_AFTER_REFUSAL_MS);
	} else if (backlog > 0) {
		if (!isWorthwhile(state, throughput)) stopIncreasing(state, now + DELAY_ON_PLATEAU_MS);
		else if (mayIncrease(state, isPaced, now) && backlog >= throughput * END_OF_RUN_MS) increase(state);
	}
	state.round = { startedAt: now, limit: state.limit, successes: 0, errors: 0 };
}

/** Compares each doubling of the limit with what was achieved before it; if it gained nothing, it is taken back. */
function isWorthwhile(state: ConcurrencyLimit, throughput: number): boolean {
	const { baseline, round } = state;
	if (baseline && round.limit >= Math.max(MIN_COMPARED, 2 * baseline.limit)) {
		if (throughput < MIN_GAIN * baseline.throughput) {
			decreaseTo(state, baseline.limit);
			return false;
		}
		state.baseline = { limit: round.limit, throughput };
		return true;
	}
	// A round that began before a refusal was a mixture of two limits.
	const isPure = round.startedAt > state.lastDecrease.at;
	const isSteady = !state.inSlowStart && state.step === 1;
	if (isPure && (!baseline || isSteady)) state.baseline = { limit: round.limit, throughput };
	return true;
}

function mayIncrease(state: ConcurrencyLimit, isPaced: boolean, now: number): boolean {
	if (state.inSlowStart) return false;
	const isProven = state.lastDecrease.successesSince >= 3 * state.limit;
	return state.step > 1 || (isCalm(state, now) && isProven && !isPaced);
}

function increase(state: ConcurrencyLimit): void {
	raiseTo(state, state.limit + state.step);
	state.isRising = state.step > 1;
	state.step *= STEP_GROWTH;
}

function raiseTo(state: ConcurrencyLimit, limit: number): void {
	state.limit = Math.min(state.maxConcurrency, limit);
}

function decreaseTo(state: ConcurrencyLimit, limit: number): void {
	state.limit = Math.max(1, Math.min(state.limit, limit));
}

function stopIncreasing(state: ConcurrencyLimit, until: number): void {
	state.inSlowStart = false;
	state.isRising = false;
	state.step = 1;
	state.noIncreaseBefore = until;
}
