import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { leftOut } from './draw.mjs';

const require = createRequire(import.meta.url);
const { readConfigs } = require('jest-config');
const { default: Runtime } = require('jest-runtime');
const { default: JestRunner } = require('jest-runner');
const { running } = require('./jestEnvironment.js');

/** How long the tests of one mutant may take, by the time that they took without it: what survives them counts as survived. */
const SECONDS = Number(process.env.AGENT_STATE_MUTANT_SECONDS ?? 20);
/** Which tests reach which mutant, a file for each test file: a later run repeats only the tests that have changed. */
const REACHED = join(import.meta.dirname, '../../coverage/mutation/reached');
/** What tests are made of besides their own files: where it changes, all of them are run again. */
const SURROUNDINGS = [
	...['jest.config.js', 'nodes', 'credentials', 'simulators'],
	...['architecture', 'contract', 'credentials', 'nodes', 'support', 'unit'].map((folder) => `test/${folder}`),
];
/** What is reached while a file is loaded or before all tests of a block: any test may notice it. */
const OUTSIDE = ' outside';
/** Stryker's numbers for the outcome of a test. */
const [SUCCESS, FAILED] = [0, 1];
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/**
 * Runs the tests by jest, but in this one process: libraries are loaded once (see `test/support/jest/runtime.js`), and the
 * sources, the built pack and the test anew for each test file, so that mutants of what is computed on loading are like any
 * other. For Stryker a test is a test file; the tests in it that reach a mutant are known here alone.
 */
class JestInProcessRunner {
	static inject = tokens(commonTokens.options);

	constructor(options) {
		this.options = options.jestInProcess;
	}

	capabilities() {
		return { reloadEnvironment: true };
	}

	async init() {
		process.env.NODE_ENV = 'test';
		process.env.JEST_WORKER_ID = String(process.pid);
		require('../support/home.js')();
		const config = {
			...require(join(process.cwd(), 'jest.config.js')),
			rootDir: process.cwd(),
			testEnvironment: require.resolve('./jestEnvironment.js'),
			globalSetup: undefined,
			// A test that a mutant makes wait for ever fails after this many milliseconds.
			testTimeout: 20_000,
			silent: true,
		};
		const { globalConfig, configs } = await readConfigs({ _: [], $0: '', config: JSON.stringify(config) }, [
			process.cwd(),
		]);
		this.globalConfig = globalConfig;
		this.context = await Runtime.createContext(configs[0], {
			console,
			maxWorkers: 1,
			watch: false,
			watchman: false,
		});
	}

	/** Runs all tests without a mutant, and writes down what each of them reaches. */
	async dryRun() {
		mkdirSync(REACHED, { recursive: true });
		const surroundings = hashOf(filesIn(SURROUNDINGS).filter((file) => !file.endsWith('.test.ts')));
		const tests = [];
		for (const file of this.files()) {
			const key = hashOf([file], surroundings);
			const known = existsSync(keptIn(file)) ? readKept(file) : undefined;
			const found = known?.key === key ? known : { ...(await this.reachedTwiceAtMost(file)), key };
			const { failureMessage, durations } = found;
			if (failureMessage === undefined && found !== known) writeFileSync(keptIn(file), JSON.stringify(found));
			const timeSpentMs = sum(Object.values(durations));
			const test = { id: file, name: file, fileName: join(process.cwd(), file), timeSpentMs };
			tests.push(
				failureMessage === undefined
					? { ...test, status: SUCCESS }
					: { ...test, status: FAILED, failureMessage },
			);
		}
		return { status: 'complete', tests };
	}

	/** One more time where a test failed: a busy machine can do that, and would end the whole run. */
	async reachedTwiceAtMost(file) {
		const found = await this.reachedBy(file);
		return found.failureMessage === undefined ? found : await this.reachedBy(file);
	}

	/** Runs one test file: how long each test took in milliseconds, and the numbers of the mutants that it reached. */
	async reachedBy(file) {
		const durations = {};
		let title = '';
		let since = Date.now();
		const next = (name) => {
			durations[title] = (durations[title] ?? 0) + Date.now() - since;
			[title, since] = [name, Date.now()];
			this.stryker.currentTestId = name;
		};
		Object.assign(this.stryker, { mutantCoverage: { static: {}, perTest: {} }, currentTestId: '' });
		const failureMessage = await this.run(file, { onTest: next });
		next('');
		const { static: onLoading, perTest } = this.stryker.mutantCoverage;
		const mutants = {};
		const hits = {};
		for (const [name, counts] of [[OUTSIDE, onLoading], ...Object.entries(perTest)]) {
			mutants[name] = Object.keys(counts);
			for (const [id, count] of Object.entries(counts)) hits[id] = (hits[id] ?? 0) + count;
		}
		return { failureMessage, durations, mutants, hits };
	}

	async mutantRun({ activeMutant }) {
		const without = leftOut(activeMutant);
		if (without) return without;
		// Stryker takes the mutant to another process when this one ends.
		if (this.isSpoiled) process.exit(1);
		this.reached ??= this.files().map((file) => reachedIn(file));
		const { stryker } = this;
		let nrOfTests = 0;
		try {
			for (const { file, titles, hits } of testsFor(activeMutant, this.reached)) {
				const takes = (title) => !titles || titles.has(title);
				// A loop that a mutant makes endless comes by so often.
				const hitLimit = hits * 100;
				Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
				const failure = await this.run(file, {
					takes,
					stopsAtFailure: true,
					onTest: (title) => title && nrOfTests++,
				});
				if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: `Endless in ${file}` };
				if (failure?.includes('Exceeded timeout of')) {
					// What it waits for may come while another mutant is tried.
					this.isSpoiled = true;
					return { status: 'timeout', reason: failure };
				}
				if (failure !== undefined)
					return { status: 'killed', killedBy: [file], failureMessage: failure, nrOfTests };
			}
			return { status: 'survived', nrOfTests };
		} finally {
			stryker.activeMutant = undefined;
		}
	}

	/** The object that Stryker's changes in the sources read: which mutant is on, and which were reached. */
	get stryker() {
		return (globalThis.__stryker__ ??= {});
	}

	/** The test files that take part, the quick ones first. */
	files() {
		const { folders, without } = this.options;
		return folders.flatMap((folder) =>
			readdirSync(folder, { recursive: true })
				.map((path) => `${folder}/${path}`)
				.filter((path) => path.endsWith('.test.ts') && !without.includes(path))
				.sort(),
		);
	}

	/** Runs one test file. @returns what the first test that failed says, or `undefined` */
	async run(file, { takes = () => true, onTest = () => undefined, stopsAtFailure = false }) {
		Object.assign(running, { takes, onTest, stopsAtFailure });
		// jest puts its own in their places and leaves them there.
		const { console } = globalThis;
		const { exit } = process;
		let failure;
		const runner = new JestRunner(this.globalConfig, {});
		runner.on('test-file-success', ([, result]) => {
			const failed = result.testResults.find(({ status }) => status === 'failed');
			if (failed) failure = `${failed.fullName}\n${failed.failureMessages.join('\n')}`;
			else if (result.testExecError) failure = String(result.testExecError.stack ?? result.testExecError.message);
		});
		runner.on('test-file-failure', ([, error]) => (failure = String(error.stack ?? error.message)));
		const watcher = { isInterrupted: () => false, setState: () => undefined };
		await runner.runTests([{ context: this.context, path: join(process.cwd(), file) }], watcher, { serial: true });
		Object.assign(globalThis, { console });
		process.exit = exit;
		return failure?.slice(0, 1_500);
	}
}

/** What `reachedBy` found, with the tests of each mutant. */
function reachedIn(file) {
	const { durations, mutants, hits } = readKept(file);
	const titles = new Map();
	for (const [title, ids] of Object.entries(mutants)) {
		for (const id of ids) titles.set(id, (titles.get(id) ?? new Set()).add(title));
	}
	return { file, durations, hits, titles };
}

const keptIn = (file) => join(REACHED, `${file.replaceAll('/', '.')}.json`);
const readKept = (file) => JSON.parse(readFileSync(keptIn(file), 'utf8'));

/** All files there, in an order that does not depend on the disk. */
const filesIn = (paths) =>
	paths.flatMap((path) =>
		statSync(path).isFile()
			? [path]
			: filesIn(
					readdirSync(path)
						.sort()
						.map((name) => join(path, name)),
				),
	);

function hashOf(files, more = '') {
	const hash = createHash('sha256').update(more);
	for (const file of files) hash.update(file).update(readFileSync(file));
	return hash.digest('hex');
}

/**
 * The tests that may notice a mutant, file by file: those that mirror its source first, then those of its folder, then those
 * of its node, then the others, the quicker before the slower, as many as fit into the time.
 */
function testsFor({ id, fileName }, reached) {
	const source = fileName.replace(/^.*?\/nodes\//, '').replace(/\.ts$/, '');
	const found = reached.flatMap(({ file, durations, hits, titles: byMutant }) => {
		const titles = byMutant.get(id);
		if (!titles) return [];
		const isAnywhere = titles.has(OUTSIDE);
		const runs = Object.keys(durations).filter((title) => isAnywhere || title === '' || titles.has(title));
		const cost = sum(runs.map((title) => durations[title]));
		return { file, titles: isAnywhere ? undefined : titles, cost, hits: hits[id], rank: rankOf(file, source) };
	});
	found.sort((a, b) => a.rank - b.rank || a.cost - b.cost);
	let left = SECONDS * 1_000;
	return found.filter(({ cost }, at) => at === 0 || (left -= cost) >= 0);
}

/** How near a test file is to a source, 0 the nearest. */
function rankOf(file, source) {
	const path = file.replace(/^test\/(unit|nodes)\//, '').replace(/\.test\.ts$/, '');
	if (path === source) return 0;
	if (file.startsWith('test/unit/')) return dirname(path) === dirname(source) ? 1 : 3;
	// Agent State is above all adapters.
	if (path.startsWith('AgentState')) return /^shared\/state\/|\/adapter$/.test(source) ? 2 : 4;
	// `Twilio/TaskRouter/adapter` has the tests of `TwilioTaskRouter`.
	return path.startsWith(dirname(source).split('/').join('')) ? 2 : 4;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'jest-in-process', JestInProcessRunner)];
export const strykerValidationSchema = { properties: { jestInProcess: { type: 'object' } } };
