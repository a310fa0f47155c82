'use strict';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/support/jest/environment.js',
	runtime: '<rootDir>/test/support/jest/runtime.js',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: {
		'\\.m?ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	globalSetup: '<rootDir>/test/support/home.js',
	setupFiles: ['<rootDir>/test/support/environment.js'],
	// The demo holds a whole n8n and packed copies of this package, and so does a mutation run: none belongs in jest's module map.
	modulePathIgnorePatterns: [
		'<rootDir>/dist/',
		'<rootDir>/demo/',
		'<rootDir>/coverage/',
		'<rootDir>/packages/',
		'<rootDir>/test/compat/.n8n/',
	],
	watchPathIgnorePatterns: [
		'<rootDir>/dist/',
		'<rootDir>/demo/',
		'<rootDir>/packages/',
		'<rootDir>/test/compat/.n8n/',
	],
	// Many tests wait for a server more than they work, so three keep two cores busy; every worker loads n8n-core, about 300 MB.
	maxWorkers: 3,
	// A guard against tests that hang, no measure of speed: machines differ tenfold.
	testTimeout: 300_000,
};
