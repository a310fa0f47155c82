'use strict';

// n8n-core reads these when it is first required, so they are set before any test file loads.
// One folder per worker: n8n writes its settings there, and two workers must not meet in one file.
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');

const home = join(process.env.AGENT_STATE_TEST_HOME, `worker-${process.env.JEST_WORKER_ID}`);
mkdirSync(home, { recursive: true });

process.env.N8N_USER_FOLDER = home;
process.env.N8N_ENCRYPTION_KEY = 'agent-state-tests';
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';

// n8n gives a regular expression of a field's description 250 ms by the clock. On a busy machine a test process can stand
// still that long; no test is about this limit.
const { Script } = require('node:vm');
const { runInContext } = Script.prototype;
Script.prototype.runInContext = function (context, options) {
	return runInContext.call(this, context, options?.timeout === 250 ? { ...options, timeout: 10_000 } : options);
};
