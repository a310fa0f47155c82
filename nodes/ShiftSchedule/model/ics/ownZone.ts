import { dateOf, dayOf, MINUTES_A_DAY, modulo, MS_A_DAY } from '../calendar/day';
import { fixedOffset } from '../calendar/fixedOffset';
import { createZoneClock, MS_A_MINUTE, type Instant, type LocalMinutes } from '../calendar/zone';
import { startDays } from '../schedule/shift';
import type { Days } from '../schedule/types';
import { repeatsIn } from './rule';
import type { Component, Property } from './text';
import { parseCalendarTime, type CalendarZones } from './time';

/** A zone by the rules of a calendar's own VTIMEZONE. */
export interface OwnZone {
	/** In minutes, east of Greenwich positive. */
	offsetAt(instant: Instant): number;
	/** Of a local time; as `createZoneClock` has it where the clocks skip or repeat one. */
	offsetOf(local: LocalMinutes): number;
}

/** STANDARD or DAYLIGHT: from its onsets on the clocks show another offset. */
interface Observance {
	/** Onsets are local times before the change. */
	from: number;
	to: number;
	onsets: Array<{ days: Days; minute: number }>;
}

/** Onsets name no zone: they are by the clock that they change. */
const noZones: CalendarZones = {
	floating: { zone: 'UTC', isNamed: false },
	zoneOf: () => ({ kind: 'problem', problem: 'an onset has no zone' }),
};

/** @returns `undefined` when it says nothing that can be read */
export function ownZoneOf(timezone: Component): OwnZone | undefined {
	const observances = timezone.children.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT');
	const read = observances.map(observanceOf).filter((one) => one !== undefined);
	if (read.length === 0 || read.length < observances.length || timezone.problems.length > 0) return undefined;
	const byYear = new Map<number, Array<{ at: Instant; from: number; to: number }>>();
	const offsetAt = (instant: Instant): number => {
		const { year } = dateOf(Math.floor(instant / MS_A_DAY));
		const changes = byYear.get(year) ?? read.flatMap((one) => changesNear(one, year)).sort((a, b) => a.at - b.at);
		byYear.set(year, changes);
		return changes.findLast(({ at }) => at <= instant)?.to ?? changes[0]?.from ?? 0;
	};
	return {
		offsetAt,
		offsetOf: (local) => {
			const asUtc = local * MS_A_MINUTE;
			const [before, after] = [offsetAt(asUtc - MS_A_DAY), offsetAt(asUtc + MS_A_DAY)];
			if (offsetAt(asUtc - before * MS_A_MINUTE) === before) return before;
			return offsetAt(asUtc - after * MS_A_MINUTE) === after ? after : before;
		},
	};
}

/** The last changes before a year, as far as they may still hold in it, and those in it. */
function changesNear({ from, to, onsets }: Observance, year: number): Array<{ at: Instant; from: number; to: number }> {
	const first = dayOf({ year: year - 1, month: 1, day: 1 }) ?? 0;
	return onsets.flatMap(({ days, minute }) => {
		const end = Math.min(days.until ?? Infinity, first + 2 * 366);
		const begin = Math.min(first, end - 366);
		return startDays(days, begin, end, 0).map((day) => ({
			at: (day * MINUTES_A_DAY + minute - from) * MS_A_MINUTE,
			...{ from, to },
		}));
	});
}

function observanceOf(observance: Component): Observance | undefined {
	const named = (name: string): Property | undefined => observance.properties.find((one) => one.name === name);
	const [from, to] = [offsetIn(named('TZOFFSETFROM')), offsetIn(named('TZOFFSETTO'))];
	const start = named('DTSTART');
	const read = start && parseCalendarTime(start, start.value, noZones);
	if (from === undefined || to === undefined || read?.kind !== 'value') return undefined;
	const minute = modulo(read.value.local, MINUTES_A_DAY);
	const days = [onDay(read.value.local)];
	for (const rule of observance.properties.filter((one) => one.name === 'RRULE')) {
		const repeats = repeatsIn(rule, read.value, { zones: noZones, clock: createZoneClock(fixedOffset(from)) });
		if (repeats.kind === 'problem') return undefined;
		days.push(repeats.value.days);
	}
	for (const added of observance.properties.filter((one) => one.name === 'RDATE')) {
		for (const text of added.value.split(',')) {
			const time = parseCalendarTime({ ...added, params: {} }, text, noZones);
			if (time.kind === 'problem') return undefined;
			days.push(onDay(time.value.local));
		}
	}
	return { from, to, onsets: days.map((one) => ({ days: one, minute })) };
}

function onDay(local: LocalMinutes): Days {
	const day = Math.floor(local / MINUTES_A_DAY);
	return { from: day, until: day };
}

/** `+0530`, in minutes; seconds, which only old local mean times have, are left out. */
function offsetIn(property: Property | undefined): number | undefined {
	const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)(?:\d\d)?$/.exec(property?.value.trim() ?? '') ?? [];
	if (sign === undefined) return undefined;
	const length = Number(hours) * 60 + Number(minutes);
	return sign === '+' ? length : -length;
}
