import { modulo, type EpochDay } from './day';

/**
 * A pattern of steps that repeats, counted in calendar days from an anchor date.
 *
 * Never in elapsed seconds, which drift by an hour with the clocks, and never in week numbers, which skip at New Year
 * (n8n's own "every 2 weeks" leaves 21 days before 2029-01-15).
 */
export interface Rotation {
	/** The first day of the first step. */
	anchor: EpochDay;
	/** 1 for a step a day, 7 for a step a week. */
	daysAStep: number;
	/** How many steps the pattern has. */
	steps: number;
	/** The steps with work, of `0` to `steps - 1`. */
	on: number[];
}

/**
 * The step of a day.
 *
 * @param startingStep the agent's step on the anchor date, so that agents of one pattern can take turns
 */
export function stepOn({ anchor, daysAStep, steps }: Rotation, day: EpochDay, startingStep: number): number {
	return modulo(Math.floor((day - anchor) / daysAStep) + startingStep, steps);
}

/** Whether a day has work. */
export const worksOn = (rotation: Rotation, day: EpochDay, startingStep: number): boolean =>
	rotation.on.includes(stepOn(rotation, day, startingStep));
