'use strict';

const HostEnvironment = require('../support/jest/environment.js');

/** What `jestRunner.mjs` asks of the test file that runs: in this process, one at a time. */
const running = {
	/** Whether a test takes part, by its full name. */
	takes: () => true,
	/** Called with the name of each test before it, and with '' after it. */
	onTest: () => undefined,
	/** Whether the tests after one that failed are left out. */
	stopsAtFailure: false,
};

/** jest stops after a file in which a test failed. For a mutant the rest of that file would run for nothing. */
class MutationEnvironment extends HostEnvironment {
	handleTestEvent({ name, test }) {
		if (name === 'test_start') {
			const title = titleOf(test);
			if (this.isOver || !running.takes(title)) test.mode = 'skip';
			else running.onTest(title);
		}
		if (name === 'test_done') {
			running.onTest('');
			this.isOver ||= running.stopsAtFailure && test.errors.length > 0;
		}
	}
}

/** The names of all blocks around a test, and its own; tests of a table may share one. */
function titleOf(test) {
	const names = [];
	for (let block = test; block?.parent; block = block.parent) names.unshift(block.name);
	return names.join(' › ');
}

module.exports = MutationEnvironment;
module.exports.running = running;
