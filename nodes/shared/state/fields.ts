import { fromModel, ifModelSays } from '../n8n/toolForm';
import { PREVIEW_ONLY } from '../operation/fields';
import type { Field } from '../operation/operation';
import { previewInTool } from '../operation/toolFields';
import { problem, value } from '../values/result';
import { textOf } from '../values/text';
import type { Adapter } from './adapter';
import { stateNamed, stateOptions, type Settable } from './state';
import { openWork, openWorkMinutes } from './workFields';

export const stateField: Field = {
	displayName: 'State',
	name: 'state',
	type: 'options',
	options: stateOptions,
	default: 'available',
	required: true,
	description: 'The state that the agent should be in. Nothing is written if the agent is in it already.',
	parse(given) {
		if (given === undefined || given === null)
			return problem('has no value here; give it one, or remove the field');
		const named = stateNamed(textOf(given));
		const all = stateOptions.map((option) => option.value).join(', ');
		return named ? value(named) : problem(`must be one of ${all}`);
	},
	// n8n offers no button for the model on lists.
	inTool: {
		type: 'string',
		options: [],
		default: fromModel(
			'State',
			'The new state: available (gets work), busy (other duties, gets no work), break (a rest, gets no work) or offline (signed off)',
		),
		placeholder: 'e.g. available',
	},
};

export const causeField: Field = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	placeholder: 'e.g. Lunch',
	description:
		"Why the agent is in this state, such as the name of a break. It appears in the result, and 'State Mapping' can give a reason a state of its own.",
	inTool: {
		default: ifModelSays(
			'Reason',
			'Why, in a word or two, such as the name of a break (Lunch). Leave it out if nobody gave a reason.',
		),
	},
};

export const noteField: Field = {
	displayName: 'Note',
	name: 'note',
	type: 'string',
	default: '',
	placeholder: 'e.g. Back at 14:00',
	description: 'A note that the service keeps with the break',
};

export const previewField: Field = {
	displayName: 'Preview Only',
	name: PREVIEW_ONLY,
	type: 'boolean',
	default: false,
	description: 'Whether to show what would change without changing anything',
	inTool: { noDataExpression: true, default: true, description: previewInTool.description },
};

/** What the four states are called at a service; without it they are found by their usual names. */
export const mappingField = (adapter: Adapter, name: string): Field => ({
	displayName: 'State Mapping',
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add State',
	default: {},
	description: `Which ${adapter.noun.toLowerCase()} at ${adapter.vendor.name} stands for which state. ${usualStates(adapter)}.`,
	options: [
		{
			displayName: 'State',
			name: 'rule',
			values: [
				{
					displayName: 'State',
					name: 'state',
					type: 'options',
					options: stateOptions,
					default: 'available',
					description: 'The state in this workflow',
				},
				{
					displayName: 'Only for Reason',
					name: 'reason',
					type: 'string',
					default: '',
					placeholder: 'e.g. Lunch',
					description: 'Use this row only for this reason. Leave it empty to use the row for every reason.',
				},
				adapter.native,
			],
		},
	],
});

/** What holds without a mapping. */
function usualStates({ stateOptions: optionsAt, scopeFields, noun }: Adapter): string {
	const found = optionsAt(Object.fromEntries(scopeFields.map((field) => [field.name, field.default as string])));
	if (found.kind === 'listed')
		return `For a state that is not listed here, the node uses the ${noun.toLowerCase()} of the same or a similar name`;
	const labels = new Map(found.options.map(({ key, label }) => [key, label]));
	const words = stateOptions.map(
		({ name, value }) => `${name} is ${labels.get(found.usual[value as Settable]) ?? ''}`,
	);
	return `Unless you list them here, ${words.join(', ')}`;
}

const confirmAfter: Field = {
	displayName: 'Confirm After (Seconds)',
	name: 'confirmAfter',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 5,
	description:
		"Wait this many seconds after the last change, then read the changed agents again. Agents who are not in the new state get the outcome 'unconfirmed'.",
};

const graceMinutes: Field = {
	displayName: 'Grace Time (Minutes)',
	name: 'graceMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 10,
	description:
		'How many minutes to leave agents alone after someone else changed their state. Changes by Agent State do not count: n8n knows those made since it started, and this node remembers those of runs started by a trigger.',
};

const memoryIn: Field = {
	displayName: 'Memory',
	name: 'memory',
	type: 'options',
	options: [
		{
			name: 'Kept in Columns',
			value: 'columns',
			description:
				"Every row has a column 'memory'. Keep it in a data table, and give it back to the next run in a column of that name. Works in queue mode and in runs from the editor, too.",
		},
		{ name: 'Kept in the Workflow', value: 'n8n', description: 'By n8n, for runs that a trigger started' },
	],
	default: 'columns',
	description:
		'Where the node keeps what the next run must know: its own changes, and since when it has left agents to their work. Without this option n8n keeps it.',
};

const outMinutes: Field = {
	displayName: 'Only Out for More Than (Minutes)',
	name: 'outMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 10,
	description:
		'Output only agents who have been in a state other than the desired one for longer than this, once each until they are back in it. The node remembers the start from runs started by a trigger.',
};

const outputField: Field = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{ name: 'All Agents', value: 'all', description: 'Every agent has a row' },
		{
			name: 'Changed Only',
			value: 'changed',
			description:
				'Agents who were already in the right state have no row. Those who failed, were deferred or skipped have one.',
		},
	],
	default: 'all',
	// The one row that a model asks for is its answer.
	displayOptions: { hide: { '@tool': [true] } },
	description:
		"Which agents to return. The line above the output counts all of them either way. With no row left, the workflow ends here, unless 'Always Output Data' is on in the settings of this node. With Memory 'Kept in Columns' all agents are returned.",
};

const protectedStates: Field = {
	displayName: 'Protected States',
	name: 'protectedStates',
	type: 'string',
	default: '',
	placeholder: 'e.g. On Call, Wrap-up',
	description:
		'Agents in these states are left alone. Type the names that the service shows, or available, busy, break and offline, separated by commas.',
};

const rejectPending: Field = {
	displayName: 'Reject Pending Work',
	name: 'rejectPending',
	type: 'boolean',
	default: false,
	description:
		'Whether to take back work that was offered to the agent and is not accepted yet. Applies only if the new state gets no work.',
};

const restoreAnyway: Field = {
	displayName: 'Restore Even if Changed Since',
	name: 'restoreAnyway',
	type: 'boolean',
	default: false,
	description: 'Whether to also restore agents who have moved on to another state in the meantime',
};

const sendWebhooks: Field = {
	displayName: 'Send Webhooks',
	name: 'webhookEnabled',
	type: 'boolean',
	default: true,
	description:
		"Whether changes trigger the service's webhooks. Add this if an application relies on them: otherwise a change through the API may not trigger any.",
};

const technicalDetails: Field = {
	displayName: 'Technical Details',
	name: 'technicalDetails',
	type: 'boolean',
	default: false,
	description:
		"Whether to add columns about the run: when the row was made, how often the change was sent, how long it took, and the ID to quote to the service's support",
};

const trustMinutes: Field = {
	displayName: 'Trust the Last Change (Minutes)',
	name: 'trustMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 60,
	description:
		'For services whose states cannot be read: for how many minutes to rely on the state that this node set last, without writing it again. Only runs started by a trigger are remembered.',
};

const unknownAgents: Field = {
	displayName: 'Unknown Agents',
	name: 'unknownAgents',
	type: 'options',
	options: [
		{ name: 'Are Skipped', value: 'skip', description: "Their rows have the outcome 'skipped'" },
		{ name: 'Count as Failed', value: 'fail', description: "The setting 'On Error' decides what happens then" },
	],
	default: 'fail',
	description: 'What to do with agents that the service does not know',
};

interface RunOption {
	field: Field;
	/** Whether agents of that service are treated by it. */
	concerns: (adapter: Adapter) => boolean;
	/** The operations in which it means something; by default all. */
	operations?: string[];
}

const isTold = ({ reading }: Adapter) => reading !== undefined;
const tellsWork = ({ workload }: Adapter) => workload !== undefined;
const changingOperations = ['setState', 'restorePrevious'];
const isRemembered = ({ reading, workload }: Adapter) =>
	!reading || reading.tellsSince === true || workload !== undefined;

/** The options of a run, and where each has an effect. */
export const runOptions: RunOption[] = [
	{ field: confirmAfter, concerns: isTold, operations: changingOperations },
	{ field: graceMinutes, concerns: ({ reading }) => reading?.tellsSince === true, operations: changingOperations },
	{ field: openWork, concerns: tellsWork, operations: changingOperations },
	{ field: openWorkMinutes, concerns: tellsWork, operations: changingOperations },
	{ field: memoryIn, concerns: isRemembered, operations: changingOperations },
	{ field: outMinutes, concerns: isTold, operations: ['compare'] },
	{ field: outputField, concerns: () => true, operations: changingOperations },
	{ field: protectedStates, concerns: isTold, operations: changingOperations },
	{
		field: rejectPending,
		concerns: ({ writing }) => writing.rejectPending !== undefined,
		operations: changingOperations,
	},
	{ field: restoreAnyway, concerns: () => true, operations: ['restorePrevious'] },
	{
		field: sendWebhooks,
		concerns: ({ writing }) => writing.webhookHeader !== undefined,
		operations: changingOperations,
	},
	{ field: technicalDetails, concerns: () => true, operations: changingOperations },
	{ field: trustMinutes, concerns: (adapter) => !isTold(adapter), operations: changingOperations },
	{ field: unknownAgents, concerns: isTold },
];
