'use strict';

const { expect } = require('expect');
const { bind } = require('jest-each');
const { interfaces } = require('mocha');

/** Mocha's `describe` and `it`, with what tests written for jest use besides: `expect`, `describe.each` and `it.each`. */
module.exports = (suite) => {
	interfaces.bdd(suite);
	suite.on('pre-require', (context) => {
		context.expect = expect;
		for (const block of ['describe', 'it']) context[block].each = bind(context[block], false);
	});
};
