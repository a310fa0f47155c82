import type { Demo } from '../../demo/bootstrap/demo';
import type { Checks } from '../e2e/checks';

/** What was asked for on the command line. */
export interface Asked {
	/** The names of some parts; all of them unless given. */
	parts?: string[];
	/** Only those that .ci/run runs. */
	isShort: boolean;
}

/** A part of the tests by its name. */
export type Part<Scene> = [name: string, check: (scene: Scene) => Promise<void>];

/** The parts to run, in the order of `all`. @throws {Error} where one does not exist */
export function chosenParts<Scene>(
	all: Record<string, Part<Scene>[1]>,
	short: readonly string[],
	{ parts, isShort }: Asked,
): Array<Part<Scene>> {
	const names = Object.keys(all);
	const asked = parts ?? (isShort ? short : names);
	const unknown = asked.find((name) => !names.includes(name));
	if (unknown !== undefined) throw new Error(`There is no part "${unknown}": ${names.join(', ')}.`);
	return Object.entries(all).filter(([name]) => asked.includes(name));
}

/**
 * Runs parts one after the other. One that breaks off is a check that failed, and leaves the others to be tried.
 *
 * @param whenBroken what to say besides the reason
 */
export async function runParts<Scene>(
	chosen: ReadonlyArray<Part<Scene>>,
	scene: Scene,
	{ progress, checks }: Pick<Demo, 'progress'> & { checks: Checks },
	whenBroken: (name: string) => Promise<string[]> = async () => await Promise.resolve([]),
): Promise<void> {
	for (const [name, check] of chosen) {
		await progress
			.step(`Part "${name}"`, async () => await check(scene))
			.catch(async (reason: unknown) =>
				checks.check(`Part "${name}" came to its end`, [
					reason instanceof Error ? reason.message : String(reason),
					...(await whenBroken(name)),
				]),
			);
	}
}
