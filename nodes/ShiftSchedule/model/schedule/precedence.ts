import { layers, type Break, type OrderInLayer, type Layer, type Precedence, type ScheduleRule } from './types';
import type { Instant } from '../calendar/zone';

/** Where a layer stands: 0 is the lowest. */
export const layerHeight = (layer: Layer): number => layers.indexOf(layer);

/** @param start when this occurrence of the rule starts */
export const rulePrecedence = (
	{ layer, priority, row, isCleared = false }: ScheduleRule,
	start: Instant,
): Precedence => ({ layer, isBackground: isCleared, priority, start, row });

/** @param shift of the shift that the break is in */
export function breakPrecedence(shift: Precedence, { priority, row }: Break, start: Instant): Precedence {
	return {
		layer: shift.layer,
		isBackground: shift.isBackground,
		priority: shift.priority,
		start: shift.start,
		row: shift.row,
		inShift: { priority, start, row },
	};
}

/**
 * Above zero when `a` hides `b`. Two assignments of an agent that hold at the same time are never equal: their starts
 * and rows are compared, too.
 */
export const comparePrecedence = (a: Precedence, b: Precedence): number =>
	layerHeight(a.layer) - layerHeight(b.layer) ||
	Number(b.isBackground) - Number(a.isBackground) ||
	compareOrder(a, b) ||
	compareBreaks(a.inShift, b.inShift);

/** The higher priority wins, then the later start, then the later row. */
const compareOrder = (a: OrderInLayer, b: OrderInLayer): number =>
	a.priority - b.priority || a.start - b.start || a.row - b.row;

/** A break hides its shift, and the later break another one. */
function compareBreaks(a: OrderInLayer | undefined, b: OrderInLayer | undefined): number {
	if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
	return compareOrder(a, b);
}

/** The same for a shift and all breaks in it, and different for any other shift of the agent. */
export const shiftKey = ({ layer, isBackground, priority, start, row }: Precedence): string =>
	[layer, isBackground, priority, start, row].join(' ');
