import type { Demo } from '../../demo/bootstrap/demo';

export interface Checks {
	counts: { passed: number; failed: number };
	/** Prints the line and counts it; it is met when there are no problems. */
	check(line: string, problems: Array<string | false>): void;
}

export function openChecks({ note, print }: Demo['progress']): Checks {
	const counts = { passed: 0, failed: 0 };
	return {
		counts,
		check(line, problems) {
			const found = problems.filter((problem) => problem !== false);
			note(`${found.length === 0 ? '✔' : '✘'} ${line}`);
			for (const problem of found) print(`            ${problem}`);
			if (found.length === 0) counts.passed += 1;
			else counts.failed += 1;
		},
	};
}
