import type { Evaluation } from '../model/schedule/evaluation';
import type { Agent } from '../model/schedule/types';
import type { Interval } from '../model/calendar/interval';
import { tiersOf } from './layout/axis';
import { canvasOf, paint } from './raster/canvas';
import { colours } from './layout/colours';
import { drawingOf, type Drawing, type DrawingOptions, type Page } from './layout/drawing';
import { pngOf } from './raster/png';

/** One page. */
export interface Picture {
	png: Uint8Array;
	/** In pixels. */
	width: number;
	height: number;
	/** The ids of those who are on it. */
	agents: string[];
	/** From 1. */
	page: number;
	pages: number;
}

export interface PictureOptions extends DrawingOptions {
	/** Without them, all of the schedule. */
	agents?: Agent[] | undefined;
}

/** Over all tiers, the header of which is as high as so many: n8n cuts off the lower end of a higher picture. */
const [MOST_ROWS, HEADER_ROWS] = [28, 2];

/**
 * A timeline of agents and their states as PNG files, one for as many agents as can be read at once; without agents, one
 * that says so.
 *
 * @throws {TooManyAssignments} as `segmentsOf` does, when the window is too long for an agent
 */
export async function picturesOf(run: Evaluation, window: Interval, options: PictureOptions = {}): Promise<Picture[]> {
	const pictures: Picture[] = [];
	// One after the other: a page takes megabytes while it is painted.
	for (const page of pagesOf(run, window, options.agents)) {
		pictures.push(await pictureOf(drawingOf(run, window, page, options)));
	}
	return pictures;
}

/** Pages of about the same length. */
export function pagesOf(run: Evaluation, window: Interval, agents = run.schedule.agents): Page[] {
	const tiers = tiersOf(run.clock(run.schedule.zone), window).length;
	const most = Math.floor(MOST_ROWS / tiers) - HEADER_ROWS;
	const of = Math.max(1, Math.ceil(agents.length / most));
	const start = (number: number): number => Math.round((agents.length * number) / of);
	return Array.from({ length: of }, (_, index) => ({
		agents: agents.slice(start(index), start(index + 1)),
		number: index + 1,
		of,
		before: start(index),
		all: agents.length,
	}));
}

async function pictureOf({ width, height, shapes, page }: Drawing): Promise<Picture> {
	const canvas = canvasOf(width, height, colours.paper);
	for (const shape of shapes) paint(canvas, shape);
	const agents = page.agents.map(({ id }) => id);
	return { png: await pngOf(canvas), width, height, agents, page: page.number, pages: page.of };
}
