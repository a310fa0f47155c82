import type { EventSchema, EventType, Sink, SubscribedEvent, Subscription } from './eventStreams/eventStreamsState';
import type {
	Activity,
	Dated,
	Reservation,
	TaskChannel,
	TaskQueue,
	TaskRouterEvent,
	Worker,
	WorkerChannel,
	Workspace,
} from './taskRouterState';

/** Records as Twilio keeps them: what it derives when answering (`url`, `links`, names of related records) is not stored. */

export interface FrontlineUser {
	sid: string;
	identity: string;
	friendly_name: string | null;
	avatar: string | null;
	state: 'active' | 'deactivated';
	is_available: boolean;
}

export interface ChatService extends Dated {
	friendly_name: string;
}

export interface Role extends Dated {
	chat_service_sid: string;
	friendly_name: string;
	type: 'conversation' | 'service';
	permissions: string[];
}

export interface ConversationUser extends Dated {
	chat_service_sid: string;
	role_sid: string;
	identity: string;
	friendly_name: string | null;
	attributes: string;
	/** Null while reachability is off; a list always answers null. */
	is_online: boolean | null;
	is_notifiable: boolean | null;
}

/** All records by SID, in order of creation. Change it at will: requests read it afresh. */
export interface TwilioState {
	accountSid: string;
	authToken: string;
	apiKeySid: string;
	apiKeySecret: string;
	oauthClientId: string;
	oauthClientSecret: string;
	/** Lifetime of access tokens to come. */
	tokenLifetimeSeconds: number;
	/** Milliseconds since the epoch at which each issued token ends. */
	tokens: Record<string, number>;
	/** Tokens issued so far. */
	tokenFetches: number;
	/** What X-Rate-Limit-* reports for every TaskRouter endpoint; requests beyond it within a second are answered 429. */
	rateLimitPerSecond: number;
	/** The same for lists of workers with a TargetWorkersExpression, which have a limit of their own. */
	expressionRatePerSecond: number;
	/** Whether answers carry an ETag. If-Match is compared in any case. */
	sendsEtag: boolean;
	/** The service that the addresses without `/Services/{sid}` mean. */
	defaultChatServiceSid: string;
	workspaces: Record<string, Workspace>;
	activities: Record<string, Activity>;
	workers: Record<string, Worker>;
	taskChannels: Record<string, TaskChannel>;
	taskQueues: Record<string, TaskQueue>;
	workerChannels: Record<string, WorkerChannel>;
	reservations: Record<string, Reservation>;
	/** By SID. There may be tens of thousands, and every list goes through all of them. */
	events: Map<string, TaskRouterEvent>;
	frontlineUsers: Record<string, FrontlineUser>;
	chatServices: Record<string, ChatService>;
	roles: Record<string, Role>;
	conversationUsers: Record<string, ConversationUser>;
	sinks: Record<string, Sink>;
	subscriptions: Record<string, Subscription>;
	/** By subscription and type. */
	subscribedEvents: Record<string, SubscribedEvent>;
	/** By their names. */
	eventTypes: Record<string, EventType>;
	schemas: Record<string, EventSchema>;
}
