import { inQuotes } from '../../../../shared/values/text';
import type { Change, Field } from '../../../../shared/operation/operation';
import { atMost } from '../../../../shared/operation/rule';

/** "We recommend … avoid the following reserved characters … for values such as identity and friendly name" (docs: user resource). */
const reservedCharacters = /[!*'();:@&=+$,/?%#[\]]/;

export const AVOIDED = "Twilio advises against ! * ' ( ) ; : @ & = + $ , / ? % # [ and ].";

/** What to know about an identity that Twilio takes and advises against. */
export function identityWarning(identity: string): string | undefined {
	const found = reservedCharacters.exec(identity)?.[0];
	if (found === undefined) return undefined;
	return `The identity ${inQuotes(identity)} contains ${inQuotes(found)}. ${AVOIDED} An identity with / ? or # can be chosen by its SID only.`;
}

export const availabilityNotice: Field = {
	displayName: 'Conversations has no availability to set. Keep the state of an agent in an attribute or in the role.',
	name: 'availabilityNotice',
	type: 'notice',
	default: '',
};

/** 16 KB (docs: user resource). Characters are counted, so that only what is too long by any count is refused here. */
const attributesRule = atMost(16 * 1024);

/** Merged attributes, if Twilio can take them. */
export function withinLimit(change: Change): Change {
	const wrong = change.kind === 'write' ? attributesRule(`${change.body.Attributes ?? ''}`) : undefined;
	return wrong === undefined
		? change
		: { kind: 'problem', problem: `with this change the attributes of the user are too long: the text ${wrong}` };
}

export const attributesField: Field = {
	displayName: 'Attributes (JSON)',
	name: 'attributes',
	type: 'json',
	default: '{}',
	description:
		'What your application stores about the user, as a JSON object such as { "agentState": "break" }. It replaces all attributes that the user has now. Twilio takes 16 KB.',
	rule: attributesRule,
	routing: { send: { type: 'body', property: 'Attributes' } },
};

export const friendlyNameField: Field = {
	displayName: 'Friendly Name',
	name: 'friendlyName',
	type: 'string',
	default: '',
	description: "A name for the user. Twilio advises against ! * ' ( ) ; : @ & = + $ , / ? % # [ and ] in names, too.",
	routing: { send: { type: 'body', property: 'FriendlyName' } },
};

export const WEBHOOK_HEADER = 'X-Twilio-Webhook-Enabled';

export const webhookField: Field = {
	displayName: 'Send Webhooks',
	name: 'webhookEnabled',
	type: 'boolean',
	default: true,
	description: "Whether this change triggers the service's webhooks (header X-Twilio-Webhook-Enabled)",
	routing: { request: { headers: { [WEBHOOK_HEADER]: '={{ $value }}' } } },
};
