import axios from 'axios';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const shape = z.object({ url: z.string(), processes: z.array(z.number()) });
/** Where the editor is, and the ids of the processes behind it. */
export type Running = z.infer<typeof shape>;

/** The demo that runs from this clone, if there is one: a file left behind by a killed demo does not count. */
export async function findRunningDemo(file: string): Promise<Running | undefined> {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (text === undefined) return undefined;
	const { data: known } = shape.safeParse(fromJson(text));
	if (!known) return undefined;
	const answers = await axios.get(`${known.url}/healthz`, { proxy: false, timeout: 2000 }).then(
		() => true,
		() => false,
	);
	return answers ? known : undefined;
}

/** Two n8n on one database would harm it. */
export async function refuseSecondDemo(file: string): Promise<void> {
	const known = await findRunningDemo(file);
	if (known)
		throw new Error(
			`A demo is already running at ${known.url}. Stop it first: Ctrl-C in its terminal, or, if that is gone, kill ${known.processes.join(' ')}`,
		);
}

export async function noteRunning(file: string, running: Running): Promise<void> {
	await writeFile(file, JSON.stringify(running));
}

export async function forgetRunning(file: string): Promise<void> {
	await rm(file, { force: true });
}

/** A demo killed while it wrote leaves half a file. */
function fromJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
