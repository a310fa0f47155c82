import { contains, type Interval } from '../../ShiftSchedule/model/calendar/interval';
import { timeText } from '../../ShiftSchedule/model/calendar/timeText';
import { tiersOf, type Axis } from '../../ShiftSchedule/picture/layout/axis';
import { stateBar } from '../../ShiftSchedule/picture/layout/bars';
import { clockChanges } from '../../ShiftSchedule/picture/layout/clockChanges';
import { colours } from '../../ShiftSchedule/picture/layout/colours';
import { clockChangeText, windowText } from '../../ShiftSchedule/picture/layout/dateText';
import { divisionOf } from '../../ShiftSchedule/picture/layout/division';
import { gridOf, heights, notesOf, scaleOf, type Note } from '../../ShiftSchedule/picture/layout/header';
import { HEADLINE, titleLines } from '../../ShiftSchedule/picture/layout/headline';
import { legendLines, type LegendEntry } from '../../ShiftSchedule/picture/layout/legend';
import { MARGIN, ROW, WIDTH } from '../../ShiftSchedule/picture/layout/sizes';
import { ticksOf } from '../../ShiftSchedule/picture/layout/ticks';
import { bottomOf, LINE } from '../../ShiftSchedule/picture/raster/shape';
import { BLOCK, exceptionBar, LANE, laneShapes, unknownBar, type LaneAgent, type LaneOptions } from './lanes';
import {
	asPart,
	centredText,
	leftText,
	namesColumn,
	LANE_SAMPLE,
	type AdherenceDrawing,
	type AdherenceShape,
} from './shapes';

/** The most rows of the timeline's height on a picture, over all tiers, and the height of a tier's header in rows. */
const [MOST_LANE_ROWS, LANE_HEADER_ROWS] = [28, 2];

/** Between the names and the lanes, and between two tiers; in pixels. */
const [LANE_NAMES_GAP, LANE_TIER_GAP] = [8, 12] as const;

export interface LanePage {
	agents: readonly LaneAgent[];
	/** From 1. */
	number: number;
	of: number;
}

/** The pages of the pictures, all of about the same length. */
export function lanePages(agents: readonly LaneAgent[], window: Interval, { clock }: LaneOptions): LanePage[] {
	const tiers = tiersOf(clock, window).length;
	const most = Math.max(1, Math.floor(((Math.floor(MOST_LANE_ROWS / tiers) - LANE_HEADER_ROWS) * ROW) / BLOCK));
	const of = Math.max(1, Math.ceil(agents.length / most));
	const start = (number: number): number => Math.round((agents.length * number) / of);
	return Array.from({ length: of }, (_, index) => ({
		...{ agents: agents.slice(start(index), start(index + 1)), number: index + 1, of },
	}));
}

/** Lays out one page: for each agent a lane with what was scheduled, and one with what happened. */
export function laneDrawing(page: LanePage, window: Interval, title: string, options: LaneOptions): AdherenceDrawing {
	const { clock } = options;
	const about = `${windowText(clock, window)}, ${clock.zone} · above: scheduled, below: actual`;
	const names = namesColumn(page.agents.map(({ record }) => record.name));
	const shapes = asPart('title', titleLines(title, about, page));
	let bottom = MARGIN + HEADLINE - LANE_TIER_GAP;
	for (const tier of tiersOf(clock, window)) {
		const axis: Axis = { window: tier, clock, left: MARGIN + names + LANE_NAMES_GAP, right: WIDTH - MARGIN };
		const drawn = tierShapes(page, axis, { names, top: bottom + LANE_TIER_GAP }, options);
		shapes.push(...drawn.shapes);
		bottom = drawn.bottom;
	}
	const entries = laneLegend(shapes);
	const legend = asPart('legend', legendLines(entries, { x: MARGIN, y: bottom + 12, width: WIDTH - 2 * MARGIN }));
	const end = Math.max(bottom, ...legend.map(bottomOf));
	return { width: WIDTH, height: end + MARGIN, shapes: [...shapes, ...legend] };
}

function tierShapes(
	{ agents }: LanePage,
	axis: Axis,
	{ names, top }: { names: number; top: number },
	options: LaneOptions,
): { shapes: AdherenceShape[]; bottom: number } {
	const changes = clockChanges(options.clock, axis.window);
	const notes = notesIn(axis, options);
	const [division, ticks] = [divisionOf(axis), ticksOf(axis, changes)];
	const below = top + heights.unit + (ticks.length > 0 ? heights.tick : 0);
	const rows = below + (notes.length > 0 ? heights.note : LINE);
	const bottom = rows + Math.max(1, agents.length) * BLOCK;
	const width = axis.right - axis.left;
	return {
		bottom,
		shapes: [
			...asPart('grid', gridOf(axis, division, ticks, { top, rows: below, bottom })),
			...asPart('grid', scaleOf(axis, division, ticks, top)),
			...agents.flatMap((agent, index) => {
				const y = rows + index * BLOCK;
				return [
					separator(y),
					...nameShapes(agent, names, y),
					...laneShapes(agent, axis, { x: axis.left, y, width, height: BLOCK }, options),
				];
			}),
			...(agents.length === 0
				? [
						centredText(
							'No agents to show.',
							{ x: axis.left, y: rows, width, height: BLOCK },
							{ part: 'message' },
						),
					]
				: []),
			separator(bottom),
			...asPart('grid', notesOf(axis, notes, below, bottom)),
		],
	};
}

function notesIn({ window }: Axis, { clock, now }: LaneOptions): Note[] {
	const changes = clockChanges(clock, window).map((change): Note => ({
		part: 'clocks',
		at: change.at,
		text: clockChangeText(clock, change),
	}));
	if (!contains(window, now)) return changes;
	return [...changes, { part: 'now', at: now, text: `now ${timeText(clock.localMinutesAt(now))}` }];
}

const separator = (y: number): AdherenceShape => ({
	...{ x: MARGIN, y, width: WIDTH - 2 * MARGIN, height: LINE, kind: 'rect', part: 'grid', colour: colours.rowLine },
});

const nameShapes = ({ record, remark }: LaneAgent, width: number, y: number): AdherenceShape[] => {
	const box = { x: MARGIN, y: y + 2, width, height: LANE };
	const shapes = [
		leftText(record.name, box, { part: 'name' }),
		leftText(remark, { ...box, y: y + 2 + LANE }, { part: 'percent', colour: colours.muted }),
	];
	return shapes.map((shape) => ({ ...shape, agent: record.id }));
};

/** The signs that occur. A state that both sides have is explained once. */
function laneLegend(shapes: readonly AdherenceShape[]): LegendEntry[] {
	const shown = new Set(shapes.map(({ part }) => part));
	const has = (colour: number): boolean =>
		shapes.some((shape) => (shape.part === 'scheduled' || shape.part === 'actual') && shape.colour === colour);
	const states = (['available', 'busy', 'break', 'offline'] as const).filter((state) => has(colours[state]));
	return [
		...states.map((state): LegendEntry => ({
			...{ sample: (box) => stateBar(state, box), width: LANE_SAMPLE.width, meaning: state },
		})),
		...(shown.has('exception') ? [sampleOf(exceptionBar, 'exception')] : []),
		...(shown.has('unknown') ? [sampleOf(unknownBar, 'unknown')] : []),
	];
}

/** Drawn as in the lanes; the legend takes the shapes of the timeline. */
const sampleOf = (draw: typeof unknownBar, meaning: string): LegendEntry => ({
	sample: (box) =>
		draw({ ...box, y: box.y + 4, height: LANE }).map((shape) => ({ ...shape, part: 'legend' as const })),
	...{ width: LANE_SAMPLE.width, meaning },
});
