import type { Decrease } from './concurrencyLimit';

/**
 * Tells from refusals (429) how many requests at once the service takes, and whether its limit counts requests at once
 * or requests in a time. All moments are in milliseconds since the epoch.
 */
export interface RefusalDetector {
	/** A refused request that was sent no later than this belongs to the wave that is known already. */
	waveSentUntil: number;
	/** Waves in succession, each soon after the one before. */
	soonWaves: number;
	/** The fewest requests in flight, itself included, with which a request of this wave was refused. */
	lowestInFlight: number;
}

/** A request that was sent. */
export interface SentRequest {
	sentAt: number;
	/** Requests in flight when it was sent, itself included. */
	inFlight: number;
}

/** What one refusal says. */
export interface ThrottledResponse {
	/** Whether it is the first of its wave. */
	startsWave: boolean;
	/** How many requests at once the service takes as far as this refusal tells; 0 when even one was too many. */
	accepted: number;
	/** Whether nothing else was in flight, neither when the request was sent nor when it was refused. */
	wasAlone: boolean;
}

/** What was on its way when the limit came down is refused within so many times of what the first refusal took. */
const WAVE_TIMES = 3;
/** A wave is soon after the last one when fewer successes than so many per request at once lie between them. */
const SOON_SUCCESSES = 2;
/** A limit on the number at once is met after one wave, or two; what refuses again so soon counts by time. */
const SOON_WAVES = 2;
/** What is left of the requests in flight at each wave of a limit that counts by time. */
const DECREASE = 0.9;

export const startRefusalDetector = (): RefusalDetector => ({ waveSentUntil: -1, soonWaves: 0, lowestInFlight: 0 });

/**
 * @param inFlight requests still in flight, without the refused one
 * @param last the wave before
 */
export function onRefusal(
	state: RefusalDetector,
	request: SentRequest,
	inFlight: number,
	last: Readonly<Decrease>,
	now: number,
): ThrottledResponse {
	const startsWave = request.sentAt > state.waveSentUntil;
	const wasAlone = request.inFlight === 1 && inFlight === 0;
	let countsByTime = false;
	if (startsWave) {
		state.soonWaves = last.successesSince < SOON_SUCCESSES * last.limit ? state.soonWaves + 1 : 0;
		countsByTime = state.soonWaves >= SOON_WAVES;
		state.waveSentUntil = now + WAVE_TIMES * (now - request.sentAt);
		// A service as quick to work as to refuse has answered the others already: there the request's own number tells.
		state.lowestInFlight = countsByTime ? 1 : request.inFlight;
	}
	state.lowestInFlight = Math.min(state.lowestInFlight, request.inFlight);
	// Refusing is quick: what is still in flight when the last refusal of a wave arrives was accepted.
	const accepted = countsByTime ? Math.round(inFlight * DECREASE) : Math.max(inFlight, state.lowestInFlight - 1);
	return { startsWave, accepted, wasAlone };
}
