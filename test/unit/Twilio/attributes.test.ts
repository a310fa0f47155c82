import fc from 'fast-check';
import {
	attributesOf,
	attributesToMerge,
	changeAttributes,
	hyphenWarning,
	listRule,
	mergedAttributes,
	shownAttributes,
	type ListRule,
} from '../../../nodes/Twilio/attributes';
import { formText } from '../../support/formText';

const rules: ListRule[] = ['replace', 'append', 'remove'];
const key = fc.oneof(
	fc.constantFrom('a', 'b', 'c', 'toString', 'hasOwnProperty', 'length', '0', ''),
	fc.string({ maxLength: 4 }).filter((name) => name !== '__proto__'),
);
const scalar = fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.boolean());

/** JSON values of some depth; `lists` says whether arrays occur. */
function json({ lists, nulls }: { lists: boolean; nulls: boolean }): fc.Arbitrary<unknown> {
	return fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 3 },
			scalar,
			...(nulls ? [fc.constant(null)] : []),
			...(lists ? [fc.array(tie('value'), { maxLength: 4 })] : []),
			fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
		),
	})).value;
}
const object = (how: { lists: boolean; nulls: boolean }) =>
	fc.dictionary(key, json(how), { maxKeys: 4, noNullPrototype: true });

const anything = { lists: true, nulls: true };

/** RFC 7396, section 2, word for word. */
function mergePatch(target: unknown, patch: unknown): unknown {
	if (!isObject(patch)) return patch;
	const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
	for (const [name, value] of Object.entries(patch)) {
		if (value === null) delete result[name];
		else result[name] = mergePatch(Object.hasOwn(result, name) ? result[name] : undefined, value);
	}
	return result;
}
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** As on the wire, where keys keep their order. */
const wire = (value: unknown) => JSON.stringify(value);
const copy = (value: unknown): unknown => JSON.parse(wire(value));

describe('merging, whatever the values', () => {
	it.each(['replace', 'append', 'remove'] as const)('a second time changes nothing, with %s', (rule) => {
		fc.assert(
			fc.property(object(anything), object(anything), (current, patch) => {
				const once = mergedAttributes(current, patch, rule);
				expect(wire(mergedAttributes(once, patch, rule))).toBe(wire(once));
			}),
			{ numRuns: 2000 },
		);
	});

	it('leaves both arguments as they were', () => {
		fc.assert(
			fc.property(object(anything), object(anything), fc.constantFrom(...rules), (current, patch, rule) => {
				const before = wire([current, patch]);
				mergedAttributes(current, patch, rule);
				expect(wire([current, patch])).toBe(before);
			}),
			{ numRuns: 2000 },
		);
	});

	it('is RFC 7396 where lists are replaced', () => {
		fc.assert(
			fc.property(object(anything), object(anything), (current, patch) => {
				expect(copy(mergedAttributes(current, patch, 'replace'))).toEqual(copy(mergePatch(current, patch)));
			}),
			{ numRuns: 3000 },
		);
	});

	it.each(rules)('is RFC 7396 with %s where there are no lists', (rule) => {
		const plain = { lists: false, nulls: true };
		fc.assert(
			fc.property(object(plain), object(plain), (current, patch) => {
				expect(copy(mergedAttributes(current, patch, rule))).toEqual(copy(mergePatch(current, patch)));
			}),
			{ numRuns: 2000 },
		);
	});

	it('what was appended to a list can be removed again', () => {
		const entries = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 6 });
		fc.assert(
			fc.property(entries, entries, (before, added) => {
				const fresh = added.filter((entry) => !before.some((known) => wire(known) === wire(entry)));
				const more = mergedAttributes({ list: before }, { list: fresh }, 'append');
				expect(copy(mergedAttributes(more, { list: fresh }, 'remove'))).toEqual(copy({ list: before }));
			}),
			{ numRuns: 2000 },
		);
	});

	it('an appended list holds everything of both, what was there first, and nothing new twice', () => {
		const entries = fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 6 });
		fc.assert(
			fc.property(entries, entries, (before, added) => {
				const { list } = mergedAttributes({ list: before }, { list: added }, 'append') as { list: unknown[] };
				expect(list.slice(0, before.length)).toEqual(before);
				const texts = list.map(wire);
				expect(new Set(texts)).toEqual(new Set([...before, ...added].map(wire)));
				const fresh = texts.slice(before.length);
				expect(new Set(fresh).size).toBe(fresh.length);
			}),
			{ numRuns: 1000 },
		);
	});

	it('never reaches the prototype of all objects', () => {
		for (const rule of rules) {
			mergedAttributes(JSON.parse('{"__proto__":{"x":1}}'), JSON.parse('{"__proto__":{"polluted":[1]}}'), rule);
		}
		expect({}).not.toHaveProperty('polluted');
	});

	it('the wire holds only what was given under the names that every object has', () => {
		for (const rule of rules) {
			expect(wire(mergedAttributes({}, { toString: ['a'], valueOf: { b: 1 } }, rule))).toBe(
				rule === 'remove' ? '{"valueOf":{"b":1}}' : '{"toString":["a"],"valueOf":{"b":1}}',
			);
		}
	});
});

describe('the list rules', () => {
	it.each<[string, unknown, unknown, ListRule, unknown]>([
		['replaces the list', [1, 2], [3], 'replace', [3]],
		['empties the list', [1, 2], [], 'replace', []],
		['adds what is new, behind', ['a', 'b'], ['c', 'a'], 'append', ['a', 'b', 'c']],
		['adds nothing twice', ['a'], ['b', 'b'], 'append', ['a', 'b']],
		['keeps what was twice there already', ['a', 'a'], ['a'], 'append', ['a', 'a']],
		['tells 1 from "1"', [1], ['1'], 'append', [1, '1']],
		['takes out every copy', ['a', 'b', 'a'], ['a'], 'remove', ['b']],
		['takes out what is not there', ['a'], ['b'], 'remove', ['a']],
		['takes out the last one', ['a'], ['a'], 'remove', []],
		['tells null in a list from no value', [null, 1], [null], 'remove', [1]],
		['puts a list in place of a text', 'a', ['b'], 'append', ['b']],
		['takes nothing out of a text', 'a', ['a'], 'remove', 'a'],
		['puts a text in place of a list', ['a'], 'b', 'append', 'b'],
		['compares objects in lists by what they hold', [{ a: 1 }], [{ a: 1 }], 'append', [{ a: 1 }]],
		['takes objects out of lists', [{ a: 1 }, { a: 2 }], [{ a: 1 }], 'remove', [{ a: 2 }]],
	])('%s', (_does, before, given, rule, after) => {
		expect(mergedAttributes({ list: before }, { list: given }, rule)).toEqual({ list: after });
		expect(mergedAttributes({ deep: { list: before } }, { deep: { list: given } }, rule)).toEqual({
			deep: { list: after },
		});
	});

	it('nothing is made where a list is to be taken from and there is none', () => {
		expect(mergedAttributes({}, { list: ['a'] }, 'remove')).toEqual({});
	});
});

describe('a change of attributes', () => {
	const same = (attributes: unknown) => attributes;

	it.each([
		['null', null],
		['absent', undefined],
		['empty', ''],
		['an empty object', '{}'],
	])('starts from nothing where they are %s', (_are, attributes) => {
		expect(changeAttributes({ attributes }, () => ({ a: 1 }))).toEqual({
			kind: 'write',
			body: { Attributes: '{"a":1}' },
		});
		expect(changeAttributes({ attributes }, same)).toEqual({ kind: 'none' });
	});

	it.each(['[]', '"text"', '7', 'null', 'true', '{', 'not JSON'])('is refused where they are %s', (attributes) => {
		expect(changeAttributes({ attributes }, same)).toMatchObject({ kind: 'problem' });
	});

	it.each([[{}], [7], [[]]])('is refused where they are not text: %j', (attributes) => {
		expect(changeAttributes({ attributes }, same)).toMatchObject({ kind: 'problem' });
	});

	it('is none where only the white space differs', () => {
		expect(changeAttributes({ attributes: '{ "a" : [ 1 ] }' }, same)).toEqual({ kind: 'none' });
	});
});

describe('forbidden keys', () => {
	it.each(['__proto__', 'constructor', 'prototype'])('%s is refused at any depth', (name) => {
		const { rule } = attributesToMerge;
		for (const text of [
			`{"${name}":1}`,
			`{"a":{"${name}":{}}}`,
			`{"a":[{"${name}":null}]}`,
			`{"a":[[1,[{"b":{"${name}":[]}}]]]}`,
			`{"\\u005f\\u005fproto__":1,"${name}":1}`,
		]) {
			expect(rule?.(text)).toMatch(/^cannot contain the key "/);
		}
		expect(rule?.(`{"a":"${name}","${name}s":["${name}"]}`)).toBeUndefined();
	});
});

describe('the hyphen warning', () => {
	it.each([
		['{"a":"b-c"}', 'b-c'],
		['{"a":{"b":["x",{"c":"-"}]}}', '-'],
	])('is given for %s', (text, value) => expect(hyphenWarning(text)).toContain(`"${value}"`));

	it.each(['{"a-b":"c"}', '{"a":-1}', '{}'])('is not given for %s', (text) =>
		expect(hyphenWarning(text)).toBeUndefined(),
	);
});

it('the form says how attributes are merged', () => {
	expect(formText([attributesToMerge, listRule])).toEqual([
		'Attributes (JSON) (attributes, json, required) = "{}": The attributes to change, as a JSON object such as { "team": "billing" }. All other attributes stay as they are. Use null to remove an attribute. Objects inside are merged too.',
		'When Both Hold a List (listRule, options) = "append": What to do if an attribute, such as skills, is a list both now and in the new attributes',
		'  Add to the List = "append": Add what is not in the list yet',
		'  Remove From the List = "remove": Remove the entries of the new list and keep the rest',
		'  Replace = "replace": Replace the old list with the new one',
	]);
});

const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

it.each([
	['{"a":1}', undefined],
	['[]', undefined],
	[nested(100), undefined],
	[nested(101), 'is nested deeper than 100 levels'],
	['{}', 'is empty: enter at least one attribute'],
	['{"a":12345678901234567890}', 'contains a number that is too long to be kept exactly; put it in double quotes'],
	['{"a":{"__proto__":1}}', 'cannot contain the key "__proto__"'],
])('of the attributes %s is wrong: %s', (text, wrong) => expect(attributesToMerge.rule?.(text)).toBe(wrong));

it.each([
	['[]', 'the attributes that Twilio keeps are not a JSON object; replace them with Update'],
	[nested(101), 'the attributes that Twilio keeps are nested deeper than 100 levels; replace them with Update'],
	[
		'{"a":12345678901234567890}',
		'the attributes contain a number that is too long to be kept exactly; use Update instead',
	],
])('the kept attributes %s cannot be changed: %s', (attributes, problem) => {
	expect(changeAttributes({ attributes }, (kept) => kept)).toEqual({ kind: 'problem', problem });
});

it.each<[unknown, unknown, unknown]>([
	['{"a":1}', { a: 1 }, { a: 1 }],
	['{"a":12345678901234567890}', { a: 12345678901234567000 }, undefined],
	['{', undefined, undefined],
	['5', undefined, undefined],
	[nested(101), undefined, undefined],
	[null, {}, undefined],
	[undefined, {}, undefined],
	['', {}, {}],
	[{ a: 1 }, undefined, undefined],
])('the attributes %j are read as %j and shown as %j', (text, read, shown) => {
	expect(attributesOf(text)).toEqual(read);
	expect(shownAttributes(text)).toEqual(shown);
});

it('the hyphen warning is a sentence', () => {
	expect(hyphenWarning('{"a":null,"b":["c-d"]}')).toBe(
		'The attribute value "c-d" has a hyphen, which TaskRouter may fail to parse in expressions.',
	);
	expect(hyphenWarning(undefined)).toBeUndefined();
	expect(hyphenWarning('"x-y"')).toContain('"x-y"');
});

it.each<[unknown, unknown, unknown]>([
	[undefined, { a: { b: ['x'] } }, undefined],
	[undefined, { a: {} }, { a: {} }],
	[undefined, { a: { b: ['x'], c: 1 } }, { a: { c: 1 } }],
	[{ a: 'text' }, { a: { b: ['x'] } }, { a: 'text' }],
	[{ a: 'text' }, { a: {} }, { a: {} }],
])('from %j the entries of %j are taken out: %j', (current, patch, left) => {
	expect(mergedAttributes(current, patch, 'remove')).toEqual(left);
});
