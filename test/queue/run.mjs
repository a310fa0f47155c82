// `npm run test:queue`: the packed pack in n8n's queue mode: a main process, two workers and a webhook process, on Redis and
// PostgreSQL. `npm run test:queue -- --only memory,columns` runs some parts alone; `-- --short` those that .ci/run runs;
// `-- --measure` prints figures for docs/performance.md instead.
// Redis and PostgreSQL are used where they listen on this machine, and started where they are installed; a database and a
// prefix of their own keep everything else in them as it is. Without them nothing is tested, which counts neither as passed
// nor as failed.
import { parseArgs } from 'node:util';
import { withN8n } from '../support/withN8n.mjs';

const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		short: { type: 'boolean', default: false },
		measure: { type: 'boolean', default: false },
		redis: { type: 'string', default: '6379' },
		postgres: { type: 'string', default: '5432' },
	},
});

await withN8n('queue', async (given) => {
	const { tsImport } = await import('tsx/esm/api');
	const { openServices } = await tsImport('./services.ts', import.meta.url);
	const { runInQueueMode } = await tsImport('./everything.ts', import.meta.url);
	const ports = { redis: Number(values.redis), postgres: Number(values.postgres) };
	const services = await openServices(given, ports);
	try {
		if (services.kind === 'ready') {
			const { only, short: isShort, measure: isMeasured } = values;
			return await runInQueueMode({ ...given, ports }, { parts: only?.split(','), isShort, isMeasured });
		}
		console.log(`\nqueue tests skipped: ${services.reason}`);
	} finally {
		await services.close();
	}
});
