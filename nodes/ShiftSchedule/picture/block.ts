import type { Segment } from '../model/layers';
import type { Claim } from '../model/schedule';
import type { Span } from '../model/span';

/** What people see as one thing: a shift with the breaks in it, or days off in a row. */
export interface Block extends Span {
	/** Of the shift, where there is one. */
	claim: Claim;
	pieces: Segment[];
}

/** @param segments one after another, as `segmentsOf` has them: where nothing holds there is one that says so */
export function blocksOf(segments: Segment[]): Block[] {
	const blocks: Block[] = [];
	let last = '';
	for (const segment of segments) {
		const { start, end, claim } = segment;
		const [key, block] = [keyOf(claim), blocks.at(-1)];
		if (block && key === last) {
			block.end = end;
			block.pieces.push(segment);
			if (isBreak(block.claim)) block.claim = claim;
		} else blocks.push({ start, end, claim, pieces: [segment] });
		last = key;
	}
	return blocks;
}

const isBreak = ({ source }: Claim): boolean => source.layer === 'break';

/** A break's rank begins with that of its shift. */
function keyOf(claim: Claim): string {
	const { state, source, rank } = claim;
	if (state === 'offline' && !isBreak(claim)) return `${source.layer} ${source.row} ${source.rule}`;
	return rank.slice(0, 4).join(' ');
}
