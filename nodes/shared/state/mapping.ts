import { fold, inQuotes, listedNames } from '../values/text';
import { problem, value, type Result } from '../values/result';
import type { Native, StateOption, StateOptions } from './adapter';
import { fingerprintOf, isSameNative } from './native';
import { settable, type Settable, type State } from './state';

/** The user's own word: this state, with this reason if one is given, is that native state. */
export interface MappingRule {
	state: Settable;
	/** Empty: whatever the reason. */
	cause: string;
	/** The key or the label of an option. */
	native: string;
}

/** What the four states mean at one scope. */
export interface Mapping {
	/** The option that stands for a state. */
	target: (state: Settable, cause: string) => Result<StateOption>;
	/**
	 * The state that a native one stands for. One native state may stand for several.
	 *
	 * @param preferred the state to tell then
	 */
	stateOf: (native: Native | null, preferred?: State | null) => State | null;
	/** The option behind a native state, if it still exists. */
	optionOf: (native: Native) => StateOption | undefined;
	/** The option with that fingerprint, if it still exists. */
	optionWith: (fingerprint: string) => StateOption | undefined;
	/** What was found by a name that only resembles the state's, in words: the user should look at it once. */
	guesses: ReadonlyMap<State, string>;
}

/** Names that services and administrators give to the states. The first of each is not a guess. */
const usualNames: Record<Settable, string[]> = {
	available: ['available', 'online', 'ready', 'idle', 'active'],
	busy: ['busy', 'unavailable', 'not available', 'not ready', 'do not disturb', 'away', 'other work', 'training'],
	break: ['break', 'on break', 'on a break', 'pause', 'paused', 'lunch', 'lunch break', 'rest'],
	offline: ['offline', 'logged out', 'signed out', 'logged off', 'logout', 'off', 'off duty'],
};

/** Where one native state stands for several: the one that is told when none was preferred for. */
const likeliest: Settable[] = ['available', 'offline', 'break', 'busy'];

/** @param given the user's rules, stronger than anything found by name */
export function mappingOf(noun: string, found: Resolved, given: MappingRule[]): Mapping {
	const { options } = found;
	const rules = given.map((rule) => ({ ...rule, cause: fold(rule.cause) }));
	const named = (text: string): StateOption | undefined =>
		options.find(({ key }) => key === text) ??
		options.find(({ label }) => fold(label) === fold(text)) ??
		(found.kind === 'fixed' ? found.optionNamed?.(text) : undefined);
	const byDefault = new Map<Settable, StateOption>();
	const guesses = new Map<State, string>();
	for (const state of settable) {
		const option = found.kind === 'fixed' ? named(found.usual[state]) : optionNamedLike(state, options);
		if (!option) continue;
		byDefault.set(state, option);
		const isSaid = rules.some((rule) => rule.state === state && rule.cause === '');
		const isGuess = found.kind === 'listed' && fold(option.label) !== state && !isSaid;
		if (isGuess) guesses.set(state, `${state} is the ${noun.toLowerCase()} ${inQuotes(option.label)}`);
	}
	const there = listedNames(options.map(({ label }) => label)) || 'none';

	function target(state: Settable, cause: string): Result<StateOption> {
		const rule =
			rules.find((one) => one.state === state && one.cause !== '' && one.cause === fold(cause)) ??
			rules.find((one) => one.state === state && one.cause === '');
		const option = rule ? named(rule.native) : byDefault.get(state);
		const twins = options.filter(({ label }) => option && fold(label) === fold(option.label));
		if (option && twins.length > 1 && rule?.native !== option.key) {
			const keys = twins.map(({ key }) => key).join(', ');
			return problem(
				`${inQuotes(option.label)} means several: ${keys}. Name one by its ID under 'State Mapping'`,
			);
		}
		if (option) return value(option);
		return problem(
			rule
				? `the mapping leads to ${inQuotes(rule.native)}, which does not exist. There are: ${there}`
				: `nothing stands for ${inQuotes(state)} here. Add it under 'State Mapping'. There are: ${there}`,
		);
	}

	const targets = (state: Settable): Native[] => {
		const causes = rules.filter((rule) => rule.state === state).map(({ cause }) => cause);
		return ['', ...causes].flatMap((cause) => {
			const hit = target(state, cause);
			return hit.kind === 'value' ? [hit.value] : [];
		});
	};
	const meanings = new Map(settable.map((state) => [state, targets(state)]));
	const means = (state: Settable, native: Native) =>
		meanings.get(state)?.some((one) => isPartOf(one, native)) ?? false;

	return {
		target,
		stateOf(native, preferred) {
			if (!native) return null;
			if (preferred && preferred !== 'unknown' && means(preferred, native)) return preferred;
			return likeliest.find((state) => means(state, native)) ?? 'unknown';
		},
		optionOf: (native) => options.find((option) => isSameNative(option, native)),
		optionWith: (fingerprint) => options.find((option) => fingerprintOf(option) === fingerprint),
		guesses,
	};
}

/** Options that are known, be they read or fixed. */
export type Resolved =
	| { kind: 'listed'; options: StateOption[] }
	| {
			kind: 'fixed';
			options: StateOption[];
			usual: Readonly<Record<Settable, string>>;
			optionNamed?: (text: string) => StateOption;
	  };

export const resolved = (fixed: Extract<StateOptions, { kind: 'fixed' }>): Resolved => ({
	kind: 'fixed',
	options: fixed.options,
	usual: fixed.usual,
	...(fixed.optionNamed && { optionNamed: fixed.optionNamed }),
});

/** By the likeliest name first; an option that gives work where none should be, or the other way round, is none. */
function optionNamedLike(state: Settable, options: StateOption[]): StateOption | undefined {
	const fitting = options.filter(({ takesWork = state === 'available' }) => takesWork === (state === 'available'));
	for (const name of usualNames[state]) {
		const option = fitting.find(({ label }) => fold(label) === name);
		if (option) return option;
	}
	return undefined;
}

/** Whether a state is another one, or that one with more to it: a break with a cause is still that kind of break. */
const isPartOf = (general: Native, special: Native): boolean =>
	Object.entries(general.fields).every(([field, value]) => special.fields[field] === value);
