import axios from 'axios';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const shape = z.object({ url: z.string(), processes: z.array(z.number()) });
/** A demo: the editor's URL, and the ids of its processes. */
export type Running = z.infer<typeof shape>;

/** The demo that runs from this clone, if its editor responds: a killed demo leaves its file behind. */
export async function findRunningDemo(file: string): Promise<Running | undefined> {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (text === undefined) return undefined;
	const { data: known } = shape.safeParse(fromJson(text));
	if (!known) return undefined;
	const responds = await axios.get(`${known.url}/healthz`, { proxy: false, timeout: 2000 }).then(
		() => true,
		() => false,
	);
	return responds ? known : undefined;
}

/** Fails when a demo runs already: two n8n processes would damage the database that they share. */
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

/** A demo that is killed while it writes may leave half a file. */
function fromJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
