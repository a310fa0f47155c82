import { inQuotes } from '../../values/text';
import type { Failure } from '../../http/failure';
import type { ParsedFields } from '../../operation/input/item';
import type { Field } from '../../operation/operation';
import type { Adapter, Reason } from '../adapter';
import type { KeptState } from './restoreText';
import type { TimeWindow } from '../history';
import { settable, type Settable, type State } from '../state';

/** What an agent's state is to be: nothing, when it is only to be read. */
export type Want =
	| { kind: 'state'; state: Settable; reason: Reason }
	/** `before` is the state to go back to, `from` the fingerprint of the one that was given; beside each what it stood for. */
	| { kind: 'restore'; before: KeptState; state: State | null; from: string; fromState: State | null }
	/** Which states the agent was in. */
	| { kind: 'history'; window: TimeWindow }
	| { kind: 'none' };

/** What one item asks for. */
export interface DesiredState {
	kind: 'desired';
	item: number;
	adapter: Adapter;
	/** The checked fields that say where; the same object for all items that say the same. */
	scope: ParsedFields;
	/** An id, a name or an identity. */
	agent: string;
	/** What the item calls the agent besides, such as a roster's name beside an ID; for rows of services without names. */
	calledHere?: string;
	want: Want;
}

export interface Refused {
	kind: 'refused';
	item: number;
	/** As far as the item named one. */
	service: string;
	agent: string;
	problem: string;
	/** Set where it was the service that refused. */
	failure?: Failure;
	/** Left alone, which is not a failure. */
	isSkip?: boolean;
	/** Set where nothing was to be done, either. */
	isUntouched?: boolean;
	/** Set where the fields that say where are to blame, and not the agent: those of the item, or of all items alike. */
	isOfScope?: 'item' | 'all';
}

/** An item without anything in it, such as an empty row of a sheet: it asks for nothing. */
export interface BlankItem {
	kind: 'blank';
	item: number;
}

/** How a node asks: where its parameters stand. */
export interface Form {
	operation: 'setState' | 'getState' | 'getHistory' | 'restorePrevious' | 'compare';
	adapters: Adapter[];
	/** The field that names the agent, as this node shows it. */
	agentField: (adapter: Adapter) => Field;
	/** The parameter that holds the state mapping. */
	mappingName: (adapter: Adapter) => string;
	/** The parameter that holds the collection of options. */
	optionsName: string;
}

/** The value of 'Service' that means: each item says it. */
export const FROM_ITEM = 'fromItem';

export const adapterNamed = ({ adapters }: Form, word: string): Adapter | undefined =>
	adapters.find(({ id, vendor }) => [id, vendor.name].some((name) => name.toLowerCase() === word.toLowerCase()));

export const noSuchService = ({ adapters }: Form, word: string) =>
	`there is no service ${inQuotes(word)}. There are: ${adapters.map(({ id }) => id).join(', ')}`;

export const noSuchState = (word: string) => `${inQuotes(word)} is not a state. There are: ${settable.join(', ')}`;

/** In letters. Nobody's name or ID is longer. */
const LONGEST_AGENT = 1000;

/** What is wrong with the text that names an agent, before anyone looks for it. */
export const agentProblem = (agent: string): string | undefined =>
	agent.length > LONGEST_AGENT
		? `is ${agent.length} characters long, and at most ${LONGEST_AGENT} can be an agent`
		: undefined;
