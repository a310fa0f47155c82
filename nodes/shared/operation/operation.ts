import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { VendorResponse, WireValue } from '../http/request';
import type { Paging } from '../http/pagination';
import type { Vendor } from '../http/vendor';
import type { ParsedValue } from './input/parse';
import type { ReadModifyWrite } from './run/readModifyWrite';
import type { Lookup } from './lookup';

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
	/** Makes the one value that is sent from a field that n8n gives as a structure. */
	parse?: (given: unknown, zone: string) => ParsedValue;
	/** Where a locator's dropdown and its names come from. */
	lookup?: Lookup;
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
		idempotent: boolean;
	};
	/** The field that names the agent or, failing that, the thing, for messages. */
	subject?: string;
	fields: Field[];
	/** Reads an answer; by default its JSON object becomes the item as it is. */
	read?: (answer: VendorResponse, values: Values) => Reading;
	/** Set for a list, which becomes one item per entry. */
	paging?: Paging;
	/** Set for a change that depends on what the record holds now. */
	edit?: ReadModifyWrite;
	/** A check that needs another record, made before the change is sent. */
	precheck?: {
		applies: (values: Values) => boolean;
		/** Of the record to look at. */
		path: string;
		problem: (record: Record<string, unknown>, values: Values) => string | undefined;
	};
	/** What is wrong with values that are right one by one, if anything. */
	validate?: (values: Values) => string | undefined;
	/** One item, several requests: the values of each, and what to call it in messages. */
	fanOut?: { over: (values: Values) => Values[]; label: (values: Values) => string };
	/** Set for an operation that is more than its request: it carries itself out, for all items. */
	run?: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
	/** What the user should know although nothing failed. */
	warning?: (values: Values) => string | undefined;
}

export interface Resource {
	option: Required<Pick<INodePropertyOptions, 'name' | 'value'>>;
	operations: Operation[];
	/** The operation that a new node shows; by default the first. */
	preselected?: string;
}

/** What a vendor's node can do. */
export interface NodeDefinition {
	vendor: Vendor;
	resources: Resource[];
	/** The resource that a new node shows; by default the first. */
	preselected?: string;
}
