import type { ItemError } from '../../n8n/itemError';
import type { Native, Observed } from '../adapter';
import type { DesiredState } from '../input/form';
import { isWritten, type Outcome, type Row } from '../input/row';
import { fold, shortened } from '../../values/text';
import { fingerprintOf, isSameNative } from '../native';
import type { Scope } from '../read/scope';
import type { StateStretch } from '../read/stretches';
import type { State } from '../state';
import type { Failure } from '../../http/failure';

/** One agent at one scope in one run: what all phases know. */
export interface TaskSubject {
	desired: DesiredState;
	scope: Scope;
}

/** What is to be written is known. */
export interface TargetedTask extends TaskSubject {
	phase: 'targeted';
	/** `undefined` where states are only read. */
	target: Native | undefined;
	/** Nobody has looked for the agent yet. */
	observed?: undefined;
	previous?: undefined;
}

/** The agent is found, and its state as far as anyone knows. */
export interface ObservedTask extends TaskSubject {
	phase: 'observed';
	target: Native | undefined;
	/** `undefined` where the service does not tell. */
	observed: Observed | undefined;
	previous: Native | null;
	/** Where *Compare* tells only of long absences: for how long the agent has been out of the desired state. */
	outMs?: number;
}

/** Whether the service has the agent in the desired state. */
export const isAsDesired = ({ previous, target }: ObservedTask): boolean => isSameNative(previous, target);

/** The state is to be written. */
export interface DecidedTask extends TaskSubject {
	phase: 'decided';
	target: Native;
	observed: Observed | undefined;
	previous: Native | null;
	/** What the row says about the change besides. */
	remark: string | null;
}

/** The states that the agent was in are known. */
export interface TracedTask extends TaskSubject {
	phase: 'traced';
	observed: Observed;
	/** The whole time that was asked for, oldest first. */
	stretches: StateStretch[];
}

/** How a task ends. */
export interface End {
	outcome: Outcome;
	/** The state now; by default it is not known. */
	current?: Native | null;
	reason?: string | null;
	requestId?: string | undefined;
	/** How often the change was sent; by default it was not. */
	attempts?: number;
	durationMs?: number;
	/** Set where the task failed. */
	failure?: Failure;
}

export interface DoneTask extends TaskSubject {
	phase: 'done';
	row: Row;
	/** What the row was made of. */
	end: End;
	/** Set besides a row that tells of a failure. */
	error: ItemError | undefined;
	/** Set where the change was sent, or at least tried. */
	applied: DecidedTask | undefined;
}

/** Whether the service was told to change the agent, so that it can be taken back. */
export const isChangeSent = (task: Task): boolean => task.phase === 'done' && isWritten(task.row.outcome);

export type OpenTask = TargetedTask | ObservedTask | DecidedTask;
export type Task = OpenTask | TracedTask | DoneTask;

/** The agent for messages: as people know it, and as the item named it where that is something else, such as an ID. */
export function subjectOf(task: OpenTask): string {
	const agent = shortened(task.desired.agent);
	const known = task.observed?.name;
	const name = known === undefined ? undefined : shortened(known);
	if (name === undefined || fold(name) === fold(agent)) return `Agent ${agent}`;
	return fold(name).includes(fold(agent)) ? `Agent ${name}` : `Agent ${name}, ${agent}`;
}

/** The agent for rows: as the service calls it; where that is its ID once more, as the item does. */
export function nameForRow({ desired }: Pick<TaskSubject, 'desired'>, observed: Observed | undefined): string {
	const { calledHere, agent } = desired;
	const isNamed = observed !== undefined && ![observed.id, ...(observed.aliases ?? [])].includes(observed.name);
	return isNamed ? observed.name : (calledHere ?? observed?.name ?? agent);
}

/** Whether the state that is to be written gets no work. */
export const getsNoWork = ({ scope, target }: Pick<DecidedTask, 'scope' | 'target'>): boolean =>
	scope.mapping.optionOf(target)?.takesWork === false;

/** By which the agent is the same one however it was named. */
export function agentKey({ scope, desired }: TaskSubject, observed: Pick<Observed, 'id'> | undefined): string {
	const { adapter } = scope.session;
	// Only where an agent has a state at each scope do two scopes make two of it; elsewhere its id is its own.
	return JSON.stringify([adapter.id, adapter.fanOut ? scope.name : null, observed?.id ?? desired.agent]);
}

/**
 * What a native state of an agent stands for. A row that comes back speaks for its own two states: the mapping under
 * which it was made need not be the one of this node.
 *
 * @param preferred the state to tell where the native one stands for several
 */
export function stateOfTask(
	{ desired: { want }, scope }: TaskSubject,
	native: Native | null,
	preferred?: State | null,
): State | null {
	if (want.kind === 'restore' && native) {
		const fingerprint = fingerprintOf(native);
		if (fingerprint === want.before.fingerprint) return want.state;
		if (fingerprint === want.from) return want.fromState;
	}
	return scope.mapping.stateOf(native, preferred);
}

/** In the order in which each group's first member comes. */
export function groupsOf<Member>(members: readonly Member[], keyOf: (one: Member) => string): Member[][] {
	const groups = new Map<string, Member[]>();
	for (const one of members) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}
