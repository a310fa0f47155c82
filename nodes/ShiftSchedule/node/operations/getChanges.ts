import type { IExecuteFunctions } from 'n8n-workflow';
import { HORIZON_DAYS } from '../../model/answers/stateAt';
import { changesIn } from '../../model/answers/timeline';
import { MINUTES_A_DAY } from '../../model/calendar/day';
import type { Interval } from '../../model/calendar/interval';
import { MS_A_MINUTE, type Instant } from '../../model/calendar/zone';
import { leaveTrace, openMemory, tellLost, type Memory } from '../../../shared/n8n/memory';
import { explainFirstRun } from '../output';
import { readOption, readWholeNumber } from '../../../shared/n8n/parameters';
import { agentItem, changeRow } from '../rows';
import type { RunSettings } from '../settings';
import { answerPerAgent, onRoster } from './task';

const periods = ['last', 'next', 'sinceLastRun'] as const;

type Period = (typeof periods)[number];

const HORIZON_MINUTES = HORIZON_DAYS * MINUTES_A_DAY;

/** A row for each change in the period, in order of time. */
export const getChanges = onRoster((task) => {
	const { context, evaluation, loaded, rows, settings } = task;
	const period = readOption(context, { name: 'period', label: 'Period', options: periods });
	const isEveryChange = period === 'next' || context.getNodeParameter('everyChange', 0, false) === true;
	const window = windowOf(context, period, settings);
	const { answers, problems } = answerPerAgent(task, (agent) => {
		const changes = changesIn(evaluation, agent, window);
		return isEveryChange ? changes : changes.slice(-1);
	});
	const changes = answers.flatMap(({ answer }) => answer).sort((a, b) => a.at - b.at);
	const isGood = loaded.problems.length === 0 && problems.length === 0;
	const isRemembered = period === 'sinceLastRun' && settings.isLive && (isGood || context.continueOnFail());
	if (isRemembered) {
		const memory = openMemory(context);
		memory.data.lastRun = settings.now;
		leaveTrace(context, memory);
	}
	return { outputs: [changes.map((row) => agentItem(loaded, row, changeRow(rows, row)))], problems };
});

/** Without its first moment and with its last: a change at the very time of a run belongs to that run alone. */
function windowOf(context: IExecuteFunctions, period: Period, settings: RunSettings): Interval {
	const { now } = settings;
	const minutes = readWholeNumber(context, { name: 'minutes', label: 'Minutes', most: HORIZON_MINUTES });
	const length = minutes * MS_A_MINUTE;
	if (period === 'next') return { start: now + 1, end: now + length + 1 };
	const usual = { start: now - length + 1, end: now + 1 };
	if (period !== 'sinceLastRun' || !settings.isLive) return usual;
	const memory = openMemory(context);
	const lastRun = lastRunOf(memory, settings);
	if (lastRun !== undefined) return { ...usual, start: lastRun + 1 };
	if (context.getMode() === 'manual') explainFirstRun(context, minutes);
	tellLost(context, memory, [
		`these are the changes of the last ${minutes} minutes, and an earlier run may have put them out already`,
	]);
	return usual;
}

/** Never in the future, as after a clock was set back, and never further back than the horizon. */
function lastRunOf({ data }: Memory, { now }: RunSettings): Instant | undefined {
	const lastRun = Number(data.lastRun ?? NaN);
	return Number.isNaN(lastRun) ? undefined : Math.min(now, Math.max(lastRun, now - HORIZON_MINUTES * MS_A_MINUTE));
}
