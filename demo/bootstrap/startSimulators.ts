import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

import { errorWithLog } from './demo';
import type { Demo, Started } from './demo';

const START_LIMIT_MS = 60_000;

/** The URL of each simulator by its folder in simulators/; the folder `office` has calendars and a chat. */
export type Services = Readonly<Record<string, string>>;

/** As simulators/serve.ts prints it; a name there may be written in camel case. */
const lineShape = z
	.record(z.string(), z.string().url())
	.transform((urls) => Object.fromEntries(Object.entries(urls).map(([name, url]) => [name.toLowerCase(), url])));

export interface RunningSimulators {
	services: Services;
	process: Started;
}

/** Starts every simulator in its first state, and waits for the line that says where they listen. */
export async function startSimulators({ root, processes, interrupted }: Demo): Promise<RunningSimulators> {
	const started = processes.start('simulators', [process.execPath, '--import', 'tsx', 'simulators/serve.ts'], {
		cwd: root,
	});
	let end = '';
	void started.ended.then((words) => (end = words));
	const deadline = Date.now() + START_LIMIT_MS;
	for (;;) {
		const line = (await readFile(started.log, 'utf8')).split('\n').find((each) => each.startsWith('{"'));
		if (line !== undefined) return { services: lineShape.parse(JSON.parse(line)), process: started };
		if (interrupted.aborted) throw new Error('Stopped.');
		if (end) throw errorWithLog(`The simulators ended with ${end} before they were ready.`, started);
		if (Date.now() > deadline)
			throw errorWithLog(`The simulators were not ready after ${START_LIMIT_MS / 1000} s.`, started);
		await sleep(50);
	}
}

/** @param folder in simulators/ */
export function urlOf(services: Services, folder: string): string {
	const url = services[folder.toLowerCase()];
	if (url === undefined) throw new Error(`No simulator runs for simulators/${folder}.`);
	return url;
}
