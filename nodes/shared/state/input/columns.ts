import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../values/record';
import { showHints } from '../../n8n/hints';
import { headingsOfAgents, keptBySystems, normalizedHeading } from '../../values/headings';
import { settable, stateNamed } from '../state';
import {
	adapterNamed,
	agentProblem,
	FROM_ITEM,
	noSuchService,
	noSuchState,
	type BlankItem,
	type DesiredState,
	type Form,
	type Refused,
} from './form';
import { scopesIn } from './scopeFields';
import type { WindowFor } from './window';
import { unmarkedText } from '../../values/formula';
import { foldHeading, inQuotes, listedNames, shortened, textOf, tidyText } from '../../values/text';

/** What the rows of a table are read with, besides the form. */
interface RowReading {
	/** The one of the form, or that each row says its own. */
	service: unknown;
	windowFor: WindowFor;
	items: readonly IDataObject[];
	/** What people call an item. */
	rowOf: (item: number) => number;
}

/** Items are read by the names of their columns: an expression for each would cost more than all the rest. */
export function columnsOf(
	context: IExecuteFunctions,
	form: Form,
	{ service, windowFor, items, rowOf }: RowReading,
): (json: IDataObject, item: number) => DesiredState | Refused | BlankItem {
	const more: unknown = context.getNodeParameter('moreColumns', 0, {});
	const named = (name: string, fallback: string) => textOf(isRecord(more) ? more[name] : '') || fallback;
	const columns = {
		...agentAndState(context, items, form.operation),
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
	const blank = blankItems(items);
	if (blank.size > 0) {
		showHints(context, 'info', [
			blank.size === 1 ? 'One empty row was skipped.' : `${blank.size} empty rows were skipped.`,
		]);
	}
	return (json, item) => {
		if (blank.has(item)) return { kind: 'blank', item };
		const found = cellFinder(json, headingOf);
		const cell = (column: string) => unmarkedText(textOf(found(column)));
		const agent = tidyText(cell(columns.agent));
		const word = service === FROM_ITEM ? serviceIn(cell, columns.service) : textOf(service);
		const refused = (problem: string): Refused => ({
			...{ kind: 'refused', item, service: word, agent: shortened(agent), problem },
		});
		const missing = (column: string, label: string) =>
			refused(
				`column ${inQuotes(column)} is empty or missing; the item has: ${listedNames(Object.keys(json)) || 'nothing'}. Name the column under '${label}'`,
			);
		if (agent === '' && found(columns.agent) !== undefined) {
			const problem = `Row ${rowOf(item)} has no agent: write an ID or a name in the column ${inQuotes(columns.agent)}`;
			return refused(problem);
		}
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
		if (parsed.kind === 'problem') return { ...refused(parsed.problem), ...(scope === '' && { isOfScope: 'all' }) };
		// Where the service has no names, those of a roster are kept.
		const [calledHere = ''] = ['agent', 'name']
			.filter((column) => column !== columns.agent)
			.map((column) => tidyText(cell(column)))
			.filter(Boolean);
		const subject = {
			...({ kind: 'desired', item, adapter, scope: parsed.value, agent } as const),
			...(calledHere !== '' && { calledHere: shortened(calledHere) }),
		};
		if (form.operation === 'getState') return { ...subject, want: { kind: 'none' } };
		if (window) return { ...subject, want: { kind: 'history', window: window.value } };
		const wanted = cell(columns.state);
		if (wanted === '' && found(columns.state) !== undefined) {
			return refused(
				`has no state: write one of ${settable.join(', ')} in the column ${inQuotes(columns.state)}`,
			);
		}
		if (wanted === '') return missing(columns.state, 'State Column');
		const state = stateNamed(wanted);
		if (!state) return refused(noSuchState(wanted));
		const reason = { cause: cell(columns.reason), note: cell(columns.note) };
		return { ...subject, want: { kind: 'state', state, reason } };
	};
}

/** In letters. No table calls a column by more, and reading one of 10 MB takes seconds. */
const LONGEST_HEADING = 1_000;

/** A heading as the lists of usual ones have it, if it may be one of them. */
const usualHeading = (key: string): string => (key.length > LONGEST_HEADING ? '' : normalizedHeading(key));

/**
 * The columns of the agent and of the state. Where no row has one of the usual name, and the form names no other, the usual
 * headings of other tables are read, the same as in a roster; what was read is told.
 */
function agentAndState(
	context: IExecuteFunctions,
	items: readonly IDataObject[],
	operation: Form['operation'],
): Record<'agent' | 'state', string> {
	const keys = [...new Set(items.flatMap((json) => Object.keys(json)))].map((key) => ({
		key,
		folded: foldHeading(key),
		heading: usualHeading(key),
	}));
	const told: string[] = [];
	const read = (parameter: string, usual: string, others: ReadonlyArray<readonly string[]>, what: string): string => {
		const named = textOf(context.getNodeParameter(parameter, 0, usual));
		const wanted = foldHeading(named);
		const isThere = keys.some(({ key, folded }) => key === named || folded === wanted);
		if (isThere || wanted !== foldHeading(usual)) return named;
		for (const headings of others) {
			const [only, ...more] = keys.filter(({ heading }) => headings.includes(heading)).map(({ key }) => key);
			// Of two that are equally likely nobody can say which one is meant.
			if (only === undefined || more.length > 0) {
				if (more.length > 0) return named;
				continue;
			}
			told.push(`${shortened(only)} as the ${what}`);
			return only;
		}
		return named;
	};
	const columns = {
		agent: read('agentColumn', 'agentId', [['agent'], ...headingsOfAgents], 'agent'),
		state:
			operation === 'setState' || operation === 'compare'
				? read('stateColumn', 'desiredState', [['state']], 'state')
				: '',
	};
	if (told.length > 0) {
		showHints(context, 'info', [
			`Read ${told.join(' and ')}. If that is wrong, name the right columns under 'Agent Column' and 'State Column'.`,
		]);
	}
	return columns;
}

/**
 * Rows of a table that say nothing, as sheets have them; none where nothing else is there. An item without columns is none
 * of a table, but the one of a step that had nothing to put out.
 */
function blankItems(items: readonly IDataObject[]): Set<number> {
	const kept = new Map<string, boolean>();
	const isKept = (key: string): boolean => {
		const known = kept.get(key) ?? keptBySystems.has(usualHeading(key));
		kept.set(key, known);
		return known;
	};
	const blank = items.flatMap((json, item) => {
		const keys = Object.keys(json);
		return keys.length > 0 && keys.every((key) => isKept(key) || isNothing(json[key])) ? [item] : [];
	});
	return new Set(blank.length < items.length ? blank : []);
}

const isNothing = (cell: unknown): boolean =>
	cell === null || cell === undefined || (typeof cell === 'string' && tidyText(cell) === '');

/** Sheets made for the first version of this node say `vendor`. */
const serviceIn = (cell: (column: string) => string, column: string): string =>
	cell(column) || (column === 'service' ? cell('vendor') : '');

/**
 * Reads a row. A column is found by its name, or a value inside one by a path with dots, such as `agent.id`. Where no column
 * has exactly that name, one whose heading differs in case, blanks or underscores is meant, such as `Agent ID`. All headings
 * are looked at once, since a row may have thousands.
 */
function cellFinder(json: IDataObject, headingOf: (name: string) => string): (column: string) => unknown {
	let names: Map<string, string | undefined> | undefined;
	return (column) => {
		if (Object.hasOwn(json, column)) return json[column];
		names ??= columnByHeading(Object.keys(json), headingOf);
		const alike = names.get(headingOf(column));
		if (alike !== undefined) return json[alike];
		return column
			.split('.')
			.reduce<unknown>(
				(inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
				json,
			);
	};
}

/** The column of each heading; `undefined` where several have it. */
function columnByHeading(columns: readonly string[], headingOf: (name: string) => string) {
	const names = new Map<string, string | undefined>();
	for (const column of columns) {
		const heading = headingOf(column);
		names.set(heading, names.has(heading) ? undefined : column);
	}
	return names;
}
