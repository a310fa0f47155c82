import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { FROM_ITEM, noSuchService, type DesiredState, type Form, type Refused, type Want } from './form';
import { parseRow } from './row';
import { scopesIn } from './scopeFields';
import { shortened, textOf } from '../../values/text';

/** The rows that an earlier run put out. */
export function returnedRowsOf(
	context: IExecuteFunctions,
	form: Form,
): (json: IDataObject, item: number) => DesiredState | Refused {
	const scopeFor = scopesIn(context);
	const service: unknown = context.getNodeParameter('vendor', 0, FROM_ITEM);
	return (json, item) => {
		const shown = shortened(textOf(json.agent) || textOf(json.agentId));
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
		if (!kept) {
			const why = `nothing was changed then (${outcome}), so there is nothing to restore`;
			return { ...refused(why, true), isUntouched: true };
		}
		const { previous: before, requested: given, agentId, scope } = kept;
		if (!before) return refused('the state before is not known', true);
		const checked = scopeFor(adapter, adapter.scopeColumn ? scope || null : undefined, item);
		if (checked.kind === 'problem') return refused(checked.problem);
		const want: Want = { kind: 'restore', before, state, from: given, fromState };
		const calledHere = shortened(textOf(json.agent));
		return {
			...({ kind: 'desired', item, adapter, scope: checked.value, agent: agentId, want } as const),
			...(calledHere !== '' && { calledHere }),
		};
	};
}
