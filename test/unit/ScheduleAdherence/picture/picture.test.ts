import type { AdherenceException } from '../../../../nodes/ScheduleAdherence/model/comparison/exceptions';
import { laneDrawing, lanePages, type LanePage } from '../../../../nodes/ScheduleAdherence/picture/lanePicture';
import { BLOCK, EXCEPTION, type LaneAgent, type LaneOptions } from '../../../../nodes/ScheduleAdherence/picture/lanes';
import { percentTable } from '../../../../nodes/ScheduleAdherence/picture/percentTable';
import { tablePictures } from '../../../../nodes/ScheduleAdherence/picture/adherencePictures';
import type { AdherenceDrawing, AdherencePart } from '../../../../nodes/ScheduleAdherence/picture/shapes';
import { decode } from '../../ShiftSchedule/picture/decode';
import { at, compared, comparerOf, DAY, recordOf, utc, wholeDay } from '../model/make';

const window = { start: at('08:00'), end: at('18:00') };
const comparer = comparerOf();
const options: LaneOptions = {
	...{ clock: utc, now: at('23:00'), stateOf: (actual) => comparer.commonStateOf(actual) },
	labelOf: ({ kind }: AdherenceException) => kind,
};

function laneAgent(scheduled: string[], actual: string[], name = 'Anna'): LaneAgent {
	const { record, pieces, exceptions } = compared(recordOf(scheduled, actual, { id: name, name }));
	return { record, pieces, exceptions, remark: '90 %' };
}
const page = (...agents: LaneAgent[]): LanePage => ({ agents, number: 1, of: 1 });
const draw = (...agents: LaneAgent[]): AdherenceDrawing => laneDrawing(page(...agents), window, 'A day', options);
const ofPart = ({ shapes }: AdherenceDrawing, part: AdherencePart) => shapes.filter((shape) => shape.part === part);
const textsIn = ({ shapes }: AdherenceDrawing) =>
	shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const shift = ['09:00-12:00 available', '12:00-13:00 break Lunch', '13:00-17:00 available'];

describe('lanes', () => {
	const asPlanned = wholeDay('09:00-12:00 available', '12:00-13:00 break', '13:00-17:00 available');

	it('have what was scheduled above what happened, under the name', () => {
		const drawing = draw(laneAgent(shift, asPlanned));
		const bars = (part: AdherencePart) => ofPart(drawing, part).map(({ y }) => y);
		expect(Math.max(...bars('scheduled'))).toBeLessThan(Math.min(...bars('actual')));
		// The same times are at the same place.
		const [upper, lower] = (['scheduled', 'actual'] as const).map((part) =>
			ofPart(drawing, part).map(({ x, width }) => [x, width]),
		);
		expect(lower).toEqual(expect.arrayContaining(upper ?? []));
		expect(textsIn(drawing)).toEqual(expect.arrayContaining(['A day', 'Anna', '90 %', 'Lunch']));
	});

	it('mark exceptions, and nothing where all is as planned', () => {
		expect(ofPart(draw(laneAgent(shift, asPlanned)), 'exception')).toEqual([]);
		const late = draw(
			laneAgent(shift, wholeDay('11:00-12:00 available', '12:00-13:00 break', '13:00-17:00 available')),
		);
		const marks = ofPart(late, 'exception').filter(({ colour }) => colour === EXCEPTION);
		expect(marks.map(({ kind }) => kind)).toEqual(['outline', 'rect']);
		expect(textsIn(late)).toEqual(expect.arrayContaining(['lateStart', 'exception']));
	});

	it('show unknown time, and say so in the legend', () => {
		const drawing = draw(laneAgent(shift, ['09:00-12:00 available']));
		expect(ofPart(drawing, 'unknown').map(({ kind }) => kind)).toContain('hatch');
		expect(textsIn(drawing)).toContain('unknown');
	});

	it('keep within the picture, whatever the names', () => {
		const agents = Array.from({ length: 15 }, (_, index) =>
			laneAgent(shift, asPlanned, `Agent ${index} ${'with a long name '.repeat(4)}`),
		);
		const { width, height, shapes } = draw(...agents);
		for (const shape of shapes) {
			expect(shape.x).toBeGreaterThanOrEqual(0);
			expect(shape.x + shape.width).toBeLessThanOrEqual(width);
			expect(shape.y + shape.height).toBeLessThanOrEqual(height);
		}
	});

	it('say so when there is nobody', () => {
		expect(textsIn(draw())).toContain('No agents to show.');
	});

	it('mark the present', () => {
		const now = laneDrawing(page(laneAgent(shift, asPlanned)), window, 'Now', { ...options, now: at('10:30') });
		expect(textsIn(now)).toContain('now 10:30');
	});
});

describe('pages', () => {
	const agents = (count: number) => Array.from({ length: count }, (_, index) => laneAgent(shift, [], `a${index}`));
	const sizes = (count: number, days: number) =>
		lanePages(agents(count), { start: at('00:00'), end: at('00:00') + days * 86_400_000 }, options).map(
			(one) => one.agents.length,
		);

	it.each([
		[0, 1, [0]],
		[14, 7, [14]],
		[15, 7, [8, 7]],
		[6, 14, [6]],
		[10, 28, [2, 2, 2, 2, 2]],
	])('%d agents over %d days are %j', (count, days, expected) => {
		expect(sizes(count, days)).toEqual(expected);
	});

	it('are no higher than n8n shows', () => {
		const [first] = lanePages(agents(14), window, options);
		if (!first) throw new Error('no page');
		expect(laneDrawing(first, window, 'A day', options).height).toBeLessThanOrEqual(1178);
		expect(BLOCK * 14).toBeLessThan(896);
	});
});

describe('the table', () => {
	const line = (name: string, ...days: Array<number | undefined>) => ({ name, days, all: days[0] });

	it('has a line for each agent and one for all', () => {
		const table = percentTable(
			{
				days: [DAY, DAY + 1],
				lines: [line('Anna', 93.75, undefined), line('Ben', 72, 85)],
				team: line('All agents', 80, 90),
				number: 1,
				of: 1,
			},
			'A week',
			'adherence in %',
		);
		expect(textsIn(table)).toEqual(
			expect.arrayContaining(['Tue 24', 'Wed 25', 'All', 'Anna', '93.8 %', '–', '72 %', 'All agents']),
		);
		const colours = ofPart(table, 'cell').map(({ colour }) => colour);
		// 93.75, nothing, 93.75; 72, 85, 72; 80, 90, 80.
		expect(colours.map((colour) => [...new Set(colours)].indexOf(colour))).toEqual([0, 1, 0, 2, 3, 2, 3, 0, 3]);
	});

	it('has a picture for each week, as PNG files', async () => {
		const findings = [compared(recordOf(shift, wholeDay('09:00-17:00 available')), { last: 8 })];
		const pictures = await tablePictures(findings, utc, 'Team', { name: 'share', countsOutside: false });
		expect(pictures.map(({ page: number, pages, agents }) => [number, pages, agents])).toEqual([
			[1, 2, 1],
			[2, 2, 0],
		]);
		expect(pictures.map(({ png }) => decode(png).width)).toEqual([904, 904]);
	});
});
