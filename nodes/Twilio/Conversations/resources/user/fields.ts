import type { Field } from '../../../../shared/operation/operation';

export const availabilityNotice: Field = {
	displayName: 'Conversations has no availability to set. Keep the state of an agent in an attribute or in the role.',
	name: 'availabilityNotice',
	type: 'notice',
	default: '',
};

export const attributesField: Field = {
	displayName: 'Attributes (JSON)',
	name: 'attributes',
	type: 'json',
	default: '{}',
	description:
		'What your application stores about the user, as a JSON object such as { "agentState": "break" }. It replaces all attributes that the user has now.',
	routing: { send: { type: 'body', property: 'Attributes' } },
};

export const friendlyNameField: Field = {
	displayName: 'Friendly Name',
	name: 'friendlyName',
	type: 'string',
	default: '',
	description: 'A name for the user',
	routing: { send: { type: 'body', property: 'FriendlyName' } },
};

export const webhookField: Field = {
	displayName: 'Send Webhooks',
	name: 'webhookEnabled',
	type: 'boolean',
	default: true,
	description: "Whether this change triggers the service's webhooks (header X-Twilio-Webhook-Enabled)",
	routing: { request: { headers: { 'X-Twilio-Webhook-Enabled': '={{ $value }}' } } },
};
