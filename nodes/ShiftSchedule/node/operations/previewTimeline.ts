import type { IExecuteFunctions } from 'n8n-workflow';
import { HORIZON_DAYS } from '../../model/answers/stateAt';
import { timelineOf, type TimelineRow } from '../../model/answers/timeline';
import type { Interval } from '../../model/calendar/interval';
import type { Agent } from '../../model/schedule/types';
import { picturesOf } from '../../picture/picture';
import { readText } from '../../../shared/n8n/parameters';
import { pictureItem } from '../../../shared/n8n/pictureItem';
import { agentItem, pictureRow, timelineRow } from '../rows';
import { answerPerAgent, onRoster, readWindow, type Outputs, type RosterTask } from './task';

/** A row for each stretch of the next days, and the same as pictures. */
export const previewTimeline = onRoster(async (task) => {
	const { context, evaluation, loaded, rows } = task;
	const window = readWindow(task, readDaysAgo(context));
	const isComplete = context.getNodeParameter('includeOffline', 0, false) === true;
	const { answers, problems } = answerPerAgent(task, (agent) => timelineOf(evaluation, agent, window));
	const stretches = answers.flatMap(({ answer }) => answer).filter((row) => isComplete || isPlanned(row));
	const agents = answers.map(({ agent }) => agent);
	return {
		outputs: [
			stretches.map((row) => agentItem(loaded, row, timelineRow(rows, row))),
			await drawPictures(task, window, agents),
		],
		problems,
	};
});

function readDaysAgo(context: IExecuteFunctions): number {
	const given = Number(context.getNodeParameter('daysAgo', 0, 0));
	if (Number.isNaN(given)) throw new Error("'Begin Days Ago' is not a number");
	return Math.min(HORIZON_DAYS, Math.max(0, Math.floor(given)));
}

/** Whether the roster says anything about that time. */
const isPlanned = ({ desiredState, source }: TimelineRow): boolean =>
	desiredState !== 'offline' || source.layer !== 'default';

async function drawPictures(task: RosterTask, window: Interval, agents: Agent[]): Promise<Outputs[number]> {
	const { context, evaluation, rows, settings } = task;
	const title = readText(context, 'title');
	const options = { title, agents, ...(settings.isLive && { now: settings.now }) };
	const pictures = await picturesOf(evaluation, window, options);
	return await Promise.all(
		pictures.map(async (picture) =>
			pictureItem(context, pictureRow(rows, picture, settings.clock, window), {
				...picture,
				name: 'shift-schedule',
			}),
		),
	);
}
