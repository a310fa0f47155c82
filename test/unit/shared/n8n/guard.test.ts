import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { breakdownOf, guardRun } from '../../../../nodes/shared/n8n/guard';

describe('what went wrong that nobody foresaw', () => {
	it('is told in words where the stack of the engine is full', () => {
		const recurse = (): number => 1 + recurse();
		let thrown: unknown;
		try {
			recurse();
		} catch (error) {
			thrown = error;
		}

		expect(breakdownOf(thrown)).toBe('could not be worked on: a text or a record in it is too long or too deep');
	});

	it.each([
		[new Error('odd'), 'could not be worked on: odd'],
		[new RangeError('Invalid array length'), 'could not be worked on: Invalid array length'],
		[new Error(''), 'could not be worked on: Error'],
		['a text', 'could not be worked on: a text'],
	])('is told as it is otherwise', (error, told) => {
		expect(breakdownOf(error)).toBe(told);
	});
});

describe('a run that breaks', () => {
	const contextOf = (continues: boolean, isCancelled = false): IExecuteFunctions =>
		({
			continueOnFail: () => continues,
			getExecutionCancelSignal: () => (isCancelled ? AbortSignal.abort() : undefined),
			getInputData: () => [{ json: {} }, { json: {} }],
			getNode: () => ({ name: 'Node' }),
		}) as unknown as IExecuteFunctions;
	const broken = async (): Promise<INodeExecutionData[][]> => await Promise.reject(new Error('odd'));
	const salvage = (problem: string) => [[{ json: { problem } }]];

	it('ends the workflow, unless the node is set to continue', async () => {
		await expect(guardRun(contextOf(false), broken, salvage)).rejects.toThrow('odd');
		expect(await guardRun(contextOf(true), broken, salvage)).toEqual(salvage('could not be worked on: odd'));
	});

	it('ends the workflow when it was cancelled', async () => {
		await expect(guardRun(contextOf(true, true), broken, salvage)).rejects.toThrow('odd');
	});

	it('has an error item for every item where nothing is known of them', async () => {
		const salvageBreaks = () => {
			throw new Error('odd, too');
		};
		const told = (item: number) => ({
			json: { error: `Item ${item}: could not be worked on: odd`, details: { agent: `Item ${item}` } },
			pairedItem: { item },
		});
		expect(await guardRun(contextOf(true), broken, salvageBreaks)).toEqual([[told(0), told(1)]]);
	});

	it('is no run that goes well', async () => {
		expect(await guardRun(contextOf(true), async () => [[{ json: { a: 1 } }]], salvage)).toEqual([
			[{ json: { a: 1 } }],
		]);
	});
});
