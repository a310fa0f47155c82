import { own } from '../own';
import type { Call } from './call';
import { newSid } from './call';
import { jsonObject, oneOf, readFields, required, sid, text, type Reader } from './fields';
import { invalid, Refusal } from './refusal';
import type { Resource } from './resource';
import { makeConversationUser } from './seedState';
import type { ChatService, ConversationUser } from './state';

/** 16 KB; whether Twilio counts bytes or characters is documented nowhere. */
const MAX_ATTRIBUTES_LENGTH = 16 * 1024;

const attributes: Reader<string> = (raw) => {
	if (raw.length > MAX_ATTRIBUTES_LENGTH) throw new Refusal(400, 50303, 'Attributes too long');
	try {
		return jsonObject(raw, 'Attributes');
	} catch {
		throw new Refusal(400, 50304, 'Attributes not valid JSON');
	}
};

/** Kept by Twilio for itself (docs/api/errors/48033 names them, 50203 refuses them). */
const RESERVED = ['system', 'private', 'unique'];

const identityOf: Reader<string> = (raw) => {
	if ([...raw].length > 256) throw new Refusal(400, 50207, 'Identity too long');
	if (RESERVED.includes(raw)) throw new Refusal(400, 50203, 'Identity reserved');
	if (USER_SID.test(raw)) throw new Refusal(400, 50206, 'User identity must not look like a User SID');
	return raw;
};

const WRITABLE = { FriendlyName: text(256), Attributes: attributes, RoleSid: sid('RL') };
const USER_SID = /^US[0-9a-fA-F]{32}$/;

/** Users of the service that `serviceOf` names; `parent` is '' for the account's default service. */
export function usersUnder(parent: string, serviceOf: (call: Call) => ChatService): Resource<ConversationUser> {
	const all = (call: Call) => {
		const service = serviceOf(call);
		return Object.values(call.state.conversationUsers).filter((user) => user.chat_service_sid === service.sid);
	};
	return {
		key: 'users',
		path: `/v1${parent}/Users`,
		maxPageSize: 50,
		all,
		find: (id, call) => all(call).find((user) => user.sid === id || user.identity === id),
		missing: () => new Refusal(404, 50200, 'User not found'),
		render: (user, { base, state }, one) => {
			const url = `${base}/v1${parent.replace('{ChatServiceSid}', user.chat_service_sid)}/Users/${user.sid}`;
			return {
				...user,
				account_sid: state.accountSid,
				is_online: one ? user.is_online : null,
				is_notifiable: one ? user.is_notifiable : null,
				url,
				links: { user_conversations: `${url}/Conversations` },
			};
		},
		create: (call) => {
			checkWebhookHeader(call);
			const sent = readFields({ Identity: identityOf, ...WRITABLE }, call.form);
			const identity = required(sent.Identity, 'Identity');
			const users = all(call);
			if (users.some((user) => user.identity === identity)) throw new Refusal(409, 50201, 'User already exists');
			const user = makeConversationUser({
				sid: newSid('US'),
				chat_service_sid: serviceOf(call).sid,
				identity,
				friendly_name: sent.FriendlyName ?? null,
				attributes: sent.Attributes ?? '{}',
				role_sid: serviceRole(sent.RoleSid, call) ?? defaultRole(call),
				date_created: call.now,
				date_updated: call.now,
			});
			call.state.conversationUsers[user.sid] = user;
			return user;
		},
		update: (user, call) => {
			checkWebhookHeader(call);
			const sent = readFields(WRITABLE, call.form);
			user.role_sid = serviceRole(sent.RoleSid, call) ?? user.role_sid;
			user.friendly_name = sent.FriendlyName ?? user.friendly_name;
			user.attributes = sent.Attributes ?? user.attributes;
			user.date_updated = call.now;
		},
		remove: (user, call) => {
			checkWebhookHeader(call);
			delete call.state.conversationUsers[user.sid];
		},
	};

	/** "The SID of a service-level Role to assign to the user": a conversation-level one is refused. */
	function serviceRole(id: string | undefined, call: Call): string | undefined {
		if (id === undefined) return undefined;
		const role = own(call.state.roles, id);
		if (role?.chat_service_sid !== serviceOf(call).sid) throw invalid(`Role ${id} does not exist in this service`);
		if (role.type !== 'service') throw invalid(`Role ${id} is not a service-level role`);
		return id;
	}

	function defaultRole(call: Call): string {
		const service = serviceOf(call);
		const role = Object.values(call.state.roles).find(
			(one) => one.chat_service_sid === service.sid && one.type === 'service',
		);
		if (!role) throw invalid('The service has no service-level role');
		return role.sid;
	}
}

function checkWebhookHeader(call: Call): void {
	const sent = call.header('x-twilio-webhook-enabled');
	if (sent !== undefined) oneOf('true', 'false')(sent, 'X-Twilio-Webhook-Enabled');
}
