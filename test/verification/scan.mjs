// n8n's verification scan, offline. n8n runs it on a published version: first on the attested sources, then on the
// tarball. Here both legs run on the working tree, with the scan's own configuration, so that nothing surprises after
// a release. (Its analyzePackage() would do, but shows warnings only beside errors; we want none of either.)
// The packages of one service are scanned in the same way, each as it is staged in packages/.
import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildScanConfig, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import { tsImport } from 'tsx/esm/api';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const legs = [
	{ name: 'sources', patterns: SOURCE_FILE_PATTERNS },
	{ name: 'package', patterns: ['dist/**/*.js', 'package.json'] },
];

if (!existsSync(resolve(root, 'dist'))) {
	console.error('Nothing is built yet: run `npm run build` first.');
	process.exit(1);
}

const { packagesOf, stage } = await tsImport('../../release/stage.ts', import.meta.url);
const packages = packagesOf(root);
const folders = [root, ...packages.map((contents) => stage(root, contents))];
const overrideConfig = await buildScanConfig();
let errors = 0;

for (const [folder, { name, patterns }] of folders.flatMap((folder) => legs.map((leg) => [folder, leg]))) {
	// allowInlineConfig: a disable comment does nothing at n8n's gate either.
	const eslint = new ESLint({
		cwd: folder,
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
		`scan of ${[relative(root, folder), name].filter(Boolean).join(', ')}: ${results.length} files, ${count('errorCount')} errors, ${count('warningCount')} warnings`,
	);
	// A leg without files would pass for the wrong reason.
	errors += count('errorCount') + (results.length > 1 ? 0 : 1);
}

process.exitCode = errors > 0 ? 1 : 0;
