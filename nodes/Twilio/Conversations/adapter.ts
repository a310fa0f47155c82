import { isRecord } from '../../shared/values/record';
import type { Field, Values } from '../../shared/operation/operation';
import { matches, pathSafe } from '../../shared/operation/rule';
import type { Adapter, Native, Observed, StateOption } from '../../shared/state/adapter';
import { settable } from '../../shared/state/state';
import { attributesOf, changeAttributes } from '../attributes';
import { located, textIn } from '../twilio';
import { availabilityNotice, WEBHOOK_HEADER, withinLimit } from './resources/user/fields';
import { serviceLocator, serviceScope, userLocator } from './resources/locators';
import { roles, users } from './resources/lookups';
import { vendor } from './vendor';

const agentPath = '/v1[/Services/{service}]/Users/{agent}';

const keptIn: Field = {
	displayName: 'State Is Kept In',
	name: 'keptIn',
	type: 'options',
	options: [
		{ name: 'Attribute', value: 'attribute', description: 'One of the attributes of the user' },
		{
			name: 'Role',
			value: 'role',
			description: "The service-level role of the user. Map each state to a role under 'State Mapping'.",
		},
	],
	default: 'attribute',
	description: 'Where your application looks for the state. Conversations itself has no availability to set.',
};

const attributeName: Field = {
	displayName: 'Attribute',
	name: 'attributeName',
	type: 'string',
	default: 'agentState',
	displayOptions: { show: { keptIn: ['attribute'] } },
	description: 'The name of the attribute that holds the state. All other attributes stay as they are.',
	rule: matches(/^(?!(?:__proto__|constructor|prototype)$)[A-Za-z_][\w.-]*$/, 'a name such as agentState'),
};

/** A word in an attribute, by default that of the state itself. */
const attributeOption =
	(name: string) =>
	(word: string): StateOption => ({ key: word, label: word, fields: { [name]: word } });

/** Conversations has no state of its own. Its users keep the state in the attributes or in the role, as they choose. */
export const adapter: Adapter = {
	id: 'twilioConversations',
	vendor,
	noun: 'State',
	scopeFields: [serviceScope, serviceLocator, keptIn, attributeName],
	scopeColumn: {
		of: ({ service }) => (service === undefined ? undefined : `${service}`),
		parameters: (scope) =>
			scope === null ? { serviceScope: 'default' } : { serviceScope: 'specific', service: located('IS', scope) },
	},
	agent: userLocator,
	nativeFields: ({ keptIn: where, attributeName: name }) => [where === 'role' ? 'RoleSid' : `${name ?? ''}`],
	native: {
		displayName: 'Word or Role',
		name: 'native',
		type: 'string',
		default: '',
		placeholder: 'e.g. lunch',
		description: 'What stands for this state: the word in the attribute, or the name or SID of the role',
	},
	stateOptions: ({ keptIn: where, attributeName: name }) =>
		where === 'role'
			? {
					kind: 'listed',
					lookup: roles,
					toOption: ({ sid, friendly_name: label }) => ({
						key: textIn(sid),
						label: textIn(label),
						fields: { RoleSid: textIn(sid) },
					}),
				}
			: {
					kind: 'fixed',
					options: settable.map(attributeOption(`${name ?? ''}`)),
					usual: { available: 'available', busy: 'busy', break: 'break', offline: 'offline' },
					optionNamed: attributeOption(`${name ?? ''}`),
				},
	notice: String(availabilityNotice.displayName),
	reading: {
		one: agentPath,
		// Twilio resolves a SID or an identity, if it can stand in an address; the list has them all. Friendly names
		// need not be unique, so agents are not found by them.
		isId: (text) => pathSafe(text) === undefined,
		list: users,
		observe,
		tellsSince: false,
	},
	writing: {
		request: { method: 'POST', path: agentPath, idempotent: true },
		body: ({ fields }) => ({ ...fields }),
		webhookHeader: WEBHOOK_HEADER,
		edit: ({ fields }, { keptIn: where }) =>
			where === 'role'
				? undefined
				: {
						change: (user) =>
							withinLimit(changeAttributes(user, (attributes) => ({ ...attributes, ...fields }))),
					},
		observe: ({ body }, _native, values) => (isRecord(body) ? observe(body, values) : undefined),
	},
};

function observe(user: Record<string, unknown>, values: Values): Observed | undefined {
	const { sid, identity, friendly_name: name } = user;
	if (typeof sid !== 'string') return undefined;
	return {
		id: sid,
		name: textIn(name) || textIn(identity) || sid,
		aliases: [textIn(identity)],
		native: attributeNative(user, values),
		since: null,
	};
}

function attributeNative({ role_sid: role, attributes }: Record<string, unknown>, values: Values): Native | null {
	if (values.keptIn === 'role') {
		return typeof role === 'string' ? { label: role, fields: { RoleSid: role } } : null;
	}
	const name = `${values.attributeName ?? ''}`;
	const kept = attributesOf(attributes) ?? {};
	const word = Object.hasOwn(kept, name) ? kept[name] : undefined;
	return typeof word === 'string' || typeof word === 'number' || typeof word === 'boolean'
		? { label: `${word}`, fields: { [name]: word } }
		: null;
}
