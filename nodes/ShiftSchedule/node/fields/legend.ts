import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const meansOptions = [
	{ name: 'Available', value: 'available', description: 'Work: at the times of the code' },
	{ name: 'Break', value: 'break', description: 'Such as a lunch' },
	{ name: 'Busy', value: 'busy', description: 'Such as a meeting or training' },
	{ name: 'Day Off', value: 'off', description: 'No work on that day' },
	{ name: 'Holiday', value: 'holiday', description: 'A public holiday' },
	{ name: 'Leave', value: 'leave', description: 'Such as vacation or sick leave' },
	{ name: 'Offline', value: 'offline', description: 'Signed out, at the times of the code' },
];

const codeFields: INodeProperties[] = [
	{
		displayName: 'Code',
		name: 'code',
		type: 'string',
		default: '',
		placeholder: 'e.g. E',
		description: 'The letters or the word, as in the cells',
	},
	{
		displayName: 'Means',
		name: 'means',
		type: 'options',
		options: meansOptions,
		default: 'available',
		description: 'What the code stands for',
	},
	{
		displayName: 'Times',
		name: 'times',
		type: 'string',
		default: '',
		placeholder: 'e.g. 07:00-15:00',
		description:
			'When it begins and ends; several with commas. Leave empty for whole days off, and where the table says when.',
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		placeholder: 'e.g. Training',
		description: 'The reason for the state, such as the name of a break',
	},
	{
		displayName: 'Break',
		name: 'pause',
		type: 'string',
		default: '',
		placeholder: 'e.g. 11:00 30m',
		description: 'A break in this shift: when it begins, and how long it is',
	},
	{
		displayName: 'Weekdays',
		name: 'days',
		type: 'string',
		default: '',
		placeholder: 'e.g. Mon-Fri',
		description: 'Only on these days, in a grid in which each row is a week. Leave empty for all days.',
	},
];

/** Where a legend can stand, but for rows of kind `code` among the others. */
export const legendPlaces = ['fields', 'input'] as const;

export const legendFromField: INodeProperties = {
	displayName: 'Legend From',
	name: 'legendFrom',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'A Second Input',
			value: 'input',
			description: "A table with the columns 'code', 'means', 'times', 'reason', 'break' and 'days'",
		},
		{ name: 'The Fields Below', value: 'fields', description: 'Enter the codes here' },
	] satisfies Array<INodePropertyOptions & { value: (typeof legendPlaces)[number] }>,
	default: 'fields',
	description: 'Where the meanings of codes and words are',
};

const legendField: INodeProperties = {
	displayName: 'Legend',
	name: 'legend',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: { itemTitle: "={{ $collection.item.value.code || 'New' }}" },
	},
	placeholder: 'Add Code',
	default: {},
	description:
		"What the codes in the cells mean. OFF, AL, PTO, Sick, Urlaub and other usual words need no entry. Rows with 'code' in the column 'kind' add to it.",
	options: [{ displayName: 'Code', name: 'code', values: codeFields }],
};

/** For a grid of codes. */
export const gridLegendField = legendField;

/** The same for rows, in which words stand for states and for kinds of rows. */
export const wordsField: INodeProperties = {
	...legendField,
	displayName: 'Words Stand For',
	placeholder: 'Add Word',
	description:
		"What a word or a code in the rows means, such as Phone or Lunch in an export of activities, or E instead of times. OFF, AL, PTO, Sick, Lunch and other usual words need no entry. Rows with 'code' in the column 'kind' add to it.",
};
