import { PEOPLE, startTwilio, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WORKSPACE_SID } from '../../simulators/index';
import type { TwilioSimulator } from '../../simulators/index';
import { request } from '../../simulators/request';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const ANNA = `/taskrouter/v1/Workspaces/${WORKSPACE_SID}/Workers/${PEOPLE.anna.worker}`;
const auth = { username: TWILIO_ACCOUNT_SID, password: TWILIO_AUTH_TOKEN };
const get = async () => await request({ url: twilio.url + ANNA, auth });
const rename = async (name: string) =>
	await request({ method: 'POST', url: twilio.url + ANNA, auth, data: new URLSearchParams({ FriendlyName: name }) });
const annasName = () => twilio.state.workers[PEOPLE.anna.worker]?.friendly_name;

describe('faults', () => {
	it('hit one request unless told otherwise, and nothing is applied', async () => {
		twilio.faults.push({ status: 503 });

		expect(await rename('Changed')).toMatchObject({ status: 503, data: { code: 20503, status: 503 } });
		expect(annasName()).toBe(PEOPLE.anna.name);
		expect(await get()).toMatchObject({ status: 200 });
	});

	it('answer 429 with and without Retry-After', async () => {
		twilio.faults.push({ status: 429, headers: { 'Retry-After': '2' } });
		twilio.faults.push({ status: 429 });

		expect(await get()).toMatchObject({ status: 429, headers: { 'retry-after': '2' }, data: { code: 20429 } });
		expect((await get()).headers).not.toHaveProperty('retry-after');
	});

	it('hit only what they match, as often as told', async () => {
		twilio.faults.push({ status: 500, times: 2, match: { method: 'post', path: /Workers/g } });

		const statuses = [];
		for (const call of [
			get,
			async () => await rename('A'),
			get,
			async () => await rename('B'),
			async () => await rename('C'),
		])
			statuses.push((await call()).status);

		expect(statuses).toEqual([200, 500, 200, 500, 200]);
	});

	it('last until cleared when told always', async () => {
		twilio.faults.push({ status: 500, times: 'always' });
		expect([(await get()).status, (await get()).status]).toEqual([500, 500]);

		twilio.faults.clear();
		expect((await get()).status).toBe(200);
	});

	it('answer an HTML page', async () => {
		twilio.faults.push({ html: true });

		expect(await get()).toMatchObject({
			status: 502,
			headers: { 'content-type': 'text/html' },
			data: expect.stringContaining('<html>') as string,
		});
	});

	it('cut the connection before the request takes effect', async () => {
		twilio.faults.push({ reset: true });

		await expect(rename('Changed')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(annasName()).toBe(PEOPLE.anna.name);
	});

	it('cut the connection after the request took effect', async () => {
		twilio.faults.push({ reset: true, afterProcessing: true });

		await expect(rename('Changed')).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(annasName()).toBe('Changed');
	});

	it('answer an error after the request took effect', async () => {
		twilio.faults.push({ status: 504, html: true, afterProcessing: true });

		expect((await rename('Changed')).status).toBe(504);
		expect(annasName()).toBe('Changed');
	});

	it('refuse what goes beyond the limit of requests in flight', async () => {
		twilio.faults.latency(50);
		twilio.faults.concurrency(2);

		const answers = await Promise.all([get(), get(), get(), get()]);

		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
		for (const { status, headers } of answers)
			expect(Number(headers['twilio-concurrent-requests']) > 2).toBe(status === 429);
		expect(twilio.maxInFlight).toBeGreaterThan(2);
		twilio.faults.concurrency(null);
		expect((await get()).status).toBe(200);
	});

	it('delay every request, or one', async () => {
		twilio.faults.push({ delayMs: 60 });
		const start = performance.now();
		expect((await get()).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThan(55);
	});
});

describe('the control plane', () => {
	const control = async (method: string, data?: object) =>
		await request({ method, url: `${twilio.url}/__control/faults`, data });

	it('arms and clears faults from another process', async () => {
		await control('POST', { status: 503, times: 2, match: { path: 'Workers/WK' } });
		expect((await get()).status).toBe(503);

		expect((await control('DELETE')).status).toBe(204);
		expect((await get()).status).toBe(200);
	});

	it('sets the concurrency and shows the state', async () => {
		await control('POST', { concurrency: 0 });
		expect((await get()).status).toBe(429);

		expect((await request({ url: `${twilio.url}/__control/state` })).data).toEqual(
			JSON.parse(JSON.stringify(twilio.state)),
		);
	});

	it('is not among the requests seen', async () => {
		await control('POST', { latency: 1 });
		await rename('Ann & Co');

		expect(twilio.seen).toMatchObject([{ method: 'POST', path: ANNA, body: 'FriendlyName=Ann+%26+Co' }]);
	});

	it('tells another process which requests came', async () => {
		await rename('Ann');
		await get();

		expect((await request({ url: `${twilio.url}/__control/seen` })).data).toMatchObject([
			{ method: 'POST', path: ANNA },
			{ method: 'GET', path: ANNA },
		]);
	});
});
