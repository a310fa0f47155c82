import { segmentsOf } from '../../model/schedule/assignments';
import type { Evaluation } from '../../model/schedule/evaluation';
import type { Agent, Assignment } from '../../model/schedule/types';
import type { Box } from '../raster/shape';
import type { Abbreviations } from './abbreviations';
import { boxBetween, type Axis } from './axis';
import { dstMark, exceptionMark, holidayBand, leaveBar, manualOffBar, pieceBar, stateBar, temporaryBand } from './bars';
import { blocksOf, breaksIn, exceptionOf, isTouchedByDst, type Block } from './block';
import { blockLabels } from './labels';
import type { DrawnShape } from './part';

/** Between the end of a bar and the start of the next one, in pixels. */
const GAP = 2;

/** The row of an agent in the window. Backgrounds come first, so that the bars are painted over them. */
export function agentShapes(
	evaluation: Evaluation,
	agent: Agent,
	axis: Axis,
	row: Box,
	abbreviations: Abbreviations,
): DrawnShape[] {
	const blocks = blocksOf(segmentsOf(evaluation, agent, axis.window));
	const boxed = blocks.map((block) => ({ block, box: boxBetween(axis, row, block) }));
	const shapes = [
		...boxed.flatMap(({ block, box }) => bandOf(block, box)),
		...boxed.flatMap(({ block, box }) => [
			...barOf(block, axis, row, box),
			...marksOf(block, box),
			...blockLabels(evaluation, block, axis, box, abbreviations),
		]),
	];
	return shapes.map((shape) => ({ ...shape, agent: agent.id }));
}

function bandOf({ assignment: { source } }: Block, box: Box): DrawnShape[] {
	if (source.layer === 'holiday') return holidayBand(box).map((shape) => ({ ...shape, name: source.rule }));
	return source.layer === 'temporary' ? temporaryBand(box) : [];
}

function barOf(block: Block, axis: Axis, row: Box, box: Box): DrawnShape[] {
	const { assignment } = block;
	const { state, source } = assignment;
	if (state === 'offline') {
		if (source.layer === 'override') return leaveBar(withGap(box));
		if (source.layer === 'manual') return manualOffBar(withGap(box));
		// No bar where the roster has no entry, or where the background shows why the agent is off.
		if (source.layer !== 'shift' && !isDefaultRow(assignment)) return [];
	}
	return [
		...stateBar(state, withGap(box)),
		...breaksIn(block, axis).flatMap((piece) => pieceBar(piece.assignment.state, boxBetween(axis, row, piece))),
	];
}

/** Whether a row of kind default says so, and not just the lack of any row. */
const isDefaultRow = ({ source }: Assignment): boolean => source.layer === 'default' && source.row > 0;

const withGap = (box: Box): Box => (box.width > 4 ? { ...box, width: box.width - GAP } : box);

function marksOf(block: Block, box: Box): DrawnShape[] {
	const exception = exceptionOf(block.assignment);
	return [
		...(exception === undefined ? [] : exceptionMark(exception, withGap(box))),
		...(isTouchedByDst(block) ? dstMark(withGap(box)) : []),
	];
}
