import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { NodeSamples } from './samples';
import type { Simulator } from './server';

export * from './seed';

/** A simulated service that can be started. */
export interface SimulatedService {
	/** The name of its folder. */
	id: string;
	/** On 127.0.0.1, at any free port unless one is given; `seed` replaces parts of its first state. */
	start(options?: { port?: number; seed?: object }): Promise<Simulator>;
}

/** A vendor: a folder with samples. Others, such as the office, have none. */
export interface VendorSimulator extends SimulatedService {
	/** By the internal name of each node that speaks with this vendor. */
	samples: Record<string, NodeSamples>;
}

const foldersWith = (file: string): string[] =>
	readdirSync(__dirname, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && existsSync(path.join(__dirname, entry.name, file)))
		.map(({ name }) => name)
		.sort();

/** What is loaded is checked by the compiler in the folder itself: each `server.ts` and `samples.ts` exports the same names. */
function load(id: string, file: string): unknown {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- Found on disk, before the first test is described.
	return require(path.join(__dirname, id, file));
}

/** Everything that can be started, in the order of the names. */
export const simulatedServices = (): SimulatedService[] =>
	foldersWith('server.ts').map((id) => {
		const { start } = load(id, 'server.ts') as Pick<SimulatedService, 'start'>;
		return { id, start };
	});

/** The vendors, in the order of their names. */
export function vendorSimulators(): VendorSimulator[] {
	const vendors = foldersWith('samples.ts');
	return simulatedServices()
		.filter(({ id }) => vendors.includes(id))
		.map((service) => {
			const { samples } = load(service.id, 'samples.ts') as Pick<VendorSimulator, 'samples'>;
			return { ...service, samples };
		});
}

/** The samples of every node of every vendor. */
export const nodeSamples = (): Record<string, NodeSamples> =>
	Object.assign({}, ...vendorSimulators().map(({ samples }) => samples)) as Record<string, NodeSamples>;
