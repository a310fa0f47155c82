import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../../architecture/imports';
import type { Way } from './parcels';

/** What is read: rows of a table, a grid, a calendar, or the items of another service. */
export type Input =
	| { kind: 'rows' | 'grid'; input: Array<Record<string, unknown>> }
	| { kind: 'calendar'; input: string }
	| { kind: 'items'; input: { service: string; items: Array<Record<string, unknown>> } };

/** The body of a request to the trigger, by one of Twilio's ways. */
export interface DeliveredBody {
	kind: 'delivery';
	input: { way: Way; body: string };
}

type Rows = Array<Record<string, unknown>>;

/** The three inputs of Schedule Adherence. */
export interface BothSides {
	kind: 'adherence';
	input: { scheduled: Rows; actual: Rows; excused: Rows };
}

/** What became of it. */
export interface Reading {
	/** Of each agent who has a state: the state at a moment, and those of a week. */
	states: Array<{
		agent: string;
		name: string;
		rows: Array<{ reason: string; rule: string; times: Array<string | null>; minutes: number | null }>;
	}>;
	/** Problems and notes. */
	messages: string[];
	/** Of Schedule Adherence: rows and times that are in no answer, and how many agents were compared. */
	lost?: string[];
	agents?: number;
	/** The stack of what was thrown. */
	thrown?: string;
	milliseconds: number;
	/** Keys that every object has. */
	polluted: string[];
}

/** In MB. More of the heap is not to be had: who needs more is killed, and the test fails. */
const MOST_MEMORY = 200;

/** Longer than any reading may take on a busy machine, in milliseconds. */
const TOO_LONG = 10_000;

/** Reads schedules in a thread of its own, which can be stopped and has its own memory. */
export class ReaderThread {
	private worker: Worker | undefined;

	/** @param json the same as text, where it nests too deep to be handed over */
	async read(input: Input | DeliveredBody | BothSides, json?: string): Promise<Reading> {
		const worker = (this.worker ??= new Worker(path.join(__dirname, 'reader.cjs'), {
			workerData: { dist: path.join(root, 'dist') },
			resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
		}));
		try {
			worker.postMessage(json === undefined ? input : { kind: input.kind, json });
			const signal = AbortSignal.timeout(TOO_LONG);
			const [reading] = (await once(worker, 'message', { signal })) as [Reading];
			return reading;
		} catch (error) {
			await this.close();
			throw error;
		}
	}

	async close(): Promise<void> {
		await this.worker?.terminate();
		this.worker = undefined;
	}
}
