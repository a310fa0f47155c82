import { toErrorItems } from '../../../../nodes/shared/n8n/itemProblem';

it('problems of rows become an error item each', () => {
	expect(toErrorItems([{ message: 'Row 2 has no agent', item: 0 }])).toEqual([
		{ json: { error: 'Row 2 has no agent', details: { item: 0 } }, pairedItem: { item: 0 } },
	]);
});
