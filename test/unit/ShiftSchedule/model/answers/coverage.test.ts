import * as fc from 'fast-check';
import { hoursOf, totalMinutes } from '../../../../../nodes/ShiftSchedule/model/answers/coverage';
import { levelsIn, shortagesIn, withMinimum } from '../../../../../nodes/ShiftSchedule/model/answers/staffing';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { seeded } from '../make';
import { allDay, checked, monday, weekFromMonday } from './checked';

describe('coverage by hour of the week', () => {
	it('has a row for every hour, on the clock of the schedule', () => {
		const { hours } = checked([
			{ ...allDay, days: 'Mon', start: '9:30', end: '11:00' },
			{ ...allDay, agent: 'ben', days: 'Mon', start: '10:00', end: '11:00' },
		]);
		expect(hours).toHaveLength(168);
		expect(hours.filter(({ coveredPercent }) => coveredPercent > 0)).toEqual([
			{
				state: 'available',
				weekday: 1,
				hour: 9,
				coveredPercent: 50,
				averageAgents: 0.5,
				averageNeeded: 1,
				minutes: 60,
			},
			{
				state: 'available',
				weekday: 1,
				hour: 10,
				coveredPercent: 100,
				averageAgents: 2,
				averageNeeded: 1,
				minutes: 60,
			},
		]);
	});

	it('begins with Monday, whenever the window does', () => {
		const { hours } = checked(
			[allDay],
			{},
			{ start: weekFromMonday.start + 3 * 86_400_000, end: weekFromMonday.end + 3 * 86_400_000 },
		);
		expect(hours.map(({ weekday, hour }) => (weekday - 1) * 24 + hour)).toEqual([...Array(168).keys()]);
	});

	it('of no time at all is none', () => {
		expect(checked([allDay], {}, { start: monday, end: monday })).toMatchObject({
			...{ hours: [], summary: { coveredPercent: { available: 0 } } },
		});
	});

	it('counts agents in stretches as long as can be', () => {
		const intervals = [
			[2, 4],
			[6, 8],
			[8, 9],
		].map(([start = 0, end = 0]) => ({ start, end }));
		const levels = levelsIn({ start: 0, end: 10 }, intervals).map(({ start, end, count }) => [start, end, count]);
		expect(levels).toEqual([
			[0, 2, 0],
			[2, 4, 1],
			[4, 6, 0],
			[6, 9, 1],
			[9, 10, 0],
		]);
	});

	it('counts the hour that happens twice twice, and the missing one not at all', () => {
		const rows = (from: string, until: string) =>
			checked([allDay], {}, { start: Date.parse(from), end: Date.parse(until) }).hours.map(
				({ hour, minutes }) => [hour, minutes],
			);
		expect(rows('2026-10-25T00:00+02:00', '2026-10-25T04:00+01:00')).toEqual([
			[0, 60],
			[1, 60],
			[2, 120],
			[3, 60],
		]);
		expect(rows('2026-03-29T00:00+01:00', '2026-03-29T04:00+02:00')).toEqual([
			[0, 60],
			[1, 60],
			[3, 60],
		]);
	});

	it('adds up, in any zone and window', () => {
		const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
		const interval = fc
			.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 3000 }))
			.map(([start, length]) => ({ start: monday + start * 60_000, end: monday + (start + length) * 60_000 }));
		fc.assert(
			fc.property(
				zone,
				interval,
				fc.array(interval),
				fc.integer({ min: 1, max: 3 }),
				(name, window, intervals, minimum) => {
					const levels = levelsIn(window, intervals);
					const hours = hoursOf(createZoneClock(name), withMinimum(levels, minimum));
					const total = (window.end - window.start) / 60_000;
					expect(hours.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total);
					expect(levels[0]?.start).toBe(window.start);
					expect(levels.at(-1)?.end).toBe(window.end);
					for (let minute = 0; minute < total; minute += 37) {
						const at = window.start + minute * 60_000;
						const count = intervals.filter(({ start, end }) => start <= at && at < end).length;
						expect(levels.find(({ start, end }) => start <= at && at < end)?.count).toBe(count);
						expect(
							shortagesIn(withMinimum(levels, minimum)).some(({ start, end }) => start <= at && at < end),
						).toBe(count < minimum);
					}
					expect(totalMinutes(shortagesIn(withMinimum(levels, 1_000)))).toBe(total);
				},
			),
			seeded(300),
		);
	});
});
