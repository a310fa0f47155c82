import type { INodeProperties } from 'n8n-workflow';
import { stateOptions } from '../../../shared/state/state';

/** A table that says which word means which state. */
export const wordStates = (
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	word: Pick<INodeProperties, 'placeholder' | 'description'>,
): INodeProperties => ({
	...field,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Word',
	default: {},
	options: [
		{
			displayName: 'Word',
			name: 'word',
			values: [
				{ displayName: 'Word', name: 'word', type: 'string', default: '', ...word },
				{
					displayName: 'State',
					name: 'state',
					type: 'options',
					options: stateOptions,
					default: 'available',
					description: 'The state that the word means',
				},
			],
		},
	],
});
