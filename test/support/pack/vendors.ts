import type { ICredentialDataDecryptedObject, INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	CONPEEK_API_KEY,
	PEOPLE,
	ROLE,
	TWILIO_ACCOUNT_SID,
	TWILIO_AUTH_TOKEN,
	VOIPNOW_CLIENT_ID,
	VOIPNOW_CLIENT_SECRET,
	VOIPNOW_QUEUE,
	WORKSPACE_SID,
} from '../../simulators';
import type { Recorder, Reply, Wired } from './recorder';

export const located = (mode: string, value: string): INodeParameterResourceLocator => ({ __rl: true, mode, value });
export const bySid = (value: string) => located('id', value);
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

const twilioReply = ({ path }: Wired): Reply => ({
	headers: { etag: '"7"' },
	body: { sid: path.split('/').at(-1), friendly_name: 'Anna' },
});

const LISTED = 60;

function voipNowReply({ method, path, body }: Wired): Reply {
	if (method === 'PUT') {
		const { status } = JSON.parse(body) as { status: string };
		return { body: [{ agentNumber: path.split('/').at(-1), status, queue: VOIPNOW_QUEUE }] };
	}
	const { searchParams } = new URL(path, 'http://localhost');
	const [start, count] = [Number(searchParams.get('startIndex')), Number(searchParams.get('count'))];
	const entry = Array.from({ length: LISTED }, (_, index) => ({ agentNumber: `0003*${index + 100}`, status: '1' }));
	return { body: { entry: entry.slice(start, start + count) } };
}

function conpeekReply({ body }: Wired): Reply {
	const { work_state } = JSON.parse(body) as { work_state: string };
	return { body: { data: { id: 74, work_state, break_type: null, break_cause: null, break_note: null } } };
}

const worker = { workspace: bySid(WORKSPACE_SID), worker: bySid(PEOPLE.anna.worker) };
const frontlineUser = { user: byIdentity(PEOPLE.anna.identity) };
const serviceUser = {
	serviceScope: 'specific',
	service: bySid(CHAT_SERVICE_SID),
	user: byIdentity(PEOPLE.anna.identity),
};
const queue = { user: '@me', queue: VOIPNOW_QUEUE };

/** Every vendor node with every operation. A test walks the nodes on disk and fails for one that is missing here. */
export const SUBJECTS: Record<string, Subject> = {
	twilioTaskRouter: {
		credentials: twilioCredential,
		reply: twilioReply,
		operations: { 'worker.get': worker, 'worker.update': worker },
		optional: { 'worker.update': { updateFields: { activity: bySid(ACTIVITY.available) } } },
	},
	twilioFrontline: {
		credentials: twilioCredential,
		reply: twilioReply,
		operations: { 'user.get': frontlineUser, 'user.update': frontlineUser },
		optional: { 'user.update': { updateFields: { isAvailable: true } } },
	},
	twilioConversations: {
		credentials: twilioCredential,
		reply: twilioReply,
		operations: { 'user.get': serviceUser, 'user.update': serviceUser },
		optional: { 'user.update': { updateFields: { role: bySid(ROLE.agent) } } },
	},
	voipNow: {
		credentials: voipNowCredential,
		reply: voipNowReply,
		operations: {
			'queueAgent.getAll': queue,
			'queueAgent.update': { ...queue, agent: bySid(PEOPLE.anna.extension), status: '1' },
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
