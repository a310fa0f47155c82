import { check } from '../../../nodes/ShiftSchedule/model/answers/check';
import { createZoneClock } from '../../../nodes/ShiftSchedule/model/calendar/zone';
import { openEvaluation } from '../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { rosterOf } from '../../../nodes/ShiftSchedule/model/roster/roster';
import { heatPictures } from '../../../nodes/ShiftSchedule/picture/heatPicture';
import { dayAndTimeText } from '../../../nodes/ShiftSchedule/picture/picture';

const [zone, firstDay] = ['Europe/Warsaw', '2026-11-23'];

const week: Array<Record<string, unknown>> = [
	{ agent: 'anna; bob; carla', shift: 'Early', days: 'Mon-Fri', start: '07:00', end: '15:00' },
	{ agent: 'dawid; elif', shift: 'Day', days: 'Mon-Fri', start: '09:00', end: '17:00' },
	{ agent: 'frank; grace', shift: 'Late', days: 'Mon-Sat', start: '12:00', end: '20:00' },
	{ agent: 'hugo', shift: 'Saturday', days: 'Sat', start: '08:00', end: '16:00' },
	{ agent: '*', kind: 'break', start: '4h after start', end: '30m', stagger: '30m' },
	{ agent: 'bob', kind: 'leave', from: '2026-11-25', until: '2026-11-26' },
	{ kind: 'needed', days: 'Mon-Fri', start: '07:00', end: '09:00', needed: 2 },
	{ kind: 'needed', days: 'Mon-Fri', start: '09:00', end: '12:00', needed: 5 },
	{ kind: 'needed', days: 'Mon-Fri', start: '12:00', end: '17:00', needed: 4 },
	{ kind: 'needed', days: 'Mon-Fri', start: '17:00', end: '20:00', needed: 2 },
	{ kind: 'needed', days: 'Sat', start: '08:00', end: '18:00', needed: 2 },
];

/** The picture of a week's coverage in docs/shift-schedule.md, as a PNG file. */
export async function coverageWeek(): Promise<Uint8Array> {
	const { schedule, problems } = rosterOf(week, { zone, dst: 'keepEnd' });
	if (problems.length > 0) throw new Error(JSON.stringify(problems));
	const clock = createZoneClock(zone);
	const first = Date.parse(firstDay) / 60_000;
	const window = { start: clock.instantOf(first), end: clock.instantOf(first + 7 * 1440) };
	const placeOf = (row: number): string => `row ${row}`;
	const { staffed } = check(openEvaluation(schedule), window, {
		...{ states: [], minimum: 1, placeOf, placeOfRequirement: placeOf },
		dateText: (own, instant) => dayAndTimeText(own.localMinutesAt(instant), 2026),
	});
	const [picture] = await heatPictures(clock, staffed, window, 'Coverage of the week');
	if (picture === undefined) throw new Error('no picture');
	return picture.png;
}
