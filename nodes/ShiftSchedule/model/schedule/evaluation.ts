import { MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import type { Agent, Break, Rule, Schedule, Swap } from './types';
import { shiftOn, type Occurrence } from './shift';
import { clockOf, type ZoneClock } from '../calendar/zone';

/** One evaluation of a schedule: what is looked up again and again for every agent. It ends with the run. */
export interface Evaluation {
	schedule: Schedule;
	/** Every zone once, so that a wall time that many agents share is worked out once. */
	clock(zone: string): ZoneClock;
	/** A shift on a day, by a clock of this run: agents whose shifts are at the same time share it. */
	shiftOn(clock: ZoneClock, day: EpochDay, start: number, minutes: number): Occurrence | undefined;
	agent(id: string): Agent | undefined;
	rules(id: string): Rule[];
	breaks(id: string): Break[];
	swaps(id: string): Swap[];
	/** As the how many-eth of a break's agents this one takes it. */
	position(pause: Break, id: string): number;
}

/** Minutes that no shift and no event of a calendar lasts: a century. */
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
			const clock = clocks.get(zone) ?? clockOf(zone);
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

/** What concerns one agent, found without looking through what concerns the others. */
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

export const zoneOf = (run: Evaluation, agent: Agent): string => agent.zone ?? run.schedule.zone;
