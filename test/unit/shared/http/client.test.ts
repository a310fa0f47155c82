import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import {
	ACTIVITY,
	startVoipNow,
	VOIPNOW_CLIENT_ID,
	VOIPNOW_CLIENT_SECRET,
	VOIPNOW_QUEUE,
	type Fault,
	type TwilioSimulator,
} from '../../../../simulators';
import { Bench } from '../../../support/bench/bench';
import { pause, until } from '../../../support/waiting';
import {
	aboutWorker,
	available,
	byId,
	credential,
	detailsOf,
	makeAvailable,
	originOf,
	sidOf,
	twilioWith,
	upTo,
	workersIn,
} from '../../../support/pack/workers';

let bench: Bench;
let twilio: TwilioSimulator;

beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());
beforeEach(async () => {
	twilio = await twilioWith(50);
});
afterEach(async () => await twilio.close());

const now = { 'retry-after': '0' };

describe('trouble that passes', () => {
	it.each<[string, Fault]>([
		['429 with Retry-After: 0', { status: 429, headers: now }],
		['429 with Retry-After: 1', { status: 429, headers: { 'retry-after': '1' } }],
		[
			'429 with a Retry-After in the past',
			{ status: 429, headers: { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' } },
		],
		['429 without Retry-After', { status: 429 }],
		['429 with a Retry-After that says nothing', { status: 429, headers: { 'retry-after': 'soon' } }],
		['503 with Retry-After', { status: 503, headers: now }],
		['503 without Retry-After', { status: 503 }],
		['500', { status: 500 }],
		['408', { status: 408 }],
		['504', { status: 504 }],
		["a proxy's page with 502", { html: true }],
		['a connection that breaks before the change', { reset: true }],
		['a connection that breaks after the change', { reset: true, afterProcessing: true }],
		['500 after the change', { status: 500, afterProcessing: true }],
	])('%s: the request is sent once more, and all ends well', async (_name, fault) => {
		twilio.faults.push({ ...fault, match: aboutWorker(1) });
		const { out, error } = await bench.run(makeAvailable(twilio, 3));
		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.sid)).toEqual(upTo(3).map(sidOf));
		expect(workersIn(twilio.seen).sort()).toEqual([0, 1, 1, 2]);
		expect(available(twilio)).toEqual(upTo(3));
	});

	it('the second attempt is the same request as the first', async () => {
		twilio.faults.push({ status: 429, headers: now });
		await bench.run(makeAvailable(twilio, 1));
		const [first, second] = twilio.seen.map(({ method, path, body, headers }) => ({ method, path, body, headers }));
		expect(second).toEqual(first);
		expect(first?.body).toBe(`ActivitySid=${ACTIVITY.available}`);
	});

	it('Retry-After is waited for', async () => {
		twilio.faults.push({ status: 429, headers: { 'retry-after': '1' } });
		await bench.run(makeAvailable(twilio, 1));
		const [first, second] = twilio.seen.map(({ at }) => at);
		expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(999);
	});

	it('a crowd of refused requests: none is lost and none is doubled', async () => {
		const refusals = (index: number) => (index % 5 === 4 ? (index % 3) + 1 : 0);
		for (const index of upTo(50).filter(refusals)) {
			twilio.faults.push({
				match: aboutWorker(index),
				status: 429,
				headers: { 'retry-after': index === 24 ? '1' : '0' },
				times: refusals(index),
			});
		}
		const { out, error } = await bench.run(makeAvailable(twilio, 50, { parallelLimit: 20 }));
		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.sid)).toEqual(upTo(50).map(sidOf));
		expect(out.map(originOf)).toEqual(upTo(50));
		const requests = workersIn(twilio.seen);
		expect(upTo(50).map((index) => requests.filter((one) => one === index).length)).toEqual(
			upTo(50).map((index) => refusals(index) + 1),
		);
		expect(Object.values(twilio.state.workers).map(({ revision }) => revision)).toEqual(Array(50).fill(1));
	});

	it('a service that takes two at once gets all of them done in the end', async () => {
		twilio.faults.latency(5);
		twilio.faults.concurrency(2);
		const { out, error } = await bench.run(makeAvailable(twilio, 16, { parallelLimit: 4 }));
		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual(upTo(16));
		expect(available(twilio)).toEqual(upTo(16));
	});
});

describe('trouble that stays', () => {
	it.each([400, 401, 403, 404, 409, 412])('%i is final: one request, one row', async (status) => {
		twilio.faults.push({ status, headers: now, times: 'always' });
		const { out, failed } = await bench.run(makeAvailable(twilio, 1, { onError: 'continueErrorOutput' }));
		expect(out).toEqual([]);
		expect(failed.map(detailsOf)).toMatchObject([{ httpCode: String(status), attempts: 1 }]);
		// A 400 is explained by the activity, which is read after it.
		const sent = twilio.seen.filter(({ method }) => method === 'POST');
		expect(sent).toHaveLength(status === 401 ? 2 : 1); // n8n itself tries once more after a 401, to renew a token
	});

	it('trouble that never ends: after eight attempts the row says so, and the others are not held up', async () => {
		twilio.faults.push({ match: aboutWorker(1), status: 500, headers: now, times: 'always' });
		const { out, failed } = await bench.run(makeAvailable(twilio, 4, { onError: 'continueErrorOutput' }));
		expect(out.map(originOf)).toEqual([0, 2, 3]);
		expect(failed.map(originOf)).toEqual([1]);
		expect(failed.map(detailsOf)).toMatchObject([{ httpCode: '500', attempts: 8 }]);
		expect(failed[0]?.json.message).toContain('8 attempts');
		expect(workersIn(twilio.seen).filter((worker) => worker === 1)).toHaveLength(8);
	});

	it('a Retry-After beyond all patience is not waited for', async () => {
		twilio.faults.push({ status: 429, headers: { 'retry-after': '86400' } });
		const { failed } = await bench.run(makeAvailable(twilio, 1, { onError: 'continueErrorOutput' }));
		expect(failed.map(detailsOf)).toMatchObject([{ httpCode: '429', attempts: 1 }]);
		expect(twilio.seen).toHaveLength(1);
	});

	it('a page under status 200 is not a success', async () => {
		twilio.faults.push({ html: true, status: 200, times: 'always' });
		const { out, failed } = await bench.run(makeAvailable(twilio, 1, { onError: 'continueErrorOutput' }));
		expect(out).toEqual([]);
		expect(failed[0]?.json.error).toContain('without the record');
		expect(failed[0]?.json.error).not.toContain('<html>');
	});

	it('a host that does not exist is told by its code, after one attempt', async () => {
		const job = makeAvailable({ url: 'https://nobody.invalid' }, 1, { onError: 'continueErrorOutput' });
		const { failed } = await bench.run(job);
		expect(failed[0]?.json.error).toMatch(/Twilio TaskRouter could not be reached \((ENOTFOUND|EAI_AGAIN)\)/);
	});
});

describe('keys go nowhere else', () => {
	/** A server of someone else, which writes down what it gets. */
	async function stranger(
		answer: (headers: IncomingHttpHeaders) => { status: number; body: object } = () => ({ status: 200, body: {} }),
	) {
		const heard: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
		const server = createServer((request, response) => {
			heard.push({ url: request.url, headers: request.headers });
			const { status, body } = answer(request.headers);
			request
				.resume()
				.on('end', () =>
					response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
				);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const close = async () => await new Promise((resolve) => server.close(resolve));
		return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
	}

	it.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
		const other = await stranger();
		try {
			twilio.faults.push({ status, headers: { location: `${other.url}/v1/anything` }, body: '' });
			const { out, failed } = await bench.run(makeAvailable(twilio, 1, { onError: 'continueErrorOutput' }));
			expect(out).toEqual([]);
			expect(failed.map(detailsOf)).toMatchObject([{ httpCode: String(status), attempts: 1 }]);
			expect(failed[0]?.json.message).toContain('another address');
			expect(other.heard).toEqual([]);
			expect(twilio.seen).toHaveLength(1);
		} finally {
			await other.close();
		}
	});

	it("the credential's allowed domains hold: another host gets nothing, and the error says why", async () => {
		const job = makeAvailable(twilio, 2, { onError: 'continueErrorOutput' });
		job.credentials = {
			twilioContactCenterApi: {
				...credential(twilio.url),
				allowedHttpRequestDomains: 'domains',
				allowedDomains: 'other.example',
			},
		};
		const { out, failed } = await bench.run(job);
		expect(twilio.seen).toEqual([]);
		expect(out).toEqual([]);
		expect(failed.map(originOf)).toEqual([0, 1]);
		// Our own words: n8n 2.0 to 2.17 does not hold requests to the domains.
		expect(failed[0]?.json.error).toContain(
			'Domain not allowed: the credential may be used for other.example only, not for 127.0.0.1',
		);
		expect(failed.map(detailsOf)).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
	});

	it('allowed domains with the host among them let the request through', async () => {
		const job = makeAvailable(twilio, 1);
		job.credentials = {
			twilioContactCenterApi: {
				...credential(twilio.url),
				allowedHttpRequestDomains: 'domains',
				allowedDomains: 'other.example, 127.0.0.1',
			},
		};
		const { out } = await bench.run(job);
		expect(out).toHaveLength(1);
	});

	it.each([
		['http://twilio.example', 'unencrypted'],
		['http://10.0.0.1:8080', 'unencrypted'],
		['https://user:hunter2@twilio.example', 'user name'],
		['twilio.example', 'not an address'],
	])('the address %s is refused before anything is sent', async (address, why) => {
		const { error, run } = await bench.run(makeAvailable({ url: address }, 3));
		expect(error?.message).toContain("The 'Twilio TaskRouter' credential: ");
		expect(error?.message).toContain(why);
		expect(error?.description).toContain('Nothing was sent');
		expect(JSON.stringify(run.data.resultData)).not.toContain('hunter2');
	});

	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'a refused address lets no item pass for done (%s)',
		async (onError) => {
			const { out, failed } = await bench.run(makeAvailable({ url: 'http://twilio.example' }, 3, { onError }));
			const rows = [...out, ...failed];
			expect(rows.map(originOf)).toEqual([0, 1, 2]);
			expect(rows.map(({ json }) => json.error)).toEqual(Array(3).fill(expect.stringContaining('unencrypted')));
			expect(failed).toHaveLength(onError === 'continueErrorOutput' ? 3 : 0);
		},
	);

	it('a token that n8n fetched during the run is concealed when the service echoes it', async () => {
		const TOKEN = 'echoed-access-token-0123456789';
		const vendor = await stranger(({ authorization }) =>
			authorization === undefined
				? { status: 200, body: { access_token: TOKEN, token_type: 'Bearer', expires_in: 3600 } }
				: {
						status: 400,
						body: {
							error: {
								code: 'odd',
								message: `Bad: ${authorization}, that is ${authorization.slice('Bearer '.length)}`,
							},
						},
					},
		);
		try {
			const { failed, run } = await bench.run({
				node: 'voipNow',
				parameters: {
					resource: 'queueAgent',
					operation: 'update',
					user: '@me',
					queue: VOIPNOW_QUEUE,
					agent: byId('0003*210'),
					status: '1',
				},
				credentials: {
					voipNowOAuth2Api: {
						host: vendor.url,
						clientId: VOIPNOW_CLIENT_ID,
						clientSecret: VOIPNOW_CLIENT_SECRET,
					},
				},
				onError: 'continueErrorOutput',
			});
			expect(vendor.heard.map(({ headers }) => headers.authorization)).toContain(`Bearer ${TOKEN}`);
			expect(failed[0]?.json.error).toContain('Agent 0003*210: Bad: ');
			expect(JSON.stringify(run.data.resultData)).not.toContain(TOKEN);
		} finally {
			await vendor.close();
		}
	});
});

describe('a token', () => {
	it('is fetched once for a whole run', async () => {
		const voipNow = await startVoipNow();
		try {
			const { out, error } = await bench.run({
				node: 'voipNow',
				parameters: {
					resource: 'queueAgent',
					operation: 'update',
					user: '@me',
					queue: VOIPNOW_QUEUE,
					agent: byId('0003*210'),
					status: '1',
				},
				items: upTo(12).map((index) => ({ index })),
				credentials: {
					voipNowOAuth2Api: {
						host: voipNow.url,
						clientId: VOIPNOW_CLIENT_ID,
						clientSecret: VOIPNOW_CLIENT_SECRET,
					},
				},
			});
			expect(error).toBeUndefined();
			expect(out).toHaveLength(12);
			expect(voipNow.seen.filter(({ path }) => path.startsWith('/oauth/'))).toHaveLength(1);
		} finally {
			await voipNow.close();
		}
	});
});

describe('a cancelled execution', () => {
	it('starts no further request', async () => {
		twilio.faults.latency(60);
		let cancel = () => {};
		const running = bench.run(
			makeAvailable(twilio, 50, { parallelLimit: 2, whenStarted: (stop) => (cancel = stop) }),
		);
		await until(() => twilio.seen.length >= 5);
		cancel();
		const atCancel = twilio.seen.length;
		await running;
		await pause(400);
		// Each of the two lanes may have had a request on the wire that had not arrived yet.
		expect(twilio.seen.length).toBeLessThanOrEqual(atCancel + 2);
	});

	it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
		'does not wait out a long Retry-After (%s)',
		async (onError) => {
			twilio.faults.push({ status: 429, headers: { 'retry-after': '120' }, times: 'always' });
			let cancel = () => {};
			const running = bench.run(
				makeAvailable(twilio, 50, { parallelLimit: 2, onError, whenStarted: (stop) => (cancel = stop) }),
			);
			await until(() => twilio.seen.length >= 2);
			await pause(50);
			const atCancel = twilio.seen.length;
			cancel();
			// Within jest's own time limit, which is far below two minutes.
			await running;
			await pause(600);
			expect(twilio.seen).toHaveLength(atCancel);
		},
	);
});
