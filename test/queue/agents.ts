import { ACTIVITY } from '../../simulators';
import type { RosterAgent } from '../e2e/roster';

const STATES = ['available', 'busy', 'break', 'offline'] as const;
export const UPDATES = 5000;
const FEW = 6;

/** Those of the updates, and the state that each is to be in. */
export const manyAgents = (): RosterAgent[] =>
	Array.from({ length: UPDATES }, (_, index) => agentOf('7', 'Agent', index));

/** Agents of the other parts. */
export const fewAgents = (): RosterAgent[] => Array.from({ length: FEW }, (_, index) => agentOf('3', 'Person', index));

function agentOf(first: string, word: string, index: number): RosterAgent {
	const state = STATES[index % STATES.length] ?? 'available';
	const number = String(index + 1).padStart(4, '0');
	return {
		sid: `WK${first}${number.padStart(31, '0')}`,
		name: `${word} ${number}`,
		state,
		activity: ACTIVITY[state],
	};
}
