import fc from 'fast-check';
import { compactJson, isKept, keepsNumbers } from '../../../../nodes/shared/values/jsonText';

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
	])('keeps its numbers: %s', (text) => expect(keepsNumbers(text)).toBe(true));

	it.each([
		'{"id":9007199254740993}',
		'{"a":{"b":[12345678901234567890]}}',
		'[0.12345678901234567]',
		'{"a":-0.30000000000000001}',
		'1e400',
		'[-1e400]',
		'1e-400',
	])('would not keep its numbers: %s', (text) => expect(keepsNumbers(text)).toBe(false));

	it('keeps every number that JavaScript wrote, but for whole ones that are too long', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
				expect(isKept(String(number))).toBe(!Number.isInteger(number) || Number.isSafeInteger(number));
			}),
		);
	});
});
