import { runInNewContext } from 'node:vm';
import { NodeHelpers } from 'n8n-workflow';
import type {
	INode,
	INodeParameters,
	INodeProperties,
	INodeTypeDescription,
	NodeParameterValueType,
} from 'n8n-workflow';

import type { Workflow } from '../n8n/workflows';

/** What a picture shows: the canvas of a workflow, or one of its nodes opened. */
export interface Shown {
	/** file name in docs/images, without ending */
	picture: string;
	workflow: Workflow;
	node?: string;
}

/** The nodes' descriptions by their types as workflows name them, such as `n8n-nodes-agent-state.conpeek`. */
export type NodeTypes = ReadonlyMap<string, INodeTypeDescription>;

type WorkflowNode = Workflow['nodes'][number];

/** n8n has its own words for these modes of a locator, whatever the node calls them. */
const USUAL_MODES: Record<string, string> = { list: 'From list', id: 'By ID', url: 'By URL' };

/** n8n's own field, which it adds to triggers that ask again and again. */
const POLL_TIMES = 'pollTimes';

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/**
 * The words that a picture must show, one line each. They are kept beside the pictures, so that a test notices when a form
 * or a workflow has changed since its picture was taken.
 */
export function wordsIn({ workflow, node: name }: Shown, types: NodeTypes): string[] {
	if (name === undefined) return workflow.nodes.map((node) => canvasLine(node, types));
	const node = workflow.nodes.find((each) => each.name === name);
	const description = node && types.get(node.type);
	if (!node || !description) throw new Error(`"${workflow.name}" has no node of this pack called "${name}".`);
	return formLines(node, description);
}

function canvasLine(node: WorkflowNode, types: NodeTypes): string {
	const { name, type, parameters } = node;
	const { content }: { content?: unknown } = parameters;
	if (type === STICKY_NOTE && typeof content === 'string') return content;
	const description = types.get(type);
	if (description?.subtitle === undefined) return name;
	// Our subtitles are expressions over the parameters alone.
	const expression = description.subtitle.replace(/^=\{\{|\}\}$/g, '');
	const subtitle: unknown = runInNewContext(expression, { $parameter: filledIn(node, description).values });
	return `${name} | ${String(subtitle)}`;
}

function formLines(node: WorkflowNode, description: INodeTypeDescription): string[] {
	const { whole, values } = filledIn(node, description);
	return description.properties
		.filter(({ name }) => name !== POLL_TIMES)
		.filter((property) => NodeHelpers.displayParameter(values, property, whole, description))
		.flatMap((property) => fieldLines(property, values));
}

/** The node with the defaults of all that it does not say, as the editor has it. */
function filledIn(node: WorkflowNode, description: INodeTypeDescription): { whole: INode; values: INodeParameters } {
	const whole: INode = {
		id: node.name,
		typeVersion: 1,
		position: [0, 0],
		name: node.name,
		type: node.type,
		parameters: node.parameters as INodeParameters,
	};
	const { properties } = description;
	const values = NodeHelpers.getNodeParameters(properties, whole.parameters, true, false, whole, description);
	return { whole, values: values ?? {} };
}

/** A field with what is chosen or typed in it. */
function fieldLines(property: INodeProperties, values: INodeParameters): string[] {
	const { displayName, name, type, hint = '', placeholder = '', options = [] } = property;
	if (type === 'hidden') return [];
	const value = values[name];
	const isEmpty = value === undefined || value === '' || (typeof value === 'object' && isBlank(value));
	const shown = isEmpty ? placeholder : chosen(property, value);
	const line = [displayName, shown, hint].filter((words) => words !== '').join(' | ');
	if (type !== 'collection' || isEmpty) return [line];
	const inner = options.flatMap((option) =>
		'type' in option && option.name in (value as object) ? fieldLines(option, value as INodeParameters) : [],
	);
	return [[displayName, placeholder].join(' | '), ...inner];
}

function chosen({ options = [], modes = [] }: INodeProperties, value: NodeParameterValueType): string {
	if (typeof value === 'object' && value !== null && '__rl' in value) {
		const locator = value as { mode: string; value: unknown };
		const mode = modes.find((each) => each.name === locator.mode)?.displayName ?? locator.mode;
		return `${USUAL_MODES[locator.mode] ?? mode} ${String(locator.value)}`;
	}
	const nameOf = (one: unknown) => options.find((each) => 'value' in each && each.value === one)?.name ?? String(one);
	if (Array.isArray(value)) return value.map(nameOf).join(', ');
	return typeof value === 'object' ? JSON.stringify(value) : nameOf(value);
}

const isBlank = (value: object | null): boolean => value === null || Object.keys(value).length === 0;
