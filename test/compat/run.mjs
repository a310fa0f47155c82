// `npm run test:compat`: the packed pack in the oldest n8n that it supports, and in the one of the demo.
// `npm run test:compat -- --only 2.17.7,2.20.12` tries others. They stay in test/compat/.n8n.
import { parseArgs } from 'node:util';
import { withN8n } from '../support/withN8n.mjs';
import { installVersion, newestOf, OLDEST } from './versions.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

await withN8n('compat', async (stage) => {
	const { tsImport } = await import('tsx/esm/api');
	const { checkVersion } = await tsImport('./checkVersion.ts', import.meta.url);
	const versions = values.only?.split(',') ?? [OLDEST, newestOf(stage.root)];
	const counts = { passed: 0, failed: 0 };
	for (const version of versions) {
		const { passed, failed } = await checkVersion(stage, version, await installVersion(stage, version));
		counts.passed += passed;
		counts.failed += failed;
	}
	return counts;
});
