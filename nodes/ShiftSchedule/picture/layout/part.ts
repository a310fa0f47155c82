import type { Shape } from '../raster/shape';

/** What the legend explains if it occurs, in the legend's order. */
export const signs = [
	'available',
	'busy',
	'break',
	'offline',
	'holiday',
	'leave',
	'temporary',
	'extra',
	'swap',
	'manual',
	'dst',
	'clocks',
	'now',
] as const;

export type Sign = (typeof signs)[number];

/** What a shape stands for. */
export type Part =
	| Sign
	| 'title'
	| 'subtitle'
	| 'month'
	| 'unit'
	| 'tick'
	| 'weekend'
	| 'grid'
	| 'name'
	| 'zone'
	| 'label'
	| 'abbreviation'
	| 'heat'
	| 'legend'
	| 'message';

/** A shape of the picture, with what it stands for. */
export type DrawnShape = Shape & {
	part: Part;
	/** The id of the agent in whose row it is. */
	agent?: string;
	/** What people call it, for the legend. */
	name?: string;
};
