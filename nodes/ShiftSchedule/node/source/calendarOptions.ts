import type { ParameterSource } from '../../../shared/n8n/itemParameters';
import { inQuotes } from '../../../shared/values/text';
import type { IcsOptions } from '../../model/ics/options';
import { parsePattern, type TitleReading } from '../../model/ics/title';
import { scheduledStates, type ScheduledState } from '../../model/schedule/types';
import { readOption, readText, readNames } from '../../../shared/n8n/parameters';
import { readWordStates } from './readWordStates';

const eventKinds: ReadonlyArray<IcsOptions['as']> = ['shift', 'extra', 'holiday', 'leave'];

/** Empty: the usual state of the kind of event or, in 'Other Words', no state. */
const stateOrNone: ReadonlyArray<ScheduledState | ''> = ['', ...scheduledStates];

/**
 * How to read the calendar of an input item: its fields may hold an expression for each.
 *
 * @throws Error when an expression gave something that the list of a field does not offer
 */
export function readCalendarOptions(
	parameters: ParameterSource,
	item: number,
	{ zone, dst, asked }: Pick<IcsOptions, 'zone' | 'dst' | 'asked'>,
): IcsOptions {
	const as = readOption(parameters, { name: 'eventsAre', label: 'Events Are', options: eventKinds }, item);
	return { zone, dst, asked, as, agent: readAgent(parameters, item), state: readState(parameters, item, as) };
}

const agentParts = ['whole', 'before', 'known', 'pattern'] as const;

function readAgent(parameters: ParameterSource, item: number): IcsOptions['agent'] {
	if (readText(parameters, 'agentFrom', item) !== 'property')
		return { kind: 'fixed', id: readText(parameters, 'calendarAgent', item) };
	const name = readText(parameters, 'agentProperty', item);
	const part = readOption(
		parameters,
		{ name: 'agentPart', label: 'Agent Is', options: agentParts, otherwise: 'whole' },
		item,
	);
	return part === 'whole'
		? { kind: 'property', name }
		: { kind: 'title', name, find: readTitle(parameters, item, part) };
}

function readTitle(parameters: ParameterSource, item: number, part: TitleReading['kind']): TitleReading {
	if (part === 'known') {
		const names = readNames(parameters, 'agentsToFind', item);
		if (names.length > 0) return { kind: part, names };
		throw new Error("'Agents to Find' is empty. Enter the agents, separated by commas");
	}
	if (part === 'before') {
		// Blanks around it belong to it.
		const given: unknown = parameters.getNodeParameter('agentSeparator', item, '');
		if (typeof given === 'string' && given !== '') return { kind: part, separator: given };
		throw new Error("'Separator' is empty. Enter the text that follows the agent, such as ' - '");
	}
	const pattern = readText(parameters, 'agentPattern', item);
	if (parsePattern(pattern) !== undefined) return { kind: part, pattern };
	throw new Error(
		`'Pattern' is ${inQuotes(pattern)}. It must have (*) once, in place of the agent, such as "On Call - (*) - *"`,
	);
}

function readState(parameters: ParameterSource, item: number, as: IcsOptions['as']): IcsOptions['state'] {
	if (readText(parameters, 'stateFrom', item) !== 'words') {
		const usual: ScheduledState = as === 'holiday' || as === 'leave' ? 'offline' : 'available';
		const state = readOption(parameters, { name: 'eventState', label: 'State', options: stateOrNone }, item);
		return { kind: 'fixed', state: state || usual };
	}
	const otherwise = readOption(parameters, { name: 'otherwise', label: 'Other Words', options: stateOrNone }, item);
	return {
		kind: 'words',
		property: readText(parameters, 'stateProperty', item),
		words: Object.fromEntries(readWordStates(parameters, { name: 'words', label: 'Words' }, item)),
		...(otherwise !== '' && { otherwise }),
	};
}
