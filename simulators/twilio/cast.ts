import { peopleWith, type Person, type PersonKey } from '../cast';

const hex = (digits: string) => digits.padStart(32, '0');

export const TWILIO_ACCOUNT_SID = `AC${hex('ac1')}`;
export const TWILIO_AUTH_TOKEN = 'simulated-auth-token';
export const TWILIO_API_KEY_SID = `SK${hex('5e1')}`;
export const TWILIO_API_KEY_SECRET = 'simulated-api-key-secret';
export const TWILIO_OAUTH_CLIENT_ID = `OQ${hex('0a1')}`;
export const TWILIO_OAUTH_CLIENT_SECRET = 'simulated-oauth-client-secret';

export const WORKSPACE_SID = `WS${hex('1')}`;
/** A second, empty workspace, so that nothing can pass by taking the first it finds. */
export const OTHER_WORKSPACE_SID = `WS${hex('2')}`;

export const ACTIVITY = {
	offline: `WA${hex('1')}`,
	available: `WA${hex('2')}`,
	unavailable: `WA${hex('3')}`,
	break: `WA${hex('4')}`,
	busy: `WA${hex('5')}`,
	otherOffline: `WA${hex('a1')}`,
} as const;

export const TASK_CHANNEL = {
	default: `TC${hex('1')}`,
	voice: `TC${hex('2')}`,
	chat: `TC${hex('3')}`,
	sms: `TC${hex('4')}`,
} as const;

/** Sid of a worker's channel: it follows from the worker and the task channel. */
export const workerChannelSid = (worker: string, taskChannel: string) => `WC${worker.slice(4)}${taskChannel.slice(-2)}`;

/** Queues for whoever has the skill `support`, or `sales`. */
export const TASK_QUEUE = { support: `WQ${hex('1')}`, sales: `WQ${hex('2')}` } as const;

/** Bob's is pending, Carla's accepted and Dawid's wrapping. */
export const RESERVATION = { bob: `WR${hex('1')}`, carla: `WR${hex('2')}`, dawid: `WR${hex('3')}` } as const;

/** Changes of activity: Bob's and Dawid's within the last 15 minutes, Frank's two hours ago. */
export const EVENT = { frank: `EV${hex('1')}`, bob: `EV${hex('2')}`, dawid: `EV${hex('3')}` } as const;

export const CHAT_SERVICE_SID = `IS${hex('1')}`;
export const OTHER_CHAT_SERVICE_SID = `IS${hex('2')}`;

export const ROLE = {
	agent: `RL${hex('1')}`,
	supervisor: `RL${hex('2')}`,
	/** A conversation-level role, which no user can be given. */
	participant: `RL${hex('3')}`,
	otherAgent: `RL${hex('a1')}`,
} as const;

/** How Flex writes an address where calls are sent: ann_2Eveal_40example_2Ecom. */
export const flexEncoded = (address: string) =>
	address.replace(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The attribute by which calls reach a worker. */
export const contactUri = (identity: string) => `client:${flexEncoded(identity)}`;

/** Frontline and Conversations know a person by the identity, too. */
export interface TwilioPerson extends Person {
	worker: string;
	frontlineUser: string;
	conversationUser: string;
}

export const PEOPLE: Record<PersonKey, TwilioPerson> = peopleWith(({ index }) => ({
	worker: `WK${hex(String(index))}`,
	frontlineUser: `US${hex(`f${index}`)}`,
	conversationUser: `US${hex(`c${index}`)}`,
}));
