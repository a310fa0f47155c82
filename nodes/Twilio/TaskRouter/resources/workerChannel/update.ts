import { onlyDifferences } from '../../../../shared/operation/run/readModifyWrite';
import { snakeCase } from '../../../records';
import { onlyIfChanged, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { channelLocator, workerLocator, workspaceLocator } from '../locators';
import { simpleWorkerChannel } from '../../simple';

export const update: Operation = {
	kind: 'edit',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a worker channel',
		description: 'Change how many tasks of a channel a worker handles, or whether the worker gets any',
	},
	request: {
		method: 'POST',
		path: '/v1/Workspaces/{workspace}/Workers/{worker}/Channels/{channel}',
		idempotent: true,
	},
	simple: simpleWorkerChannel,
	subject: 'worker',
	fields: [
		workspaceLocator,
		workerLocator,
		channelLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Available',
					name: 'available',
					type: 'boolean',
					default: true,
					description:
						"Whether the worker gets new tasks of this channel. It is written in any case: what Twilio shows as 'available' is false also while the channel is full, so it does not show how the switch is set.",
					routing: { send: { type: 'body', property: 'Available' } },
				},
				{
					displayName: 'Capacity',
					name: 'capacity',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 1,
					description:
						'How many tasks of this channel the worker handles at once. With 0 the worker gets no new ones.',
					routing: { send: { type: 'body', property: 'Capacity' } },
				},
			],
		},
		onlyIfChanged,
		simplify,
	],
	edit: onlyDifferences({
		keyOf: (field) => (field === 'Capacity' ? 'configured_capacity' : snakeCase(field)),
		// False also while the channel is full, although nobody switched it off.
		computed: ['Available'],
	}),
};
