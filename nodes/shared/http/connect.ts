import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { openClient, type Client } from './client';
import { isRecord } from './exchange';
import { boundedPacer } from './pace';
import { checkRoot } from './root';
import type { Vendor } from './vendor';

export interface Connection {
	client: Client;
	/** The most requests that can be under way at once: more items need not be begun. */
	ceiling: number;
}

/**
 * Reads the credential once, checks its address and opens the client of one node run.
 *
 * @param halted true once the run is over
 */
export async function connect(context: IExecuteFunctions, vendor: Vendor, halted: () => boolean): Promise<Connection> {
	const credential = await context.getCredentials(vendor.credential);
	const root = checkRoot(vendor.root(credential));
	if (root.kind === 'problem') {
		throw new NodeOperationError(context.getNode(), `The '${vendor.name}' credential: ${root.problem}`, {
			description: 'Nothing was sent. Open the credential and correct the address.',
		});
	}
	const options: unknown = context.getNodeParameter('options', 0, {});
	const asked = isRecord(options) ? Number(options.parallelLimit) : NaN;
	const pacer = boundedPacer(asked >= 1 ? Math.floor(asked) : vendor.parallelLimit);
	return { client: openClient(context, vendor, root.url, credential, pacer, halted), ceiling: pacer.ceiling };
}
