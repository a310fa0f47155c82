// The same cases in every run, so that a score repeats; few of them, since every mutant meets them.
process.env.AGENT_STATE_SEED ??= '7';
process.env.AGENT_STATE_RUNS ??= '0.01';

/**
 * What all services share, and the adapters with the files of their folders that they stand on.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
	mutate: [
		'nodes/shared/**/*.ts',
		'nodes/**/adapter.ts',
		'nodes/Twilio/*.ts',
		'nodes/Twilio/TaskRouter/{history,pending,worker,workload}.ts',
		'nodes/VoipNow/{agents,listing,workload}.ts',
	],
	plugins: ['./test/mutation/jestRunner.mjs'],
	testRunner: 'jest-in-process',
	jestInProcess: {
		folders: [
			'test/unit/shared',
			'test/unit/AgentState',
			'test/unit/Conpeek',
			'test/unit/Twilio',
			'test/unit/VoipNow',
			...(process.env.AGENT_STATE_NEAR_TESTS ? [] : ['test/credentials', 'test/contract', 'test/nodes']),
		],
		without: [
			// Minutes of simulated traffic.
			'test/unit/shared/http/limit/convergence.test.ts',
			// It counts what happens in many runs, of which few are left here.
			'test/nodes/shared/seams.once.test.ts',
			// Chance decides which of two edits comes first.
			'test/nodes/shared/concurrentEdits.once.test.ts',
		],
	},
	// The nodes that tests run are those of the sandbox's `dist`.
	buildCommand: 'npx gulp build',
	// The runner finds out itself which tests reach a mutant.
	coverageAnalysis: 'off',
	checkers: [],
	concurrency: 2,
	maxTestRunnerReuse: 100,
	dryRunTimeoutMinutes: 20,
	// The runner ends what takes too long; this is for what never lets it.
	timeoutMS: 90_000,
	timeoutFactor: 0,
	reporters: ['progress-append-only', 'clear-text', 'json'],
	jsonReporter: { fileName: 'coverage/mutation/shared.json' },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	tempDirName: 'coverage/mutation/sandbox',
	ignorePatterns: ['demo', 'dist', 'coverage'],
	thresholds: { high: 95, low: 90, break: 88 },
};
