'use strict';

const { transform } = require('../../jest.config.js');

/** The tests of the schedule model alone. They are pure: no n8n, no folders of their own, no other processes. */
module.exports = {
	rootDir: '../..',
	roots: [
		'<rootDir>/nodes/ShiftSchedule/model',
		'<rootDir>/test/unit/ShiftSchedule/model',
		'<rootDir>/test/mutation',
	],
	testEnvironment: require.resolve('./environment.js'),
	testMatch: ['<rootDir>/test/mutation/model.ts'],
	transform,
};
