import { fold } from '../../../shared/values/text';
import { isoDate, MINUTES_A_DAY, type EpochDay } from '../calendar/day';
import { timeText } from '../calendar/timeText';
import { dayAt, MS_A_MINUTE, type Instant, type ZoneClock } from '../calendar/zone';
import { shiftOn } from '../schedule/shift';
import type { DstPolicy } from '../schedule/types';
import type { Pause, PlannedTime } from './found';

/** A row of a roster, in the columns that `rosterOf` reads. */
export type ItemRow = Record<string, string | number>;

/** Whose stretch it is, and by which clock that agent's rows are read. */
export interface RowPlace {
	agent: string;
	/** As people count the items. */
	row: number;
	clock: ZoneClock;
	dst: DstPolicy;
	/** The names of shifts that are taken, so that the breaks of a shift are in no other. */
	taken: Set<string>;
}

/** The rows of one agent's stretch. */
export function rowsOfPlannedTime(stretch: PlannedTime, place: RowPlace): ItemRow[] {
	const { agent, row, clock } = place;
	const { kind, span, title, state } = stretch;
	const common = { agent, row_number: row };
	if (kind === 'away') {
		const leave = { ...common, kind: 'leave', shift: title || 'away', reason: title };
		if (span.kind === 'always') return [{ ...leave, from: '2000-01-01', until: 'open' }];
		if (span.kind === 'days') return [{ ...leave, ...datesOf(span.first, span.count) }];
		// By the minute, in UTC: there every moment has one name.
		return [{ ...leave, zone: 'UTC', from: utcText(span.start), until: utcText(span.end) }];
	}
	const shift = { ...common, kind: 'shift', state, reason: state === 'available' ? '' : title };
	const whole = { ...shift, shift: title || 'shift', start: '00:00', end: '24:00', days: 'daily' };
	if (span.kind === 'always') return [whole];
	if (span.kind === 'days') return [{ ...whole, ...datesOf(span.first, span.count) }];
	return dayPieces(span.start, span.end, clock).flatMap((piece) => {
		const times = shiftTimes(piece, place);
		const name = freeName(title || 'shift', piece.start, times.from, place);
		// A second entry about the same time, such as a lunch, says more than the shift around it.
		const priority = state === 'available' ? 0 : 1;
		return [
			{ ...shift, ...times, shift: name, priority },
			...stretch.pauses.flatMap((pause) => breakRows(pause, piece, { ...common, shift: name, from: times.from })),
		];
	});
}

const datesOf = (first: EpochDay, count: number) => ({ from: isoDate(first), until: isoDate(first + count - 1) });

interface Piece {
	start: Instant;
	end: Instant;
}

/** A shift belongs to the day that it starts on; what is longer than a day is cut at midnights, so that days off are days. */
function dayPieces(start: Instant, end: Instant, clock: ZoneClock): Piece[] {
	const found: Piece[] = [];
	let from = start;
	while (end - from > MINUTES_A_DAY * MS_A_MINUTE || (found.length > 0 && from < end)) {
		const midnight = clock.instantOf((dayAt(clock, from) + 1) * MINUTES_A_DAY);
		const until = Math.min(end, midnight, from + MINUTES_A_DAY * MS_A_MINUTE);
		found.push({ start: from, end: until });
		from = until;
	}
	return from < end ? [...found, { start: from, end }] : found;
}

/** By the agent's clock, where that gives exactly these moments; where the clocks change, by UTC. */
function shiftTimes({ start, end }: Piece, { clock, dst }: RowPlace) {
	const day = dayAt(clock, start);
	const first = clock.localMinutesAt(start) - day * MINUTES_A_DAY;
	const minutes =
		dst === 'keepEnd' ? clock.localMinutesAt(end) - clock.localMinutesAt(start) : (end - start) / MS_A_MINUTE;
	const found = minutes > MINUTES_A_DAY ? undefined : shiftOn(clock, dst, day, first, minutes);
	const isExact = found?.start === start && found.end === end;
	return isExact
		? { from: isoDate(day), start: timeText(first), end: `${minutes} min` }
		: { ...utcParts(start), end: `${(end - start) / MS_A_MINUTE} min`, zone: 'UTC' };
}

function utcParts(instant: Instant) {
	const [from = '', start = ''] = utcText(instant).split(' ');
	return { from, start };
}

/** As `2026-11-03 08:00`, in UTC. */
const utcText = (instant: Instant): string => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');

/** The name of a shift, with its time behind it where the agent has another one of that name on that day. */
function freeName(title: string, start: Instant, date: string, { agent, clock, taken }: RowPlace): string {
	const keyOf = (name: string): string => JSON.stringify([fold(agent), date, name.toLowerCase()]);
	const time = timeText(clock.localMinutesAt(start));
	const names = [title, `${title} ${time}`, ...Array.from({ length: 50 }, (_, at) => `${title} ${time} (${at + 2})`)];
	const name = names.find((one) => !taken.has(keyOf(one))) ?? title;
	taken.add(keyOf(name));
	return name;
}

function breakRows({ start, end, state, name }: Pause, piece: Piece, row: ItemRow): ItemRow[] {
	const [from, until] = [Math.max(start, piece.start), Math.min(end, piece.end)];
	if (until <= from) return [];
	const times = {
		start: `${(from - piece.start) / MS_A_MINUTE} min after start`,
		end: `${(until - from) / MS_A_MINUTE} min`,
	};
	return [{ ...row, ...times, kind: 'break', until: row.from ?? '', state, reason: name }];
}
