import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { refusedItem, toErrorItem, toNodeError, type ItemError } from '../../../../nodes/shared/n8n/itemError';

const node: INode = { id: '1', name: 'Node', type: 'acme', typeVersion: 1, position: [0, 0], parameters: {} };

describe('the error that stops a workflow', () => {
	const itemError = (fields: Partial<ItemError> = {}): ItemError => ({
		message: 'Worker WK1: Bad thing',
		description: 'Check it.',
		details: { agent: 'Worker WK1', httpCode: '404', attempts: 1 },
		...fields,
	});

	it('carries message, description, status and item', () => {
		const error = toNodeError(node, itemError(), 7);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'Worker WK1: Bad thing',
			description: 'Check it.',
			httpCode: '404',
			context: { itemIndex: 7 },
		});
	});

	it.each(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', '404', '429', '503'])(
		"keeps its own message over n8n's text for %s",
		(httpCode) => {
			const error = toNodeError(node, itemError({ details: { httpCode, agent: 'Worker WK1', attempts: 1 } }), 0);
			expect(error).toMatchObject({ message: 'Worker WK1: Bad thing', httpCode });
		},
	);

	it.each(['User keeperman@example.com: Bad thing', 'User enoent: No answer from Acme (ECONNRESET)'])(
		'keeps %j, though n8n sees an error code in it',
		(message) => {
			expect(toNodeError(node, itemError({ message }), 0).message).toBe(message);
		},
	);

	it("is the node's own where nothing was sent for the item", () => {
		const error = toNodeError(node, refusedItem('Worker WK1', 'has no activity'), 2);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Worker WK1: has no activity', context: { itemIndex: 2 } });
	});

	it('has no description where there is none', () => {
		expect(toNodeError(node, itemError({ description: undefined }), 0).description ?? undefined).toBeUndefined();
	});
});

describe('the item of an agent that failed', () => {
	it('has no error beside its json, or n8n would drop the details', () => {
		const details = { agent: 'Worker WK1', attempts: 1 };
		expect(toErrorItem({ message: 'Worker WK1: Bad thing', description: 'Check it.', details }, 3)).toEqual({
			json: { error: 'Worker WK1: Bad thing', message: 'Check it.', details },
			pairedItem: { item: 3 },
		});
		expect(toErrorItem({ message: 'x', description: undefined, details }, 0).json).toEqual({ error: 'x', details });
	});
});

it('what was found wrong before anything was sent has no description and no attempts', () => {
	expect(refusedItem('Worker WK1', 'has no activity')).toEqual({
		message: 'Worker WK1: has no activity',
		description: undefined,
		details: { agent: 'Worker WK1' },
	});
});

it('the status of an error is one that is a text', () => {
	const details = { agent: 'Worker WK1', attempts: 1 };
	const error = toNodeError(node, { message: 'Bad thing', description: undefined, details }, 0);
	expect(error).toBeInstanceOf(NodeApiError);
	expect((error as NodeApiError).httpCode ?? null).toBeNull();
});
