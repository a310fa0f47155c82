import { readSeen } from '../../simulators/controlClient';
import type { RunningVendor } from '../bootstrap/vendors';

/** How many requests so far were meant to change a vendor's records. Fetching a token does not count. */
export async function readWrites(vendors: RunningVendor[]): Promise<number> {
	const seen = await Promise.all(vendors.map(async ({ url }) => await readSeen(url)));
	return seen.flat().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth/')).length;
}
