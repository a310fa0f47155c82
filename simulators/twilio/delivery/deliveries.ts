import { setTimeout as sleep } from 'node:timers/promises';

import { own } from '../../own';
import type { TwilioState } from '../state';
import type { TaskRouterEvent } from '../taskRouterState';
import { parcelsOf, receiversOf, sinkParcel } from './parcel';
import type { Outgoing, Parcel } from './parcel';
import { testEvent } from './payload';
import { NoAnswer, openPoster } from './post';

/** One request as it was sent, and how it went. */
export interface Delivery extends Parcel {
	/** 1 for the first time. */
	attempt: number;
	/** Milliseconds since the epoch at which it was sent. */
	at: number;
	/** The status of the answer; neither this nor `failure` while there is none. */
	status?: number;
	/** Milliseconds since the epoch at which the answer had come. */
	answeredAt?: number;
	/** Why there was no answer. */
	failure?: Error;
}

/** How events are delivered. Change it at will: what goes out next follows it. */
export interface DeliverySettings {
	/** Most events in one request to a sink that takes batches. How many Twilio sends is undocumented. */
	batchSize: number;
	/** How often every request is sent, each time the same: what at-least-once delivery may do. */
	copies: number;
	/** Whether events go out in random order. */
	isShuffled: boolean;
	/** Milliseconds that an event waits for others. */
	delayMs: number;
	/** Requests under way at once. */
	parallel: number;
	/** "The maximum timeout for a webhook Sink response is 5 seconds." */
	sinkTimeoutMs: number;
	/** Event callbacks: "within 15 seconds". */
	callbackTimeoutMs: number;
	/** Up to so long before a sink is tried again, twice as long each time, and a random part of it. */
	backoffMs: number;
	/** "Event Streams retries delivering an event for up to four hours." */
	giveUpAfterMs: number;
	/** From 0 up to, and without, 1. */
	random(): number;
}

const USUAL: DeliverySettings = {
	batchSize: 100,
	copies: 1,
	isShuffled: false,
	delayMs: 0,
	parallel: 20,
	sinkTimeoutMs: 5_000,
	callbackTimeoutMs: 15_000,
	backoffMs: 1_000,
	giveUpAfterMs: 4 * 3_600_000,
	random: () => Math.random(),
};

/**
 * Delivers events to sinks and to event callbacks, signed as Twilio signs.
 *
 * A sink that answers 5xx or 429, or not at all, is tried again (docs/api/errors/91302, 91306, 91308); another 4xx ends
 * the matter (91305), as does success. A callback is tried again once where it could not be reached, or as often as the
 * fragment `#rc=` of its address says (docs, usage/webhooks/webhooks-connection-overrides).
 */
export class Deliveries {
	readonly settings: DeliverySettings = { ...USUAL };
	/** Every request so far, in the order of sending. */
	readonly sent: Delivery[] = [];
	private waiting: Outgoing[] = [];
	private ready: Parcel[] = [];
	/** Requests that hold a place. */
	private active = 0;
	/** The same, and those that wait to be tried again. */
	private underWay = 0;
	private isHeld = false;
	private isScheduled = false;
	private waiters: Array<() => void> = [];
	private readonly poster = openPoster();
	private readonly ending = new AbortController();
	/** Ends the waiting for next attempts. */
	private pause = new AbortController();

	constructor(private readonly state: TwilioState) {}

	/** Delivers an event to whoever is to hear of it now. */
	publish(event: TaskRouterEvent): void {
		this.waiting.push(...receiversOf(event, this.state));
		this.schedule();
	}

	/** @param sid of a sink, which hears of it whatever it is subscribed to. @param testId what its Test resource tells it by */
	test(sid: string, testId: string): void {
		const sink = own(this.state.sinks, sid);
		if (!sink) return;
		this.ready.push(sinkParcel(sink, [testEvent(testId, this.state)], [testId], this.state));
		this.sendReady();
	}

	/** Sends these again as they were: what a replay does, or a retry of what had arrived. */
	resend(deliveries: readonly Parcel[]): void {
		this.ready.push(...deliveries);
		this.sendReady();
	}

	/** Keeps events back from now on. What is released later goes out in full batches. */
	hold(): void {
		this.isHeld = true;
	}

	release(): void {
		this.isHeld = false;
		this.schedule();
	}

	/** Tries everything again at once that waits for its next attempt. */
	retryNow(): void {
		const { pause } = this;
		this.pause = new AbortController();
		pause.abort();
	}

	/** Resolves when there is nothing left to deliver, or to try again; what is held back is waited for. */
	async settled(): Promise<void> {
		if (!this.isIdle()) await new Promise<void>((resolve) => this.waiters.push(resolve));
	}

	/** Gives up everything. */
	stop(): void {
		this.waiting = [];
		this.ready = [];
		this.ending.abort();
		this.poster.close();
		this.tellWaiters();
	}

	private isIdle(): boolean {
		return this.waiting.length === 0 && this.ready.length === 0 && this.underWay === 0;
	}

	private tellWaiters(): void {
		if (this.isIdle()) for (const tell of this.waiters.splice(0)) tell();
	}

	private schedule(): void {
		if (this.isHeld || this.isScheduled || this.waiting.length === 0) return;
		this.isScheduled = true;
		void this.wait(this.settings.delayMs).then(() => {
			this.isScheduled = false;
			if (this.isHeld || this.ending.signal.aborted) return;
			const { batchSize, copies, isShuffled } = this.settings;
			const outgoing = this.waiting.splice(0);
			const parcels = parcelsOf(isShuffled ? this.shuffled(outgoing) : outgoing, batchSize, this.state);
			this.ready.push(...parcels.flatMap((parcel) => Array.from({ length: copies }, () => parcel)));
			this.sendReady();
			this.tellWaiters();
		});
	}

	private shuffled<T>(all: T[]): T[] {
		return all
			.map((one) => ({ one, key: this.settings.random() }))
			.sort((a, b) => a.key - b.key)
			.map(({ one }) => one);
	}

	private sendReady(): void {
		while (this.active < this.settings.parallel) {
			const parcel = this.ready.shift();
			if (!parcel) return;
			this.underWay += 1;
			void this.deliver(parcel).finally(() => {
				this.underWay -= 1;
				this.tellWaiters();
			});
		}
	}

	private async deliver(parcel: Parcel): Promise<void> {
		const since = Date.now();
		const { signal } = this.ending;
		for (let attempt = 1; !signal.aborted && this.isWanted(parcel); attempt += 1) {
			const delivery = await this.send(parcel, attempt);
			if (!this.isToBeRepeated(delivery)) return;
			const pause = parcel.kind === 'sink' ? this.backoff(attempt) : 0;
			if (Date.now() + pause > since + this.settings.giveUpAfterMs) return;
			await this.wait(pause, this.pause.signal);
		}
	}

	private async send(parcel: Parcel, attempt: number): Promise<Delivery> {
		const delivery: Delivery = { ...parcel, attempt, at: Date.now() };
		this.sent.push(delivery);
		this.active += 1;
		try {
			const { sinkTimeoutMs, callbackTimeoutMs } = this.settings;
			const limit = parcel.kind === 'sink' ? sinkTimeoutMs : callbackTimeoutMs;
			delivery.status = await this.poster.post(parcel, limit);
			delivery.answeredAt = Date.now();
		} catch (reason) {
			delivery.failure = reason instanceof Error ? reason : new Error(String(reason));
		} finally {
			this.active -= 1;
			this.sendReady();
		}
		return delivery;
	}

	private isToBeRepeated({ kind, to, attempt, status, failure }: Delivery): boolean {
		if (kind === 'callback')
			return failure !== undefined && !(failure instanceof NoAnswer) && attempt <= this.retriesOf(to);
		return failure !== undefined || status === undefined || status === 429 || status >= 500;
	}

	private retriesOf(workspace: string): number {
		const address = own(this.state.workspaces, workspace)?.event_callback_url ?? '';
		return Number(/#(?:.*&)?rc=([0-5])(?:&|$)/.exec(address)?.[1] ?? 1);
	}

	/** Whether the sink is still there. What Twilio does with events on their way to a deleted one is undocumented. */
	private isWanted({ kind, to }: Parcel): boolean {
		return kind === 'callback' || own(this.state.sinks, to) !== undefined;
	}

	private backoff(attempt: number): number {
		const { backoffMs, random } = this.settings;
		return random() * backoffMs * 2 ** Math.min(attempt - 1, 10);
	}

	private async wait(ms: number, earlier?: AbortSignal): Promise<void> {
		const signals = [this.ending.signal, ...(earlier ? [earlier] : [])];
		await sleep(ms, undefined, { signal: AbortSignal.any(signals) }).catch(() => undefined);
	}
}
