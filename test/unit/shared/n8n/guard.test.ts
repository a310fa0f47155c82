import { breakdownOf, guarded, guardedAsync } from '../../../../nodes/shared/n8n/guard';

describe('what went wrong that nobody foresaw', () => {
	it('is told in words where the stack of the engine is full', () => {
		const recurse = (): number => 1 + recurse();
		let thrown: unknown;
		try {
			recurse();
		} catch (error) {
			thrown = error;
		}

		expect(breakdownOf(thrown)).toBe('could not be processed: a text or a record in it is too long or too deep');
	});

	it.each([
		[new Error('odd'), 'could not be processed: odd'],
		[new RangeError('Invalid array length'), 'could not be processed: Invalid array length'],
		[new Error(''), 'could not be processed: Error'],
		['a text', 'could not be processed: a text'],
		[{ message: 'x' }, 'could not be processed: [object Object]'],
		[undefined, 'could not be processed: undefined'],
		[new Error('Maximum call stack size exceeded'), 'could not be processed: Maximum call stack size exceeded'],
	])('is told as it is otherwise', (error, told) => {
		expect(breakdownOf(error)).toBe(told);
	});
});

describe('a task that may break', () => {
	const broken = () => {
		throw new Error('odd');
	};
	const instead = (problem: string) => `it ${problem}`;

	it('has its result, or what stands for it', async () => {
		expect(guarded(() => 'done', instead)).toBe('done');
		expect(guarded(broken, instead)).toBe('it could not be processed: odd');
		expect(await guardedAsync(async () => 'done', instead)).toBe('done');
		expect(await guardedAsync(async () => broken(), instead)).toBe('it could not be processed: odd');
	});
});
