import { NodeOperationError, type IExecuteFunctions, type INode } from 'n8n-workflow';
import { failedItems, stopOnProblems, toErrorItems } from '../../../../nodes/shared/n8n/itemProblem';

const node: INode = { id: '1', name: 'Node', type: 'acme', typeVersion: 1, position: [0, 0], parameters: {} };
const contextOf = (continues: boolean): IExecuteFunctions =>
	({
		continueOnFail: () => continues,
		getNode: () => node,
		getInputData: () => [{ json: {} }, { json: {} }],
	}) as Partial<IExecuteFunctions> as IExecuteFunctions;
const problems = (count: number) => Array.from({ length: count }, (_, at) => ({ message: `Row ${at}`, item: at + 3 }));

function thrownFor(count: number): NodeOperationError {
	try {
		stopOnProblems(contextOf(false), problems(count));
	} catch (error) {
		return error as NodeOperationError;
	}
	throw new Error('It went on');
}

describe('problems of rows', () => {
	it('end the workflow: the first is the message', () => {
		const error = thrownFor(1);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: 'Row 0',
			description: 'There is no output. Correct the input and run the workflow again.',
			context: { itemIndex: 3 },
		});
	});

	const rows = (last: number) => Array.from({ length: last }, (_, at) => `Row ${at + 1}`).join('<br>');

	it.each([
		[2, 'Row 1'],
		[10, rows(9)],
		[11, `${rows(8)}<br>… and 2 more`],
		[15, `${rows(8)}<br>… and 6 more`],
	])('of %d, ten are told, or nine and the number of the others', (count, description) => {
		expect(thrownFor(count)).toMatchObject({ message: 'Row 0', description });
	});

	it('end nothing where there is none, and where the node is set to continue', () => {
		stopOnProblems(contextOf(false), []);
		stopOnProblems(contextOf(true), problems(2));
	});

	it('become an error item each', () => {
		expect(toErrorItems(problems(1))).toEqual([
			{ json: { error: 'Row 0', details: { item: 3 } }, pairedItem: { item: 3 } },
		]);
	});
});

describe('a run that fails as a whole', () => {
	it('ends the workflow, with the name of the node', () => {
		expect(() => failedItems(contextOf(false), new Error('odd'))).toThrow(NodeOperationError);
		expect(() => failedItems(contextOf(false), 'odd')).toThrow('odd');
	});

	it('is an error item for every item where the node is set to continue', () => {
		expect(failedItems(contextOf(true), new Error('odd'))).toEqual([
			{ json: { error: 'odd', details: { item: 0 } }, pairedItem: { item: 0 } },
			{ json: { error: 'odd', details: { item: 1 } }, pairedItem: { item: 1 } },
		]);
	});
});
