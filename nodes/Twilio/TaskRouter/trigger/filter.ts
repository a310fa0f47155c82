import type { Native } from '../../../shared/state/adapter';
import type { State } from '../../../shared/state/state';
import { activitiesOf, CHANGE, timeBefore, type HeardEvent } from '../events';
import type { ListenSettings } from './settings';
import type { Watched } from './watched';

/** Event Streams delivers an event for four hours at most; what is older is someone's repetition. A day, for wrong clocks. */
const OLDEST_MS = 24 * 3_600_000;

/** @param now milliseconds since the epoch */
export function passes(event: HeardEvent, settings: ListenSettings, watched: Watched, now: number): boolean {
	const isOurs = event.workspace === watched.workspace && [event.account, ''].includes(watched.account);
	if (!isOurs || now - event.at > OLDEST_MS) return false;
	if (watched.worker !== undefined && event.payload.worker_sid !== watched.worker) return false;
	const { fromStates, toStates } = settings;
	const { fromActivity, toActivity, leastMs, mapping } = watched;
	const isAboutChange = [fromActivity, toActivity, leastMs].some((one) => one !== undefined);
	if (!isAboutChange && fromStates.length === 0 && toStates.length === 0) return true;
	if (event.name !== CHANGE) return false;
	const { now: to, before: from } = activitiesOf(event);
	// One activity may stand for several states, such as busy and break.
	const isIn = (states: readonly State[], native: Native | null) =>
		states.length === 0 || states.some((state) => (mapping.stateOf(native, state) ?? 'unknown') === state);
	return (
		(fromActivity === undefined || from?.fields.ActivitySid === fromActivity) &&
		(toActivity === undefined || to?.fields.ActivitySid === toActivity) &&
		(leastMs === undefined || (timeBefore(event) ?? -1) >= leastMs) &&
		isIn(fromStates, from) &&
		isIn(toStates, to)
	);
}
