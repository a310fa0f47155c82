import type { Field } from '../operation/operation';

/** For moves to a state without work, at services that tell what agents have in hand. */
export const openWork: Field = {
	displayName: 'Agents With Open Work',
	name: 'openWork',
	type: 'options',
	options: [
		{ name: 'Change Now', value: 'now', description: 'Work in hand makes no difference' },
		{
			name: 'Leave at Most N Minutes',
			value: 'atMost',
			description:
				'As Leave Until Done, but not for longer than the minutes you set. The time counts from the first run that left the agent; runs that a trigger started remember it.',
		},
		{
			name: 'Leave Until Done',
			value: 'untilDone',
			description: "Their rows have the outcome 'deferred', and a later run changes them",
		},
	],
	default: 'now',
	description:
		'What to do with agents who are on a task or a call, if the new state gets no work. Work that begins after the node has looked is not seen.',
};

export const openWorkMinutes: Field = {
	displayName: 'Leave at Most (Minutes)',
	name: 'openWorkMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 30,
	description:
		"The longest time that agents are left to their work, where 'Agents With Open Work' does not say otherwise",
};
