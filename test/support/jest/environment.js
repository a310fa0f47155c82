'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** What keeps a context of its own for every promise. */
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
	storages.add(this);
	return run.apply(this, args);
};

/**
 * Tests run among Node's own globals, and not in a context of their own as in jest's environment: libraries are loaded once
 * in a process (see `runtime.js`), and theirs must be the same `Error`, `Date` and `Math`.
 */
module.exports = class HostEnvironment {
	constructor({ projectConfig }) {
		this.global = globalThis;
		this.moduleMocker = new ModuleMocker(globalThis);
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
		this.fakeTimers = null;
	}

	/** Every test file loads jest's own code anew, which adds its listeners to those that the file before has left here. */
	async setup() {
		Reflect.deleteProperty(this.global, Symbol.for('EVENT_HANDLERS'));
	}

	/** Jest makes a storage for every test file, and Node asks each that was ever used about every promise: they add up. */
	async teardown() {
		for (const storage of storages) storage.disable();
		storages.clear();
		this.fakeTimersModern.dispose();
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	getVmContext() {
		return globalThis;
	}
};
