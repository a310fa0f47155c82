// The same cases in every run, so that a score repeats; few of them, since every mutant meets them.
process.env.AGENT_STATE_SEED ??= '7';
process.env.AGENT_STATE_RUNS ??= '0.01';

/**
 * The settings for the model of a node: its sources in `nodes/<node>/model`, its tests in `test/unit/<node>/model`.
 *
 * @param {{ node: string, without?: string[] }} model without: tests that cannot take part, as paths in the folder of tests
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export const configOf = ({ node, without = [] }) => ({
	mutate: [`nodes/${node}/model/**/*.ts`],
	plugins: ['@stryker-mutator/mocha-runner', './test/mutation/runner.mjs'],
	testRunner: 'mocha-reloading',
	mochaOptions: {
		// The tables first: properties take longer.
		spec: [`test/unit/${node}/model/*/**/*.test.ts`, `test/unit/${node}/model/*.test.ts`],
		ignore: without.map((path) => `test/unit/${node}/model/${path}`),
		require: ['tsx/cjs', './test/mutation/jestGlobals.js'],
	},
	coverageAnalysis: 'perTest',
	checkers: [],
	concurrency: 2,
	// Files that were loaded again leave something behind.
	maxTestRunnerReuse: 200,
	timeoutMS: 5_000,
	// Of the time with coverage, which is three times the time without.
	timeoutFactor: 0.25,
	reporters: ['progress-append-only', 'clear-text', 'json'],
	jsonReporter: { fileName: `coverage/mutation/${node}.json` },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	tempDirName: 'coverage/mutation/sandbox',
	ignorePatterns: ['demo', 'dist', 'docs', 'simulators', 'coverage', 'workflows', 'icons', 'credentials'],
	thresholds: { high: 95, low: 94, break: 90 },
});
