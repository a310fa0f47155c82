import type { INodeProperties } from 'n8n-workflow';

/** What the form of a node shows only where the node is a tool of an AI agent. */
export const onlyInTool = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: {
		...property.displayOptions,
		show: { ...property.displayOptions?.show, '@tool': [true] },
	},
});

/** What the form does not show there. Said by `hide`: an n8n that knows no tools shows it. */
export const notInTool = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: {
		...property.displayOptions,
		hide: { ...property.displayOptions?.hide, '@tool': [true] },
	},
});

/** A property that is another one in a tool: of the same name, so that the node reads it as it always does. */
const otherwiseInTool = (property: INodeProperties, inTool: Partial<INodeProperties>): INodeProperties[] => [
	notInTool(property),
	onlyInTool({ ...property, ...inTool }),
];

/** How a field differs in a tool: shown nowhere else, not shown there, or with these changes. */
export type InTool = 'only' | 'never' | Partial<INodeProperties>;

/** The properties that stand for one field in both forms. */
export function inBothForms(property: INodeProperties, inTool: InTool | undefined): INodeProperties[] {
	if (inTool === undefined) return [property];
	if (inTool === 'only') return [onlyInTool(property)];
	return inTool === 'never' ? [notInTool(property)] : otherwiseInTool(property, inTool);
}

/**
 * The value of a field that the model fills in, exactly as n8n's editor writes it: it then shows the field as filled by
 * the model, with a button that takes it back.
 *
 * @param key what the model calls it: letters, digits and underscores
 * @param description for the model; without backticks
 */
export const fromModel = (key: string, description: string, type: 'string' | 'boolean' = 'string'): string =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`${description}\`, '${type}') }}`;

/** The same for a text that the model may leave out; it is empty then. */
export const ifModelSays = (key: string, description: string): string =>
	fromModel(key, description).replace(/\) \}\}$/, ", '') }}");

/**
 * What a model reads about a tool, for each operation of a node without resources: for those n8n itself has nothing to
 * say but the node's own description, whatever the operation. The user can write something else.
 */
export const toolDescriptions = (texts: Readonly<Record<string, string>>): INodeProperties[] =>
	Object.entries(texts).map(([operation, text]) =>
		onlyInTool({
			displayName: 'Description',
			name: 'toolDescription',
			type: 'string',
			default: text,
			required: true,
			typeOptions: { rows: 4 },
			displayOptions: { show: { operation: [operation] } },
			description:
				'What the model reads about this tool. It also sees the name of the node, so give that a name that says what it does.',
		}),
	);
