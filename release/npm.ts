import { execFileSync } from 'node:child_process';

import { startable } from '../demo/bootstrap/platform.mjs';

/** What npm says about a package that it has packed. */
export interface Packed {
	filename: string;
	files: Array<{ path: string; size: number }>;
	entryCount: number;
	/** in bytes, of the archive */
	size: number;
	unpackedSize: number;
}

/** Runs npm to its end. @returns what it prints */
export function npm(cwd: string, ...given: string[]): string {
	const { program, args, options } = startable(['npm', ...given]);
	return execFileSync(program, args, { cwd, ...options, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** Packs the package in a folder as `npm publish` would. @param destination for the archive; none is written without it */
export function packed(folder: string, destination?: string): Packed {
	const where = destination === undefined ? ['--dry-run'] : ['--pack-destination', destination];
	const [report] = JSON.parse(npm(folder, 'pack', '--json', '--ignore-scripts', ...where)) as Packed[];
	if (!report) throw new Error(`npm packed nothing in ${folder}`);
	return report;
}
