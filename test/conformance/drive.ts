import type { Twilio } from 'twilio';

import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	EVENT,
	PEOPLE,
	RESERVATION,
	ROLE,
	TASK_CHANNEL,
	TASK_QUEUE,
	workerChannelSid,
	WORKSPACE_SID,
} from '../../simulators';

const ANNA = PEOPLE.anna.worker;
const BOB = PEOPLE.bob.worker;
const LAST_DAY = { startDate: new Date(Date.now() - 86_400_000), endDate: new Date(Date.now() + 3_600_000) };

/** Every call of the official client that the simulator serves, by the name of the call; none leaves a record more or less. */
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
		await workers.list({
			targetWorkersExpression: "skills HAS 'support' AND activity_name IN ['Offline', \"Available\"]",
			taskQueueSid: TASK_QUEUE.support,
			taskQueueName: 'Support',
			ordering: 'DateStatusChanged:desc',
			pageSize: 1,
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
		await workers(sid).remove({ ifMatch: '1' });
	},
	'taskrouter worker channels': async ({ taskrouter }) => {
		const { workerChannels } = taskrouter.v1.workspaces(WORKSPACE_SID).workers(ANNA);
		await workerChannels.list({ pageSize: 3 });
		await workerChannels('voice').fetch();
		await workerChannels('voice').update({ capacity: 0, available: false });
		await workerChannels(workerChannelSid(ANNA, TASK_CHANNEL.voice)).update({ capacity: 1, available: true });
	},
	'taskrouter worker reservations': async ({ taskrouter }) => {
		const { workers } = taskrouter.v1.workspaces(WORKSPACE_SID);
		const { reservations } = workers(BOB);
		await reservations.list({ reservationStatus: 'pending', pageSize: 1 });
		const { headers } = await reservations(RESERVATION.bob).fetchWithHttpInfo();
		await reservations(RESERVATION.bob).update({
			ifMatch: String(new Headers(headers).get('etag')),
			reservationStatus: 'rejected',
			workerActivitySid: ACTIVITY.break,
			postWorkActivitySid: ACTIVITY.available,
			dequeuePostWorkActivitySid: ACTIVITY.available,
		});
		await workers(BOB).update({ activitySid: ACTIVITY.available });
	},
	'taskrouter worker statistics': async ({ taskrouter }) => {
		const { workers } = taskrouter.v1.workspaces(WORKSPACE_SID);
		const period = { ...LAST_DAY, minutes: 60, taskChannel: 'voice' };
		await workers(BOB).statistics().fetch(period);
		await workers.statistics().fetch({
			...period,
			taskQueueSid: TASK_QUEUE.support,
			taskQueueName: 'Support',
			friendlyName: PEOPLE.bob.name,
		});
		await workers.cumulativeStatistics().fetch(period);
		await workers.realTimeStatistics().fetch({ taskChannel: TASK_CHANNEL.voice });
	},
	'taskrouter events': async ({ taskrouter }) => {
		const { events } = taskrouter.v1.workspaces(WORKSPACE_SID);
		await events.list({ eventType: 'worker.activity.update', minutes: 60, pageSize: 1 });
		await events.list({ ...LAST_DAY, workerSid: BOB, sid: EVENT.bob });
		await events(EVENT.frank).fetch();
	},
	'taskrouter tasks': async ({ taskrouter }) => {
		const { tasks } = taskrouter.v1.workspaces(WORKSPACE_SID);
		const [task] = await tasks.list({ assignmentStatus: ['reserved'], pageSize: 1 });
		const { reservations } = tasks(task?.sid ?? '');
		await tasks(task?.sid ?? '').fetch();
		await reservations.list({ reservationStatus: 'pending', workerSid: BOB, pageSize: 1 });
		await reservations(RESERVATION.bob).fetch();
	},
	'taskrouter task queues': async ({ taskrouter }) => {
		const { taskQueues } = taskrouter.v1.workspaces(WORKSPACE_SID);
		await taskQueues.list({ friendlyName: 'support', workerSid: BOB, pageSize: 1 });
		await taskQueues(TASK_QUEUE.sales).fetch();
	},
	'taskrouter task channels': async ({ taskrouter }) => {
		const { taskChannels } = taskrouter.v1.workspaces(WORKSPACE_SID);
		await taskChannels.list({ pageSize: 3 });
		await taskChannels('chat').fetch();
		await taskChannels(TASK_CHANNEL.sms).fetch();
	},
	'taskrouter event callback': async ({ taskrouter }) => {
		const workspace = taskrouter.v1.workspaces(WORKSPACE_SID);
		await workspace.update({
			eventCallbackUrl: 'https://example.com/a?b=c#rc=2',
			eventsFilter: 'worker.created, worker.activity.update',
			friendlyName: 'Support',
			multiTaskEnabled: true,
			defaultActivitySid: ACTIVITY.offline,
			timeoutActivitySid: ACTIVITY.offline,
			prioritizeQueueOrder: 'FIFO',
		});
		await workspace.update({ eventCallbackUrl: '', eventsFilter: '' });
	},
	'events sinks': async ({ events }) => {
		const { sinks } = events.v1;
		const { sid } = await sinks.create({
			description: 'Żółw & Co',
			sinkType: 'webhook',
			sinkConfiguration: { destination: 'http://127.0.0.1:9/a b', method: 'POST', batch_events: false },
		});
		await sinks.list({ inUse: false, status: 'active', pageSize: 1 });
		await sinks(sid).fetch();
		await sinks(sid).update({ description: 'renamed' });
		await sinks(sid).sinkValidate.create({ testId: 'any' });
		await sinks(sid).sinkTest.create();
		await sinks(sid).remove();
	},
	'events subscriptions': async ({ events }) => {
		const { sinks, subscriptions } = events.v1;
		const { sid: sink } = await sinks.create({
			description: 'ours',
			sinkType: 'webhook',
			sinkConfiguration: { destination: 'https://example.com/webhook', method: 'POST' },
		});
		const { sid } = await subscriptions.create({
			description: 'ours',
			sinkSid: sink,
			types: [
				{ type: 'com.twilio.taskrouter.worker.created' },
				{ type: 'com.twilio.taskrouter.worker.deleted', schema_version: 1 },
			],
		});
		await subscriptions.list({ sinkSid: sink, pageSize: 1 });
		await subscriptions(sid).fetch();
		await subscriptions(sid).update({ description: 'renamed' });
		const { subscribedEvents } = subscriptions(sid);
		await subscribedEvents.create({ type: 'com.twilio.taskrouter.task.created', schemaVersion: 2 });
		await subscribedEvents.list({ pageSize: 2 });
		await subscribedEvents('com.twilio.taskrouter.task.created').fetch();
		await subscribedEvents('com.twilio.taskrouter.task.created').update({ schemaVersion: 3 });
		await subscribedEvents('com.twilio.taskrouter.task.created').remove();
		await subscriptions(sid).remove();
		await sinks(sink).remove();
	},
	'events types and schemas': async ({ events }) => {
		await events.v1.eventTypes.list({ schemaId: 'TaskRouter.WDSEvent', pageSize: 20 });
		await events.v1.eventTypes('com.twilio.taskrouter.worker.created').fetch();
		await events.v1.schemas('TaskRouter.WDSEvent').fetch();
		await events.v1.schemas('TaskRouter.WDSEvent').versions.list({ pageSize: 2 });
		await events.v1.schemas('TaskRouter.WDSEvent').versions(1).fetch();
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
