import type { Field } from '../operation/operation';

/** For moves to a state without work, at services that tell what agents have in hand. */
export const openWork: Field = {
	displayName: 'Agents With Open Work',
	name: 'openWork',
	type: 'options',
	options: [
		{ name: 'Change Now', value: 'now', description: 'Open work makes no difference' },
		{
			name: 'Leave at Most N Minutes',
			value: 'atMost',
			description:
				'Like Leave Until Done, but for no longer than the minutes you set. The time counts from the first run that left the agent alone, and only runs started by a trigger remember it.',
		},
		{
			name: 'Leave Until Done',
			value: 'untilDone',
			description: "Their rows have the outcome 'deferred', and a later run changes them",
		},
	],
	default: 'now',
	description:
		'What to do with agents who are on a task or a call, if the new state gets no work. Work that begins after the node has checked is not noticed.',
};

export const openWorkMinutes: Field = {
	displayName: 'Leave at Most (Minutes)',
	name: 'openWorkMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 30,
	description: "The longest time to let agents finish their work, unless 'Agents With Open Work' sets another one",
};
