import { parseExpression } from '../../simulators/twilio/expression';
import { Refusal } from '../../simulators/twilio/refusal';

const document = {
	string_const: 'foo',
	object: { array: ['a', 'b', 'c'], attr: 'bar' },
	skills: ['support', "it's", 'a "b"', 'back\\slash'],
	levels: [1, 2.5],
	language: 'en',
	skill_rating: 5.1,
	condition_a: true,
	condition_b: false,
	routing: { skills: ['sales'] },
	INBOX: 3,
};
const holds = (source: string) => parseExpression(source, 'TargetWorkersExpression')(document);

describe('a TaskRouter expression', () => {
	it.each([
		'1 == 1',
		'0 != 1',
		'1.0 == 1.00',
		'"apple" != "orange"',
		'skill_rating > 1',
		'2 < skill_rating',
		'skill_rating >= 5.1',
		'skill_rating <= 5.1',
		'skill_rating > .5',
		'.50 == 0.5',
		'language >= "aa"',
		"string_const == 'foo'",
		'object.attr == "bar"',
		'object.array[2] == "c"',
		'object.array HAS "b"',
		'language IN ["en", "es"]',
		"language IN['en']",
		'"b" IN object.array',
		'language NOT IN ["pl"]',
		'language CONTAINS "n"',
		'levels HAS 2.5',
		'condition_a == true',
		'(condition_a == true) OR (condition_b == true)',
		'(language == "en" OR language == "fr") AND skill_rating >= 5.1',
		"skills HAS 'support' AND routing.skills HAS 'sales'",
		'1 == 1 OR 1 == 1 AND 1 == 2', // AND binds closer
		"skills HAS 'it\\'s'",
		'skills HAS "it\'s"',
		'skills HAS "a \\"b\\""',
		"skills HAS 'back\\\\slash'",
		'missing != "x"',
		'INBOX == 3', // begins with a keyword
		'((1 == 1))',
		'1==1AND 2==2',
	])('holds: %s', (source) => {
		expect(holds(source)).toBe(true);
	});

	it.each([
		'1 == 2',
		'1 == "1"',
		'"b" > 1', // no order between two types
		'(1 == 1 OR 1 == 1) AND 1 == 2',
		'skills HAS "sup"',
		'skills == "support"', // a scalar operator on an array
		'skills != "support"',
		'language HAS "en"', // an array operator on two scalars
		'language NOT IN string_const',
		'language NOT IN ["en"]',
		'missing == "x"',
		'missing.deeper == "x"',
		'missing > 0',
		'skills.length == 4', // what an array inherits is not a key
		'constructor != constructor',
		'condition_b == true',
	])('does not hold: %s', (source) => {
		expect(holds(source)).toBe(false);
	});

	it.each([
		'',
		'skills',
		'skills HAS',
		'HAS "a"',
		'language = "en"',
		'language == en-gb', // "hyphens are not supported"
		'level == -1',
		'language == "en',
		"language == 'it's'",
		'(1 == 1',
		'1 == 1)',
		'1 == 1 1 == 1',
		'1 == 1 and 1 == 1',
		'language IN []',
		'language IN ["en",]',
		'language IN [skills]',
		'language NOT ["en"]',
		'language == ["en"]',
		'AND',
		'skills[x] == 1',
		'1 == 1; 2 == 2',
	])('is refused: %s', (source) => {
		expect(() => holds(source)).toThrow(Refusal);
	});

	it('takes a value as nothing but a value when its quotes and backslashes are escaped', () => {
		const value = `x' OR 1 == 1 OR 'a\\' == 'b" \\`;
		const quoted = `'${value.replaceAll(/[\\']/g, '\\$&')}'`;

		expect(holds(`skills HAS ${quoted}`)).toBe(false);
		expect(parseExpression(`skills HAS ${quoted}`, 'x')({ skills: [value] })).toBe(true);
	});
});
