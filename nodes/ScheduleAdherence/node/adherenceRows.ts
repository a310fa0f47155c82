import type { IDataObject } from 'n8n-workflow';
import { isoDate } from '../../ShiftSchedule/model/calendar/day';
import { isoOf, MS_A_MINUTE, type Instant, type ZoneClock } from '../../ShiftSchedule/model/calendar/zone';
import { dayText } from '../../ShiftSchedule/picture/layout/dateText';
import { dayAndTimeText } from '../../ShiftSchedule/picture/picture';
import type { AdherenceRow } from '../model/answers/adherenceTable';
import type { AdherenceException } from '../model/comparison/exceptions';
import type { Tolerances } from '../model/comparison/kinds';
import type { ActualStretch, AgentRecord, ScheduledStretch } from '../model/record/types';

/** What the rows of one run need besides the answers of the model. */
export interface TableContext {
	/** Short dates of another year say which. */
	thisYear: number;
	tolerances: Tolerances;
	hasExcused: boolean;
	hasNeutral: boolean;
}

/** Figures, as a row of *Get Adherence*. */
export function adherenceItemRow(context: TableContext, row: AdherenceRow): IDataObject {
	const { agent, team, day, agents, totals, adherence, conformance } = row;
	return {
		...(agent ? { agent: agent.name } : { team: team || 'all', agents }),
		day: day === undefined ? null : withoutBreaks(dayText(day, context.thisYear)),
		...{ adherencePercent: rounded(adherence), conformancePercent: rounded(conformance) },
		...{ scheduledMinutes: toMinutes(totals.scheduled), workedMinutes: toMinutes(totals.worked) },
		...{ inAdherenceMinutes: toMinutes(totals.inAdherence) },
		...{ exceptions: totals.exceptionCount, exceptionMinutes: toMinutes(totals.exceptions) },
		toleratedMinutes: toMinutes(totals.tolerated),
		excusedMinutes: context.hasExcused ? toMinutes(totals.excused) : null,
		neutralMinutes: context.hasNeutral ? toMinutes(totals.neutral) : null,
		...{ outsideMinutes: toMinutes(totals.outside), unknownMinutes: toMinutes(totals.unknown) },
		...(agent && { team }),
		agentId: agent?.id ?? null,
		date: day === undefined ? null : isoDate(day),
		zone: agent?.clock.zone ?? null,
	};
}

/** An exception, as a row of *Get Exceptions*. */
export function exceptionRow(context: TableContext, record: AgentRecord, exception: AdherenceException): IDataObject {
	const { clock } = record;
	const { kind, start, end, day, shift } = exception;
	return {
		...{ agent: record.name, kind },
		from: shortTime(clock, start, context.thisYear),
		until: shortTime(clock, end, context.thisYear),
		minutes: toMinutes(end - start),
		...sidesOf(exception),
		toleranceMinutes: toMinutes(context.tolerances[kind]),
		shiftFrom: shift ? shortTime(clock, shift.start, context.thisYear) : null,
		shiftUntil: shift ? shortTime(clock, shift.end, context.thisYear) : null,
		...{ team: record.team, agentId: record.id, date: isoDate(day), zone: clock.zone },
		...{ start: isoOf(clock, start), end: isoOf(clock, end) },
	};
}

/** Who is out of adherence, as a row of *Get Now*. */
export function nowRow(context: TableContext, record: AgentRecord, exception: AdherenceException): IDataObject {
	const { clock, team, service } = record;
	const { kind, start, end, shift } = exception;
	return {
		...{ agent: record.name, kind, minutes: toMinutes(end - start) },
		since: shortTime(clock, start, context.thisYear),
		...sidesOf(exception),
		...{ toleranceMinutes: toMinutes(context.tolerances[kind]), isBeyond: end - start > context.tolerances[kind] },
		shiftFrom: shift ? shortTime(clock, shift.start, context.thisYear) : null,
		shiftUntil: shift ? shortTime(clock, shift.end, context.thisYear) : null,
		...{ team, service, agentId: record.id, zone: clock.zone },
		...{ start: isoOf(clock, start), evaluatedAt: isoOf(clock, end) },
	};
}

/** What was scheduled and what the agent did, each in order of time. */
const sidesOf = ({ pieces }: AdherenceException): IDataObject => ({
	scheduled: differing(pieces.map(({ scheduled }) => scheduledText(scheduled))),
	actual: differing(pieces.map(({ actual }) => actualText(actual))),
});

const differing = (texts: string[]): string => [...new Set(texts)].join(', ');

const scheduledText = (scheduled: ScheduledStretch | undefined): string => {
	if (!scheduled) return 'nothing';
	return scheduled.reason === '' ? scheduled.state : `${scheduled.state} (${scheduled.reason})`;
};

const actualText = (actual: ActualStretch | undefined): string => {
	if (!actual) return 'unknown';
	const own = actual.native === '' || actual.native.toLowerCase() === actual.state ? '' : actual.native;
	return own === '' ? actual.state : `${actual.state} (${own})`;
};

/** To two digits. */
export const rounded = (percent: number | undefined): number | null =>
	percent === undefined ? null : Math.round(percent * 100) / 100;

/** To a tenth. */
export const toMinutes = (ms: number): number => Math.round((ms / MS_A_MINUTE) * 10) / 10;

/** By the agent's own clock. */
export const shortTime = (clock: ZoneClock, instant: Instant, thisYear: number): string =>
	withoutBreaks(dayAndTimeText(clock.localMinutesAt(instant), thisYear));

/** In a narrow column n8n's table would put each word on a line of its own. */
const withoutBreaks = (text: string): string => text.replaceAll(' ', '\u00a0');
