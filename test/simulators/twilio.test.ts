import { PEOPLE, startTwilio, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WORKSPACE_SID } from '../../simulators/index';
import type { TwilioSimulator } from '../../simulators/index';
import { request } from '../../simulators/request';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const auth = { username: TWILIO_ACCOUNT_SID, password: TWILIO_AUTH_TOKEN };
const send = async (method: string, path: string, data?: string, type = 'application/x-www-form-urlencoded') =>
	await request({ method, url: twilio.url + path, auth, data, headers: { 'content-type': type } });
const ANNA = `/taskrouter/v1/Workspaces/${WORKSPACE_SID}/Workers/${PEOPLE.anna.worker}`;

// What the official client cannot send.
describe('the Twilio simulator', () => {
	it('refuses a body that is not a form', async () => {
		expect(await send('POST', ANNA, '{"FriendlyName":"Ann"}', 'application/json')).toMatchObject({
			status: 415,
			data: { code: 19056 },
		});
		expect(twilio.state.workers[PEOPLE.anna.worker]?.friendly_name).toBe(PEOPLE.anna.name);
	});

	it.each(['PUT', 'PATCH'])('refuses %s', async (method) => {
		expect(await send(method, ANNA, 'FriendlyName=Ann')).toMatchObject({ status: 405, data: { code: 20004 } });
	});

	it.each([
		'/taskrouter/v1/Workers',
		'/v1/Workspaces',
		'/taskrouter/v2/Workspaces',
		'/frontline/v1/Users/x',
		'/frontline-api/v1/Users',
	])('does not know %s', async (path) => {
		expect((await send('GET', path)).status).toBeGreaterThanOrEqual(404);
	});

	it.each([undefined, 'Bearer abc', `Basic ${Buffer.from(`${TWILIO_ACCOUNT_SID}:`).toString('base64')}`])(
		'answers 401 to the authorization %s',
		async (authorization) => {
			const answer = await request({ url: twilio.url + ANNA, headers: { authorization } });

			expect(answer).toMatchObject({ status: 401, data: { status: 401, message: 'Authenticate', code: 20003 } });
		},
	);

	it.each(['IsAvailable=yes', 'IsAvailable=', 'State=Active'])('refuses a Frontline user with %s', async (form) => {
		expect(await send('POST', `/frontline-api/v1/Users/${PEOPLE.anna.identity}`, form)).toMatchObject({
			status: 400,
			data: { code: 20001 },
		});
	});

	it('shows the two fields of the vendor\u2019s example and ignores fields it does not know', async () => {
		const unit = `OU${'a'.repeat(32)}`;

		expect(
			await send('POST', ANNA, `Concurrency=5&OperatingUnitSid=${unit}&Available=true&Nonsense=1`),
		).toMatchObject({
			status: 200,
			data: { configured_concurrency: 5, operating_unit_sid: unit, available: false },
		});
		expect((await send('POST', ANNA, 'Concurrency=many')).status).toBe(400);
		expect((await send('POST', ANNA, 'OperatingUnitSid=OU1')).status).toBe(400);
	});

	it('decodes an identity once', async () => {
		const created = await send('POST', '/conversations/v1/Users', 'Identity=a%2540b%2Fc');
		expect(created).toMatchObject({ status: 201, data: { identity: 'a%40b/c' } });

		expect(await send('GET', '/conversations/v1/Users/a%2540b%2Fc')).toMatchObject({
			status: 200,
			data: { identity: 'a%40b/c' },
		});
		expect((await send('GET', '/conversations/v1/Users/a%40b%2Fc')).status).toBe(404);
		expect((await send('GET', '/conversations/v1/Users/50%off')).status).toBe(400);
	});

	it('does not page by number', async () => {
		const list = `/taskrouter/v1/Workspaces/${WORKSPACE_SID}/Workers?PageSize=2`;

		expect(await send('GET', `${list}&Page=0`)).toMatchObject({ status: 200, data: { meta: { page: 0 } } });
		expect(await send('GET', `${list}&Page=1`)).toMatchObject({
			status: 400,
			data: { message: 'Paged requests must include a PageToken' },
		});
	});

	it('tells its rate limit and holds to it', async () => {
		twilio.state.rateLimitPerSecond = 2;
		const answers = await Promise.all([0, 1, 2, 3, 4].map(async () => await send('GET', ANNA)));

		expect(answers[0]).toMatchObject({ headers: { 'x-rate-limit-limit': '2', 'x-rate-limit-remaining': '1' } });
		expect(answers.some(({ status, data }) => status === 429 && (data as { code: number }).code === 20429)).toBe(
			true,
		);
	});

	it('addresses records as the client addressed it', async () => {
		const answer = await request({ url: twilio.url + ANNA, auth, headers: { host: 'simulator.test:81' } });

		expect(answer.data).toMatchObject({ url: `http://simulator.test:81${ANNA}` });
	});
});
