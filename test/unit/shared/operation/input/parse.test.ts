import type { INodePropertyMode } from 'n8n-workflow';

import { parseField } from '../../../../../nodes/shared/operation/input/parse';
import type { Field } from '../../../../../nodes/shared/operation/operation';
import { atMost } from '../../../../../nodes/shared/operation/rule';

const field = (fields: Partial<Field>): Field => ({
	displayName: 'It',
	name: 'it',
	type: 'string',
	default: '',
	...fields,
});

const good = (kind: Partial<Field>, given: unknown, value: unknown) => {
	expect(parseField(field(kind), given)).toEqual({ kind: 'value', value });
};
const bad = (kind: Partial<Field>, given: unknown, problem: string) => {
	expect(parseField(field(kind), given)).toEqual({
		kind: 'problem',
		problem: expect.stringContaining(problem) as string,
	});
};

describe('nothing', () => {
	const kinds: Field['type'][] = ['string', 'number', 'boolean', 'options', 'json'];
	it.each(kinds)('is not a value of a %s field', (type) => {
		bad({ type }, undefined, 'has no value here');
		bad({ type }, null, 'has no value here');
	});
});

describe('text', () => {
	it('is kept as it is, blanks and emptiness included', () => {
		good({}, ' a ', ' a ');
		good({}, '', '');
		good({}, 5, '5');
		good({}, false, 'false');
	});

	it('that is required must be more than blanks', () => {
		bad({ required: true }, '', 'is empty');
		bad({ required: true }, ' \t', 'is empty');
		good({ required: true }, 0, '0');
	});

	it('obeys its rule', () => {
		bad({ rule: atMost(2) }, 'abc', 'at most 2');
		good({ rule: atMost(2) }, 12, '12');
		bad({ rule: atMost(2) }, 123, 'at most 2');
	});

	it.each([[{}], [[]], [['a']], [() => 1]])('is not %p', (given) => bad({}, given, 'must be text'));
});

describe('a number with decimals', () => {
	const kind: Partial<Field> = { type: 'number', typeOptions: { numberPrecision: 2 } };

	it.each([
		[2.5, 2.5],
		['.5', 0.5],
		[' 0.10 ', 0.1],
		[3, 3],
		['1e3', 1000],
	])('is read from %p', (given, value) => good(kind, given, value));

	it.each([['1e400'], ['x'], [''], [Infinity]])('is not %p', (given) => bad(kind, given, 'must be a number'));

	it.each([['0.12345678901234567'], ['9007199254740993']])('is refused where it would be rounded: %p', (given) =>
		bad(kind, given, 'has more digits than can be kept exactly'),
	);
});

describe('a boolean', () => {
	it.each([
		[true, true],
		['true', true],
		[' TRUE ', true],
		[false, false],
		['false', false],
		['False', false],
	])('is read from %p', (given, value) => good({ type: 'boolean' }, given, value));

	it.each([['yes'], [''], [0], [1], ['0'], [{}], [[true]]])('is not guessed from %p', (given) => {
		bad({ type: 'boolean' }, given, 'must be true or false');
	});
});

describe('a number', () => {
	it.each([
		[0, 0],
		['0', 0],
		[' 12 ', 12],
		[-3, -3],
		['98', 98],
	])('is read from %p', (given, value) => good({ type: 'number' }, given, value));

	it.each([
		[1.5],
		['1.5'],
		[''],
		[' '],
		['a'],
		['12a'],
		[NaN],
		[Infinity],
		[1e21],
		[2 ** 53],
		[true],
		[[]],
		[[5]],
		[{}],
	])('is not %p', (given) => bad({ type: 'number' }, given, 'must be a whole number'));

	it('keeps to its least value', () => {
		const type = { type: 'number' as const, typeOptions: { minValue: 0 } };
		good(type, 0, 0);
		bad(type, -1, 'must be at least 0');
		bad(type, '-1', 'must be at least 0');
	});
});

describe('a choice', () => {
	const choice: Partial<Field> = {
		type: 'options',
		options: [
			{ name: 'Logged Out', value: '0' },
			{ name: 'Online', value: 1 },
		],
	};

	it('is one of the values offered, in the type in which it is offered', () => {
		good(choice, '0', '0');
		good(choice, 0, '0');
		good(choice, '1', 1);
	});

	it.each([['Online'], ['2'], [''], [' 1'], [true], [{}]])('is not %p', (given) =>
		bad(choice, given, 'must be one of 0, 1'),
	);
});

describe('JSON', () => {
	it('is sent as it was written, without the blanks that Twilio counts', () => {
		good({ type: 'json' }, '{ "b": 1.0,\n\t"a b": " \\" x " }', '{"b":1.0,"a b":" \\" x "}');
	});

	it.each([[{ a: 2 ** 60 }], [{ a: [Infinity] }]])('is not an object whose numbers were rounded: %p', (given) => {
		bad({ type: 'json' }, given, 'contains a number that is too long to be kept exactly; put it in double quotes');
	});

	it('may be an object that an expression made', () => {
		good({ type: 'json' }, { b: [1, 'ż'] }, '{"b":[1,"ż"]}');
	});

	it.each([['{'], ['[]'], [[1]], ['5'], [5], [true], ['']])('that holds no object is refused: %p', (given) => {
		expect(parseField(field({ type: 'json' }), given)).toMatchObject({ kind: 'problem' });
	});
});

describe('a locator', () => {
	const mode = (name: string, regex?: string): INodePropertyMode => ({
		displayName: name,
		name,
		type: 'string',
		...(regex !== undefined && {
			validation: [{ type: 'regex' as const, properties: { regex, errorMessage: `must look like ${regex}` } }],
		}),
	});
	const locator: Partial<Field> = { type: 'resourceLocator', modes: [mode('name'), mode('id', 'WK[0-9]{2}|XX')] };
	const at = (chosen: string, value: unknown) => ({ __rl: true, mode: chosen, value });

	it('gives its value without blanks around it', () => {
		good(locator, at('id', ' WK12\n'), 'WK12');
		good(locator, at('name', 'Anna '), 'Anna');
		good(locator, at('name', 7), '7');
	});

	it.each([['WK1'], ['WK123'], ['aWK12'], ['XXX'], ['WK12\nWK13'], ['wk12']])(
		'checks the whole of %p by the pattern of its mode',
		(value) => {
			bad(locator, at('id', value), 'must look like');
		},
	);

	it('given as a bare value is read as an ID', () => {
		good(locator, 'WK12', 'WK12');
		bad(locator, 'Anna', 'must look like');
	});

	it.each([[''], ['  '], [undefined], [null], [{}], [true]])('is empty with %p', (value) => {
		bad(locator, at('id', value), 'is empty');
	});

	it.each([[undefined], [null], [''], [{ value: 'WK12' }], [[]]])('is empty when it is %p', (given) =>
		bad(locator, given, 'is empty'),
	);

	it('has only the ways to choose that it offers', () => {
		bad(locator, at('url', 'WK12'), 'no way to choose called "url"');
	});

	it('obeys its rule in every mode', () => {
		bad({ ...locator, rule: atMost(3) }, at('name', 'Anna'), 'at most 3');
	});
});
