import { ACTIVITY, CHAT_SERVICE_SID, PEOPLE, WORKSPACE_SID } from '../../simulators';
import { capture } from './officialRequests';

describe('capture', () => {
	it('tells what the official client sends to update a worker, in the order of its own fields', async () => {
		const request = await capture(
			async (client) =>
				await client.taskrouter.v1.workspaces(WORKSPACE_SID).workers(PEOPLE.anna.worker).update({
					rejectPendingReservations: true,
					friendlyName: 'Bob é',
					activitySid: ACTIVITY.offline,
					ifMatch: '3',
				}),
		);

		expect(request).toMatchObject({
			method: 'POST',
			host: 'taskrouter.twilio.com',
			path: `/v1/Workspaces/${WORKSPACE_SID}/Workers/${PEOPLE.anna.worker}`,
			headers: { 'content-type': 'application/x-www-form-urlencoded', 'if-match': '3' },
			body: `ActivitySid=${ACTIVITY.offline}&FriendlyName=Bob%20%C3%A9&RejectPendingReservations=true`,
			form: [
				['ActivitySid', ACTIVITY.offline],
				['FriendlyName', 'Bob é'],
				['RejectPendingReservations', 'true'],
			],
		});
	});

	it('tells a query and a header of their own', async () => {
		const list = await capture(
			async (client) => await client.conversations.v1.services(CHAT_SERVICE_SID).users.list({ pageSize: 7 }),
		);
		const remove = await capture(
			async (client) => await client.conversations.v1.users('a@b').remove({ xTwilioWebhookEnabled: 'true' }),
		);

		expect(list).toMatchObject({
			method: 'GET',
			path: `/v1/Services/${CHAT_SERVICE_SID}/Users?PageSize=7`,
			form: [],
		});
		expect(remove).toMatchObject({
			method: 'DELETE',
			path: '/v1/Users/a@b',
			headers: { 'x-twilio-webhook-enabled': 'true' },
		});
	});

	it('throws when a call sends nothing', async () => {
		await expect(capture(async (client) => await client.frontlineApi.v1.users('a/b').fetch())).rejects.toThrow();
	});
});
