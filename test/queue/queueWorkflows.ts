import type { Workflow } from '../../demo/n8n/workflows';

/** The node under test, in every workflow here. */
export const TESTED = 'Tested';

/** n8n saves no memory of a workflow whose id is longer than 21 signs. */
export type Given = { id: string; parameters: object; type?: string };

export interface Step {
	name: string;
	type: string;
	typeVersion: number;
	parameters: object;
	more?: object;
}

/** Rows of the body of a request, each an item: `{ rows: [...] }`. */
export const webhookSteps = (id: string): Step[] => [
	{
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: id, responseMode: 'onReceived', options: {} },
		more: { webhookId: id },
	},
	{
		name: 'Rows',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.rows', options: {} },
	},
];

export const testedStep = (parameters: object, type = 'agentState'): Step => ({
	name: TESTED,
	type: `n8n-nodes-agent-state.${type}`,
	typeVersion: 1,
	parameters,
	more: {
		credentials: {
			twilioContactCenterApi: { id: null, name: '' },
			conpeekApi: { id: null, name: '' },
		},
	},
});

/** Steps one after the other. */
export const chained = (id: string, steps: Step[]): Workflow => ({
	id,
	name: id,
	active: false,
	nodes: steps.map(({ name, type, typeVersion, parameters, more }, index) => ({
		id: `${id}-${index}`,
		name,
		type,
		typeVersion,
		position: [index * 200, 0],
		parameters,
		...more,
	})),
	connections: connected(steps),
	settings: { executionOrder: 'v1' },
});

export const connected = (steps: Array<Pick<Step, 'name'>>): Record<string, object> =>
	Object.fromEntries(
		steps
			.slice(1)
			.map(({ name }, index): [string, object] => [
				steps[index]?.name ?? '',
				{ main: [[{ node: name, type: 'main', index: 0 }]] },
			]),
	);

/** The node under test, started by a request. */
export const onRequest = ({ id, parameters, type }: Given): Workflow =>
	chained(id, [...webhookSteps(id), testedStep(parameters, type)]);
