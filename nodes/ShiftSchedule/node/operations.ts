import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { textOf } from '../../shared/state/input/settings';
import { check } from '../model/answers/check';
import { assignmentsOf, TooManyAssignments } from '../model/schedule/assignments';
import { MINUTES_A_DAY } from '../model/calendar/day';
import { rosterRows } from '../model/ics/rows';
import type { RosterOptions } from '../model/roster/roster';
import type { AgentColumns, StateColumns } from '../model/answers/row';
import { openEvaluation, type Evaluation } from '../model/schedule/evaluation';
import { states, type Agent, type ScheduledState } from '../model/schedule/types';
import type { Interval } from '../model/calendar/interval';
import { HORIZON_DAYS, stateAt } from '../model/answers/stateAt';
import { changesIn, timelineOf } from '../model/answers/timeline';
import { dayAt, isoOf, MS_A_MINUTE, type ZoneClock, type Instant } from '../model/calendar/zone';
import { picturesOf } from '../picture/picture';
import { agentsFor, errorItems, hintOf, stopOver } from './output';
import { calendarIn, loadRoster, type Loaded, type Trouble } from './source';

/** What an operation works with. */
interface Task {
	context: IExecuteFunctions;
	options: RosterOptions;
	clock: ZoneClock;
	/** Now, or the moment to try out. */
	now: Instant;
	/** Whether `now` is the real one. */
	isLive: boolean;
}

/** A task on a roster that was read. */
interface RosterTask extends Task {
	loaded: Loaded;
	run: Evaluation;
	/** Those of whom the roster can be relied on. */
	agents: Agent[];
}

export type Outputs = INodeExecutionData[][];

/** Opens the roster, does the work, and tells what was wrong in rows behind the good ones. */
function onRoster(work: (task: RosterTask) => Promise<Outputs> | Outputs) {
	return async (task: Task): Promise<Outputs> => {
		const { context, options } = task;
		const loaded = await loadRoster(context, options);
		stopOver(context, loaded.troubles);
		const run = openEvaluation(loaded.schedule);
		const [first = [], ...others] = await work({ ...task, loaded, run, agents: agentsFor(loaded) });
		stopOver(context, loaded.troubles);
		const hint = hintOf(loaded);
		if (hint) context.addExecutionHints(hint);
		return [[...first, ...errorItems(loaded.troubles)], ...others];
	};
}

/** Asks about one agent after the other; one that has more entries than can be worked out stops no other. */
function each<T>({ context, agents, loaded }: RosterTask, ask: (agent: Agent) => T): Array<{ agent: Agent; found: T }> {
	return agents.flatMap((agent) => {
		try {
			return [{ agent, found: ask(agent) }];
		} catch (error) {
			if (!(error instanceof TooManyAssignments)) throw new NodeOperationError(context.getNode(), error as Error);
			loaded.troubles.push({ message: error.message, item: loaded.itemOf(agent.id, 0) });
			return [];
		}
	});
}

/** A row of the model as a row of a table: who, what and when first, then in words why. */
function itemOf(
	{ loaded }: RosterTask,
	{ agentId, name, vendor, desiredState, zone, reason, dstNote, source }: AgentColumns & StateColumns,
	when: IDataObject,
): INodeExecutionData {
	const words = [
		source.rule === ''
			? 'nothing planned'
			: `${source.layer}${source.rule === source.layer ? '' : ` "${source.rule}"`}`,
		source.row > 0 ? loaded.placeOf(source.row) : '',
		source.swappedWith === undefined ? '' : `swapped with ${source.swappedWith}`,
	];
	return {
		json: {
			...{ agentId, name, vendor, desiredState, ...when, reason },
			...{ source: words.filter(Boolean).join(', '), layer: source.layer, zone, dstNote },
		},
		pairedItem: { item: loaded.itemOf(agentId, source.row) },
	};
}

/** An instant by the agent's own clock. */
const localTime = ({ run }: RosterTask, { zone }: AgentColumns, instant: Instant | undefined): string | null =>
	instant === undefined ? null : isoOf(run.clock(zone), instant);

const minutesUntil = (instant: Instant, now: Instant): number => Math.ceil((instant - now) / MS_A_MINUTE);

const getStateNow = onRoster((task) => {
	const { context, clock, loaded, now, run } = task;
	const rows = each(task, (agent) => stateAt(run, agent, now)).map(({ found }) => found);
	if (loaded.schedule.agents.length === 0 && loaded.troubles.length === 0) {
		const message =
			'The roster names no agent. Rows for all (*) say when people work, but not who they are: add a row of kind "agent" for each.';
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}
	const times = rows.flatMap(({ until }) => until ?? []);
	const next = times.length === 0 ? undefined : times.reduce((one, other) => Math.min(one, other));
	const counts = states.map((state) => [state, rows.filter(({ desiredState }) => desiredState === state).length]);
	const summary = {
		evaluatedAt: isoOf(clock, now),
		nextChangeAt: next === undefined ? null : isoOf(clock, next),
		nextChangeInMinutes: next === undefined ? null : minutesUntil(next, now),
		agentsChanging: times.filter((time) => time === next).length,
		agents: rows.length,
		...(Object.fromEntries(counts) as Record<ScheduledState, number>),
	};
	const items = rows.map((row) => {
		const { since, until, nextState = null } = row;
		return itemOf(task, row, {
			since: localTime(task, row, since),
			until: localTime(task, row, until),
			nextState,
			nextChangeAt: localTime(task, row, until),
			nextChangeInMinutes: until === undefined ? null : minutesUntil(until, now),
		});
	});
	return [items, [{ json: summary, pairedItem: { item: 0 } }]];
});

const getChanges = onRoster((task) => {
	const { context, now, isLive, run } = task;
	const period = context.getNodeParameter('period', 0) as 'last' | 'next' | 'sinceLastRun';
	const length = minutesIn(context) * MS_A_MINUTE;
	const memory = context.getWorkflowStaticData('node');
	let start = period === 'next' ? now : now - length;
	if (period === 'sinceLastRun' && isLive) {
		const last = Number(memory.lastRun ?? NaN);
		if (!Number.isNaN(last))
			start = Math.min(now, Math.max(last, now - HORIZON_DAYS * MINUTES_A_DAY * MS_A_MINUTE));
		else if (context.getMode() === 'manual') tellOfMemory(context);
	}
	// With its last moment and without its first: a change at the very time of two runs is the first one's.
	const window = { start: start + 1, end: (period === 'next' ? now + length : now) + 1 };
	const isAll = period === 'next' || context.getNodeParameter('everyChange', 0, false) === true;
	const rows = each(task, (agent) => {
		const found = changesIn(run, agent, window);
		return isAll ? found : found.slice(-1);
	}).flatMap(({ found }) => found);
	if (isLive && period === 'sinceLastRun' && (context.continueOnFail() || task.loaded.troubles.length === 0))
		memory.lastRun = now;
	rows.sort((a, b) => a.at - b.at);
	return [
		rows.map((row) => {
			const { previousState, previousReason } = row;
			return itemOf(task, row, { at: localTime(task, row, row.at), previousState, previousReason });
		}),
	];
});

function tellOfMemory(context: IExecuteFunctions): void {
	context.addExecutionHints({
		message: `n8n keeps no memory of runs that are started by hand, so these are the changes of the last ${minutesIn(context)} minutes. Once the workflow runs by its trigger, they are those since the run before.`,
		location: 'outputPane',
	});
}

const minutesIn = (context: IExecuteFunctions): number => wholeNumber(context, 'minutes', HORIZON_DAYS * MINUTES_A_DAY);

/** A field of numbers, which an expression may fill with anything. */
function wholeNumber(context: IExecuteFunctions, name: string, most: number): number {
	const given = Number(context.getNodeParameter(name, 0));
	if (Number.isNaN(given)) throw new NodeOperationError(context.getNode(), `'${name}' is no number`);
	return Math.min(most, Math.max(1, Math.floor(given)));
}

const previewTimeline = onRoster(async (task) => {
	const { context, now, isLive, run } = task;
	const window = windowOf(task);
	const isShort = context.getNodeParameter('includeOffline', 0, false) !== true;
	const drawn = each(task, (agent) => timelineOf(run, agent, window));
	const rows = drawn
		.flatMap(({ found }) => found)
		.filter(({ desiredState, source }) => !isShort || desiredState !== 'offline' || source.layer !== 'default');
	const title = textOf(context.getNodeParameter('title', 0, ''));
	const field = textOf(context.getNodeParameter('pictureField', 0, '')) || 'data';
	const agents = drawn.map(({ agent }) => agent);
	const pictures = await picturesOf(run, window, { title, agents, ...(isLive && { now }) });
	const files = pictures.map(async ({ png, page, pages, agents: shown }): Promise<INodeExecutionData> => {
		const name = pages === 1 ? 'shift-schedule.png' : `shift-schedule-${page}.png`;
		return {
			json: {
				page,
				pages,
				agents: shown.length,
				from: isoOf(task.clock, window.start),
				until: isoOf(task.clock, window.end),
			},
			binary: { [field]: await context.helpers.prepareBinaryData(Buffer.from(png), name, 'image/png') },
			pairedItem: { item: 0 },
		};
	});
	const items = rows.map((row) => {
		const { start, end, minutes } = row;
		return itemOf(task, row, { start: localTime(task, row, start), end: localTime(task, row, end), minutes });
	});
	return [items, await Promise.all(files)];
});

const checkSchedule = onRoster((task) => {
	const { context, loaded } = task;
	const window = windowOf(task);
	const agents = each(task, (agent) => assignmentsOf(task.run, agent, window)).map(({ agent }) => agent);
	const given: unknown = context.getNodeParameter('knownAgents', 0, '');
	const known = (Array.isArray(given) ? given : textOf(given).split(',')).map(textOf).filter(Boolean);
	const run = openEvaluation({ ...loaded.schedule, agents });
	const { findings, hours, summary } = check(run, window, {
		placeOf: loaded.placeOf,
		states: states.filter((state) => (context.getNodeParameter('covered', 0) as string | string[]).includes(state)),
		minimum: wholeNumber(context, 'minimum', 1_000_000),
		...(known.length > 0 && { known }),
	});
	const item = (json: object, agentId = '', row = 0): INodeExecutionData => ({
		json: json as IDataObject,
		pairedItem: { item: loaded.itemOf(agentId, row) },
	});
	return [
		findings.map((finding) => item(finding, finding.agentId, finding.row ?? 0)),
		hours.map((hour) => item(hour)),
		[item(summary)],
	];
});

async function importCalendars(task: Task): Promise<Outputs> {
	const { context, options, clock } = task;
	const { start, end } = windowOf(task);
	const [first, last] = [dayAt(clock, start), dayAt(clock, end) - 1];
	const out: INodeExecutionData[] = [];
	const troubles: Trouble[] = [];
	for (const item of context.getInputData().keys()) {
		const calendar = await calendarIn(context, item, options);
		troubles.push(...calendar.troubles);
		const rows = rosterRows(calendar.schedule, calendar.as, first, last);
		for (const row of rows) out.push({ json: { ...row }, pairedItem: { item } });
	}
	stopOver(context, troubles);
	return [[...out, ...errorItems(troubles)]];
}

/** Whole days of the schedule's zone, the day of `now` first. */
function windowOf({ context, clock, now }: Task): Interval {
	const first = dayAt(clock, now);
	const days = wholeNumber(context, 'days', HORIZON_DAYS);
	return {
		start: clock.instantOf(first * MINUTES_A_DAY),
		end: clock.instantOf((first + days) * MINUTES_A_DAY),
	};
}

export const operations = { getStateNow, getChanges, previewTimeline, checkSchedule, importIcs: importCalendars };
