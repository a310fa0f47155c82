import type { Instant } from '../../../ShiftSchedule/model/calendar/zone';
import type { AdherenceException } from '../comparison/exceptions';
import { exceptionsOf } from '../comparison/exceptions';
import { piecesOf, type TimePiece } from '../comparison/pieces';
import type { StateComparer } from '../comparison/stateRules';
import type { AgentRecord } from '../record/types';

/** How an agent stands at a moment. */
export type StandingNow =
	| { kind: 'out'; exception: AdherenceException }
	/** A shift is on, and the agent's state is not known. */
	| { kind: 'unknown'; piece: TimePiece }
	| { kind: 'fine' };

/** @param at a moment; what begins at it does not count yet */
export function standingNow(record: AgentRecord, comparer: StateComparer, at: Instant): StandingNow {
	const pieces = piecesOf(record, comparer, at);
	const last = pieces.at(-1);
	if (last?.standing === 'unknown') return { kind: 'unknown', piece: last };
	const exception = exceptionsOf(pieces, record.clock, at).at(-1);
	return exception?.isOngoing === true ? { kind: 'out', exception } : { kind: 'fine' };
}
