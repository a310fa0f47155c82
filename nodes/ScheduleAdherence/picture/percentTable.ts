import { dateOf, type EpochDay } from '../../ShiftSchedule/model/calendar/day';
import { colours } from '../../ShiftSchedule/picture/layout/colours';
import { weekdayName } from '../../ShiftSchedule/picture/layout/dateText';
import { heights } from '../../ShiftSchedule/picture/layout/header';
import { HEADLINE, titleLines } from '../../ShiftSchedule/picture/layout/headline';
import { heatColours } from '../../ShiftSchedule/picture/layout/heatColours';
import { legendLines, type LegendEntry } from '../../ShiftSchedule/picture/layout/legend';
import { MARGIN, ROW, WIDTH } from '../../ShiftSchedule/picture/layout/sizes';
import { bottomOf, inset, LINE, type Box } from '../../ShiftSchedule/picture/raster/shape';
import { asPart, centredText, leftText, namesColumn, type AdherenceDrawing, type AdherenceShape } from './shapes';

/** A line of the table. A percentage is `undefined` where nothing is scheduled, or nothing of it is known. */
export interface PercentLine {
	name: string;
	/** By day. */
	days: Array<number | undefined>;
	all: number | undefined;
}

export interface PercentPage {
	days: readonly EpochDay[];
	lines: readonly PercentLine[];
	/** Of all agents, on every page. */
	team: PercentLine;
	/** From 1. */
	number: number;
	of: number;
}

/** Between the names and the cells, in pixels. */
const TABLE_GAP = 8;

/** In percent: at least so much is good, and less than the second is poor. */
const [GOOD, POOR] = [90, 80];

/** A week of a team: agents down, days across, and in each cell the adherence in percent. */
export function percentTable(page: PercentPage, title: string, about: string): AdherenceDrawing {
	const { days, lines, team } = page;
	const names = namesColumn([...lines.map(({ name }) => name), team.name], 'bold');
	const left = MARGIN + names + TABLE_GAP;
	const columns = days.length + 1;
	const top = MARGIN + HEADLINE + heights.unit;
	const cell = (column: number, y: number): Box => {
		const x = (index: number): number => left + Math.round(((WIDTH - MARGIN - left) * index) / columns);
		return { x: x(column), y, width: x(column + 1) - x(column), height: ROW };
	};
	const headings = [...days.map((day) => `${weekdayName(day).slice(0, 3)} ${dateOf(day).day}`), 'All'];
	const shapes = [
		...asPart('title', titleLines(title, about, page)),
		...headings.map((text, column) =>
			centredText(
				text,
				{ ...cell(column, top - heights.unit), height: heights.unit },
				{ part: 'name', face: 'bold' },
			),
		),
		...[...lines, team].flatMap((line, index) => {
			const y = top + index * ROW;
			const face = line === team ? 'bold' : 'normal';
			return [
				leftText(line.name, { x: MARGIN, y, width: names, height: ROW }, { part: 'name', face }),
				...[...line.days, line.all].flatMap((percent, column) => percentCell(percent, cell(column, y))),
			];
		}),
	];
	const bottom = Math.max(...shapes.map(bottomOf));
	const legend = asPart('legend', legendLines(levels, { x: MARGIN, y: bottom + 12, width: WIDTH - 2 * MARGIN }));
	return { width: WIDTH, height: Math.max(...legend.map(bottomOf)) + MARGIN, shapes: [...shapes, ...legend] };
}

/** The colour says how good it is, and the number says it exactly. */
function percentCell(percent: number | undefined, box: Box): AdherenceShape[] {
	const frame: AdherenceShape = { ...box, kind: 'rect', part: 'grid', colour: colours.rowLine };
	const inner = inset(box, LINE / 2, LINE / 2);
	const filled: AdherenceShape = { ...inner, kind: 'rect', part: 'cell', colour: colourOf(percent) };
	const text = percent === undefined ? '–' : `${Math.round(percent * 10) / 10} %`;
	const colour = percent === undefined ? colours.muted : colours.ink;
	return [frame, filled, centredText(text, box, { part: 'percent', colour })];
}

const colourOf = (percent: number | undefined): number => {
	if (percent === undefined) return colours.paper;
	if (percent >= GOOD) return heatColours.enough;
	return percent < POOR ? heatColours.farTooFew : heatColours.tooFew;
};

const levels: LegendEntry[] = [
	{ colour: heatColours.enough, meaning: `at least ${GOOD} %` },
	{ colour: heatColours.tooFew, meaning: `below ${GOOD} %` },
	{ colour: heatColours.farTooFew, meaning: `below ${POOR} %` },
	{ colour: colours.paper, meaning: '– nothing scheduled or known' },
].map(({ colour, meaning }) => ({
	sample: (box) => [
		{ ...inset(box, 4), kind: 'rect', part: 'heat', colour: colours.rowLine },
		{ ...inset(box, 5, 1), kind: 'rect', part: 'heat', colour },
	],
	...{ width: 52, meaning },
}));
