// Reads one big roster in a process of its own, whose memory is nothing but that. Prints { ms, bytes } as JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [root = '', rowCount = '100000'] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const from = (name) => require(join(root, 'dist/nodes/ShiftSchedule/model', name));
const { rosterOf } = from('roster/roster');
const { openEvaluation } = from('schedule/evaluation');
const { stateAt } = from('answers/stateAt');

const NOW = Date.parse('2026-10-08T11:10:00Z');
const agents = Math.ceil(Number(rowCount) / 31);
const two = (part) => String(part).padStart(2, '0');
/** A month of shifts, a row for each, as exports write them. */
const rows = Array.from({ length: Number(rowCount) }, (_, at) => ({
	Employee: `Agent ${at % agents}`,
	Date: `2026-10-${two(1 + Math.floor(at / agents))}`,
	Start: `${two(6 + (at % 10))}:00`,
	End: `${two(14 + (at % 10))}:00`,
	Activity: 'Shift',
}));

const begun = performance.now();
const { schedule, problems } = rosterOf(rows, { zone: 'Europe/Warsaw', dst: 'keepEnd' });
if (problems[0]) throw new Error(problems[0].problem);
const evaluation = openEvaluation(schedule);
const states = schedule.agents.map((agent) => stateAt(evaluation, agent, NOW).desiredState);
const ms = performance.now() - begun;
if (states.length !== agents || !states.includes('available')) throw new Error('not all agents have their states');
console.log(JSON.stringify({ ms, bytes: process.resourceUsage().maxRSS * 1024 }));
