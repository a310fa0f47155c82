import type { Import } from './imports';

/** Arrows between the files and folders that lie directly in one folder. */
type Level = Map<string, Set<string>>;

/**
 * Circles at any level: within a folder, files and folders that import each other in a loop, type imports included.
 *
 * @param imports between files of the project, without endings
 * @returns each circle once, as its members in order
 */
export function circlesIn(imports: readonly Import[]): string[][] {
	return [...levelsOf(imports).values()].flatMap(circlesOf);
}

/** For each folder, the arrows that run between its direct members. */
function levelsOf(imports: readonly Import[]): Map<string, Level> {
	const levels = new Map<string, Level>();
	for (const { from, to } of imports) {
		const [a, b] = [from.replace(/\.ts$/, '').split('/'), to.split('/')];
		const depth = a.findIndex((part, index) => part !== b[index]);
		if (depth < 0) continue;
		const folder = a.slice(0, depth).join('/');
		const level = levels.get(folder) ?? new Map<string, Set<string>>();
		levels.set(folder, level);
		const [source, target] = [a, b].map((parts) => parts.slice(0, depth + 1).join('/')) as [string, string];
		level.set(source, (level.get(source) ?? new Set()).add(target));
	}
	return levels;
}

function circlesOf(level: Level): string[][] {
	const found = new Map<string, string[]>();
	const done = new Set<string>();
	const visit = (at: string, path: string[]): void => {
		const start = path.indexOf(at);
		if (start >= 0) {
			const circle = path.slice(start);
			found.set([...circle].sort().join(' '), circle);
			return;
		}
		if (done.has(at)) return;
		for (const next of level.get(at) ?? []) visit(next, [...path, at]);
		done.add(at);
	};
	for (const start of level.keys()) visit(start, []);
	return [...found.values()];
}
