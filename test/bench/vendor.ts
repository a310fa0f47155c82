import axios from 'axios';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import { errorWithLog } from '../../demo/bootstrap/demo';
import type { Host } from './bench';
import type { Phase, PhaseCount } from './gate';

const START_LIMIT_MS = 30_000;

export interface Setup {
	agents: number;
	/** over which the agents are spread evenly; one unless given */
	workspaces?: number;
	/** how large a part of the agents is not yet as the rows want them */
	differing: number;
	latencyMs: number;
	/** none: no limit */
	phases: Phase[];
}

export interface Counts {
	/** that were accepted, by kind */
	requests: { list: number; read: number; update: number };
	updatedWorkers: number;
	accepted: number;
	/** answered with 429 */
	refused: number;
	maxInFlight: number;
	/** how long accepted requests were held, all added up */
	heldMs: number;
	/** from the first change to the last finished request */
	spanMs: number;
	phases: PhaseCount[];
}

/** By the milliseconds of `process.hrtime`, the clock of V8's profiles too. */
export type Trace = Array<[atMs: number, held: number]>;

export interface Vendor {
	url: string;
	reset(setup: Setup): Promise<void>;
	counts(): Promise<Counts>;
	/** How many accepted changes were held, from when on. */
	trace(): Promise<Trace>;
}

/** Starts the vendor for benchmarks and waits for the line that says where it is. */
export async function startVendor({ root, processes }: Pick<Host, 'root' | 'processes'>): Promise<Vendor> {
	const command = [process.execPath, '--import', 'tsx', 'test/bench/server.ts'];
	const started = processes.start('vendor', command, { cwd: root });
	let end = '';
	void started.ended.then((words) => (end = words));
	const deadline = Date.now() + START_LIMIT_MS;
	for (;;) {
		const line = (await readFile(started.log, 'utf8')).split('\n').find((each) => each.startsWith('{"'));
		if (line !== undefined) return vendorAt(z.object({ url: z.string() }).parse(JSON.parse(line)).url);
		if (end || Date.now() > deadline) throw errorWithLog(`The server did not start ${end && `(${end})`}.`, started);
		await sleep(50);
	}
}

function vendorAt(url: string): Vendor {
	const http = axios.create({ baseURL: url, proxy: false });
	return {
		url,
		reset: async (setup) => {
			await http.post('/control', setup);
		},
		trace: async () => (await http.get<Trace>('/trace')).data,
		counts: async () => (await http.get<Counts>('/control')).data,
	};
}
