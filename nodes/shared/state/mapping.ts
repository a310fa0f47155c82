import { fold } from '../operation/lookup';
import type { Native, StateOption, StateOptions } from './adapter';
import { fingerprintOf, isSame } from './native';
import { settable, type Settable, type State } from './state';

/** The user's own word: this state, with this reason if one is given, is that native state. */
export interface MappingRule {
	state: Settable;
	/** Empty: whatever the reason. */
	cause: string;
	/** The key or the label of an offer. */
	native: string;
}

export type Target = { kind: 'target'; offer: StateOption } | { kind: 'problem'; problem: string };

/** What the four states mean at one place. */
export interface Mapping {
	target: (state: Settable, cause: string) => Target;
	/**
	 * The state that a native one stands for. One native state may stand for several.
	 *
	 * @param hoped the state to prefer then
	 */
	stateOf: (native: Native | null, hoped?: State | null) => State | null;
	/** The option behind a native state, if it still exists. */
	optionOf: (native: Native) => StateOption | undefined;
	/** What the state with that fingerprint is called, if it still exists. */
	labelOf: (fingerprint: string) => string | undefined;
	/** What was found by a name that only resembles the state's, in words: the user should look at it once. */
	guesses: ReadonlyMap<State, string>;
}

/** Names that services and administrators give to the states. The first of each is no guess. */
const usualNames: Record<Settable, string[]> = {
	available: ['available', 'online', 'ready', 'idle', 'active'],
	busy: ['busy', 'unavailable', 'not available', 'not ready', 'do not disturb', 'away', 'other work', 'training'],
	break: ['break', 'on break', 'on a break', 'pause', 'paused', 'lunch', 'lunch break', 'rest'],
	offline: ['offline', 'logged out', 'signed out', 'logged off', 'logout', 'off', 'off duty'],
};

/** Where one native state stands for several: the one that is told when none was hoped for. */
const likeliest: Settable[] = ['available', 'offline', 'break', 'busy'];

/** @param rules the user's, stronger than anything found by name */
export function mappingOf(noun: string, found: Resolved, rules: MappingRule[]): Mapping {
	const { offers } = found;
	const named = (text: string): StateOption | undefined =>
		offers.find(({ key }) => key === text) ??
		offers.find(({ label }) => fold(label) === fold(text)) ??
		(found.kind === 'fixed' ? found.offerFor?.(text) : undefined);
	const byDefault = new Map<Settable, StateOption>();
	const guesses = new Map<State, string>();
	for (const state of settable) {
		const offer = found.kind === 'fixed' ? named(found.usual[state]) : offerNamedLike(state, offers);
		if (!offer) continue;
		byDefault.set(state, offer);
		const isSaid = rules.some((rule) => rule.state === state && rule.cause === '');
		const isGuess = found.kind === 'listed' && fold(offer.label) !== state && !isSaid;
		if (isGuess) guesses.set(state, `${state} is the ${noun.toLowerCase()} "${offer.label}"`);
	}
	const there = offers.map(({ label }) => label).join(', ') || 'none';

	function target(state: Settable, cause: string): Target {
		const rule =
			rules.find((one) => one.state === state && one.cause !== '' && fold(one.cause) === fold(cause)) ??
			rules.find((one) => one.state === state && one.cause === '');
		const offer = rule ? named(rule.native) : byDefault.get(state);
		const twins = offers.filter(({ label }) => offer && fold(label) === fold(offer.label));
		if (offer && twins.length > 1 && rule?.native !== offer.key) {
			const keys = twins.map(({ key }) => key).join(', ');
			return {
				kind: 'problem',
				problem: `"${offer.label}" means several: ${keys}. Name one by its ID under 'State Mapping'`,
			};
		}
		if (offer) return { kind: 'target', offer };
		const problem = rule
			? `the mapping leads to "${rule.native}", which does not exist. There are: ${there}`
			: `nothing stands for "${state}" here. Add it under 'State Mapping'. There are: ${there}`;
		return { kind: 'problem', problem };
	}

	const targets = (state: Settable): Native[] => {
		const causes = rules.filter((rule) => rule.state === state).map(({ cause }) => cause);
		return ['', ...causes].flatMap((cause) => {
			const hit = target(state, cause);
			return hit.kind === 'target' ? [hit.offer] : [];
		});
	};
	const meanings = new Map(settable.map((state) => [state, targets(state)]));
	const means = (state: Settable, native: Native) =>
		meanings.get(state)?.some((one) => isSame(one, native) || isPartOf(one, native)) ?? false;

	return {
		target,
		stateOf(native, hoped) {
			if (!native) return null;
			if (hoped && hoped !== 'unknown' && means(hoped, native)) return hoped;
			return likeliest.find((state) => means(state, native)) ?? 'unknown';
		},
		optionOf: (native) => offers.find((offer) => isSame(offer, native)),
		labelOf: (fingerprint) => offers.find((offer) => fingerprintOf(offer) === fingerprint)?.label,
		guesses,
	};
}

/** Offers that are known, be they read or fixed. */
export type Resolved =
	| { kind: 'listed'; offers: StateOption[] }
	| {
			kind: 'fixed';
			offers: StateOption[];
			usual: Readonly<Record<Settable, string>>;
			offerFor?: (text: string) => StateOption;
	  };

export const resolved = (fixed: Extract<StateOptions, { kind: 'fixed' }>): Resolved => ({
	kind: 'fixed',
	offers: fixed.offers,
	usual: fixed.usual,
	...(fixed.offerOf && { offerFor: fixed.offerOf }),
});

/** By the likeliest name first; an offer that gives work where none should be, or the other way round, is none. */
function offerNamedLike(state: Settable, offers: StateOption[]): StateOption | undefined {
	const fitting = offers.filter(({ takesWork = state === 'available' }) => takesWork === (state === 'available'));
	for (const name of usualNames[state]) {
		const offer = fitting.find(({ label }) => fold(label) === name);
		if (offer) return offer;
	}
	return undefined;
}

/** A break with a cause is still that kind of break. */
const isPartOf = (general: Native, special: Native): boolean =>
	Object.entries(general.fields).every(([field, value]) => special.fields[field] === value);
