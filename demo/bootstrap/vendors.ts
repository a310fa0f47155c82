import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import type { VendorDemo } from '../../simulators/vendorDemo';
import { urlOf } from './startSimulators';
import type { Services } from './startSimulators';

/** A vendor whose simulator runs. */
export interface RunningVendor {
	/** of its simulator */
	url: string;
	demo: VendorDemo;
}

const isVendorDemo = (found: unknown): found is VendorDemo =>
	typeof found === 'object' &&
	found !== null &&
	'credential' in found &&
	'readStates' in found &&
	'pictures' in found;
const moduleShape = z.object({ demo: z.custom<VendorDemo>(isVendorDemo) });

/**
 * Finds every vendor on disk: a folder of simulators/ with a demo.ts. Adding a vendor changes no file of the demo.
 * @param root of the project
 * @returns by folder name, in alphabetical order
 */
export function findVendors(root: string): Record<string, VendorDemo> {
	const folder = join(root, 'simulators');
	const names = readdirSync(folder)
		.filter((name) => existsSync(join(folder, name, 'demo.ts')))
		.sort();
	if (names.length === 0) throw new Error(`No vendor has a demo.ts in ${folder}.`);
	const found = names.map((name): [string, VendorDemo] => {
		// tsx, which runs this, resolves what is required, but not what is imported by a computed path.
		// eslint-disable-next-line @typescript-eslint/no-require-imports
		const module: unknown = require(join(folder, name, 'demo.ts'));
		return [name, moduleShape.parse(module).demo];
	});
	return Object.fromEntries(found);
}

/** All vendors on disk; fails when the simulator of one does not run. */
export function findRunningVendors(root: string, services: Services): RunningVendor[] {
	return Object.entries(findVendors(root)).map(([name, demo]) => ({ url: urlOf(services, name), demo }));
}
