import type { ScheduledState } from '../schedule/types';

/** One thing to look at. Fields that do not apply are empty. */
export interface Finding {
	kind:
		| 'gap'
		| 'shortfall'
		| 'overlap'
		| 'requirementOverlap'
		| 'unknownAgent'
		| 'unreachableRule'
		| 'longShift'
		| 'endedRow'
		| 'unreadRow';
	message: string;
	agentId: string;
	state: ScheduledState | '';
	/** How many agents are needed in the state, and how many the schedule has there at the worst moment. */
	needed: number | null;
	scheduled: number | null;
	/** ISO times by the clock of the schedule or, of an overlap, of the agent. */
	start: string;
	end: string;
	minutes: number;
	rule: string;
	row: number | null;
}

/** What a finding has in the fields that do not apply. */
export const blank = {
	...{ agentId: '', state: '', needed: null, scheduled: null, start: '', end: '', minutes: 0, rule: '', row: null },
} as const satisfies Omit<Finding, 'kind' | 'message'>;
