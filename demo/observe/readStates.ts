import type { RunningVendor } from '../bootstrap/vendors';
import type { RecordedState } from '../../simulators/vendorDemo';

/** States by {@link keyOf}. */
export type States = Readonly<Record<string, string>>;

/** @param place as the vendor's demo.ts calls it, such as `VoipNow sales` */
export const keyOf = (place: string, agent: string) => `${agent} in ${place}`;

/** Everyone's states at every vendor, from the simulators' own records instead of through the nodes. */
export async function readRecordedStates(vendors: RunningVendor[]): Promise<RecordedState[]> {
	return (await Promise.all(vendors.map(async ({ url, demo }) => await demo.readStates(url)))).flat();
}

/** The same, by place and agent. */
export async function readStates(vendors: RunningVendor[]): Promise<States> {
	const recorded = await readRecordedStates(vendors);
	return Object.fromEntries(recorded.map(({ place, agent, state }) => [keyOf(place, agent), state]));
}
