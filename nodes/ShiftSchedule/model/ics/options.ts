import { isAll, splitAgentIds } from '../roster/commas';
import { listIn, unescaped, type Component, type Property } from './text';
import {
	scheduledStates,
	type DstPolicy,
	type ScheduleRule,
	type Schedule,
	type ScheduledState,
} from '../schedule/types';

export interface IcsOptions {
	/** The zone of times that name none, and of the schedule: a valid IANA name. */
	zone: string;
	dst: DstPolicy;
	/** `*` for all, ids, or the property that says it. Of ATTENDEE the address counts, unless that person declined. */
	agent: { kind: 'fixed'; id: string } | { kind: 'property'; name: string };
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

export const propertiesNamed = ({ properties }: Component, name: string): Property[] =>
	properties.filter((property) => property.name === name.toUpperCase());

/** @param id `*` for all, or ids with commas */
export const fixedAgents = (id: string): ScheduleRule['agents'] => (isAll(id) ? 'all' : splitAgentIds(id));

/** @returns `undefined` when the event names nobody */
export function eventAgents(event: Component, { agent }: IcsOptions): ScheduleRule['agents'] | undefined {
	if (agent.kind === 'fixed') return fixedAgents(agent.id);
	const ids = propertiesNamed(event, agent.name)
		.filter(({ params }) => params.PARTSTAT?.toUpperCase() !== 'DECLINED')
		.map(({ value }) => unescaped(value).replace(/^mailto:/i, ''))
		.filter((id) => id !== '');
	return ids.length === 0 ? undefined : [...new Set(ids)];
}

/** @returns `undefined` when no word of the event stands for a state */
export function eventState(event: Component, { state }: IcsOptions): ScheduledState | undefined {
	if (state.kind === 'fixed') return state.state;
	const words = new Map<string, ScheduledState>(scheduledStates.map((one) => [one, one]));
	for (const [word, means] of Object.entries(state.words)) words.set(word.trim().toLowerCase(), means);
	const said = propertiesNamed(event, state.property).flatMap(({ value }) => [unescaped(value), ...listIn(value)]);
	const found = said.map((word) => words.get(word.toLowerCase())).find((one) => one !== undefined);
	return found ?? state.otherwise;
}
