import { parseField } from '../../../../../nodes/shared/operation/input/parse';
import type { Field, LocatorMode } from '../../../../../nodes/shared/operation/operation';
import { atMost, matches, type Rule } from '../../../../../nodes/shared/operation/rule';

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
	const mode = (name: string, rule?: Rule): LocatorMode => ({ displayName: name, name, type: 'string', rule });
	const locator: Partial<Field> = {
		type: 'resourceLocator',
		modes: [mode('name'), mode('id', matches(/^(?:WK[0-9]{2}|XX)$/, 'a short SID'))],
	};
	const at = (chosen: string, value: unknown) => ({ __rl: true, mode: chosen, value });

	it('gives its value without blanks around it', () => {
		good(locator, at('id', ' WK12\n'), 'WK12');
		good(locator, at('name', 'Anna '), 'Anna');
		good(locator, at('name', 7), '7');
	});

	it.each([['WK1'], ['WK123'], ['aWK12'], ['XXX'], ['WK12\nWK13'], ['wk12']])(
		'checks the whole of %p by the rule of its mode',
		(value) => {
			bad(locator, at('id', value), 'must be a short SID');
		},
	);

	it('given as a bare value is read as an ID', () => {
		good(locator, 'WK12', 'WK12');
		bad(locator, 'Anna', 'must be a short SID');
	});

	it.each([[''], ['  '], [undefined], [null], [{}], [true]])('is empty with %p', (value) => {
		bad(locator, at('id', value), 'is empty');
	});

	it.each([[undefined], [null], [''], [{ value: 'WK12' }], [[]]])('is empty when it is %p', (given) =>
		bad(locator, given, 'is empty'),
	);

	it('has only the ways to choose that it offers', () => {
		bad(locator, at('url', 'WK12'), 'has no mode called "url"');
	});

	it('obeys its rule in every mode', () => {
		bad({ ...locator, rule: atMost(3) }, at('name', 'Anna'), 'at most 3');
	});
});

describe('what is wrong is told whole', () => {
	const choice: Partial<Field> = {
		type: 'options',
		options: [
			{ name: 'A', value: 'a' },
			{ displayName: 'No Option', name: 'no', type: 'string', default: '' },
			{ name: 'B', value: 2 },
		],
	};
	const filter: Partial<Field> = { routing: { send: { type: 'query', property: 'Page' } } };
	const inBody: Partial<Field> = { routing: { send: { type: 'body', property: 'Page' } } };
	const two: Partial<Field> = { type: 'number', typeOptions: { numberPrecision: 2 } };

	it.each<[Partial<Field>, unknown, string]>([
		[{}, undefined, 'has no value here; give it one, or remove the field'],
		[{}, {}, 'must be text'],
		[{ required: true }, ' ', 'is empty'],
		[filter, ' ', 'is empty; remove the filter to get all'],
		[{ ...filter, required: true }, '', 'is empty; remove the filter to get all'],
		[{ ...inBody, required: true }, '', 'is empty'],
		[{ type: 'boolean' }, 'yes', 'must be true or false'],
		[{ type: 'number' }, 'x', 'must be a whole number'],
		[{ type: 'number', typeOptions: { numberPrecision: 0 } }, 1.5, 'must be a whole number'],
		[two, 'x', 'must be a number'],
		[two, '0.12345678901234567', 'has more digits than can be kept exactly'],
		[{ type: 'number', typeOptions: { minValue: 1 } }, 0, 'must be at least 1'],
		[choice, 'c', 'must be one of a, 2'],
		[{ type: 'options' }, 'c', 'must be one of '],
		[{ type: 'json' }, '[]', 'must be a JSON object, such as {"skills": ["billing"]}'],
		[
			{ type: 'json' },
			{ a: [1, 2 ** 60] },
			'contains a number that is too long to be kept exactly; put it in double quotes',
		],
		[{ type: 'json', rule: atMost(2) }, '{"a":1}', 'is 7 characters long; at most 2 are allowed'],
		[{ type: 'json', rule: atMost(1) }, '[]', 'must be a JSON object, such as {"skills": ["billing"]}'],
		[{ type: 'resourceLocator' }, 'x', 'has no mode called "id"'],
	])('of %j with %j', (kind, given, problem) => {
		expect(parseField(field(kind), given)).toEqual({ kind: 'problem', problem });
	});

	it('and an empty text is no filter only where it filters', () => {
		good(inBody, '', '');
		good(filter, 'x', 'x');
		good({ type: 'json' }, { a: null, b: [{ c: 1 }] }, '{"a":null,"b":[{"c":1}]}');
		good({ type: 'number', typeOptions: { minValue: 1 } }, 1, 1);
	});
});

describe('a locator with a list', () => {
	const lookup = { method: 'search' } as NonNullable<Field['lookup']>;
	const type = (name: string, kind: 'list' | 'string', rule?: Rule): LocatorMode => ({
		displayName: name,
		name,
		type: kind,
		rule,
	});
	const at = (mode: string, value: unknown) => ({ __rl: true, mode, value });
	const list: Partial<Field> = {
		type: 'resourceLocator',
		modes: [type('list', 'list'), type('id', 'string', matches(/^[a-z]+$/, 'even')), type('name', 'string')],
	};

	it('keeps what was chosen from the list as an ID, and checks it as one', () => {
		good(list, at('list', 'abc'), 'abc');
		expect(parseField(field(list), at('list', 'ABC'))).toEqual({ kind: 'problem', problem: 'must be even' });
	});

	it('has no choice where a list stands alone', () => {
		bad({ ...list, modes: [type('list', 'list')] }, at('list', 'abc'), 'has no mode called "list"');
	});

	it('gives a name to be looked up only where there is a list to look in, and by its name alone', () => {
		expect(parseField(field({ ...list, lookup }), at('name', ' Anna '))).toEqual({ kind: 'name', name: 'Anna' });
		good({ ...list, lookup }, at('id', 'abc'), 'abc');
		good(list, at('name', 'Anna'), 'Anna');
	});
});

it('a field that reads its own value gets what was given and the zone', () => {
	const seen: unknown[] = [];
	const parse: NonNullable<Field['parse']> = (...given) => {
		seen.push(given);
		return { kind: 'value', value: 'x' };
	};
	expect(parseField(field({ parse }), null, 'Europe/Warsaw')).toEqual({ kind: 'value', value: 'x' });
	parseField(field({ parse }), 5);
	expect(seen).toEqual([
		[null, 'Europe/Warsaw'],
		[5, 'utc'],
	]);
});
