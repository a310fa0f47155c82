/** A workflow that the demo runs or shows by itself. */
export interface Example {
	id: string;
	name: string;
	/** The trigger to start from. */
	trigger: string;
}

export const SHIFT_WORKFLOW: Example = {
	id: 'agentStateShift01',
	name: 'Anna Kowalska starts her shift',
	trigger: 'Start',
};
export const BREAK_WORKFLOW: Example = {
	id: 'agentStateSkillBreak01',
	name: 'English speakers get a skill and a break',
	trigger: 'Start',
};
export const SHEET_WORKFLOW: Example = {
	id: 'agentStateSheet01',
	name: 'A sheet says who is to be in which state',
	trigger: 'Every 5 minutes',
};
export const MEETING_WORKFLOW: Example = {
	id: 'agentStateMeeting01',
	name: 'Into the team meeting, and back as before',
	trigger: 'Start',
};
export const START_WORKFLOW: Example = {
	id: 'agentStateStart01',
	name: 'Shifts from a sheet: everybody starts on time',
	trigger: 'Every 5 minutes',
};
/** One whose locators are chosen from lists. */
export const LIST_WORKFLOW: Example = {
	id: 'agentStateTaskRouter01',
	name: 'TaskRouter: a worker takes a break',
	trigger: 'Start',
};
export const TABLE_WORKFLOW: Example = {
	id: 'agentStateTable01',
	name: 'A roster in a data table, and its week as a picture',
	trigger: 'Every 5 minutes',
};
/** The other triggers of TABLE_WORKFLOW, and the data table that it keeps. */
export const TABLE_SETUP_TRIGGER = 'Once: make the table';
export const TABLE_PICTURE_TRIGGER = 'Mondays at 7';
export const TABLE_NAME = 'Shift roster';

export const DRIFT_WORKFLOW: Example = {
	id: 'agentStateDrift01',
	name: 'Who is not where the roster says? One message',
	trigger: 'Every 15 minutes',
};

export const UNPLANNED_WORKFLOW: Example = {
	id: 'agentStateUnplanned01',
	name: 'Somebody goes on a break that is not planned: tell the channel',
	trigger: 'Somebody goes on a break',
};
export const ADHERENCE_WORKFLOW: Example = {
	id: 'agentStateAdhere01',
	name: "Yesterday's adherence, with a picture",
	trigger: 'Every day at 7',
};
export const LATE_WORKFLOW: Example = {
	id: 'agentStateLate01',
	name: 'Who is late by more than five minutes',
	trigger: 'Every 5 minutes',
};
export const COLLECT_WORKFLOW: Example = {
	id: 'agentStateCollect01',
	name: "Changes collected in a data table, and yesterday's adherence",
	trigger: 'Every day at 7',
};
/** The trigger that makes the data table of COLLECT_WORKFLOW, and that table. */
export const COLLECT_SETUP_TRIGGER = 'Once: make the table';
export const COLLECT_TABLE_NAME = 'Agent states';

export const OUT_LONG_WORKFLOW: Example = {
	id: 'agentStateOutLong01',
	name: 'Out of the roster for more than ten minutes',
	trigger: 'Every minute',
};

export const SYNC_WORKFLOW: Example = {
	id: 'agentStateSync01',
	name: 'TaskRouter and VoipNow: one state on both sides',
	trigger: 'TaskRouter changes',
};

export const DUTY_WORKFLOW: Example = {
	id: 'agentStateOnDuty01',
	name: 'Who is on duty now, told in a channel',
	trigger: 'Every 5 minutes',
};
export const REMINDER_WORKFLOW: Example = {
	id: 'agentStateReminder01',
	name: 'A reminder ten minutes before a break',
	trigger: 'Every minute',
};

/** A roster that runs every five minutes. */
export function everyFiveMinutes(id: string, name: string): Example {
	return { id, name, trigger: 'Every 5 minutes' };
}

export const EXCEL_WORKFLOW = everyFiveMinutes('agentStateExcel01', 'The roster is an Excel file in a mailbox');
export const GRID_WORKFLOW = everyFiveMinutes('agentStateGrid01', 'A grid from a sheet: agents down, days across');
export const GOOGLE_WORKFLOW = everyFiveMinutes('agentStateGoogle01', 'Shifts from Google Calendar');
export const TEAMS_WORKFLOW = everyFiveMinutes('agentStateTeams01', 'Shifts from Microsoft Teams');
