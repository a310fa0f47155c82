import { MS_A_DAY } from '../../../ShiftSchedule/model/calendar/day';
import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import { MS_A_MINUTE, type Instant, type ZoneClock } from '../../../ShiftSchedule/model/calendar/zone';
import type { StateComparer } from '../comparison/stateRules';
import { shiftsOf } from '../record/shifts';
import { namesList, type AdherenceNote } from '../record/notes';
import type { AgentRecord, PlacedRecord } from '../record/types';
import { stillToCome, type Findings } from './findings';
import { isInRange } from './period';
import { inQuotes } from '../../../shared/values/text';

export interface RemarkOptions {
	comparer: StateComparer;
	/** The node's clock. */
	clock: ZoneClock;
	/** Up to when times count. */
	until: Instant;
	/** When the first and the last scheduled time of the timeline begin. */
	starts: Interval | undefined;
}

const noteIf = (level: AdherenceNote['level'], isTrue: boolean, message: () => string): AdherenceNote[] =>
	isTrue ? [{ level, message: message() }] : [];

const namesOfRecords = (records: readonly AgentRecord[]): string => namesList(records.map(({ name }) => name));

/** What people should know before they believe the figures, the most important first. */
export function remarksOn(
	placed: readonly PlacedRecord[],
	findings: readonly Findings[],
	options: RemarkOptions,
): AdherenceNote[] {
	return [
		...oneSided(placed, findings),
		...unknownTime(findings),
		...strangeStates(findings, options.comparer),
		...cutShifts(findings, options.starts),
		...timeToCome(findings, options.until),
		...otherZones(findings, options.clock),
	];
}

/** Agents whom only one of the inputs knows. */
function oneSided(placed: readonly PlacedRecord[], findings: readonly Findings[]): AdherenceNote[] {
	const scheduled = new Set(findings.filter(({ days }) => days.size > 0).map(({ record }) => record));
	const untold = placed.filter(({ record, isTold }) => !isTold && scheduled.has(record)).map(({ record }) => record);
	const unplanned = placed.filter(({ isScheduled }) => !isScheduled).map(({ record }) => record);
	return [
		...noteIf('warning', untold.length > 0, () => {
			return `The input Actual has no row of ${namesOfRecords(untold)}. Their time is unknown. If the names differ, use the same IDs on both sides.`;
		}),
		...noteIf('info', unplanned.length > 0, () => {
			return `The timeline does not have ${namesOfRecords(unplanned)}: nothing is scheduled for them.`;
		}),
	];
}

function unknownTime(findings: readonly Findings[]): AdherenceNote[] {
	let [unknown, scheduled] = [0, 0];
	const who: AgentRecord[] = [];
	for (const { record, days } of findings) {
		const own = [...days.values()].reduce((sum, totals) => sum + totals.unknown, 0);
		unknown += own;
		scheduled += [...days.values()].reduce((sum, totals) => sum + totals.scheduled, 0);
		if (own > 0) who.push(record);
	}
	return noteIf('warning', unknown > 0, () => {
		const share = Math.max(0.1, Math.round((unknown / scheduled) * 1000) / 10);
		return `${share} % of the scheduled time (${minutesText(unknown)}) is unknown: of ${namesOfRecords(who)}. It counts neither as in nor as out of adherence.`;
	});
}

/** Known words that stand for none of the four states. */
function strangeStates(findings: readonly Findings[], comparer: StateComparer): AdherenceNote[] {
	const words = new Set<string>();
	for (const { record, range } of findings) {
		for (const actual of record.actual) {
			if (comparer.commonStateOf(actual) !== undefined || comparer.isNeutral(actual)) continue;
			const isNear = actual.end / MS_A_DAY >= range.first - 1 && actual.start / MS_A_DAY <= range.last + 2;
			if (isNear) words.add(inQuotes(actual.native || actual.state));
		}
	}
	return noteIf('warning', words.size > 0, () => {
		return `${namesList(words)}: not one of the states available, busy, break and offline. That time is unknown, unless you say under 'States That Count as the Same' which one it counts as.`;
	});
}

/** Shifts that may have begun before the timeline does. */
function cutShifts(findings: readonly Findings[], starts: Interval | undefined): AdherenceNote[] {
	const cut = findings.filter(({ record, range }) =>
		shiftsOf(record.scheduled, record.clock).some(
			({ start, day }) =>
				start === starts?.start && isInRange(range, day) && record.clock.localMinutesAt(start) % 1440 === 0,
		),
	);
	return noteIf('warning', cut.length > 0, () => {
		return `The timeline begins at midnight, while ${namesOfRecords(cut.map(({ record }) => record))} may have been at work already. Start it a day earlier, so that shifts over midnight are complete.`;
	});
}

function timeToCome(findings: readonly Findings[], until: Instant): AdherenceNote[] {
	const ahead = findings.reduce((sum, { record, range }) => sum + stillToCome(record, range, until), 0);
	return noteIf(
		'info',
		ahead > 0,
		() => `${minutesText(ahead)} of the schedule are still to come, and do not count yet.`,
	);
}

function otherZones(findings: readonly Findings[], clock: ZoneClock): AdherenceNote[] {
	const others = findings.map(({ record }) => record).filter((record) => record.clock.zone !== clock.zone);
	return noteIf('info', others.length > 0, () => {
		const names = others.map((record) => `${record.name} (${record.clock.zone})`);
		return `Days and times are in the agents' own time zones, as in the timeline, and not in ${clock.zone}: ${namesList(names)}.`;
	});
}

/** `45 min`, or `12 h 30 min`. */
export function minutesText(ms: number): string {
	const minutes = Math.max(1, Math.round(ms / MS_A_MINUTE));
	if (minutes < 120) return `${minutes} min`;
	return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
