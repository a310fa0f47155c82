import type { Twilio } from 'twilio';

import { ACTIVITY, CHAT_SERVICE_SID, PEOPLE, ROLE, WORKSPACE_SID } from '../simulators';

/** Every call of the official client that the simulator serves, by the name of the call; each leaves the state as it was. */
export const CALLS: Record<string, (client: Twilio) => Promise<unknown>> = {
	'taskrouter workspaces': async ({ taskrouter }) => {
		await taskrouter.v1.workspaces.list({ friendlyName: 'support', pageSize: 1 });
		await taskrouter.v1.workspaces(WORKSPACE_SID).fetch();
	},
	'taskrouter activities': async ({ taskrouter }) => {
		const { activities } = taskrouter.v1.workspaces(WORKSPACE_SID);
		await activities.list({ available: 'true', friendlyName: 'Available', pageSize: 2 });
		const { sid } = await activities.create({ friendlyName: 'Lunch', available: false });
		await activities(sid).fetch();
		await activities(sid).update({ friendlyName: 'Lunch break' });
		await activities(sid).remove();
	},
	'taskrouter workers': async ({ taskrouter }) => {
		const { workers } = taskrouter.v1.workspaces(WORKSPACE_SID);
		await workers.list({ pageSize: 4 });
		await workers.list({
			friendlyName: PEOPLE.bob.name,
			activitySid: ACTIVITY.available,
			activityName: 'Available',
			available: 'yes',
		});
		const { sid } = await workers.create({
			friendlyName: 'Grażyna "G" & Co+',
			activitySid: ACTIVITY.break,
			attributes: '{"skills":["ż"]}',
		});
		const { headers } = await workers(sid).fetchWithHttpInfo();
		await workers(sid).update({
			ifMatch: String(new Headers(headers).get('etag')),
			activitySid: ACTIVITY.offline,
			attributes: '{"skills":["a b","é","😀"]}',
			friendlyName: 'Grażyna',
			rejectPendingReservations: true,
		});
		await workers(sid).update();
		await workers(sid).remove({ ifMatch: '2' });
	},
	'frontline users': async ({ frontlineApi }) => {
		const { users } = frontlineApi.v1;
		await users(PEOPLE.anna.frontlineUser).fetch();
		await users(PEOPLE.anna.identity).update({
			avatar: 'https://example.com/a b.png?x=1&y=2',
			state: 'deactivated',
			isAvailable: true,
		});
		await users(PEOPLE.anna.identity).update({
			avatar: '',
			state: 'active',
			isAvailable: false,
			friendlyName: PEOPLE.anna.name,
		});
	},
	'conversations services': async ({ conversations }) => {
		await conversations.v1.services.list({ pageSize: 1 });
		await conversations.v1.services(CHAT_SERVICE_SID).fetch();
	},
	'conversations service users': async ({ conversations }) =>
		await driveUsers(conversations.v1.services(CHAT_SERVICE_SID).users),
	'conversations users': async ({ conversations }) => await driveUsers(conversations.v1.users),
	'conversations service roles': async ({ conversations }) =>
		await driveRoles(conversations.v1.services(CHAT_SERVICE_SID).roles),
	'conversations roles': async ({ conversations }) => await driveRoles(conversations.v1.roles),
};

interface Users {
	list(options: { pageSize: number }): Promise<unknown>;
	create(fields: {
		identity: string;
		friendlyName: string;
		attributes: string;
		roleSid: string;
		xTwilioWebhookEnabled: 'true';
	}): Promise<{ sid: string }>;
	(sid: string): {
		fetch(): Promise<unknown>;
		update(fields: {
			attributes: string;
			friendlyName?: string;
			roleSid?: string;
			xTwilioWebhookEnabled?: 'false';
		}): Promise<unknown>;
		remove(): Promise<unknown>;
	};
}

async function driveUsers(users: Users): Promise<void> {
	await users.list({ pageSize: 4 });
	const identity = 'grażyna+vip@example.com';
	const { sid } = await users.create({
		identity,
		friendlyName: 'Grażyna',
		attributes: '{}',
		roleSid: ROLE.agent,
		xTwilioWebhookEnabled: 'true',
	});
	await users(sid).fetch();
	await users(identity).update({
		attributes: '{"duty":"tech & more"}',
		roleSid: ROLE.supervisor,
		xTwilioWebhookEnabled: 'false',
	});
	await users(identity).remove();
}

interface Roles {
	list(options: { pageSize: number }): Promise<unknown>;
	(sid: string): { fetch(): Promise<unknown> };
}

async function driveRoles(roles: Roles): Promise<void> {
	await roles.list({ pageSize: 2 });
	await roles(ROLE.supervisor).fetch();
}
