// n8n's verification scan, offline. n8n runs it on a published version: first on the attested sources, then on the
// tarball. Here both legs run on the working tree, with the scan's own configuration, so that nothing surprises after
// a release. (Its analyzePackage() would do, but shows warnings only beside errors; we want none of either.)
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildScanConfig, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const legs = [
	{ name: 'sources', patterns: SOURCE_FILE_PATTERNS },
	{ name: 'package', patterns: ['dist/**/*.js', 'package.json'] },
];

if (!existsSync(resolve(root, 'dist'))) {
	console.error('Nothing is built yet: run `npm run build` first.');
	process.exit(1);
}

const overrideConfig = await buildScanConfig();
let errors = 0;

for (const { name, patterns } of legs) {
	// allowInlineConfig: a disable comment does nothing at n8n's gate either.
	const eslint = new ESLint({
		cwd: root,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig,
		errorOnUnmatchedPattern: false,
	});
	const results = await eslint.lintFiles(patterns);
	const count = (key) => results.reduce((sum, result) => sum + result[key], 0);
	const formatter = await eslint.loadFormatter('stylish');
	process.stdout.write(await formatter.format(results));
	console.log(
		`scan of ${name}: ${results.length} files, ${count('errorCount')} errors, ${count('warningCount')} warnings`,
	);
	// A leg without files would pass for the wrong reason.
	errors += count('errorCount') + (results.length > 1 ? 0 : 1);
}

process.exitCode = errors > 0 ? 1 : 0;
