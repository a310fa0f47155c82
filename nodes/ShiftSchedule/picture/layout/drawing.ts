import { zoneOf, type Evaluation } from '../../model/schedule/evaluation';
import type { Agent } from '../../model/schedule/types';
import { contains, isEmpty, type Interval } from '../../model/calendar/interval';
import { dayAt, type Instant } from '../../model/calendar/zone';
import { agentShapes } from './rows';
import { clockChanges, divisionOf, ticksOf, tiersOf, type Axis } from './axis';
import { codesOf } from './abbreviations';
import { colours } from './colours';
import { gridOf, heights, notesOf, scaleOf, type Note } from './header';
import { endOf, legendOf } from './legend';
import { LINE, type Shape } from '../raster/shape';
import { boxOf, fitted, widthOf } from '../raster/text';
import { clockChangeText, monthsText, timeText, windowText, type ClockChange } from './dateText';

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

/** In pixels. n8n shows a picture at half this width beside the form, on a screen of 1440 pixels. */
export const WIDTH = 904;
export const ROW = 32;
const [MARGIN, NAMES, MOST_NAMES, NAMES_GAP, HEADLINE, TIER_GAP] = [16, 110, 220, 8, 68, 12] as const;

/**
 * Lays out one page.
 *
 * @throws RangeError as `segmentsOf` does, when the window is too long for an agent
 */
export function drawingOf(run: Evaluation, window: Interval, page: Page, options: DrawingOptions = {}): Drawing {
	const clock = run.clock(run.schedule.zone);
	const changes = clockChanges(clock, window);
	const notes: Note[] = [
		...changes.map((change): Note => ({ part: 'clocks', at: change.at, text: clockChangeText(clock, change) })),
		...nowIn(run, window, options.now),
	];
	const names = namesWidth(run, page.agents);
	const shapes = headline(run, window, page, options);
	let bottom = MARGIN + HEADLINE - TIER_GAP;
	for (const tier of tiersOf(clock, window)) {
		const axis: Axis = { window: tier, clock, left: MARGIN + names + NAMES_GAP, right: WIDTH - MARGIN };
		const inTier = ({ at }: { at: Instant }): boolean => contains(tier, at);
		const found = { changes: changes.filter(inTier), notes: notes.filter(inTier) };
		const drawn = tierOf(run, page.agents, axis, { ...found, names, top: bottom + TIER_GAP });
		shapes.push(...drawn.shapes);
		bottom = drawn.bottom;
	}
	const legend = legendOf(shapes, { x: MARGIN, y: bottom + 12, width: WIDTH - 2 * MARGIN });
	return { width: WIDTH, height: endOf(legend, bottom) + MARGIN, shapes: [...shapes, ...legend], page };
}

interface Tier {
	changes: ClockChange[];
	notes: Note[];
	/** How wide the names are, and where it begins; in pixels. */
	names: number;
	top: number;
}

function tierOf(run: Evaluation, agents: Agent[], axis: Axis, tier: Tier): { shapes: Shape[]; bottom: number } {
	const { changes, notes, names, top } = tier;
	const codes = codesOf(run.schedule.rules);
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
			return [...nameOf(run, agent, names, row.y), ...agentShapes(run, agent, axis, row, codes)];
		}),
		...(agents.length === 0 ? message('No agents to show.', axis, rows) : []),
		...(isEmpty(axis.window) && agents.length > 0 ? message('The window is empty.', axis, rows) : []),
		...notesOf(axis, notes, below, bottom),
	];
	return { shapes, bottom };
}

/** Above the names, beside the days. */
function monthsOf({ window, clock }: Axis, width: number, top: number): Shape[] {
	if (isEmpty(window)) return [];
	const text = fitted('normal', monthsText(dayAt(clock, window.start), dayAt(clock, window.end - 1)), width);
	const box = boxOf('normal', text, MARGIN, top + heights.unit / 2);
	return [{ ...box, kind: 'text', part: 'month', text, face: 'normal', colour: colours.muted }];
}

function nowIn(run: Evaluation, window: Interval, now: Instant | undefined): Note[] {
	if (now === undefined || !contains(window, now)) return [];
	return [{ part: 'now', at: now, text: `now ${timeText(run.clock(run.schedule.zone).wallOf(now))}` }];
}

function headline(run: Evaluation, window: Interval, page: Page, options: DrawingOptions): Shape[] {
	const room = WIDTH - 2 * MARGIN;
	const of = page.of > 1 ? `page ${page.number} of ${page.of}` : '';
	const text = fitted('bold', options.title ?? 'Shift schedule', room - widthOf('normal', of) - 30);
	const about = `${windowText(run.clock(run.schedule.zone), window)}, ${run.schedule.zone} · ${countOf(page)}`;
	const [first, second] = [MARGIN + 14, MARGIN + 44];
	const title = boxOf('bold', text, MARGIN, first);
	return [
		{ ...title, kind: 'text', part: 'title', text, face: 'bold', colour: colours.ink },
		...line(fitted('normal', about, room), MARGIN, second),
		...(of === '' ? [] : line(of, WIDTH - MARGIN - widthOf('normal', of), first)),
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
			const box = { x: MARGIN, y: top + index * ROW, width: WIDTH - 2 * MARGIN, height: LINE };
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
function namesWidth(run: Evaluation, agents: Agent[]): number {
	const widths = agents.map((agent) => {
		const zone = ownZone(run, agent);
		return widthOf('normal', nameIn(agent)) + (zone === '' ? 0 : ZONE_GAP + widthOf('normal', zone));
	});
	return Math.min(MOST_NAMES, Math.max(NAMES, ...widths));
}

const nameIn = ({ id, name }: Agent): string => (name.trim() === '' ? id : name);

/** The city's name, which is what there is room for. */
const ownZone = (run: Evaluation, agent: Agent): string => {
	const zone = zoneOf(run, agent);
	return zone === run.schedule.zone ? '' : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
};

/** The name at the left and, where it is another than the schedule's, the zone at the right. */
function nameOf(run: Evaluation, agent: Agent, width: number, y: number): Shape[] {
	const middle = y + ROW / 2;
	const left = width - ZONE_GAP - widthOf('normal', nameIn(agent));
	const zone = fitted('normal', ownZone(run, agent), Math.max(left, Math.floor(width / 2)));
	const zoneWidth = widthOf('normal', zone);
	const text = fitted('normal', nameIn(agent), width - (zone === '' ? 0 : zoneWidth + ZONE_GAP));
	const name: Shape = {
		...boxOf('normal', text, MARGIN, middle),
		...{ kind: 'text', part: 'name', text, face: 'normal', colour: colours.ink, agent: agent.id },
	};
	if (zone === '') return [name];
	const place = boxOf('normal', zone, MARGIN + width - zoneWidth, middle);
	const small = { kind: 'text', part: 'zone', text: zone, face: 'normal', colour: colours.muted } as const;
	return [name, { ...place, ...small, agent: agent.id }];
}
