import { HORIZON_DAYS } from '../../model/answers/stateAt';
import { changesIn } from '../../model/answers/timeline';
import { MINUTES_A_DAY } from '../../model/calendar/day';
import type { Interval } from '../../model/calendar/interval';
import { MS_A_MINUTE } from '../../model/calendar/zone';
import { readOption, readWholeNumber } from '../../../shared/n8n/parameters';
import { agentItem, changeRow } from '../rows';
import { openLastRun, type LastRun } from './lastRun';
import { answerPerAgent, onRoster, type OperationTask } from './task';

const periods = ['last', 'next', 'sinceLastRun'] as const;

type Period = (typeof periods)[number];

const HORIZON_MINUTES = HORIZON_DAYS * MINUTES_A_DAY;

/** A row for each change in the period, in order of time. */
export const getChanges = onRoster((task) => {
	const { context, evaluation, loaded, rows } = task;
	const period = readOption(context, { name: 'period', label: 'Period', options: periods });
	const isEveryChange = period === 'next' || context.getNodeParameter('everyChange', 0, false) === true;
	const lastRun = period === 'sinceLastRun' ? openLastRun(task) : undefined;
	const window = windowOf(task, period, lastRun);
	const { answers, problems } = answerPerAgent(task, (agent) => {
		const changes = changesIn(evaluation, agent, window);
		return isEveryChange ? changes : changes.slice(-1);
	});
	const changes = answers.flatMap(({ answer }) => answer).sort((a, b) => a.at - b.at);
	const isGood = loaded.problems.length === 0 && problems.length === 0;
	if (isGood || context.continueOnFail()) lastRun?.keep();
	const rowOf = (row: (typeof changes)[number]) => ({ ...changeRow(rows, row), ...lastRun?.columns });
	return { outputs: [changes.map((row) => agentItem(loaded, row, rowOf(row)))], problems };
});

/** Without its first moment and with its last: a change at the very time of a run belongs to that run alone. */
function windowOf(
	{ context, settings: { now } }: OperationTask,
	period: Period,
	lastRun: LastRun | undefined,
): Interval {
	const minutes = readWholeNumber(context, { name: 'minutes', label: 'Minutes', most: HORIZON_MINUTES });
	const length = minutes * MS_A_MINUTE;
	if (period === 'next') return { start: now + 1, end: now + length + 1 };
	const usual = { start: now - length + 1, end: now + 1 };
	if (lastRun?.at !== undefined) return { ...usual, start: lastRun.at + 1 };
	lastRun?.explain(minutes);
	return usual;
}
