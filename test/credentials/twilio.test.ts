import type { ICredentialDataDecryptedObject, ICredentialTestRequest } from 'n8n-workflow';
import { vendor as conversationsVendor } from '../../nodes/Twilio/Conversations/vendor';
import { vendor as frontlineVendor } from '../../nodes/Twilio/Frontline/vendor';
import { vendor as taskRouterVendor } from '../../nodes/Twilio/TaskRouter/vendor';
import {
	TWILIO_ACCOUNT_SID,
	TWILIO_API_KEY_SECRET,
	TWILIO_API_KEY_SID,
	TWILIO_AUTH_TOKEN,
} from '../../simulators/twilio/cast';
import { byKey, byToken } from '../../simulators/twilio/samples/account';
import { start, type TwilioSimulator } from '../../simulators/twilio/server';
import { Bench } from '../support/bench/bench';
import { resolve, tryOut, typeOf } from '../support/pack/credentialTest';
import { loadPack, optionsOf, type Pack } from '../support/pack/pack';
import { startRecorder, type Recorder } from '../support/pack/recorder';
import { parametersOf, playVendor } from '../support/pack/vendors';

const TYPE = 'twilioContactCenterApi';

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

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** The header of the first request that a node sends. */
async function authorizationOf(node: string, operation: string, data: ICredentialDataDecryptedObject) {
	playVendor(recorder, node);
	const { error } = await bench.run({
		node,
		parameters: parametersOf(node, operation),
		credentials: { [TYPE]: data },
	});
	expect(error).toBeUndefined();
	return recorder.seen[0]?.headers.authorization;
}

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
		const sent = await authorizationOf(node, operation, { ...data, apiRootOverride: `${recorder.url}/{product}` });

		expect(sent).toBe(expected);
	}
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
		const offered = optionsOf(typeOf(pack, TYPE).properties.find(({ name }) => name === 'region'));

		expect(offered.map(({ value }) => value).sort()).toEqual(regions.map(([region]) => region).sort());
	});

	it.each(regions)('in region "%s" ends in %s', (region, host) => {
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
});

describe('the test of the credential', () => {
	let simulator: TwilioSimulator;

	beforeEach(async () => {
		simulator = await start();
	});

	afterEach(async () => await simulator.close());

	it.each([
		['a token', byToken, 200],
		['a key', byKey, 200],
		['a wrong token', { ...byToken, authToken: 'wrong' }, 401],
		['a key with the secret of nothing', { ...byKey, apiKeySecret: 'wrong' }, 401],
	])('tells a good one from a bad one: %s', async (_name, data, status) => {
		const answer = await tryOut(pack, TYPE, { ...data, apiRootOverride: `${simulator.url}/{product}` });

		expect(answer).toMatchObject({ status });
		expect(simulator.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /taskrouter/v1/Workspaces?PageSize=1',
		]);
	});

	it.each(['', ' '])('forgives an override with a slash or blanks at its end: "/%s"', async (blank) => {
		const apiRootOverride = `${simulator.url}/{product}/${blank}`;

		expect(await tryOut(pack, TYPE, { ...byToken, apiRootOverride })).toMatchObject({ status: 200 });
	});

	it.each([
		['', '', 'https://taskrouter.twilio.com'],
		['dublin.ie1', '', 'https://taskrouter.dublin.ie1.twilio.com'],
		['dublin.ie1', ' ', 'https://taskrouter.dublin.ie1.twilio.com'],
		['dublin.ie1', 'https://proxy.example/{product}', 'https://proxy.example/taskrouter'],
	])('asks the same host as the nodes: region "%s", override "%s"', async (region, apiRootOverride, root) => {
		const { request } = typeOf(pack, TYPE).test as ICredentialTestRequest;

		expect(await resolve(request.baseURL, { ...byToken, region, apiRootOverride })).toBe(root);
		expect(taskRouterVendor.baseUrl({ ...byToken, region, apiRootOverride })).toBe(root);
	});
});
