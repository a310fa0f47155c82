import type { IExecuteFunctions } from 'n8n-workflow';
import { openClient, type Client, type RunState } from './client';
import { isRecord } from './exchange';
import { boundedPacer } from './pace';
import { checkRoot } from './root';
import type { Vendor } from './vendor';

export type Connection =
	| {
			kind: 'connected';
			client: Client;
			/** The most requests that can be under way at once: more items need not be begun. */
			ceiling: number;
	  }
	| { kind: 'problem'; problem: string };

/**
 * Reads the credential once, checks its address and opens the client of one node run.
 *
 * A problem is returned, not thrown: over an error thrown by a node that is set to continue, n8n hands its input on
 * as if all were done.
 */
export async function connect(context: IExecuteFunctions, vendor: Vendor, run: RunState): Promise<Connection> {
	try {
		const credential = await context.getCredentials(vendor.credential);
		const root = checkRoot(vendor.root(credential));
		if (root.kind === 'problem') return { kind: 'problem', problem: root.problem };
		const options: unknown = context.getNodeParameter('options', 0, {});
		const asked = isRecord(options) ? Number(options.parallelLimit) : NaN;
		const pacer = boundedPacer(asked >= 1 ? Math.floor(asked) : vendor.parallelLimit);
		const client = openClient(context, vendor, root.url, credential, pacer, run);
		return { kind: 'connected', client, ceiling: pacer.ceiling };
	} catch (error) {
		return { kind: 'problem', problem: (error as Error).message };
	}
}
