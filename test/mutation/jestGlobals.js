'use strict';

const { expect } = require('expect');
const { bind } = require('jest-each');
const { interfaces } = require('mocha');

// Tests written for jest find, beside mocha's `describe` and `it`, what they use besides: `expect`, `describe.each`, `it.each`.
const { bdd } = interfaces;
interfaces.bdd = (suite) => {
	bdd(suite);
	suite.on('pre-require', (context) => {
		context.expect = expect;
		for (const block of ['describe', 'it']) context[block].each = bind(context[block], false);
	});
};
