import { fingerprintOf } from '../../../shared/state/native';
import { markOwn, ownKey } from '../../../shared/trigger/ownChanges';
import { ownMemory } from '../../../shared/trigger/ownMemory';
import { textIn } from '../../twilio';
import { adapter } from '../adapter';
import { activitiesOf, CHANGE, type HeardEvent } from '../events';

/** How far Twilio's clock and this machine's may be apart. */
const CLOCKS_APART_MS = 10_000;

/**
 * Says of each event whether Agent State made the change in this n8n; `null` where nobody knows, and of what is not a change
 * of activity.
 *
 * @param baseUrl of the service
 * @param now milliseconds since the epoch
 */
export function withOwner(
	events: readonly HeardEvent[],
	baseUrl: string,
	now: number,
): Array<{ event: HeardEvent; byUs: boolean | null }> {
	const heard = events.map((event) => {
		const { now: native } = activitiesOf(event);
		const earliest = event.at - CLOCKS_APART_MS;
		return {
			event,
			key: ownKey(adapter.id, baseUrl, null, textIn(event.payload.worker_sid)),
			state: native ? fingerprintOf(native) : '',
			from: earliest,
			seenFrom: earliest,
			until: Math.min(now, event.at + CLOCKS_APART_MS),
		};
	});
	return markOwn(heard, ownMemory.changes).map(({ event, byUs }) => ({
		event,
		byUs: event.name === CHANGE ? byUs : null,
	}));
}
