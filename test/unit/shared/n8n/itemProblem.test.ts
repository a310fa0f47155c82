import { linesBelow, toErrorItems } from '../../../../nodes/shared/n8n/itemProblem';

it('problems of rows become an error item each', () => {
	expect(toErrorItems([{ message: 'Row 2 has no agent', item: 0 }])).toEqual([
		{ json: { error: 'Row 2 has no agent', details: { item: 0 } }, pairedItem: { item: 0 } },
	]);
});

it.each([
	[0, 0, undefined],
	[1, 1, undefined],
	[9, 9, undefined],
	[10, 8, '… and 2 more'],
	[40, 8, '… and 32 more'],
])('of %i problems below the first, %i are listed, and the others counted', (count, listed, rest) => {
	const others = Array.from({ length: count }, (_, at) => `Row ${at}`);
	const lines = [...others.slice(0, listed), ...(rest === undefined ? [] : [rest])];
	expect(linesBelow(others)).toBe(lines.join('<br>'));
});
