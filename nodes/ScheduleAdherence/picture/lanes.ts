import { intersection, isEmpty, type Interval } from '../../ShiftSchedule/model/calendar/interval';
import type { Instant, ZoneClock } from '../../ShiftSchedule/model/calendar/zone';
import { boxBetween, type Axis } from '../../ShiftSchedule/picture/layout/axis';
import { stateBar } from '../../ShiftSchedule/picture/layout/bars';
import { colours } from '../../ShiftSchedule/picture/layout/colours';
import { inset, LINE, type Box } from '../../ShiftSchedule/picture/raster/shape';
import { widthOf } from '../../ShiftSchedule/picture/raster/text';
import type { AdherenceException } from '../model/comparison/exceptions';
import type { TimePiece } from '../model/comparison/pieces';
import type { CommonState } from '../model/comparison/stateRules';
import type { ActualStretch, AgentRecord } from '../model/record/types';
import { asPart, centredText, type AdherenceShape } from './shapes';

/** What the picture shows of an agent. */
export interface LaneAgent {
	record: AgentRecord;
	/** Up to now, without gaps. */
	pieces: readonly TimePiece[];
	/** Those to mark. */
	exceptions: readonly AdherenceException[];
	/** What stands below the name, such as `93.4 %`. */
	remark: string;
}

export interface LaneOptions {
	clock: ZoneClock;
	/** Which of the four states an actual one stands for. */
	stateOf: (actual: ActualStretch) => CommonState | undefined;
	/** What an exception is called where there is room for it. */
	labelOf: (exception: AdherenceException) => string;
	now: Instant;
}

/** The height of a lane, and of an agent with two lanes; in pixels. */
export const [LANE, BLOCK] = [25, 58] as const;

/** The strip below an exception, in pixels. */
const STRIP = 5;

/** Not one of the states' colours, and told apart from them by everyone. */
export const EXCEPTION = 0xb3261e;

/** The two lanes of an agent: what was scheduled, and below it what happened. */
export function laneShapes(agent: LaneAgent, axis: Axis, block: Box, options: LaneOptions): AdherenceShape[] {
	const { record, pieces, exceptions } = agent;
	const [upper, lower] = [block.y + 2, block.y + 2 + LANE].map((y) => ({ ...block, y, height: LANE }));
	if (!upper || !lower) return [];
	const part = <T extends Interval>(times: readonly T[]): Array<T & { box: (row: Box) => Box }> =>
		times.flatMap((time) => {
			const seen = intersection(time, axis.window);
			return isEmpty(seen) ? [] : [{ ...time, box: (row: Box) => boxBetween(axis, row, seen) }];
		});
	return [
		...part(record.scheduled).flatMap(({ state, reason, box }) => [
			...asPart('scheduled', stateBar(state, box(upper))),
			...labelIn(reason, box(upper)),
		]),
		...part(pieces).flatMap((piece) => actualShapes(piece, piece.box(lower), options)),
		...part(exceptions).flatMap((exception) => markShapes(exception, exception.box(lower), options)),
	].map((shape) => ({ ...shape, agent: record.id }));
}

function actualShapes({ actual, standing, shift }: TimePiece, box: Box, { stateOf }: LaneOptions): AdherenceShape[] {
	const state = actual && stateOf(actual);
	if (standing === 'unknown') return unknownBar(box);
	if (state === undefined) return actual ? asPart('actual', stateBar('busy', box)) : [];
	// Who is signed off while nothing is scheduled needs no line.
	return state === 'offline' && !shift ? [] : asPart('actual', stateBar(state, box));
}

export function unknownBar(box: Box): AdherenceShape[] {
	const bar = inset(box, 4);
	return [
		{ ...bar, kind: 'rect', part: 'unknown', colour: colours.holiday },
		{ ...bar, kind: 'hatch', part: 'unknown', colour: colours.holidayHatch },
	];
}

/** A frame and a strip, and what it is called where nothing else is drawn. */
function markShapes(exception: AdherenceException, box: Box, { labelOf }: LaneOptions): AdherenceShape[] {
	const text = labelOf(exception);
	const isEmptyLane = exception.pieces.every(({ actual }) => actual?.state === 'offline');
	const fits = isEmptyLane && widthOf('normal', text) + 4 <= box.width;
	return [
		...(fits ? whiteBox(box) : []),
		...exceptionBar(box),
		...(fits ? [centredText(text, box, { part: 'label', colour: EXCEPTION })] : []),
	];
}

const whiteBox = (box: Box): AdherenceShape[] => [
	{ ...inset(box, 3), kind: 'rect', part: 'exception', colour: colours.paper },
];

export const exceptionBar = (box: Box): AdherenceShape[] => [
	{ ...inset(box, 3), kind: 'outline', part: 'exception', colour: EXCEPTION },
	{ ...box, y: box.y + box.height - LINE, height: STRIP, kind: 'rect', part: 'exception', colour: EXCEPTION },
];

function labelIn(text: string, box: Box): AdherenceShape[] {
	if (text === '' || widthOf('normal', text) + 6 > box.width) return [];
	return [centredText(text, box, { part: 'label' })];
}
