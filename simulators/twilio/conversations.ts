import { own } from '../own';
import type { Call } from './call';
import { notFound } from './refusal';
import type { Resource } from './resource';
import type { ChatService, Role } from './state';
import { usersUnder } from './conversationUsers';

export const chatServices: Resource<ChatService> = {
	key: 'services',
	path: '/v1/Services',
	maxPageSize: 100,
	all: ({ state }) => Object.values(state.chatServices),
	find: (id, { state }) => own(state.chatServices, id),
	render: (service, { base, state }) => {
		const url = `${base}/v1/Services/${service.sid}`;
		return {
			...service,
			account_sid: state.accountSid,
			url,
			links: {
				conversations: `${url}/Conversations`,
				users: `${url}/Users`,
				roles: `${url}/Roles`,
				bindings: `${url}/Bindings`,
				configuration: `${url}/Configuration`,
				participant_conversations: `${url}/ParticipantConversations`,
				conversation_with_participants: `${url}/ConversationWithParticipants`,
			},
		};
	},
};

/** `parent` is '' for the account's default service. */
function rolesUnder(parent: string): Resource<Role> {
	const all = (call: Call) => {
		const service = serviceOf(call);
		return Object.values(call.state.roles).filter((role) => role.chat_service_sid === service.sid);
	};
	return {
		key: 'roles',
		path: `/v1${parent}/Roles`,
		maxPageSize: 50,
		all,
		find: (id, call) => all(call).find((role) => role.sid === id),
		render: (role, { base, state }) => ({
			...role,
			account_sid: state.accountSid,
			url: `${base}/v1${parent.replace('{ChatServiceSid}', role.chat_service_sid)}/Roles/${role.sid}`,
		}),
	};
}

/** The service in the path, or the account's default one where the path names none. */
export function serviceOf({ params, state, path }: Call): ChatService {
	const service = own(state.chatServices, params.ChatServiceSid ?? state.defaultChatServiceSid);
	if (!service) throw notFound(path);
	return service;
}

const ONE_SERVICE = '/Services/{ChatServiceSid}';

export const CONVERSATIONS = {
	chatServices,
	serviceUsers: usersUnder(ONE_SERVICE, serviceOf),
	users: usersUnder('', serviceOf),
	serviceRoles: rolesUnder(ONE_SERVICE),
	roles: rolesUnder(''),
};
