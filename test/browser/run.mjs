// `npm run test:browser`: the packed pack in a real n8n, used in its editor as a person does, by a real Chromium.
// `-- --film` makes docs/images/first-minutes.png of the first minutes, a picture that moves.
// `npm run test:browser -- --only panel,minutes` runs some parts alone; `-- --short` those that .ci/run runs.
// Without a Chromium nothing is tested, which counts neither as passed nor as failed.
import { parseArgs } from 'node:util';
import { withN8n } from '../support/withN8n.mjs';

const isOff = { type: 'boolean', default: false };
const { values } = parseArgs({ options: { only: { type: 'string' }, short: isOff, film: isOff } });

await withN8n('browser', async (stage) => {
	const { tsImport } = await import('tsx/esm/api');
	const { runInBrowser, whyNot } = await tsImport('./everything.ts', import.meta.url);
	const reason = whyNot();
	if (!reason)
		return await runInBrowser(stage, {
			parts: values.film ? ['minutes'] : values.only?.split(','),
			isShort: values.short,
			isFilmed: values.film,
		});
	console.log(`\nbrowser tests skipped: ${reason}`);
});
