import type { INodeProperties } from 'n8n-workflow';
import { stateOptions } from '../../../shared/state/state';
import { days } from './rosterEntries';

/** What a closed entry shows: `Mon-Fri · 09:00-12:00 · 5`. */
const INTERVAL_TITLE =
	"={{ [$collection.item.value.days, [$collection.item.value.from, $collection.item.value.until].filter(Boolean).join('-'), $collection.item.value.needed].filter((part) => part !== '' && part !== undefined).join(' · ') || 'New' }}";

/** How many agents are needed when. Each entry becomes a row of kind `needed`. */
export const neededPerIntervalField: INodeProperties = {
	displayName: 'Agents Needed per Interval',
	name: 'neededPerInterval',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, fixedCollection: { itemTitle: INTERVAL_TITLE } },
	placeholder: 'Add Interval',
	default: {},
	description:
		"How many agents are needed when. Outside the intervals, none are. For a long list, write rows of kind 'needed' into the roster instead.",
	options: [
		{
			displayName: 'Interval',
			name: 'interval',
			values: [
				{ ...days, default: 'daily' },
				{
					displayName: 'From',
					name: 'from',
					type: 'string',
					default: '',
					placeholder: 'e.g. 09:00',
					description: 'The time of day at which it begins',
				},
				{
					displayName: 'Until',
					name: 'until',
					type: 'string',
					default: '',
					placeholder: 'e.g. 12:00',
					description: 'The time of day at which it ends. An end before the start is on the next day.',
				},
				{
					displayName: 'State',
					name: 'state',
					type: 'options',
					options: stateOptions,
					default: 'available',
					description: 'The state that needs agents',
				},
				{
					displayName: 'Agents Needed',
					name: 'needed',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 1,
					description: 'How many agents must be in this state',
				},
			],
		},
	],
};
