import type { Operation } from '../../../../shared/operation/operation';
import { atMost, matches } from '../../../../shared/operation/rule';
import { bySid, sid } from '../../../twilio';
import { workerLocator, workspaceLocator } from '../locators';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a worker',
		description: "Change a worker's activity, attributes or name",
	},
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Workers/{worker}', repeatable: true },
	subject: 'worker',
	fields: [
		workspaceLocator,
		workerLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Activity',
					name: 'activity',
					type: 'resourceLocator',
					default: { mode: 'id', value: '' },
					description: 'The activity that the worker changes to: this is what sets the state of the agent',
					modes: [bySid('WA', 'an activity SID')],
					routing: { send: { type: 'body', property: 'ActivitySid' } },
				},
				{
					displayName: 'Attributes (JSON)',
					name: 'attributes',
					type: 'json',
					default: '{}',
					description:
						'The JSON object that describes the worker, such as { "email": "bob@example.com" }. It replaces all attributes that the worker has now. Twilio warns that a hyphen in a value may cause a parsing error.',
					routing: { send: { type: 'body', property: 'Attributes' } },
				},
				{
					displayName: 'Concurrency',
					name: 'concurrency',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 1,
					description:
						"Undocumented: it stands only in the example on Twilio's page, and Twilio may ignore it. Presumably how many tasks the worker handles at once.",
					routing: { send: { type: 'body', property: 'Concurrency' } },
				},
				{
					displayName: 'Friendly Name',
					name: 'friendlyName',
					type: 'string',
					default: '',
					description: 'A name for the worker, at most 64 characters long and unique in the workspace',
					rule: atMost(64),
					routing: { send: { type: 'body', property: 'FriendlyName' } },
				},
				{
					displayName: 'If-Match (Version)',
					name: 'ifMatch',
					type: 'string',
					default: '',
					placeholder: 'e.g. 3',
					description:
						"Change the worker only when it still has this version: the 'etag' that Get puts out. Otherwise Twilio answers 412 and changes nothing.",
					// n8n's HTTP library drops what no header can hold and sends the rest: another condition than the one given.
					rule: matches(/^[\x21-\x7e]+$/, 'a version, such as 3'),
					routing: { request: { headers: { 'If-Match': '={{ $value }}' } } },
				},
				{
					displayName: 'Operating Unit SID',
					name: 'operatingUnitSid',
					type: 'string',
					default: '',
					placeholder: 'e.g. OU0123456789abcdef0123456789abcdef',
					description:
						"Undocumented: it stands only in the example on Twilio's page, and Twilio may ignore it",
					rule: sid('OU', 'an operating unit SID'),
					routing: { send: { type: 'body', property: 'OperatingUnitSid' } },
				},
				{
					displayName: 'Reject Pending Reservations',
					name: 'rejectPendingReservations',
					type: 'boolean',
					default: false,
					description:
						'Whether to reject the reservations that the worker has not answered yet. Valid only when the new activity is not available.',
					routing: { send: { type: 'body', property: 'RejectPendingReservations' } },
				},
			],
		},
	],
};
