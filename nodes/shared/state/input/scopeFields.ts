import { isExpression, type IExecuteFunctions, type INodeParameters } from 'n8n-workflow';
import { itemParameters, type ParameterSource } from '../../n8n/itemParameters';
import { parseFields } from '../../operation/input/item';
import { isRecord } from '../../values/record';
import type { Adapter } from '../adapter';

/** Reads a parameter for one item. */
export const parameterReader = (parameters: ParameterSource, item: number, over: Record<string, unknown> = {}) => {
	return (name: string, fallback: unknown): unknown =>
		name in over ? over[name] : parameters.getNodeParameter(name, item, fallback);
};

/** The fields that say where: read once for every scope that the items name, unless they are expressions. */
export function scopesIn(context: IExecuteFunctions) {
	const known = new Map<string, ReturnType<typeof parseFields>>();
	const source = itemParameters(context);
	// Once: n8n copies the whole node for whoever asks for it.
	const { parameters } = context.getNode();
	/** @param scope `undefined`: as the node's own fields say */
	return (adapter: Adapter, scope: string | null | undefined, item: number) => {
		const at = adapter.scopeFields.some(({ name }) => isByItem(parameters, name)) ? item : 0;
		const key = JSON.stringify([adapter.id, scope, at]);
		const before = known.get(key);
		if (before) return before;
		const over = scope === undefined ? {} : adapter.scopeColumn?.parameters(scope);
		const checked = parseFields(
			adapter.scopeFields,
			parameterReader(source, at, over),
			context.getTimezone(),
			new Set(),
		);
		known.set(key, checked);
		return checked;
	};
}

/** Whether a parameter was given as an expression, so that every item has a value of its own. */
export function isByItem(parameters: INodeParameters, name: string): boolean {
	const given: unknown = parameters[name];
	return isExpression(isRecord(given) ? given.value : given);
}
