import { writeFileSync } from 'node:fs';
import {
	AGENT_STATE,
	AGENT_STATE_TRIGGER,
	pages,
	renewed,
	renewedAgentState,
	renewedAgentStateTrigger,
	renewedScheduleAdherence,
	renewedShiftSchedule,
	SCHEDULE_ADHERENCE,
	SHIFT_SCHEDULE,
} from './reference';
import { renewedTroubleshooting, TROUBLESHOOTING } from './messages/page';
import { adherenceDay } from './adherenceDay';
import { coverageWeek } from './coverageWeek';
import { renewedWorkflowsPage, WORKFLOWS_PAGE } from './workflowsPage';
import { twoWeeks } from './twoWeeks';

// `npm run docs`: the reference part of every page, the messages, and the pictures of schedules, anew.
for (const [page, service] of pages) writeFileSync(page, renewed(page, service));
writeFileSync(AGENT_STATE, renewedAgentState());
writeFileSync(AGENT_STATE_TRIGGER, renewedAgentStateTrigger());
writeFileSync(SHIFT_SCHEDULE, renewedShiftSchedule());
writeFileSync(SCHEDULE_ADHERENCE, renewedScheduleAdherence());
writeFileSync(TROUBLESHOOTING, renewedTroubleshooting());
writeFileSync(WORKFLOWS_PAGE, renewedWorkflowsPage());
void twoWeeks().then((png) => writeFileSync('docs/images/shift-schedule-two-weeks.png', png));
void adherenceDay().then((png) => writeFileSync('docs/images/schedule-adherence-day.png', png));
void coverageWeek().then((png) => writeFileSync('docs/images/shift-schedule-coverage.png', png));
