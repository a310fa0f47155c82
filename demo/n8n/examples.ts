/** A workflow that the demo runs or shows by itself. */
export interface Example {
	id: string;
	name: string;
	/** The trigger to start from. */
	trigger: string;
}

export const SHIFT_WORKFLOW: Example = {
	id: 'agentStateShift01',
	name: "Start Anna's shift at five services with one click",
	trigger: 'Start',
};
export const BREAK_WORKFLOW: Example = {
	id: 'agentStateSkillBreak01',
	name: 'Give all English speakers a skill and a break',
	trigger: 'Start',
};
export const SHEET_WORKFLOW: Example = {
	id: 'agentStateSheet01',
	name: "Set agents' states from a sheet",
	trigger: 'Every 5 minutes',
};
export const MEETING_WORKFLOW: Example = {
	id: 'agentStateMeeting01',
	name: 'Send the team to a meeting and restore everyone afterwards',
	trigger: 'Start',
};
export const START_WORKFLOW: Example = {
	id: 'agentStateStart01',
	name: "Start and end every agent's shift on time",
	trigger: 'Every 5 minutes',
};
/** One whose locators are chosen from lists. */
export const LIST_WORKFLOW: Example = {
	id: 'agentStateTaskRouter01',
	name: 'Send a TaskRouter worker on a break',
	trigger: 'Start',
};
export const TABLE_WORKFLOW: Example = {
	id: 'agentStateTable01',
	name: "Set agents' states from a roster in a data table, and draw its week",
	trigger: 'Every 5 minutes',
};
/** The other triggers of TABLE_WORKFLOW, and the data table that it keeps. */
export const TABLE_SETUP_TRIGGER = 'Once: make the table';
export const TABLE_PICTURE_TRIGGER = 'Mondays at 7';
export const TABLE_NAME = 'Shift roster';

/** Like those, with a table of its own. */
export const QUEUE_WORKFLOW: Example = {
	id: 'agentStateQueue01',
	name: "Set agents' states in queue mode, and remember them in a data table",
	trigger: 'Every 5 minutes',
};
export const MEMORY_TABLE_NAME = 'Agent memory';

export const DRIFT_WORKFLOW: Example = {
	id: 'agentStateDrift01',
	name: 'Report who is not where the roster says',
	trigger: 'Every 15 minutes',
};

export const UNPLANNED_WORKFLOW: Example = {
	id: 'agentStateUnplanned01',
	name: 'Tell the channel when someone goes on an unplanned break',
	trigger: 'Someone goes on a break',
};
export const ADHERENCE_WORKFLOW: Example = {
	id: 'agentStateAdhere01',
	name: "Send yesterday's adherence with a picture to the team leads",
	trigger: 'Every day at 7',
};
export const LATE_WORKFLOW: Example = {
	id: 'agentStateLate01',
	name: 'Alert the team leads when an agent is more than five minutes late',
	trigger: 'Every 5 minutes',
};
export const COLLECT_WORKFLOW: Example = {
	id: 'agentStateCollect01',
	name: "Collect state changes in a data table and report yesterday's adherence",
	trigger: 'Every day at 7',
};
/** The trigger that makes the data table of COLLECT_WORKFLOW, and that table. */
export const COLLECT_SETUP_TRIGGER = 'Once: make the table';
export const COLLECT_TABLE_NAME = 'Agent states';

export const OUT_LONG_WORKFLOW: Example = {
	id: 'agentStateOutLong01',
	name: 'Tell the team lead who has been out of the roster for ten minutes',
	trigger: 'Every minute',
};

export const SYNC_WORKFLOW: Example = {
	id: 'agentStateSync01',
	name: 'Keep TaskRouter and VoipNow in the same state',
	trigger: 'TaskRouter changes',
};

export const DUTY_WORKFLOW: Example = {
	id: 'agentStateOnDuty01',
	name: 'Tell a channel who is on duty now',
	trigger: 'Every 5 minutes',
};
export const REMINDER_WORKFLOW: Example = {
	id: 'agentStateReminder01',
	name: 'Remind each agent ten minutes before a break',
	trigger: 'Every minute',
};

/** The ready workflow that takes back what an interrupted run has changed, and the trigger that makes its data table. */
export const UNDO_WORKFLOW: Example = {
	id: 'agentStateUndo01',
	name: 'Keep what an interrupted run changed, and take it back',
	trigger: 'Take it back',
};
export const UNDO_SETUP_TRIGGER = 'Once: make the table';

/** A roster that runs every five minutes. */
export function everyFiveMinutes(id: string, name: string): Example {
	return { id, name, trigger: 'Every 5 minutes' };
}

export const EXCEL_WORKFLOW = everyFiveMinutes(
	'agentStateExcel01',
	"Set agents' states from an Excel roster in a mailbox",
);
export const GRID_WORKFLOW = everyFiveMinutes(
	'agentStateGrid01',
	"Set agents' states from a grid with a column for each day",
);
export const GOOGLE_WORKFLOW = everyFiveMinutes(
	'agentStateGoogle01',
	"Set agents' states from shifts in Google Calendar",
);
export const TEAMS_WORKFLOW = everyFiveMinutes(
	'agentStateTeams01',
	"Set agents' states from Shifts in Microsoft Teams",
);
