import { segmentsOf } from '../../model/schedule/assignments';
import type { Segment } from '../../model/schedule/layers';
import type { Evaluation } from '../../model/schedule/evaluation';
import type { Agent, Assignment } from '../../model/schedule/types';
import type { Interval } from '../../model/calendar/interval';
import { xOf, type Axis } from './axis';
import { BADGE, dstMark, exceptionMark, holidayBand, leaveBar, manualOffBar, pieceBar, stateBar } from './bars';
import { temporaryBand, type Exception } from './bars';
import { blocksOf, type Block } from './block';
import type { Codes } from './abbreviations';
import { colours } from './colours';
import type { Box, Shape } from '../raster/shape';
import { boxOf, widthOf } from '../raster/text';

/** Between a bar's end and the next one's start, and around its name; in pixels. */
const [GAP, PADDING] = [2, 2];

/** How wide a break has to be, and what the clocks' mark takes of a bar; in pixels. */
const [LEAST_BREAK, DST] = [1.5, 10];

/** Everything an agent does in the window: bands first, so that the bars stand on them. */
export function agentShapes(run: Evaluation, agent: Agent, axis: Axis, row: Box, codes: Codes): Shape[] {
	const blocks = blocksOf(segmentsOf(run, agent, axis.window));
	const boxed = blocks.map((block) => ({ block, box: boxBetween(axis, row, block) }));
	const shapes = [
		...boxed.flatMap(({ block, box }) => bandOf(block, box)),
		...boxed.flatMap(({ block, box }) => [
			...barOf(block, axis, row, box),
			...marksOf(block, box),
			...namesIn(run, block, axis, box, codes),
		]),
	];
	return shapes.map((shape) => ({ ...shape, agent: agent.id }));
}

/** However short it is, it is seen. */
function boxBetween(axis: Axis, row: Box, { start, end }: Interval): Box {
	const [left, right] = [xOf(axis, start), xOf(axis, end)];
	const x = Math.min(left, axis.right - 1);
	return { ...row, x, width: Math.max(1, right - x) };
}

function bandOf({ assignment: { source } }: Block, box: Box): Shape[] {
	if (source.layer === 'holiday') return holidayBand(box).map((shape) => ({ ...shape, name: source.rule }));
	return source.layer === 'temporary' ? temporaryBand(box) : [];
}

function barOf(block: Block, axis: Axis, row: Box, box: Box): Shape[] {
	const { assignment } = block;
	const { state, source } = assignment;
	if (state === 'offline') {
		if (source.layer === 'override') return leaveBar(apart(box));
		if (source.layer === 'manual') return manualOffBar(apart(box));
		// Nobody expects anyone where the roster says nothing, or where a band says why.
		if (source.layer !== 'shift' && !isTold(assignment)) return [];
	}
	return [
		...stateBar(state, apart(box)),
		...breaksIn(block, axis).flatMap((piece) => pieceBar(piece.assignment.state, boxBetween(axis, row, piece))),
	];
}

/** Whether a default row, and not its absence, says so. */
const isTold = ({ source }: Assignment): boolean => source.layer === 'default' && source.row > 0;

/** Those that are wide enough: in a bar of a quarter's view they would be specks. */
const breaksIn = ({ assignment, pieces }: Block, { window, left, right }: Axis): Segment[] =>
	pieces.filter((piece) => {
		const width = ((piece.end - piece.start) / (window.end - window.start)) * (right - left);
		return piece.assignment !== assignment && piece.assignment.source.layer === 'break' && width >= LEAST_BREAK;
	});

const apart = (box: Box): Box => (box.width > 4 ? { ...box, width: box.width - GAP } : box);

function exceptionOf({ state, source }: Assignment): Exception | undefined {
	if (source.layer === 'manual') return 'manual';
	if (source.swappedWith !== undefined) return 'swap';
	return source.layer === 'override' && state !== 'offline' ? 'extra' : undefined;
}

const isTouched = ({ pieces }: Block): boolean => pieces.some(({ assignment }) => assignment.dstNote !== '');

function marksOf(block: Block, box: Box): Shape[] {
	const exception = exceptionOf(block.assignment);
	return [
		...(exception === undefined ? [] : exceptionMark(exception, apart(box))),
		...(isTouched(block) ? dstMark(apart(box)) : []),
	];
}

/**
 * The longest name that fits: beside the breaks or, where it has to, across them; else the shift's letter. And the breaks'
 * names, unless that is in their place.
 */
function namesIn(run: Evaluation, block: Block, axis: Axis, box: Box, codes: Codes): Shape[] {
	const { assignment } = block;
	const names = namesOf(run, assignment).filter((name) => name !== '');
	const code = names.map((name) => codes.get(name)).find((one) => one !== undefined);
	const rooms = roomsIn(block, axis, box);
	for (const text of [...names, ...(code === undefined ? [] : [code])]) {
		const width = widthOf('normal', text);
		const room = rooms.find(({ left, right }) => width <= right - left);
		if (room === undefined) continue;
		const at = boxOf('normal', text, Math.floor((room.left + room.right - width) / 2), box.y + box.height / 2);
		const isOff = assignment.state === 'offline' && assignment.source.layer === 'holiday';
		const letters = { kind: 'text', text, face: 'normal', colour: isOff ? colours.muted : colours.ink } as const;
		const part = names.includes(text) ? 'label' : 'code';
		const line: Shape = { ...at, ...letters, part, name: names.at(-1) ?? text };
		const isAcross = rooms.length > 1 && room === rooms.at(-1);
		return isAcross ? [line] : [...backing(assignment, at), line, ...breakNames(block, axis, box)];
	}
	return breakNames(block, axis, box);
}

/** A day's view has room for them: above the break's colour. */
function breakNames(block: Block, axis: Axis, row: Box): Shape[] {
	return breaksIn(block, axis).flatMap((piece): Shape[] => {
		const box = boxBetween(axis, row, piece);
		const text = piece.assignment.source.rule;
		const width = widthOf('normal', text);
		if (piece.assignment.state !== 'break' || text === 'break' || width + 2 * PADDING > box.width) return [];
		const at = boxOf('normal', text, box.x + Math.floor((box.width - width) / 2), box.y + row.height / 2 - 3);
		return [{ ...at, kind: 'text', part: 'label', text, face: 'normal', colour: colours.ink }];
	});
}

/** Where a name may stand, from left to right: in the longest part of the shift, or anywhere in it. */
function roomsIn(block: Block, axis: Axis, box: Box): Array<{ left: number; right: number }> {
	const { assignment, pieces } = block;
	const whole = {
		left: box.x + PADDING + (exceptionOf(assignment) === undefined || box.width < BADGE ? 0 : BADGE),
		right: box.x + box.width - PADDING - (isTouched(block) ? DST : 0),
	};
	if (breaksIn(block, axis).length === 0) return [whole];
	const parts = pieces
		.filter((piece) => piece.assignment === assignment)
		.map(({ start, end }) => ({
			left: Math.max(whole.left, xOf(axis, start) + PADDING),
			right: Math.min(whole.right, xOf(axis, end) - PADDING),
		}));
	return [...parts.sort((a, b) => b.right - b.left - (a.right - a.left)).slice(0, 1), whole];
}

/** Letters on strokes are hard to read. */
function backing({ state, source }: Assignment, line: Box): Shape[] {
	const box = { x: line.x - 3, y: line.y, width: line.width + 6, height: line.height };
	const paper = (colour: number): Shape[] => [{ ...box, kind: 'rect', part: 'label', colour, radius: 3 }];
	if (state === 'busy') return paper(colours.busy);
	if (state !== 'offline') return [];
	if (source.layer === 'holiday') return paper(colours.holiday);
	return source.layer === 'override' ? paper(colours.leave) : [];
}

/** As people call it, the longest first; empty where there is nothing to tell. */
function namesOf(run: Evaluation, { state, reason, source }: Assignment): string[] {
	const { layer, rule, swappedWith } = source;
	if (layer === 'default' || layer === 'temporary' || layer === 'shift') {
		if (state === 'offline') return [];
	}
	const isKind = rule === layer || rule === 'leave' || rule === 'extra' || rule === 'manual';
	const name = isKind ? reason || rule : rule;
	if (swappedWith === undefined) return [name];
	return [`${name}, for ${run.agent(swappedWith)?.name ?? swappedWith}`, name];
}
