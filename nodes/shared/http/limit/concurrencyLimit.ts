import { isThrottled, type AttemptOutcome } from '../retry';

/** What is remembered of a request's start until its answer is there. */
export interface Start {
	/** 1 for the first request of the run. */
	serial: number;
	/** How many requests were under way then, itself included. */
	place: number;
	/** Milliseconds since the epoch. */
	at: number;
}

/** What surrounds an answer. */
export interface Surroundings {
	now: number;
	/** Requests still under way. */
	others: number;
	/** Requests of the run that have not started yet. */
	backlog: number;
}

/**
 * How many requests may be under way, and from when on the next may start. It has no clock and no queue: it is told
 * of starts and answers, and looked at in between. The figures behind it: docs/performance.md.
 */
export interface Width {
	/** At least 1, at most the ceiling. */
	readonly places: number;
	/** No request may start before this moment. */
	readonly opensAt: number;
	started(underWay: number, now: number): Start;
	ended(start: Start, outcome: AttemptOutcome | undefined, around: Surroundings): void;
}

/** After the first good answer; from there the width doubles from round to round. */
const SECOND_WIDTH = 8;
/** More is tried only after so many good answers for every refusal: about one in twenty is refused at most. */
const GOOD_PER_REFUSAL = 20;
/** A crowd refused at once must not put off the next try for ever. */
const MOST_OWED = 200;
const CALM_MS = 500;
/** A try that went well is followed by one of so many times more. */
const STEP_GROWTH = 3;
/** After the service said that its allowance is used up. */
const FULL_MS = 1_000;
/** Twice the width must bring this much more; otherwise it only lengthens the service's queue. */
const WORTHWHILE = 1.05;
const PLATEAU_MS = 1_500;
/** No tries at the end of a run: who is refused there comes back when all others are done. */
const END_OF_RUN_MS = 1_500;
/** A longer wait concerns the request that was told of it alone. */
const LONGEST_PAUSE_MS = 60_000;
const LONGEST_GAP_MS = 1_000;
/** Starts are spread over this part of the time that a request takes; over all of it they could not catch up. */
const EVENLY = 0.8;
/** Starts that are late, since waits are exact to a millisecond at best, are made up for within this part of it. */
const LAG = 0.05;
const TICK_MS = 1;
/** A few starts at a time cost fewer waits than each alone. */
const LONGEST_TICK_MS = 4;
const SHORTEST_BLIND_PAUSE_MS = 100;
const LONGEST_BLIND_PAUSE_MS = 5_000;

export function adaptiveWidth(ceiling: number): Width {
	let width = 1;
	let opensAt = 0;
	let serial = 0;
	/** Until the first refusal. */
	let doubling = true;
	let step = 1;
	let calmAt = 0;
	let owed = 0;
	let goodSince = 0;
	/** Refusals of what started until then were on their way when the width came down. */
	let waveUntil = -1;
	let cameDownAt = 0;
	/** The width then. */
	let cameDownTo = 0;
	/** Waves in succession, each soon after the one before. */
	let soon = 0;
	let lowestPlace = 0;
	/** Where even one at a time is too much: the least time from start to start. */
	let gap = 0;
	let blindPause = 0;
	/** It lasts until something that started in it is answered. */
	let round = { firstOfNext: 0, began: 0, width: 1, good: 0, bad: 0 };
	/** Good answers per millisecond. */
	let rate = 0;
	/** The shortest good request of the last round and of this one, in milliseconds. */
	let quickest = Infinity;
	let quickestNow = Infinity;
	/** By when the starts so far are spread evenly. */
	let evenAt = 0;
	let mark: { width: number; rate: number } | undefined;

	const narrowTo = (places: number) => (width = Math.max(1, Math.min(width, places)));
	const pauseFor = (ms: number, now: number) => (opensAt = Math.max(opensAt, now + ms));

	function hold(until: number) {
		doubling = false;
		step = 1;
		calmAt = until;
	}

	function refused(start: Start, asked: number | undefined, { now, others }: Surroundings) {
		if (start.at > waveUntil) {
			soon = goodSince < 2 * cameDownTo ? soon + 1 : 0;
			// A limit on the number at once is met after one wave, or two; what refuses again so soon counts by time.
			const countsByTime = soon > 1;
			if (countsByTime) narrowTo(Math.round(others * 0.9));
			if (start.place === 1 && others === 0) slowDown(asked, now);
			waveUntil = now + 3 * (now - start.at);
			cameDownAt = now;
			// From a service as quick to work as to refuse, the others are back already: there the place tells the room.
			lowestPlace = countsByTime ? 1 : start.place;
			goodSince = 0;
			mark = undefined;
		}
		lowestPlace = Math.min(lowestPlace, start.place);
		// Refusing is quick: the others still under way when the last refusal arrives are those that found room.
		const room = Math.max(others, lowestPlace - 1);
		narrowTo(room);
		cameDownTo = width;
		// Refused though it was alone: this is about all of us, not about the number at once.
		if (room === 0 && asked !== undefined && asked <= LONGEST_PAUSE_MS) pauseFor(asked, now);
		owed = Math.min(MOST_OWED, owed + GOOD_PER_REFUSAL);
		hold(now + CALM_MS);
	}

	function slowDown(asked: number | undefined, now: number) {
		if (goodSince > 0) {
			const measured = (now - cameDownAt) / goodSince;
			gap = Math.min(Math.max(measured, gap * 1.25), Math.max(gap * 2, 50), LONGEST_GAP_MS);
		} else if (asked === undefined) {
			blindPause = Math.min(LONGEST_BLIND_PAUSE_MS, Math.max(SHORTEST_BLIND_PAUSE_MS, 2 * blindPause));
			pauseFor(blindPause, now);
		}
	}

	/** The service as a whole is away: after the pause one goes ahead, and if it fares well the width doubles again. */
	function isDown(asked: number | undefined, now: number) {
		width = 1;
		mark = undefined;
		hold(now);
		doubling = true;
		if (asked !== undefined && asked <= LONGEST_PAUSE_MS) pauseFor(asked, now);
	}

	function wentWell(start: Start, isFull: boolean, { now, backlog }: Surroundings) {
		goodSince++;
		round.good++;
		quickestNow = Math.min(quickestNow, now - start.at);
		blindPause = 0;
		owed = Math.max(0, owed - 1);
		if (isFull && (doubling || step > 1)) hold(now + FULL_MS);
		if (isFull || backlog === 0) return;
		if (serial === 1) width = Math.min(ceiling, SECOND_WIDTH);
		else if (doubling) width = Math.min(ceiling, width + 1);
		else if (gap > 0 && owed === 0 && now >= calmAt) gap = gap > 5 ? gap * 0.95 : 0;
	}

	function endRound({ now, backlog }: Surroundings) {
		const { good, bad, began } = round;
		quickest = quickestNow;
		quickestNow = Infinity;
		rate = good / Math.max(1, now - began);
		if (bad > good) {
			narrowTo(Math.floor(width / 2));
			hold(now + CALM_MS);
		} else if (backlog > 0) {
			if (isWorthwhile(round.width, began)) tryMore(now, backlog);
			else hold(now + PLATEAU_MS);
		}
		round = { firstOfNext: serial + 1, began: now, width, good: 0, bad: 0 };
	}

	/** Compares each doubling of the width with what was achieved before it. */
	function isWorthwhile(was: number, began: number): boolean {
		if (mark && was >= 2 * mark.width) {
			if (rate < WORTHWHILE * mark.rate) {
				narrowTo(mark.width);
				return false;
			}
			mark = { width: was, rate };
			// A round that began before a refusal was a mixture of two widths.
		} else if (began > cameDownAt && (!mark || (!doubling && step === 1))) mark = { width: was, rate };
		return true;
	}

	function tryMore(now: number, backlog: number) {
		const isCalm = now >= calmAt && owed === 0 && goodSince >= 3 * width && gap === 0;
		if (doubling || !(isCalm || step > 1) || backlog < rate * END_OF_RUN_MS) return;
		width = Math.min(ceiling, width + step);
		step *= STEP_GROWTH;
	}

	/**
	 * The least time between two starts, so that requests never go out in waves: answers to a wave arrive as one, and each
	 * then waits until all others have been dealt with, on either side.
	 */
	const shortest = () => {
		const found = Math.min(quickest, quickestNow);
		return found === Infinity ? 0 : found;
	};

	return {
		get places() {
			return width;
		},
		get opensAt() {
			return opensAt;
		},
		started(underWay, now) {
			if (gap > 0) pauseFor(gap, now);
			const lag = Math.max(TICK_MS, LAG * shortest());
			evenAt = Math.max(evenAt, now - lag) + (EVENLY * shortest()) / width;
			if (evenAt > now) pauseFor(Math.ceil(Math.max(evenAt - now, Math.min(lag, LONGEST_TICK_MS))), now);
			return { serial: ++serial, place: underWay, at: now };
		},
		ended(start, outcome, around) {
			if (!outcome) return;
			const { status, retryAfterMs } =
				outcome.kind === 'status' ? outcome : { status: 0, retryAfterMs: undefined };
			if (status === 429) refused(start, retryAfterMs, around);
			else if (isThrottled(outcome)) isDown(retryAfterMs, around.now);
			else if (status === 0 || status === 408 || status >= 500) round.bad++;
			else wentWell(start, outcome.kind === 'status' && outcome.isFull === true, around);
			if (start.serial >= round.firstOfNext) endRound(around);
		},
	};
}
