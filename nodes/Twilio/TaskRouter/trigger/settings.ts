import { parseFields, type ParsedFields, type ReadParameter } from '../../../shared/operation/input/item';
import type { Field } from '../../../shared/operation/operation';
import { rulesIn } from '../../../shared/state/input/settings';
import type { MappingRule } from '../../../shared/state/mapping';
import { isState, type State } from '../../../shared/state/state';
import { isRecord } from '../../../shared/values/record';
import { problem, value, type Result } from '../../../shared/values/result';
import { workspaceLocator } from '../resources/locators';
import { eventOptions } from './eventNames';
import { filterFields, MAPPING_NAME } from './form';
import { inQuotes } from '../../../shared/values/text';

/** What the user chose, checked; names are not looked up yet. */
export interface ListenSettings {
	way: 'eventStreams' | 'workspaceCallback';
	/** Names of events, such as `worker.activity.update`, sorted. */
	events: string[];
	/** The workspace, and what the filters name. */
	fields: ParsedFields;
	/** Empty: all. */
	fromStates: State[];
	toStates: State[];
	rules: MappingRule[];
	acceptsUnsigned: boolean;
	replaces: boolean;
	/** Whether changes that Agent State made in this n8n are left out. */
	ignoresOwn: boolean;
}

/** @param read n8n's own, expressions resolved */
export function listenSettings(read: ReadParameter): Result<ListenSettings> {
	const filters = collectionIn(read('filters', {}));
	const options = collectionIn(read('options', {}));
	const members: Field[] = filterFields.filter(({ name }) => name in filters);
	const fields = parseFields(
		[workspaceLocator, ...members],
		(name, fallback) => (name === workspaceLocator.name ? read(name, fallback) : filters[name]),
		'utc',
		new Set(['workspace', 'worker']),
	);
	if (fields.kind === 'problem') return fields;
	const way = read('listenThrough', 'eventStreams') === 'workspaceCallback' ? 'workspaceCallback' : 'eventStreams';
	const events = choicesIn(read('events', []));
	// Event Streams lists what there is, and is asked when the trigger is set up.
	if (way === 'eventStreams') events.push(...choicesIn(options.moreEvents));
	if (events.length === 0) return problem("'Events' is empty: choose at least one");
	const unknown = events.find((one) => !(way === 'eventStreams' ? isEventName(one) : isInForm(one)));
	if (unknown !== undefined) return problem(`'Events' has no event ${inQuotes(unknown)}`);
	return value({
		way,
		events: [...new Set(events)].sort(),
		fields: fields.value,
		fromStates: choicesIn(filters.fromStates).filter(isState),
		toStates: choicesIn(filters.toStates).filter(isState),
		rules: rulesIn(read(MAPPING_NAME, {})),
		acceptsUnsigned: options.acceptUnsigned === true,
		replaces: options.ifTaken === 'replace',
		ignoresOwn: read('ignoreOwnChanges', true) !== false,
	});
}

const isEventName = (text: string): boolean => /^[a-z][a-z._-]*$/.test(text);

const isInForm = (event: string): boolean => eventOptions.some(({ value: known }) => known === event);

const collectionIn = (given: unknown): Record<string, unknown> => (isRecord(given) ? given : {});

const choicesIn = (given: unknown): string[] =>
	(Array.isArray(given) ? given : []).filter((one): one is string => typeof one === 'string' && one !== '');
