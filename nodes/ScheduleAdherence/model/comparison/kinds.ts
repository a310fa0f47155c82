/** The kinds of deviations, in the order in which people look for them. */
export const exceptionKinds = [
	'lateStart',
	'earlyLeave',
	'longBreak',
	'earlyBreak',
	'missedBreak',
	'unscheduledAbsence',
	'otherState',
	'unscheduledWork',
] as const;

export type ExceptionKind = (typeof exceptionKinds)[number];

/** In milliseconds: a deviation counts only if it lasts longer. */
export type Tolerances = Record<ExceptionKind, number>;
