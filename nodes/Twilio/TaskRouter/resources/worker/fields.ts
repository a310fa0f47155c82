import type { Field } from '../../../../shared/operation/operation';
import { atMost, matches } from '../../../../shared/operation/rule';
import { activityLocator } from '../locators';

export const activityField: Field = {
	...activityLocator,
	description: 'The activity that the worker changes to: this is what sets the state of the agent',
	routing: { send: { type: 'body', property: 'ActivitySid' } },
};

export const attributesField: Field = {
	displayName: 'Attributes (JSON)',
	name: 'attributes',
	type: 'json',
	default: '{}',
	description:
		'The JSON object that describes the worker, such as { "email": "bob@example.com" }. It replaces all attributes that the worker has now. Twilio warns that a hyphen in a value may cause a parsing error.',
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
		"Act only when the record still has this version: the 'etag' that Get puts out. Otherwise Twilio answers 412 and changes nothing.",
	// A header can hold nothing else, and an empty condition would be none.
	rule: matches(/^[\x21-\x7e]+$/, 'a version, such as 3'),
	routing: { request: { headers: { 'If-Match': '={{ $value }}' } } },
};

export const rejectPendingField: Field = {
	displayName: 'Reject Pending Reservations',
	name: 'rejectPendingReservations',
	type: 'boolean',
	default: false,
	description:
		'Whether to take back a task that is on offer to the worker and not answered yet: it goes to somebody else. Needed when there is one; valid only when the new activity is not available.',
	routing: { send: { type: 'body', property: 'RejectPendingReservations' } },
};
