import type { ExceptionKind } from '../model/comparison/kinds';

/** What each kind of deviation is called, and what it is. */
export const kindNames: Record<ExceptionKind, { name: string; description: string }> = {
	lateStart: { name: 'Late Start', description: 'Not at work when the shift begins' },
	earlyLeave: { name: 'Early Leave', description: 'Gone before the shift ends, and not back' },
	longBreak: { name: 'Long Break', description: 'Not back when a scheduled break ends' },
	earlyBreak: { name: 'Early Break', description: 'On break before a scheduled break begins, or instead of it' },
	missedBreak: { name: 'Missed Break', description: 'At work during a scheduled break or a part of it' },
	unscheduledAbsence: {
		name: 'Unscheduled Absence',
		description: 'Not at work at another time of the shift, or during all of it',
	},
	otherState: {
		name: 'Other State',
		description: 'At work in another state than the scheduled one, such as available instead of busy',
	},
	unscheduledWork: { name: 'Unscheduled Work', description: 'At work while nothing is scheduled' },
};
