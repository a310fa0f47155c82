import { check, type Checked } from '../../../../../nodes/ShiftSchedule/model/answers/check';
import type { CheckOptions } from '../../../../../nodes/ShiftSchedule/model/answers/checkOptions';
import { dayAndTimeText } from '../../../../../nodes/ShiftSchedule/picture/picture';
import { evaluationOf, type Row } from '../make';

/** A Monday, in Warsaw. */
export const monday = Date.parse('2026-01-05T00:00+01:00');

export const weekFromMonday = { start: monday, end: monday + 7 * 86_400_000 };

/** A shift around the clock. */
export const allDay: Row = { agent: 'anna', days: 'daily', start: '0:00', end: '24:00' };

const placeOf = (row: number): string => `row ${row}`;

/** A check that finds no state to cover. */
export const unchecked: CheckOptions = {
	...{ states: [], minimum: 1, placeOf, placeOfRequirement: placeOf },
	dateText: (clock, instant) => dayAndTimeText(clock.localMinutesAt(instant), 2026),
};

export const checked = (rows: Row[], more: Partial<CheckOptions> = {}, window = weekFromMonday): Checked =>
	check(evaluationOf(rows), window, { ...unchecked, states: ['available'], ...more });

/** The messages of one kind of finding. */
export const messages = (kind: string, rows: Row[], more: Partial<CheckOptions> = {}): string[] =>
	checked(rows, more)
		.findings.filter((finding) => finding.kind === kind)
		.map(({ message }) => message);
