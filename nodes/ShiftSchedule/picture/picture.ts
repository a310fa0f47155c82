import type { Run } from '../model/run';
import type { Agent } from '../model/schedule';
import type { Span } from '../model/span';
import { canvasOf, paint } from './canvas';
import { colours } from './colours';
import { drawingOf, type Drawing, type DrawingOptions, type Page } from './drawing';
import { pngOf } from './png';

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

/** More are no longer readable where a mail or n8n shows them. */
export const MOST_AGENTS = 45;

/**
 * A timeline of agents and their states as PNG files, one for every {@link MOST_AGENTS} agents; without agents, one that
 * says so.
 *
 * @throws RangeError as `segmentsOf` does, when the window is too long for an agent
 */
export async function picturesOf(run: Run, window: Span, options: PictureOptions = {}): Promise<Picture[]> {
	const pictures: Picture[] = [];
	// One after the other: a page takes megabytes while it is painted.
	for (const page of pagesOf(options.agents ?? run.schedule.agents)) {
		pictures.push(await pictureOf(drawingOf(run, window, page, options)));
	}
	return pictures;
}

/** Pages of about the same length. */
export function pagesOf(agents: Agent[]): Page[] {
	const of = Math.max(1, Math.ceil(agents.length / MOST_AGENTS));
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
