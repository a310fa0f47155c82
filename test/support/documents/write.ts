import { writeFileSync } from 'node:fs';
import {
	AGENT_STATE,
	AGENT_STATE_TRIGGER,
	pages,
	renewed,
	renewedAgentState,
	renewedAgentStateTrigger,
	renewedShiftSchedule,
	SHIFT_SCHEDULE,
} from './reference';
import { coverageWeek } from './coverageWeek';
import { twoWeeks } from './twoWeeks';

// `npm run docs`: the reference part of every page, and the picture of a schedule, anew.
for (const [page, service] of pages) writeFileSync(page, renewed(page, service));
writeFileSync(AGENT_STATE, renewedAgentState());
writeFileSync(AGENT_STATE_TRIGGER, renewedAgentStateTrigger());
writeFileSync(SHIFT_SCHEDULE, renewedShiftSchedule());
void twoWeeks().then((png) => writeFileSync('docs/images/shift-schedule-two-weeks.png', png));
void coverageWeek().then((png) => writeFileSync('docs/images/shift-schedule-coverage.png', png));
