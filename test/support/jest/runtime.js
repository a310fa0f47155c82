'use strict';

const { createRequire } = require('node:module');
const { sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const nativeRequire = createRequire(__filename);
const LIBRARIES = `${sep}node_modules${sep}`;

/**
 * Jest loads every library anew for every test file, which for n8n takes longer than most tests. Here libraries are loaded by
 * Node, once for each process; so is the built pack, anew for each test file, for it has memories of its own.
 */
module.exports = class SharingRuntime extends Runtime {
	constructor(...args) {
		super(...args);
		this.built = `${this._config.rootDir}${sep}dist${sep}`;
		for (const file of Object.keys(nativeRequire.cache)) {
			if (file.startsWith(this.built)) Reflect.deleteProperty(nativeRequire.cache, file);
		}
		const { injectedModuleParameters } = this.executor;
		this.executor.compile = (source, filename) =>
			compileFunction(source, injectedModuleParameters, {
				filename,
				importModuleDynamically: async (name) => this.requireModuleOrMock(filename, name),
			});
	}

	requireModule(from, name, options, ...more) {
		const file = options?.isInternalModule ? undefined : this.sharedFile(from, name);
		return file === undefined ? super.requireModule(from, name, options, ...more) : nativeRequire(file);
	}

	requireModuleOrMock(from, name) {
		const file = this.sharedFile(from, name);
		return file === undefined ? super.requireModuleOrMock(from, name) : nativeRequire(file);
	}

	/**
	 * The path of a module that Node loads; `undefined` for sources and tests, for Node's own modules, and for jest's.
	 * Of the sources Node loads ES modules, the `.mjs` of the demo: jest cannot.
	 */
	sharedFile(from, name) {
		if (name === undefined || name === '@jest/globals' || this._resolution.isCoreModule(name)) return undefined;
		const file = this._resolution.resolveCjs(from, name);
		const isNodes = file.includes(LIBRARIES) || file.startsWith(this.built) || file.endsWith('.mjs');
		return isNodes ? file : undefined;
	}
};
module.exports.default = module.exports;
