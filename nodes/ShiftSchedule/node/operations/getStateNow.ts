import { dayAt, isoOf } from '../../model/calendar/zone';
import { stateAt, type StateRow } from '../../model/answers/stateAt';
import { scheduledStates } from '../../model/schedule/types';
import { warnOfNoAgents, warnOfUnknown } from '../output';
import { agentItem, minutesUntil, shortDate, stateRow } from '../rows';
import { answerPerAgent, onRoster, type RosterTask } from './task';
import type { Agent } from '../../model/schedule/types';
import type { IDataObject } from 'n8n-workflow';

/** A row for each agent, and one item with the earliest change of all. */
export const getStateNow = onRoster((task) => {
	const { context, evaluation, loaded, rows, settings } = task;
	const { answers, problems } = answerPerAgent(task, (agent) => stateAt(evaluation, agent, settings.now));
	const isEmpty = loaded.schedule.agents.length === 0 && loaded.problems.length === 0;
	if (isEmpty) warnOfNoAgents(context);
	const found = answers.filter(({ agent, answer }) => isToldOf(task, agent, answer)).map(({ answer }) => answer);
	const known = new Set(found.map(({ agentId }) => agentId));
	warnOfUnknown(
		context,
		answers.map(({ agent }) => agent.id).filter((id) => !known.has(id)),
	);
	const items = found.map((row) => agentItem(loaded, row, stateRow(rows, row)));
	return { outputs: [items, [{ json: nextChangeRow(task, found), pairedItem: { item: 0 } }]], problems };
});

/**
 * Whether the roster says what an agent does now. Where it leaves the day open, the end of a shift on that day is known
 * nevertheless: who worked through the night is signed off in the morning.
 */
function isToldOf({ loaded, evaluation, settings: { now } }: RosterTask, agent: Agent, row: StateRow): boolean {
	const clock = evaluation.clock(row.zone);
	const today = dayAt(clock, now);
	if (!loaded.saysNothing(row.source.row, today)) return true;
	if (row.since === undefined || dayAt(clock, row.since) !== today) return false;
	return stateAt(evaluation, agent, row.since - 1).desiredState !== row.desiredState;
}

function nextChangeRow({ rows, settings: { clock, now } }: RosterTask, found: StateRow[]): IDataObject {
	const times = found.flatMap(({ until }) => until ?? []);
	const next = times.length === 0 ? null : times.reduce((one, other) => Math.min(one, other));
	const nextChangeAt = next === null ? null : isoOf(clock, next);
	return {
		nextChange: shortDate(rows, nextChangeAt),
		nextChangeInMinutes: next === null ? null : minutesUntil(next, now),
		agentsChanging: times.filter((time) => time === next).length,
		agents: found.length,
		...Object.fromEntries(scheduledStates.map((state) => [state, countIn(found, state)])),
		nextChangeAt,
		evaluatedAt: isoOf(clock, now),
	};
}

const countIn = (found: StateRow[], state: StateRow['desiredState']): number =>
	found.filter(({ desiredState }) => desiredState === state).length;
