import { ACTIVITY, bySid, makeWorker } from '../../simulators';
import type { Worker } from '../../simulators';

const WORKERS = 300;
const STATES = ['available', 'busy', 'break', 'offline'] as const;

/** An agent and the state that the roster wants. */
export interface RosterAgent {
	sid: string;
	name: string;
	state: (typeof STATES)[number];
	activity: string;
}

export function roster(): RosterAgent[] {
	return Array.from({ length: WORKERS }, (_, index) => {
		const state = STATES[index % STATES.length] ?? 'available';
		const number = String(index + 1).padStart(3, '0');
		return {
			sid: `WK${number.padStart(32, '0')}`,
			name: `Agent ${number}`,
			state,
			activity: ACTIVITY[state],
		};
	});
}

export const workersOf = (agents: RosterAgent[]): Record<string, Worker> =>
	bySid(agents.map(({ sid, name }) => makeWorker({ sid, friendly_name: name })));
