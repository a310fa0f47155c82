import {
	PEOPLE,
	startTwilio,
	TWILIO_OAUTH_CLIENT_ID,
	TWILIO_OAUTH_CLIENT_SECRET,
	WORKSPACE_SID,
} from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { request } from '../../simulators/request';
import { officialOAuthClient } from './officialClient';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const GRANT = {
	grant_type: 'client_credentials',
	client_id: TWILIO_OAUTH_CLIENT_ID,
	client_secret: TWILIO_OAUTH_CLIENT_SECRET,
};
const grant = async (fields: Record<string, string> = GRANT) =>
	await request({ method: 'POST', url: `${twilio.url}/oauth/v2/token`, data: new URLSearchParams(fields) });
const token = async () => String(((await grant()).data as { access_token: unknown }).access_token);
const get = async (path: string, authorization: string) =>
	await request({ url: twilio.url + path, headers: { authorization } });
const WORKSPACES = '/taskrouter/v1/Workspaces';

describe('OAuth on the Twilio simulator', () => {
	it('is what the official client expects of it', async () => {
		const { client, exchanges } = officialOAuthClient(twilio);

		await expect(client.taskrouter.v1.workspaces(WORKSPACE_SID).fetch()).resolves.toMatchObject({
			friendlyName: 'Support',
		});
		expect(exchanges.map(({ product, method, path }) => [product, method, path])).toEqual([
			['oauth', 'POST', '/v2/token'],
			['taskrouter', 'GET', `/v1/Workspaces/${WORKSPACE_SID}`],
		]);
		expect(exchanges[0]?.body).toBe(new URLSearchParams(GRANT).toString());
	});

	it('answers a token with its lifetime and nothing to refresh', async () => {
		twilio.state.tokenLifetimeSeconds = 60;

		expect(await grant()).toMatchObject({ status: 200 });
		expect((await grant()).data).toEqual({
			access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
			token_type: 'Bearer',
			expires_in: 60,
			id_token: null,
			refresh_token: null,
		});
		expect(twilio.state.tokenFetches).toBe(2);
	});

	it.each([WORKSPACES, `/frontline-api/v1/Users/${PEOPLE.anna.identity}`, '/conversations/v1/Services'])(
		'opens %s',
		async (path) => {
			expect((await get(path, `Bearer ${await token()}`)).status).toBe(200);
			expect(await get(path, 'Bearer x')).toMatchObject({ status: 401, data: { code: 20003 } });
		},
	);

	it('ends with the lifetime', async () => {
		twilio.state.tokenLifetimeSeconds = 0;

		expect(await get(WORKSPACES, `Bearer ${await token()}`)).toMatchObject({ status: 401, data: { code: 20003 } });
	});

	it.each([
		['the simulator', async () => twilio.expireTokens()],
		['its faults', async () => twilio.faults.expireTokens()],
		[
			'the control plane',
			async () =>
				await request({ method: 'POST', url: `${twilio.url}/__control/faults`, data: { expireTokens: true } }),
		],
	])('ends when %s says so, until the next token', async (_name, expire) => {
		const first = await token();
		await expire();

		expect(await get(WORKSPACES, `Bearer ${first}`)).toMatchObject({ status: 401, data: { code: 20003 } });
		expect((await get(WORKSPACES, `Bearer ${await token()}`)).status).toBe(200);
	});

	it.each([
		['another secret', { ...GRANT, client_secret: 'x' }, 401, 20003],
		['another client', { ...GRANT, client_id: 'x' }, 401, 20003],
		['another grant', { ...GRANT, grant_type: 'refresh_token' }, 400, 20001],
		['no grant', { client_id: GRANT.client_id, client_secret: GRANT.client_secret }, 400, 20001],
	])('gives no token to %s', async (_name, fields, status, code) => {
		expect(await grant(fields)).toMatchObject({ status, data: { code, status } });
		expect([twilio.state.tokenFetches, Object.keys(twilio.state.tokens)]).toEqual([0, []]);
	});

	it('gives no token for JSON', async () => {
		expect((await request({ method: 'POST', url: `${twilio.url}/oauth/v2/token`, data: GRANT })).status).toBe(415);
	});

	it('opens nothing else below its own address', async () => {
		expect((await request({ url: `${twilio.url}/oauth/v2/other` })).status).toBe(401);
	});
});
