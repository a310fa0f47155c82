import * as seed from '../seed';
import { newSid } from './call';
import type {
	Activity,
	ChatService,
	ConversationUser,
	FrontlineUser,
	Role,
	TwilioState,
	Worker,
	Workspace,
} from './state';

const CREATED = '2025-03-03T07:30:00Z';
const DATED = { date_created: CREATED, date_updated: CREATED };

/** A worker record, for tests that need another or many; unnamed fields are those of a worker just created. */
export function makeWorker(fields: Partial<Worker> & Pick<Worker, 'friendly_name'>): Worker {
	return {
		sid: newSid('WK'),
		workspace_sid: seed.WORKSPACE_SID,
		activity_sid: seed.ACTIVITY.offline,
		attributes: '{}',
		date_status_changed: CREATED,
		operating_unit_sid: `OU${'0'.repeat(32)}`,
		configured_concurrency: -1,
		consumed_attention: 0,
		consumed_concurrency: 0,
		revision: 0,
		...DATED,
		...fields,
	};
}

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

export function bySid<T extends { sid: string }>(records: T[]): Record<string, T> {
	return Object.fromEntries(records.map((record) => [record.sid, record]));
}

export function seedTwilioState(): TwilioState {
	return {
		accountSid: seed.TWILIO_ACCOUNT_SID,
		authToken: seed.TWILIO_AUTH_TOKEN,
		apiKeySid: seed.TWILIO_API_KEY_SID,
		apiKeySecret: seed.TWILIO_API_KEY_SECRET,
		rateLimitPerSecond: 10_000,
		defaultChatServiceSid: seed.CHAT_SERVICE_SID,
		workspaces: bySid([
			workspace(seed.WORKSPACE_SID, 'Support', seed.ACTIVITY.offline),
			workspace(seed.OTHER_WORKSPACE_SID, 'Back Office', seed.ACTIVITY.otherOffline),
		]),
		activities: bySid([
			activity(seed.ACTIVITY.offline, 'Offline', false),
			activity(seed.ACTIVITY.available, 'Available', true),
			activity(seed.ACTIVITY.unavailable, 'Unavailable', false),
			activity(seed.ACTIVITY.break, 'Break', false),
			activity(seed.ACTIVITY.busy, 'Busy', false),
			{ ...activity(seed.ACTIVITY.otherOffline, 'Offline', false), workspace_sid: seed.OTHER_WORKSPACE_SID },
		]),
		workers: bySid(seedWorkers()),
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
	};
}

function seedWorkers(): Worker[] {
	const { anna, bob, carla, dawid, elif, frank } = seed.PEOPLE;
	const { offline, available, break: onBreak, busy } = seed.ACTIVITY;
	return (
		[
			[anna, offline],
			[bob, available],
			[carla, available],
			[dawid, onBreak],
			[elif, busy],
			[frank, offline],
		] as const
	).map(([{ worker, name, identity, skills }, activitySid]) =>
		makeWorker({
			sid: worker,
			friendly_name: name,
			activity_sid: activitySid,
			attributes: JSON.stringify({ email: identity, contact_uri: `client:${identity}`, skills }),
		}),
	);
}

function workspace(sid: string, friendlyName: string, offlineSid: string): Workspace {
	return {
		sid,
		friendly_name: friendlyName,
		default_activity_sid: offlineSid,
		timeout_activity_sid: offlineSid,
		event_callback_url: '',
		events_filter: null,
		multi_task_enabled: true,
		prioritize_queue_order: 'FIFO',
		...DATED,
	};
}

function activity(sid: string, friendlyName: string, available: boolean): Activity {
	return { sid, workspace_sid: seed.WORKSPACE_SID, friendly_name: friendlyName, available, ...DATED };
}

function role(sid: string, friendlyName: string, type: Role['type'], permissions: string[]): Role {
	return { sid, chat_service_sid: seed.CHAT_SERVICE_SID, friendly_name: friendlyName, type, permissions, ...DATED };
}

/** "is_available" of a new Frontline user is false. */
function frontlineUser({ frontlineUser: sid, identity, name }: seed.Person): FrontlineUser {
	return { sid, identity, friendly_name: name, avatar: null, state: 'active', is_available: false };
}
