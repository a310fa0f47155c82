import { isExpression, type IDataObject, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import { isRecord } from '../../values/record';
import type { Failure } from '../../http/failure';
import type { Field } from '../../operation/operation';
import { parseFields, remembering, type ParsedFields } from '../../operation/input/item';
import type { Adapter, Native, Reason } from '../adapter';
import { causeField, noteField, stateField } from '../fields';
import { parseRow } from './row';
import { textOf } from './settings';
import { settable, stateNamed, type Settable, type State } from '../state';

/** What an agent's state is to be: nothing, when it is only to be read. */
export type Want =
	| { kind: 'state'; state: Settable; reason: Reason }
	/** `native` was the state before, `from` the fingerprint of the one that was given; beside each what it stood for. */
	| { kind: 'restore'; native: Native; state: State | null; from: string; fromState: State | null }
	| { kind: 'none' };

/** What one item asks for. */
export interface DesiredState {
	kind: 'desired';
	item: number;
	adapter: Adapter;
	/** The checked fields that say where; the same object for all items that say the same. */
	scope: ParsedFields;
	/** An id, a name or an identity. */
	agent: string;
	want: Want;
}

export interface Refused {
	kind: 'refused';
	item: number;
	/** As far as the item named one. */
	service: string;
	agent: string;
	problem: string;
	/** Set where it was the service that refused. */
	failure?: Failure;
	/** Left alone, which is no failure. */
	isSkip?: boolean;
}

/** How a node asks: where its parameters stand. */
export interface Form {
	operation: 'setState' | 'getState' | 'restorePrevious' | 'compare';
	adapters: Adapter[];
	/** The field that names the agent, as this node shows it. */
	agentField: (adapter: Adapter) => Field;
	/** The parameter that holds the state mapping. */
	mappingName: (adapter: Adapter) => string;
	/** The parameter that holds the collection of options. */
	optionsName: string;
}

export function desiredStatesOf(context: IExecuteFunctions, form: Form): Array<DesiredState | Refused> {
	const items = context.getInputData().map(({ json }) => json);
	if (form.operation === 'restorePrevious') return items.map(restoreOf(context, form));
	const source: unknown = context.getNodeParameter('source', 0, 'fields');
	const service: unknown = context.getNodeParameter('vendor', 0, form.adapters[0]?.id);
	return source === 'items' || service === FROM_ITEM
		? items.map(columnsOf(context, form, service))
		: items.map((_, item) => fieldsOf(context, form, service, item));
}

/** The value of 'Service' that means: each item says it. */
export const FROM_ITEM = 'fromItem';

type Ask = (json: IDataObject, item: number) => DesiredState | Refused;

/** Items are read by the names of their columns: an expression for each would cost more than all the rest. */
function columnsOf(context: IExecuteFunctions, form: Form, service: unknown): Ask {
	const more: unknown = context.getNodeParameter('moreColumns', 0, {});
	const named = (name: string, fallback: string) => textOf(isRecord(more) ? more[name] : '') || fallback;
	const columns = {
		agent: textOf(context.getNodeParameter('agentColumn', 0, 'agentId')),
		state: textOf(context.getNodeParameter('stateColumn', 0, 'desiredState')),
		reason: named('reasonColumn', 'reason'),
		note: named('noteColumn', 'note'),
		scope: named('scopeColumn', 'scope'),
		service: named('vendorColumn', 'service'),
	};
	const scopeFor = scopesIn(context);
	return (json, item) => {
		const cell = (column: string) => textOf(cellIn(json, column));
		const agent = cell(columns.agent);
		const word = service === FROM_ITEM ? serviceIn(cell, columns.service) : textOf(service);
		const refused = (problem: string): Refused => ({ kind: 'refused', item, service: word, agent, problem });
		const missing = (column: string, label: string) =>
			refused(
				`column "${column}" is empty or missing; the item has: ${Object.keys(json).join(', ') || 'nothing'}. Name the column under '${label}'`,
			);
		if (agent === '') return missing(columns.agent, 'Agent Column');
		if (word === '') return missing(columns.service, 'More Columns');
		const adapter = adapterNamed(form, word);
		if (!adapter) return refused(noSuchService(form, word));
		const scope = cell(columns.scope);
		const parsed = scopeFor(adapter, scope === '' ? undefined : scope, item);
		if (parsed.kind === 'problem') return refused(parsed.problem);
		const subject = { kind: 'desired', item, adapter, scope: parsed, agent } as const;
		if (form.operation === 'getState') return { ...subject, want: { kind: 'none' } };
		const wanted = cell(columns.state);
		if (wanted === '') return missing(columns.state, 'State Column');
		const state = stateNamed(wanted);
		if (!state) return refused(noSuchState(wanted));
		const reason = { cause: cell(columns.reason), note: cell(columns.note) };
		return { ...subject, want: { kind: 'state', state, reason } };
	};
}

/** Sheets made for the first version of this node say `vendor`. */
const serviceIn = (cell: (column: string) => string, column: string): string =>
	cell(column) || (column === 'service' ? cell('vendor') : '');

/** The agent, the state and all else stand in the node's own fields. */
function fieldsOf(context: IExecuteFunctions, form: Form, service: unknown, item: number): DesiredState | Refused {
	const word = textOf(service);
	const adapter = adapterNamed(form, word);
	const refused = (problem: string, agent = ''): Refused => ({
		kind: 'refused',
		item,
		service: word,
		agent,
		problem,
	});
	if (!adapter) return refused(noSuchService(form, word));
	const field = form.agentField(adapter);
	const read = remembering(reader(context, item));
	try {
		const given: unknown = read(field.name, '');
		const agent = textOf(isRecord(given) ? given.value : given);
		// A name is as good as an id here: both are compared with what the service lists.
		const zone = context.getTimezone();
		const wrong = parseFields([field], read, zone, new Set());
		if (wrong.kind === 'problem') return refused(wrong.problem, agent);
		const parsed = parseFields(adapter.scopeFields, read, zone, new Set());
		if (parsed.kind === 'problem') return refused(parsed.problem, agent);
		const subject = { kind: 'desired', item, adapter, scope: parsed, agent } as const;
		if (form.operation === 'getState') return { ...subject, want: { kind: 'none' } };
		const asked = parseFields([stateField, causeField, noteField], read, zone, new Set());
		if (asked.kind === 'problem') return refused(asked.problem, agent);
		const state = stateNamed(textOf(asked.values.state));
		if (!state) return refused(noSuchState(textOf(asked.values.state)), agent);
		const reason = { cause: textOf(asked.values.reason), note: textOf(asked.values.note) };
		return { ...subject, want: { kind: 'state', state, reason } };
	} catch (error) {
		// An expression that cannot be worked out concerns this item alone.
		return refused((error as Error).message);
	}
}

/** The rows that an earlier run put out. */
function restoreOf(context: IExecuteFunctions, form: Form): Ask {
	const scopeFor = scopesIn(context);
	const service: unknown = context.getNodeParameter('vendor', 0, FROM_ITEM);
	return (json, item) => {
		const shown = textOf(json.agent) || textOf(json.agentId);
		const refused = (problem: string, isSkip = false): Refused => ({
			kind: 'refused',
			item,
			service: textOf(json.service),
			agent: shown,
			problem,
			isSkip,
		});
		const parsed = parseRow(json);
		if (parsed.kind === 'problem') return refused(parsed.problem);
		const { service: from, outcome, previous: state, requested: fromState, kept } = parsed.value;
		const adapter = form.adapters.find(({ id }) => id === from);
		if (!adapter) return refused(noSuchService(form, from));
		// Its credential is not even shown, and n8n would complain about that instead.
		if (service !== FROM_ITEM && service !== adapter.id) {
			return refused(`the row is from ${adapter.vendor.name}: choose it under 'Service', or 'From Each Item'`);
		}
		if (!kept) return refused(`nothing was changed then (${outcome}), so there is nothing to restore`, true);
		const { previous: native, requested: given, agentId, scope } = kept;
		if (!native) return refused('the state before is not known', true);
		const checked = scopeFor(adapter, adapter.scopeColumn ? scope || null : undefined, item);
		if (checked.kind === 'problem') return refused(checked.problem);
		const want: Want = { kind: 'restore', native, state, from: given, fromState };
		return { kind: 'desired', item, adapter, scope: checked, agent: agentId, want };
	};
}

const reader = (context: IExecuteFunctions, item: number, over: Record<string, unknown> = {}) => {
	return (name: string, fallback: unknown): unknown =>
		name in over ? over[name] : context.getNodeParameter(name, item, fallback);
};

/** The fields that say where: read once for every scope that the items name, unless they are expressions. */
function scopesIn(context: IExecuteFunctions) {
	const known = new Map<string, ReturnType<typeof parseFields>>();
	// Once: n8n copies the whole node for whoever asks for it.
	const { parameters } = context.getNode();
	/** @param scope `undefined`: as the node's own fields say */
	return (adapter: Adapter, scope: string | null | undefined, item: number) => {
		const at = adapter.scopeFields.some(({ name }) => isByItem(parameters, name)) ? item : 0;
		const key = JSON.stringify([adapter.id, scope, at]);
		const before = known.get(key);
		if (before) return before;
		const over = scope === undefined ? {} : adapter.scopeColumn?.parameters(scope);
		const checked = parseFields(adapter.scopeFields, reader(context, at, over), context.getTimezone(), new Set());
		known.set(key, checked);
		return checked;
	};
}

/** Whether a parameter was given as an expression, so that every item has a value of its own. */
export function isByItem(parameters: INodeParameters, name: string): boolean {
	const given: unknown = parameters[name];
	return isExpression(isRecord(given) ? given.value : given);
}

/** A column by its name, or a value inside one by a path with dots, such as `agent.id`. */
function cellIn(json: IDataObject, column: string): unknown {
	if (Object.hasOwn(json, column) || !column.includes('.')) return json[column];
	return column
		.split('.')
		.reduce<unknown>(
			(inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
			json,
		);
}

const adapterNamed = ({ adapters }: Form, word: string): Adapter | undefined =>
	adapters.find(({ id, vendor }) => [id, vendor.name].some((name) => name.toLowerCase() === word.toLowerCase()));

const noSuchService = ({ adapters }: Form, word: string) =>
	`there is no service "${word}". There are: ${adapters.map(({ id }) => id).join(', ')}`;

const noSuchState = (word: string) => `"${word}" is no state. There are: ${settable.join(', ')}`;
