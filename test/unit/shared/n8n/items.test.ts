import { doneResult, errorIn, outputOf, refusedResult, withoutFormulas } from '../../../../nodes/shared/n8n/items';

it('every record and every failure is an item that is linked to its input', () => {
	const results = [[doneResult([{ a: 1 }, { a: 2 }])], [], [doneResult([]), refusedResult('Worker 2', 'is wrong')]];

	expect(outputOf(results)).toEqual([
		{ json: { a: 1 }, pairedItem: { item: 0 } },
		{ json: { a: 2 }, pairedItem: { item: 0 } },
		{ json: { error: 'Worker 2: is wrong', details: { agent: 'Worker 2' } }, pairedItem: { item: 2 } },
	]);
});

it('the first failure of an item is found', () => {
	const [one, other] = [refusedResult('A', 'is wrong'), refusedResult('B', 'is wrong')];
	expect(errorIn([doneResult([]), one, other])?.message).toBe('A: is wrong');
	expect(errorIn([doneResult([{}], 'a warning')])).toBeUndefined();
});

it('no sheet runs the texts of rows that a node makes', () => {
	expect(withoutFormulas([{ json: { a: '=1', b: 2 }, pairedItem: { item: 3 } }])).toEqual([
		{ json: { a: "'=1", b: 2 }, pairedItem: { item: 3 } },
	]);
});
