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
	steps: number;
	/** The steps to work in; the first step is 0. */
	on: number[];
}

/** @param startingStep where the agent stands on the anchor date: by it, agents of one pattern take turns */
export function stepOn({ anchor, daysAStep, steps }: Rotation, day: EpochDay, startingStep: number): number {
	return modulo(Math.floor((day - anchor) / daysAStep) + startingStep, steps);
}

export const isOn = (rotation: Rotation, day: EpochDay, startingStep: number): boolean =>
	rotation.on.includes(stepOn(rotation, day, startingStep));
