import * as fc from 'fast-check';
import { heatColours, levelOf, type HeatLevel } from '../../../../nodes/ShiftSchedule/picture/layout/heatColours';
import { fitsHeat, heatDrawing } from '../../../../nodes/ShiftSchedule/picture/layout/heat';
import { colours } from '../../../../nodes/ShiftSchedule/picture/layout/colours';
import { heatPictures } from '../../../../nodes/ShiftSchedule/picture/heatPicture';
import { bottomOf, rightOf } from '../../../../nodes/ShiftSchedule/picture/raster/shape';
import { createZoneClock, type ZoneClock } from '../../../../nodes/ShiftSchedule/model/calendar/zone';
import type { Heat, HeatCell } from '../../../../nodes/ShiftSchedule/model/answers/heat';
import type { StaffedState } from '../../../../nodes/ShiftSchedule/model/answers/shortages';
import { checked, weekFromMonday } from '../model/answers/checked';
import { seeded, type Row } from '../model/make';
import { decode } from './decode';

const warsaw = createZoneClock('Europe/Warsaw');
const rows: Row[] = [
	{ agent: 'anna', days: 'Mon-Fri', start: '08:00', end: '16:00' },
	{ agent: 'ben', days: 'Mon-Fri', start: '10:00', end: '16:00' },
	{ kind: 'needed', days: 'Mon-Fri', start: '08:00', end: '18:00', needed: 2 },
];

const staffedBy = (more: Row[] = []): StaffedState[] => checked([...rows, ...more]).staffed;

const picturesOf = async (staffed: StaffedState[], window = weekFromMonday, clock: ZoneClock = warsaw) =>
	await heatPictures(clock, staffed, window, 'Coverage of the week');

const heat = (cells: Array<Array<[number, HeatCell]>>, slotMinutes = 60): Heat => ({
	...{ first: 20_458, days: cells.length, slotMinutes, cells: cells.map((day) => new Map(day)) },
});

const drawn = (given: Heat) => heatDrawing(given, { title: 'Week', about: 'about', page: { number: 1, of: 1 } });

const textsOf = (given: Heat, part: string): string[] =>
	drawn(given).shapes.flatMap((shape) => (shape.kind === 'text' && shape.part === part ? [shape.text] : []));

describe('the picture of a week', () => {
	it('has a column for each day, a row for each hour, and in each cell how many are there and needed', () => {
		const week = heat([
			[
				[9, { needed: 2, scheduled: 1 }],
				[10, { needed: 0, scheduled: 0 }],
				[11, { needed: 0, scheduled: 3 }],
			],
			[[10, { needed: 2, scheduled: 2 }]],
		]);
		expect(textsOf(week, 'unit')).toEqual(['Mon 5', 'Tue 6']);
		expect(textsOf(week, 'tick')).toEqual(['09:00', '10:00', '11:00']);
		expect(textsOf(week, 'label')).toEqual(['1/2', '3/0', '2/2']);
	});

	it.each<[HeatLevel, number, number]>([
		['notNeeded', 0, 0],
		['notNeeded', 3, 0],
		['farTooFew', 0, 1],
		['farTooFew', 2, 3],
		['tooFew', 3, 4],
		['tooFew', 99, 100],
		['enough', 1, 1],
		['enough', 5, 4],
		['moreThanEnough', 2, 1],
		['moreThanEnough', 6, 4],
	])('has the colour of "%s" where %d are there of %d', (level, scheduled, needed) => {
		expect(levelOf({ needed, scheduled })).toBe(level);
	});

	it('explains the colours that occur', () => {
		const week = heat([[[9, { needed: 2, scheduled: 1 }]], [[9, { needed: 2, scheduled: 2 }]]]);
		expect(textsOf(week, 'legend')).toEqual([
			'3/5',
			'3 are there, 5 are needed',
			'below 75 % of the need',
			'enough',
		]);
	});

	it('shows the whole day where nobody is needed or there', () => {
		expect(textsOf(heat([[[9, { needed: 0, scheduled: 0 }]]]), 'tick')).toHaveLength(24);
	});

	it('has colours that people who confuse red and green can tell apart, and ink that can be read on them', () => {
		const luminance = (colour: number): number => {
			const channels = [16, 8, 0].map((shift) => ((colour >> shift) & 255) / 255);
			const [red = 0, green = 0, blue = 0] = channels.map((one) =>
				one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
			);
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		};
		for (const [level, colour] of Object.entries(heatColours)) {
			const ink = level === 'notNeeded' ? colours.muted : colours.ink;
			// WCAG 2.2, 1.4.3: 4.5 to 1.
			expect((luminance(colour) + 0.05) / (luminance(ink) + 0.05)).toBeGreaterThan(4.5);
		}
	});
});

describe('pictures of the coverage', () => {
	it('have the colour of the level in the middle of a cell', async () => {
		const [picture] = await picturesOf(staffedBy());
		const { pixelAt } = decode(picture?.png ?? new Uint8Array());
		const cells = drawn(heat([...Array(7).keys()].map(() => [[8, { needed: 2, scheduled: 1 }]]))).shapes.filter(
			({ part }) => part === 'heat',
		);
		const [monday] = cells;
		const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
		const at = (row: number): string => pixelAt((monday?.x ?? 0) + 4, (monday?.y ?? 0) + row * 32 + 4);
		expect([0, 1, 2, 7, 8, 9].map(at)).toEqual(
			[
				...[heatColours.farTooFew, heatColours.farTooFew, heatColours.enough],
				...[heatColours.enough, heatColours.farTooFew, heatColours.farTooFew],
			].map(hex),
		);
	});

	it('are one for each week and each state', async () => {
		const start = weekFromMonday.start;
		const window = { start, end: start + 15 * 86_400_000 };
		const busy = { kind: 'needed', days: 'Mon', start: '09:00', end: '10:00', needed: 1, state: 'busy' };
		const pictures = await picturesOf(staffedBy([busy]), window);
		expect(
			pictures.map(({ state, page, pages, window: week }) => [
				state,
				page,
				pages,
				(week.end - week.start) / 86_400_000,
			]),
		).toEqual([
			['available', 1, 6, 7],
			['available', 2, 6, 7],
			['available', 3, 6, 1],
			['busy', 4, 6, 7],
			['busy', 5, 6, 7],
			['busy', 6, 6, 1],
		]);
	});

	it('go by the local day where the clocks change', async () => {
		const start = Date.parse('2026-10-19T00:00+02:00');
		const window = { start, end: Date.parse('2026-11-02T00:00+01:00') };
		const pictures = await picturesOf(
			[{ state: 'available', staffing: [{ ...window, count: 1, needed: 1 }] }],
			window,
		);
		expect(pictures.map(({ window: week }) => new Date(week.end).toISOString())).toEqual([
			'2026-10-25T23:00:00.000Z',
			'2026-11-01T23:00:00.000Z',
		]);
	});

	it.each([
		['hours', [], 24],
		['half-hours of a working day', [{ kind: 'needed', days: 'Sat', start: '08:30', end: '09:00', needed: 1 }], 20],
	])('are not cut beside the form in n8n: %s', async (_, more) => {
		const all = [{ agent: 'eve', days: 'daily', start: '00:00', end: '24:00', state: 'available' }];
		for (const given of [more, [...more, ...all]]) {
			const [picture] = await picturesOf(staffedBy(given));
			const { width, height } = decode(picture?.png ?? new Uint8Array());
			// n8n 2.40, see the timeline's picture: the panels on screens of 1280, 1440 and 1920 pixels.
			for (const pane of [
				{ width: 372, height: 542 },
				{ width: 452, height: 722 },
				{ width: 692, height: 902 },
			])
				expect((height * pane.width) / width).toBeLessThanOrEqual(pane.height);
		}
	});

	it('stay inside of the picture, whatever the numbers', () => {
		const cell = fc.record({ needed: fc.nat({ max: 1_000_000 }), scheduled: fc.nat({ max: 1_000_000 }) });
		const day = fc.array(fc.tuple(fc.nat({ max: 47 }), cell), { maxLength: 20 });
		const slots = fc.constantFrom(30, 60);
		fc.assert(
			fc.property(fc.array(day, { minLength: 1, maxLength: 7 }), slots, (days, slotMinutes) => {
				const inDay = days.map((one) => one.filter(([slot]) => slot < 1440 / slotMinutes));
				const { width, height, shapes } = drawn(heat(inDay, slotMinutes));
				const outside = shapes.filter(
					(shape) => shape.x < 0 || shape.y < 0 || rightOf(shape) > width || bottomOf(shape) > height,
				);
				expect(outside).toEqual([]);
				expect(shapes.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(true);
			}),
			seeded(150),
		);
	});

	it('have half-hours only as far as they can be read', () => {
		expect([fitsHeat(37), fitsHeat(38)]).toEqual([true, false]);
	});
});
