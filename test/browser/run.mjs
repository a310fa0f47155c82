// `npm run test:browser`: the packed pack in a real n8n, used in its editor as a person does, by a real Chromium.
// `npm run test:browser -- --only panel,minutes` runs some parts alone; `-- --short` those that .ci/run runs.
// Without a Chromium nothing is tested, which counts neither as passed nor as failed.
import { parseArgs } from 'node:util';
import { withN8n } from '../support/withN8n.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, short: { type: 'boolean', default: false } } });

await withN8n('browser', async (stage) => {
	const { tsImport } = await import('tsx/esm/api');
	const { runInBrowser, whyNot } = await tsImport('./everything.ts', import.meta.url);
	const reason = whyNot();
	if (!reason) return await runInBrowser(stage, { parts: values.only?.split(','), isShort: values.short });
	console.log(`\nbrowser tests skipped: ${reason}`);
});
