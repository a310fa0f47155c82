import {
	fieldsIn,
	fingerprintOf,
	isSameNative,
	namedState,
	nativeIn,
	plain,
	shortHash,
} from '../../../../nodes/shared/state/native';

const lunch = { label: 'Lunch', fields: { state: 2, cause: 'food' } };

describe('two states', () => {
	it('are the same to the service by their fields, whatever their labels', () => {
		const other = { label: 'Eating', fields: { cause: 'food', state: 2 } };
		expect(isSameNative(lunch, other)).toBe(true);
		expect(fingerprintOf(lunch)).toBe(fingerprintOf(other));
	});

	it.each([
		[{ state: 2 }],
		[{ state: 2, cause: 'food', more: 1 }],
		[{ state: 3, cause: 'food' }],
		[{ state: '2', cause: 'food' }],
		[{ state: 2, reason: 'food' }],
	])('differ where one has the fields %j', (fields) => {
		expect(isSameNative(lunch, { label: 'Lunch', fields })).toBe(false);
		expect(isSameNative({ label: 'Lunch', fields }, lunch)).toBe(false);
		expect(fingerprintOf({ label: 'Lunch', fields })).not.toBe(fingerprintOf(lunch));
	});

	it('are not the same where one is not known', () => {
		expect(isSameNative(lunch, null)).toBe(false);
		expect(isSameNative(null, lunch)).toBe(false);
		expect(isSameNative(null, null)).toBe(false);
	});
});

it('a hash is eight hexadecimal digits', () => expect(shortHash('a')).toBe('ca978112'));

describe('a state from storage', () => {
	it('is a label and fields, and nothing else', () => {
		expect(nativeIn({ ...lunch, more: 1 })).toEqual(lunch);
		expect(plain({ ...lunch, ...{ more: 1 } })).toStrictEqual(lunch);
		expect(nativeIn({ label: '', fields: { a: true, b: null, c: {}, d: 0 } })).toEqual({
			label: '',
			fields: { a: true, d: 0 },
		});
	});

	it.each([
		undefined,
		'Lunch',
		{ fields: { a: 1 } },
		{ label: 5, fields: { a: 1 } },
		{ label: 'Lunch' },
		{ label: 'Lunch', fields: {} },
		{ label: 'Lunch', fields: { a: null } },
		{ label: 'Lunch', fields: ['a'] },
	])('%j is none', (stored) => expect(nativeIn(stored)).toBeNull());

	it.each([undefined, null, 'a', ['a'], {}, { a: null }])('%j holds no fields', (stored) => {
		expect(fieldsIn(stored)).toBeNull();
	});
});

it('the label is that of the list, where the state is in it', () => {
	const option = { label: 'Lunch break', fields: { state: 2 }, more: 1 };
	expect(namedState({ optionOf: () => option }, lunch)).toStrictEqual({ label: 'Lunch break', fields: { state: 2 } });
	expect(namedState({ optionOf: () => undefined }, lunch)).toEqual(lunch);
	expect(namedState({ optionOf: () => option }, null)).toBeNull();
});
