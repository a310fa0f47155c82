import type { Evaluation } from '../model/schedule/evaluation';
import type { Agent } from '../model/schedule/types';
import type { Interval } from '../model/calendar/interval';
import { tiersOf } from './layout/axis';
import { drawingOf, type Drawing, type DrawingOptions } from './layout/drawing';
import type { PicturePage } from './layout/page';
import { pngFile } from './pngFile';

/** Tables name days and times in the same words as the picture. */
export { dayAndTimeText } from './layout/dateText';

/** A page as a file. */
export interface Picture {
	png: Uint8Array;
	/** In pixels. */
	width: number;
	height: number;
	/** The ids of the agents on it. */
	agents: string[];
	/** From 1. */
	page: number;
	pages: number;
}

export interface PictureOptions extends DrawingOptions {
	/** All of the schedule if they are left out. */
	agents?: Agent[] | undefined;
}

/** The most rows on a picture, over all tiers, and the height of a tier's header in rows. n8n cuts off higher pictures. */
const [MOST_ROWS, HEADER_ROWS] = [28, 2];

/**
 * A timeline of agents and their states as PNG files, each with as many agents as can be read at once. Without agents there
 * is one picture that says so.
 *
 * @throws {TooManyAssignments} as `segmentsOf` does, when the window is too long for an agent
 */
export async function picturesOf(
	evaluation: Evaluation,
	window: Interval,
	options: PictureOptions = {},
): Promise<Picture[]> {
	const pictures: Picture[] = [];
	// One after the other, because a page takes megabytes while it is painted.
	for (const page of pagesOf(evaluation, window, options.agents)) {
		pictures.push(await pictureOf(drawingOf(evaluation, window, page, options)));
	}
	return pictures;
}

/** The pages of the pictures, all of about the same length. */
export function pagesOf(evaluation: Evaluation, window: Interval, agents = evaluation.schedule.agents): PicturePage[] {
	const tiers = tiersOf(evaluation.clock(evaluation.schedule.zone), window).length;
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

async function pictureOf(drawing: Drawing): Promise<Picture> {
	const { width, height, page } = drawing;
	const agents = page.agents.map(({ id }) => id);
	return { png: await pngFile(drawing), width, height, agents, page: page.number, pages: page.of };
}
