import type { Pagination } from '../http/pagination';
import type { WireValue } from '../http/request';
import type { VendorResponse } from '../http/response';

/** What an agent has in hand, such as a task or a call. */
export interface OpenWork {
	/** As it goes on after the agent's name: "on a task". */
	what: string;
	/** Since when, as an ISO time; `null` where the service does not say. */
	since: string | null;
}

/** An agent as read, whose work is looked up. */
export interface WorkingAgent {
	id: string;
	/** Other words that mean the agent. */
	aliases?: string[];
}

/** What one entry of a list says about an agent. */
export interface AgentWork {
	/** As the list calls the agent. */
	agent: string;
	/** `null`: the agent has nothing in hand. */
	work: OpenWork | null;
}

/** A list that is read to its end; its path is filled with the fields of the scope. */
export interface WorkList {
	path: string;
	query?: Record<string, WireValue>;
	paging: Pagination;
}

/** How a service tells whether agents have work in hand. */
export interface Workload {
	/** The lists that tell it of one agent, with `{agent}` in their paths. */
	one: readonly WorkList[];
	/** The lists that tell it of all agents of the scope. */
	all: readonly WorkList[];
	/** Set where the entries of those are pieces of work, and one more list says whose each is: `{work}` in its path. */
	behind?: WorkList & { idOf: (entry: Record<string, unknown>) => string };
	/** `undefined`: the entry is about no agent, or about work that is over. */
	observe: (entry: Record<string, unknown>) => AgentWork | undefined;
	/**
	 * What the lists may call an agent, first what its address takes; nothing where they never tell of it. By default the ID.
	 */
	wordsOf?: (agent: WorkingAgent) => string[];
	/** Whether an agent of whom the lists hold nothing has no work; otherwise nobody knows. */
	isSilenceNone: boolean;
	/** Whether an answer about one agent means that the service cannot tell. */
	isUntold?: (answer: VendorResponse) => boolean;
}
