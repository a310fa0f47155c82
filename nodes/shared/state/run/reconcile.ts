import { fold, inQuotes } from '../../values/text';
import type { Native, Observed } from '../adapter';
import type { Protection } from '../input/settings';
import { fingerprintOf, isSameNative } from '../native';
import type { State } from '../state';

export interface Situation {
	/** `null`: nothing is known about the agent's state. */
	observed: Pick<Observed, 'native' | 'since'> | null;
	/** The state in words that `observed` stands for. */
	state: State | null;
	target: Native;
	/** Set for a restore: the state that was given then; whoever has left it since is left alone. */
	onlyFrom?: { fingerprint: string; label: string };
	/** Whether it was this n8n that put the agent into the observed state. */
	isOurs: boolean;
	/** Whether what earlier runs changed is remembered, so that what is not ours is known to be someone else's. */
	knowsOwn: boolean;
	now: number;
}

export type Decision = { kind: 'change' } | { kind: 'unchanged' } | { kind: 'skip'; why: string };

/** Desired and observed state, and what follows. */
export function reconcile(situation: Situation, { states, graceMs }: Protection): Decision {
	const { observed, state, target, onlyFrom, isOurs, knowsOwn, now } = situation;
	const current = observed?.native ?? null;
	if (!observed || !current) return { kind: 'change' };
	if (isSameNative(current, target)) return { kind: 'unchanged' };
	if (onlyFrom && fingerprintOf(current) !== onlyFrom.fingerprint) {
		return {
			kind: 'skip',
			why: `has changed to ${inQuotes(current.label)} since then, and is no longer in ${inQuotes(onlyFrom.label)}`,
		};
	}
	const held = states.find((one) => fold(one) === state || fold(one) === fold(current.label));
	if (held !== undefined) return { kind: 'skip', why: `is in ${inQuotes(current.label)}, which is protected` };
	const age = now - Date.parse(observed.since ?? '');
	if (!isOurs && age < graceMs) {
		const minutes = Math.max(0, Math.floor(age / 60_000));
		const who = knowsOwn ? 'by someone else' : 'by someone else, as far as this first run can tell,';
		return { kind: 'skip', why: `was put into ${inQuotes(current.label)} ${who} ${minutes} minutes ago` };
	}
	return { kind: 'change' };
}
