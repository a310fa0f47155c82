/** The columns of a roster; see roster.ts for what each means. */
export const rosterColumns = [
	...([
		'agent',
		'name',
		'service',
		'zone',
		'kind',
		'shift',
		'days',
		'start',
		'end',
		'length',
		'state',
		'reason',
	] as const),
	...(['from', 'until', 'rotation', 'step', 'with', 'stagger', 'priority', 'needed'] as const),
	...(['breakStart', 'breakEnd', 'breakLength'] as const),
] as const;

export type RosterColumn = (typeof rosterColumns)[number];

/** How the user's table names the columns; one that is not there goes by its own name, or by a usual one. */
export type ColumnNames = Partial<Record<RosterColumn, string>>;
