'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** A mutant is found out by the first test that fails: the others need not run. Jest itself stops between files only. */
module.exports = class extends TestEnvironment {
	hasFailed = false;

	handleTestEvent({ name, test }) {
		if (name === 'test_fn_failure') this.hasFailed = true;
		if (name === 'test_start' && this.hasFailed) test.mode = 'skip';
	}
};
