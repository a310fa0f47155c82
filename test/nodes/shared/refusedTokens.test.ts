import type { IDataObject } from 'n8n-workflow';
import {
	startTwilio,
	startVoipNow,
	TWILIO_OAUTH_CLIENT_ID,
	VOIPNOW_QUEUE,
	WORKSPACE_SID,
	type Simulator,
} from '../../../simulators';
import { Bench, type Job } from '../../support/bench/bench';
import { bySid, voipNowCredential } from '../../support/pack/vendors';
import { startRecorder } from '../../support/pack/recorder';
import { until } from '../../support/waiting';
import { upTo } from '../../support/pack/workers';

const SECRET = 'not-the-secret-of-this-client';
const GOOD = 'a-secret-that-was-good';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());

interface Service {
	name: string;
	open: () => Promise<Opened>;
}

interface Opened {
	simulator: Simulator;
	/** A run about agents, each of whom needs a request. */
	job: (items: IDataObject[]) => Job;
	/** The same agents for Agent State. */
	states: Pick<Job, 'parameters' | 'items' | 'credentials'>;
	/** Makes the secret good. */
	beGood: () => void;
	/** Makes the service answer requests for a token so. */
	answer: (status: number, body: unknown, times?: number | 'always') => void;
	/** What is told of a wrong secret: the service's code, and none of its words. */
	words: RegExp;
}

const TOKEN_PATH = /^\/oauth\//;

const services: Service[] = [
	{
		name: 'VoipNow',
		async open() {
			const simulator = await startVoipNow();
			const credentials = voipNowCredential(simulator.url);
			credentials.voipNowOAuth2Api.clientSecret = SECRET;
			const agents = ['0003*210', '0003*211'].map((agentId) => ({ agentId, desiredState: 'break' }));
			return {
				simulator,
				job: (items) => ({
					node: 'voipNow',
					parameters: {
						resource: 'queueAgent',
						operation: 'update',
						user: '@me',
						queue: VOIPNOW_QUEUE,
						agent: bySid('0003*210'),
						status: '1',
					},
					items,
					credentials,
				}),
				states: {
					parameters: { vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE },
					items: agents,
					credentials,
				},
				beGood: () => void (simulator.state.clientSecret = SECRET),
				answer: (status, body, times = 'always') =>
					simulator.faults.push({ status, body, times, match: { path: TOKEN_PATH } }),
				words: /VoipNow did not accept the App Key and App Secret \(error invalid_client\)(?=$|\.| \[)/,
			};
		},
	},
	{
		name: 'Twilio',
		async open() {
			const simulator = await startTwilio();
			const workers = Object.keys(simulator.state.workers);
			const credentials = {
				twilioContactCenterApi: {
					authentication: 'oAuth2',
					oAuthClientId: TWILIO_OAUTH_CLIENT_ID,
					oAuthClientSecret: SECRET,
					accessToken: '',
					accessExpiresAt: '',
					region: '',
					apiRootOverride: `${simulator.url}/{product}`,
				},
			};
			return {
				simulator,
				job: (items) => ({
					node: 'twilioTaskRouter',
					parameters: {
						resource: 'worker',
						operation: 'get',
						workspace: bySid(WORKSPACE_SID),
						worker: bySid(workers[0] ?? ''),
					},
					items,
					credentials,
				}),
				states: {
					parameters: { vendor: 'twilioFrontline' },
					items: ['anna', 'bob'].map((agentId) => ({ agentId, desiredState: 'break' })),
					credentials,
				},
				beGood: () => void (simulator.state.oauthClientSecret = SECRET),
				answer: (status, body, times = 'always') =>
					simulator.faults.push({ status, body, times, match: { path: TOKEN_PATH } }),
				words: /Twilio did not accept the Client ID and Client Secret \(error 20003\)(?=$|\.| \[)/,
			};
		},
	},
];

describe.each(services)('a token that $name refuses', ({ open }) => {
	let service: Opened;
	beforeEach(async () => {
		service = await open();
	});
	afterEach(async () => await service.simulator.close());

	const tokenRequests = () => service.simulator.seen.filter(({ path }) => TOKEN_PATH.test(path));
	const twenty = upTo(20).map((index) => ({ index }));

	it.each(['stopWorkflow', 'continueErrorOutput', 'continueRegularOutput'] as const)(
		'is asked for once for 20 items (%s)',
		async (onError) => {
			const { out, failed, error, run } = await bench.run({ ...service.job(twenty), onError });

			expect(tokenRequests()).toHaveLength(1);
			expect(service.simulator.seen).toHaveLength(1);
			const told = [...out, ...failed].map(({ json }) => json.error);
			expect(told).toHaveLength(onError === 'stopWorkflow' ? 0 : 20);
			for (const words of onError === 'stopWorkflow' ? [error?.message] : told)
				expect(words).toMatch(service.words);
			expect(JSON.stringify(run.data.resultData)).not.toContain(SECRET);
		},
	);

	it('is asked for once by Agent State, and every row says why', async () => {
		const { out } = await bench.run({
			node: 'agentState',
			...service.states,
			parameters: { operation: 'setState', source: 'items', ...service.states.parameters },
			onError: 'continueRegularOutput',
		});

		expect(tokenRequests()).toHaveLength(1);
		expect(out.map(({ json }) => [json.outcome, json.reason])).toEqual(
			Array(2).fill(['failed', expect.stringMatching(service.words)]),
		);
	});

	it.each([
		['400 of OAuth 2', 400, { error: 'unauthorized_client', error_description: 'The app is not trusted' }],
		['403 with a page', 403, '<html>forbidden</html>'],
		['404 with nothing', 404, ''],
	])('is asked for once, whatever the refusal looks like: %s', async (_what, status, body) => {
		service.answer(status, body);
		const { failed } = await bench.run({ ...service.job(twenty), onError: 'continueErrorOutput' });

		expect(tokenRequests()).toHaveLength(1);
		expect(failed).toHaveLength(20);
		for (const { json } of failed) expect(json.error).toMatch(/(?:gave no token: |did not accept the [\w ]+ \()\S/);
		expect(JSON.stringify(failed)).not.toMatch(/<html>|The app is not trusted/);
	});

	it.each([301, 302, 303, 307, 308])('is not looked for elsewhere: a redirect with %i', async (status) => {
		service.beGood();
		const elsewhere = await startRecorder(() => ({ body: { access_token: 'of-another-host', expires_in: 60 } }));
		try {
			const headers = { location: `${elsewhere.url}/token` };
			service.simulator.faults.push({ status, headers, times: 'always', match: { path: TOKEN_PATH } });
			const { failed } = await bench.run({ ...service.job(twenty), onError: 'continueErrorOutput' });

			expect(elsewhere.seen).toEqual([]);
			expect(service.simulator.seen).toHaveLength(1);
			expect(failed).toHaveLength(20);
			expect(failed[0]?.json.error).toContain(`gave no token: HTTP status ${status}`);
			expect(JSON.stringify(failed[0]?.json)).toContain('points to another address');
		} finally {
			await elsewhere.close();
		}
	});

	it.each([
		['example.com', 0],
		['127.0.0.1, example.com', 1],
	])('is fetched from allowed domains only: %s', async (allowedDomains, requests) => {
		service.beGood();
		const job = service.job([{}]);
		for (const credential of Object.values(job.credentials ?? {})) {
			Object.assign(credential, { allowedHttpRequestDomains: 'domains', allowedDomains });
		}
		await bench.run(job);

		expect(tokenRequests()).toHaveLength(requests);
	});

	it('is waited for where the service has too many requests', async () => {
		service.beGood();
		service.answer(429, {}, 2);
		const { out, error } = await bench.run(service.job([{}]));

		expect(error?.message).toBeUndefined();
		expect(out).toHaveLength(1);
		expect(tokenRequests()).toHaveLength(3);
	});
});

describe('a token that is refused in the middle of a run', () => {
	it('ends it for all items that are still to come', async () => {
		const voipNow = await startVoipNow({ seed: { clientSecret: GOOD } });
		try {
			const { voipNowOAuth2Api } = voipNowCredential(voipNow.url);
			const agents = upTo(40).map(() => ({}));
			voipNow.faults.latency(20);
			const running = bench.run({
				node: 'voipNow',
				parameters: {
					resource: 'queueAgent',
					operation: 'get',
					user: '@me',
					queue: VOIPNOW_QUEUE,
					agent: bySid('0003*210'),
					options: { parallelLimit: 1 },
				},
				items: agents,
				credentials: { voipNowOAuth2Api: { ...voipNowOAuth2Api, clientSecret: GOOD } },
				onError: 'continueErrorOutput',
			});
			await until(() => voipNow.seen.length > 5);
			voipNow.state.clientSecret = 'another';
			voipNow.expireTokens();
			const { failed } = await running;
			const refused = failed.filter(({ json }) => JSON.stringify(json).includes('did not accept'));

			expect(refused.length).toBeGreaterThan(1);
			expect(voipNow.seen.filter(({ path }) => TOKEN_PATH.test(path))).toHaveLength(2);
		} finally {
			await voipNow.close();
		}
	});
});
