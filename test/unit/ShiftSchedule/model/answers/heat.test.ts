import * as fc from 'fast-check';
import { heatOf, slotMinutesFor } from '../../../../../nodes/ShiftSchedule/model/answers/heat';
import type { Staffing } from '../../../../../nodes/ShiftSchedule/model/answers/staffing';
import { dayAt, createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { seeded } from '../make';

const warsaw = createZoneClock('Europe/Warsaw');

/** From one ISO time to another: `count` agents of `needed`. */
const staffed = (from: string, until: string, count: number, needed: number): Staffing => ({
	...{ start: Date.parse(from), end: Date.parse(until), count, needed },
});

function cellsOf(staffing: Staffing[], slotMinutes = 60): string[] {
	const first = dayAt(warsaw, staffing[0]?.start ?? 0);
	const { cells } = heatOf(warsaw, staffing, { first, days: 1, slotMinutes });
	return [...(cells[0] ?? [])].map(
		([slot, { needed, scheduled }]) => `${(slot * slotMinutes) / 60}: ${scheduled}/${needed}`,
	);
}

describe('the heat of a day', () => {
	const at = (time: string): string => `2026-01-05T${time}+01:00`;

	it('has in each slot its worst moment', () => {
		const day = [
			staffed(at('08:00'), at('08:15'), 3, 3),
			staffed(at('08:15'), at('08:45'), 1, 3),
			staffed(at('08:45'), at('10:00'), 4, 3),
		];
		expect(cellsOf(day)).toEqual(['8: 1/3', '9: 4/3']);
		expect(cellsOf(day, 30)).toEqual(['8: 1/3', '8.5: 1/3', '9: 4/3', '9.5: 4/3']);
	});

	it('has in a slot that is needed in part that part', () => {
		const half = [staffed(at('08:00'), at('08:30'), 0, 0), staffed(at('08:30'), at('09:00'), 5, 2)];
		expect(cellsOf(half)).toEqual(['8: 5/2']);
		expect(
			cellsOf([...half, staffed(at('09:00'), at('09:20'), 5, 2), staffed(at('09:20'), at('10:00'), 1, 0)]),
		).toEqual(['8: 5/2', '9: 5/2']);
	});

	it('has the hour that happens twice once, and the missing one not at all', () => {
		const [first, second] = ['2026-10-25T02:00+02:00', '2026-10-25T02:00+01:00'];
		const back = [staffed(first, second, 3, 2), staffed(second, '2026-10-25T04:00+01:00', 1, 2)];
		expect(cellsOf(back)).toEqual(['2: 1/2', '3: 1/2']);
		expect(cellsOf([staffed('2026-03-29T01:00+01:00', '2026-03-29T04:00+02:00', 1, 2)])).toEqual([
			'1: 1/2',
			'3: 1/2',
		]);
	});

	it('is of its days alone', () => {
		const longer = [staffed(at('23:00'), '2026-01-06T02:00+01:00', 1, 2)];
		expect(cellsOf(longer)).toEqual(['23: 1/2']);
		const first = dayAt(warsaw, Date.parse('2026-01-06T00:00+01:00'));
		const { cells } = heatOf(warsaw, longer, { first, days: 1, slotMinutes: 60 });
		expect(cells.map((day) => [...day.keys()])).toEqual([[0, 1]]);
	});

	it('is in half-hours only where a need changes between two full hours', () => {
		const change = (time: string): Staffing[] => [
			staffed(at('08:00'), at(time), 1, 2),
			staffed(at(time), at('12:00'), 1, 3),
		];
		expect(slotMinutesFor(warsaw, change('09:00'))).toBe(60);
		expect(slotMinutesFor(warsaw, change('09:30'))).toBe(30);
		expect(slotMinutesFor(warsaw, change('09:15'))).toBe(30);
		expect(
			slotMinutesFor(warsaw, [staffed(at('08:00'), at('09:30'), 1, 2), staffed(at('09:30'), at('12:00'), 3, 2)]),
		).toBe(60);
	});

	it('never hides a moment with too few agents, in any zone', () => {
		const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
		const piece = fc.record({
			minutes: fc.integer({ min: 1, max: 600 }),
			count: fc.nat({ max: 4 }),
			needed: fc.nat({ max: 4 }),
		});
		const start = fc.integer({ min: 0, max: 365 * 1440 });
		fc.assert(
			fc.property(zone, start, fc.array(piece, { minLength: 1, maxLength: 12 }), (name, minute, pieces) => {
				const clock = createZoneClock(name);
				let end = Date.UTC(2026, 0, 1) + minute * 60_000;
				const staffing = pieces.map(({ minutes, count, needed }) => {
					const begin = end;
					end += minutes * 60_000;
					return { start: begin, end, count, needed };
				});
				const first = dayAt(clock, staffing[0]?.start ?? 0);
				const { cells } = heatOf(clock, staffing, { first, days: 8, slotMinutes: 30 });
				for (const one of staffing) {
					for (let at = one.start; at < one.end; at += 60_000) {
						const local = clock.localMinutesAt(at) - first * 1440;
						const cell = cells[Math.floor(local / 1440)]?.get(Math.floor((local % 1440) / 30));
						const spare = cell === undefined ? Infinity : cell.scheduled - cell.needed;
						if (one.count < one.needed) expect(spare).toBeLessThanOrEqual(one.count - one.needed);
						else expect(cell).toBeDefined();
					}
				}
			}),
			seeded(60),
		);
	});
});
