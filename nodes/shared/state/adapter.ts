import type { Failure } from '../http/failure';
import type { WireValue } from '../http/request';
import type { VendorResponse } from '../http/response';
import type { Vendor } from '../http/vendor';
import type { Lookup } from '../operation/lookup';
import type { Field, ReadModifyWrite, SendOperation, Values } from '../operation/operation';
import type { History } from './history';
import type { Native } from './native';
import type { Settable } from './state';
import type { Workload } from './workload';

export type { Native };

/** A native state that can be chosen. */
export interface StateOption extends Native {
	/** By which a mapping names it, besides its label. */
	key: string;
	/** Whether an agent in it gets work; absent where the service does not say. */
	takesWork?: boolean;
}

/** An agent as the service has it now. */
export interface Observed {
	/** What the service's addresses take. */
	id: string;
	/** As people know the agent. */
	name: string;
	/** All words that people use for the agent, that name among them, whatever their case; by default the name alone. */
	names?: string[];
	/** Other words that mean this agent exactly, such as an identity. */
	aliases?: string[];
	/** `null`: the service keeps no state for this agent yet. */
	native: Native | null;
	/** Since when, as an ISO time; `null` where the service does not say. */
	since: string | null;
}

/** Why an agent is in a state: a second axis beside the state itself. */
export interface Reason {
	/** The name of the break, as it is set up at the service. */
	cause: string;
	note: string;
}

/** The native states at a scope: a list that must be read, or what is always there. */
export type StateOptions =
	| { kind: 'listed'; lookup: Lookup; toOption: (record: Record<string, unknown>) => StateOption }
	| {
			kind: 'fixed';
			options: StateOption[];
			/** The key that a state means unless the user says otherwise. */
			usual: Readonly<Record<Settable, string>>;
			/** Set where any text is a state: the option that it stands for. */
			optionNamed?: (text: string) => StateOption;
	  };

/**
 * All that Agent State needs to know about a service. Pure: the requests themselves are made by shared code.
 *
 * An agent is looked for at a *scope*: the service as a whole, a workspace, or one queue.
 */
export interface Adapter {
	/** As in result rows: the name of the vendor's node. */
	id: string;
	vendor: Vendor;
	/** What the service calls a state, such as "Activity". */
	noun: string;
	/** The fields that say where the agents are and how their state is kept there. */
	scopeFields: Field[];
	/** The names of those fields that say more about a new state, and mean nothing where none is chosen. */
	stateModifiers?: string[];
	/** What of them a row's `scope` tells, if the service has such a thing. */
	scopeColumn?: {
		of: (values: Values) => string | undefined;
		/** The parameters that stand for a scope told by an item or a row; `null`: the service as a whole. */
		parameters: (scope: string | null) => Record<string, unknown>;
	};
	/** One value, several scopes: an agent can be in several queues. */
	fanOut?: (values: Values) => Values[];
	/** The field that names the agent. */
	agent: Field;
	/** The names of the fields that a native state can have: a row that comes back may hold anything. */
	nativeFields: (values: Values) => readonly string[];
	/** The field that names a native state in a mapping: the value is an option's key or label. */
	native: Field;
	stateOptions: (values: Values) => StateOptions;
	/** What the user should know about the states of this service. */
	notice?: string;
	/** `undefined`: the service does not tell the state of an agent. */
	reading?: {
		/** The path of one agent's record, with `{agent}`. */
		one: string;
		/** Whether an agent can be asked for by a text in that path; any other text is looked for in the list. */
		isId: (text: string) => boolean;
		/** The words that an observed agent may have when a text names it; by default the text alone. */
		spellingsOf?: (text: string) => string[];
		/** The list of all agents of the scope, if there is one. Only where it finds by name are agents found by name. */
		list?: Lookup;
		/** The records in the answer to reading one; by default its JSON object. */
		recordsIn?: (answer: VendorResponse) => Array<Record<string, unknown>>;
		/** Whether an answer means that there is no such agent; 404 always does. */
		isUnknown?: (answer: VendorResponse) => boolean;
		observe: (record: Record<string, unknown>, values: Values) => Observed | undefined;
		/** Whether the service tells since when an agent is in a state. */
		tellsSince: boolean;
	};
	/** `undefined`: the service does not tell what agents have in hand. */
	workload?: Workload;
	/** `undefined`: the service does not tell which states agents were in. */
	history?: History;
	writing: {
		request: SendOperation['request'];
		/** The state that is sent for an option, or why it lacks something; by default the option itself. */
		target?: (option: StateOption, reason: Reason, values: Values) => Native | { problem: string };
		/** Whether the service keeps a note to a state. */
		keepsNote?: boolean;
		body: (native: Native, reason: Reason) => Record<string, WireValue>;
		/** Set where the change is made on the record as it is at that moment. */
		edit?: (native: Native, values: Values) => ReadModifyWrite | undefined;
		/** What a change to a state without work may carry along when the user wants pending work rejected. */
		rejectPending?: Record<string, WireValue>;
		/** The header by which a change says whether the service's webhooks tell of it. */
		webhookHeader?: string;
		/** How to get on after a change to a state without work that was refused, where pending work may be the cause. */
		adviceIfPending?: (failure: Failure) => string | undefined;
		/** The agent in the answer; `undefined` when the answer does not tell the state. */
		observe: (answer: VendorResponse, native: Native, values: Values) => Observed | undefined;
	};
}
