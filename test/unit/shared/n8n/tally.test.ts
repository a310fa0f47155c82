import { tallyOf } from '../../../../nodes/shared/n8n/tally';

it.each([
	[
		[
			[380, 'changed'],
			[20, 'failed'],
		],
		'400 agents: 380 changed, 20 failed',
	],
	[
		[
			[1, 'changed'],
			[0, 'failed'],
		],
		'1 agent: 1 changed',
	],
	[[[0, 'changed']], '0 agents: none'],
	[[], '0 agents: none'],
] as Array<[Array<[number, string]>, string]>)('%j is told as %s', (parts, told) => {
	expect(tallyOf('agent', parts)).toBe(told);
});
