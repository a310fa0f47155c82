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
} from '../../simulators';
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

/** The entries that names are looked up among, by the key of the list. */
const NAMED: Record<string, Array<Record<string, string>>> = {
	workspaces: [
		{ sid: WORKSPACE_SID, friendly_name: 'Support' },
		{ sid: OTHER_WORKSPACE_SID, friendly_name: 'Back Office' },
	],
	workers: Object.values(PEOPLE).map(({ worker, name }) => ({ sid: worker, friendly_name: name })),
	activities: [
		{ sid: ACTIVITY.available, friendly_name: 'Available' },
		{ sid: ACTIVITY.break, friendly_name: 'Break' },
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

function twilioReply({ method, path, headers }: Wired): Reply {
	const url = new URL(path, `http://${headers.host ?? ''}`);
	const last = url.pathname.split('/').at(-1) ?? '';
	const key = last.toLowerCase();
	if (method === 'DELETE') return { status: 204 };
	if (method !== 'GET' || !LISTS.includes(key)) {
		// Conversations sends no ETag.
		const versioned = url.pathname.startsWith('/taskrouter/');
		return {
			headers: versioned ? { etag: '"7"' } : {},
			body: { sid: last, friendly_name: 'Anna', attributes: ATTRIBUTES },
		};
	}
	const named = NAMED[key] ?? [];
	const others = Array.from({ length: LISTED - named.length }, (_, index) => ({
		sid: `XX${String(index).padStart(32, '0')}`,
		friendly_name: `Other ${index}`,
	}));
	const name = url.searchParams.get('FriendlyName')?.toLowerCase();
	const all = [...named, ...others].filter(
		(entry: Record<string, string>) => name === undefined || entry.friendly_name?.toLowerCase() === name,
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
	const entry = Array.from({ length: LISTED }, (_, index) => ({ [number]: `0003*${index + 100}`, status: '1' }));
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
			'user.update': { user: PEOPLE.anna.login, workState: 'ONLINE', breakType: 'COFFEE', breakCause: 'Obiad' },
		},
		optional: {},
	},
};

export function subjectOf(node: string): Subject {
	const subject = SUBJECTS[node];
	if (!subject) throw new Error(`test/support/pack/vendors.ts does not know the node ${node}`);
	return subject;
}

/** Valid parameters for an operation, such as `worker.update`. */
export function parametersOf(node: string, name: string): INodeParameters {
	const { operations, optional } = subjectOf(node);
	const required = operations[name];
	if (!required) throw new Error(`test/support/pack/vendors.ts does not know the operation ${name} of ${node}`);
	const [resource = '', operation = ''] = name.split('.');
	return { resource, operation, ...structuredClone({ ...required, ...optional[name] }) };
}

/** Points the recorder at a node's vendor. */
export function playVendor(recorder: Recorder, node: string): void {
	recorder.reset();
	recorder.reply = subjectOf(node).reply;
}
