import { createZoneClock, type ZoneClock } from '../../../../nodes/ShiftSchedule/model/calendar/zone';
import { findingsOf, type Findings } from '../../../../nodes/ScheduleAdherence/model/answers/findings';
import type { AdherenceException } from '../../../../nodes/ScheduleAdherence/model/comparison/exceptions';
import { exceptionKinds, type Tolerances } from '../../../../nodes/ScheduleAdherence/model/comparison/kinds';
import {
	createStateComparer,
	type StateComparer,
	type StateRules,
} from '../../../../nodes/ScheduleAdherence/model/comparison/stateRules';
import { noTotals, type Totals } from '../../../../nodes/ScheduleAdherence/model/comparison/totals';
import type {
	ActualStretch,
	AgentRecord,
	ScheduledStretch,
} from '../../../../nodes/ScheduleAdherence/model/record/types';

export const MINUTE = 60_000;
/** A Tuesday. */
export const DATE = '2026-11-24';
export const DAY = Date.parse(DATE) / 86_400_000;

/** `09:30` of that day in UTC; `+1 06:00` of the next day, `-1 22:00` of the one before. */
export function at(time: string): number {
	const [, days = '0', hour = '', minute = '', second = '0'] =
		/^(?:([+-]\d) )?(\d\d):(\d\d)(?::(\d\d))?$/.exec(time) ?? [];
	const minutes = (Number(days) * 24 + Number(hour)) * 60 + Number(minute);
	return Date.parse(DATE) + minutes * MINUTE + Number(second) * 1000;
}

/** `09:00-12:00 available` or `12:00-12:30 break Lunch`. */
function stretchOf(text: string): { start: number; end: number; state: string; reason: string } {
	const [, from = '', until = '', state = '', reason = ''] =
		/^((?:[+-]\d )?[\d:]+)-((?:[+-]\d )?[\d:]+) (\S+) ?(.*)$/.exec(text) ?? [];
	return { start: at(from), end: at(until), state, reason };
}

export const scheduledOf = (...texts: string[]): ScheduledStretch[] => texts.map(stretchOf) as ScheduledStretch[];

/** What stands behind the state is the service's own name for it. */
export const actualOf = (...texts: string[]): ActualStretch[] =>
	texts.map(stretchOf).map(({ reason, ...stretch }) => ({ ...stretch, native: reason, reason: '' }));

/** The same for a whole day: offline in all other time, so that everything is known. */
export function wholeDay(...texts: string[]): string[] {
	const stretches = texts.map((text) => ({ text, ...stretchOf(text) })).sort((one, other) => one.start - other.start);
	const edges = [at('00:00'), ...stretches.map(({ end }) => end)];
	const gaps = [...stretches.map(({ start }) => start), at('+1 00:00')].flatMap((end, index) => {
		const start = edges[index] ?? end;
		return start < end ? [`${clockText(start)}-${clockText(end)} offline`] : [];
	});
	return [...texts, ...gaps].sort((one, other) => stretchOf(one).start - stretchOf(other).start);
}

export const utc: ZoneClock = createZoneClock('UTC');

export function recordOf(
	scheduled: readonly string[],
	actual: readonly string[],
	more: Partial<AgentRecord> = {},
): AgentRecord {
	return {
		...{ id: 'anna', name: 'Anna', team: '', service: '', clock: utc, excused: [] },
		...{ scheduled: scheduledOf(...scheduled), actual: actualOf(...actual) },
		...more,
	};
}

export const comparerOf = (rules: Partial<StateRules> = {}): StateComparer =>
	createStateComparer({ groups: [], neutral: [], work: ['available', 'busy'], ...rules });

/** In minutes. */
export const tolerancesOf = (all: number, more: Partial<Tolerances> = {}): Tolerances => ({
	...(Object.fromEntries(exceptionKinds.map((kind) => [kind, all * MINUTE])) as Tolerances),
	...Object.fromEntries(Object.entries(more).map(([kind, minutes]) => [kind, minutes * MINUTE])),
});

interface Compared {
	rules?: Partial<StateRules>;
	tolerances?: Tolerances;
	until?: number;
	first?: number;
	last?: number;
}

/** The findings of the one day, and of the day from 0 to `last` days later. */
export const compared = (
	record: AgentRecord,
	{ rules, tolerances, until, first = 0, last = 0 }: Compared = {},
): Findings =>
	findingsOf(
		record,
		{ first: DAY + first, last: DAY + last },
		{ comparer: comparerOf(rules), tolerances: tolerances ?? tolerancesOf(0), until: until ?? at('+9 00:00') },
	);

export const totalsOn = ({ days }: Findings, day = 0): Totals => days.get(DAY + day) ?? noTotals();

/** The totals that are not 0, in minutes; the two counts as they are. */
export function minutesOn(findings: Findings, day = 0): Record<string, number> {
	const entries = Object.entries(totalsOn(findings, day)).filter(([, amount]) => amount !== 0);
	return Object.fromEntries(entries.map(([key, ms]) => [key, key.endsWith('Count') ? ms : ms / MINUTE]));
}

/** `lateStart 09:00-09:10`. */
export const told = (exceptions: readonly AdherenceException[]): string[] =>
	exceptions.map(({ kind, start, end }) => `${kind} ${clockText(start)}-${clockText(end)}`);

function clockText(instant: number): string {
	const days = Math.floor(instant / 86_400_000) - DAY;
	const text = new Date(instant).toISOString().slice(11, 16);
	return days === 0 ? text : `${days > 0 ? '+' : ''}${days} ${text}`;
}
