import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../values/record';
import { stateNamed } from '../state';
import {
	adapterNamed,
	agentProblem,
	FROM_ITEM,
	noSuchService,
	noSuchState,
	type DesiredState,
	type Form,
	type Refused,
} from './form';
import { scopesIn } from './scopeFields';
import type { WindowFor } from './window';
import { unmarkedText } from '../../values/formula';
import { foldHeading, inQuotes, listedNames, shortened, textOf, tidyText } from '../../values/text';

/** Items are read by the names of their columns: an expression for each would cost more than all the rest. */
export function columnsOf(
	context: IExecuteFunctions,
	form: Form,
	service: unknown,
	windowFor: WindowFor,
): (json: IDataObject, item: number) => DesiredState | Refused {
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
	const headings = new Map<string, string>();
	const headingOf = (name: string): string => {
		const heading = headings.get(name) ?? foldHeading(name);
		headings.set(name, heading);
		return heading;
	};
	return (json, item) => {
		const cell = (column: string) => unmarkedText(textOf(cellIn(json, column, headingOf)));
		const agent = tidyText(cell(columns.agent));
		const word = service === FROM_ITEM ? serviceIn(cell, columns.service) : textOf(service);
		const refused = (problem: string): Refused => ({
			...{ kind: 'refused', item, service: word, agent: shortened(agent), problem },
		});
		const missing = (column: string, label: string) =>
			refused(
				`column ${inQuotes(column)} is empty or missing; the item has: ${listedNames(Object.keys(json)) || 'nothing'}. Name the column under '${label}'`,
			);
		if (agent === '') return missing(columns.agent, 'Agent Column');
		if (word === '') return missing(columns.service, 'More Columns');
		const tooLong = agentProblem(agent);
		if (tooLong !== undefined) return refused(tooLong);
		const adapter = adapterNamed(form, word);
		if (!adapter) return refused(noSuchService(form, word));
		const window = form.operation === 'getHistory' ? windowFor(adapter, item) : undefined;
		if (window?.kind === 'problem') return refused(window.problem);
		const scope = cell(columns.scope);
		const parsed = scopeFor(adapter, scope === '' ? undefined : scope, item);
		if (parsed.kind === 'problem') return refused(parsed.problem);
		const subject = { kind: 'desired', item, adapter, scope: parsed.value, agent } as const;
		if (form.operation === 'getState') return { ...subject, want: { kind: 'none' } };
		if (window) return { ...subject, want: { kind: 'history', window: window.value } };
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

/**
 * A column by its name, or a value inside one by a path with dots, such as `agent.id`. Where no column has exactly that
 * name, one whose heading differs in case, blanks or underscores is meant, such as `Agent ID`.
 */
function cellIn(json: IDataObject, column: string, headingOf: (name: string) => string): unknown {
	if (Object.hasOwn(json, column)) return json[column];
	const wanted = headingOf(column);
	const alike = Object.keys(json).filter((name) => headingOf(name) === wanted);
	if (alike.length === 1) return json[alike[0] ?? ''];
	return column
		.split('.')
		.reduce<unknown>(
			(inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
			json,
		);
}
