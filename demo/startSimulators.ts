import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import type { Demo, Started } from './demo';
import { logged } from './startN8n';

const START_LIMIT_MS = 60_000;

const shape = z.object({ twilio: z.string(), voipNow: z.string(), conpeek: z.string(), office: z.string() });
/** Where each vendor listens, and the office with its calendars and its chat. */
export type Services = z.infer<typeof shape>;

export interface RunningSimulators {
	services: Services;
	process: Started;
}

/** Starts the vendors' simulators, each in its first state, and waits for the line that says where they are. */
export async function startSimulators({ root, processes, interrupted }: Demo): Promise<RunningSimulators> {
	const started = processes.start('simulators', [process.execPath, '--import', 'tsx', 'simulators/serve.ts'], {
		cwd: root,
	});
	let end = '';
	void started.ended.then((words) => (end = words));
	const deadline = Date.now() + START_LIMIT_MS;
	for (;;) {
		const line = (await readFile(started.log, 'utf8')).split('\n').find((each) => each.startsWith('{"'));
		if (line !== undefined) return { services: shape.parse(JSON.parse(line)), process: started };
		if (interrupted.aborted) throw new Error('Stopped.');
		if (end) throw logged(`The simulators ended with ${end} before they were ready.`, started);
		if (Date.now() > deadline)
			throw logged(`The simulators were not ready after ${START_LIMIT_MS / 1000} s.`, started);
		await sleep(50);
	}
}
