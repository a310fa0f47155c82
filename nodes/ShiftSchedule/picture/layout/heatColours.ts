import type { HeatCell } from '../../model/answers/heat';
import type { Colour } from '../raster/shape';

/** How well a slot is staffed, worst first. */
export const heatLevels = ['farTooFew', 'tooFew', 'enough', 'moreThanEnough', 'notNeeded'] as const;

export type HeatLevel = (typeof heatLevels)[number];

/** Shares of the number needed: below the first it is far too few, above the second more than enough. */
const [FAR_TOO_FEW, MORE_THAN_ENOUGH] = [0.75, 1.25];

export function levelOf({ needed, scheduled }: HeatCell): HeatLevel {
	if (needed === 0) return 'notNeeded';
	if (scheduled < needed) return scheduled < needed * FAR_TOO_FEW ? 'farTooFew' : 'tooFew';
	return scheduled > needed * MORE_THAN_ENOUGH ? 'moreThanEnough' : 'enough';
}

/** Orange to blue, which people who confuse red and green can tell apart; the numbers say the same as the colours. */
export const heatColours: Record<HeatLevel, Colour> = {
	farTooFew: 0xf08a4b,
	tooFew: 0xfbd3ae,
	enough: 0xe3f2ea,
	moreThanEnough: 0xa9cdf0,
	notNeeded: 0xffffff,
};

export const heatMeanings: Record<HeatLevel, string> = {
	farTooFew: 'below 75 % of the need',
	tooFew: 'below the need',
	enough: 'enough',
	moreThanEnough: 'over 125 % of the need',
	notNeeded: 'nobody needed',
};
