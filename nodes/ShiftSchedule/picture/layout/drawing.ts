import { contains, isEmpty, type Interval } from '../../model/calendar/interval';
import { timeText } from '../../model/calendar/timeText';
import { dayAt, type Instant } from '../../model/calendar/zone';
import type { Evaluation } from '../../model/schedule/evaluation';
import type { Agent } from '../../model/schedule/types';
import { LINE } from '../raster/shape';
import { boxOf, fitted } from '../raster/text';
import { abbreviateShifts } from './abbreviations';
import { tiersOf, type Axis } from './axis';
import { clockChanges, type ClockChange } from './clockChanges';
import { colours } from './colours';
import { clockChangeText, monthsText } from './dateText';
import { divisionOf } from './division';
import { gridOf, heights, notesOf, scaleOf, type Note } from './header';
import { headlineOf, HEADLINE } from './headline';
import { endOf, legendOf } from './legend';
import { nameOf, namesWidth } from './names';
import type { PicturePage } from './page';
import type { DrawnShape } from './part';
import { agentShapes } from './rows';
import { MARGIN, ROW, WIDTH } from './sizes';
import { ticksOf } from './ticks';

/** A page before it is painted: what is where. */
export interface Drawing {
	width: number;
	height: number;
	/** In the order in which they are painted. */
	shapes: DrawnShape[];
	page: PicturePage;
}

export interface DrawingOptions {
	/** `Shift schedule` if there is none. */
	title?: string | undefined;
	/** Marked if it is in the window. */
	now?: Instant | undefined;
}

/** Between the names and the bars, and between two tiers; in pixels. */
const [NAMES_GAP, TIER_GAP] = [8, 12] as const;

/**
 * Lays out one page.
 *
 * @throws TooManyAssignments as `segmentsOf` does, when the window is too long for an agent
 */
export function drawingOf(
	evaluation: Evaluation,
	window: Interval,
	page: PicturePage,
	options: DrawingOptions = {},
): Drawing {
	const clock = evaluation.clock(evaluation.schedule.zone);
	const changes = clockChanges(clock, window);
	const notes: Note[] = [
		...changes.map((change): Note => ({ part: 'clocks', at: change.at, text: clockChangeText(clock, change) })),
		...nowIn(evaluation, window, options.now),
	];
	const names = namesWidth(evaluation, page.agents);
	const shapes = headlineOf(evaluation, window, page, options.title);
	let bottom = MARGIN + HEADLINE - TIER_GAP;
	for (const tier of tiersOf(clock, window)) {
		const axis: Axis = { window: tier, clock, left: MARGIN + names + NAMES_GAP, right: WIDTH - MARGIN };
		const inTier = ({ at }: { at: Instant }): boolean => contains(tier, at);
		const found = { changes: changes.filter(inTier), notes: notes.filter(inTier) };
		const drawn = tierOf(evaluation, page.agents, axis, { ...found, names, top: bottom + TIER_GAP });
		shapes.push(...drawn.shapes);
		bottom = drawn.bottom;
	}
	const legend = legendOf(shapes, { x: MARGIN, y: bottom + 12, width: WIDTH - 2 * MARGIN });
	return { width: WIDTH, height: endOf(legend, bottom) + MARGIN, shapes: [...shapes, ...legend], page };
}

interface Tier {
	changes: ClockChange[];
	notes: Note[];
	/** The width of the names in pixels. */
	names: number;
	/** Where it begins, in pixels. */
	top: number;
}

function tierOf(
	evaluation: Evaluation,
	agents: Agent[],
	axis: Axis,
	tier: Tier,
): { shapes: DrawnShape[]; bottom: number } {
	const { changes, notes, names, top } = tier;
	const abbreviations = abbreviateShifts(evaluation.schedule.rules);
	const [division, ticks] = [divisionOf(axis), ticksOf(axis, changes)];
	const below = top + heights.unit + (ticks.length > 0 ? heights.tick : 0);
	const rows = below + (notes.length > 0 ? heights.note : LINE);
	const bottom = rows + (agents.length || 2) * ROW;
	const shapes = [
		...gridOf(axis, division, ticks, { top, rows: below, bottom }),
		...monthsOf(axis, names, top),
		...scaleOf(axis, division, ticks, top),
		...rowLines(agents.length, rows),
		...agents.flatMap((agent, index) => {
			const row = { x: axis.left, y: rows + index * ROW, width: axis.right - axis.left, height: ROW };
			return [
				...nameOf(evaluation, agent, names, row.y),
				...agentShapes(evaluation, agent, axis, row, abbreviations),
			];
		}),
		...(agents.length === 0 ? message('No agents to show.', axis, rows) : []),
		...(isEmpty(axis.window) && agents.length > 0 ? message('The window is empty.', axis, rows) : []),
		...notesOf(axis, notes, below, bottom),
	];
	return { shapes, bottom };
}

/** The months, above the names and beside the days. */
function monthsOf({ window, clock }: Axis, width: number, top: number): DrawnShape[] {
	if (isEmpty(window)) return [];
	const text = fitted('normal', monthsText(dayAt(clock, window.start), dayAt(clock, window.end - 1)), width);
	const box = boxOf('normal', text, MARGIN, top + heights.unit / 2);
	return [{ ...box, kind: 'text', part: 'month', text, face: 'normal', colour: colours.muted }];
}

function nowIn(evaluation: Evaluation, window: Interval, now: Instant | undefined): Note[] {
	if (now === undefined || !contains(window, now)) return [];
	return [
		{
			part: 'now',
			at: now,
			text: `now ${timeText(evaluation.clock(evaluation.schedule.zone).localMinutesAt(now))}`,
		},
	];
}

function rowLines(count: number, top: number): DrawnShape[] {
	return Array.from({ length: (count || 2) + 1 }, (_, index) => index)
		.filter((index) => count > 0 || index === 0 || index === 2)
		.map((index): DrawnShape => {
			const box = { x: MARGIN, y: top + index * ROW, width: WIDTH - 2 * MARGIN, height: LINE };
			return { ...box, kind: 'rect', part: 'grid', colour: colours.rowLine };
		});
}

function message(text: string, { left, right }: Axis, top: number): DrawnShape[] {
	const box = boxOf('normal', text, 0, top + ROW);
	const x = left + Math.floor((right - left - box.width) / 2);
	return [{ ...box, x, kind: 'text', part: 'message', text, face: 'normal', colour: colours.muted }];
}
