/** All tests of the model as one file, for a jest run of its own: most of such a run's time goes into loading, file by file. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

for (const path of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
	if (!path.endsWith('.test.ts') || path === 'processZone.test.ts') continue;
	describe(path, () => {
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- inside `describe`, so that set-ups stay with their file
		require(join(__dirname, path));
	});
}
