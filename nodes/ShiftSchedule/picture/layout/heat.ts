import type { Heat, HeatCell } from '../../model/answers/heat';
import { MINUTES_A_DAY, dateOf } from '../../model/calendar/day';
import { timeText } from '../../model/calendar/timeText';
import { inset, LINE, type Box } from '../raster/shape';
import { boxOf, fitted, widthOf } from '../raster/text';
import { colours } from './colours';
import { weekdayName } from './dateText';
import { heights } from './header';
import { heatColours, heatLevels, heatMeanings, levelOf } from './heatColours';
import { titleLines, HEADLINE } from './headline';
import { endOf, legendLines, type LegendEntry } from './legend';
import type { PicturePage } from './page';
import type { DrawnShape } from './part';
import { MARGIN, ROW, WIDTH } from './sizes';

/** A picture of hours and days before it is painted. */
export interface HeatDrawing {
	width: number;
	height: number;
	/** In the order in which they are painted. */
	shapes: DrawnShape[];
}

export interface HeatText {
	title: string;
	/** What the picture is about: the period, the zone and the state. */
	about: string;
	page: Pick<PicturePage, 'number' | 'of'>;
}

/** The lowest row in which letters have room, and the height of all rows that n8n shows without cutting; in pixels. */
const [LOW_ROW, MOST_HEIGHT] = [26, 962];

/** Whether so many rows fit into a picture. */
export const fitsHeat = (rows: number): boolean => rows * LOW_ROW <= MOST_HEIGHT;

/** The column with the times, and the sample of a colour in the legend; in pixels. */
const [TIMES, SAMPLE] = [72, 52];

/** Days side by side, times downwards, and in each cell how many agents are there of how many that are needed. */
export function heatDrawing(heat: Heat, { title, about, page }: HeatText): HeatDrawing {
	const { from, until } = usedSlots(heat);
	const row = (until - from) * ROW <= MOST_HEIGHT ? ROW : LOW_ROW;
	const left = MARGIN + TIMES;
	const top = MARGIN + HEADLINE + heights.unit;
	const columnLeft = (day: number): number => left + Math.round(((WIDTH - MARGIN - left) * day) / heat.days);
	const shapes = titleLines(title, about, page);
	for (let day = 0; day < heat.days; day++) {
		const column = { x: columnLeft(day), width: columnLeft(day + 1) - columnLeft(day) };
		shapes.push(dayName(heat.first + day, { ...column, y: top - heights.unit, height: heights.unit }));
		for (let slot = from; slot < until; slot++) {
			const cell = heat.cells[day]?.get(slot);
			const box = { ...column, y: top + (slot - from) * row, height: row };
			shapes.push(...(cell === undefined ? skippedCell(box) : cellShapes(cell, box)));
		}
	}
	for (let slot = from; slot < until; slot++) {
		shapes.push(timeName(slot * heat.slotMinutes, top + (slot - from) * row + row / 2));
	}
	const bottom = top + (until - from) * row;
	const legend = legendLines(legendEntries(heat), { x: MARGIN, y: bottom + 12, width: WIDTH - 2 * MARGIN });
	return { width: WIDTH, height: endOf(legend, bottom) + MARGIN, shapes: [...shapes, ...legend] };
}

/** The slots from the first to the last in which agents are needed or there; the whole day where there is none. */
export function usedSlots({ cells, slotMinutes }: Heat): { from: number; until: number } {
	const used = cells.flatMap((day) =>
		[...day].flatMap(([slot, { needed, scheduled }]) => (needed > 0 || scheduled > 0 ? [slot] : [])),
	);
	if (used.length === 0) return { from: 0, until: MINUTES_A_DAY / slotMinutes };
	return { from: Math.min(...used), until: Math.max(...used) + 1 };
}

function dayName(day: number, box: Box): DrawnShape {
	const text = fitted('bold', `${weekdayName(day).slice(0, 3)} ${dateOf(day).day}`, box.width);
	const line = boxOf('bold', text, 0, box.y + box.height / 2);
	const x = box.x + Math.floor((box.width - line.width) / 2);
	return { ...line, x, kind: 'text', part: 'unit', text, face: 'bold', colour: colours.ink };
}

function timeName(minutes: number, middle: number): DrawnShape {
	const text = timeText(minutes);
	const x = MARGIN + TIMES - 12 - widthOf('normal', text);
	return {
		...boxOf('normal', text, x, middle),
		kind: 'text',
		part: 'tick',
		text,
		face: 'normal',
		colour: colours.muted,
	};
}

/** The colour says how well it is staffed, and the numbers say it exactly. */
function cellShapes(cell: HeatCell, box: Box): DrawnShape[] {
	const level = levelOf(cell);
	const frame: DrawnShape = { ...box, kind: 'rect', part: 'grid', colour: colours.rowLine };
	const filled: DrawnShape = {
		...inset(box, LINE / 2, LINE / 2),
		kind: 'rect',
		part: 'heat',
		colour: heatColours[level],
	};
	const { needed, scheduled } = cell;
	if (needed === 0 && scheduled === 0) return [frame, { ...filled, name: level }];
	const text = fitted('normal', `${scheduled}/${needed}`, box.width - 4);
	const line = boxOf('normal', text, 0, box.y + box.height / 2);
	const x = box.x + Math.floor((box.width - line.width) / 2);
	const colour = level === 'notNeeded' ? colours.muted : colours.ink;
	return [
		frame,
		{ ...filled, name: level },
		{ ...line, x, kind: 'text', part: 'label', text, face: 'normal', colour },
	];
}

/** A time that the clocks skip on that day, or that is not in the window. */
const skippedCell = (box: Box): DrawnShape[] => [
	{ ...box, kind: 'rect', part: 'grid', colour: colours.rowLine },
	{ ...inset(box, LINE / 2, LINE / 2), kind: 'rect', part: 'grid', colour: colours.weekend },
];

function legendEntries({ cells }: Heat): LegendEntry[] {
	const found = new Set(cells.flatMap((day) => [...day.values()].map(levelOf)));
	const colour = (level: (typeof heatLevels)[number]): LegendEntry => ({
		sample: (box) => [
			{ ...inset(box, 4), kind: 'rect', part: 'heat', colour: colours.rowLine },
			{ ...inset(box, 5, 1), kind: 'rect', part: 'heat', colour: heatColours[level] },
		],
		width: SAMPLE,
		meaning: heatMeanings[level],
	});
	return [numbersEntry, ...heatLevels.filter((level) => found.has(level)).map(colour)];
}

const numbersEntry: LegendEntry = {
	sample: (box) => {
		const line = boxOf('normal', '3/5', 0, box.y + box.height / 2);
		const x = box.x + Math.floor((box.width - line.width) / 2);
		return [{ ...line, x, kind: 'text', part: 'legend', text: '3/5', face: 'normal', colour: colours.ink }];
	},
	width: SAMPLE,
	meaning: '3 are there, 5 are needed',
};
