import { clockOf } from '../n8n/clock';
import type { RunControl } from '../n8n/runControl';
import { openClient, type Caller, type Client } from './client';
import { createLimiter } from './limit/limiter';
import { checkBaseUrl } from './baseUrl';
import type { Vendor } from './vendor';

/** What a client has to know of the run that it serves. */
export type ClientRun = Pick<RunControl, 'signal' | 'noteFailure' | 'backlog'>;

export type Connection =
	| {
			kind: 'connected';
			client: Client;
			/** The most requests that can be under way at once: more items need not be begun. */
			maxConcurrency: number;
	  }
	| { kind: 'problem'; problem: string };

/**
 * Reads the credential once, checks its address and opens the client of one node run.
 *
 * A problem is returned, not thrown: over an error thrown by a node that is set to continue, n8n hands its input on
 * as if all were done.
 *
 * @param parallelLimit the most requests that may ever be under way at once
 */
export async function createClient(
	context: Caller,
	vendor: Vendor,
	run: ClientRun,
	parallelLimit = vendor.parallelLimit,
): Promise<Connection> {
	try {
		const stored = await context.getCredentials(vendor.credential);
		const credential = vendor.current?.(stored, Date.now()) ?? stored;
		const root = checkBaseUrl(vendor.baseUrl(credential));
		if (root.kind === 'problem') return { kind: 'problem', problem: root.problem };
		const clock = clockOf(run.signal);
		const pacer = createLimiter(parallelLimit, clock, run);
		const client = openClient(context, vendor, root.url, credential, pacer, clock, run);
		return { kind: 'connected', client, maxConcurrency: pacer.maxConcurrency };
	} catch (error) {
		return { kind: 'problem', problem: (error as Error).message };
	}
}
