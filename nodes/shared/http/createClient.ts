import { clockOf } from '../n8n/clock';
import type { RunControl } from '../n8n/runControl';
import { checkBaseUrl } from './baseUrl';
import { withoutBlanks } from './credentialFields';
import { openClient, type Caller, type Client } from './client';
import { createLimiter } from './limit/limiter';
import type { Vendor } from './vendor';

/** What a client has to know of the run that it serves. */
export type ClientRun = Pick<RunControl, 'signal' | 'noteFailure' | 'backlog'>;

export type Connection =
	| {
			kind: 'connected';
			client: Client;
			/** The service's address, as `checkBaseUrl` returns it. */
			baseUrl: string;
			/** The most requests that can be in flight at once: more items need not be begun. */
			maxConcurrency: number;
	  }
	| { kind: 'problem'; problem: string };

/**
 * Reads the credential once, checks its address and opens the client of one node run.
 *
 * A problem is returned, not thrown: when a node that is set to continue throws, n8n hands its input on as if all were
 * done.
 *
 * @param parallelLimit the most requests that may ever be in flight at once
 */
export async function createClient(
	context: Caller,
	vendor: Vendor,
	run: ClientRun,
	parallelLimit = vendor.parallelLimit,
): Promise<Connection> {
	try {
		const stored = withoutBlanks(await context.getCredentials(vendor.credential));
		const credential = vendor.current?.(stored, Date.now()) ?? stored;
		const baseUrl = checkBaseUrl(vendor.baseUrl(credential));
		if (baseUrl.kind === 'problem') return baseUrl;
		const ended = new AbortController();
		const signal = AbortSignal.any([run.signal, ended.signal]);
		const clock = clockOf(signal);
		const limiter = createLimiter(parallelLimit, clock, { signal, backlog: run.backlog });
		const parts = { context, vendor, baseUrl: baseUrl.value, credential, limiter, clock, run, ended };
		const client = openClient(parts);
		return { kind: 'connected', client, baseUrl: baseUrl.value, maxConcurrency: limiter.maxConcurrency };
	} catch (error) {
		return { kind: 'problem', problem: (error as Error).message };
	}
}
