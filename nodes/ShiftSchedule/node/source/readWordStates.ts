import type { ParameterSource } from '../../../shared/n8n/itemParameters';
import { isRecord } from '../../../shared/values/record';
import { inQuotes, textOf } from '../../../shared/values/text';
import { scheduledStates, type ScheduledState } from '../../model/schedule/types';

/**
 * The words of a table and the states that they mean.
 *
 * @param label what the field is called on the screen
 * @throws Error when an expression gave something that is not a state
 */
export function readWordStates(
	parameters: ParameterSource,
	{ name, label }: { name: string; label: string },
	item = 0,
): Array<[string, ScheduledState]> {
	const given: unknown = parameters.getNodeParameter(name, item, {});
	const rows = isRecord(given) && Array.isArray(given.word) ? given.word.filter(isRecord) : [];
	return rows.map(({ word, state: text }) => {
		const state = scheduledStates.find((one) => one === text);
		if (state !== undefined) return [textOf(word), state];
		throw new Error(
			`In '${label}' ${inQuotes(textOf(text))} is not a state. It must be one of: ${scheduledStates.join(', ')}`,
		);
	});
}
