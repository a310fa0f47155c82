// `npm run test:e2e`: the packed pack in a real n8n, which is killed half-way and run again.
// `npm run test:e2e -- --rounds 3 --seed 42` repeats a part of it, with the same random choices, and
// `npm run test:e2e -- --only trigger` checks the TaskRouter trigger alone. After all of it, everything that n8n left behind is
// searched for the credentials' keys.
import { parseArgs } from 'node:util';
import { withN8n } from '../support/withN8n.mjs';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '20' },
		seed: { type: 'string', default: String(Date.now() % 1e6) },
		only: { type: 'string' },
	},
});

await withN8n('e2e', async (stage) => {
	const { tsImport } = await import('tsx/esm/api');
	const { runEverything } = await tsImport('./everything.ts', import.meta.url);
	const options = { rounds: Number(values.rounds), seed: Number(values.seed) };
	return await runEverything(stage, options, values.only?.split(','));
});
