import { drawingOf, type Drawing, type DrawingOptions } from '../../../../nodes/ShiftSchedule/picture/layout/drawing';
import { pagesOf } from '../../../../nodes/ShiftSchedule/picture/picture';
import type { DrawnShape, Part } from '../../../../nodes/ShiftSchedule/picture/layout/part';
import { LINE } from '../../../../nodes/ShiftSchedule/picture/raster/shape';
import type { RosterOptions } from '../../../../nodes/ShiftSchedule/model/roster/roster';
import type { Interval } from '../../../../nodes/ShiftSchedule/model/calendar/interval';
import { evaluationOf, type Row } from '../model/make';

export const spanOf = (from: string, until: string): Interval => ({ start: Date.parse(from), end: Date.parse(until) });

/** The first page. */
export function drawn(
	rows: Row[],
	window: Interval,
	{ title, now, ...options }: DrawingOptions & Partial<RosterOptions> = {},
): Drawing {
	const run = evaluationOf(rows, options);
	const [page] = pagesOf(run, window);
	if (page === undefined) throw new Error('no page');
	return drawingOf(run, window, page, { title, now });
}

export const shapesOf = ({ shapes }: Drawing, part: Part, agent?: string): DrawnShape[] =>
	shapes.filter((shape) => shape.part === part && (agent === undefined || shape.agent === agent));

export const textsOf = (drawing: Drawing, part: Part, agent?: string): string[] =>
	shapesOf(drawing, part, agent).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

/** Where the chart begins and ends: the first and the last upright line of the grid. */
export function chartOf(drawing: Drawing): { left: number; right: number } {
	const lines = shapesOf(drawing, 'grid').filter(({ width }) => width === LINE);
	const xs = lines.map(({ x }) => x);
	return { left: Math.min(...xs), right: Math.max(...xs) + LINE };
}
