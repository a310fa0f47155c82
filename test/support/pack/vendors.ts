import type { ICredentialDataDecryptedObject, INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	CONPEEK_API_KEY,
	OTHER_CHAT_SERVICE_SID,
	OTHER_WORKSPACE_SID,
	PEOPLE,
	RESERVATION,
	ROLE,
	TASK_CHANNEL,
	TWILIO_ACCOUNT_SID,
	TWILIO_AUTH_TOKEN,
	VOIPNOW_CLIENT_ID,
	VOIPNOW_CLIENT_SECRET,
	VOIPNOW_QUEUE,
	workerChannelSid,
	WORKSPACE_SID,
} from '../../../simulators';
import type { Recorder, Reply, Wired } from './recorder';

export const located = (mode: string, value: string): INodeParameterResourceLocator => ({ __rl: true, mode, value });
export const bySid = (value: string) => located('id', value);
export const byName = (value: string) => located('name', value);
export const fromList = (value: string) => located('list', value);
export const byIdentity = (value: string) => located('identity', value);

type Credentials = Record<string, ICredentialDataDecryptedObject>;

export const twilioCredential = (url: string): Credentials => ({
	twilioContactCenterApi: {
		authentication: 'authToken',
		accountSid: TWILIO_ACCOUNT_SID,
		authToken: TWILIO_AUTH_TOKEN,
		region: '',
		apiRootOverride: `${url}/{product}`,
	},
});

export const voipNowCredential = (url: string): Credentials => ({
	voipNowOAuth2Api: { host: url, clientId: VOIPNOW_CLIENT_ID, clientSecret: VOIPNOW_CLIENT_SECRET },
});

export const conpeekCredential = (url: string): Credentials => ({
	conpeekApi: { baseUrl: url, apiKey: CONPEEK_API_KEY },
});

/** What a test has to know about a node before it can run any of its operations. */
export interface Subject {
	credentials: (url: string) => Credentials;
	/** A plausible answer to any request of the node. */
	reply: (request: Wired) => Reply;
	/** By `resource.operation`: valid parameters, every required field filled, no optional one. */
	operations: Record<string, INodeParameters>;
	/** By `resource.operation`: valid optional fields, which make an update something to send. */
	optional: Record<string, INodeParameters>;
}

/** How many entries every list has, so that a limit and a page mean something. */
const LISTED = 60;

/** The number of the first of those entries that nobody looks up by name. */
const FIRST_OTHER = 100;

const LISTS = [
	'workspaces',
	'workers',
	'activities',
	'channels',
	'reservations',
	'events',
	'services',
	'users',
	'roles',
];

/** A worker's state, as everybody has it here. */
const onBreak = {
	activity_sid: ACTIVITY.break,
	activity_name: 'Break',
	available: false,
	date_status_changed: '2026-01-02T08:00:00Z',
};

/** What the entries that nobody looks up are made of, by the key of the list: agents that many items can name. */
const OTHERS: Record<string, { prefix: string; state?: object }> = {
	workers: { prefix: 'WK', state: onBreak },
	users: { prefix: 'US', state: { attributes: JSON.stringify({ agentState: 'break' }), role_sid: ROLE.agent } },
};

/** The entries that names are looked up among, by the key of the list. */
const NAMED: Record<string, Array<Record<string, string | boolean>>> = {
	workspaces: [
		{ sid: WORKSPACE_SID, friendly_name: 'Support' },
		{ sid: OTHER_WORKSPACE_SID, friendly_name: 'Back Office' },
	],
	workers: Object.values(PEOPLE).map(({ worker, name }) => ({ sid: worker, friendly_name: name, ...onBreak })),
	activities: [
		{ sid: ACTIVITY.available, friendly_name: 'Available', available: true },
		{ sid: ACTIVITY.break, friendly_name: 'Break', available: false },
		{ sid: ACTIVITY.busy, friendly_name: 'Busy', available: false },
		{ sid: ACTIVITY.offline, friendly_name: 'Offline', available: false },
	],
	channels: (['voice', 'chat'] as const).map((name) => ({
		sid: workerChannelSid(PEOPLE.anna.worker, TASK_CHANNEL[name]),
		task_channel_unique_name: name,
	})),
	services: [
		{ sid: CHAT_SERVICE_SID, friendly_name: 'Support' },
		{ sid: OTHER_CHAT_SERVICE_SID, friendly_name: 'Back Office' },
	],
	roles: [
		{ sid: ROLE.agent, friendly_name: 'service user' },
		{ sid: ROLE.supervisor, friendly_name: 'service admin' },
	],
};

/** What merging and skills start from. */
export const ATTRIBUTES = JSON.stringify({
	skills: ['billing', 'sales'],
	routing: { skills: ['billing', 'sales'], levels: { billing: 2 } },
});

/** The same answers, with a state among the attributes: what other tests merge into has none. */
export const withState =
	(reply: Recorder['reply']): Recorder['reply'] =>
	(request) => {
		const { body, ...rest } = reply(request);
		const isAsRead =
			typeof body === 'object' && body !== null && 'attributes' in body && body.attributes === ATTRIBUTES;
		if (!isAsRead) return { ...rest, ...(body !== undefined && { body }) };
		const attributes = JSON.stringify({ ...(JSON.parse(ATTRIBUTES) as object), agentState: 'break' });
		return { ...rest, body: { ...body, attributes } };
	};

function twilioReply({ method, path, headers, body }: Wired): Reply {
	const url = new URL(path, `http://${headers.host ?? ''}`);
	const last = url.pathname.split('/').at(-1) ?? '';
	const key = last.toLowerCase();
	if (method === 'DELETE') return { status: 204 };
	if (method !== 'GET' || !LISTS.includes(key)) {
		// Conversations sends no ETag.
		const versioned = url.pathname.startsWith('/taskrouter/');
		return {
			headers: versioned ? { etag: '"7"' } : {},
			body: { sid: last, friendly_name: 'Anna', ...stateAfter(url.pathname, new URLSearchParams(body)) },
		};
	}
	const named = NAMED[key] ?? [];
	const { prefix, state } = OTHERS[key] ?? { prefix: 'XX' };
	const others = Array.from({ length: LISTED - named.length }, (_, index) => ({
		sid: `${prefix}${String(FIRST_OTHER + index).padStart(32, '0')}`,
		friendly_name: `Other ${index}`,
		...state,
	}));
	const name = url.searchParams.get('FriendlyName')?.toLowerCase();
	const all = [...named, ...others].filter(
		(entry: Record<string, unknown>) => name === undefined || String(entry.friendly_name).toLowerCase() === name,
	);
	const from = Number(url.searchParams.get('Page') ?? 0);
	const size = Number(url.searchParams.get('PageSize') ?? 50);
	url.searchParams.set('Page', `${from + size}`);
	return {
		body: {
			[key]: all.slice(from, from + size),
			meta: { next_page_url: from + size < all.length ? url.href : null },
		},
	};
}

/** Everybody is on a break, has nothing else to do with it, and is in the new state when an update asks for it. */
function stateAfter(pathname: string, update: URLSearchParams): Record<string, unknown> {
	if (pathname.startsWith('/frontline')) return { is_available: update.get('IsAvailable') === 'true' };
	if (pathname.startsWith('/taskrouter/')) {
		return {
			...onBreak,
			activity_sid: update.get('ActivitySid') ?? onBreak.activity_sid,
			attributes: ATTRIBUTES,
		};
	}
	return {
		role_sid: update.get('RoleSid') ?? ROLE.agent,
		attributes: update.get('Attributes') ?? ATTRIBUTES,
	};
}

function voipNowReply({ method, path, body }: Wired): Reply {
	const { pathname, searchParams } = new URL(path, 'http://localhost');
	const last = pathname.split('/').at(-1) ?? '';
	if (method === 'PUT') {
		const { status } = JSON.parse(body) as { status: string };
		return { body: [{ agentNumber: last, status, queue: VOIPNOW_QUEUE }] };
	}
	const isOne = pathname.includes('/queue/agents/') && last !== '';
	if (isOne) return { body: { entry: [{ agentNumber: last, status: '1', queue: VOIPNOW_QUEUE }] } };
	const [start, count] = [Number(searchParams.get('startIndex')), Number(searchParams.get('count'))];
	const number = pathname.endsWith('/presence/') ? 'extension' : 'agentNumber';
	const entry = Array.from({ length: LISTED }, (_, index) => ({
		[number]: `0003*${FIRST_OTHER + index}`,
		status: '1',
	}));
	return { body: { entry: entry.slice(start, start + count) } };
}

function conpeekReply({ body }: Wired): Reply {
	const { work_state } = JSON.parse(body) as { work_state: string };
	return { body: { data: { id: 74, work_state, break_type: null, break_cause: null, break_note: null } } };
}

const workspace = { workspace: bySid(WORKSPACE_SID) };
const worker = { ...workspace, worker: bySid(PEOPLE.anna.worker) };
const activity = { ...workspace, activity: bySid(ACTIVITY.break) };
const channel = { ...worker, channel: bySid(workerChannelSid(PEOPLE.anna.worker, TASK_CHANNEL.voice)) };
const reservation = { ...worker, reservation: bySid(RESERVATION.bob) };
const frontlineUser = { user: byIdentity(PEOPLE.anna.identity) };
const service = { serviceScope: 'specific', service: bySid(CHAT_SERVICE_SID) };
const serviceUser = { ...service, user: byIdentity(PEOPLE.anna.identity) };
const queue = { user: '@me', queue: VOIPNOW_QUEUE };
const merged = { attributes: '{"skills":["billing","vip"]}' };

/** Every vendor node with every operation. A test walks the nodes on disk and fails for one that is missing here. */
export const SUBJECTS: Record<string, Subject> = {
	twilioTaskRouter: {
		credentials: twilioCredential,
		reply: twilioReply,
		operations: {
			'activity.create': { ...workspace, friendlyName: 'Lunch' },
			'activity.delete': activity,
			'activity.get': activity,
			'activity.getAll': workspace,
			'activity.update': { ...activity, friendlyName: 'Lunch' },
			'event.getAll': workspace,
			'reservation.get': reservation,
			'reservation.getAll': worker,
			'reservation.update': { ...reservation, reservationStatus: 'rejected' },
			'statistics.get': worker,
			'statistics.getCumulative': workspace,
			'statistics.getRealTime': workspace,
			'statistics.getWorkers': workspace,
			'worker.addSkills': { ...worker, skills: 'english' },
			'worker.create': { ...workspace, friendlyName: 'Grace' },
			'worker.delete': worker,
			'worker.get': worker,
			'worker.getAll': workspace,
			'worker.mergeAttributes': { ...worker, ...merged },
			'worker.removeSkills': { ...worker, skills: 'billing' },
			'worker.setState': worker,
			'worker.setActivity': { ...worker, activity: bySid(ACTIVITY.break) },
			'worker.update': worker,
			'workerChannel.get': channel,
			'workerChannel.getAll': worker,
			'workerChannel.update': channel,
			'workspace.get': workspace,
			'workspace.getAll': {},
		},
		optional: {
			'worker.update': { updateFields: { activity: bySid(ACTIVITY.available) } },
			'workerChannel.update': { updateFields: { capacity: 2 } },
		},
	},
	twilioFrontline: {
		credentials: twilioCredential,
		reply: twilioReply,
		operations: {
			'user.get': frontlineUser,
			'user.setState': frontlineUser,
			'user.setAvailability': { ...frontlineUser, isAvailable: true },
			'user.update': frontlineUser,
		},
		optional: { 'user.update': { updateFields: { isAvailable: true } } },
	},
	twilioConversations: {
		credentials: twilioCredential,
		reply: twilioReply,
		operations: {
			'role.get': { ...service, role: bySid(ROLE.agent) },
			'role.getAll': service,
			'service.getAll': {},
			'user.create': { ...service, identity: 'grace@example.com' },
			'user.delete': serviceUser,
			'user.get': serviceUser,
			'user.getAll': service,
			'user.setState': serviceUser,
			'user.mergeAttributes': { ...serviceUser, ...merged },
			'user.update': serviceUser,
		},
		optional: { 'user.update': { updateFields: { role: bySid(ROLE.agent) } } },
	},
	voipNow: {
		credentials: voipNowCredential,
		reply: voipNowReply,
		operations: {
			'presence.getAll': { user: '@me', extension: '@self' },
			'queueAgent.get': { ...queue, agent: bySid(PEOPLE.anna.extension) },
			'queueAgent.getAll': queue,
			'queueAgent.setState': {
				user: '@me',
				queues: VOIPNOW_QUEUE,
				agent: bySid(PEOPLE.anna.extension),
				state: 'break',
			},
			'queueAgent.update': { ...queue, agent: bySid(PEOPLE.anna.extension), status: '1' },
			'queueAgent.updateInQueues': {
				user: '@me',
				queues: VOIPNOW_QUEUE,
				agent: bySid(PEOPLE.anna.extension),
				status: '1',
			},
		},
		optional: {},
	},
	conpeek: {
		credentials: conpeekCredential,
		reply: conpeekReply,
		operations: {
			'user.setState': { user: PEOPLE.anna.login, reason: 'Obiad' },
			'user.update': { user: PEOPLE.anna.login, workState: 'ONLINE', breakType: 'COFFEE', breakCause: 'Obiad' },
		},
		optional: {},
	},
};

/** Agent State over all of them, by one credential for each service. */
const AGENT_STATE: Subject = {
	credentials: (url) => ({ ...twilioCredential(url), ...voipNowCredential(url), ...conpeekCredential(url) }),
	reply: (request) => {
		if (request.path.startsWith('/tenant_user/')) return conpeekReply(request);
		return request.path.startsWith('/uapi/') ? voipNowReply(request) : twilioReply(request);
	},
	operations: { setState: {}, getState: {}, restorePrevious: {}, compare: {} },
	optional: {},
};

export function subjectOf(node: string): Subject {
	const subject = node === 'agentState' ? AGENT_STATE : SUBJECTS[node];
	if (!subject) throw new Error(`test/support/pack/vendors.ts does not know the node ${node}`);
	return subject;
}

/** Valid parameters for an operation, such as `worker.update`. */
export function parametersOf(node: string, name: string): INodeParameters {
	const { operations, optional } = subjectOf(node);
	const required = operations[name];
	if (!required) throw new Error(`test/support/pack/vendors.ts does not know the operation ${name} of ${node}`);
	const [operation = '', resource] = name.split('.').reverse();
	return {
		...(resource !== undefined && { resource }),
		operation,
		...structuredClone({ ...required, ...optional[name] }),
	};
}

/** Another agent for each item: changes that read the record first take turns on the same one. */
export function oneEach(parameters: INodeParameters): INodeParameters {
	const number = `{{ ${FIRST_OTHER} + $itemIndex }}`;
	const hex = `{{ String(${FIRST_OTHER} + $itemIndex).padStart(32, "0") }}`;
	if ('worker' in parameters) return { ...parameters, worker: located('id', `=WK${hex}`) };
	if ('agent' in parameters) return { ...parameters, agent: located('id', `=0003*${number}`) };
	if ('activity' in parameters) return { ...parameters, activity: located('id', `=WA${hex}`) };
	if ('user' in parameters && typeof parameters.user === 'object') {
		return { ...parameters, user: located('id', `=US${hex}`) };
	}
	if ('workState' in parameters || parameters.operation === 'setState') {
		return { ...parameters, user: `=user${number}` };
	}
	return parameters;
}

/** The agent that `oneEach` gives to an item, by the name of the service. */
export function agentAt(vendor: string, item: number): string {
	const number = FIRST_OTHER + item;
	const hex = String(number).padStart(32, '0');
	const agents: Record<string, string> = {
		twilioTaskRouter: `WK${hex}`,
		twilioFrontline: `US${hex}`,
		twilioConversations: `US${hex}`,
		voipNow: `0003*${number}`,
		conpeek: `user${number}`,
	};
	return agents[vendor] ?? '';
}

/** Points the recorder at a node's vendor. */
export function playVendor(recorder: Recorder, node: string): void {
	recorder.reset();
	recorder.reply = subjectOf(node).reply;
}
