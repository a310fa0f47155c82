import { createReadStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import type { Canary } from './canaries';
import type { Checks } from './checks';
import type { Stage } from './everything';
import { needlesOf } from './forms';

/** Where a secret was found. */
export interface Leak {
	secret: string;
	form: string;
	/** Below the folder that was searched. */
	file: string;
	around: string;
}

const PROGRAMS = ['node_modules', '.cache'];

const PIECE = 4 * 2 ** 20;
/** Longer than any needle. */
const OVERLAP = 4096;

/**
 * Searches all that n8n left behind, which must not run any more: every file as bytes (databases with what was deleted in
 * them and their journals, logs, event logs, binary data), and every value of the databases unpacked.
 */
export async function findLeaks(
	{ root, node, folder, processes }: Stage,
	secrets: Canary[],
): Promise<{ leaks: Leak[]; files: string[] }> {
	const unpacked = join(folder, 'unpacked');
	await mkdir(unpacked, { recursive: true });
	const left = await filesIn(folder);
	const leaks = await search(folder, left, secrets);
	const databases = left.filter((file) => file.endsWith('.sqlite'));
	for (const [index, database] of databases.entries()) {
		const script = join(root, 'test/e2e/readDatabase.mjs');
		const target = join(unpacked, `${index}.txt`);
		await processes.run('read-database', [node, script, database, target], { cwd: folder });
	}
	const values = await filesIn(unpacked);
	const more = await search(folder, values, secrets);
	return { leaks: [...leaks, ...more], files: [...left, ...values].map((file) => relative(folder, file)) };
}

/** One check for each name of secrets. */
export function checkLeaks(checks: Checks, secrets: Canary[], { leaks, files }: Awaited<ReturnType<typeof findLeaks>>) {
	for (const name of new Set(secrets.map((one) => one.name))) {
		const found = leaks.filter(({ secret }) => secret === name);
		checks.check(
			`secret, ${name}: in none of ${files.length} files of n8n`,
			found.map(({ file, form, around }) => `${file} has it (${form}): ${around}`),
		);
	}
}

/** The search itself is proved: what was planted is found in the database, as it is on disk and unpacked. */
export function checkPlanted(checks: Checks, planted: Canary[], { leaks }: Awaited<ReturnType<typeof findLeaks>>) {
	if (planted.length === 0) return;
	const places = { 'on disk': /\.sqlite(-wal)?$/, unpacked: /^unpacked/ };
	for (const [place, files] of Object.entries(places)) {
		const missed = planted.filter(
			({ name }) => !leaks.some(({ secret, file }) => secret === name && files.test(file)),
		);
		checks.check(
			`secrets: what was planted in n8n's database in ${planted.length} forms is found ${place}`,
			missed.map(({ name }) => `not ${name}`),
		);
	}
}

const filesIn = async (folder: string): Promise<string[]> =>
	(await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		// Not the pack and the editor, as they were installed.
		.filter((file) => !PROGRAMS.some((folder) => file.includes(join(sep, folder, sep))) && !file.endsWith('.tgz'));

async function search(folder: string, files: string[], secrets: Canary[]): Promise<Leak[]> {
	const needles = secrets.flatMap(({ name, core }) => needlesOf(core).map((one) => ({ ...one, secret: name })));
	const leaks: Leak[] = [];
	for (const file of files) {
		const found = new Set<string>();
		let before = Buffer.alloc(0);
		for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
			const text = Buffer.concat([before, piece as Buffer]);
			for (const { secret, form, bytes } of needles) {
				const at = found.has(`${secret} ${form}`) ? -1 : text.indexOf(bytes);
				if (at < 0) continue;
				found.add(`${secret} ${form}`);
				const around = text.subarray(Math.max(0, at - 80), at + 20).toString('latin1');
				leaks.push({ secret, form, file: relative(folder, file), around: JSON.stringify(around) });
			}
			before = text.subarray(-OVERLAP);
		}
	}
	return leaks;
}
