import { createRequire } from 'node:module';
import { join } from 'node:path';
import { RRuleTemporal } from 'rrule-temporal';

import { atMost, median, medianRatio } from './bench';
import type { Bench, Figure } from './bench';

/** The model as it ships: what a loader adds to the sources costs as much as some of what is measured. */
function load(root: string) {
	const require = createRequire(__filename);
	const from = (name: string): unknown => require(join(root, 'dist/nodes/ShiftSchedule/model', name));
	return {
		...(from('roster/roster') as typeof import('../../nodes/ShiftSchedule/model/roster/roster')),
		...(from('schedule/evaluation') as typeof import('../../nodes/ShiftSchedule/model/schedule/evaluation')),
		...(from('answers/stateAt') as typeof import('../../nodes/ShiftSchedule/model/answers/stateAt')),
		...(from('answers/timeline') as typeof import('../../nodes/ShiftSchedule/model/answers/timeline')),
		...(from('schedule/work') as typeof import('../../nodes/ShiftSchedule/model/schedule/work')),
		...(from('calendar/zone') as typeof import('../../nodes/ShiftSchedule/model/calendar/zone')),
	};
}
type Model = ReturnType<typeof load>;

const FLAT = 1.3;
const TEN_TIMES_AS_FAST = 0.1;
/** A Thursday; the clocks of Europe change within the four weeks. */
const NOW = Date.parse('2026-10-08T11:10:00Z');
const FOUR_WEEKS = { start: NOW, end: NOW + 28 * 86_400_000 };
const ZONES = ['Europe/Warsaw', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'America/Sao_Paulo'];
const DAYS = [
	{ ours: 'Mon-Fri', rule: 'MO,TU,WE,TH,FR' },
	{ ours: 'Tue-Sat', rule: 'TU,WE,TH,FR,SA' },
	{ ours: 'Mon, Wed, Sun', rule: 'MO,WE,SU' },
];

/** What the schedule costs, in this process: no n8n and no request is in it. */
export async function run({ root, pairs, quick, progress }: Bench): Promise<Figure[]> {
	const model = load(root);
	const sizes = quick ? [10, 100, 1000] : [100, 1000, 10_000];
	const rounds = Array.from({ length: pairs }, (_, at) => at + 1);
	const step = async <T>(label: string, work: () => T) =>
		await progress.step(label, async () => await Promise.resolve(rounds.map(work)));

	// The first runs of any code are slow, which is nobody's schedule.
	stateNow(model, 1000);
	weeklyByPeer(20);
	const states = new Map<number, number[]>();
	for (const agents of sizes)
		states.set(agents, await step(`F: states now, ${agents} agents`, () => stateNow(model, agents) / agents));
	const largest = sizes.at(-1) ?? 0;
	const team = largest / 10;
	const drawn = await step(`F: timeline of four weeks, ${team} agents`, () =>
		timed(() => forEachAgent(model, team, (evaluation, agent) => model.timelineOf(evaluation, agent, FOUR_WEEKS))),
	);
	const ours: number[] = [];
	const peers: number[] = [];
	await step(`F: weekly rules, ${largest} agents, and by rrule-temporal`, () => {
		peers.push(weeklyByPeer(largest));
		ours.push(weekly(model, largest));
	});

	const perAgent = (agents: number) => median(states.get(agents) ?? []);
	return [
		...sizes.map((agents) => ({
			benchmark: 'F',
			what: `states now, ${agents} agents, roster read, each`,
			value: `${(perAgent(agents) * 1000).toFixed(0)} µs`,
		})),
		...sizes.slice(1).map((agents, at) => {
			const before = sizes[at] ?? agents;
			return atMost(
				'F',
				`states now, ${agents} ÷ ${before} agents, per agent`,
				perAgent(agents) / perAgent(before),
				FLAT,
			);
		}),
		{ benchmark: 'F', what: `timeline of four weeks, ${team} agents`, value: `${median(drawn).toFixed(0)} ms` },
		atMost(
			'F',
			`weekly rules of ${largest} agents over four weeks ÷ rrule-temporal`,
			medianRatio(ours, peers, (ms) => ms),
			TEN_TIMES_AS_FAST,
		),
	];
}

const stateNow = (model: Model, agents: number): number =>
	timed(() => forEachAgent(model, agents, (evaluation, agent) => model.stateAt(evaluation, agent, NOW)));

type Evaluation = ReturnType<Model['openEvaluation']>;

/** Reads a full roster and asks about one agent after the other, as the node does. */
function forEachAgent(
	model: Model,
	agents: number,
	ask: (evaluation: Evaluation, agent: Evaluation['schedule']['agents'][number]) => unknown,
): unknown[] {
	const evaluation = model.openEvaluation(scheduleOf(model, agents, true));
	return evaluation.schedule.agents.map((agent) => ask(evaluation, agent));
}

/** @returns milliseconds */
function timed(work: () => unknown): number {
	const begun = performance.now();
	work();
	return performance.now() - begun;
}

const placeOf = (agent: number) => ZONES[agent % ZONES.length] ?? 'UTC';
const daysOf = (agent: number) => DAYS[agent % DAYS.length] ?? { ours: 'daily', rule: 'MO' };

/** A row for the shift of each agent and, in a full roster, one for the break and a holiday for all. */
function scheduleOf({ rosterOf }: Model, agents: number, isFull: boolean) {
	const rows = Array.from({ length: agents }, (_, agent) => agent).flatMap((agent) => {
		const shift = {
			agent: `agent${agent}`,
			days: daysOf(agent).ours,
			start: '09:00',
			end: '17:00',
			zone: placeOf(agent),
		};
		return isFull ? [shift, { agent: shift.agent, kind: 'break', start: '12:00', end: '30m' }] : [shift];
	});
	if (isFull) rows.push({ agent: '*', kind: 'holiday', from: '2026-11-01' } as never);
	const { schedule, problems } = rosterOf(rows, { zone: 'UTC', dst: 'keepEnd' });
	if (problems[0]) throw new Error(JSON.stringify(problems[0]));
	return schedule;
}

/** The shifts of {@link weeklyByPeer}, each with its end and its note about the clocks besides. */
function weekly(model: Model, agents: number): number {
	const { dayAt, openEvaluation, workOf, zoneOf } = model;
	const schedule = scheduleOf(model, agents, false);
	return timed(() => {
		const evaluation = openEvaluation(schedule);
		const found = schedule.agents.map((agent) => {
			const clock = evaluation.clock(zoneOf(evaluation, agent));
			return workOf(evaluation, agent, dayAt(clock, FOUR_WEEKS.start), dayAt(clock, FOUR_WEEKS.end)).length;
		});
		expectShifts(found, agents);
	});
}

function weeklyByPeer(agents: number): number {
	const rules = Array.from(
		{ length: agents },
		(_, agent) =>
			new RRuleTemporal({
				rruleString: `DTSTART;TZID=${placeOf(agent)}:20260101T090000\nRRULE:FREQ=WEEKLY;BYDAY=${daysOf(agent).rule}`,
			}),
	);
	const [from, until] = [FOUR_WEEKS.start, FOUR_WEEKS.end].map((instant) => new Date(instant));
	return timed(() => {
		expectShifts(
			rules.map((rule) => rule.between(from ?? new Date(0), until ?? new Date(0), true).length),
			agents,
		);
	});
}

/** A comparison means nothing when one side does less: 12 to 20 shifts in four weeks, one more or less at the edges. */
function expectShifts(counts: number[], agents: number): void {
	const found = counts.reduce((sum, count) => sum + count, 0);
	if (found < 11 * agents || found > 21 * agents)
		throw new Error(`${found} shifts of ${agents} agents in four weeks`);
}
