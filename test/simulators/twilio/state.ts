/** Records as Twilio keeps them: what it derives when answering (`url`, `links`, names of related records) is not stored. */

interface Dated {
	sid: string;
	date_created: string;
	date_updated: string;
}

export interface Workspace extends Dated {
	friendly_name: string;
	default_activity_sid: string;
	timeout_activity_sid: string;
	event_callback_url: string;
	events_filter: string | null;
	multi_task_enabled: boolean;
	prioritize_queue_order: 'FIFO' | 'LIFO';
}

export interface Activity extends Dated {
	workspace_sid: string;
	friendly_name: string;
	available: boolean;
}

export interface Worker extends Dated {
	workspace_sid: string;
	friendly_name: string;
	activity_sid: string;
	/** JSON of an object. */
	attributes: string;
	date_status_changed: string;
	operating_unit_sid: string;
	configured_concurrency: number;
	consumed_attention: number;
	consumed_concurrency: number;
	/** The number in the ETag; every change raises it by one. */
	revision: number;
}

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
	/** What X-Rate-Limit-* reports for every TaskRouter endpoint; requests beyond it within a second are answered 429. */
	rateLimitPerSecond: number;
	/** The service that the addresses without `/Services/{sid}` mean. */
	defaultChatServiceSid: string;
	workspaces: Record<string, Workspace>;
	activities: Record<string, Activity>;
	workers: Record<string, Worker>;
	frontlineUsers: Record<string, FrontlineUser>;
	chatServices: Record<string, ChatService>;
	roles: Record<string, Role>;
	conversationUsers: Record<string, ConversationUser>;
}
