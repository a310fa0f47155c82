import { fold, sentences } from '../../../../nodes/shared/values/text';

it.each([
	[' Anna ', 'anna'],
	['ZOE\u0308', 'zo\u00eb'],
	['Łódź', 'łódź'],
])('%j is compared as %j', (name, folded) => expect(fold(name)).toBe(folded));

it.each([
	[['The value is invalid.', 'Check it.'], 'The value is invalid. Check it.'],
	[['The value is invalid', 'Check it.'], 'The value is invalid. Check it.'],
	[['Is it?', undefined, '', 'Yes!', 'Good'], 'Is it? Yes! Good'],
	[[undefined], ''],
])('%j become one text', (texts, told) => expect(sentences(texts)).toBe(told));
