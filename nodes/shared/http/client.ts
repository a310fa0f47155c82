import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Clock } from '../n8n/clock';
import type { RunControl } from '../n8n/runControl';
import { senderOf, type Caller } from './attempt';
import { pathBelow } from './baseUrl';
import { isOpen, onAnswer, onGivenUp, onTrouble, startCircuitBreaker } from './circuitBreaker';
import { inDoubt, notAttempted, type Failure } from './failure';
import { judgeOf, type ProblemIn } from './judgement';
import type { Limiter } from './limit/limiter';
import { createRateLimits } from './limit/rateLimit';
import type { VendorRequest } from './request';
import { isSuccess, mayBeAskedAgain, mayHaveBeenDone, outcomeOf, type VendorResponse } from './response';
import {
	deadlineOf,
	isThrottled,
	isTrouble,
	retryDelay,
	standardRetryPolicy,
	type Attempt,
	type AttemptOutcome,
} from './retry';
import type { Vendor } from './vendor';

export type { Caller, ProblemIn };

/** What came of a request, after all retries. */
export type Sent =
	/** `attempts` above 1: an earlier one may have been processed too, its response lost. */
	| { kind: 'answered'; response: VendorResponse; attempts: number }
	| { kind: 'failed'; failure: Failure }
	/** The run was over before the first attempt could start. */
	| { kind: 'unsent' };

/** Sends requests to one vendor for one node run: limited, retried, authenticated by n8n, never to another host. */
export interface Client {
	/** @param problemIn what makes a 2xx response useless, if anything */
	send: (request: VendorRequest, problemIn?: ProblemIn) => Promise<Sent>;
	/**
	 * One more read, once, to explain a failure after which no request starts any more.
	 *
	 * @returns nothing where it fails too
	 */
	lookInto: (request: VendorRequest) => Promise<VendorResponse | undefined>;
	/** The path and query of an address below the vendor's base URL; `undefined` for any other address. */
	pathOf: (address: string) => string | undefined;
}

/** In place of the advice to send fewer requests at once, where not even one was taken. */
const NOTHING_TAKEN = 'The service refuses every request at present. Run the workflow again later.';

/** No request of a run starts later than this, in milliseconds after its first one could. */
export const MAX_RUN_MS = 30 * 60_000;

const OUT_OF_TIME = `the run has lasted ${MAX_RUN_MS / 60_000} minutes, and no request starts after that`;

/** One request on its way, with all its attempts. */
interface Sending {
	request: VendorRequest;
	problemIn: ProblemIn | undefined;
	/** When its first attempt was sent. */
	beganAt: number | undefined;
	/** Of the last attempt. */
	failure: Failure | undefined;
	/** Whether one of the attempts may have been processed. */
	isDoubtful: boolean;
}

/** What follows an attempt: the end of the request, or another attempt after a while. */
interface Step {
	/** `undefined`: nothing was sent. */
	outcome: AttemptOutcome | undefined;
	sent: Sent | undefined;
	waitMs: number;
}

const over = (sent: Sent): Step => ({ outcome: undefined, sent, waitMs: 0 });

const failed = ({ request, isDoubtful }: Sending, failure: Failure): Sent => ({
	kind: 'failed',
	failure: isDoubtful ? inDoubt(failure, request) : failure,
});

/** What one client is made of. */
export interface ClientParts {
	context: Caller;
	vendor: Vendor;
	/** As `checkBaseUrl` returns it. */
	baseUrl: string;
	/** Decrypted once for the whole run: left to itself, n8n reads and decrypts it for every request. */
	credential: ICredentialDataDecryptedObject;
	limiter: Limiter;
	clock: Clock;
	run: Pick<RunControl, 'signal' | 'noteFailure'>;
	/** Aborted when the service is given up: it ends the waits of the limiter and of the clock. */
	ended: AbortController;
}

export function openClient(parts: ClientParts): Client {
	const { context, vendor, baseUrl, credential, limiter, clock, run, ended } = parts;
	const sendOnce = senderOf(context, vendor, baseUrl, credential, clock);
	const judge = judgeOf(vendor, credential);
	const rateLimits = createRateLimits(clock);
	const endsAt = clock.now() + MAX_RUN_MS;
	const breaker = startCircuitBreaker();
	let hasSucceeded = false;
	let hasAnswered = false;
	// What every further request is told without being sent: the key was refused before anything succeeded, or a token
	// was, and a service may lock out whoever keeps trying; or the service is given up.
	let stopped: Failure | undefined;

	const addresses = [baseUrl, ...(vendor.otherAddresses?.(baseUrl) ?? [])];

	return {
		pathOf: (address) => pathBelow(addresses, address),
		async lookInto(request) {
			const result = await sendOnce(request);
			return result.kind === 'response' && isSuccess(result.response) ? result.response : undefined;
		},
		async send(request, problemIn) {
			const sending: Sending = { request, problemIn, beganAt: undefined, failure: undefined, isDoubtful: false };
			for (let attempt = 1; ; attempt++) {
				await rateLimits.acquire(vendor.rateLimitOf?.(request));
				const permit = await limiter.acquire(attempt > 1);
				let step: Step | undefined;
				try {
					step = await tryOnce(sending, attempt, permit.sentAt);
				} finally {
					// Whatever broke: a permit that is kept would hold up all others for ever.
					limiter.release(permit, step?.outcome);
				}
				if (step.sent) return step.sent;
				await clock.wait(step.waitMs);
			}
		},
	};

	/** Sends a request once, if it is still to be sent, and decides what follows. */
	async function tryOnce(sending: Sending, attempt: number, sentAt: number): Promise<Step> {
		const { request, problemIn } = sending;
		// Waiting for the first permit uses up none of the request's own time.
		const beganAt = (sending.beganAt ??= sentAt);
		if (clock.now() >= endsAt) stop(notAttempted(OUT_OF_TIME));
		if (stopped) return over(failed(sending, sending.failure ?? stopped));
		if (run.signal.aborted) {
			const { failure } = sending;
			return over(failure ? failed(sending, { ...failure, isInterrupted: true }) : { kind: 'unsent' });
		}
		const result = await sendOnce(request);
		const now = clock.now();
		const { flaw, failure } = judge(request, result, attempt, problemIn);
		sending.isDoubtful ||= flaw === 'damaged' || flaw === 'useless' || mayHaveBeenDone(result);
		const outcome: AttemptOutcome =
			flaw === 'damaged' ? { kind: 'damaged' } : outcomeOf(result, now, vendor.isFull);
		hasAnswered ||= result.kind === 'response';
		if (!failure) {
			hasSucceeded = true;
			onAnswer(breaker);
			if (result.kind !== 'response') return { outcome, sent: undefined, waitMs: 0 };
			return { outcome, sent: { kind: 'answered', response: result.response, attempts: attempt }, waitMs: 0 };
		}
		const isTroubled = isTrouble(outcome);
		if (isTroubled) onTrouble(breaker, sentAt);
		else onAnswer(breaker);
		const failingSince = breaker.failingSince ?? now;
		const tried: Attempt = {
			outcome,
			idempotent: request.idempotent || mayBeAskedAgain(result),
			number: attempt,
			// Where nothing works, a request is repeated no longer than the first one of them.
			elapsedMs: now - Math.min(beganAt, failingSince),
			hasAnswered,
			random: Math.random(),
		};
		const delay = retryDelay(standardRetryPolicy, tried);
		const isNothingTaken = isThrottled(outcome) && failingSince <= beganAt;
		sending.failure = isNothingTaken ? { ...failure, advice: NOTHING_TAKEN } : failure;
		if ((failure.httpCode === '401' && !hasSucceeded) || result.kind === 'tokenRefused') stopped ??= failure;
		if (delay !== undefined) return { outcome, sent: undefined, waitMs: Math.min(delay, endsAt - now) };
		// Noted before the permit is given back, or one more request would start.
		run.noteFailure();
		if (isTroubled) giveUp(failure, now, deadlineOf(standardRetryPolicy, tried));
		return { outcome, sent: failed(sending, sending.failure), waitMs: 0 };
	}

	function stop(failure: Failure): void {
		stopped ??= failure;
		ended.abort();
	}

	/** Gives a request up, and with it the service where nothing works any more. */
	function giveUp({ message }: Failure, now: number, patienceMs: number): void {
		onGivenUp(breaker);
		if (isOpen(breaker, now, patienceMs))
			stop(notAttempted(`${vendor.name} does not work at present (${message})`));
	}
}
