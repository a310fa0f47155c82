import { own } from '../own';
import { listEntries } from './collection';
import type { Entry, Listing } from './collection';
import { badExtension, Refusal } from './refusal';
import type { AgentStatus, Queue, VoipNowState } from './state';

export interface VoipNowCall {
	state: VoipNowState;
	params: Record<string, string | undefined>;
	query: URLSearchParams;
	/** As on the wire. */
	body: string;
	contentType: string | undefined;
	/** `http://host` as the client reached it. */
	base: string;
	/** Path without the query, as on the wire. */
	path: string;
}

export interface VoipNowAnswer {
	status: number;
	body?: unknown;
}

/**
 * Version 5: `agentNumber` is the extension or, of a remote agent, the public number; `identifier` is then the agent's
 * ID. The values of `type` stand on no page that could be read, so no entry has one.
 */
const AGENTS: Listing = {
	filterBy: ['agentNumber', 'status', 'queue'],
	fields: ['agentNumber', 'status', 'queue', 'type', 'identifier'],
	sortBy: 'status',
};
const PRESENCE: Listing = {
	filterBy: ['extension'],
	fields: ['extension', 'status', 'registration'],
	sortBy: 'extension',
};

export function listAgents(call: VoipNowCall): VoipNowAnswer {
	const [number, queue] = queueOf(call);
	const agent = call.params.agent === undefined ? undefined : mustHaveAgent(queue, call.params.agent);
	const shown = Object.keys(queue.agents).filter((one) => agent === undefined || one === agent);
	const collection = listEntries(
		shown.map((one) => row(call, number, queue, one)),
		call.query,
		AGENTS,
		call.base + call.path,
	);
	if (!collection) return { status: 204 };
	return { status: 200, body: call.state.listAnswer === 'collection' ? collection : [collection] };
}

export function updateAgent(call: VoipNowCall): VoipNowAnswer {
	const [number, queue] = queueOf(call);
	const agent = mustHaveAgent(queue, call.params.agent ?? '');
	const status = readStatus(call);
	if (call.state.updateAnswer === 'wrongAgent') {
		const other = Object.keys(queue.agents).find((one) => one !== agent);
		return { status: 200, body: other === undefined ? [] : [row(call, number, queue, other)] };
	}
	queue.agents[agent] = status;
	const updated = row(call, number, queue, agent);
	const answers: Record<typeof call.state.updateAnswer, VoipNowAnswer> = {
		array: { status: 200, body: [updated] },
		entry: { status: 200, body: { entry: [updated] } },
		object: { status: 200, body: updated },
		noContent: { status: 204 },
	};
	return answers[call.state.updateAnswer];
}

export function listPresence(call: VoipNowCall): VoipNowAnswer {
	const user = userOf(call);
	const { extension = '' } = call.params;
	const owned = Object.entries(call.state.extensions).filter(([, { owner }]) => user === undefined || owner === user);
	const shown = extension === '@self' ? owned : owned.filter(([number]) => number === extension);
	if (shown.length === 0) throw badExtension();
	const entries = shown.map(([number, { status, registration }]): Entry => ({
		extension: number,
		status,
		registration,
	}));
	const collection = listEntries(entries, call.query, PRESENCE, call.base + call.path);
	return collection ? { status: 200, body: collection } : { status: 204 };
}

/** The User-Id that the path means; undefined for `@owner`, whoever owns the extension. */
function userOf({ params, state }: VoipNowCall): string | undefined {
	if (params.user === '@me' || params.user === '@viewer') return state.me;
	return params.user === '@owner' ? undefined : params.user;
}

/** Percent-encoded `@` and `*` do not match: that the server accepts them is documented nowhere. */
function queueOf(call: VoipNowCall): [number: string, queue: Queue] {
	const number = call.params.extension ?? '';
	const user = userOf(call);
	const queue = own(call.state.queues, number);
	if (!queue || (user !== undefined && queue.owner !== user)) throw badExtension();
	return [number, queue];
}

/**
 * An extension in either form, or the ID of a remote agent. Whether a server also takes a remote agent's public number
 * is documented nowhere, so it is refused.
 */
function mustHaveAgent(queue: Queue, agent: string): string {
	const isSame = (one: string) =>
		one === agent || (one.includes('*') !== agent.includes('*') && shortOf(one) === shortOf(agent));
	const found = Object.keys(queue.agents).filter(isSame);
	const [only] = found;
	if (only === undefined || found.length > 1)
		throw new Refusal(400, 'qag_agent_invalid', `Agent ${agent} is not registered to the queue.`);
	return only;
}

const shortOf = (extension: string): string => extension.slice(extension.indexOf('*') + 1);

/** The pages send the status as a string; one vendor sample sends an integer. */
function readStatus({ body, contentType }: VoipNowCall): AgentStatus {
	const refusal = new Refusal(400, 'status_invalid', 'Value supplied in status parameter is missing or invalid.');
	if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) throw refusal;
	let sent: unknown;
	try {
		sent = JSON.parse(body);
	} catch {
		throw refusal;
	}
	const status = typeof sent === 'object' && sent !== null && 'status' in sent ? sent.status : undefined;
	const known = (['0', '1', '2'] as const).find((value) => value === status || Number(value) === status);
	if (known === undefined) throw refusal;
	return known;
}

function row({ base, state }: VoipNowCall, number: string, queue: Queue, agent: string): Entry {
	const self = `${base}/uapi/extensions/@me/${number}/queue/agents/${agent}`;
	const known = { status: queue.agents[agent], queue: number, links: { self } };
	const remote = own(state.remoteNumbers, agent);
	if (remote !== undefined) return { agentNumber: remote, identifier: agent, ...known };
	return { agentNumber: state.extensionForm === 'short' ? shortOf(agent) : agent, ...known };
}
