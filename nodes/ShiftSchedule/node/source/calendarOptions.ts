import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../shared/values/record';
import { textOf } from '../../../shared/values/text';
import type { IcsOptions } from '../../model/ics/options';
import { scheduledStates, type ScheduledState } from '../../model/schedule/types';
import { readOption, readText } from '../parameters';
import type { SourceOptions } from './loadedRoster';

const eventKinds: ReadonlyArray<IcsOptions['as']> = ['shift', 'extra', 'holiday', 'leave'];

/** Empty: the usual state of the kind of event or, in 'Other Words', no state. */
const stateOrNone: ReadonlyArray<ScheduledState | ''> = ['', ...scheduledStates];

/**
 * How to read the calendar of an input item: its fields may hold an expression for each.
 *
 * @throws Error when an expression gave something that the list of a field does not offer
 */
export function readCalendarOptions(
	context: IExecuteFunctions,
	item: number,
	{ zone, dst }: SourceOptions,
): IcsOptions {
	const as = readOption(context, { name: 'eventsAre', label: 'Events Are', options: eventKinds }, item);
	return { zone, dst, as, agent: readAgent(context, item), state: readState(context, item, as) };
}

const readAgent = (context: IExecuteFunctions, item: number): IcsOptions['agent'] =>
	readText(context, 'agentFrom', item) === 'property'
		? { kind: 'property', name: readText(context, 'agentProperty', item) }
		: { kind: 'fixed', id: readText(context, 'calendarAgent', item) };

function readState(context: IExecuteFunctions, item: number, as: IcsOptions['as']): IcsOptions['state'] {
	if (readText(context, 'stateFrom', item) !== 'words') {
		const usual: ScheduledState = as === 'holiday' || as === 'leave' ? 'offline' : 'available';
		const state = readOption(context, { name: 'eventState', label: 'State', options: stateOrNone }, item);
		return { kind: 'fixed', state: state || usual };
	}
	const otherwise = readOption(context, { name: 'otherwise', label: 'Other Words', options: stateOrNone }, item);
	return {
		kind: 'words',
		property: readText(context, 'stateProperty', item),
		words: readWords(context, item),
		...(otherwise !== '' && { otherwise }),
	};
}

function readWords(context: IExecuteFunctions, item: number): Record<string, ScheduledState> {
	const given: unknown = context.getNodeParameter('words', item, {});
	const rows = isRecord(given) && Array.isArray(given.word) ? given.word.filter(isRecord) : [];
	return Object.fromEntries(
		rows.map(({ word, state: given }) => {
			const state = scheduledStates.find((one) => one === given);
			if (state !== undefined) return [textOf(word), state];
			throw new Error(
				`In 'Words' "${textOf(given)}" is not a state. It must be one of: ${scheduledStates.join(', ')}`,
			);
		}),
	);
}
