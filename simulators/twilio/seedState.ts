import * as cast from './cast';
import { newSid } from './call';
import { seedEventStreams } from './eventStreams/seedEventStreams';
import { seedTaskRouter } from './seedTaskRouter';
import type { ChatService, ConversationUser, FrontlineUser, Role, TwilioState } from './state';
import { bySid, DATED } from './taskRouterRecords';

/** A Conversations user record of the default service. */
export function makeConversationUser(
	fields: Partial<ConversationUser> & Pick<ConversationUser, 'identity'>,
): ConversationUser {
	return {
		sid: newSid('US'),
		chat_service_sid: cast.CHAT_SERVICE_SID,
		role_sid: cast.ROLE.agent,
		friendly_name: null,
		attributes: '{}',
		is_online: null,
		is_notifiable: null,
		...DATED,
		...fields,
	};
}

/** The default state; the tables `given` replace theirs. */
export function seedTwilioState(given: Partial<TwilioState> = {}, now = Date.now()): TwilioState {
	return {
		accountSid: cast.TWILIO_ACCOUNT_SID,
		authToken: cast.TWILIO_AUTH_TOKEN,
		apiKeySid: cast.TWILIO_API_KEY_SID,
		apiKeySecret: cast.TWILIO_API_KEY_SECRET,
		oauthClientId: cast.TWILIO_OAUTH_CLIENT_ID,
		oauthClientSecret: cast.TWILIO_OAUTH_CLIENT_SECRET,
		tokenLifetimeSeconds: 3600,
		tokens: {},
		tokenFetches: 0,
		rateLimitPerSecond: 10_000,
		expressionRatePerSecond: 3,
		sendsEtag: true,
		defaultChatServiceSid: cast.CHAT_SERVICE_SID,
		...seedTaskRouter(given, now),
		...seedEventStreams(),
		frontlineUsers: bySid(Object.values(cast.PEOPLE).map(frontlineUser)),
		chatServices: bySid<ChatService>([
			{ sid: cast.CHAT_SERVICE_SID, friendly_name: 'Support', ...DATED },
			{ sid: cast.OTHER_CHAT_SERVICE_SID, friendly_name: 'Back Office', ...DATED },
		]),
		roles: bySid<Role>([
			role(cast.ROLE.agent, 'service user', 'service', [
				'createConversation',
				'joinConversation',
				'editOwnUserInfo',
			]),
			role(cast.ROLE.supervisor, 'service admin', 'service', [
				'createConversation',
				'editAnyUserInfo',
				'deleteConversation',
			]),
			role(cast.ROLE.participant, 'participant', 'conversation', ['sendMessage', 'leaveConversation']),
			{
				...role(cast.ROLE.otherAgent, 'service user', 'service', ['joinConversation']),
				chat_service_sid: cast.OTHER_CHAT_SERVICE_SID,
			},
		]),
		conversationUsers: bySid(
			Object.values(cast.PEOPLE).map(({ conversationUser, identity, name }) =>
				makeConversationUser({ sid: conversationUser, identity, friendly_name: name }),
			),
		),
		...given,
	};
}

function role(sid: string, friendlyName: string, type: Role['type'], permissions: string[]): Role {
	return { sid, chat_service_sid: cast.CHAT_SERVICE_SID, friendly_name: friendlyName, type, permissions, ...DATED };
}

/** "is_available" of a new Frontline user is false. */
function frontlineUser({ frontlineUser: sid, identity, name }: cast.TwilioPerson): FrontlineUser {
	return { sid, identity, friendly_name: name, avatar: null, state: 'active', is_available: false };
}
