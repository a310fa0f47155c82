import { NodeApiError, NodeOperationError, type IDataObject, type IExecuteFunctions, type INode } from 'n8n-workflow';

import { refusedItem, type ItemError } from '../../../../nodes/shared/n8n/itemError';
import { controlRun, createBacklog } from '../../../../nodes/shared/n8n/runControl';

const node: INode = { id: '1', name: 'Node', type: 'acme', typeVersion: 1, position: [0, 0], parameters: {} };

/** The part of n8n's context that a run's control looks at. */
function contextOf(continues: boolean, cancelled?: AbortSignal, rows: IDataObject[] = [{}, {}, {}]): IExecuteFunctions {
	const context: Partial<IExecuteFunctions> = {
		continueOnFail: () => continues,
		getExecutionCancelSignal: () => cancelled,
		getNode: () => node,
		getInputData: () => rows.map((json) => ({ json })),
	};
	return context as IExecuteFunctions;
}

/** What `act` throws. */
function thrown(act: () => void): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
	return undefined;
}

const sentItem: ItemError = {
	message: 'Worker WK2: Bad thing',
	description: 'Check it.',
	details: { agent: 'Worker WK2', httpCode: '400', attempts: 1 },
};

describe('a run that stops on errors', () => {
	it('is over with the first failure', () => {
		const run = controlRun(contextOf(false));
		expect(run.continuesOnError).toBe(false);
		expect(run.signal.aborted).toBe(false);
		run.noteFailure();
		expect(run.signal.aborted).toBe(true);
	});

	it('is not cancelled by its own failure', () => {
		const run = controlRun(contextOf(false, new AbortController().signal));
		run.noteFailure();
		expect(thrown(() => run.throwIfCancelled(() => '3 agents: 1 changed'))).toBeUndefined();
	});

	it('throws the error of its first failed item, with the item and how far it came', () => {
		const run = controlRun(contextOf(false));
		const error = thrown(() => run.throwIfFailed([undefined, sentItem], '1 changed.'));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Row 2: Worker WK2: Bad thing',
			description: 'Check it. 1 changed.',
			context: { itemIndex: 1 },
		});
	});

	it('tells all that is wrong at once, each line once, by the rows of the sheet', () => {
		const rows = [{ row_number: 7 }, { row_number: 9 }, { row_number: 12 }];
		const run = controlRun(contextOf(false, undefined, rows));
		const keys: ItemError = { ...sentItem, message: 'Acme did not accept the API Key', isOfAll: true };
		const wrong = refusedItem('Agent x', 'matches no worker');
		expect(thrown(() => run.throwIfFailed([wrong, wrong, sentItem], 'Nothing was sent.'))).toMatchObject({
			message: 'Row 7: Agent x: matches no worker',
			description: 'Row 9: Agent x: matches no worker<br>Row 12: Worker WK2: Bad thing<br>Nothing was sent.',
		});
		expect(thrown(() => run.throwIfFailed([keys, keys], ''))).toMatchObject({
			message: 'Acme did not accept the API Key',
			description: 'Check it.',
		});
	});

	it('counts what is more than ten', () => {
		const run = controlRun(
			contextOf(
				false,
				undefined,
				Array.from({ length: 40 }, () => ({})),
			),
		);
		const errors = Array.from({ length: 40 }, (_, at) => refusedItem(`Agent ${at}`, 'is wrong'));
		const { description } = thrown(() => run.throwIfFailed(errors, '')) as { description: string };
		const lines = description.split('<br>');
		expect(lines).toHaveLength(9);
		expect(lines.at(-1)).toBe('… and 31 more');
	});

	it('hands on what its error is to hold besides, made only where it ends', () => {
		const run = controlRun(contextOf(false));
		const more = jest.fn(() => ({ changedRows: [{ agent: 'Anna' }] }));
		run.throwIfFailed([undefined], '', more);
		expect(more).not.toHaveBeenCalled();
		expect(thrown(() => run.throwIfFailed([undefined, sentItem], '', more))).toMatchObject({
			context: { itemIndex: 1, changedRows: [{ agent: 'Anna' }] },
		});
	});

	it('throws nothing where nothing failed', () => {
		const run = controlRun(contextOf(false));
		expect(thrown(() => run.throwIfFailed([undefined, undefined], ''))).toBeUndefined();
	});
});

describe('a run that continues on errors', () => {
	it('goes on after failures and throws none of them', () => {
		const run = controlRun(contextOf(true));
		run.noteFailure();
		expect(run.continuesOnError).toBe(true);
		expect(run.signal.aborted).toBe(false);
		expect(thrown(() => run.throwIfFailed([sentItem], ''))).toBeUndefined();
	});
});

describe.each([true, false])('a run that is cancelled (continues on errors: %s)', (continues) => {
	it('is over, and says how far it came', () => {
		const cancelled = new AbortController();
		const run = controlRun(contextOf(continues, cancelled.signal));
		expect(thrown(() => run.throwIfCancelled(() => ''))).toBeUndefined();
		cancelled.abort();
		expect(run.signal.aborted).toBe(true);
		const more = () => ({ changedRows: [{ agent: 'Anna' }] });
		const error = thrown(() => run.throwIfCancelled(() => '3 agents: 1 changed', more));
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: 'The execution was cancelled. 3 agents: 1 changed',
			context: { changedRows: [{ agent: 'Anna' }] },
		});
	});
});

it('two runs know nothing of each other', () => {
	const cancelled = new AbortController();
	const [one, two] = [controlRun(contextOf(false, cancelled.signal)), controlRun(contextOf(false, cancelled.signal))];
	one.backlog.expect(5);
	one.noteFailure();
	expect(two.signal.aborted).toBe(false);
	expect(two.backlog.count).toBe(0);
});

it('a backlog counts what is still to come', () => {
	const backlog = createBacklog();
	expect(backlog.count).toBe(0);
	backlog.expect(3);
	backlog.begin();
	expect(backlog.count).toBe(2);
	backlog.expect(7);
	expect(backlog.count).toBe(7);
});
