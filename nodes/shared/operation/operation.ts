import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyMode,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Failure } from '../http/failure';
import type { Pagination } from '../http/pagination';
import type { WireValue } from '../http/request';
import type { VendorResponse } from '../http/response';
import type { Vendor } from '../http/vendor';
import type { InTool } from '../n8n/toolForm';
import type { Problem, Result } from '../values/result';
import type { Lookup } from './lookup';
import type { Rule } from './rule';
import type { SimpleRecord } from './simplify';

/** `name`: a locator's name, whose id is looked up later. */
export type ParsedValue = Result<WireValue> | { kind: 'name'; name: string };

/**
 * An ordinary n8n property. `routing.send` (body or query) or `routing.request.headers` names where its value goes;
 * a field whose name stands in the path template goes there; any other is read by the operation itself.
 * Bounds are n8n's own too: options, `typeOptions.minValue`; `rule` adds what n8n cannot say.
 */
export interface Field extends Omit<INodeProperties, 'options' | 'modes'> {
	modes?: LocatorMode[];
	options?: Array<INodePropertyOptions | Field | INodePropertyCollection>;
	rule?: Rule;
	/** Makes the one value that is sent from a field that n8n gives as a structure. */
	parse?: (given: unknown, zone: string) => ParsedValue;
	/** Where a locator's dropdown and its names come from. */
	lookup?: Lookup;
	/** How the field differs where the node is a tool of an AI agent; of no effect inside a collection. */
	inTool?: InTool;
}

/**
 * A way to choose in a resource locator, and what its text must be. n8n's own `validation` is checked again before every
 * execution and given up after 250 ms of real time (n8n-workflow, safe-regex.ts): on a busy machine a workflow then fails
 * before its first node.
 */
export interface LocatorMode extends Omit<INodePropertyMode, 'validation'> {
	rule?: Rule;
}

/** Parsed values by field name, those inside a collection included; fields that do not apply are absent. */
export type Values = Readonly<Record<string, WireValue>>;

/** The items that a response means, or why it is useless although its status was 2xx. */
export type ReadResponse = (response: VendorResponse, values: Values) => Result<IDataObject[]>;

/** What an operation adds to n8n's own option: all four are shown. */
export type OperationOption = Required<Pick<INodePropertyOptions, 'name' | 'value' | 'action' | 'description'>>;

interface OperationBase {
	option: OperationOption;
	/** The field that names the agent or, failing that, the thing, for messages. */
	subject?: string;
	fields: Field[];
}

interface RequestTemplate {
	method: IHttpRequestMethods;
	/** `{name}` is filled with a field's value; a part in square brackets is left out when its field does not apply. */
	path: string;
	/** Whether doing it twice does no harm (RFC 9110, 9.2.2). Only a request that creates something is not. */
	idempotent: boolean;
}

/** What all operations share that are made of one kind of request. */
interface RequestOperation extends OperationBase {
	request: RequestTemplate;
	/** What is wrong with values that are right one by one, if anything. */
	validate?: (values: Values) => string | undefined;
	/** What the user should know although nothing failed. */
	warning?: (values: Values) => string | undefined;
	/** What is put out of a record where the field `simplify` is on, and comes first where it is off. */
	simple?: SimpleRecord;
}

/** A check that needs another record, made before the change is sent. */
export interface Precheck {
	applies: (values: Values) => boolean;
	/** Of the record to look at. */
	path: string;
	problem?: (record: Record<string, unknown>, values: Values) => string | undefined;
	/** What the user should know although the change can be made. */
	warning?: (record: Record<string, unknown>, values: Values) => string | undefined;
}

/** What to do about a refusal, where another record tells it. That record is read only after the refusal. */
export interface Explanation {
	applies: (failure: Failure, values: Values) => boolean;
	/** Of the record to look at. */
	path: string;
	advice: (record: Record<string, unknown>) => string | undefined;
}

/** One item, several requests: the values of each, and what to call it in messages. */
export interface FanOut {
	over: (values: Values) => Values[];
	label: (values: Values) => string;
}

/** One request for each item, or several. */
export interface SendOperation extends RequestOperation {
	kind: 'send';
	/** By default the response's JSON object becomes the item as it is. */
	read?: ReadResponse;
	prechecks?: readonly Precheck[];
	fanOut?: FanOut;
}

/** A list, which becomes one item per entry. */
export interface ListOperation extends RequestOperation {
	kind: 'list';
	paging: Pagination;
}

/** A change that depends on what the record holds now. */
export interface EditOperation extends RequestOperation {
	kind: 'edit';
	edit: ReadModifyWrite;
	read?: ReadResponse;
	prechecks?: readonly Precheck[];
	explanation?: Explanation;
	fanOut?: FanOut;
}

/** An operation that is more than its request: it carries itself out, for all items. */
export interface CustomOperation extends OperationBase {
	kind: 'custom';
	run: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/** One operation of a vendor, whole: its option in the editor, its request, its fields and its response. */
export type Operation = SendOperation | ListOperation | EditOperation | CustomOperation;

/** The operations that are run item by item. */
export type ItemOperation = Exclude<Operation, CustomOperation>;

/** What a record needs: a body to write, nothing, or something that cannot be done. */
export type Change = { kind: 'write'; body: Record<string, WireValue> } | { kind: 'none' } | Problem;

/** A change made on the record as it is now: read, change, write, and read again when someone was faster. */
export interface ReadModifyWrite {
	/** By default always. Where it does not apply, the request is sent as it is. */
	applies?: (values: Values) => boolean;
	/** The record in the response to reading it; by default its JSON object. */
	record?: (response: VendorResponse, values: Values) => Record<string, unknown> | undefined;
	/** The property that tells which record it is, for records that more than one path leads to. */
	id?: string;
	change: (record: Record<string, unknown>, values: Values, body: Record<string, WireValue>) => Change;
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
