import { emptyColumns, withoutEmptyColumns } from '../../../../nodes/shared/n8n/columns';

it('a column goes that is empty in every row, and no other', () => {
	const rows = [
		{ a: null, b: '', c: undefined, d: null, e: 0, f: false, g: '' },
		{ a: '', b: null, c: undefined, d: 'x', e: null, f: null, g: ' ' },
	];

	const items = withoutEmptyColumns(rows.map((json, item) => ({ json, pairedItem: { item } })));

	expect(items).toStrictEqual([
		{ json: { d: null, e: 0, f: false, g: '' }, pairedItem: { item: 0 } },
		{ json: { d: 'x', e: null, f: null, g: ' ' }, pairedItem: { item: 1 } },
	]);
});

it('rows without an empty column stay as they are, and so does no row', () => {
	const items = [{ json: { a: 1 } }, { json: { a: '' } }];
	expect(withoutEmptyColumns(items)).toBe(items);
	expect(withoutEmptyColumns([])).toEqual([]);
});

it('only the columns that are asked for are looked at', () => {
	expect(emptyColumns([{ a: '', b: '' }], ['b', 'c'])).toEqual(new Set(['b', 'c']));
});
