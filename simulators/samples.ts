import type { IncomingHttpHeaders } from 'node:http';
import type { ICredentialDataDecryptedObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { byName, bySid, fromList } from './locator';
import type { Simulator } from './server';

/** A request as it came over the wire, nothing decoded. */
export interface Wired {
	method: string;
	/** With the query. */
	path: string;
	/** By lower-case name. */
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Reply {
	status?: number;
	headers?: Record<string, string>;
	/** Sent as it is when it is text, else as JSON; without it the answer is empty. */
	body?: unknown;
	/** Ends the connection instead of answering. */
	reset?: true;
}

export type Replying = (request: Wired) => Reply;

/** By credential type, as n8n keeps them. */
export type Credentials = Record<string, ICredentialDataDecryptedObject>;

/** Two valid values of one field. */
export type Two = [NodeParameterValueType, NodeParameterValueType];

/** In which a field of *Set State* or of Agent State makes a difference, where the plainest run shows none. */
export interface Situation {
	/** The service, for a field that means something at one only. */
	vendor?: string;
	/** What is asked for. */
	wish?: { state: string; reason?: string };
	parameters?: INodeParameters;
	/** The vendor's answer made from its usual one. */
	reply?: (usual: Replying) => Replying;
	/** An operation that the node did before, in an execution whose memory n8n saved. */
	before?: 'setState' | 'itself';
	/** The node is set to go on after errors: one of the values makes an agent fail. */
	goesOn?: boolean;
	/** Every state is asked for with every reason, each for another agent. */
	asksForAll?: boolean;
	/** A row of the mapping besides the field that is tried. */
	row?: INodeParameters;
	/** The agents have left the state that was given to them, before it is taken back. */
	hasMovedOn?: boolean;
	/** The row that is taken back tells of an agent who was right already. */
	isUntouched?: boolean;
	/** Several values may come to the same: what is only read may stand for several states. */
	isLoose?: boolean;
}

/** What a test must know of a node to set states with it, and with Agent State. `S`: the vendor's simulator. */
export interface StateSamples<S extends Simulator = Simulator> {
	/** The resource of the node that has *Set State*. */
	resource: string;
	/** The node's fields that say where its agents are, filled. */
	scopeFields: INodeParameters;
	/** What a row calls that scope. */
	scope: string | null;
	/** Two scopes as a row or an item names them, if the service has such a thing. */
	scopes?: [string, string];
	/** The names of Agent State's parameters for this service: saved workflows hold them. */
	parameters: string[];
	/** Two agents, by id and by another word: neither is in the state that a test asks for (available, offline), once `prepare` was called. */
	agents: Array<{ id: string; alias: string; name: string }>;
	/** Two agents as items name them. */
	named: [string, string];
	/** The field that names an agent, filled. */
	agentField(id: string): INodeParameters;
	prepare?(simulator: S): void;
	/** Whether the service tells states. */
	tells: boolean;
	/** The state of the first agent as the simulator has it. */
	stateOf(simulator: S): unknown;
	/** The same when that agent is available. */
	available: unknown;
	/** The native fields of the state that `reply` shows for everyone. */
	now: Record<string, string | number | boolean>;
	/** By state: native fields of earlier states that a row can lead back to. */
	before: Record<string, Record<string, string | number | boolean>>;
	/** A state that nobody is in when `reply` answers. */
	otherState: string;
	/** Rows of a mapping: one that leads elsewhere than the names do, and one that gives the state of `reply` another name. */
	mapping: { elsewhere: INodeParameters; asItIs: INodeParameters };
	/** The same answers, with a state in them; by default `reply` shows one. */
	withState?: (reply: Replying) => Replying;
}

/** What a test must know about a vendor's node to run every operation of it. */
export interface NodeSamples<S extends Simulator = Simulator> {
	/** @param secret takes the place of the secret part, for tests that look for it where it must not be */
	credentials(url: string, secret?: string): Credentials;
	/** Where the vendor's own paths begin: Agent State speaks with all vendors at one address. */
	paths: RegExp;
	/** A plausible answer to any request of the node. */
	reply: Replying;
	/** Operation values of the node's own that saved workflows hold, besides those that n8n uses everywhere. */
	ownOperations?: string[];
	/** By `resource.operation`: valid parameters, every required field filled, no optional one. */
	operations: Record<string, INodeParameters>;
	/**
	 * By `resource.operation`, except those of states: the columns with which its table begins, as a person looks for them.
	 * None: figures and confirmations have no order, and what the simulator has none of has no row.
	 */
	firstColumns: Record<string, string[]>;
	/** By `resource.operation`: valid optional fields, which make an update something to send. */
	optional: Record<string, INodeParameters>;
	/**
	 * Two valid values for every field that cannot say its own: by path of the field, a resource locator's by the mode too.
	 * Switches and lists of choices need none: all they allow is tried.
	 */
	fields: Record<string, Two>;
	/** Fields that are refused one without the other: their paths, and the others' values by name. */
	together?: { paths: string[]; values: (operation: string) => INodeParameters };
	/** How agents are numbered, by the field that names one: each of many items gets an agent of its own. The first names an agent. */
	numbered: Record<string, { prefix: string; digits: number }>;
	/** By the name of a field: where it makes a difference. */
	situations?: Record<string, (operation: string) => Situation>;
	/** Absent where the node sets no states. */
	states?: StateSamples<S>;
}

/** A locator's ways in: by id and from the list, and by name where two names are given. */
export const locatorSamples = (
	field: string,
	ids: [string, string],
	names?: [string, string],
): Record<string, Two> => ({
	[`${field} id`]: [bySid(ids[0]), bySid(ids[1])],
	[`${field} list`]: [fromList(ids[0]), fromList(ids[1])],
	...(names && { [`${field} name`]: [byName(names[0]), byName(names[1])] }),
});

/** How many entries every list has, so that a limit and a page mean something. */
export const LISTED = 60;

/** The number of the first of those entries that nobody looks up by name. */
export const FIRST_OTHER = 100;
