import type {
	IDataObject,
	IHttpRequestMethods,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Answer, WireValue } from '../http/exchange';
import type { OffsetPaging } from '../http/pages';
import type { Vendor } from '../http/vendor';

/** Says what is wrong with a value, as the end of the sentence "'Friendly Name' …", or nothing. */
export type Rule = (value: string) => string | undefined;

/**
 * An ordinary n8n property. `routing.send` (body or query) or `routing.request.headers` names where its value goes;
 * a field whose name stands in the path template goes there; any other is read by the operation's `read`.
 * Bounds are n8n's own too: options, `typeOptions.minValue`, a mode's `validation`; `rule` adds what n8n cannot say.
 */
export interface Field extends Omit<INodeProperties, 'options'> {
	options?: Array<INodePropertyOptions | Field | INodePropertyCollection>;
	rule?: Rule;
}

/** Checked values by field name, those inside a collection included; fields that do not apply are absent. */
export type Values = Readonly<Record<string, WireValue>>;

/** What an answer means: the items to put out, or why it is none although its status was 2xx. */
export type Reading = { kind: 'items'; items: IDataObject[] } | { kind: 'problem'; problem: string };

/** One operation of a vendor, whole: its option in the editor, its request, its fields and its answer. */
export interface Operation {
	option: Required<Pick<INodePropertyOptions, 'name' | 'value' | 'action' | 'description'>>;
	request: {
		method: IHttpRequestMethods;
		/** `{name}` is filled with a field's value; a part in square brackets is left out when its field does not apply. */
		path: string;
		/** Only a request that creates something is not. */
		repeatable: boolean;
	};
	/** The field that names the agent, for messages. */
	subject: string;
	fields: Field[];
	/** Reads an answer; by default its JSON object becomes the item as it is. */
	read?: (answer: Answer, values: Values) => Reading;
	/** Set for a list, which becomes one item per entry. */
	paging?: OffsetPaging;
}

export interface Resource {
	option: Required<Pick<INodePropertyOptions, 'name' | 'value'>>;
	operations: Operation[];
}

/** What a vendor's node can do. */
export interface Service {
	vendor: Vendor;
	resources: Resource[];
}
