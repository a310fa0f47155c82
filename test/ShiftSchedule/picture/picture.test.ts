import { MOST_AGENTS, pagesOf, picturesOf } from '../../../nodes/ShiftSchedule/picture/picture';
import { drawingOf } from '../../../nodes/ShiftSchedule/picture/drawing';
import { colours } from '../../../nodes/ShiftSchedule/picture/colours';
import { agentIn, runOf } from '../model/make';
import { decode } from './decode';
import { chartOf, drawn, spanOf, textsOf } from './make';

const day = spanOf('2026-10-20T00:00+02:00', '2026-10-21T00:00+02:00');

const rows = [
	{ agent: 'anna', shift: 'Day', days: 'daily', start: '09:00', end: '17:00' },
	{ agent: 'ben', shift: 'Training', days: 'daily', start: '12:00', end: '20:00', state: 'busy' },
	{ kind: 'break', agent: 'anna', start: '12:00', end: '1h' },
];

const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

describe('pictures', () => {
	it('have the colour of the state that holds', async () => {
		const [picture] = await picturesOf(runOf(rows), day);
		const drawing = drawn(rows, day);
		const { left, right } = chartOf(drawing);
		const decoded = decode(picture?.png ?? new Uint8Array());
		expect([decoded.width, decoded.height]).toEqual([picture?.width, picture?.height]);
		const [anna = 0, ben = 0] = drawing.shapes.filter(({ part }) => part === 'name').map(({ y }) => y);
		// Near the lower edge of the bar, where no name stands.
		const at = (hours: number, y: number): string =>
			decoded.pixelAt(Math.round(left + ((right - left) * hours) / 24), y + 14);
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
		const run = runOf(rows);
		const [picture, ...more] = await picturesOf(run, day, { agents: [agentIn(run, 'ben')] });
		expect(more).toEqual([]);
		expect(picture).toMatchObject({ agents: ['ben'], page: 1, pages: 1 });
	});

	it('are one where there is nobody', async () => {
		const pictures = await picturesOf(runOf([]), day);
		expect(pictures).toMatchObject([{ agents: [], page: 1, pages: 1 }]);
		expect(decode(pictures[0]?.png ?? new Uint8Array()).width).toBe(pictures[0]?.width);
	});

	it('are several where there are many agents, each of them on one', async () => {
		const ids = Array.from({ length: 2 * MOST_AGENTS + 1 }, (_, index) => `agent ${index}`);
		const run = runOf([...ids.map((agent) => ({ kind: 'agent', agent })), { ...rows[0], agent: '*' }]);
		const pictures = await picturesOf(run, day);
		expect(pictures.map(({ page, pages }) => [page, pages])).toEqual([
			[1, 3],
			[2, 3],
			[3, 3],
		]);
		expect(pictures.flatMap(({ agents }) => agents)).toEqual(ids);
		const [, page] = pagesOf(run.schedule.agents);
		const drawing = drawingOf(run, day, page ?? { agents: [], number: 0, of: 0, before: 0, all: 0 });
		expect(textsOf(drawing, 'subtitle')).toEqual([
			'Tue 20 Oct 2026, Europe/Warsaw · agents 31–61 of 91',
			'page 2 of 3',
		]);
	});

	it.each([1, 45, 46, 90, 91, 1000])('of %d agents are about as long as one another', (count) => {
		const run = runOf(Array.from({ length: count }, (_, index) => ({ kind: 'agent', agent: `a${index}` })));
		const pages = pagesOf(run.schedule.agents);
		const lengths = pages.map(({ agents }) => agents.length);
		expect(pages).toHaveLength(Math.ceil(count / MOST_AGENTS));
		expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(count);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(MOST_AGENTS);
		expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
	});
});
