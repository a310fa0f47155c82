'use strict';

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Runs once, before jest starts its workers: they inherit the variable, and the folder goes when jest goes. */
module.exports = () => {
	const home = mkdtempSync(join(tmpdir(), 'agent-state-test-'));
	process.env.AGENT_STATE_TEST_HOME = home;
	process.once('exit', () => {
		rmSync(home, { recursive: true, force: true });
	});
};
