import type { Evaluation } from '../../model/schedule/evaluation';
import type { Assignment } from '../../model/schedule/types';
import type { Box, Colour } from '../raster/shape';
import { boxOf, widthOf } from '../raster/text';
import type { Abbreviations } from './abbreviations';
import { boxBetween, xOf, type Axis } from './axis';
import { BADGE } from './bars';
import { breaksIn, exceptionOf, isTouchedByDst, type Block } from './block';
import { colours } from './colours';
import type { DrawnShape } from './part';

/** Around a label, and the width of the mark for the change of the clocks; in pixels. */
const [PADDING, DST_MARK] = [2, 10];

/**
 * The longest name that fits, beside the breaks or else across them; if none fits, the shift's abbreviation. Then the
 * names of the breaks, unless the label runs across them.
 */
export function blockLabels(
	evaluation: Evaluation,
	block: Block,
	axis: Axis,
	box: Box,
	abbreviations: Abbreviations,
): DrawnShape[] {
	const { assignment } = block;
	const names = namesOf(evaluation, assignment).filter((name) => name !== '');
	const abbreviation = names.map((name) => abbreviations.get(name)).find((one) => one !== undefined);
	const rooms = roomsIn(block, axis, box);
	for (const text of [...names, ...(abbreviation === undefined ? [] : [abbreviation])]) {
		const width = widthOf('normal', text);
		const room = rooms.find(({ left, right }) => width <= right - left);
		if (room === undefined) continue;
		const at = boxOf('normal', text, Math.floor((room.left + room.right - width) / 2), box.y + box.height / 2);
		const isDayOff = assignment.state === 'offline' && assignment.source.layer === 'holiday';
		const letters = { kind: 'text', text, face: 'normal', colour: isDayOff ? colours.muted : colours.ink } as const;
		const part = names.includes(text) ? 'label' : 'abbreviation';
		const label: DrawnShape = { ...at, ...letters, part, name: names.at(-1) ?? text };
		const isAcrossBreaks = rooms.length > 1 && room === rooms.at(-1);
		return isAcrossBreaks ? [label] : [...backing(assignment, at), label, ...breakLabels(block, axis, box)];
	}
	return breakLabels(block, axis, box);
}

/** Above the colour of each break that has room for its name, as in the view of a day. */
function breakLabels(block: Block, axis: Axis, row: Box): DrawnShape[] {
	return breaksIn(block, axis).flatMap((piece): DrawnShape[] => {
		const box = boxBetween(axis, row, piece);
		const text = piece.assignment.source.rule;
		const width = widthOf('normal', text);
		if (piece.assignment.state !== 'break' || text === 'break' || width + 2 * PADDING > box.width) return [];
		const at = boxOf('normal', text, box.x + Math.floor((box.width - width) / 2), box.y + row.height / 2 - 3);
		return [{ ...at, kind: 'text', part: 'label', text, face: 'normal', colour: colours.ink }];
	});
}

/** From left to right, in pixels. */
interface Room {
	left: number;
	right: number;
}

/** Where a label may be: in the longest part of the block between breaks, or anywhere in the block. */
function roomsIn(block: Block, axis: Axis, box: Box): Room[] {
	const { assignment, pieces } = block;
	const hasBadge = exceptionOf(assignment) !== undefined && box.width >= BADGE;
	const whole: Room = {
		left: box.x + PADDING + (hasBadge ? BADGE : 0),
		right: box.x + box.width - PADDING - (isTouchedByDst(block) ? DST_MARK : 0),
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

/** A plain background for a label on a hatched bar, where letters are hard to read. */
function backing({ state, source }: Assignment, label: Box): DrawnShape[] {
	const box = { x: label.x - 3, y: label.y, width: label.width + 6, height: label.height };
	const filled = (colour: Colour): DrawnShape[] => [{ ...box, kind: 'rect', part: 'label', colour, radius: 3 }];
	if (state === 'busy') return filled(colours.busy);
	if (state !== 'offline') return [];
	if (source.layer === 'holiday') return filled(colours.holiday);
	return source.layer === 'override' ? filled(colours.leave) : [];
}

/** What people call it, the longest name first; empty if there is nothing to say. */
function namesOf(evaluation: Evaluation, { state, reason, source }: Assignment): string[] {
	const { layer, rule, swappedWith } = source;
	if (layer === 'default' || layer === 'temporary' || layer === 'shift') {
		if (state === 'offline') return [];
	}
	const isKind = rule === layer || rule === 'leave' || rule === 'extra' || rule === 'manual';
	const name = isKind ? reason || rule : rule;
	if (swappedWith === undefined) return [name];
	return [`${name}, for ${evaluation.agent(swappedWith)?.name ?? swappedWith}`, name];
}
