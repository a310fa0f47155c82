import { shiftKey } from '../../model/schedule/precedence';
import type { Segment } from '../../model/schedule/layers';
import type { Assignment } from '../../model/schedule/types';
import type { Interval } from '../../model/calendar/interval';

/** What people see as one thing: a shift with the breaks in it, or days off in a row. */
export interface Block extends Interval {
	/** Of the shift, where there is one. */
	assignment: Assignment;
	pieces: Segment[];
}

/** @param segments one after another, as `segmentsOf` has them: where nothing holds there is one that says so */
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
