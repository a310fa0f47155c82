import { workload } from '../../../nodes/VoipNow/workload';

it.each([
	[
		{ extension: '0003*210', status: '2' },
		{ agent: '0003*210', work: { what: 'being called', since: null } },
	],
	[
		{ extension: '0003*210', status: 3 },
		{ agent: '0003*210', work: { what: 'on a call', since: null } },
	],
	[
		{ extension: '0003*210', status: '1' },
		{ agent: '0003*210', work: null },
	],
	[
		{ extension: '0003*210', status: 0 },
		{ agent: '0003*210', work: null },
	],
	[{ extension: 210, status: '2' }, undefined],
	[{ status: '2' }, undefined],
	[{ extension: '0003*210' }, undefined],
	[{ extension: '0003*210', status: null }, undefined],
])('the presence %j tells %j', (entry, told) => expect(workload.observe(entry)).toEqual(told));

it.each([
	[404, {}, true],
	[400, { error: { code: 'extension_invalid' } }, true],
	[400, { error: { code: 'other' } }, false],
	[400, { error: 'extension_invalid' }, false],
	[400, { code: 'extension_invalid' }, false],
	[400, 'extension_invalid', false],
	[200, {}, false],
])('an answer of %d with %j means that VoipNow cannot tell: %s', (status, body, isUntold) => {
	expect(workload.isUntold?.({ status, headers: {}, body })).toBe(isUntold);
});
