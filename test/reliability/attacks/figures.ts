import { section } from '../section';
import { isWhole } from './traps';

/** What the tests of one file have tried. */
export const figures = { runs: 0, texts: 0, requests: 0, readings: 0, withStates: 0, deliveries: 0 };

/** Holds the documentation to what one file has tried, where everything is tried. Call it behind the tests of the file. */
export function holdFigures(name: string, told: () => string): void {
	if (isWhole) it('leaves its figures', () => section(name).hold(told()));
}

/** For counts that depend on what is drawn, such as which texts are refused. */
export const rounded = (count: number): string => `about ${Math.round(count / 5_000) * 5},000`;
