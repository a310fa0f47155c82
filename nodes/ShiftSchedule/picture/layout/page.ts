import type { Agent } from '../../model/schedule/types';

/** The agents of one picture, and its place among the others. */
export interface PicturePage {
	agents: Agent[];
	/** From 1. */
	number: number;
	/** How many pages there are. */
	of: number;
	/** How many agents the pages before have. */
	before: number;
	/** How many agents there are on all pages. */
	all: number;
}
