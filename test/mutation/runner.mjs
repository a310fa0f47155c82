import { createRequire } from 'node:module';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { createMochaTestRunner } from '@stryker-mutator/mocha-runner';

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
		if (options.reloadEnvironment) {
			await this.dispose();
			this.forget();
			await this.init();
			// All tests run then, and those that stand where the mutant does are likeliest to notice it.
			const own = pathInModel(options.activeMutant.fileName);
			this.runner.mocha.files.sort((a, b) => alike(pathInModel(b), own) - alike(pathInModel(a), own));
		}
		return this.runner.mutantRun(options);
	}

	/** The mutated files and the tests lie in the sandbox, libraries outside. */
	forget() {
		for (const file of Object.keys(cache)) if (file.startsWith(process.cwd())) Reflect.deleteProperty(cache, file);
	}

	async dispose() {
		await this.runner?.dispose();
	}
}

/** `roster/days`, both of `…/model/roster/days.ts` and of `…/model/roster/days.test.ts`. */
const pathInModel = (file) => file.replace(/^.*\/model\//, '').replace(/(\.test)?\.ts$/, '');

/** How many letters two texts have in common at their beginning. */
function alike(one, other) {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length++;
	return length;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'mocha-reloading', ReloadingMochaRunner)];
