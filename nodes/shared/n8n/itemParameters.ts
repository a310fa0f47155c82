import { isExpression, type IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../values/record';
import { columnOf, isPlainCell } from './column';

/** Where the parameters of a node are read: n8n's context, or the {@link itemParameters} of it. */
export interface ParameterSource {
	getNodeParameter(name: string, item: number, fallback?: unknown): unknown;
}

/**
 * The parameters of a node for many items, with the values that n8n gives.
 *
 * Working out an expression costs n8n nearly as much as sending a request, whatever the expression is
 * (docs/performance.md). A parameter in which every expression is only a column, such as `={{ $json.sid }}`, is
 * therefore read from the items, once n8n has given the same for one of them; n8n works out all others.
 */
export function itemParameters(context: IExecuteFunctions): ParameterSource {
	const items = context.getInputData();
	const known = new Map<string, { template: Template | undefined; isProved: boolean }>();

	function find(name: string) {
		const before = known.get(name);
		if (before) return before;
		const absent = {};
		const given: unknown = context.getNodeParameter(name, 0, absent, { rawExpressions: true });
		const found = { template: given === absent ? undefined : templateOf(given), isProved: false };
		known.set(name, found);
		return found;
	}

	return {
		getNodeParameter(name, item, fallback) {
			const askN8n = (): unknown => context.getNodeParameter(name, item, fallback);
			const one = find(name);
			const json: unknown = items[item]?.json;
			if (!one.template || !isRecord(json)) return askN8n();
			const { columns, fill } = one.template;
			if (!columns.every((column) => isPlainCell(json, column))) return askN8n();
			const filled = fill(json);
			if (one.isProved) return filled;
			const answer = askN8n();
			if (!isSameAnswer(answer, filled)) one.template = undefined;
			// Nothing and nothing are the same, whatever the column.
			else one.isProved = columns.every((column) => json[column] !== undefined && json[column] !== null);
			return answer;
		},
	};
}

/** A parameter as it stands in the form, to be filled with the columns of an item. */
interface Template {
	columns: readonly string[];
	fill: (json: Record<string, unknown>) => unknown;
}

/** @returns nothing where an expression is more than a column */
function templateOf(given: unknown): Template | undefined {
	if (isExpression(given)) {
		const column = columnOf(given);
		return column === undefined ? undefined : { columns: [column], fill: (json) => json[column] };
	}
	if (typeof given !== 'object' || given === null) return { columns: [], fill: () => given };
	const parts: Array<[string, Template]> = [];
	for (const [key, value] of Object.entries(given)) {
		const template = templateOf(value);
		if (!template) return undefined;
		parts.push([key, template]);
	}
	return {
		columns: parts.flatMap(([, { columns }]) => columns),
		// Made anew for each item, as n8n does.
		fill: Array.isArray(given)
			? (json) => parts.map(([, { fill }]) => fill(json))
			: (json) => Object.fromEntries(parts.map(([key, { fill }]) => [key, fill(json)])),
	};
}

function isSameAnswer(one: unknown, other: unknown): boolean {
	if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
		return Object.is(one, other);
	}
	const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
	return (
		Array.isArray(one) === Array.isArray(other) &&
		left.length === right.size &&
		left.every(([key, value]) => right.has(key) && isSameAnswer(value, right.get(key)))
	);
}
