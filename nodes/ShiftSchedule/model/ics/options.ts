import { listIn, unescaped, type Component, type Property } from './text';
import type { TitleReading } from './title';
import { scheduledStates, type DstPolicy, type Schedule, type ScheduledState } from '../schedule/types';
import type { Interval } from '../calendar/interval';

export interface IcsOptions {
	/** The zone of times that name none, and of the schedule: a valid IANA name. */
	zone: string;
	dst: DstPolicy;
	/** The time that is asked about: an event that cannot be read and cannot be about it is not a problem. */
	asked: Interval;
	/** `*` for all, ids, the property that says it, or one in whose text it stands. Of ATTENDEE the address counts. */
	agent:
		| { kind: 'fixed'; id: string }
		| { kind: 'property'; name: string }
		| { kind: 'title'; name: string; find: TitleReading };
	/** One state for all events, or by the words of a property such as SUMMARY; the names of the states are words, too. */
	state:
		| { kind: 'fixed'; state: ScheduledState }
		| { kind: 'words'; property: string; words: Record<string, ScheduledState>; otherwise?: ScheduledState };
	/** What the events are, in the words of a roster's `kind`. */
	as: 'shift' | 'extra' | 'holiday' | 'leave';
}

/** A schedule that says nothing. */
export const emptySchedule = ({ zone, dst }: { zone: string; dst: DstPolicy }): Schedule => ({
	...{ zone, dst, agents: [], rules: [], breaks: [], swaps: [], requirements: [] },
});

export function propertiesNamed({ properties }: Component, name: string): readonly Property[] {
	const wanted = name.toUpperCase();
	// Events are asked for a score of properties that most of them do not have: no array for each answer.
	const isThere = properties.some((property) => property.name === wanted);
	return isThere ? properties.filter((property) => property.name === wanted) : none;
}

const none: readonly Property[] = [];

/** @returns `undefined` when no word of the event stands for a state */
export function eventState(event: Component, { state }: IcsOptions): ScheduledState | undefined {
	if (state.kind === 'fixed') return state.state;
	const words = new Map<string, ScheduledState>(scheduledStates.map((one) => [one, one]));
	for (const [word, means] of Object.entries(state.words)) words.set(word.trim().toLowerCase(), means);
	const said = propertiesNamed(event, state.property).flatMap(({ value }) => [unescaped(value), ...listIn(value)]);
	const found = said.map((word) => words.get(word.toLowerCase())).find((one) => one !== undefined);
	return found ?? state.otherwise;
}

/**
 * Whether an event is time that its owner marked as free, which is not a shift. Holidays are marked so as a rule; and where the
 * states are read from that mark, it has been thought of.
 */
export function isFreeTime(event: Component, { as, state }: IcsOptions): boolean {
	if (as === 'holiday' || as === 'leave') return false;
	const isState = state.kind === 'words' && /^(TRANSP|X-MICROSOFT-CDO-BUSYSTATUS)$/i.test(state.property);
	const isFree = propertiesNamed(event, 'TRANSP').some(({ value }) => value.trim().toUpperCase() === 'TRANSPARENT');
	return isFree && !isState;
}
