import fc from 'fast-check';
import { compactJson, isKept, keepsNumbers, MAX_NESTING, nestsTooDeep } from '../../../../nodes/shared/values/jsonText';

describe('a JSON text', () => {
	it('without its blanks says the same', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom(2, '\t', ' \n'), (value, indent) => {
				const compact = compactJson(JSON.stringify(value, null, indent));
				expect(compact).toBe(JSON.stringify(value));
			}),
		);
	});

	it('keeps its numbers and the blanks in its texts as they were written', () => {
		expect(compactJson(' {"a b" : "\\" x ", "n": 1.50,\n"long":12345678901234567890 } ')).toBe(
			'{"a b":"\\" x ","n":1.50,"long":12345678901234567890}',
		);
	});

	it.each([
		'{"a":1}',
		'[0.1,-2.50,1e3]',
		'{"id":"12345678901234567890"}',
		'{"1e400":"1e400"}',
		'9007199254740991',
		'{}',
		// Escaped quotation marks do not end a text.
		'{"a\\"":"\\\\","b":"\\"9007199254740993"}',
		'{"e":1.50,"f":0.0,"g":100,"h":0.0010}',
		'"not closed 9007199254740993',
	])('keeps its numbers: %s', (text) => expect(keepsNumbers(text)).toBe(true));

	it.each([
		'{"id":9007199254740993}',
		'{"a":{"b":[12345678901234567890]}}',
		'[0.12345678901234567]',
		'{"a":-0.30000000000000001}',
		'1e400',
		'[-1e400]',
		'1e-400',
		// Read in pieces: no piece says whether the whole is kept.
		`1${'0'.repeat(999)}`,
		`[0.${'1'.repeat(2000)}]`,
		'{"a\\\\":9007199254740993}',
	])('would not keep its numbers: %s', (text) => expect(keepsNumbers(text)).toBe(false));

	it('keeps every number that JavaScript wrote, but for whole ones that are too long', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
				expect(isKept(String(number))).toBe(!Number.isInteger(number) || Number.isSafeInteger(number));
			}),
		);
	});
});

it.each(['0', '-0', '0.00', '00', '.5', '+5', '5.', '0.50', '5e-1', '1.5E+3', '120', '0x10', '0x1fffffffffffff', ' 5'])(
	'the number %s stays what it is',
	(text) => expect(isKept(text)).toBe(true),
);

it.each(['0.10000000000000001', '1e21', '9007199254740993', '0x20000000000001', '1e400', 'five', '1e-400'])(
	'the number %s would become another',
	(text) => expect(isKept(text)).toBe(false),
);

describe('nesting', () => {
	const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

	it('is deep enough at a hundred, and too deep beyond', () => {
		expect(MAX_NESTING).toBe(100);
		expect(nestsTooDeep(nested(100))).toBe(false);
		expect(nestsTooDeep(nested(101))).toBe(true);
		expect(nestsTooDeep('{"a":'.repeat(100))).toBe(false);
		expect(nestsTooDeep('{"a":'.repeat(101))).toBe(true);
		// What follows the deepest place does not matter.
		expect(nestsTooDeep(`[${nested(101)},1]`)).toBe(true);
	});

	it('ends with every bracket that closes', () => {
		expect(nestsTooDeep('[1],'.repeat(200))).toBe(false);
		expect(nestsTooDeep('{"a":1},'.repeat(200))).toBe(false);
	});

	it('is not that of brackets in texts', () => {
		expect(nestsTooDeep(`"${'['.repeat(200)}"`)).toBe(false);
		expect(nestsTooDeep(`"\\"${'{'.repeat(200)}"`)).toBe(false);
		expect(nestsTooDeep(`"\\\\"${'{'.repeat(200)}`)).toBe(true);
		expect(nestsTooDeep(`"${']'.repeat(50)}"${nested(101)}`)).toBe(true);
	});
});
