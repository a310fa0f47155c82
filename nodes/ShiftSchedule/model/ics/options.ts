import { idsOf, isAll } from '../roster/agents';
import { listIn, unescaped, type Component, type Property } from './text';
import { states, type DstPolicy, type Rule, type Schedule, type State } from '../schedule/types';

export interface IcsOptions {
	/** Of times that name no zone, and of the schedule. */
	zone: string;
	dst: DstPolicy;
	/** `*` for all, or the property that says it; of ATTENDEE and ORGANIZER the address counts, who declined does not. */
	agent: { kind: 'fixed'; id: string } | { kind: 'property'; name: string };
	/** One for all events, or by the words of a property, such as SUMMARY or CATEGORIES; states go by their own names. */
	state:
		| { kind: 'fixed'; state: State }
		| { kind: 'words'; property: string; words: Record<string, State>; otherwise?: State };
	/** What events are: as the kinds of rows in a roster. */
	as: 'shift' | 'extra' | 'holiday' | 'leave';
}

export const emptyOf = ({ zone, dst }: { zone: string; dst: DstPolicy }): Schedule => ({
	...{ zone, dst, agents: [], rules: [], breaks: [], swaps: [] },
});

export const propertiesNamed = ({ properties }: Component, name: string): Property[] =>
	properties.filter((property) => property.name === name.toUpperCase());

export const fixedAgents = (id: string): Rule['agents'] => (isAll(id) ? 'all' : idsOf(id));

/** @returns `undefined` when the event names nobody */
export function agentsOf(event: Component, { agent }: IcsOptions): Rule['agents'] | undefined {
	if (agent.kind === 'fixed') return fixedAgents(agent.id);
	const ids = propertiesNamed(event, agent.name)
		.filter(({ params }) => params.PARTSTAT?.toUpperCase() !== 'DECLINED')
		.map(({ value }) => unescaped(value).replace(/^mailto:/i, ''))
		.filter((id) => id !== '');
	return ids.length === 0 ? undefined : [...new Set(ids)];
}

/** @returns `undefined` when no word of the event stands for a state */
export function stateOf(event: Component, { state }: IcsOptions): State | undefined {
	if (state.kind === 'fixed') return state.state;
	const words = new Map<string, State>(states.map((one) => [one, one]));
	for (const [word, means] of Object.entries(state.words)) words.set(word.trim().toLowerCase(), means);
	const said = propertiesNamed(event, state.property).flatMap(({ value }) => [unescaped(value), ...listIn(value)]);
	const found = said.map((word) => words.get(word.toLowerCase())).find((one) => one !== undefined);
	return found ?? state.otherwise;
}
