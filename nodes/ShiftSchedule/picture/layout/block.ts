import { shiftKey } from '../../model/schedule/precedence';
import type { Segment } from '../../model/schedule/layers';
import type { Assignment } from '../../model/schedule/types';
import type { Interval } from '../../model/calendar/interval';
import type { Axis } from './axis';
import type { Exception } from './bars';

/** What is drawn as one bar: a shift with its breaks, or consecutive days off. */
export interface Block extends Interval {
	/** That of the shift, if there is one. */
	assignment: Assignment;
	pieces: Segment[];
}

/** @param segments without gaps, in order of time, as `segmentsOf` returns them */
export function blocksOf(segments: Segment[]): Block[] {
	const blocks: Block[] = [];
	let last = '';
	for (const segment of segments) {
		const { start, end, assignment } = segment;
		const [key, block] = [blockKey(assignment), blocks.at(-1)];
		if (block && key === last) {
			block.end = end;
			block.pieces.push(segment);
			if (isBreak(block.assignment)) block.assignment = assignment;
		} else blocks.push({ start, end, assignment, pieces: [segment] });
		last = key;
	}
	return blocks;
}

const isBreak = ({ source }: Assignment): boolean => source.layer === 'break';

function blockKey(assignment: Assignment): string {
	const { state, source, precedence } = assignment;
	if (state === 'offline' && !isBreak(assignment)) return `${source.layer} ${source.row} ${source.rule}`;
	return shiftKey(precedence);
}

/** In pixels. Shorter breaks would be mere specks, as in the view of a quarter. */
const LEAST_BREAK = 1.5;

/** The breaks of a block that are wide enough to be seen. */
export const breaksIn = ({ assignment, pieces }: Block, { window, left, right }: Axis): Segment[] =>
	pieces.filter((piece) => {
		const width = ((piece.end - piece.start) / (window.end - window.start)) * (right - left);
		return piece.assignment !== assignment && isBreak(piece.assignment) && width >= LEAST_BREAK;
	});

/** Whether the clocks' change did anything to the block. */
export const isTouchedByDst = ({ pieces }: Block): boolean =>
	pieces.some(({ assignment }) => assignment.dstNote !== '');

export function exceptionOf({ state, source }: Assignment): Exception | undefined {
	if (source.layer === 'manual') return 'manual';
	if (source.swappedWith !== undefined) return 'swap';
	return source.layer === 'override' && state !== 'offline' ? 'extra' : undefined;
}
