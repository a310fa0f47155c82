import type { Field } from '../../../../shared/operation/operation';
import { atMost, matches } from '../../../../shared/operation/rule';
import { activityLocator } from '../locators';

export const activityField: Field = {
	...activityLocator,
	description: 'The new activity of the worker. This sets the state of the agent.',
	routing: { send: { type: 'body', property: 'ActivitySid' } },
};

export const attributesField: Field = {
	displayName: 'Attributes (JSON)',
	name: 'attributes',
	type: 'json',
	default: '{}',
	description:
		'What describes the worker, as a JSON object such as { "email": "bob@example.com" }. It replaces all attributes that the worker has now, contact_uri included, by which calls reach the agent: keep it. The attribute team_sid belongs to Flex Teams. Twilio warns that a hyphen in a value may cause a parsing error.',
	routing: { send: { type: 'body', property: 'Attributes' } },
};

export const friendlyNameField: Field = {
	displayName: 'Friendly Name',
	name: 'friendlyName',
	type: 'string',
	default: '',
	description: 'A name for the worker, at most 64 characters long and unique in the workspace',
	rule: atMost(64),
	routing: { send: { type: 'body', property: 'FriendlyName' } },
};

export const ifMatchField: Field = {
	displayName: 'If-Match (Version)',
	name: 'ifMatch',
	type: 'string',
	default: '',
	placeholder: 'e.g. 3',
	description:
		"Make the change only if the record still has this version. Get puts it out as 'etag'. Otherwise Twilio answers with error 412 and changes nothing.",
	// Headers allow only these characters, and an empty If-Match would not be a condition.
	rule: matches(/^[\x21-\x7e]+$/, 'a version, such as 3'),
	routing: { request: { headers: { 'If-Match': '={{ $value }}' } } },
};

export const rejectPendingField: Field = {
	displayName: 'Reject Pending Reservations',
	name: 'rejectPendingReservations',
	type: 'boolean',
	default: false,
	description:
		'Whether to reject tasks that are offered to the worker and not accepted yet, so that they go to someone else. Needed if there are any and the new activity is not available; between available activities the worker moves with them. Valid only when the new activity is not available.',
	routing: { send: { type: 'body', property: 'RejectPendingReservations' } },
};
