import {
	inReadingOrder,
	simpleRecord,
	simplified,
	type SimpleRecord,
} from '../../../../nodes/shared/operation/simplify';

const record = { sid: 'A1', more: 'x', name: null, attributes: '{"a":1}' };
const short = simpleRecord('name', 'sid', 'missing', 'toString');

it('a record in short has the properties that are named, in that order, where it has them', () => {
	expect(Object.entries(simplified(record, short, {}))).toEqual([
		['name', null],
		['sid', 'A1'],
	]);
});

it('JSON text is put out as what it says, and as it is where it cannot be read', () => {
	const parsed = { attributes: (text: unknown) => (text === '{"a":1}' ? { a: 1 } : undefined) };
	const simple = { properties: ['sid', 'attributes'], parsed };
	expect(simplified(record, simple, {})).toEqual({ sid: 'A1', attributes: { a: 1 } });
	expect(simplified({ ...record, attributes: '{' }, simple, {})).toEqual({ sid: 'A1', attributes: '{' });
});

it.each([
	[{}, ['name', 'sid']],
	[{ other: 'x' }, ['name', 'sid']],
	[{ text: '' }, ['name', 'attributes', 'sid']],
	[{ text: false }, ['name', 'attributes', 'sid']],
])('what only a change sets is left out of others: %j', (values, columns) => {
	const simple: SimpleRecord = {
		...simpleRecord('name', 'attributes', 'sid'),
		onlyIfSet: { attributes: 'text' },
	};
	expect(Object.keys(simplified(record, simple, values))).toEqual(columns);
});

it('what became of a change comes right after the name, in short and whole', () => {
	const changed = { ...record, requestedStatus: '1', note: 'odd', confirmed: false, changed: true };
	const first = ['name', 'changed', 'confirmed', 'note', 'requestedStatus', 'sid'];

	expect(Object.keys(simplified(changed, short, {}))).toEqual(first);
	expect(Object.entries(inReadingOrder(changed, short, {}))).toEqual([
		...first.map((key) => [key, changed[key as keyof typeof changed]]),
		['more', 'x'],
		['attributes', '{"a":1}'],
	]);
});
