// The same cases in every run, so that a score repeats; few of them, since every mutant meets them.
process.env.AGENT_STATE_SEED ??= '7';
process.env.AGENT_STATE_RUNS ??= '0.01';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: ['nodes/ShiftSchedule/model/**/*.ts'],
	plugins: ['@stryker-mutator/jest-runner'],
	testRunner: 'jest',
	jest: { configFile: 'test/mutation/jest.config.js' },
	coverageAnalysis: 'perTest',
	checkers: [],
	concurrency: 2,
	// jest keeps something of every run.
	maxTestRunnerReuse: 80,
	timeoutMS: 5_000,
	reporters: ['progress-append-only', 'clear-text', 'json'],
	jsonReporter: { fileName: 'coverage/mutation/report.json' },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	tempDirName: 'coverage/mutation/sandbox',
	ignorePatterns: ['demo', 'dist', 'docs', 'simulators', 'coverage', 'workflows', 'icons', 'credentials'],
	thresholds: { high: 95, low: 90, break: 90 },
};
