import { RestException } from 'twilio';

import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	makeWorker,
	PEOPLE,
	ROLE,
	startTwilio,
	TWILIO_API_KEY_SECRET,
	TWILIO_API_KEY_SID,
	WORKSPACE_SID,
	bySid,
} from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { CALLS } from './drive';
import { officialClient } from './officialClient';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

function drive() {
	const { client, httpClient } = officialClient(twilio);
	const { workers, activities } = client.taskrouter.v1.workspaces(WORKSPACE_SID);
	return { client, httpClient, workers, activities, users: client.conversations.v1.services(CHAT_SERVICE_SID).users };
}

describe('the official client on the Twilio simulator', () => {
	it.each(Object.keys(CALLS))('is understood and understands: %s', async (name) => {
		const { client } = drive();
		// Events are added by every change of activity, and nothing removes them.
		const sids = () =>
			Object.entries(twilio.state)
				.filter(([table, records]) => typeof records === 'object' && table !== 'events')
				.map(([table, records]) => [table, Object.keys(records as object)]);
		const before = sids();

		await CALLS[name]?.(client);

		expect(sids()).toEqual(before);
		expect(twilio.seen.length).toBeGreaterThan(1);
	});

	it('pages through every worker once, staying on the simulator', async () => {
		twilio.state.workers = bySid(
			Array.from({ length: 1234 }, (_, index) => makeWorker({ friendly_name: `Worker ${index}` })),
		);

		const listed = await drive().workers.list({ pageSize: 100 });

		expect(listed.map(({ friendlyName }) => friendlyName)).toEqual(
			Array.from({ length: 1234 }, (_, index) => `Worker ${index}`),
		);
		expect(twilio.seen).toHaveLength(13);
	});

	it('does not lose workers who leave the filter or are deleted between two pages', async () => {
		const { workers } = drive();
		twilio.state.workers = bySid(
			Array.from({ length: 6 }, (_, index) =>
				makeWorker({ friendly_name: `Worker ${index}`, activity_sid: ACTIVITY.available }),
			),
		);
		const first = await workers.page({ available: 'true', pageSize: 2 });
		const [one, two] = first.instances;
		await workers(one?.sid ?? '').update({ activitySid: ACTIVITY.offline });
		await workers(two?.sid ?? '').remove();

		const second = await first.nextPage();

		expect(second?.instances.map(({ friendlyName }) => friendlyName)).toEqual(['Worker 2', 'Worker 3']);
	});

	it('leads back to the previous page', async () => {
		const first = await drive().activities.page({ pageSize: 2 });
		const second = await first.nextPage();
		const back = await second?.previousPage();

		expect(second?.instances.map(({ friendlyName }) => friendlyName)).toEqual(['Unavailable', 'Break']);
		expect(back?.instances.map(({ sid }) => sid)).toEqual(first.instances.map(({ sid }) => sid));
	});

	it.each([
		['FriendlyName', { friendlyName: 'ANNA kowalska' }, ['anna']],
		['ActivitySid', { activitySid: ACTIVITY.available }, ['bob', 'carla']],
		['ActivityName', { activityName: 'Break' }, ['dawid']],
		['Available true', { available: '1' }, ['bob', 'carla']],
		['Available anything else', { available: 'maybe' }, ['anna', 'dawid', 'elif', 'frank']],
	] as const)('filters workers by %s', async (_name, filter, expected) => {
		const listed = await drive().workers.list(filter);

		expect(listed.map(({ friendlyName }) => friendlyName)).toEqual(expected.map((key) => PEOPLE[key].name));
	});

	it('moves a worker to another activity and nothing else', async () => {
		const { workers } = drive();
		const before = await workers(PEOPLE.anna.worker).fetch();

		const after = await workers(PEOPLE.anna.worker).update({ activitySid: ACTIVITY.available });

		expect(after).toMatchObject({
			activityName: 'Available',
			available: true,
			friendlyName: before.friendlyName,
			attributes: before.attributes,
		});
		expect(after.dateStatusChanged.getTime()).toBeGreaterThan(before.dateStatusChanged.getTime());
		expect(after.dateUpdated).toEqual(after.dateStatusChanged);
	});

	it('keeps the time of the last change of activity when only the attributes change', async () => {
		const { workers } = drive();
		const before = await workers(PEOPLE.anna.worker).fetch();

		const after = await workers(PEOPLE.anna.worker).update({
			attributes: '{"a":1}',
			activitySid: ACTIVITY.offline,
		});

		expect(after.dateStatusChanged).toEqual(before.dateStatusChanged);
		expect(after.dateUpdated.getTime()).toBeGreaterThan(before.dateUpdated.getTime());
		expect(twilio.state.workers[PEOPLE.anna.worker]).toMatchObject({ attributes: '{"a":1}', revision: 1 });
	});

	it.each(['3', '"3"', 'W/"3"'])('updates under the revision it was read with, given as %s', async (ifMatch) => {
		Object.assign(twilio.state.workers[PEOPLE.bob.worker] ?? {}, { revision: 3 });

		const { headers } = await drive()
			.workers(PEOPLE.bob.worker)
			.updateWithHttpInfo({ ifMatch, friendlyName: 'Bob' });

		expect(headers).toMatchObject({ etag: '"4"' });
	});

	it('answers an API key as it answers the account', async () => {
		const { client } = officialClient(twilio, TWILIO_API_KEY_SID, TWILIO_API_KEY_SECRET);

		await expect(client.taskrouter.v1.workspaces.list()).resolves.toHaveLength(2);
	});

	it('takes an identity literally, case and all', async () => {
		const { users } = drive();
		const identity = 'Ann "100%25" O\u2019Neil+1';
		await users.create({ identity });

		// The client does not encode path segments itself.
		expect((await users(encodeURIComponent(identity)).fetch()).identity).toBe(identity);
		await expect(users(encodeURIComponent(identity.toLowerCase())).fetch()).rejects.toMatchObject({ code: 50200 });
	});

	it('tells whether a user is online to a fetch only', async () => {
		const { users } = drive();
		Object.assign(twilio.state.conversationUsers[PEOPLE.anna.conversationUser] ?? {}, { is_online: true });

		expect((await users(PEOPLE.anna.identity).fetch()).isOnline).toBe(true);
		expect((await users.list()).map(({ isOnline }) => isOnline)).toEqual(Array.from({ length: 6 }, () => null));
	});

	it('lists the attributes of users, and services and roles with all that belongs to them', async () => {
		const { client, users } = drive();
		await users(PEOPLE.anna.identity).update({ attributes: '{"duty":"tech"}' });

		expect((await users.list()).map(({ attributes }) => attributes)).toEqual([
			'{"duty":"tech"}',
			...Array.from({ length: 5 }, () => '{}'),
		]);
		expect((await client.conversations.v1.services.list()).map(({ sid }) => sid)).toEqual(
			Object.keys(twilio.state.chatServices),
		);
		const roles = await client.conversations.v1.services(CHAT_SERVICE_SID).roles.list();
		expect(roles.map(({ sid, type }) => [sid, type])).toEqual([
			[ROLE.agent, 'service'],
			[ROLE.supervisor, 'service'],
			[ROLE.participant, 'conversation'],
		]);
	});

	it('gives a user the role that is asked for, or the first of the service', async () => {
		const { users } = drive();

		expect((await users.create({ identity: 'a', roleSid: ROLE.supervisor })).roleSid).toBe(ROLE.supervisor);
		expect((await users.create({ identity: 'b' })).roleSid).toBe(ROLE.agent);
		expect((await users('a').update({ roleSid: ROLE.agent })).roleSid).toBe(ROLE.agent);
		await users('a').remove();
		await expect(users('a').fetch()).rejects.toMatchObject({ status: 404, code: 50200 });
	});

	it('finds a workspace by its name, in any case', async () => {
		const { workspaces } = drive().client.taskrouter.v1;

		expect(
			(await workspaces.list({ friendlyName: 'BACK office' })).map(({ friendlyName }) => friendlyName),
		).toEqual(['Back Office']);
		expect(await workspaces.list({ friendlyName: 'Back' })).toEqual([]);
	});

	const { anna, bob } = PEOPLE;
	const refusals: Array<
		[name: string, call: (drive_: ReturnType<typeof drive>) => Promise<unknown>, status: number, code: number]
	> = [
		[
			'a wrong AuthToken',
			async () => await officialClient(twilio, undefined, 'wrong').client.taskrouter.v1.workspaces.list(),
			401,
			20003,
		],
		[
			'an API key with the AuthToken',
			async () => await officialClient(twilio, TWILIO_API_KEY_SID).client.taskrouter.v1.workspaces.list(),
			401,
			20003,
		],
		[
			'a worker who does not exist',
			async ({ workers }) => await workers(`WK${'f'.repeat(32)}`).fetch(),
			404,
			20404,
		],
		['a worker sid that is too short', async ({ workers }) => await workers('WK1').update({}), 404, 20404],
		['an inherited property as sid', async ({ workers }) => await workers('constructor').fetch(), 404, 20404],
		[
			'a worker of another workspace',
			async ({ client }) =>
				await client.taskrouter.v1
					.workspaces(`WS${'0'.repeat(31)}2`)
					.workers(anna.worker)
					.fetch(),
			404,
			20404,
		],
		[
			'an outdated If-Match',
			async ({ workers }) => await workers(anna.worker).update({ ifMatch: '7', friendlyName: 'x' }),
			412,
			20412,
		],
		[
			'an outdated If-Match on deletion',
			async ({ workers }) => await workers(anna.worker).remove({ ifMatch: '"7"' }),
			412,
			20412,
		],
		[
			'an If-Match that is not a revision',
			async ({ workers }) => await workers(anna.worker).update({ ifMatch: 'abc' }),
			412,
			20412,
		],
		[
			'an ActivitySid of another kind',
			async ({ workers }) => await workers(anna.worker).update({ activitySid: anna.worker }),
			400,
			20001,
		],
		[
			'an Activity of another workspace',
			async ({ workers }) => await workers(anna.worker).update({ activitySid: ACTIVITY.otherOffline }),
			400,
			20001,
		],
		[
			'an Activity by name',
			async ({ workers }) => await workers(anna.worker).update({ activitySid: 'Available' }),
			400,
			20001,
		],
		[
			'attributes that are not JSON',
			async ({ workers }) => await workers(anna.worker).update({ attributes: '{a:1}' }),
			400,
			14231,
		],
		[
			'attributes that are not an object',
			async ({ workers }) => await workers(anna.worker).update({ attributes: '[1]' }),
			400,
			14231,
		],
		[
			'a name of 65 characters',
			async ({ workers }) => await workers(anna.worker).update({ friendlyName: 'x'.repeat(65) }),
			400,
			20001,
		],
		[
			'a name that another worker has',
			async ({ workers }) => await workers.create({ friendlyName: bob.name.toUpperCase() }),
			400,
			20001,
		],
		['a worker without a name', async ({ workers }) => await workers.create({ friendlyName: '' }), 400, 20001],
		[
			'rejecting reservations on the way to an available Activity',
			async ({ workers }) =>
				await workers(anna.worker).update({ activitySid: ACTIVITY.available, rejectPendingReservations: true }),
			400,
			20001,
		],
		['a page size beyond the limit', async ({ workers }) => await workers.page({ pageSize: 1001 }), 400, 20001],
		[
			'a filter the simulator cannot apply',
			async ({ client }) =>
				await client.taskrouter.v1
					.workspaces(WORKSPACE_SID)
					.taskQueues.page({ evaluateWorkerAttributes: '{}' }),
			501,
			20001,
		],
		[
			'deleting an Activity in use',
			async ({ activities }) => await activities(ACTIVITY.break).remove(),
			400,
			20001,
		],
		[
			'a Frontline state that does not exist',
			async ({ client }) =>
				await client.frontlineApi.v1.users(anna.identity).update({ state: 'asleep' as 'active' }),
			400,
			20001,
		],
		[
			'a Frontline user who does not exist',
			async ({ client }) => await client.frontlineApi.v1.users('constructor').fetch(),
			404,
			20404,
		],
		['an identity that exists', async ({ users }) => await users.create({ identity: anna.identity }), 409, 50201],
		[
			'an identity that looks like a sid',
			async ({ users }) => await users.create({ identity: anna.conversationUser }),
			400,
			50206,
		],
		[
			'a conversation-level role',
			async ({ users }) => await users(anna.identity).update({ roleSid: ROLE.participant }),
			400,
			20001,
		],
		[
			'a role of another service',
			async ({ users }) => await users(anna.identity).update({ roleSid: ROLE.otherAgent }),
			400,
			20001,
		],
		[
			'a conversation-level role for a new user',
			async ({ users }) => await users.create({ identity: 'new', roleSid: ROLE.participant }),
			400,
			20001,
		],
		[
			'a role of another service for a new user',
			async ({ users }) => await users.create({ identity: 'new', roleSid: ROLE.otherAgent }),
			400,
			20001,
		],
		[
			'a role that does not exist',
			async ({ users }) => await users(anna.identity).update({ roleSid: `RL${'f'.repeat(32)}` }),
			400,
			20001,
		],
		[
			'a role by name',
			async ({ users }) => await users(anna.identity).update({ roleSid: 'service admin' }),
			400,
			20001,
		],
		['deleting a user who does not exist', async ({ users }) => await users('nobody').remove(), 404, 50200],
		[
			'deleting with a webhook header that is neither true nor false',
			async ({ users }) => await users(anna.identity).remove({ xTwilioWebhookEnabled: 'yes' as 'true' }),
			400,
			20001,
		],
		[
			'a webhook header that is neither true nor false',
			async ({ users }) => await users(anna.identity).update({ xTwilioWebhookEnabled: 'yes' as 'true' }),
			400,
			20001,
		],
		['a page of 51 users', async ({ users }) => await users.page({ pageSize: 51 }), 400, 20001],
		[
			'a service that does not exist',
			async ({ client }) => await client.conversations.v1.services(`IS${'f'.repeat(32)}`).users.list(),
			404,
			20404,
		],
	];
	it.each(refusals)('is refused: %s', async (_name, call, status, code) => {
		const before = JSON.stringify(twilio.state);

		const error: unknown = await call(drive()).catch((thrown: unknown) => thrown);

		expect(error).toBeInstanceOf(RestException);
		expect(error).toMatchObject({ status, code, moreInfo: `https://www.twilio.com/docs/errors/${code}` });

		expect(JSON.stringify(twilio.state)).toBe(before);
	});
});
