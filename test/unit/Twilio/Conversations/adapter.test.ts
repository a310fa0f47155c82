import { adapter } from '../../../../nodes/Twilio/Conversations/adapter';
import { formText } from '../../../support/formText';

const { reading, writing } = adapter;
const inAttribute = { keptIn: 'attribute', attributeName: 'agentState' };
const inRole = { keptIn: 'role', attributeName: 'agentState' };
const sid = (prefix: string) => prefix + '1'.repeat(32);

it('the form says what Conversations has', () => {
	expect(adapter).toMatchObject({
		id: 'twilioConversations',
		noun: 'State',
		notice: 'Conversations has no availability to set. Keep the state of an agent in an attribute or in the role.',
	});
	expect(adapter.scopeFields.map(({ name }) => name)).toEqual(['serviceScope', 'service', 'keptIn', 'attributeName']);
	expect(formText([...adapter.scopeFields.slice(2), adapter.native])).toEqual([
		'State Is Kept In (keptIn, options) = "attribute": Where your application looks for the state. Conversations itself has no availability to set.',
		'  Attribute = "attribute": One of the attributes of the user',
		'  Role = "role": The service-level role of the user. Map each state to a role under \'State Mapping\'.',
		'Attribute (attributeName, string) = "agentState" {"show":{"keptIn":["attribute"]}}: The name of the attribute that holds the state. All other attributes stay as they are.',
		'Word or Role (native, string) = "" [e.g. lunch]: What stands for this state: the word in the attribute, or the name or SID of the role',
	]);
});

it.each(['agentState', '_x', 'a', 'agent.state-2', 'constructors'])('an attribute can be called %s', (name) => {
	expect(adapter.scopeFields[3]?.rule?.(name)).toBeUndefined();
});

it.each(['', '5a', '-a', '__proto__', 'constructor', 'prototype', 'a b', 'a b c', 'é'])(
	'an attribute cannot be called "%s"',
	(name) => expect(adapter.scopeFields[3]?.rule?.(name)).toBe('must be a name such as agentState'),
);

it('a scope is the service, and without one the default service', () => {
	expect(adapter.scopeColumn?.of({ service: 'IS1' })).toBe('IS1');
	expect(adapter.scopeColumn?.of({})).toBeUndefined();
	expect(adapter.scopeColumn?.parameters(null)).toEqual({ serviceScope: 'default' });
	expect(adapter.scopeColumn?.parameters(sid('IS'))).toEqual({
		serviceScope: 'specific',
		service: { __rl: true, mode: 'id', value: sid('IS') },
	});
	expect(adapter.scopeColumn?.parameters('Support')).toEqual({
		serviceScope: 'specific',
		service: { __rl: true, mode: 'name', value: 'Support' },
	});
});

it('a state is a word in the attribute, or a role', () => {
	expect(adapter.nativeFields(inAttribute)).toEqual(['agentState']);
	expect(adapter.nativeFields({ keptIn: 'attribute' })).toEqual(['']);
	expect(adapter.nativeFields(inRole)).toEqual(['RoleSid']);
	const words = adapter.stateOptions(inAttribute);
	if (words.kind !== 'fixed') throw new Error('The words are fixed');
	expect(words.options).toEqual(
		['available', 'busy', 'break', 'offline'].map((word) => ({
			key: word,
			label: word,
			fields: { agentState: word },
		})),
	);
	expect(words.usual).toEqual({ available: 'available', busy: 'busy', break: 'break', offline: 'offline' });
	expect(words.optionNamed?.('lunch')).toEqual({ key: 'lunch', label: 'lunch', fields: { agentState: 'lunch' } });
	expect(adapter.stateOptions({})).toMatchObject({
		kind: 'fixed',
		options: [{ fields: { '': 'available' } }, {}, {}, {}],
	});
	const listed = adapter.stateOptions(inRole);
	if (listed.kind !== 'listed') throw new Error('The roles are listed');
	expect(listed.lookup.method).toBe('searchRoles');
	expect(listed.toOption({ sid: 'RL1', friendly_name: 'agent' })).toEqual({
		key: 'RL1',
		label: 'agent',
		fields: { RoleSid: 'RL1' },
	});
});

it('is read and written at the address of the user', () => {
	const path = '/v1[/Services/{service}]/Users/{agent}';
	expect(reading).toMatchObject({ one: path, tellsSince: false });
	expect(reading?.list?.method).toBe('searchUsers');
	expect(reading?.isId('anna@example.com')).toBe(true);
	expect(reading?.isId('sales/anna')).toBe(false);
	expect(writing).toMatchObject({
		request: { method: 'POST', path, idempotent: true },
		webhookHeader: 'X-Twilio-Webhook-Enabled',
	});
	const role = { label: 'agent', fields: { RoleSid: 'RL1' } };
	expect(writing.body(role, { cause: '', note: '' })).toEqual({ RoleSid: 'RL1' });
	expect(writing.edit?.(role, inRole)).toBeUndefined();
});

describe('a word in the attribute', () => {
	const native = { label: 'break', fields: { agentState: 'break' } };
	const change = (attributes: unknown) => writing.edit?.(native, inAttribute)?.change({ attributes }, {}, {});

	it('leaves the other attributes as they are', () => {
		expect(change('{"team":"a","agentState":"busy"}')).toEqual({
			kind: 'write',
			body: { Attributes: '{"team":"a","agentState":"break"}' },
		});
		expect(change('{"agentState":"break"}')).toEqual({ kind: 'none' });
	});

	it('is not written where Twilio cannot take the attributes', () => {
		expect(change(`{"a":"${'x'.repeat(16_384)}"}`)).toEqual({
			kind: 'problem',
			problem:
				'with this change the attributes of the user are too long: the text is 16413 characters long; at most 16384 are allowed',
		});
	});
});

describe('the state of a user', () => {
	const anna = { id: 'US1', name: 'Anna K', aliases: ['anna'], since: null };
	const user = (more: object) => ({ sid: 'US1', identity: 'anna', friendly_name: 'Anna K', ...more });

	it.each<[string, object, object, unknown]>([
		[
			'a word',
			{ attributes: '{"agentState":"busy"}' },
			inAttribute,
			{ label: 'busy', fields: { agentState: 'busy' } },
		],
		['a number', { attributes: '{"agentState":5}' }, inAttribute, { label: '5', fields: { agentState: 5 } }],
		[
			'a switch',
			{ attributes: '{"agentState":false}' },
			inAttribute,
			{ label: 'false', fields: { agentState: false } },
		],
		['a list', { attributes: '{"agentState":["busy"]}' }, inAttribute, null],
		['no such attribute', { attributes: '{"other":"busy"}' }, inAttribute, null],
		['no attributes', { attributes: null }, inAttribute, null],
		['attributes that are no JSON', { attributes: '{' }, inAttribute, null],
		['what every object has', { attributes: '{}' }, { keptIn: 'attribute', attributeName: 'toString' }, null],
		[
			'a role',
			{ role_sid: 'RL1', attributes: '{"agentState":"busy"}' },
			inRole,
			{ label: 'RL1', fields: { RoleSid: 'RL1' } },
		],
		['no role', { role_sid: null, attributes: '{"agentState":"busy"}' }, inRole, null],
	])('%s', (_what, more, values, native) => {
		expect(reading?.observe(user(more), values as Record<string, string>)).toEqual({ ...anna, native });
	});

	it.each<[object, string, string]>([
		[{ friendly_name: 'Anna K', identity: 'anna' }, 'Anna K', 'anna'],
		[{ friendly_name: '', identity: 'anna' }, 'anna', 'anna'],
		[{ friendly_name: null, identity: null }, 'US1', ''],
	])('a user with %j is called %s', (told, name, alias) => {
		expect(reading?.observe({ sid: 'US1', ...told }, inRole)).toMatchObject({ id: 'US1', name, aliases: [alias] });
	});

	it('is told by the answer to a change as well', () => {
		const observe = (body: unknown) =>
			writing.observe({ status: 200, headers: {}, body }, { label: '', fields: {} }, inRole);
		expect(observe({ sid: 'US1', role_sid: 'RL1' })).toMatchObject({ native: { label: 'RL1' } });
		expect(observe({ role_sid: 'RL1' })).toBeUndefined();
		expect(observe('text')).toBeUndefined();
	});
});
