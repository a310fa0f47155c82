import type { IExecuteFunctions } from 'n8n-workflow';
import type { ParameterSource } from '../../n8n/itemParameters';
import { isToolCall } from '../../n8n/toolCall';
import { parseFields, remembering } from '../../operation/input/item';
import { takingNames } from '../../operation/input/takingNames';
import { isRecord } from '../../values/record';
import { causeField, noteField, stateField } from '../fields';
import { stateNamed } from '../state';
import {
	adapterNamed,
	agentProblem,
	noSuchService,
	noSuchState,
	type DesiredState,
	type Form,
	type Refused,
} from './form';
import { isByItem, parameterReader } from './scopeFields';
import type { WindowFor } from './window';
import { shortened, textOf, tidyText } from '../../values/text';

/** The agent, the state and all else stand in the node's own fields. */
export function fieldsOf(
	context: IExecuteFunctions,
	form: Form,
	service: unknown,
	item: number,
	{ parameters, windowFor }: { parameters: ParameterSource; windowFor: WindowFor },
): DesiredState | Refused {
	const word = textOf(service);
	const adapter = adapterNamed(form, word);
	const refused = (problem: string, agent = ''): Refused => ({
		kind: 'refused',
		item,
		service: word,
		agent: shortened(agent),
		problem,
	});
	if (!adapter) return refused(noSuchService(form, word));
	const field = form.agentField(adapter);
	const read = remembering(parameterReader(parameters, item));
	try {
		const given: unknown = read(field.name, '');
		const agent = tidyText(textOf(isRecord(given) ? given.value : given));
		const tooLong = agentProblem(agent);
		if (tooLong !== undefined) return refused(tooLong, agent);
		// A name is as good as an id here: both are compared with what the service lists.
		const zone = context.getTimezone();
		const wrong = parseFields(isToolCall(context) ? takingNames([field]) : [field], read, zone, new Set());
		if (wrong.kind === 'problem') return refused(wrong.problem, agent);
		const window = form.operation === 'getHistory' ? windowFor(adapter, item) : undefined;
		if (window?.kind === 'problem') return refused(window.problem, agent);
		const parsed = parseFields(adapter.scopeFields, read, zone, new Set());
		if (parsed.kind === 'problem') {
			const { parameters: asSaved } = context.getNode();
			const isByItems = adapter.scopeFields.some(({ name }) => isByItem(asSaved, name));
			return { ...refused(parsed.problem, agent), isOfScope: isByItems ? 'item' : 'all' };
		}
		const subject = { kind: 'desired', item, adapter, scope: parsed.value, agent } as const;
		if (form.operation === 'getState') return { ...subject, want: { kind: 'none' } };
		if (window) return { ...subject, want: { kind: 'history', window: window.value } };
		const asked = parseFields([stateField, causeField, noteField], read, zone, new Set());
		if (asked.kind === 'problem') return refused(asked.problem, agent);
		const state = stateNamed(textOf(asked.value.values.state));
		if (!state) return refused(noSuchState(textOf(asked.value.values.state)), agent);
		const reason = { cause: textOf(asked.value.values.reason), note: textOf(asked.value.values.note) };
		return { ...subject, want: { kind: 'state', state, reason } };
	} catch (error) {
		// An expression that cannot be worked out concerns this item alone.
		return refused((error as Error).message);
	}
}
