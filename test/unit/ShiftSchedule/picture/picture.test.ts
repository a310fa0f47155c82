import { pagesOf, picturesOf } from '../../../../nodes/ShiftSchedule/picture/picture';
import { drawingOf } from '../../../../nodes/ShiftSchedule/picture/layout/drawing';
import { colours } from '../../../../nodes/ShiftSchedule/picture/layout/colours';
import { widthOf } from '../../../../nodes/ShiftSchedule/picture/raster/text';
import type { Interval } from '../../../../nodes/ShiftSchedule/model/calendar/interval';
import { createZoneClock } from '../../../../nodes/ShiftSchedule/model/calendar/zone';
import { agentIn, evaluationOf } from '../model/make';
import { decode } from './decode';
import { chartOf, drawn, spanOf, textsOf } from './make';

const day = spanOf('2026-10-20T00:00+02:00', '2026-10-21T00:00+02:00');

/** So many days, the first of which is that on which the clocks go back. */
const daysFrom = (days: number): Interval => {
	const clock = createZoneClock('Europe/Warsaw');
	const first = Date.parse('2026-10-25') / 60_000;
	return { start: clock.instantOf(first), end: clock.instantOf(first + days * 1440) };
};

const rows = [
	{ agent: 'anna', shift: 'Day', days: 'daily', start: '09:00', end: '17:00' },
	{ agent: 'ben', shift: 'Training', days: 'daily', start: '12:00', end: '20:00', state: 'busy' },
	{ kind: 'break', agent: 'anna', start: '12:00', end: '1h' },
];

const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

describe('pictures', () => {
	it('have the colour of the state that holds', async () => {
		const [picture] = await picturesOf(evaluationOf(rows), day);
		const drawing = drawn(rows, day);
		const { left, right } = chartOf(drawing);
		const decoded = decode(picture?.png ?? new Uint8Array());
		expect([decoded.width, decoded.height]).toEqual([picture?.width, picture?.height]);
		const [anna = 0, ben = 0] = drawing.shapes.filter(({ part }) => part === 'name').map(({ y }) => y);
		// Near the lower edge of the bar, where no name stands.
		const at = (hours: number, y: number): string =>
			decoded.pixelAt(Math.round(left + ((right - left) * hours) / 24), y + 22);
		expect(at(8.8, anna)).toBe(hex(colours.paper));
		expect(at(9.2, anna)).toBe(hex(colours.available));
		expect(at(11.8, anna)).toBe(hex(colours.available));
		expect(at(12.5, anna)).toBe(hex(colours.break));
		expect(at(13.2, anna)).toBe(hex(colours.available));
		expect(at(16.8, anna)).toBe(hex(colours.available));
		expect(at(17.2, anna)).toBe(hex(colours.paper));
		const near = [14, 15, 16, 17].map((hours) => at(hours, ben));
		expect(near).toContain(hex(colours.busy));
		expect(at(11.8, ben)).toBe(hex(colours.paper));
	});

	it('show those agents that are asked for', async () => {
		const run = evaluationOf(rows);
		const [picture, ...more] = await picturesOf(run, day, { agents: [agentIn(run, 'ben')] });
		expect(more).toEqual([]);
		expect(picture).toMatchObject({ agents: ['ben'], page: 1, pages: 1 });
	});

	it('are one where there is nobody', async () => {
		const pictures = await picturesOf(evaluationOf([]), day);
		expect(pictures).toMatchObject([{ agents: [], page: 1, pages: 1 }]);
		expect(decode(pictures[0]?.png ?? new Uint8Array()).width).toBe(pictures[0]?.width);
	});

	it('are several where there are many agents, each of them on one', async () => {
		const ids = Array.from({ length: 53 }, (_, index) => `agent ${index}`);
		const run = evaluationOf([...ids.map((agent) => ({ kind: 'agent', agent })), { ...rows[0], agent: '*' }]);
		const pictures = await picturesOf(run, day);
		expect(pictures.map(({ page, pages }) => [page, pages])).toEqual([
			[1, 3],
			[2, 3],
			[3, 3],
		]);
		expect(pictures.flatMap(({ agents }) => agents)).toEqual(ids);
		const [, page] = pagesOf(run, day);
		const drawing = drawingOf(run, day, page ?? { agents: [], number: 0, of: 0, before: 0, all: 0 });
		expect(textsOf(drawing, 'subtitle')).toEqual([
			'Tue 20 Oct 2026, Europe/Warsaw · agents 19–35 of 53',
			'page 2 of 3',
		]);
	});

	it.each([
		[1, 26, 1],
		[1, 27, 2],
		[7, 26, 1],
		[14, 12, 1],
		[14, 13, 2],
		[21, 7, 1],
		[28, 5, 1],
		[28, 6, 2],
		[400, 1000, 200],
	])('of %d days and %d agents are %d, about as long as one another', (days, count, expected) => {
		const run = evaluationOf(Array.from({ length: count }, (_, index) => ({ kind: 'agent', agent: `a${index}` })));
		const lengths = pagesOf(run, daysFrom(days)).map(({ agents }) => agents.length);
		expect(lengths).toHaveLength(expected);
		expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(count);
		expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
	});
});

describe('beside the form in n8n', () => {
	/** What n8n 2.40 has there for a picture, by the width of the screen: it makes a wider one smaller and cuts a higher one. */
	const panes = {
		1280: { width: 372, height: 542 },
		1440: { width: 452, height: 722 },
		1920: { width: 692, height: 902 },
	};
	/** Of capitals on a screen of 1440 pixels; so high are those of 10-pixel type. */
	const LEAST = 7.3;

	const team = Array.from({ length: 28 }, (_, index) => ({ agent: `a${index}`, name: `Hannah ${index}` }));
	const everything = [
		...team.map((one) => ({ ...one, shift: 'Hall', days: 'daily', start: '09:00', end: '17:00' })),
		{ kind: 'shift', agent: 'a0', shift: 'Busy', days: 'daily', start: '17:00', end: '23:00', state: 'busy' },
		{ kind: 'shift', agent: 'a1', shift: 'Night', days: 'daily', start: '23:00', end: '07:00' },
		{ kind: 'break', agent: '*', start: '12:00', end: '1h' },
		{ kind: 'holiday', agent: 'a2', shift: 'Harvest', from: '2026-10-25' },
		{ kind: 'leave', agent: 'a3', from: '2026-10-25' },
		{ kind: 'temporary', agent: 'a4', from: '2026-10-25', until: '2026-10-25', start: '10:00', end: '18:00' },
		{ kind: 'extra', agent: 'a5', from: '2026-10-25', start: '18:00', end: '23:00' },
		{ kind: 'swap', agent: 'a6', with: 'a0', from: '2026-10-25' },
	];

	it.each([1, 3, 7, 14, 21, 28])(
		'%d days are not cut, and their capitals are high enough to be read',
		async (days) => {
			const run = evaluationOf(everything);
			const window = daysFrom(days);
			const [page] = pagesOf(run, window);
			const [picture] = await picturesOf(run, window);
			if (!page || !picture) throw new Error('no picture');
			for (const { width, height } of Object.values(panes)) {
				expect((picture.height * width) / picture.width).toBeLessThanOrEqual(height);
			}
			const shown = panes[1440].width / picture.width;
			const { pixelAt } = decode(picture.png);
			const isInk = (x: number, y: number): boolean => Number.parseInt(pixelAt(x, y).slice(1, 3), 16) < 0x50;
			const capitals = drawingOf(run, window, page).shapes.flatMap((shape) => {
				if (shape.kind !== 'text' || shape.colour !== colours.ink || !/^[A-Z]/.test(shape.text)) return [];
				const columns = Array.from(
					{ length: widthOf(shape.face, shape.text.slice(0, 1)) },
					(_, index) => shape.x + index,
				);
				const rowsOfInk = Array.from({ length: shape.height }, (_, index) => shape.y + index).filter((y) =>
					columns.some((x) => isInk(x, y)),
				);
				return [{ part: shape.part, height: rowsOfInk.length * shown }];
			});
			const named = days < 7 ? 'label' : 'abbreviation';
			expect(capitals.map(({ part }) => part)).toEqual(
				expect.arrayContaining(['title', 'unit', 'name', named, 'legend']),
			);
			expect(capitals.filter(({ height }) => height < LEAST)).toEqual([]);
		},
	);
});
