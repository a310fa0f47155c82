import { inspect } from 'node:util';
import axios from 'axios';
import {
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IDataObject,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { vendor as conpeekVendor } from '../../nodes/Conpeek/vendor';
import { vendor as conversationsVendor } from '../../nodes/Twilio/Conversations/vendor';
import { vendor as frontlineVendor } from '../../nodes/Twilio/Frontline/vendor';
import { vendor as taskRouterVendor } from '../../nodes/Twilio/TaskRouter/vendor';
import { vendor as voipNowVendor } from '../../nodes/VoipNow/vendor';
import {
	CONPEEK_API_KEY,
	TWILIO_ACCOUNT_SID,
	TWILIO_API_KEY_SECRET,
	TWILIO_API_KEY_SID,
	TWILIO_AUTH_TOKEN,
	VOIPNOW_CLIENT_ID,
	VOIPNOW_CLIENT_SECRET,
	startConpeek,
	startTwilio,
	startVoipNow,
	type Simulator,
} from '../../simulators';
import { Bench, type Outcome } from '../support/bench/bench';
import { loadPack, optionsOf, type Pack } from '../support/pack/pack';
import { startRecorder, type Recorder, type Reply } from '../support/pack/recorder';
import { parametersOf, playVendor, SUBJECTS, subjectOf } from '../support/pack/vendors';

let bench: Bench;
let pack: Pack;
let recorder: Recorder;

beforeAll(async () => {
	bench = await Bench.open();
	pack = await loadPack();
	recorder = await startRecorder(() => ({}));
});

afterAll(async () => {
	await recorder.close();
	await bench.close();
});

function typeOf(name: string): ICredentialType {
	const found = pack.credentials.find((credential) => credential.name === name);
	if (!found) throw new Error(`No credential ${name}`);
	return found;
}

const byToken = {
	authentication: 'authToken',
	accountSid: TWILIO_ACCOUNT_SID,
	authToken: TWILIO_AUTH_TOKEN,
	region: '',
};
/** A key beside a token that was typed in before: the choice decides. */
const byKey = {
	...byToken,
	authentication: 'apiKey',
	apiKeySid: TWILIO_API_KEY_SID,
	apiKeySecret: TWILIO_API_KEY_SECRET,
};
const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

describe('on the wire', () => {
	const firstRequest = async (
		node: string,
		operation: string,
		data: ICredentialDataDecryptedObject,
		type: string,
	) => {
		playVendor(recorder, node);
		const { error } = await bench.run({
			node,
			parameters: parametersOf(node, operation),
			credentials: { [type]: data },
		});
		expect(error).toBeUndefined();
		return recorder.seen[0]?.headers.authorization;
	};

	it.each([
		['an Auth Token', byToken, basic(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN)],
		['an API key', byKey, basic(TWILIO_API_KEY_SID, TWILIO_API_KEY_SECRET)],
		[
			'a token with a colon and other letters',
			{ ...byToken, authToken: 'zażółć:+/=' },
			basic(TWILIO_ACCOUNT_SID, 'zażółć:+/='),
		],
	])('Twilio gets HTTP Basic with %s', async (_name, data, expected) => {
		for (const [node, operation] of [
			['twilioTaskRouter', 'worker.get'],
			['twilioFrontline', 'user.get'],
			['twilioConversations', 'user.get'],
		] as const) {
			const sent = await firstRequest(
				node,
				operation,
				{ ...data, apiRootOverride: `${recorder.url}/{product}` },
				'twilioContactCenterApi',
			);

			expect(sent).toBe(expected);
		}
	});

	it('Conpeek gets the bare key', async () => {
		const sent = await firstRequest(
			'conpeek',
			'user.update',
			{ baseUrl: recorder.url, apiKey: CONPEEK_API_KEY },
			'conpeekApi',
		);

		expect(sent).toBe(CONPEEK_API_KEY);
	});

	it('VoipNow gets the token that was fetched', async () => {
		const data = { host: recorder.url, clientId: 'key', clientSecret: 'secret' };

		expect(await firstRequest('voipNow', 'queueAgent.update', data, 'voipNowOAuth2Api')).toBe('Bearer token');
	});
});

describe('the address', () => {
	const products = {
		taskrouter: taskRouterVendor,
		'frontline-api': frontlineVendor,
		conversations: conversationsVendor,
	};
	const regions: Array<[region: string, host: string]> = [
		['', 'twilio.com'],
		['dublin.ie1', 'dublin.ie1.twilio.com'],
		['sydney.au1', 'sydney.au1.twilio.com'],
		['tokyo.jp1', 'tokyo.jp1.twilio.com'],
		['ashburn.us1', 'ashburn.us1.twilio.com'],
	];

	it('has every region of the form', () => {
		const offered = optionsOf(typeOf('twilioContactCenterApi').properties.find(({ name }) => name === 'region'));

		expect(offered.map(({ value }) => value).sort()).toEqual(regions.map(([region]) => region).sort());
	});

	it.each(regions)('of Twilio in region "%s" ends in %s', (region, host) => {
		for (const [product, vendor] of Object.entries(products)) {
			expect(vendor.baseUrl({ ...byToken, region })).toBe(`https://${product}.${host}`);
			expect(vendor.baseUrl({ ...byToken, region, apiRootOverride: ' ' })).toBe(`https://${product}.${host}`);
		}
	});

	it('may be overridden, with the product anywhere in it', () => {
		for (const [product, vendor] of Object.entries(products)) {
			expect(
				vendor.baseUrl({ region: 'dublin.ie1', apiRootOverride: 'https://{product}.proxy.example/{product}' }),
			).toBe(`https://${product}.proxy.example/${product}`);
		}
	});

	it("is the customer's own for the others", () => {
		expect(voipNowVendor.baseUrl({ host: 'https://voipnow.example.com' })).toBe('https://voipnow.example.com');
		expect(conpeekVendor.baseUrl({ baseUrl: 'https://api.example.com' })).toBe('https://api.example.com');
		expect([voipNowVendor.baseUrl({}), conpeekVendor.baseUrl({})]).toEqual(['', '']);
	});

	it.each([
		['', /not an address/],
		['voipnow.example.com', /not an address|https/],
		['http://voipnow.example.com', /in clear/],
		['ftp://voipnow.example.com', /https/],
		['https://user:pass@voipnow.example.com', /user name/],
		['https://voipnow.example.com/?a=b', /question mark/],
	])('is checked before a key or a secret leaves: "%s"', async (host, problem) => {
		playVendor(recorder, 'voipNow');

		const { error } = await bench.run({
			node: 'voipNow',
			parameters: parametersOf('voipNow', 'queueAgent.update'),
			credentials: { voipNowOAuth2Api: { host, clientId: 'key', clientSecret: 'secret' } },
		});

		expect(error?.message).toMatch(problem);
		expect(error?.message).toContain("'VoipNow' credential");
		expect(recorder.tokenRequests).toEqual([]);
	});
});

/** n8n's own expressions, with the credential at hand as in n8n's credential test. */
async function resolve(value: unknown, credentials: ICredentialDataDecryptedObject): Promise<unknown> {
	const { expression } = new Workflow({
		nodes: [],
		connections: {},
		active: false,
		nodeTypes: { getByName: never, getByNameAndVersion: never, getKnownTypes: never },
	});
	return await expression.withIsolate(async () =>
		expression.getParameterValue(value as NodeParameterValueType, null, 0, 0, 'Test', [], 'internal', {
			$credentials: credentials,
		}),
	);
}

const never = (): never => {
	throw new Error('not needed');
};

/** Sends a credential's test request as n8n does: baseURL and url joined by axios, the credential applied. */
async function tryOut(
	name: string,
	data: ICredentialDataDecryptedObject,
	authorization?: string,
): Promise<{ status: number; url: string }> {
	const type = typeOf(name);
	const { request } = type.test as ICredentialTestRequest;
	const { baseURL, url, qs } = (await resolve(
		{ baseURL: request.baseURL, url: request.url, qs: request.qs },
		data,
	)) as {
		baseURL: string;
		url: string;
		qs: IDataObject;
	};
	const authenticate = typeof type.authenticate === 'function' ? type.authenticate.bind(type) : undefined;
	const { auth, headers } = authenticate
		? await authenticate(data, { url })
		: { auth: undefined, headers: { Authorization: authorization } };
	const answer = await axios.request({
		baseURL,
		url,
		params: qs,
		...(auth && { auth: { username: auth.username, password: auth.password } }),
		headers: (headers ?? {}) as Record<string, string>,
		validateStatus: () => true,
	});
	return { status: answer.status, url: axios.getUri({ baseURL, url, params: qs }) };
}

describe("the credential's own test", () => {
	let simulator: Simulator | undefined;

	afterEach(async () => {
		await simulator?.close();
		simulator = undefined;
	});

	it.each([
		['a token', byToken, 200],
		['a key', byKey, 200],
		['a wrong token', { ...byToken, authToken: 'wrong' }, 401],
		['a key with the secret of nothing', { ...byKey, apiKeySecret: 'wrong' }, 401],
	])('tells a good Twilio credential from a bad one: %s', async (_name, data, status) => {
		simulator = await startTwilio();

		expect(
			await tryOut('twilioContactCenterApi', { ...data, apiRootOverride: `${simulator.url}/{product}` }),
		).toMatchObject({ status });
		expect(simulator.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /taskrouter/v1/Workspaces?PageSize=1',
		]);
	});

	it.each(['', ' '])('forgives Twilio an override with a slash or blanks at its end: "/%s"', async (blank) => {
		simulator = await startTwilio();

		expect(
			await tryOut('twilioContactCenterApi', {
				...byToken,
				apiRootOverride: `${simulator.url}/{product}/${blank}`,
			}),
		).toMatchObject({ status: 200 });
	});

	it.each([
		['', '', 'https://taskrouter.twilio.com'],
		['dublin.ie1', '', 'https://taskrouter.dublin.ie1.twilio.com'],
		['dublin.ie1', ' ', 'https://taskrouter.dublin.ie1.twilio.com'],
		['dublin.ie1', 'https://proxy.example/{product}', 'https://proxy.example/taskrouter'],
	])('asks the same Twilio host as the nodes: region "%s", override "%s"', async (region, apiRootOverride, root) => {
		const { request } = typeOf('twilioContactCenterApi').test as ICredentialTestRequest;

		expect(await resolve(request.baseURL, { ...byToken, region, apiRootOverride })).toBe(root);
		expect(taskRouterVendor.baseUrl({ ...byToken, region, apiRootOverride })).toBe(root);
	});

	it.each([
		['the key', CONPEEK_API_KEY, '', 200],
		['the key, an address with a slash and blanks', CONPEEK_API_KEY, '/ ', 200],
		['a wrong key', 'wrong', '', 401],
	])('tells a good Conpeek credential from a bad one: %s', async (_name, apiKey, end, status) => {
		simulator = await startConpeek();

		expect(await tryOut('conpeekApi', { baseUrl: `${simulator.url}${end}`, apiKey })).toMatchObject({ status });
		expect(simulator.seen.map(({ path }) => path)).toEqual(['/callback?limit=1']);
	});

	it('asks VoipNow for something that every App may read', async () => {
		const voipNow = await startVoipNow();
		simulator = voipNow;
		voipNow.state.tokens.good = Date.now() + 60_000;
		const data = {
			host: `${voipNow.url}/`,
			clientId: VOIPNOW_CLIENT_ID,
			clientSecret: VOIPNOW_CLIENT_SECRET,
			ignoreSSLIssues: false,
		};

		expect(await tryOut('voipNowOAuth2Api', data, 'Bearer good')).toMatchObject({ status: 200 });
		expect(await tryOut('voipNowOAuth2Api', data, 'Bearer bad')).toMatchObject({ status: 401 });
		expect(voipNow.seen[0]?.path).toBe('/uapi/extensions/@me/@self/presence/?count=1');
	});

	it.each([true, false])('ignores bad certificates of VoipNow only when told to: %s', async (ignoreSSLIssues) => {
		const { request } = typeOf('voipNowOAuth2Api').test as ICredentialTestRequest;

		expect(await resolve(request.skipSslCertificateValidation, { ignoreSSLIssues })).toBe(ignoreSSLIssues);
	});
});

describe('nothing secret shows', () => {
	const SECRET = 'S3cret-w1th-l3ngth';
	const secrets: Record<string, (url: string) => Record<string, ICredentialDataDecryptedObject>> = {
		twilioTaskRouter: (url) => ({
			twilioContactCenterApi: { ...byToken, authToken: SECRET, apiRootOverride: `${url}/{product}` },
		}),
		twilioFrontline: (url) => ({
			twilioContactCenterApi: { ...byKey, apiKeySecret: SECRET, apiRootOverride: `${url}/{product}` },
		}),
		twilioConversations: (url) => ({
			twilioContactCenterApi: { ...byToken, authToken: SECRET, apiRootOverride: `${url}/{product}` },
		}),
		voipNow: (url) => ({
			voipNowOAuth2Api: {
				host: url,
				clientId: 'key',
				clientSecret: SECRET,
				oauthTokenData: { access_token: `tok-${SECRET}` },
			},
		}),
		conpeek: (url) => ({ conpeekApi: { baseUrl: url, apiKey: SECRET } }),
	};

	type Failing = (authorization: string) => Reply;
	const page = (told: string) => `<html><body><pre>Authorization: ${told}\n${SECRET}</pre></body></html>`;
	const failures: Array<[name: string, reply: Failing]> = [
		['401', () => ({ status: 401, body: { message: 'Unauthorized' } })],
		[
			'401 that echoes the header and the secret',
			(sent) => ({ status: 401, body: { message: `Bad header "${sent}" with ${SECRET}` } }),
		],
		['403', () => ({ status: 403, body: { message: 'Forbidden' } })],
		[
			'403 that echoes the header and the secret',
			(sent) => ({ status: 403, body: { message: `Bad header "${sent}" with ${SECRET}` } }),
		],
		[
			'403 whose code is the header',
			(sent) => ({ status: 403, body: { code: sent, message: 'no', error: { code: sent, message: 'no' } } }),
		],
		['403 whose error is the header', (sent) => ({ status: 403, body: { error: sent } })],
		[
			'403 that echoes them in a header',
			(sent) => ({ status: 403, headers: { 'twilio-request-id': sent }, body: { message: 'no' } }),
		],
		[
			'403 that echoes the secret where a message is cut',
			() => ({
				status: 403,
				body: { message: `${'x'.repeat(392)}${SECRET}`, error: { message: `${'x'.repeat(392)}${SECRET}` } },
			}),
		],
		[
			'500, a page that echoes them',
			(sent) => ({ status: 500, headers: { 'content-type': 'text/html' }, body: page(sent) }),
		],
		[
			'500, text that echoes them',
			(sent) => ({ status: 500, headers: { 'content-type': 'text/plain' }, body: `${sent} ${SECRET}` }),
		],
		[
			'200, a page that echoes them',
			(sent) => ({ status: 200, headers: { 'content-type': 'text/html' }, body: page(sent) }),
		],
		['302 to another host', () => ({ status: 302, headers: { location: 'https://evil.example' } })],
		['a connection that ends', () => ({ reset: true })],
	];

	/** Everything that n8n could show, log or store of a run, but for what was typed in. */
	const told = ({ error, out, failed, hints, run }: Outcome): string =>
		inspect([error, out, failed, hints, run.data.resultData], {
			depth: 10,
			showHidden: true,
			maxStringLength: null,
			maxArrayLength: null,
		}) + JSON.stringify([error, run.data.resultData]);

	beforeEach(() => {
		// Full jitter of 0: retries follow at once.
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});

	afterEach(() => {
		jest.restoreAllMocks();
	});

	it.each(failures)('of any vendor after: %s', async (_name, reply) => {
		for (const [node, { operations }] of Object.entries(SUBJECTS)) {
			for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
				playVendor(recorder, node);
				recorder.reply = ({ headers }) => reply(headers.authorization ?? '');
				const operation = Object.keys(operations).find((name) => name.endsWith('.update')) ?? '';
				const credentials = (secrets[node] ?? subjectOf(node).credentials)(recorder.url);

				const outcome = await bench.run({
					node,
					parameters: parametersOf(node, operation),
					credentials,
					onError,
				});

				expect(recorder.seen.length).toBeGreaterThan(0);
				const headers = [
					...new Set(
						recorder.seen.map((request) =>
							(request.headers.authorization ?? '').replace(/^(Basic|Bearer) /, ''),
						),
					),
				];
				const shown = told(outcome);
				const leaks = [SECRET, SECRET.slice(0, 8), ...headers.filter((header) => header.length > 6)].filter(
					(secret) => shown.includes(secret),
				);
				expect({ node, onError, leaks }).toEqual({ node, onError, leaks: [] });
				expect(onError === 'stopWorkflow' ? outcome.error?.message : outcome.failed).toBeTruthy();
			}
		}
	});

	it('in an output that went well', async () => {
		for (const [node, { operations }] of Object.entries(SUBJECTS)) {
			for (const operation of Object.keys(operations)) {
				playVendor(recorder, node);
				const credentials = (secrets[node] ?? subjectOf(node).credentials)(recorder.url);

				const outcome = await bench.run({ node, parameters: parametersOf(node, operation), credentials });

				expect(outcome.error).toBeUndefined();
				expect(told(outcome)).not.toContain(SECRET);
			}
		}
	});
});
