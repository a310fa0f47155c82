import { AT_MOST_AGENTS, AT_MOST_AGENTS_LABEL, USUAL_CAP } from '../n8n/toolCall';
import { PREVIEW_ONLY } from './fields';
import type { Field, Operation } from './operation';

/** Whether an operation changes something at the service. */
export const isChanging = (operation: Operation): boolean =>
	operation.kind === 'custom'
		? operation.fields.some(({ name }) => name === PREVIEW_ONLY)
		: operation.request.method !== 'GET';

/** On by default: a model changes nothing before the user of the workflow has allowed it. Not for the model to fill in. */
export const previewInTool = {
	displayName: 'Preview Only',
	name: PREVIEW_ONLY,
	type: 'boolean',
	noDataExpression: true,
	default: true,
	inTool: 'only',
	description:
		'Whether to only report to the model what would change. Turn this off to let the model make changes. The model itself cannot turn it off.',
} satisfies Field;

export const atMostAgentsField: Field = {
	displayName: AT_MOST_AGENTS_LABEL,
	name: AT_MOST_AGENTS,
	type: 'number',
	noDataExpression: true,
	typeOptions: { minValue: 1 },
	default: USUAL_CAP,
	inTool: 'only',
	description:
		'The most agents that the model may change with this tool in one execution of the workflow. A call beyond it is refused before anything is sent. Every call counts, even one that changes nothing.',
};

/** What the form of an operation has besides where the node is a tool. */
export const toolFieldsOf = (operation: Operation): Field[] =>
	isChanging(operation)
		? [...(operation.fields.some(({ name }) => name === PREVIEW_ONLY) ? [] : [previewInTool]), atMostAgentsField]
		: [];
