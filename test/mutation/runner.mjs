import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { createMochaTestRunner } from '@stryker-mutator/mocha-runner';
import { leftOut } from './draw.mjs';

const { cache } = createRequire(import.meta.url);

/**
 * Stryker's runner for mocha, which loads the files again in the same process where a mutant changes what is computed on
 * loading (a table of words). Stryker's own starts a process for each of them, and loading luxon and fast-check takes longer
 * than the tests.
 */
class ReloadingMochaRunner {
	static inject = tokens(commonTokens.injector);

	constructor(injector) {
		this.create = () => createMochaTestRunner(injector);
	}

	capabilities() {
		return { reloadEnvironment: true };
	}

	async init() {
		this.runner = this.create();
		await this.runner.init();
	}

	dryRun(options) {
		return this.runner.dryRun(options);
	}

	async mutantRun(options) {
		const without = leftOut(options.activeMutant);
		if (without) return without;
		if (options.mutantActivation !== 'static') return await this.runner.mutantRun(options);
		// All tests would run. Those that stand where the mutant does are likeliest to notice it: nothing else is loaded at first.
		const folder = folderInModel(options.activeMutant.fileName);
		const isNear = (test) => folder.startsWith(folderInModel(test));
		const result = await this.runAnew(options, isNear);
		if (result.status !== 'survived' || process.env.AGENT_STATE_NEAR_TESTS) return result;
		return await this.runAnew(options, (test) => !isNear(test));
	}

	/** Runs some of the tests with all files of the sandbox loaded again; libraries lie outside. What was loaded stays. */
	async runAnew(options, takes) {
		const isOurs = (file) => file.startsWith(process.cwd());
		const forget = () => {
			const files = Object.entries(cache).filter(([file]) => isOurs(file));
			for (const [file] of files) Reflect.deleteProperty(cache, file);
			return files;
		};
		const loaded = forget();
		const runner = this.create();
		try {
			await runner.init();
			runner.mocha.files = runner.mocha.files.filter(takes);
			return await runner.mutantRun(options);
		} finally {
			await runner.dispose();
			forget();
			for (const [file, module] of loaded) cache[file] = module;
		}
	}

	async dispose() {
		await this.runner?.dispose();
	}
}

/** `roster/grid`, both of `…/model/roster/grid/cell.ts` and of `…/model/roster/grid/cells.test.ts`. */
const folderInModel = (file) => dirname(file.replace(/^.*\/model\//, ''));

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'mocha-reloading', ReloadingMochaRunner)];
