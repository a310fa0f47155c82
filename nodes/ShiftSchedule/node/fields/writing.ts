import type { INodeProperties } from 'n8n-workflow';

/** Found out by itself: what the form stores where nothing is chosen. */
export const FOUND_OUT = 'findOut' as const;

/** The order of day, month and year in dates such as 11/3/2026. */
export const datesAreField: INodeProperties = {
	displayName: 'Dates Are',
	name: 'datesAre',
	type: 'options',
	default: FOUND_OUT,
	options: [
		{ name: 'Day First', value: 'dayFirst', description: '3/11/2026 is 3 November' },
		{
			name: 'Detect Automatically',
			value: FOUND_OUT,
			description: 'One date that can be read in only one way, such as 13/11/2026, decides for all',
		},
		{ name: 'Month First', value: 'monthFirst', description: '11/3/2026 is 3 November' },
		{ name: 'Year First', value: 'yearFirst', description: '26/11/03 is 3 November 2026' },
	],
	description:
		'The order of day, month and year in dates such as 11/3/2026. If no date of the roster shows it, such dates are refused until you choose.',
};

/** What 1 stands for in a column of days. */
export const weekStartsOnField: INodeProperties = {
	displayName: 'Week Starts On',
	name: 'weekStartsOn',
	type: 'options',
	default: '',
	options: [
		{ name: 'Monday', value: 'monday', description: '1 is Monday and 7 is Sunday' },
		{ name: 'Not Set', value: '', description: 'Days written as numbers are refused' },
		{ name: 'Saturday', value: 'saturday', description: '1 is Saturday and 7 is Friday' },
		{ name: 'Sunday', value: 'sunday', description: '1 is Sunday and 7 is Saturday' },
	],
	description: 'Which day 1 is when days are numbers, such as 1-5. Not needed for names of days.',
};
