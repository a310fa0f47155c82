import { simpleRecord, simplified } from '../../../../nodes/shared/operation/simplify';

const record = { sid: 'A1', more: 'x', name: null, attributes: '{"a":1}' };

it('a record in short has the properties that are named, in that order, where it has them', () => {
	const short = simplified(record, simpleRecord('name', 'sid', 'missing', 'toString'));
	expect(Object.entries(short)).toEqual([
		['name', null],
		['sid', 'A1'],
	]);
});

it('JSON text is put out as what it says, and as it is where it cannot be read', () => {
	const parsed = { attributes: (text: unknown) => (text === '{"a":1}' ? { a: 1 } : undefined) };
	const properties = ['sid', 'attributes'];
	expect(simplified(record, { properties, parsed })).toEqual({ sid: 'A1', attributes: { a: 1 } });
	expect(simplified({ ...record, attributes: '{' }, { properties, parsed })).toEqual({ sid: 'A1', attributes: '{' });
});
