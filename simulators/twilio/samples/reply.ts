import { FIRST_OTHER, LISTED, type Reply, type Replying, type Wired } from '../../samples';
import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	OTHER_CHAT_SERVICE_SID,
	OTHER_WORKSPACE_SID,
	PEOPLE,
	ROLE,
	TASK_CHANNEL,
	TWILIO_ACCOUNT_SID,
	workerChannelSid,
	WORKSPACE_SID,
} from '../cast';

const LISTS = [
	'workspaces',
	'workers',
	'activities',
	'channels',
	'reservations',
	'events',
	'services',
	'users',
	'roles',
];

/** What every record holds and nobody looks at first. */
const RAW = {
	account_sid: TWILIO_ACCOUNT_SID,
	url: 'https://taskrouter.twilio.com/v1/Workspaces',
	links: { workspace: 'https://taskrouter.twilio.com/v1/Workspaces' },
};

/** A worker's state, as everyone has it here. */
const onBreak = {
	activity_sid: ACTIVITY.break,
	activity_name: 'Break',
	available: false,
	date_status_changed: '2026-01-02T08:00:00Z',
};

/** What the entries that nobody looks up are made of, by the key of the list: agents that many items can name. */
const OTHERS: Record<string, { prefix: string; state?: object }> = {
	workers: { prefix: 'WK', state: onBreak },
	users: { prefix: 'US', state: { attributes: JSON.stringify({ agentState: 'break' }), role_sid: ROLE.agent } },
};

/** The entries that names are looked up among, by the key of the list. */
const NAMED: Record<string, Array<Record<string, string | boolean>>> = {
	workspaces: [
		{ sid: WORKSPACE_SID, friendly_name: 'Support' },
		{ sid: OTHER_WORKSPACE_SID, friendly_name: 'Back Office' },
	],
	workers: Object.values(PEOPLE).map(({ worker, name }) => ({ sid: worker, friendly_name: name, ...onBreak })),
	activities: [
		{ sid: ACTIVITY.available, friendly_name: 'Available', available: true },
		{ sid: ACTIVITY.break, friendly_name: 'Break', available: false },
		{ sid: ACTIVITY.busy, friendly_name: 'Busy', available: false },
		{ sid: ACTIVITY.offline, friendly_name: 'Offline', available: false },
	],
	channels: (['voice', 'chat'] as const).map((name) => ({
		sid: workerChannelSid(PEOPLE.anna.worker, TASK_CHANNEL[name]),
		task_channel_unique_name: name,
	})),
	services: [
		{ sid: CHAT_SERVICE_SID, friendly_name: 'Support' },
		{ sid: OTHER_CHAT_SERVICE_SID, friendly_name: 'Back Office' },
	],
	roles: [
		{ sid: ROLE.agent, friendly_name: 'service user' },
		{ sid: ROLE.supervisor, friendly_name: 'service admin' },
	],
};

/** What merging and skills start from. */
export const ATTRIBUTES = JSON.stringify({
	skills: ['billing', 'sales'],
	routing: { skills: ['billing', 'sales'], levels: { billing: 2 } },
});

/** The same answers, with a state among the attributes: what other tests merge into has none. */
export const withState =
	(reply: Replying): Replying =>
	(request) => {
		const { body, ...rest } = reply(request);
		const isAsRead =
			typeof body === 'object' && body !== null && 'attributes' in body && body.attributes === ATTRIBUTES;
		if (!isAsRead) return { ...rest, ...(body !== undefined && { body }) };
		const attributes = JSON.stringify({ ...(JSON.parse(ATTRIBUTES) as object), agentState: 'break' });
		return { ...rest, body: { ...body, attributes } };
	};

/** Answers like any of the three products. */
export function reply({ method, path, headers, body }: Wired): Reply {
	const url = new URL(path, `http://${headers.host ?? ''}`);
	const last = url.pathname.split('/').at(-1) ?? '';
	const key = last.toLowerCase();
	if (method === 'DELETE') return { status: 204 };
	if (method !== 'GET' || !LISTS.includes(key)) {
		// Conversations sends no ETag.
		const versioned = url.pathname.startsWith('/taskrouter/');
		return {
			headers: versioned ? { etag: '"7"' } : {},
			body: { sid: last, friendly_name: 'Anna', ...RAW, ...stateAfter(url.pathname, new URLSearchParams(body)) },
		};
	}
	const all = entriesOf(key, url.searchParams.get('FriendlyName')?.toLowerCase());
	const from = Number(url.searchParams.get('Page') ?? 0);
	const size = Number(url.searchParams.get('PageSize') ?? 50);
	url.searchParams.set('Page', `${from + size}`);
	return {
		body: {
			[key]: all.slice(from, from + size),
			meta: { next_page_url: from + size < all.length ? url.href : null },
		},
	};
}

/** @param name in lower case; without it all entries of the list */
function entriesOf(key: string, name: string | undefined): Array<Record<string, unknown>> {
	const named = (NAMED[key] ?? []).map((entry) => ({ ...entry, ...RAW }));
	const { prefix, state } = OTHERS[key] ?? { prefix: 'XX' };
	const others = Array.from({ length: LISTED - named.length }, (_, index) => ({
		sid: `${prefix}${String(FIRST_OTHER + index).padStart(32, '0')}`,
		friendly_name: `Other ${index}`,
		...RAW,
		...state,
	}));
	return [...named, ...others].filter(
		(entry: Record<string, unknown>) => name === undefined || String(entry.friendly_name).toLowerCase() === name,
	);
}

/** Everyone is on a break, has nothing else to do with it, and is in the new state when an update asks for it. */
function stateAfter(pathname: string, update: URLSearchParams): Record<string, unknown> {
	if (pathname.startsWith('/frontline')) return { is_available: update.get('IsAvailable') === 'true' };
	if (pathname.startsWith('/taskrouter/')) {
		return {
			...onBreak,
			activity_sid: update.get('ActivitySid') ?? onBreak.activity_sid,
			attributes: ATTRIBUTES,
		};
	}
	return {
		role_sid: update.get('RoleSid') ?? ROLE.agent,
		attributes: update.get('Attributes') ?? ATTRIBUTES,
	};
}
