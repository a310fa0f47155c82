import * as seed from '../seed';
import { newSid } from './call';
import { seedTaskRouter } from './seedTaskRouter';
import type { ChatService, ConversationUser, FrontlineUser, Role, TwilioState } from './state';
import { bySid, DATED } from './taskRouterRecords';

/** A Conversations user record of the default service. */
export function makeConversationUser(
	fields: Partial<ConversationUser> & Pick<ConversationUser, 'identity'>,
): ConversationUser {
	return {
		sid: newSid('US'),
		chat_service_sid: seed.CHAT_SERVICE_SID,
		role_sid: seed.ROLE.agent,
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
		accountSid: seed.TWILIO_ACCOUNT_SID,
		authToken: seed.TWILIO_AUTH_TOKEN,
		apiKeySid: seed.TWILIO_API_KEY_SID,
		apiKeySecret: seed.TWILIO_API_KEY_SECRET,
		oauthClientId: seed.TWILIO_OAUTH_CLIENT_ID,
		oauthClientSecret: seed.TWILIO_OAUTH_CLIENT_SECRET,
		tokenLifetimeSeconds: 3600,
		tokens: {},
		tokenFetches: 0,
		rateLimitPerSecond: 10_000,
		expressionRatePerSecond: 3,
		sendsEtag: true,
		defaultChatServiceSid: seed.CHAT_SERVICE_SID,
		...seedTaskRouter(given, now),
		frontlineUsers: bySid(Object.values(seed.PEOPLE).map(frontlineUser)),
		chatServices: bySid<ChatService>([
			{ sid: seed.CHAT_SERVICE_SID, friendly_name: 'Support', ...DATED },
			{ sid: seed.OTHER_CHAT_SERVICE_SID, friendly_name: 'Back Office', ...DATED },
		]),
		roles: bySid<Role>([
			role(seed.ROLE.agent, 'service user', 'service', [
				'createConversation',
				'joinConversation',
				'editOwnUserInfo',
			]),
			role(seed.ROLE.supervisor, 'service admin', 'service', [
				'createConversation',
				'editAnyUserInfo',
				'deleteConversation',
			]),
			role(seed.ROLE.participant, 'participant', 'conversation', ['sendMessage', 'leaveConversation']),
			{
				...role(seed.ROLE.otherAgent, 'service user', 'service', ['joinConversation']),
				chat_service_sid: seed.OTHER_CHAT_SERVICE_SID,
			},
		]),
		conversationUsers: bySid(
			Object.values(seed.PEOPLE).map(({ conversationUser, identity, name }) =>
				makeConversationUser({ sid: conversationUser, identity, friendly_name: name }),
			),
		),
		...given,
	};
}

function role(sid: string, friendlyName: string, type: Role['type'], permissions: string[]): Role {
	return { sid, chat_service_sid: seed.CHAT_SERVICE_SID, friendly_name: friendlyName, type, permissions, ...DATED };
}

/** "is_available" of a new Frontline user is false. */
function frontlineUser({ frontlineUser: sid, identity, name }: seed.Person): FrontlineUser {
	return { sid, identity, friendly_name: name, avatar: null, state: 'active', is_available: false };
}
