/**
 * One small contact centre, known to all three vendors: who works there, and under which ids.
 * Tests and the demo name people and states by these constants.
 */

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

export interface Person {
	name: string;
	/** Frontline and Conversations identity. */
	identity: string;
	worker: string;
	frontlineUser: string;
	conversationUser: string;
	/** VoipNow agent number. */
	extension: string;
	/** Conpeek user id and login. */
	conpeekId: number;
	login: string;
	skills: string[];
}

function person(index: number, name: string, extension: string, skills: string[]): Person {
	const login = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll(' ', '.');
	return {
		name,
		identity: `${login}@example.com`,
		worker: `WK${hex(String(index))}`,
		frontlineUser: `US${hex(`f${index}`)}`,
		conversationUser: `US${hex(`c${index}`)}`,
		extension,
		conpeekId: index + 2,
		login,
		skills,
	};
}

export const PEOPLE = {
	anna: person(1, 'Anna Kowalska', '0003*210', ['support', 'pl']),
	bob: person(2, 'Bob Stone', '0003*211', ['support', 'en']),
	carla: person(3, 'Carla Núñez', '0003*213', ['sales', 'es']),
	dawid: person(4, 'Dawid Wójcik', '0003*214', ['support', 'pl', 'en']),
	elif: person(5, 'Elif Demir', '0003*215', ['sales', 'en']),
	frank: person(6, 'Frank Weber', '4917112345', ['support', 'de']),
} as const;

export const VOIPNOW_CLIENT_ID = 'simulated-app-key';
export const VOIPNOW_CLIENT_SECRET = 'simulated-app-secret';
/** The user the App is registered under, that is `@me`. */
export const VOIPNOW_USER = '3';
export const VOIPNOW_OTHER_USER = '7';
export const VOIPNOW_QUEUE = '0003*212';
/** A second queue of the same user: the state of an agent is one per queue. */
export const VOIPNOW_SALES_QUEUE = '0003*216';
/** A queue of VOIPNOW_OTHER_USER. */
export const VOIPNOW_OTHER_QUEUE = '0007*300';

export const CONPEEK_API_KEY = 'simulated-conpeek-key';
export const CONPEEK_MODE = { calls: 98, chats: 99 } as const;
/** Breaks by name; `management` belongs to a group that Anna is not in. */
export const CONPEEK_BREAK = { lunch: 'Obiad', training: 'Szkolenie', management: 'Zebranie kierowników' } as const;
