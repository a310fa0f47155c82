import * as fc from 'fast-check';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';

import type { Lookup } from '../../../../../nodes/shared/operation/lookup';
import type { Field, SendOperation } from '../../../../../nodes/shared/operation/operation';
import { encodeSegment, fillPath } from '../../../../../nodes/shared/operation/input/path';
import { parseItem } from '../../../../../nodes/shared/operation/input/item';
import { requestOf } from '../../../../../nodes/shared/operation/run/request';
import { atMost } from '../../../../../nodes/shared/operation/rule';
import { acme, wholeList } from '../../../../support/acme';

const text = (name: string, fields: Partial<Field> = {}): Field => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...fields,
});
const body = (property: string): Partial<Field> => ({ routing: { send: { type: 'body', property } } });

const operation = (fields: Partial<SendOperation> = {}): SendOperation => ({
	kind: 'send',
	option: { name: 'Update', value: 'update', action: 'Update', description: 'Update' },
	request: { method: 'POST', path: '/v1[/Services/{service}]/Users/{user}', idempotent: true },
	subject: 'user',
	fields: [
		text('user', { displayName: 'User' }),
		text('service', { displayName: 'Service', displayOptions: { show: { scope: ['one'] } } }),
	],
	...fields,
});

const check = (made: SendOperation, given: Record<string, unknown>) =>
	parseItem(made, (name, fallback) => given[name] ?? fallback);
const ready = (made: SendOperation, given: Record<string, unknown>) => {
	const checked = check(made, given);
	if (checked.kind === 'refused') throw new Error(checked.problem);
	const requested = requestOf(acme(), made, checked.values);
	if (requested.kind === 'problem') throw new Error(requested.problem);
	return { ...checked, request: requested.value };
};
const refusal = (made: SendOperation, given: Record<string, unknown>) => {
	const checked = check(made, given);
	return checked.kind === 'refused' ? `${checked.subject}: ${checked.problem}` : undefined;
};

describe('a path segment', () => {
	/** RFC 3986: pchar = unreserved / pct-encoded / sub-delims / ":" / "@" */
	const SEGMENT = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-F]{2})*$/;
	const id = fc.string({ unit: 'binary', minLength: 1 }).filter((value) => !/\p{Cs}/u.test(value));

	it('holds only what RFC 3986 allows, and decodes back', () => {
		fc.assert(
			fc.property(id, (value) => {
				expect(encodeSegment(value)).toMatch(SEGMENT);
				expect(decodeURIComponent(encodeSegment(value))).toBe(value);
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each([
		['anna.kowalska@example.com', 'anna.kowalska@example.com'],
		['@me', '@me'],
		['0003*210', '0003*210'],
		['+49 171', '+49%20171'],
		['a/b?c#d', 'a%2Fb%3Fc%23d'],
		['50%', '50%25'],
		['%2F', '%252F'],
		['żółw', '%C5%BC%C3%B3%C5%82w'],
		["!$&'()*+,;=:@-._~", "!$&'()*+,;=:@-._~"],
		['"<>[]^`{|}\\', '%22%3C%3E%5B%5D%5E%60%7B%7C%7D%5C'],
	])('of %j is %s', (value, encoded) => {
		expect(encodeSegment(value)).toBe(encoded);
	});

	it('is the one that the official client sends, for every id that it can send', async () => {
		// `/?#%` change its path or are refused; of the rest it leaves four bare that RFC 3986 does not allow in a path.
		const sendable = id.filter(
			(value) => !/[/?#%\\|^[\]\p{Cc}]/u.test(value) && !/^\.{1,2}$/.test(value) && value.trim() === value,
		);
		let asked = '';
		class Overheard extends RequestClient {
			override async request<TData>(options: RequestClient.RequestOptions<TData>) {
				asked = options.uri;
				return await Promise.resolve({ statusCode: 200, body: {} as TData, headers: {}, toString: () => '' });
			}
		}
		const { frontlineApi } = twilio('AC1', 'token', { httpClient: new Overheard() });
		await fc.assert(
			fc.asyncProperty(sendable, async (value) => {
				await frontlineApi.v1.users(value).fetch();
				expect(new URL(asked).pathname).toBe(`/v1/Users/${encodeSegment(value)}`);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('an item', () => {
	it('has every field worked out once, the one that names the agent too', () => {
		const asked: string[] = [];
		const read = (name: string, fallback: unknown) => {
			asked.push(name);
			return name === 'user' ? 'u' : fallback;
		};
		const named = operation({ fields: [text('user'), text('note', body('Note'))] });
		expect(parseItem(named, read).kind).toBe('parsed');
		expect(asked).toEqual(['user', 'note']);
	});
});

describe('a path', () => {
	const scoped = operation({
		fields: [
			text('scope', { type: 'options', default: 'all', options: [{ name: 'All', value: 'all' }, { name: 'One', value: 'one' }] }), // prettier-ignore
			...operation().fields,
		],
	});

	it('leaves out a part in brackets whose field does not apply, whatever was typed into it before', () => {
		expect(ready(scoped, { user: 'u', scope: 'all', service: 'left over' }).request.path).toBe('/v1/Users/u');
	});

	it('has the part in brackets whose field applies', () => {
		expect(ready(scoped, { user: 'u', scope: 'one', service: 's 1' }).request.path).toBe(
			'/v1/Services/s%201/Users/u',
		);
	});

	it('does not lose a part whose field applies and is empty', () => {
		expect(refusal(scoped, { user: 'u', scope: 'one', service: '' })).toBe("User u: 'Service' is empty");
	});

	it.each(['', '.', '..', 'a/b', '../b', 'a?b', 'a#b', 'a\\b', 'a\nb', '\ud800'])('is not made from %j', (user) => {
		expect(refusal(operation(), { user })).toContain("'User' ");
	});

	it('says what was given, cut short', () => {
		expect(refusal(operation(), { user: `a/${'b'.repeat(500)}` })).toHaveLength(
			`User : 'User' cannot hold a slash, a backslash, a question mark or a number sign: use the SID or ID instead (given: "")`
				.length +
				2 * 61,
		);
	});

	it('cannot be changed by an id, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (user) => {
				const given = parseItem(operation(), (name) => (name === 'user' ? user : undefined));
				if (given.kind === 'refused') return;
				const prepared = requestOf(acme(), operation(), given.values);
				if (prepared.kind === 'problem') throw new Error(prepared.problem);
				const { pathname, search, hash } = new URL(`https://acme.example${prepared.value.path}`);
				expect(pathname).toBe(prepared.value.path);
				expect(decodeURIComponent(pathname.replace('/v1/Users/', ''))).toBe(user.trim());
				expect(search + hash).toBe('');
			}),
			{ numRuns: 1_000 },
		);
	});

	it.each([' ', '\u2000', '\u3000\n'])('cannot be filled with the blank %j', (user) => {
		expect(refusal(operation(), { user })).toContain("'User' is empty");
	});

	it('is filled only once: braces in an id are not placeholders', () => {
		const both = operation({
			request: { method: 'GET', path: '/{a}/{b}', idempotent: true },
			fields: [text('a'), text('b')],
		});
		expect(ready(both, { a: '{b}', b: '$&' }).request.path).toBe('/%7Bb%7D/$&');
	});
});

describe('values', () => {
	const update = operation({
		fields: [
			text('user', { displayName: 'User' }),
			text('state', { ...body('State'), default: 'on' }),
			{
				displayName: 'Update Fields',
				name: 'updateFields',
				type: 'collection',
				default: {},
				options: [
					text('name', { ...body('FriendlyName'), displayName: 'Friendly Name', rule: atMost(5) }),
					text('open', { ...body('Open'), type: 'boolean', default: false }),
					text('count', { ...body('Count'), type: 'number', default: 0 }),
					text('version', {
						displayName: 'Version',
						routing: { request: { headers: { 'If-Match': '={{ $value }}' } } },
					}),
					text('page', { routing: { send: { type: 'query', property: 'Page' } } }),
				],
			},
		],
	});

	it('go where the field says: body, query or header; under a version nothing is sent twice', () => {
		const { request } = ready(update, { user: 'u', updateFields: { name: 'Anna', version: '3', page: '2' } });
		expect(request).toEqual({
			method: 'POST',
			path: '/v1/Users/u',
			idempotent: false,
			encoding: 'form',
			body: { State: 'on', FriendlyName: 'Anna' },
			query: { Page: '2' },
			headers: { 'If-Match': '3' },
		});
	});

	it('that are false, 0 or empty are sent when they were added', () => {
		const { request } = ready(update, { user: 'u', updateFields: { open: false, count: 0, name: '' } });
		expect(request.body).toEqual({ State: 'on', Open: false, Count: 0, FriendlyName: '' });
	});

	it('that were not added are not sent', () => {
		expect(ready(update, { user: 'u' }).request.body).toEqual({ State: 'on' });
	});

	it('of a number that was added and left blank are refused rather than left out', () => {
		expect(check(update, { user: 'u', updateFields: { count: '' } })).toMatchObject({ kind: 'refused' });
	});

	it('that the operation does not know are not sent', () => {
		expect(
			ready(update, { user: 'u', updateFields: { Sid: 'x', constructor: 'x' }, extra: 1 }).request.body,
		).toEqual({ State: 'on' });
	});

	it('are handed to the reading by the name of their field', () => {
		expect(ready(update, { user: 'u', updateFields: { open: 'true' } }).values).toEqual({
			user: 'u',
			state: 'on',
			open: true,
		});
	});

	it('that are wrong name the agent, the field and what was given', () => {
		expect(refusal(update, { user: 'u', updateFields: { name: 'Annabel' } })).toBe(
			`User u: 'Friendly Name' is 7 characters long; at most 5 are allowed (given: "Annabel")`,
		);
		expect(refusal(update, { user: 'u', updateFields: { name: null } })).toContain(
			"User u: 'Friendly Name' has no value here",
		);
	});

	it('name the agent even when it is the agent that is wrong', () => {
		expect(refusal(operation(), { user: 'a/b' })).toContain('User a/b: ');
		expect(refusal(operation(), { user: '' })).toContain('User (none given): ');
		expect(refusal(operation(), { user: { __rl: true, mode: 'id', value: 'WK1' } })).toContain('User WK1: ');
	});

	it('of two items never meet', () => {
		ready(update, { user: 'one', updateFields: { name: 'One', version: '1', page: '1' } });
		const { request } = ready(update, { user: 'two' });
		expect(request).toMatchObject({ path: '/v1/Users/two', body: { State: 'on' }, query: {}, headers: {} });
	});
});

describe('an update without anything to change', () => {
	const only = operation({
		fields: [
			text('user', { displayName: 'User' }),
			{
				displayName: 'Update Fields',
				name: 'updateFields',
				type: 'collection',
				default: {},
				options: [
					text('name', body('FriendlyName')),
					text('version', { routing: { request: { headers: { 'If-Match': '={{ $value }}' } } } }),
				],
			},
		],
	});

	it.each([[undefined], [{}], [null], ['x'], [{ version: '3' }], [{ unknown: 1 }]])(
		'is refused: %j',
		(updateFields) => {
			expect(refusal(only, { user: 'u', updateFields })).toContain(
				"nothing to change: add at least one field under 'Update Fields'",
			);
		},
	);

	it('is not the same as clearing a text', () => {
		expect(ready(only, { user: 'u', updateFields: { name: '' } }).request.body).toEqual({ FriendlyName: '' });
	});

	it('does not concern an operation that only reads', () => {
		expect(ready(operation(), { user: 'u' }).request.body).toBeUndefined();
	});
});

describe('a field with a condition', () => {
	const state = text('state', {
		...body('work_state'),
		type: 'options',
		default: 'ONLINE',
		options: [
			{ name: 'Online', value: 'ONLINE' },
			{ name: 'On Break', value: 'ONBREAK' },
		],
	});
	const conditional = operation({
		fields: [
			text('user'),
			state,
			text('cause', {
				...body('break_cause'),
				displayName: 'Cause',
				required: true,
				displayOptions: { show: { state: ['ONBREAK'] } },
			}),
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				default: {},
				options: [
					text('note', { ...body('break_note'), displayOptions: { show: { '/state': ['ONBREAK'] } } }),
					text('mode', { ...body('mode'), displayOptions: { show: { '/state': ['ONLINE'] } } }),
				],
			},
		],
	});
	const given = { user: 'u', cause: 'Lunch', additionalFields: { note: 'n', mode: 'm' } };

	it('is sent only in the state it belongs to, though both are filled in', () => {
		expect(ready(conditional, { ...given, state: 'ONLINE' }).request.body).toEqual({
			work_state: 'ONLINE',
			mode: 'm',
		});
		expect(ready(conditional, { ...given, state: 'ONBREAK' }).request.body).toEqual({
			work_state: 'ONBREAK',
			break_cause: 'Lunch',
			break_note: 'n',
		});
	});

	it('is required only there', () => {
		expect(refusal(conditional, { user: 'u', state: 'ONBREAK' })).toContain("'Cause' is empty");
		expect(refusal(conditional, { user: 'u', state: 'ONLINE' })).toBeUndefined();
	});
});

describe('filling a path', () => {
	const template = '/v1[/Services/{service}]/Users/{user}';

	it('encodes every value and leaves the rest as it is', () => {
		expect(fillPath(template, { service: 'IS1', user: 'anna kowalska' })).toEqual({
			kind: 'value',
			value: '/v1/Services/IS1/Users/anna%20kowalska',
		});
	});

	it('leaves out a part in brackets without its value', () => {
		expect(fillPath(template, { user: 'anna' })).toEqual({ kind: 'value', value: '/v1/Users/anna' });
	});

	it.each([
		[{}, 'user', 'is empty'],
		[{ user: '' }, 'user', 'is empty'],
		[{ user: 'anna', service: '' }, 'service', 'is empty'],
		[{ user: '..' }, 'user', 'cannot be a dot or two: use the SID or ID instead'],
		[{ user: 'a/b', service: 'IS1' }, 'user', expect.stringContaining('cannot hold a slash') as string],
		[{ user: 'a', service: 'a\nb' }, 'service', expect.stringContaining('control character') as string],
	])('names the field that cannot stand in it: %j', (values, field, problem) => {
		expect(fillPath(template, values)).toEqual({ kind: 'problem', field, problem });
	});

	it('takes numbers and booleans as their text', () => {
		expect(fillPath('/{a}/{b}', { a: 7, b: false })).toEqual({ kind: 'value', value: '/7/false' });
	});
});

describe('a request made from values', () => {
	it('is a problem when a value found later cannot stand in the path', () => {
		expect(requestOf(acme(), operation(), { user: 'a/b' })).toMatchObject({ kind: 'problem', field: 'user' });
	});

	it('holds a value of a collection and one at the top alike, by the name of the field', () => {
		const both = operation({
			fields: [
				...operation().fields,
				text('state', body('State')),
				{
					displayName: 'Additional Fields',
					name: 'additionalFields',
					type: 'collection',
					default: {},
					options: [text('note', body('Note'))],
				},
			],
		});

		expect(requestOf(acme(), both, { user: 'u', state: 'on', note: '', unknown: 'x' })).toMatchObject({
			kind: 'value',
			value: { path: '/v1/Users/u', body: { State: 'on', Note: '' }, query: {}, headers: {} },
		});
	});
});

describe('a locator given by name', () => {
	const lookup: Lookup = {
		method: 'searchUsers',
		singular: 'user',
		plural: 'users',
		path: '/v1/Users',
		paging: wholeList,
		id: 'sid',
		label: 'name',
	};
	const locator: Field = {
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		default: { mode: 'id', value: '' },
		required: true,
		modes: [
			{ displayName: 'By Name', name: 'name', type: 'string' },
			{ displayName: 'By ID', name: 'id', type: 'string' },
		],
		lookup,
	};
	const named = (mode: string, value: string) => ({ user: { __rl: true, mode, value } });

	it('is kept apart from the values until its id is known', () => {
		expect(check(operation({ fields: [locator] }), named('name', ' Anna '))).toEqual({
			kind: 'parsed',
			subject: 'User Anna',
			isChange: false,
			values: {},
			names: [{ field: locator, lookup, name: 'Anna' }],
		});
	});

	it('may hold what no id may: it does not get into the path', () => {
		expect(check(operation({ fields: [locator] }), named('name', 'Sales / Support?'))).toMatchObject({
			kind: 'parsed',
			names: [{ name: 'Sales / Support?' }],
		});
	});

	it('by id is a value like any other', () => {
		expect(check(operation({ fields: [locator] }), named('id', 'US1'))).toMatchObject({
			kind: 'parsed',
			values: { user: 'US1' },
			names: [],
		});
	});

	it('counts as something to change when it is a field of the body', () => {
		const role: Field = { ...locator, name: 'role', displayName: 'Role', ...body('RoleSid') };
		const update = operation({
			fields: [
				text('user'),
				{
					displayName: 'Update Fields',
					name: 'updateFields',
					type: 'collection',
					default: {},
					options: [role],
				},
			],
		});

		expect(
			check(update, { user: 'u', updateFields: { role: { __rl: true, mode: 'name', value: 'admin' } } }),
		).toMatchObject({
			kind: 'parsed',
			names: [{ name: 'admin' }],
		});
	});
});

describe('an item that is refused', () => {
	const note = (more: Partial<Field> = {}) => text('note', { displayName: 'Note', rule: atMost(3), ...more });
	const noted = (more: Partial<SendOperation> = {}) =>
		operation({ fields: [text('user', { displayName: 'User' }), note()], ...more });

	it.each<[Record<string, unknown>, string]>([
		[{ user: 'u', note: 'long' }, `User u: 'Note' is 4 characters long; at most 3 are allowed (given: "long")`],
		[{ user: ' ', note: 12_345 }, `User (none given): 'User' is empty`],
		[{ user: 7, note: 12_345 }, `User 7: 'Note' is 5 characters long; at most 3 are allowed (given: "12345")`],
		[{ user: true, note: false }, `User true: 'Note' is 5 characters long; at most 3 are allowed (given: "false")`],
		[{ user: { a: 1 }, note: 'x' }, `User (none given): 'User' must be text`],
		[{ user: { value: 'v' }, note: 'x' }, `User v: 'User' must be text (given: "v")`],
		[
			{ user: 'a'.repeat(60), note: 'long' },
			`User ${'a'.repeat(60)}: 'Note' is 4 characters long; at most 3 are allowed (given: "long")`,
		],
		[
			{ user: 'a'.repeat(61), note: 'long' },
			`User ${'a'.repeat(60)}…: 'Note' is 4 characters long; at most 3 are allowed (given: "long")`,
		],
		[
			{ user: 'a/b' },
			`User a/b: 'User' cannot hold a slash, a backslash, a question mark or a number sign: use the SID or ID instead (given: "a/b")`,
		],
	])('says who, what and why: %j', (given, told) => {
		expect(refusal(noted(), given)).toBe(told);
	});

	it('goes by what the operation does where nobody is named', () => {
		expect(refusal(noted({ subject: 'nothing' }), { user: 'u', note: 'long' })).toMatch(/^Update: 'Note' is 4/);
		expect(check(noted({ subject: 'nothing' }), { user: 'u' })).toMatchObject({ subject: 'Update' });
	});

	it('may have values that do not go together', () => {
		const validate: NonNullable<SendOperation['validate']> = ({ note: given }) =>
			given === 'a' ? 'a is wrong here' : undefined;
		expect(refusal(noted({ validate }), { user: 'u', note: 'a' })).toBe('User u: a is wrong here');
		expect(refusal(noted({ validate }), { user: 'u', note: 'b' })).toBeUndefined();
	});

	it('without anything to change names the place to add it', () => {
		const more = (member: Field): Field => ({
			...text('more'),
			displayName: 'More Fields',
			type: 'collection',
			default: {},
			options: [member],
		});
		const sends = more(text('name', body('Name')));
		const asks = more(text('page', { routing: { send: { type: 'query', property: 'Page' } } }));
		const user = text('user', { displayName: 'User' });
		expect(refusal(operation({ fields: [user, asks, sends] }), { user: 'u' })).toBe(
			"User u: there is nothing to change: add at least one field under 'More Fields'",
		);
		expect(refusal(operation({ fields: [user, asks] }), { user: 'u' })).toBeUndefined();
		expect(
			refusal(operation({ fields: [user, { ...sends, type: 'string', default: '' }] }), { user: 'u' }),
		).toBeUndefined();
	});
});

describe('a field that is not asked for', () => {
	const member = text('name', body('Name'));
	const more: Field = { ...text('more'), type: 'collection', default: {}, options: [member] };

	it('is a notice, one that is not shown, or one that was not added', () => {
		const asked: string[] = [];
		const read = (name: string, fallback: unknown) => {
			asked.push(name);
			return name === 'user' ? 'u' : fallback;
		};
		const hidden = text('hidden', { displayOptions: { show: { user: ['other'] } } });
		const notice = text('notice', { type: 'notice' });
		expect(parseItem(operation({ fields: [text('user'), notice, hidden] }), read)).toEqual({
			kind: 'parsed',
			subject: 'user u',
			values: { user: 'u' },
			names: [],
			isChange: false,
		});
		expect(asked).toEqual(['user']);
		expect(check(operation({ fields: [text('user'), more] }), { user: 'u', more: { name: 'x' } })).toMatchObject({
			values: { user: 'u', name: 'x' },
			isChange: true,
		});
		expect(check(operation({ fields: [text('user'), { ...more, options: [] }] }), { user: 'u', more: { name: 'x' } })).toMatchObject({ values: { user: 'u' } }); // prettier-ignore
	});

	it('of a locator by name may depend on another field, and no name counts as a value of it', () => {
		expect(check(operation({ fields: [text('user'), text('zone', { parse: (_given, zone) => ({ kind: 'value', value: zone }) })] }), { user: 'u' })).toMatchObject({ values: { zone: 'utc' } }); // prettier-ignore
	});
});

it('blanks around an id are left out of its path alone, and numbers stay numbers', () => {
	const fields = [text('user'), text('note')];
	expect(check(operation({ fields }), { user: ' u ', note: ' n ' })).toMatchObject({
		values: { user: 'u', note: ' n ' },
	});
	const count = text('user', { type: 'number' });
	expect(check(operation({ fields: [count] }), { user: ' 7 ' })).toMatchObject({ values: { user: 7 } });
});
