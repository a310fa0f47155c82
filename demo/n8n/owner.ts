import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const ownerShape = z.object({ email: z.string(), firstName: z.string(), lastName: z.string(), password: z.string() });
export type Owner = z.infer<typeof ownerShape>;

/** The account for the editor. Each clone gets its own password, kept beside n8n's database. */
export async function readOrMakeOwner(file: string): Promise<Owner> {
	const kept = await readFile(file, 'utf8').catch(() => undefined);
	if (kept !== undefined) return ownerShape.parse(JSON.parse(kept));
	// n8n requires eight characters, a digit and a capital letter.
	const owner = {
		email: 'demo@example.com',
		firstName: 'Demo',
		lastName: 'Supervisor',
		password: `Shift-${randomBytes(4).toString('hex')}-1`,
	};
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, JSON.stringify(owner), { mode: 0o600 });
	return owner;
}
