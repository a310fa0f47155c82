import { MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import type { Agent, Break, ScheduleRule, Schedule, Swap } from './types';
import { shiftOn, type Occurrence } from './shift';
import { createZoneClock, type ZoneClock } from '../calendar/zone';

/** A schedule, made ready for questions: it remembers what all agents have in common. It lasts as long as one run. */
export interface Evaluation {
	schedule: Schedule;
	/** One clock for each zone, so that a local time that many agents share is worked out once. */
	clock(zone: string): ZoneClock;
	/** As `shiftOn` in shift.ts, with a clock of this evaluation. Agents with the same hours share the result. */
	shiftOn(clock: ZoneClock, day: EpochDay, start: number, minutes: number): Occurrence | undefined;
	agent(id: string): Agent | undefined;
	/** The rules of one agent, those for all included; so for breaks and swaps. */
	rules(id: string): ScheduleRule[];
	breaks(id: string): Break[];
	swaps(id: string): Swap[];
	/** The place of an agent among those of a break, from 0. */
	position(pause: Break, id: string): number;
}

/** More minutes than any shift or event of a calendar lasts: a century. */
const LONGER_THAN_ANY = 60_000_000;

export function openEvaluation(schedule: Schedule): Evaluation {
	const clocks = new Map<string, ZoneClock>();
	const shifts = new Map<ZoneClock, Map<number, Occurrence | undefined>>();
	const agents = new Map(schedule.agents.map((agent, index) => [agent.id, { agent, index }]));
	const positions = new Map<Break, Map<string, number>>();
	const swaps = new Map<string, Swap[]>();
	for (const swap of schedule.swaps) {
		for (const id of swap.pair) swaps.set(id, [...(swaps.get(id) ?? []), swap]);
	}
	return {
		schedule,
		agent: (id) => agents.get(id)?.agent,
		clock: (zone) => {
			const clock = clocks.get(zone) ?? createZoneClock(zone);
			clocks.set(zone, clock);
			return clock;
		},
		shiftOn: (clock, day, start, minutes) => {
			const known = shifts.get(clock) ?? new Map<number, Occurrence | undefined>();
			if (known.size === 0) shifts.set(clock, known);
			const key = (day * MINUTES_A_DAY + start) * LONGER_THAN_ANY + minutes;
			if (!known.has(key)) known.set(key, shiftOn(clock, schedule.dst, day, start, minutes));
			return known.get(key);
		},
		rules: perAgent(schedule.rules),
		breaks: perAgent(schedule.breaks),
		swaps: (id) => swaps.get(id) ?? [],
		position: (pause, id) => {
			if (pause.agents === 'all') return agents.get(id)?.index ?? 0;
			const known = positions.get(pause) ?? new Map(pause.agents.map((one, index) => [one, index]));
			positions.set(pause, known);
			return known.get(id) ?? 0;
		},
	};
}

/** Finds the entries for one agent without looking through those for others. */
function perAgent<T extends { agents: 'all' | string[] }>(entries: T[]): (id: string) => T[] {
	const everyone = entries.filter(({ agents }) => agents === 'all');
	const own = new Map<string, T[]>();
	for (const entry of entries) {
		if (entry.agents === 'all') continue;
		for (const id of entry.agents) {
			const before = own.get(id);
			if (before) before.push(entry);
			else own.set(id, [entry]);
		}
	}
	return (id) => [...everyone, ...(own.get(id) ?? [])];
}

/** @returns an IANA name */
export const zoneOf = (evaluation: Evaluation, agent: Agent): string => agent.zone ?? evaluation.schedule.zone;
