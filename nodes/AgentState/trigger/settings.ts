import { NodeOperationError, type IPollFunctions } from 'n8n-workflow';
import { parseFields, type ParsedFields } from '../../shared/operation/input/item';
import type { Adapter } from '../../shared/state/adapter';
import { rulesIn } from '../../shared/state/input/settings';
import { isState, settable, type State } from '../../shared/state/state';
import type { MappingRule } from '../../shared/state/mapping';
import { isRecord } from '../../shared/values/record';
import { inQuotes, textOf, tidyText } from '../../shared/values/text';
import { mappingName } from '../properties';
import type { ReadableAdapter } from './services';

/** What the form of the trigger says. */
export interface TriggerSettings {
	adapter: ReadableAdapter;
	scope: ParsedFields;
	rules: MappingRule[];
	/** The agents to watch, as typed; all of them where it is empty. */
	agents: string[];
	/** The states to start for; all of them where a list is empty. */
	from: State[];
	to: State[];
	ignoreOwnChanges: boolean;
	/** Of agents who were added or removed. */
	alsoTell: string[];
	tellsAllAtFirst: boolean;
	/** Milliseconds without a poll after which nothing is compared; Infinity: never. */
	startAnewMs: number;
	parallelLimit: number | undefined;
}

/** @throws {NodeOperationError} where a field is wrong */
export function triggerSettings(context: IPollFunctions, services: readonly ReadableAdapter[]): TriggerSettings {
	const read = (name: string, fallback: unknown): unknown => context.getNodeParameter(name, fallback);
	const service = textOf(read('vendor', ''));
	const adapter = services.find(({ id }) => id === service);
	const refuse = (message: string) => new NodeOperationError(context.getNode(), message);
	if (!adapter) {
		throw refuse(
			`There is no service ${inQuotes(service)} here. There are: ${services.map(({ id }) => id).join(', ')}`,
		);
	}
	const statesIn = (field: string, given: unknown): State[] =>
		listedWords(given).map((word) => {
			if (isState(word)) return word;
			throw refuse(
				`'${field}': ${inQuotes(word)} is not a state. There are: ${[...settable, 'unknown'].join(', ')}`,
			);
		});
	const scope = parseFields(adapter.scopeFields, read, context.getTimezone(), new Set());
	if (scope.kind === 'problem') throw refuse(scope.problem);
	const agents = listedWords(read('agents', ''));
	if (agents.length === 0 && !adapter.reading.list) {
		throw refuse(`'Agents' is empty: ${adapter.vendor.name} has no list of its agents, so name those to watch`);
	}
	const given: unknown = read('options', {});
	const options = isRecord(given) ? given : {};
	const [startAnew, parallel] = [Number(options.startAnewMinutes), Number(options.parallelLimit)];
	return {
		adapter,
		scope: scope.value,
		rules: rulesIn(read(mappingName(adapter), {})),
		agents,
		from: statesIn('From States', read('fromStates', [])),
		to: statesIn('To States', read('toStates', [])),
		ignoreOwnChanges: read('ignoreOwnChanges', true) !== false,
		alsoTell: listedWords(options.alsoTell),
		tellsAllAtFirst: options.tellAllAtFirst === true,
		startAnewMs: startAnew > 0 ? startAnew * 60_000 : Infinity,
		parallelLimit: parallel >= 1 ? Math.floor(parallel) : undefined,
	};
}

/** Words between commas, or in a list that the form or an expression gave; each once. */
function listedWords(given: unknown): string[] {
	const texts: unknown[] = Array.isArray(given) ? given : textOf(given).split(',');
	return [...new Set(texts.map((text) => tidyText(textOf(text))))].filter((word) => word !== '');
}

/** For messages. */
export const placeOf = ({ vendor }: Adapter, scope: string | null): string =>
	scope === null ? vendor.name : `${vendor.name}, ${scope}`;
