// `npm run test:e2e`: the packed pack in a real n8n, which is killed half-way and run again.
// `npm run test:e2e -- --rounds 3 --seed 42` repeats a part of it, with the same random choices, `-- --short` kills as often as
// .ci/run does, and
// `npm run test:e2e -- --only trigger` checks the TaskRouter trigger alone. After all of it, everything that n8n left behind is
// searched for the credentials' keys.
import { parseArgs } from 'node:util';
import { withN8n } from '../support/withN8n.mjs';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string' },
		short: { type: 'boolean', default: false },
		seed: { type: 'string', default: String(Date.now() % 1e6) },
		only: { type: 'string' },
	},
});

await withN8n('e2e', async (stage) => {
	const { tsImport } = await import('tsx/esm/api');
	const { runEverything } = await tsImport('./everything.ts', import.meta.url);
	const { short: isShort } = values;
	const rounds = Number(values.rounds ?? (isShort ? 2 : 20));
	const options = { rounds, seed: Number(values.seed), isShort };
	return await runEverything(stage, options, values.only?.split(','));
});
