// Loads nodes and credentials as n8n does, in a process that has loaded n8n-workflow and luxon, which n8n has anyway. Prints
// what it took as JSON. To be run with --expose-gc.
import { createRequire } from 'node:module';
import { basename } from 'node:path';

/** @param base a file beside whose node_modules the nodes find n8n-workflow @param files built ones */
const [base, ...files] = process.argv.slice(2);
const require = createRequire(base);
require('n8n-workflow');
require('luxon');
const modules = () => Object.keys(require.cache).length;

const loaded = [];
gc();
const before = { ...process.memoryUsage(), modules: modules() };
const begun = performance.now();
for (const file of files) {
	const [name] = basename(file).split('.');
	loaded.push(new (require(file)[name])());
}
const ms = performance.now() - begun;
const { rss } = process.memoryUsage();
gc();
const after = process.memoryUsage();
console.log(
	JSON.stringify({
		ms,
		heapBytes: after.heapUsed + after.external - before.heapUsed - before.external,
		rssBytes: rss - before.rss,
		modules: modules() - before.modules,
		types: loaded.length,
	}),
);
