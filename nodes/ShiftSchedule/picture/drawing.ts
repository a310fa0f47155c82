import { zoneOf, type Run } from '../model/run';
import type { Agent } from '../model/schedule';
import { holds, isEmpty, type Span } from '../model/span';
import type { Instant } from '../model/zone';
import { agentShapes } from './agentRow';
import { clockChanges, divisionOf, ticksOf, type Axis } from './axis';
import { codesOf } from './codes';
import { colours } from './colours';
import { gridOf, heights, notesOf, scaleOf, type Note } from './header';
import { endOf, legendOf } from './legend';
import type { Shape } from './shape';
import { boxOf, fitted, widthOf } from './text';
import { changeInWords, timeInWords, windowInWords } from './words';

/** A page before it is painted: what stands where. */
export interface Drawing {
	width: number;
	height: number;
	/** In the order in which they are painted. */
	shapes: Shape[];
	page: Page;
}

export interface Page {
	agents: Agent[];
	/** From 1. */
	number: number;
	of: number;
	/** How many agents stand on the pages before, and on all. */
	before: number;
	all: number;
}

export interface DrawingOptions {
	/** Without one: Shift schedule. */
	title?: string | undefined;
	/** Marked when it is in the window. */
	now?: Instant | undefined;
}

/** In pixels. */
export const WIDTH = 1920;
export const ROW = 26;
const [MARGIN, NAMES, MOST_NAMES, TITLE, SUBTITLE] = [24, 110, 250, 28, 26] as const;

/**
 * Lays out one page.
 *
 * @throws RangeError as `segmentsOf` does, when the window is too long for an agent
 */
export function drawingOf(run: Run, window: Span, page: Page, options: DrawingOptions = {}): Drawing {
	const clock = run.clock(run.schedule.zone);
	const names = namesWidth(run, page.agents);
	const axis: Axis = { window, clock, left: MARGIN + names + 12, right: WIDTH - MARGIN };
	const changes = isEmpty(window) ? [] : clockChanges(clock, window);
	const notes: Note[] = [
		...changes.map((change): Note => ({ part: 'clocks', at: change.at, text: changeInWords(clock, change) })),
		...nowIn(run, window, options.now),
	];
	const codes = codesOf(run.schedule.rules);
	const [division, ticks] = [divisionOf(axis), ticksOf(axis, changes)];
	const scale = MARGIN + TITLE + SUBTITLE;
	const top = scale + (division.periods.length > 0 ? heights.period : 0);
	const below = top + heights.unit + (ticks.length > 0 ? heights.tick : 0);
	const rows = below + (notes.length > 0 ? heights.note : 2);
	const bottom = rows + (page.agents.length || 2) * ROW;
	const shapes = [
		...headline(run, window, page, options),
		...gridOf(axis, division, ticks, { top, rows: below, bottom }),
		...scaleOf(axis, division, ticks, scale),
		...rowLines(page.agents.length, rows),
		...page.agents.flatMap((agent, index) => {
			const row = { x: axis.left, y: rows + index * ROW, width: axis.right - axis.left, height: ROW };
			return [...nameOf(run, agent, names, row.y), ...agentShapes(run, agent, axis, row, codes)];
		}),
		...(page.agents.length === 0 ? message('No agents to show.', axis, rows) : []),
		...(isEmpty(window) && page.agents.length > 0 ? message('The window is empty.', axis, rows) : []),
		...notesOf(axis, notes, below, bottom),
	];
	const legend = legendOf(shapes, { x: MARGIN, y: bottom + 14, width: WIDTH - 2 * MARGIN });
	return { width: WIDTH, height: endOf(legend, bottom) + MARGIN, shapes: [...shapes, ...legend], page };
}

function nowIn(run: Run, window: Span, now: Instant | undefined): Note[] {
	if (now === undefined || !holds(window, now)) return [];
	return [{ part: 'now', at: now, text: `now ${timeInWords(run.clock(run.schedule.zone).wallOf(now))}` }];
}

function headline(run: Run, window: Span, page: Page, { title }: DrawingOptions): Shape[] {
	const room = WIDTH - 2 * MARGIN;
	const of = page.of > 1 ? `page ${page.number} of ${page.of}` : '';
	const text = fitted('title', title ?? 'Shift schedule', room - widthOf('normal', of) - 30);
	const about = `${windowInWords(run.clock(run.schedule.zone), window)}, ${run.schedule.zone} · ${countOf(page)}`;
	const [first, second] = [MARGIN + TITLE / 2 - 4, MARGIN + TITLE + SUBTITLE / 2 - 6];
	const right = WIDTH - MARGIN - widthOf('normal', of);
	return [
		{
			...boxOf('title', text, MARGIN, first),
			kind: 'text',
			part: 'title',
			text,
			face: 'title',
			colour: colours.ink,
		},
		...line(fitted('normal', about, room), MARGIN, second),
		...(of === '' ? [] : line(of, right, first)),
	];
}

const line = (text: string, x: number, middle: number): Shape[] => [
	{
		...boxOf('normal', text, x, middle),
		kind: 'text',
		part: 'subtitle',
		text,
		face: 'normal',
		colour: colours.muted,
	},
];

function countOf({ agents, before, all, of }: Page): string {
	if (of > 1) return `agents ${before + 1}–${before + agents.length} of ${all}`;
	return all === 1 ? '1 agent' : `${all} agents`;
}

function rowLines(count: number, top: number): Shape[] {
	return Array.from({ length: (count || 2) + 1 }, (_, index) => index)
		.filter((index) => count > 0 || index === 0 || index === 2)
		.map((index): Shape => {
			const box = { x: MARGIN, y: top + index * ROW, width: WIDTH - 2 * MARGIN, height: 1 };
			return { ...box, kind: 'rect', part: 'grid', colour: colours.rowLine };
		});
}

function message(text: string, { left, right }: Axis, top: number): Shape[] {
	const box = boxOf('normal', text, 0, top + ROW);
	const x = left + Math.floor((right - left - box.width) / 2);
	return [{ ...box, x, kind: 'text', part: 'message', text, face: 'normal', colour: colours.muted }];
}

const ZONE_GAP = 10;

/** As wide as the longest name, with its zone, within limits. */
function namesWidth(run: Run, agents: Agent[]): number {
	const widths = agents.map((agent) => {
		const zone = ownZone(run, agent);
		return widthOf('normal', nameIn(agent)) + (zone === '' ? 0 : ZONE_GAP + widthOf('small', zone));
	});
	return Math.min(MOST_NAMES, Math.max(NAMES, ...widths));
}

const nameIn = ({ id, name }: Agent): string => (name.trim() === '' ? id : name);

const ownZone = (run: Run, agent: Agent): string =>
	zoneOf(run, agent) === run.schedule.zone ? '' : zoneOf(run, agent);

/** The name at the left and, where it is another than the schedule's, the zone at the right. */
function nameOf(run: Run, agent: Agent, width: number, y: number): Shape[] {
	const middle = y + ROW / 2;
	const left = width - ZONE_GAP - widthOf('normal', nameIn(agent));
	const zone = fitted('small', ownZone(run, agent), Math.max(left, Math.floor(width / 2)));
	const zoneWidth = widthOf('small', zone);
	const text = fitted('normal', nameIn(agent), width - (zone === '' ? 0 : zoneWidth + ZONE_GAP));
	const name: Shape = {
		...boxOf('normal', text, MARGIN, middle),
		...{ kind: 'text', part: 'name', text, face: 'normal', colour: colours.ink, agent: agent.id },
	};
	if (zone === '') return [name];
	const place = boxOf('small', zone, MARGIN + width - zoneWidth, middle);
	const small = { kind: 'text', part: 'zone', text: zone, face: 'small', colour: colours.muted } as const;
	return [name, { ...place, ...small, agent: agent.id }];
}
